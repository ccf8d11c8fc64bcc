//! Relations that must hold for every workbook (trust.md): order, weights as parts, more is never less,
//! figures equal their derivation, merging, saving, ranks, and the live form against the batch.
//!
//! The workbooks are drawn from a fixed seed: the same ones every time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

mod drawn;
mod redone;

use kaohe::intake::{Merged, add};
use kaohe::live::{FormOf, LiveForm, LiveTeam};
use kaohe::output::{explain, result_file};
use kaohe::result::{Standing, SubjectResult};
use kaohe::workbook::{Book, merge};
use kaohe::{appraise, json};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use drawn::{rated_scheme, tenths, workbook};
use redone::{Figure, figure, figure_of, redo, redo_sums, rounded};

/// What a workbook's lists are.
const LISTS: [&str; 8] = ["schemes", "units", "people", "assignments", "states", "ratings", "records", "indicators"];

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 64,
        rng_seed: RngSeed::Fixed(95_595),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn order_does_not_matter(book in workbook(), keys in vec(any::<u16>(), 64)) {
        let mut shuffled = book.clone();
        for key in LISTS {
            shuffle(list_of(&mut shuffled, key), &keys);
        }
        same_bytes(&book, &shuffled)?;
    }

    #[test]
    fn what_is_there_twice_is_there_once(book in workbook(), which in any::<prop::sample::Index>()) {
        let mut doubled = book.clone();
        for key in ["assignments", "states", "ratings", "records", "indicators"] {
            let list = list_of(&mut doubled, key);
            if !list.is_empty() {
                list.push(list[which.index(list.len())].clone());
            }
        }
        same_bytes(&book, &doubled)?;
    }

    #[test]
    fn two_parts_of_a_workbook_merge_to_the_whole(book in workbook(), sides in vec(any::<bool>(), 64)) {
        let parts = [part(&book, &sides, true), part(&book, &sides, false)];
        let (whole, [one, other]) = (opened(&book), parts.each_ref().map(opened));
        prop_assert_eq!(whole.to_text(), merge(&one, &other).unwrap().to_text());
        prop_assert_eq!(whole.to_text(), merge(&other, &one).unwrap().to_text());
        let mut grown = one;
        prop_assert_ne!(add(&mut grown, "part", &other.to_text()).outcome, Merged::Refused);
        prop_assert_eq!(add(&mut grown, "part", &other.to_text()).outcome, Merged::AlreadyHere);
        prop_assert_eq!(result_file(&whole), result_file(&grown));
    }

    #[test]
    fn saving_and_loading_is_the_identity(book in workbook()) {
        let text = opened(&book).to_text();
        let (again, _) = Book::from_text(&text).unwrap();
        prop_assert_eq!(&text, &again.to_text());
        prop_assert!(text.contains("\"x-drawn\""), "keys of others survive");
    }

    #[test]
    fn role_weights_are_parts(book in workbook(), (tenths_of_k, from) in (1..=40_u32, 0..=3_u32)) {
        let mut scaled = book.clone();
        for role in list_of(&mut scaled["schemes"][0], "roles") {
            let weight = u32::try_from(role["weight"].as_u64().unwrap()).unwrap();
            role["weight"] = tenths(weight * (tenths_of_k + from)).into();
        }
        prop_assert_eq!(appraised(&book)["results"].clone(), appraised(&scaled)["results"].clone());
    }

    #[test]
    fn a_higher_rating_never_lowers_a_total(
        (book, form, line) in (workbook(), any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        higher in 1..=40_u32,
    ) {
        let mut raised = book.clone();
        let ratings = list_of(&mut raised, "ratings");
        prop_assume!(!ratings.is_empty());
        let at = form.index(ratings.len());
        // Of two different forms one may be raised into the other.
        prop_assume!(ratings.iter().filter(|rating| rating["id"] == ratings[at]["id"]).count() == 1);
        let rating = &mut ratings[at];
        let scores = rating["scores"].as_array_mut().unwrap();
        prop_assume!(!scores.is_empty());
        let at = line.index(scores.len());
        raise(&mut scores[at], higher);
        let subject = rating["subject"].clone();
        not_below(&appraised(&book), &appraised(&raised), &subject)?;
    }

    #[test]
    fn a_better_number_never_lowers_a_total(
        (book, which) in (workbook(), any::<prop::sample::Index>()),
        higher in 1..=400_u32,
    ) {
        let mut raised = book.clone();
        let numbers = list_of(&mut raised, "indicators");
        prop_assume!(!numbers.is_empty());
        let at = which.index(numbers.len());
        raise_number(&mut numbers[at], higher);
        let subject = numbers[at]["subject"].clone();
        not_below(&appraised(&book), &appraised(&raised), &subject)?;
    }

    #[test]
    fn a_further_deduction_never_raises_a_total(
        (book, whose) in (workbook(), any::<prop::sample::Index>()),
        criterion in prop::sample::select(vec!["quality", "late", "complaint"]),
    ) {
        let people = book["people"].as_array().unwrap();
        let subject = people[whose.index(people.len())]["id"].clone();
        let mut record = json!({
            "id": "further", "subject": subject, "criterion": criterion, "date": "2026-10-30", "author": "示例",
            "reason": "示例",
        });
        if criterion != "late" {
            record["points"] = "-1.5".into();
        }
        let mut further = book.clone();
        list_of(&mut further, "records").push(record);
        not_below(&appraised(&further), &appraised(&book), &subject)?;
    }

    #[test]
    fn figures_equal_the_sum_of_their_derivation(book in workbook()) {
        let (opened, appraisal) = (opened(&book), appraised(&book));
        for result in appraisal["results"].as_array().unwrap() {
            redo_sums(result, &book["schemes"][0]);
            let steps = explain(&opened, result["subject"].as_str().unwrap()).unwrap();
            let steps: Value = serde_json::from_str(&json::pretty(&steps)).unwrap();
            steps.as_array().unwrap().iter().for_each(redo);
            let total = &steps[0];
            if total["code"] == "total" {
                prop_assert_eq!(&total["value"], &result["total"]);
            }
        }
    }

    #[test]
    fn alone_or_among_others_the_score_is_the_same(book in workbook()) {
        for result in appraised(&book)["results"].as_array().unwrap() {
            let alone = appraised(&only(&book, &result["subject"]));
            prop_assert_eq!(own_part(result), own_part(&alone["results"][0]));
        }
    }

    #[test]
    fn ranks_add_up_to_the_unit(book in workbook()) {
        let appraisal = appraised(&book);
        let results = appraisal["results"].as_array().unwrap();
        let ties_are_broken = book["schemes"][0]["ranking"]["tieBreakers"] != json!([]);
        for unit in appraisal["units"].as_array().unwrap() {
            let members: Vec<&Value> = results.iter().filter(|result| result["unit"] == unit["unit"]).collect();
            ranks_add_up(unit, &members, ties_are_broken)?;
        }
    }

    #[test]
    fn a_complete_form_runs_to_the_total_of_the_batch(
        (scheme, role) in (rated_scheme(), prop::sample::select(vec!["self", "peer", "lead"])),
        (skill, attitude) in (0..=100_u32, 0..=60_u32),
        attitude_first in any::<bool>(),
    ) {
        let mut typed = vec![("skill", tenths(skill)), ("attitude", tenths(attitude))];
        if attitude_first {
            typed.reverse();
        }
        let rater = if role == "self" { "1000" } else { "P1" };
        let mut live = LiveForm::open(&scheme.to_string(), &form(role, rater, &[]).to_string()).unwrap();
        let mut total = None;
        for (criterion, text) in &typed {
            let change = live.enter(criterion, text);
            prop_assert!(change.problem.is_none(), "{:?}", change.problem);
            total = change.total;
        }
        let batch = appraised(&batch_of(&scheme, role, form(role, rater, &typed)));
        let shown = total.map(|total| total.to_string());
        prop_assert_eq!(&live.view().total.map(|total| total.to_string()), &shown);
        let of_role = |asked: &&Value| asked["id"] == role && asked["weight"] == json!(0);
        if scheme["roles"].as_array().unwrap().iter().any(|asked| of_role(&asked)) {
            prop_assert!(shown.is_none(), "a role that weighs nothing stands beside");
        } else {
            prop_assert_eq!(shown.as_deref(), batch["results"][0]["total"].as_str());
        }
    }

    #[test]
    fn a_team_that_is_tried_is_the_team_as_appraised(
        book in workbook(),
        forced in any::<bool>(),
        tries in vec((any::<prop::sample::Index>(), any::<bool>(), 0..=100_u32), 4),
    ) {
        let mut book = book;
        if forced {
            book["schemes"][0]["distribution"] = json!({ "shares": [
                { "grade": "A", "share": "40" }, { "grade": "B", "share": "30" }, { "grade": "C", "share": "30" },
            ] });
        }
        let units: Vec<String> = list_of(&mut book, "units").iter().map(|unit| word(&unit["id"])).collect();
        for unit in units {
            let mut tried = book.clone();
            let mut team = LiveTeam::open(&opened(&tried), &unit, "drawn").unwrap();
            prop_assert_eq!(team.standings(), standings_of(&tried, &unit));
            for (form, skill, tenths_given) in &tries {
                let Some((at, own)) = single_form(&tried, &unit, form) else { continue };
                let most = if *skill { *tenths_given } else { tenths_given / 2 };
                let (criterion, text) = (if *skill { "skill" } else { "attitude" }, tenths(most));
                if !skill && own.role == "self" {
                    continue; // nobody is asked for it in this role
                }
                let before = team.standings();
                let change = team.enter(&own.borrowed(), criterion, &text).unwrap();
                enter_into(&mut tried["ratings"][at], criterion, &text);
                let now = standings_of(&tried, &unit);
                prop_assert_eq!(&team.standings(), &now);
                let moved: Vec<Standing> = now.into_iter().filter(|standing| !before.contains(standing)).collect();
                prop_assert_eq!(change.changed, moved);
            }
        }
    }

    #[test]
    fn a_form_that_is_but_a_part_shows_what_it_decides(book in workbook(), skill in 0..=100_u32) {
        let scheme = &book["schemes"][0];
        let mut live = LiveForm::open(&scheme.to_string(), &form("self", "1000", &[]).to_string()).unwrap();
        let change = live.enter("skill", &tenths(skill));
        prop_assert!(change.total.is_none() && change.grade.is_none() && change.missing.is_empty());
        if scheme["roles"][0]["weight"] == json!(0) {
            prop_assert!(change.decides.is_none(), "a role that weighs nothing decides nothing");
            return Ok(());
        }
        // Bounds and rounding of the section and of the total are the whole's; its weight says what a point is worth.
        let section = &scheme["sections"][0];
        let points = rounded_by(&section["criteria"][0]["rounding"], figure_of(&tenths(skill).into()));
        let [own, together] = if section["weight"].is_null() { [1, 1] } else { [section["weight"].as_u64().unwrap(), 16] };
        let decided = figure_of(&change.decides.unwrap().to_string().into());
        // Every role rates it, and decides by what it weighs.
        let weights: Vec<Figure> = scheme["roles"].as_array().unwrap().iter().map(|role| figure_of(&role["weight"])).collect();
        let all = weights.iter().fold(figure("0"), |sum, weight| sum + weight);
        prop_assert_eq!(
            decided * figure(&together.to_string()) * all,
            points * figure(&own.to_string()) * weights[0].clone()
        );
    }
}

