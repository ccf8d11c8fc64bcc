//! A workbook a line in, a result a line out: the answers of `appraise`, in the order of the lines, whatever the
//! number of threads. Nothing here is timed: where a stream would hold a line back, a test would not end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kaohe::json::compact;
use kaohe::workbook::Book;
use serde_json::{Value, json};

use common::{Run, kaohe, printed, root};

#[test]
fn a_line_says_what_appraise_prints_without_the_blanks() {
    let samples = samples();
    assert!(samples.len() > 10, "the samples are found");
    let lines: String = samples.iter().map(|path| one_line(&read(path)) + "\n").collect();
    let run = stream(&[], &lines);
    assert_eq!((run.status, run.err.contains("error[")), (0, false), "{}", run.err);
    let answers: Vec<&str> = run.out.lines().collect();
    assert_eq!(answers.len(), samples.len());
    for (path, answer) in samples.iter().zip(answers) {
        let file = printed(&["appraise", path]);
        assert!(one_line(&file) == answer, "{path}: the same but for blanks");
        let [file, answer]: [Value; 2] = [&file, answer].map(|text| serde_json::from_str(text).unwrap());
        assert!(file == answer, "{path}: the same content");
    }
}

#[test]
fn order_is_kept_and_the_number_of_threads_changes_no_byte() {
    // Large and small ones and refused ones by turns, many more than may be in flight at once.
    let large = one_line(&read("samples/s9/2026-10.json"));
    let mut lines = String::new();
    for number in 1..=200 {
        match number % 5 {
            0 => lines.push_str(&large),
            3 => lines.push_str("{}"),
            _ => lines.push_str(&workbook(&format!("w-{number}")).to_string()),
        }
        lines.push('\n');
    }
    let one = stream(&["--threads", "1"], &lines);
    assert_eq!((one.status, one.out.lines().count()), (1, 200));
    for (number, answer) in (1..).zip(answers(&one)) {
        match number % 5 {
            0 => assert_eq!(answer["workbook"], "s9-sample"),
            3 => assert_eq!((&answer["line"], answer["problems"].is_array()), (&json!(number), true)),
            _ => assert_eq!(answer["workbook"], format!("w-{number}")),
        }
    }
    for threads in ["2", "3", "16"] {
        assert!(stream(&["--threads", threads], &lines).out == one.out, "{threads} threads");
    }
    assert!(stream(&[], &lines).out == one.out, "one for each core");
}

#[test]
fn a_refused_line_is_named_with_the_engines_own_problems() {
    let mut unknown = workbook("w");
    unknown["people"][0]["unit"] = "nowhere".into();
    unknown["ratings"][0]["scores"][0]["score"] = "11".into();
    let unknown = unknown.to_string();
    let lines = format!("{}\n{unknown}\nnull\n{}\n", workbook("first"), workbook("last"));
    let run = stream(&[], &lines);
    assert_eq!(run.status, 1);
    let written: Vec<&str> = run.out.lines().collect();
    for (number, line) in [(2, unknown.as_str()), (3, "null")] {
        let problems = compact(&Book::from_text(line).unwrap_err());
        assert_eq!(written[number - 1], format!("{{\"line\":{number},\"problems\":{problems}}}"));
    }
    let answers = answers(&run);
    assert_eq!(problems(&answers[1]), ["unknown-unit", "score-out-of-range"]);
    for problem in answers[1]["problems"].as_array().unwrap() {
        let column = usize::try_from(problem["column"].as_u64().unwrap()).unwrap();
        assert!(problem["line"] == 1 && column > 1 && column < unknown.chars().count(), "inside the line: {problem}");
    }
    assert_eq!((&answers[0]["workbook"], &answers[3]["workbook"]), (&"first".into(), &"last".into()));
    assert!(run.err.contains("2 of 4 lines refused"), "{}", run.err);
}

#[test]
fn an_empty_line_is_refused_so_that_line_answers_line() {
    let run = stream(&[], format!("\n{}\r\n \t\r\n", workbook("w")));
    let answers = answers(&run);
    assert_eq!((run.status, answers.len()), (1, 3));
    assert_eq!((problems(&answers[0]), problems(&answers[2])), (vec!["empty"], vec!["empty"]));
    assert_eq!((&answers[1]["workbook"], &answers[2]["line"]), (&"w".into(), &json!(3)));
}

