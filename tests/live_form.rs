//! A form while it is filled, of shipped schemes: what covers the whole has a total and a grade, what covers a part shows
//! what it decides, and never a grade. The figures are calculated by hand, in the comments.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::fs;

use kaohe::live::{Covers, FormChange, FormView, LiveForm};
use kaohe::score::Step;
use serde_json::{Value, json};

/// A form of a shipped scheme, with these scores typed into it, or one score in every line.
fn filled(scheme: &str, period: &str, role: &str, scores: &dyn Fn(&str) -> String) -> (FormView, FormChange) {
    let path = format!("{}/schemes/{scheme}.json", env!("CARGO_MANIFEST_DIR"));
    filled_of(&serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap(), period, role, scores)
}

/// The same of any scheme.
fn filled_of(whole: &Value, period: &str, role: &str, scores: &dyn Fn(&str) -> String) -> (FormView, FormChange) {
    let itself = whole["roles"].as_array().unwrap().iter().any(|one| one["id"] == role && one["by"] == "subject");
    let rating = json!({
        "id": "f", "revision": 1, "scheme": { "id": whole["id"], "version": whole["version"] }, "period": period,
        "subject": "A", "rater": if itself { "A" } else { "B" }, "role": role, "date": "2026-12-31", "scores": [],
    });
    let mut live = LiveForm::open(&whole.to_string(), &rating.to_string()).unwrap();
    let asked = live.view().missing;
    let changes: Vec<FormChange> = asked.iter().map(|id| live.enter(id.as_str(), &scores(id.as_str()))).collect();
    (live.view(), changes.into_iter().next_back().unwrap())
}

fn sections(view: &FormView) -> Vec<(String, String, String)> {
    let shown = view.sections.iter().map(|one| (one.id.to_string(), one.points.to_string(), one.max.to_string()));
    shown.collect()
}

fn codes(steps: &[Step]) -> Vec<&'static str> {
    steps.iter().flat_map(|step| std::iter::once(step.code.as_str()).chain(codes(&step.steps))).collect()
}

/// 5 of 100 points are the superior's: full marks of them are no failed total.
#[test]
fn the_superiors_form_of_a_shift_supervisor_decides_five_points_and_no_grade() {
    let (view, change) = filled("s2-shift-supervisor", "2026-09", "superior", &|_| "5".to_owned());
    assert_eq!((view.covers, view.max.to_string().as_str()), (Covers::Part, "5"));
    assert_eq!((view.total, view.grade.as_ref()), (None, None));
    assert_eq!(view.decides.as_ref().map(ToString::to_string).as_deref(), Some("5"));
    assert_eq!((change.total, change.grade, change.decides), (None, None, view.decides.clone()));
    assert_eq!(sections(&view), [("culture".to_owned(), "5".to_owned(), "5".to_owned())]);
    let told = codes(&view.steps);
    assert!(told.contains(&"form-part") && !told.contains(&"grade") && !told.contains(&"total"), "{told:?}");
}

/// Of four criteria in three dimensions, each of weight 1: innovation 10 × (80 + 60) ÷ 200 = 7, mean 70; compliance one of two
/// of 15: 100 is 7.5; customers one of two of 15: 50 is 3.75. Together 18.25 of 10 + 7.5 + 7.5 = 25.
#[test]
fn a_form_with_weights_shows_the_mean_of_each_dimension_and_the_points_of_the_total() {
    let score = |id: &str| match id {
        "development" => "80",
        "markets" => "60",
        "contract" => "100",
        "maintenance" => "50",
        other => panic!("{other} is not asked for"),
    };
    let (view, change) = filled("s6-vendor-regular", "2026", "superior", &|id| score(id).to_owned());
    assert_eq!((view.covers, view.max.to_string().as_str()), (Covers::Part, "25"));
    assert_eq!((view.total, view.grade.as_ref()), (None, None));
    assert_eq!(change.decides.unwrap().to_string(), "18.25");
    let mean = |id: &str, mean: &str| (id.to_owned(), mean.to_owned(), "100".to_owned());
    assert_eq!(sections(&view), [mean("innovation", "70"), mean("compliance", "100"), mean("customers", "50")]);
    assert!(view.sections.iter().all(|section| section.mean));
    assert!(codes(&view.steps).contains(&"section-mean") && codes(&view.steps).contains(&"section-share"));
}

