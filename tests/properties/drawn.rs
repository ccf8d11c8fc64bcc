//! Workbooks drawn at random: a small scheme with every part that can change a figure, and a few
//! people with forms (some missing, some twice and different), records, numbers and states.

use std::fmt;
use std::ops::{Deref, DerefMut};

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A document that a failure prints as the JSON that somebody can try.
#[derive(Clone)]
pub(crate) struct Drawn(Value);

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Deref for Drawn {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl DerefMut for Drawn {
    fn deref_mut(&mut self) -> &mut Value {
        &mut self.0
    }
}

/// A whole workbook.
pub(crate) fn workbook() -> impl Strategy<Value = Drawn> {
    (scheme(), vec(person(), 1..=6)).prop_map(|(scheme, people)| Drawn(assembled(&scheme, &people)))
}

/// A scheme that one form covers: ratings only, without grades.
pub(crate) fn rated_scheme() -> impl Strategy<Value = Drawn> {
    scheme().prop_map(|mut scheme| {
        let work = scheme["sections"][0].clone();
        scheme["total"]["points"] = worth(&work).into();
        scheme["sections"] = json!([work]);
        scheme["sections"][0]["criteria"][1]["measure"] = json!({ "type": "rating" });
        for key in ["grades", "ranking", "warnings", "indicators"] {
            scheme.as_object_mut().unwrap().remove(key);
        }
        Drawn(scheme)
    })
}

/// A number of tenths as somebody writes it.
pub(crate) fn tenths(number: u32) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// What a section is worth in the total.
fn worth(section: &Value) -> u64 {
    section.get("weight").map_or(15, |weight| weight.as_u64().unwrap())
}

fn scheme() -> impl Strategy<Value = Value> {
    (roles(), work(), conduct(), measured(), total(), warnings(), any::<bool>()).prop_map(
        |(roles, work, conduct, measured, mut total, warnings, tie_breaker)| {
            total["points"] = (worth(&work) + 40).into();
            json!({
                "format": "kaohe-scheme", "formatVersion": 1, "id": "drawn", "version": "1", "period": "month",
                "name": { "zh-CN": "随机方案" }, "x-drawn": { "by": ["proptest", 1.0] },
                "roles": roles, "sections": [work, conduct, measured], "total": total,
                "indicators": [
                    { "id": "exam", "name": { "zh-CN": "考试" }, "least": 0, "most": 100 },
                    { "id": "calls", "name": { "zh-CN": "通话量" } },
                ],
                "grades": [
                    { "id": "A", "name": { "zh-CN": "优" }, "above": 29 },
                    { "id": "B", "name": { "zh-CN": "中" }, "from": 15 },
                    { "id": "C", "name": { "zh-CN": "差" } },
                ],
                "ranking": { "tieBreakers": if tie_breaker { json!(["quality"]) } else { json!([]) } },
                "warnings": warnings,
            })
        },
    )
}

fn roles() -> impl Strategy<Value = Value> {
    let missing = || select(vec!["wait", "zero", "full", "share"]);
    (0..=5_u32, 0..=5_u32, 1..=5_u32, 1..=2_u32, (missing(), missing(), missing())).prop_map(
        |(own, peer, lead, at_least, missing)| {
            json!([
                { "id": "self", "name": { "zh-CN": "自评" }, "by": "subject", "weight": own, "missing": missing.0 },
                { "id": "peer", "name": { "zh-CN": "同事" }, "weight": peer, "missing": missing.1, "atLeast": at_least },
                { "id": "lead", "name": { "zh-CN": "上级" }, "weight": lead, "missing": missing.2 },
            ])
        },
    )
}

/// A section of ratings.
fn work() -> impl Strategy<Value = Value> {
    let bounds = (of(5..=40_u64), of(0..=2_u64), of(0..=3_u64), of(rounding()));
    let average = select(vec!["mean", "mean", "median", "trimmed"]);
    (bounds, no_data(), no_data(), of(rounding()), average).prop_map(
        |((weight, floor, below_worth, rounding), skill, attitude, of_skill, average)| {
            let cap = below_worth.map(|below| weight.unwrap_or(15) - below);
            let skill = json!({
                "id": "skill", "name": { "zh-CN": "技能" }, "points": 10,
                "measure": { "type": "rating", "average": average },
                "noData": skill, "rounding": of_skill,
            });
            // What a weight scales has no bonus beside it.
            let (points, bonus) = if weight.is_some() { (6, None) } else { (5, Some(1)) };
            let attitude = json!({
                "id": "attitude", "name": { "zh-CN": "态度" }, "points": points, "bonus": bonus, "noData": attitude,
                "measure": { "type": "rating", "roles": ["peer", "lead"] },
            });
            without_nulls(json!({
                "id": "work", "name": { "zh-CN": "业绩" }, "weight": weight, "floor": floor, "cap": cap,
                "rounding": rounding, "criteria": [without_nulls(skill), without_nulls(attitude)],
            }))
        },
    )
}

/// A section of records.
fn conduct() -> impl Strategy<Value = Value> {
    of(1..=15).prop_map(|most_taken| {
        let deduction = most_taken.map_or(json!({}), |most: i32| json!({ "floor": -most }));
        json!({ "id": "conduct", "name": { "zh-CN": "行为" }, "points": 30, "criteria": [
            { "id": "quality", "name": { "zh-CN": "品质" }, "points": 20, "bonus": 5,
              "measure": { "type": "records", "of": "points" }, "scale": { "type": "each", "start": 20, "each": 1 } },
            { "id": "late", "name": { "zh-CN": "迟到" }, "points": 10,
              "measure": { "type": "records", "of": "count" },
              "scale": { "type": "each", "start": 10, "each": -2, "floor": 1 } },
            { "id": "complaint", "name": { "zh-CN": "投诉" }, "deduction": deduction,
              "measure": { "type": "records", "of": "points" } },
        ] })
    })
}

/// A section of numbers: an exam by straight lines, which may be failed, and calls by thresholds of attainment.
fn measured() -> impl Strategy<Value = Value> {
    (no_data(), no_data(), of(0..=60_u32), of(rounding())).prop_map(|(exam, calls, fails_below, of_calls)| {
        let fails = fails_below.map(|limit| {
            json!([{ "id": "failed", "name": { "zh-CN": "不及格" }, "when": { "type": "below", "limit": limit },
                     "sets": { "type": "grade", "grade": "C" } }])
        });
        let exam = json!({
            "id": "exam", "name": { "zh-CN": "考试" }, "points": 5, "noData": exam, "critical": fails,
            "measure": { "type": "indicator", "indicator": "exam" },
            "scale": { "type": "linear", "knots": [{ "raw": 60, "points": 0 }, { "raw": 90, "points": 5 }] },
        });
        let calls = json!({
            "id": "calls", "name": { "zh-CN": "通话量" }, "points": 5, "noData": calls, "rounding": of_calls,
            "measure": { "type": "indicator", "indicator": "calls", "of": "attainment" },
            "scale": { "type": "steps", "steps": [
                { "from": 100, "points": 5 }, { "above": 80, "points": "3.5" }, { "points": 0 },
            ] },
        });
        json!({ "id": "measured", "name": { "zh-CN": "指标" },
                "criteria": [without_nulls(exam), without_nulls(calls)] })
    })
}

fn total() -> impl Strategy<Value = Value> {
    (of(30..=60_u32), of(rounding()))
        .prop_map(|(max, rounding)| without_nulls(json!({ "min": 0, "max": max, "rounding": rounding })))
}

fn warnings() -> impl Strategy<Value = Value> {
    (any::<bool>(), any::<bool>()).prop_map(|(small_units, strict)| {
        json!({ "smallUnits": small_units, "strict": strict, "rungs": [
            { "id": "talk", "name": { "zh-CN": "谈话" }, "bottom": 1 },
            { "id": "train", "name": { "zh-CN": "培训" }, "bottom": 2 },
        ] })
    })
}

fn rounding() -> impl Strategy<Value = Value> {
    let steps = select(vec!["0.01", "0.1", "0.25", "1", "3"]);
    let modes = select(vec!["half-up", "half-even", "up", "down"]);
    (steps, modes).prop_map(|(step, mode)| json!({ "step": step, "mode": mode }))
}

fn no_data() -> impl Strategy<Value = &'static str> {
    select(vec!["wait", "zero", "full", "exclude"])
}

