//! The command line as a person uses it: exit status, problems with file, line and column, and bytes that
//! are the engine's own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod common;
#[path = "../../tests/refusal_support/mod.rs"]
#[allow(
    dead_code,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "the tests of the engine use all of it, and may fail by panicking"
)]
mod refusal_support;

use std::path::Path;

use kaohe::output::result_file;
use kaohe::workbook::Book;
use serde_json::Value;

use common::{kaohe, printed, root};
use refusal_support::{Case, cases};

const SAMPLES: [&str; 2] = ["samples/s7/2026-10.json", "samples/s9/2026-10.json"];

#[test]
fn good_input_is_0_refused_input_1_and_wrong_usage_2() {
    assert_eq!(kaohe(&["check", "schemes/s9-csr-form.json"]).status, 0);
    assert_eq!(kaohe(&["check", &refused("weights-over", "refused.json").0]).status, 1);
    assert_eq!(kaohe(&["appraise", "no/such/file.json"]).status, 1);
    assert_eq!(kaohe(&["appraise", SAMPLES[0], "--explain", "nobody"]).status, 1);
    for usage in
        [&["frobnicate"][..], &[], &["check"], &["close", SAMPLES[0]], &["appraise", SAMPLES[0], "--lang", "fr"]]
    {
        assert_eq!(kaohe(usage).status, 2, "kaohe {}", usage.join(" "));
    }
}

#[test]
fn every_shipped_scheme_is_good() {
    for entry in std::fs::read_dir(root().join("schemes")).unwrap() {
        let path = entry.unwrap().path();
        let said = printed(&["check", &path.display().to_string()]);
        assert!(said.contains(path.file_stem().unwrap().to_str().unwrap()), "{said}");
    }
}

#[test]
fn a_problem_is_told_as_a_compiler_tells_it() {
    let (path, case) = refused("weights-short-by-0.01", "told.json");
    let (line, column) = (&case.problems[0]["line"], &case.problems[0]["column"]);
    let run = kaohe(&["check", &path]);
    assert!(run.out.is_empty(), "no answer beside a refusal: {}", run.out);
    let lines: Vec<&str> = run.err.lines().collect();
    assert!(lines[0].starts_with("error[sum-mismatch]: "), "{}", run.err);
    assert!(lines[0].contains("99.99") && lines[0].contains("100"), "{}", run.err);
    assert_eq!(lines[1], format!("  --> {path}:{line}:{column} (/roleWeights)"));
    assert_eq!(lines[3], format!("{line} |   \"roleWeights\": \"100\","));
    assert_eq!(lines[4].find('^'), lines[3].find("\"100\""), "the mark stands under the value\n{}", run.err);
    assert!(lines[5].starts_with("  = help: ") && lines[5].contains("0.01"), "{}", run.err);
}

#[test]
fn every_problem_of_a_file_is_told_at_once() {
    let (path, case) = refused("three-mistakes-at-once", "three-mistakes.json");
    let run = kaohe(&["check", &path]);
    assert_eq!(run.err.matches("error[").count(), 3, "{}", run.err);
    for problem in case.problems {
        let place = format!("--> {path}:{}:{} ", problem["line"], problem["column"]);
        assert!(run.err.contains(&place) && run.err.contains(problem["code"].as_str().unwrap()), "{}", run.err);
    }
}

#[test]
fn problems_are_told_in_the_language_that_is_asked_for() {
    let (path, case) = refused("weights-short-by-0.01", "told-in-both.json");
    let said = |language: &str| kaohe(&["check", &path, "--lang", language]).err;
    let (chinese, english) = (said("zh"), said("en"));
    assert!(chinese.chars().any(|c| ('一'..='龥').contains(&c)), "{chinese}");
    assert!(english.is_ascii(), "{english}");
    let place = format!("  --> {path}:{}:{} (/roleWeights)", case.problems[0]["line"], case.problems[0]["column"]);
    assert!(chinese.contains(&place) && english.contains(&place));
}