/// Four times 100 of a role that weighs nothing: the means, and nothing of the total.
#[test]
fn a_vendors_own_form_stands_beside() {
    let (view, change) = filled("s6-vendor-regular", "2026", "self", &|_| "100".to_owned());
    assert_eq!(view.covers, Covers::Beside);
    assert_eq!((view.total, view.grade.as_ref(), view.decides.as_ref()), (None, None, None));
    assert_eq!((change.total, change.grade, change.decides), (None, None, None));
    assert!(sections(&view).iter().all(|(_, points, max)| points == "100" && max == "100"), "{:?}", sections(&view));
    assert!(!codes(&view.steps).contains(&"form-part"));
}

/// A form that covers the whole scheme has both, as before: 4 × 9 + 4 × 9 + 9 + 2 × 4.5 = 90.
#[test]
fn a_form_that_covers_the_whole_has_a_total_and_a_grade() {
    let score = |id: &str| if ["responsibility", "initiative"].contains(&id) { "4.5" } else { "9" };
    let (view, change) = filled("s9-csr-form", "2026-10", "peer", &|id| score(id).to_owned());
    assert_eq!(view.covers, Covers::Whole);
    assert_eq!(change.total.unwrap().to_string(), "90.00");
    assert_eq!(change.grade.unwrap().as_str(), "B");
    assert_eq!(view.decides, None);
}

/// A scheme of one section with these criteria, each named by its id, and with these roles and what each weighs.
fn scheme(roles: &[(&str, &str)], criteria: &Value) -> Value {
    let name = |id: &Value| json!({ "zh-CN": id });
    let role = |(id, weight): &(&str, &str)| json!({ "id": id, "name": name(&json!(id)), "weight": weight });
    let mut criteria = criteria.clone();
    for criterion in criteria.as_array_mut().unwrap() {
        criterion["name"] = name(&criterion["id"]);
        if criterion.get("measure").is_none() {
            criterion["measure"] = json!({ "type": "rating" });
        }
    }
    json!({
        "format": "kaohe-scheme", "formatVersion": 1, "id": "s", "version": "1", "name": name(&json!("s")), "period": "month",
        "roles": roles.iter().map(role).collect::<Vec<_>>(), "total": { "points": "100" },
        "indicators": [{ "id": "v", "name": name(&json!("v")) }],
        "sections": [{ "id": "all", "name": name(&json!("all")), "criteria": criteria }],
        "grades": [{ "id": "good", "name": name(&json!("good")), "from": "80" }, { "id": "bad", "name": name(&json!("bad")) }],
    })
}

/// The criterion that nobody rates.
fn measured(points: &str) -> Value {
    json!({ "id": "v", "points": points, "measure": { "type": "indicator", "indicator": "v" } })
}

/// What the form decides with these scores, and the points to reach.
fn decides(scheme: &Value, role: &str, scores: &dyn Fn(&str) -> String) -> (String, String) {
    let (view, change) = filled_of(scheme, "2026-10", role, scores);
    assert_eq!((view.covers, view.grade, change.grade), (Covers::Part, None, None));
    assert_eq!(view.decides, change.decides);
    assert_eq!(view.steps[0].value.as_ref().map(ToString::to_string), view.decides.as_ref().map(ToString::to_string));
    (view.decides.unwrap().to_string(), view.max.to_string())
}

fn pair(decides: &str, max: &str) -> (String, String) {
    (decides.to_owned(), max.to_owned())
}

