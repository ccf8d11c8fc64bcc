//! A scheme that nobody shipped: existing parts, combined anew in a file, scored by the built program.
//!
//! The figures are calculated by hand from `tests/data/outside/`, in the comments below. The digests of
//! its history are those of another program (Python: sorted keys, no blanks, SHA-256).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod common;

use serde_json::{Value, json};

use common::{kaohe, printed, root};

const SCHEME: &str = "tests/data/outside/scheme.json";
const WORKBOOK: &str = "tests/data/outside/workbook.json";

#[test]
fn the_scheme_is_good_and_the_workbook_holds_it_whole() {
    let said = printed(&["check", SCHEME]);
    assert!(said.contains("help-desk") && said.contains("2026.1"), "{said}");
    let read =
        |path: &str| -> Value { serde_json::from_str(&std::fs::read_to_string(root().join(path)).unwrap()).unwrap() };
    assert_eq!(read(SCHEME), read(WORKBOOK)["schemes"][0]);
}

/// Both peers in: answer (4.5 × 1 + 4.5 × 2) ÷ 3 = 4.5 (the self rating of 5 weighs 0); tone
/// (5 × 1 + 5 × 2) ÷ 3 = 5; (4.5 + 5) × 60 ÷ 10 = 57.
/// Documents 20 − 3 = 17, bonus 2 + 5 = 7, at most 4. Slips 20 − 2 × 3 = 14. Complaints −1.5 − 2 = −3.5.
/// Handover (8 + 9.5) ÷ 2 = 8.75. Base 57 + 17 + 14 + 8.75 = 96.75; 96.75 + 4 − 3.5 = 97.25 → 97.3.
#[test]
fn bonus_and_deductions_are_reported_apart() {
    expect(
        "D1",
        &json!({
            "status": "final", "base": "96.75", "bonus": "4", "deductions": "-3.5", "total": "97.3", "grade": "M",
            "sections": { "service": "57", "register": "31", "handing-over": "8.75" },
            "criteria": { "answer": "4.5", "tone": "5", "documents": "17", "slips": "14", "complaints": "-3.5" },
        }),
    );
}

/// One peer of the two that it takes: the lead's word is the whole of answer and tone, (4 + 4.5) × 6 = 51.
/// Slips 20 − 7 × 3 = −1, at least 2. Nobody but peers rates the handover: N/A, 10 of 110 points.
/// Base (51 + 20 + 2) × 110 ÷ 100 = 80.3.
#[test]
fn a_missing_role_is_shared_out_and_what_is_not_applicable_leaves_the_denominator() {
    expect(
        "D2",
        &json!({
            "base": "80.3", "bonus": "0", "deductions": "0", "total": "80.3", "grade": "L",
            "sections": { "service": "51", "register": "22" }, "criteria": { "handover": null, "slips": "2" },
        }),
    );
}

/// Answer 3.5; tone (3.25 + 4 × 2) ÷ 3 = 3.75; 7.25 × 6 = 43.5, rounded down to 43. Documents 20 − 25 < 0: 0;
/// the +3 was annulled. The slip was annulled: 20. Complaints −5 − 6.5 = −11.5, at least −8. Handover 6.5.
/// 43 + 0 + 20 + 6.5 = 69.5; 69.5 − 8 = 61.5.
#[test]
fn floors_hold_and_annulled_records_do_not_count() {
    expect(
        "D3",
        &json!({
            "base": "69.5", "bonus": "0", "deductions": "-8", "total": "61.5", "grade": "L",
            "sections": { "service": "43", "register": "20", "handing-over": "6.5" },
        }),
    );
}

/// The shift lead's form is out, and the scheme waits for it.
#[test]
fn what_is_waited_for_is_named() {
    let missing =
        |criterion| json!({ "criterion": criterion, "role": "lead", "reason": "no-rating", "have": 0, "need": 1 });
    expect(
        "D4",
        &json!({
            "status": "provisional", "total": null, "grade": null, "rank": null, "early": null,
            "missing": [missing("answer"), missing("tone")],
        }),
    );
}