/// What was entered for one person.
#[derive(Debug, Clone)]
struct Person {
    second_unit: bool,
    state: Option<&'static str>,
    /// By itself, by two peers, by the lead.
    forms: Vec<Option<Form>>,
    /// A criterion that nobody scored.
    unscored: Option<&'static str>,
    records: Vec<Record>,
    /// The exam in tenths, and the calls.
    numbers: (Option<u32>, Option<Calls>),
}

#[derive(Debug, Clone)]
struct Calls {
    made: u32,
    /// None is waited for like a number that was not entered.
    target: Option<u32>,
    /// A wrong number was entered before.
    corrected: bool,
}

#[derive(Debug, Clone)]
struct Form {
    skill: Option<u32>,
    attitude: Option<u32>,
    /// The same rater's other form, which gives another score.
    other: Option<u32>,
}

#[derive(Debug, Clone)]
struct Record {
    criterion: &'static str,
    /// Halves of a point.
    halves: i32,
    corrected: bool,
    /// Another file has it with another reason.
    disputed: bool,
}

fn person() -> impl Strategy<Value = Person> {
    let state = weighted(0.15, select(vec!["leave", "standby", "active"]));
    let forms = vec(weighted(0.9, form()), 4);
    let unscored = weighted(0.25, select(vec!["skill", "attitude"]));
    let numbers = (weighted(0.9, 0..=1_000_u32), weighted(0.9, calls()));
    (any::<bool>(), state, forms, unscored, vec(record(), 0..=5), numbers).prop_map(
        |(second_unit, state, forms, unscored, records, numbers)| Person {
            second_unit,
            state,
            forms,
            unscored,
            records,
            numbers,
        },
    )
}