// ── what the relations are told by ─────────────────────────────────────────────────────────────

/// It holds, or why not.
type Relation = Result<(), TestCaseError>;

/// Where the members of a unit stand by the whole appraisal.
fn standings_of(book: &Value, unit: &str) -> Vec<Standing> {
    let results = appraise(&opened(book)).results;
    results.iter().filter(|result| result.unit.as_str() == unit).map(SubjectResult::standing).collect()
}

struct Form {
    subject: String,
    role: String,
    rater: String,
}

impl Form {
    fn borrowed(&self) -> FormOf<'_> {
        FormOf { subject: &self.subject, role: &self.role, rater: &self.rater }
    }
}

/// One of the forms about a unit's subjects that have no second one beside them, with its place.
fn single_form(book: &Value, unit: &str, which: &prop::sample::Index) -> Option<(usize, Form)> {
    let ours =
        |form: &Value| {
            book["people"].as_array().unwrap().iter().any(|person| {
                person["id"] == form["subject"] && person["unit"] == unit && person.get("scheme").is_some()
            })
        };
    let forms = book["ratings"].as_array()?;
    let alike = |a: &Value, b: &Value| ["subject", "role", "rater"].iter().all(|key| a[key] == b[key]);
    let single = |form: &Value| forms.iter().filter(|other| alike(form, other)).count() == 1;
    let found: Vec<usize> = (0..forms.len()).filter(|at| ours(&forms[*at]) && single(&forms[*at])).collect();
    let at = *found.get(which.index(found.len().max(1)))?;
    let [subject, role, rater] = ["subject", "role", "rater"].map(|key| word(&forms[at][key]));
    Some((at, Form { subject, role, rater }))
}