/// All the best: (5 + 5) × 6 = 60, at most 57; 57 + 40 + 10 = 107. On leave: a total, no rank.
#[test]
fn a_cap_holds_and_leave_is_not_ranked() {
    expect("D5", &json!({ "state": "leave", "total": "107.0", "grade": "S", "rank": null, "warning": null }));
}

/// (4.5 + 5) × 6 = 57; 20; 20 − 3 = 17; 3.3: together 97.3, as D1. D1 is first by its documents, 17 + 4 > 20.
/// Then D2 (80.3) and D3 (61.5); of six people in two units four are ranked at night.
#[test]
fn a_tie_breaker_ranks_those_of_one_total() {
    let place = |rank: u32| json!({ "rank": rank, "ranked": 4, "below": 4 - rank });
    for (subject, rank) in [("D1", 1), ("D6", 2), ("D2", 3), ("D3", 4)] {
        expect(subject, &place(rank));
    }
    expect("D6", &json!({ "total": "97.3" }));
    let units = &appraised()["units"];
    assert_eq!(units[0], unit("day", [1, 0, 1, 0]));
    assert_eq!(units[1], unit("night", [5, 4, 0, 1]));
}

/// The bottom two are D2 and D3, the bottom one is D3. D2 was last in Q2 and on leave in Q3, which is passed
/// over; D3 was last of three in another unit in Q3.
#[test]
fn a_run_passes_over_leave_and_follows_into_another_unit() {
    let month = |period, unit, rank, ranked| json!({ "period": period, "unit": unit, "rank": rank, "ranked": ranked, "below": ranked - rank });
    let now = |rank| month("2026-Q4", "night", rank, 4);
    expect(
        "D2",
        &json!({
            "warning": { "rung": "twice", "months": [now(3), month("2026-Q2", "night", 4, 4)] }, "alsoHolds": null,
        }),
    );
    expect(
        "D3",
        &json!({
            "warning": { "rung": "twice", "months": [now(4), month("2026-Q3", "day", 3, 3)] },
            "alsoHolds": [{ "rung": "last", "months": [now(4)] }], "early": null,
        }),
    );
    for subject in ["D1", "D4", "D5", "D6"] {
        expect(subject, &json!({ "warning": null, "alsoHolds": null, "early": null }));
    }
}

#[test]
fn its_derivation_is_told_in_words() {
    let told = printed(&["appraise", WORKBOOK, "--explain", "D2"]);
    for figures in ["8.5 × 60 ÷ 10 = 51", "73 × 110 ÷ 100 = 80.3"] {
        assert!(told.contains(figures), "{figures} is not in\n{told}");
    }
}

/// Holds the stated fields of a subject's result to what was calculated; null is absent.
fn expect(subject: &str, fields: &Value) {
    let results = appraised();
    let result = results["results"].as_array().unwrap().iter().find(|result| result["subject"] == subject).unwrap();
    for (field, expected) in fields.as_object().unwrap() {
        match (field.as_str(), expected) {
            ("sections", Value::Object(points)) => same_points(subject, &result["sections"], points),
            ("criteria", Value::Object(points)) => {
                let sections = result["sections"].as_array().unwrap().iter();
                let criteria = sections.flat_map(|section| section["criteria"].as_array().unwrap()).cloned();
                same_points(subject, &criteria.collect(), points);
            }
            _ => assert_eq!(result.get(field).unwrap_or(&Value::Null), expected, "{field} of {subject}"),
        }
    }
}

fn same_points(subject: &str, parts: &Value, points: &serde_json::Map<String, Value>) {
    for (id, expected) in points {
        let part = parts.as_array().unwrap().iter().find(|part| part["id"] == *id).unwrap();
        assert_eq!(part.get("points").unwrap_or(&Value::Null), expected, "{id} of {subject}");
    }
}

fn unit(id: &str, [members, ranked, provisional, away]: [u32; 4]) -> Value {
    json!({
        "unit": id, "scheme": "help-desk", "members": members, "ranked": ranked, "provisional": provisional,
        "away": away, "passedOver": [],
    })
}

fn appraised() -> Value {
    let run = kaohe(&["appraise", WORKBOOK]);
    assert_eq!(run.status, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}