#[test]
fn a_file_in_another_encoding_is_refused_until_the_encoding_is_named() {
    let scheme = std::fs::read_to_string(root().join("schemes/s9-csr-form.json")).unwrap();
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(scheme.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(kaohe(&["check", &file("utf16.json", utf16)]).status, 0);
    let gbk = "tests/refusals/text/gbk.json";
    let refused = kaohe(&["check", gbk]);
    assert!(refused.status == 1 && refused.err.contains("error[not-utf8]"), "{}", refused.err);
    let named = kaohe(&["check", gbk, "--encoding", "gb18030"]);
    assert!(!named.err.contains("not-utf8"), "{}", named.err);
}

#[test]
fn the_result_file_is_the_engines_own_to_the_byte() {
    for path in SAMPLES.into_iter().chain(["tests/data/outside/workbook.json"]) {
        let (book, _warnings) = Book::from_text(&std::fs::read_to_string(root().join(path)).unwrap()).unwrap();
        assert!(printed(&["appraise", path]) == result_file(&book), "{path}");
    }
}

#[test]
fn the_samples_are_appraised_closed_carried_on_and_verified() {
    for (index, path) in [SAMPLES[0].to_owned(), decided("closed")].iter().enumerate() {
        let before: Value = serde_json::from_str(&printed(&["appraise", path])).unwrap();
        assert_eq!(kaohe(&["verify", path]).status, 1, "an open period is not verified");
        assert_eq!(kaohe(&["next", path]).status, 1, "an open period has no next one");

        let closing = ["--author", "示例绩效管理岗", "--date", "2026-11-05", "--leave-open"];
        let closed = file(&format!("closed-{index}.json"), printed(&[&["close", path][..], &closing].concat()));
        let verified: Value = serde_json::from_str(&printed(&["verify", &closed])).unwrap();
        assert_eq!((&verified["ok"], &verified["differences"]), (&Value::Bool(true), &Value::Array(Vec::new())));
        assert_eq!(kaohe(&[&["close", &closed][..], &closing].concat()).status, 1, "a closed period is closed");

        let next = printed(&["next", &closed]);
        let next_path = file(&format!("next-{index}.json"), &next);
        let next: Value = serde_json::from_str(&next).unwrap();
        assert_eq!(next["period"], "2026-11");
        let kept = next["history"].as_array().unwrap().last().unwrap();
        same_totals(&kept["results"], &before["results"]);
        let after: Value = serde_json::from_str(&printed(&["appraise", &next_path])).unwrap();
        assert_eq!(after["results"].as_array().unwrap().len(), before["results"].as_array().unwrap().len());
    }
}

/// October of S9, the choice between the two forms of N09's superior made: a conflict keeps a period open.
fn decided(name: &str) -> String {
    let mut workbook: Value = serde_json::from_str(&std::fs::read_to_string(root().join(SAMPLES[1])).unwrap()).unwrap();
    workbook.as_object_mut().unwrap().remove("checksum");
    let ratings = workbook["ratings"].as_array_mut().unwrap();
    let second = ratings.iter().rposition(|form| form["subject"] == "N09" && form["role"] == "superior").unwrap();
    ratings.remove(second);
    file(&format!("decided-{name}.json"), workbook.to_string())
}

#[test]
fn a_period_is_closed_only_when_nothing_is_undecided_and_what_is_left_open_is_said() {
    let closing = ["--author", "示例", "--date", "2026-11-05", "--lang", "en"];
    let undecided = kaohe(&[&["close", SAMPLES[1], "--leave-open"][..], &closing].concat());
    assert!(undecided.status == 1 && undecided.err.contains("error[undecided-conflict]"), "{}", undecided.err);
    let between = "`样例丁九 N09` in the role `Superior`, by `示例组长二 M12`";
    assert!(undecided.err.contains(between), "people and role are named: {}", undecided.err);
    let path = decided("asked");
    let asked = kaohe(&[&["close", &path][..], &closing].concat());
    assert!(asked.status == 1 && asked.err.contains("error[still-open]"), "{}", asked.err);
    assert!(asked.err.contains("--leave-open"), "the remedy is named: {}", asked.err);
    let closed: Value =
        serde_json::from_str(&printed(&[&["close", &path, "--leave-open"][..], &closing].concat())).unwrap();
    assert!(!closed["closed"]["left"].as_array().unwrap().is_empty());
}

#[test]
fn the_table_says_what_is_open() {
    let told = printed(&["appraise", SAMPLES[1], "--table", "--lang", "en"]);
    assert!(told.contains("\nStill open\n") && told.contains("- 1 in two versions"), "{told}");
    let settled = printed(&["appraise", "tests/data/settled.json", "--table", "--lang", "en"]);
    assert!(settled.contains("No form, result, query, disagreement or proposed measure is open."), "{settled}");
}

/// What was kept says what was appraised.
fn same_totals(kept: &Value, appraised: &Value) {
    let figures = |results: &Value| -> Vec<Value> {
        let keys = ["subject", "total", "grade", "rank", "ranked", "below"];
        let of_one = |result: &Value| keys.iter().map(|key| result[*key].clone()).collect();
        results.as_array().unwrap().iter().map(of_one).collect()
    };
    assert_eq!(figures(kept), figures(appraised));
}

#[test]
fn a_closed_workbook_with_another_total_is_found_out() {
    let closing = ["--author", "示例", "--date", "2026-11-05", "--leave-open"];
    let closed = printed(&[&["close", &decided("sealed")][..], &closing].concat());
    assert!(closed.contains("\"total\": \"97.25\""), "N01's total is kept");
    // The checksum of the file finds it.
    let raised = closed.replace("\"total\": \"97.25\"", "\"total\": \"99.25\"");
    let refused = kaohe(&["verify", &file("raised.json", &raised)]);
    assert!(refused.status == 1 && refused.err.contains("error[checksum-mismatch]"), "{}", refused.err);
    // Without the checksum the closing's own digest does.
    let mut unsealed: Value = serde_json::from_str(&raised).unwrap();
    unsealed.as_object_mut().unwrap().remove("checksum");
    let refused = kaohe(&["verify", &file("unsealed.json", unsealed.to_string())]);
    assert!(refused.status == 1 && refused.err.contains("error[history-broken]"), "{}", refused.err);
}

#[test]
fn a_form_that_changed_after_closing_is_found_by_verifying() {
    let closing = ["--author", "示例", "--date", "2026-11-05", "--leave-open"];
    let closed = printed(&[&["close", &decided("sealed")][..], &closing].concat());
    let mut changed: Value = serde_json::from_str(&closed).unwrap();
    changed.as_object_mut().unwrap().remove("checksum");
    let ratings = changed["ratings"].as_array_mut().unwrap();
    let form = ratings.iter_mut().find(|form| form["subject"] == "N02" && form["role"] == "superior").unwrap();
    form["scores"][0]["score"] = "9.6".into();
    let run = kaohe(&["verify", &file("changed.json", changed.to_string())]);
    assert_eq!(run.status, 1);
    let verified: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&verified["ok"], &verified["contentUnchanged"]), (&Value::Bool(false), &Value::Bool(false)));
    // 0.1 more of one criterion at 50 parts of 100: 95.05, and with it the grade.
    let difference =
        |field: &str| verified["differences"].as_array().unwrap().iter().find(|d| d["field"] == field).cloned();
    let total = difference("total").unwrap();
    assert_eq!((&total["subject"], &total["kept"], &total["now"]), (&"N02".into(), &"95.00".into(), &"95.05".into()));
    let grade = difference("grade").unwrap();
    assert_eq!((&grade["kept"], &grade["now"]), (&"B".into(), &"A".into()));
}