/// 10 points rated by both: 10 × 60 ÷ 100 = 6 are the superior's, 10 × 40 ÷ 100 = 4 the peer's.
#[test]
fn of_what_several_roles_rate_a_form_decides_its_roles_part() {
    let both = scheme(&[("superior", "60"), ("peer", "40")], &json!([{ "id": "r", "points": "10" }, measured("90")]));
    assert_eq!(decides(&both, "superior", &|_| "10".to_owned()), pair("6", "6"));
    assert_eq!(decides(&both, "peer", &|_| "10".to_owned()), pair("4", "4"));
    assert_eq!(decides(&both, "peer", &|_| "5".to_owned()), pair("2", "4"));
    let (view, _) = filled_of(&both, "2026-10", "peer", &|_| "10".to_owned());
    assert!(codes(&view.steps).contains(&"role-share"), "{:?}", codes(&view.steps));
    // r is rated by both, q by the superior alone: 60 × 40 ÷ 100 = 24 are the peer's.
    let rated = json!([{ "id": "r", "points": "60" },
        { "id": "q", "points": "40", "measure": { "type": "rating", "roles": ["superior"] } }]);
    let rated = scheme(&[("superior", "60"), ("peer", "40")], &rated);
    assert_eq!(decides(&rated, "peer", &|_| "60".to_owned()), pair("24", "24"));
    // What one role rates alone is its own whole, whatever the role weighs: the peer's q 40, and r 60 × 40 ÷ 100 = 24.
    let rated = json!([{ "id": "r", "points": "50" },
        { "id": "q", "points": "40", "measure": { "type": "rating", "roles": ["peer"] } }, measured("10")]);
    let rated = scheme(&[("superior", "60"), ("peer", "40")], &rated);
    let score = |id: &str| if id == "q" { "40".to_owned() } else { "50".to_owned() };
    assert_eq!(decides(&rated, "peer", &score), pair("60", "60"));
    assert_eq!(decides(&rated, "superior", &|_| "50".to_owned()), pair("30", "30"));
}

/// r 10 and x −5 are 5 of the total, x alone −5; with weights of 60 and 40 the superior's part is 60 % of that.
#[test]
fn a_form_decides_what_it_takes_and_what_it_adds() {
    let score = |id: &str| if id == "x" { "-5".to_owned() } else { "10".to_owned() };
    let (r, x) = (json!({ "id": "r", "points": "10" }), json!({ "id": "x", "deduction": {} }));
    let one = [("superior", "100")];
    assert_eq!(decides(&scheme(&one, &json!([r, x, measured("90")])), "superior", &score), pair("5", "10"));
    assert_eq!(decides(&scheme(&one, &json!([x, measured("100")])), "superior", &score), pair("-5", "0"));
    let two = [("superior", "60"), ("peer", "40")];
    assert_eq!(decides(&scheme(&two, &json!([r, x, measured("90")])), "superior", &score), pair("3", "6"));
    // A raw 10 makes 15 of 10 points and a bonus of up to 5: 15, of 10 to reach.
    let scale = json!({ "type": "linear", "knots": [{ "raw": "0", "points": "0" }, { "raw": "10", "points": "15" }] });
    let bonus = json!({ "id": "r", "points": "10", "bonus": "5", "scale": scale });
    assert_eq!(decides(&scheme(&one, &json!([bonus, measured("90")])), "superior", &score), pair("15", "10"));
}

/// A role of weight 0 that rates everything stands beside as one that rates a part: no total, no grade.
#[test]
fn a_role_that_weighs_nothing_has_no_total_even_over_the_whole() {
    let criteria = json!([{ "id": "r", "points": "60" }, { "id": "q", "points": "40" }]);
    let scheme = scheme(&[("superior", "100"), ("observer", "0")], &criteria);
    let score = |id: &str| if id == "r" { "60".to_owned() } else { "30".to_owned() };
    let (view, change) = filled_of(&scheme, "2026-10", "observer", &score);
    assert_eq!(view.covers, Covers::Beside);
    assert_eq!((view.total, view.grade, view.decides), (None, None, None));
    assert_eq!((change.total, change.grade, change.decides), (None, None, None));
    assert_eq!(view.sections[0].points.to_string(), "90");
}
