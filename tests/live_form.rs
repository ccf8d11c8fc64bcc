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
    let text = fs::read_to_string(path).unwrap();
    let whole: Value = serde_json::from_str(&text).unwrap();
    let itself = whole["roles"].as_array().unwrap().iter().any(|one| one["id"] == role && one["by"] == "subject");
    let rating = json!({
        "id": "f", "revision": 1, "scheme": { "id": whole["id"], "version": whole["version"] }, "period": period,
        "subject": "A", "rater": if itself { "A" } else { "B" }, "role": role, "date": "2026-12-31", "scores": [],
    });
    let mut live = LiveForm::open(&text, &rating.to_string()).unwrap();
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