#[test]
fn the_last_line_needs_no_newline_and_one_that_was_cut_is_refused() {
    let line = workbook("w").to_string();
    let whole = stream(&[], format!("{line}\n{line}"));
    assert_eq!((whole.status, whole.out.lines().count()), (0, 2));
    assert!(whole.out.ends_with("}\n"));
    for length in [1, line.len() / 2, line.len() - 1] {
        let cut = stream(&[], format!("{line}\n{}", &line[..length]));
        let answers = answers(&cut);
        assert_eq!((cut.status, problems(&answers[1])), (1, vec!["cut-short"]), "cut after {length}");
        assert_eq!((&answers[0]["workbook"], &answers[1]["line"]), (&"w".into(), &json!(2)));
    }
}

#[test]
fn an_unreadable_byte_refuses_its_line_alone() {
    let good = workbook("w").to_string();
    let mut lines = format!("{good}\n{{\"id\":\"").into_bytes();
    lines.extend(b"\xC4\xE3\"}\n\xFF\xFE\x00\n\x00\n");
    lines.extend(good.as_bytes());
    let run = stream(&[], lines);
    let answers = answers(&run);
    let found: Vec<Vec<&str>> = answers[1..4].iter().map(problems).collect();
    assert_eq!((run.status, found), (1, vec![vec!["not-utf8"], vec!["not-utf8"], vec!["syntax"]]));
    assert_eq!(answers[1]["problems"][0]["column"], 8);
    assert_eq!((&answers[0]["workbook"], &answers[4]["workbook"]), (&"w".into(), &"w".into()));
}

#[test]
fn another_encoding_is_named_and_must_have_lines() {
    let line = format!("{}\n", workbook("w"));
    let (encoded, _, unmappable) = encoding_rs::GB18030.encode(&line);
    assert!(!unmappable);
    assert_eq!(problems(&answers(&stream(&[], &encoded))[0]), ["not-utf8"]);
    let named = stream(&["--encoding", "gb18030"], &encoded);
    assert!(named.status == 0 && named.out == stream(&[], &line).out, "{}", named.out);
    for encoding in ["utf-16le", "no-such"] {
        let run = stream(&["--encoding", encoding], &line);
        assert!(run.status == 1 && run.out.is_empty() && run.err.contains(encoding), "{}", run.err);
    }
}

#[test]
fn a_line_over_the_limit_is_refused_and_the_next_one_read() {
    let lines = format!("{}\n{}\n", "[".repeat(8_000_001), workbook("w"));
    let run = stream(&[], lines);
    let answers = answers(&run);
    assert_eq!((run.status, problems(&answers[0])), (1, vec!["too-large"]));
    assert_eq!(answers[0]["problems"][0]["params"], json!({ "size": "> 8", "limit": "8" }));
    assert_eq!(answers[1]["workbook"], "w");
    let at_the_limit = stream(&[], format!("{}\n", "[".repeat(8_000_000)));
    assert_eq!(problems(&self::answers(&at_the_limit)[0]), ["too-deep"]);
}

#[test]
fn of_several_files_a_refused_line_names_its_own() {
    let (a, b) = (file("a.ndjson", format!("{}\n{{", workbook("a"))), file("b.ndjson", format!("\n{}", workbook("b"))));
    let run = kaohe(&["stream", &a, "no/such/file", &b]);
    assert_eq!(run.status, 1);
    let answers = answers(&run);
    assert_eq!(
        (&answers[1]["file"], &answers[1]["line"], problems(&answers[1])),
        (&json!(a), &json!(2), vec!["cut-short"])
    );
    assert_eq!(
        (&answers[2]["file"], &answers[2]["line"], problems(&answers[2])),
        (&json!(b), &json!(1), vec!["empty"])
    );
    assert_eq!((&answers[0]["workbook"], &answers[3]["workbook"]), (&"a".into(), &"b".into()));
    assert!(run.err.contains("error: cannot read `no/such/file`"), "{}", run.err);

    let good = file("good.ndjson", format!("{}\n", workbook("a")));
    assert_eq!(kaohe(&["stream", &good, &good]).status, 0);
    let missing = kaohe(&["stream", &good, "no/such/file"]);
    assert_eq!((missing.status, missing.out.lines().count()), (1, 1), "the rest is appraised beside a missing file");
    let folder = kaohe(&["stream", "samples"]);
    assert!(folder.status == 1 && folder.err.contains("cannot read `samples`"), "{}", folder.err);
}

#[test]
fn good_lines_are_0_refused_lines_1_and_wrong_usage_2() {
    assert_eq!((stream(&[], "").status, stream(&[], "").out), (0, String::new()));
    assert_eq!(stream(&["-"], format!("{}\n", workbook("w"))).status, 0);
    assert_eq!(stream(&[], format!("{}\n{{}}\n", workbook("w"))).status, 1);
    for usage in [["stream", "--threads", "0"], ["stream", "--threads", "many"], ["stream", "--frobnicate", "1"]] {
        assert_eq!(kaohe(&usage).status, 2, "kaohe {}", usage.join(" "));
    }
}