fn calls() -> impl Strategy<Value = Calls> {
    (0..=150_u32, weighted(0.95, 1..=120_u32), any::<bool>()).prop_map(|(made, target, corrected)| Calls {
        made,
        target,
        corrected,
    })
}

fn form() -> impl Strategy<Value = Form> {
    let (skill, attitude) = (weighted(0.97, 0..=100_u32), weighted(0.97, 0..=60_u32));
    (skill, attitude, weighted(0.03, 0..=100_u32)).prop_map(|(skill, attitude, other)| Form { skill, attitude, other })
}

fn record() -> impl Strategy<Value = Record> {
    let criterion = select(vec!["quality", "quality", "late", "complaint"]);
    let rarely = |probability| weighted(probability, Just(())).prop_map(|drawn| drawn.is_some());
    (criterion, 1..=24_i32, any::<bool>(), rarely(0.2), rarely(0.03)).prop_map(
        |(criterion, size, added, corrected, disputed)| {
            let halves = if added && criterion == "quality" { size } else { -size };
            Record { criterion, halves, corrected, disputed }
        },
    )
}

fn assembled(scheme: &Value, people: &[Person]) -> Value {
    let numbered = || people.iter().enumerate().map(|(index, person)| (format!("{}", 1000 + index), person));
    let listed = numbered().map(|(id, person)| {
        let unit = if person.second_unit { "night" } else { "day" };
        json!({ "id": id, "name": format!("样例{id}"), "unit": unit, "scheme": "drawn" })
    });
    json!({
        "format": "kaohe-workbook", "formatVersion": 1, "id": "drawn", "period": "2026-10", "schemes": [scheme],
        "units": [{ "id": "night", "name": { "zh-CN": "夜班" } }, { "id": "day", "name": { "zh-CN": "白班" } }],
        "people": listed.collect::<Vec<_>>(),
        "assignments": numbered().flat_map(|(id, _)| assignments(&id)).collect::<Vec<_>>(),
        "states": numbered().filter_map(|(id, person)| state(&id, person)).collect::<Vec<_>>(),
        "ratings": numbered().flat_map(|(id, person)| ratings(&id, person)).collect::<Vec<_>>(),
        "records": numbered().flat_map(|(id, person)| records(&id, person)).collect::<Vec<_>>(),
        "indicators": numbered().flat_map(|(id, person)| indicators(&id, person)).collect::<Vec<_>>(),
    })
}