#[test]
fn merging_takes_what_is_good_and_tells_of_the_rest() {
    let form = |name: &str| format!("samples/s9/forms/{name}.json");
    let good = kaohe(&["merge", SAMPLES[1], &form("new"), &form("already-here")]);
    assert_eq!(good.status, 0, "{}", good.err);
    let again = file("merged.json", &good.out);
    assert!(printed(&["merge", &again, &form("new")]) == good.out, "twice is once");
    for (name, code) in [("cut-short", "cut-short"), ("other-period", "other-period"), ("corrected", "conflict")] {
        let run = kaohe(&["merge", SAMPLES[1], &form(name), &form("new")]);
        assert!(run.status == 1 && run.err.contains(code), "{name}: {}", run.err);
        assert!(run.out.contains("\"format\": \"kaohe-workbook\""), "the rest is merged beside {name}");
    }
}

#[test]
fn what_the_engine_wrote_is_formatted_already() {
    for path in SAMPLES.into_iter().chain(["samples/s9/forms/new.json"]) {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        assert!(printed(&["format", path]) == text, "{path}");
    }
}

#[test]
fn a_table_for_excel_begins_with_its_mark_and_has_a_row_for_each() {
    let table = printed(&["csv", SAMPLES[1]]);
    assert!(table.starts_with('\u{feff}') && table.ends_with("\r\n"));
    assert_eq!(table.matches("\r\n").count(), 1 + 12);
    assert!(printed(&["appraise", SAMPLES[1], "--table"]).contains("97.25"));
}

/// A scheme of `tests/refusals/`, written to a file, and what must be said of it.
fn refused(name: &str, to: &str) -> (String, Case) {
    let all = cases(&root().join("tests/refusals"));
    let case = all.into_iter().find(|case| case.name == format!("scheme/{name}")).expect("the case");
    (file(to, &case.bytes), case)
}

/// Writes a file for the next run; gives its path. Tests run side by side: each writes its own.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

/// The peers' mean of N06's goal is (8 + 8 + 9) ÷ 3, which does not end: cut, as on the page and on paper.
#[test]
fn a_figure_without_end_is_shown_cut() {
    let told = printed(&["appraise", SAMPLES[1], "--explain", "N06"]);
    assert!(told.contains("(8 + 8 + 9) ÷ 3 = 8.333333…"), "{told}");
    assert!(!told.contains("25/3"), "no figure is shown as a fraction: {told}");
}