fn enter_into(form: &mut Value, criterion: &str, text: &str) {
    let lines = list_of(form, "scores");
    match lines.iter_mut().find(|line| line["criterion"] == criterion) {
        Some(line) => line["score"] = text.into(),
        None => lines.push(json!({ "criterion": criterion, "score": text })),
    }
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn opened(book: &Value) -> Book {
    match Book::from_text(&book.to_string()) {
        Ok((book, _warnings)) => book,
        Err(problems) => panic!("{}", json::pretty(&problems)),
    }
}

fn appraised(book: &Value) -> Value {
    serde_json::from_str(&json::pretty(&appraise(&opened(book)))).unwrap()
}

fn same_bytes(one: &Value, other: &Value) -> Relation {
    let (one, other) = (opened(one), opened(other));
    prop_assert_eq!(one.to_text(), other.to_text());
    prop_assert_eq!(result_file(&one), result_file(&other));
    Ok(())
}

fn list_of<'v>(part: &'v mut Value, key: &str) -> &'v mut Vec<Value> {
    part[key].as_array_mut().unwrap()
}

/// Orders a list by drawn keys.
fn shuffle(list: &mut Vec<Value>, keys: &[u16]) {
    let mut keyed: Vec<(u16, Value)> = keys.iter().cycle().copied().zip(std::mem::take(list)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    list.extend(keyed.into_iter().map(|(_, entry)| entry));
}

/// One side of a workbook's entries; what takes the place of another goes with it.
fn part(book: &Value, sides: &[bool], side: bool) -> Value {
    let mut part = book.clone();
    for key in ["assignments", "states", "ratings"] {
        let mut sides = sides.iter().cycle();
        list_of(&mut part, key).retain(|_| *sides.next().unwrap() == side);
    }
    let sum_of_letters = |entry: &Value| {
        let chain = entry.get("replaces").unwrap_or(&entry["id"]);
        chain.as_str().unwrap().bytes().map(usize::from).sum::<usize>()
    };
    for key in ["records", "indicators"] {
        list_of(&mut part, key).retain(|entry| sides[sum_of_letters(entry) % sides.len()] == side);
    }
    part
}

/// The workbook with one subject and what was entered for it.
fn only(book: &Value, subject: &Value) -> Value {
    let mut alone = book.clone();
    list_of(&mut alone, "people").retain(|person| person["id"] == *subject);
    for key in ["assignments", "states", "ratings", "records", "indicators"] {
        list_of(&mut alone, key).retain(|entry| entry["subject"] == *subject);
    }
    alone
}

/// What a result says of the subject alone: everything but rank and warnings.
fn own_part(result: &Value) -> Value {
    let mut own = result.clone();
    for key in ["rank", "ranked", "below", "warning", "alsoHolds", "early"] {
        own.as_object_mut().unwrap().remove(key);
    }
    own
}

/// Gives a line so many tenths more, as far as its criterion goes.
fn raise(line: &mut Value, higher: u32) {
    let digits: String = line["score"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
    let most = if line["criterion"] == "skill" { 100 } else { 60 };
    line["score"] = tenths((digits.parse::<u32>().unwrap() + higher).min(most)).into();
}

/// Gives a number so many tenths more, as far as it may go.
fn raise_number(entry: &mut Value, higher: u32) {
    let value = entry["value"].as_str().unwrap();
    let digits: u32 = value.replace('.', "").parse().unwrap();
    let in_tenths = if value.contains('.') { digits } else { digits * 10 };
    let most = if entry["indicator"] == "exam" { 1_000 } else { u32::MAX };
    entry["value"] = tenths((in_tenths + higher).min(most)).into();
}

/// The subject's total is there in both or in neither, and in the second not lower; so are base and bonus.
fn not_below(lower: &Value, higher: &Value, subject: &Value) -> Relation {
    let of_subject = |appraisal: &Value| {
        let results = appraisal["results"].as_array().unwrap();
        results.iter().find(|result| result["subject"] == *subject).unwrap().clone()
    };
    let (lower, higher) = (of_subject(lower), of_subject(higher));
    prop_assert_eq!(&lower["status"], &higher["status"]);
    for key in ["total", "base", "bonus", "deductions"] {
        let (Some(less), Some(more)) = (lower.get(key), higher.get(key)) else { continue };
        prop_assert!(figure_of(less) <= figure_of(more), "{key}: {less}, then {more}");
    }
    if let (Some(less), Some(more)) = (lower["grade"].as_str(), higher["grade"].as_str()) {
        prop_assert!(less >= more, "grade {less}, then {more}"); // A is better than B
    }
    if let (Some(less), Some(more)) = (lower["rank"].as_u64(), higher["rank"].as_u64()) {
        prop_assert!(less >= more, "rank {less}, then {more}");
    }
    Ok(())
}

/// Counts add up; who has the higher total has the better rank; ranks and those below are counted by the totals.
fn ranks_add_up(unit: &Value, members: &[&Value], ties_are_broken: bool) -> Relation {
    let count = |key: &str| usize::try_from(unit[key].as_u64().unwrap()).unwrap();
    let ranked: Vec<&&Value> = members.iter().filter(|member| member.get("rank").is_some()).collect();
    prop_assert_eq!(members.len(), count("members"));
    prop_assert_eq!(ranked.len(), count("ranked"));
    prop_assert_eq!(members.len(), count("ranked") + count("provisional") + count("away"));
    let number = |member: &Value, key: &str| usize::try_from(member[key].as_u64().unwrap()).unwrap();
    for member in &ranked {
        prop_assert_eq!(&member["state"], "active");
        let total = figure_of(&member["total"]);
        let above = ranked.iter().filter(|other| figure_of(&other["total"]) > total).count();
        let below = ranked.iter().filter(|other| figure_of(&other["total"]) < total).count();
        let alike = ranked.iter().filter(|other| other["rank"] == member["rank"]).count();
        let (rank, strictly_below) = (number(member, "rank"), number(member, "below"));
        prop_assert_eq!(number(member, "ranked"), ranked.len());
        prop_assert_eq!(rank - 1 + alike + strictly_below, ranked.len(), "above, alike and below are everybody");
        prop_assert!(rank > above && strictly_below >= below, "{member}");
        if !ties_are_broken {
            prop_assert_eq!((rank, strictly_below), (above + 1, below));
        }
    }
    Ok(())
}

/// A figure as a rounding makes it, if there is one; tenths need none to be published.
fn rounded_by(rule: &Value, figure: Figure) -> Figure {
    if rule.is_null() {
        return figure;
    }
    rounded(&figure, &figure_of(&rule["step"]), rule["mode"].as_str().unwrap())
}

/// A form by a drawn scheme.
fn form(role: &str, rater: &str, scores: &[(&str, String)]) -> Value {
    let line = |(criterion, score): &(&str, String)| json!({ "criterion": criterion, "score": score });
    json!({
        "id": "form", "revision": 1, "scheme": { "id": "drawn", "version": "1" }, "period": "2026-10",
        "subject": "1000", "rater": rater, "role": role, "date": "2026-10-31",
        "scores": scores.iter().map(line).collect::<Vec<_>>(),
    })
}

/// A workbook of one form, by the scheme as if only its role were asked.
fn batch_of(scheme: &Value, role: &str, form: Value) -> Value {
    let mut scheme = scheme.clone();
    list_of(&mut scheme, "roles").retain(|asked| asked["id"] == role);
    scheme["roles"][0]["weight"] = 1.into();
    scheme["roles"][0]["atLeast"] = 1.into();
    json!({
        "format": "kaohe-workbook", "formatVersion": 1, "id": "batch", "period": "2026-10", "schemes": [scheme],
        "units": [{ "id": "day", "name": { "zh-CN": "白班" } }],
        "people": [{ "id": "1000", "name": "样例", "unit": "day", "scheme": "drawn" }], "ratings": [form],
    })
}