fn indicators(subject: &str, person: &Person) -> Vec<Value> {
    let entered = |indicator: &str, value: String| {
        json!({
            "id": format!("{indicator}-{subject}"), "subject": subject, "indicator": indicator, "date": "2026-10-31",
            "value": value, "author": "示例统计",
        })
    };
    let (exam, calls) = &person.numbers;
    let mut numbers = Vec::from_iter(exam.map(|exam| entered("exam", tenths(exam))));
    if let Some(Calls { made, target, corrected }) = calls {
        let mut number = entered("calls", made.to_string());
        if *corrected {
            numbers.push(entered("calls", (made + 7).to_string()));
            number["id"] = format!("calls-{subject}-corrected").into();
            number["replaces"] = format!("calls-{subject}").into();
            number["note"] = "更正".into();
        }
        if let Some(target) = target {
            number["target"] = (*target).into();
        }
        numbers.push(number);
    }
    numbers
}

fn assignments(subject: &str) -> Vec<Value> {
    let asked = |(role, rater): &(&str, &str)| json!({ "subject": subject, "role": role, "rater": rater });
    [("peer", "P1"), ("peer", "P2"), ("lead", "L")].iter().map(asked).collect()
}

fn state(subject: &str, person: &Person) -> Option<Value> {
    let state = person.state?;
    Some(json!({
        "id": format!("state-{subject}"), "subject": subject, "state": state, "date": "2026-10-01",
        "author": "示例经理", "reason": "示例",
    }))
}

fn ratings(subject: &str, person: &Person) -> Vec<Value> {
    let slots = [("self", subject), ("peer", "P1"), ("peer", "P2"), ("lead", "L")];
    let mut ratings = Vec::new();
    for ((role, rater), form) in slots.iter().zip(&person.forms) {
        let Some(form) = form else { continue };
        let mut first = rating(subject, role, rater, form);
        first["scores"].as_array_mut().unwrap().retain(|line| person.unscored.is_none_or(|id| line["criterion"] != id));
        if let Some(other) = form.other {
            let mut again = first.clone();
            again["revision"] = (1 + other % 2).into();
            again["scores"] = json!([{ "criterion": "skill", "score": tenths(other) }]);
            ratings.push(again);
        }
        ratings.push(first);
    }
    ratings
}

fn rating(subject: &str, role: &str, rater: &str, form: &Form) -> Value {
    let attitude = form.attitude.filter(|_| role != "self");
    let lines = [("skill", form.skill), ("attitude", attitude)];
    let given = lines.into_iter().filter_map(|(criterion, score)| Some((criterion, tenths(score?))));
    let scores: Vec<Value> =
        given.map(|(criterion, score)| json!({ "criterion": criterion, "score": score })).collect();
    json!({
        "id": format!("form-{subject}-{rater}"), "revision": 1, "scheme": { "id": "drawn", "version": "1" },
        "period": "2026-10", "subject": subject, "rater": rater, "role": role, "date": "2026-10-31", "scores": scores,
    })
}

fn records(subject: &str, person: &Person) -> Vec<Value> {
    let mut records = Vec::new();
    for (index, drawn) in person.records.iter().enumerate() {
        let id = format!("record-{subject}-{index}");
        let points = (drawn.criterion != "late").then(|| halves(drawn.halves));
        let first = without_nulls(json!({
            "id": id, "subject": subject, "criterion": drawn.criterion, "date": "2026-10-20", "author": "示例质检",
            "reason": "示例", "points": points, "x-ticket": index,
        }));
        if drawn.corrected {
            // A correction of an event annuls it; one of points takes a half of them back.
            let mut correction = first.clone();
            correction["id"] = format!("{id}-corrected").into();
            correction["replaces"] = id.into();
            correction["points"] = points.map_or("0".into(), |_| halves(drawn.halves / 2)).into();
            records.push(correction);
        }
        if drawn.disputed {
            let mut other = first.clone();
            other["reason"] = "另一说".into();
            records.push(other);
        }
        records.push(first);
    }
    records
}

fn halves(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{}", number.abs() / 2, number.abs() % 2 * 5)
}

fn without_nulls(mut object: Value) -> Value {
    object.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    object
}