#[test]
fn warnings_are_told_with_their_line() {
    let mut doubled = workbook("w");
    doubled["people"][1]["name"] = doubled["people"][0]["name"].clone();
    let run = stream(&[], format!("{}\n{doubled}\n", workbook("w")));
    assert_eq!((run.status, run.out.lines().count()), (0, 2));
    let place = run.err.lines().find(|line| line.starts_with("  --> ")).unwrap();
    assert!(run.err.starts_with("warning[same-name]") && place.starts_with("  --> -:2:1:"), "{}", run.err);
}

#[test]
fn an_answer_comes_before_the_next_line_is_asked_for() {
    let mut child = started(&["--threads", "2"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for number in 1..=20 {
        writeln!(input, "{}", workbook(&format!("w-{number}"))).unwrap();
        input.flush().unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert!(answer.contains(&format!("\"workbook\":\"w-{number}\"")), "{answer}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn it_ends_quietly_when_its_reader_has_gone_away() {
    let mut child = started(&[]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let line = format!("{}\n", workbook("w"));
    input.write_all(line.as_bytes()).unwrap();
    output.read_line(&mut String::new()).unwrap();
    drop(output);
    // Lines without end, until nobody takes them.
    while input.write_all(line.as_bytes()).is_ok() {}
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(0), 0), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let file = file("full.ndjson", format!("{}\n", workbook("w")));
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaohe"));
    let output = command.env("LC_ALL", "en_US.UTF-8").args(["stream", &file]).stdout(full).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && told.starts_with("error: cannot write the results: "), "{told}");
}

/// A workbook of two people and one form of each, by hand.
fn workbook(id: &str) -> Value {
    let person =
        |number: &str| json!({ "id": number, "name": format!("样例{number}"), "unit": "desk", "scheme": "smile" });
    let form = |rater: &str, subject: &str, score: &str| {
        json!({
            "id": format!("form-{subject}"), "revision": 1, "scheme": { "id": "smile", "version": "1" },
            "period": "2026-10", "subject": subject, "rater": rater, "role": "peer", "date": "2026-10-31",
            "scores": [{ "criterion": "smile", "score": score }],
        })
    };
    json!({
        "format": "kaohe-workbook", "formatVersion": 1, "id": id, "period": "2026-10",
        "schemes": [{
            "format": "kaohe-scheme", "formatVersion": 1, "id": "smile", "version": "1",
            "name": { "zh-CN": "微笑服务" }, "period": "month",
            "roles": [{ "id": "peer", "name": { "zh-CN": "同事评分" }, "weight": 1 }],
            "sections": [{ "id": "all", "name": { "zh-CN": "服务" }, "criteria": [
                { "id": "smile", "name": { "zh-CN": "微笑" }, "points": 10, "measure": { "type": "rating" } }
            ] }],
            "total": { "points": 10 },
        }],
        "units": [{ "id": "desk", "name": { "zh-CN": "前台" } }],
        "people": [person("1"), person("2")],
        "ratings": [form("2", "1", "9.5"), form("1", "2", "8")],
    })
}

/// Every workbook of the samples.
fn samples() -> Vec<String> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(root().join("samples")).unwrap() {
        let folder = folder.unwrap().path();
        for entry in folder.read_dir().into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                found.push(format!("samples/{}/{}", name(&folder), name(&path)));
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// A JSON text without the blanks outside of its strings.
fn one_line(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let kept = |character: &char| {
        if inside {
            inside = escaped || *character != '"';
            escaped = !escaped && *character == '\\';
            return true;
        }
        inside = *character == '"';
        !matches!(character, ' ' | '\n' | '\r' | '\t')
    };
    text.chars().filter(kept).collect()
}

/// The codes of a refused line.
fn problems(answer: &Value) -> Vec<&str> {
    let problems = answer["problems"].as_array().into_iter().flatten();
    problems.map(|problem| problem["code"].as_str().unwrap()).collect()
}

/// What was written, line by line.
fn answers(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_kaohe"))
        .current_dir(root())
        .env("LC_ALL", "en_US.UTF-8")
        .arg("stream")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the built command line")
}

/// Runs `kaohe stream` on a text.
fn stream(arguments: &[&str], lines: impl AsRef<[u8]>) -> Run {
    let mut child = started(arguments);
    let mut input = child.stdin.take().unwrap();
    let lines = lines.as_ref().to_vec();
    let feeding = std::thread::spawn(move || {
        // Where the run ends early, it takes no more.
        let _ = input.write_all(&lines);
    });
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { status: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

/// Writes a file for the next run; gives its path.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}
