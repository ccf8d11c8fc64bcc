//! Every check, in the order in which a mistake is found soonest.

use crate::{Done, check};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

struct Stage {
    name: &'static str,
    what: &'static str,
    check: fn() -> Done,
}

const STAGES: [Stage; 12] = [
    Stage {
        name: "format",
        what: "Rust and TypeScript are formatted, TypeScript has no fault that a linter sees",
        check: check::format,
    },
    Stage { name: "clippy", what: "lints, native and wasm32", check: check::rust::clippy },
    Stage { name: "rust", what: "unit, integration and documentation tests", check: check::rust::tests },
    Stage { name: "doc", what: "documentation builds without a warning", check: check::rust::documentation },
    Stage { name: "schema", what: "schemas/ matches the Rust types", check: check::schema::fresh },
    Stage { name: "texts", what: "every code has a text in every language", check: check::texts::complete },
    Stage { name: "oracle", what: "another program computes the same", check: check::oracle::compare },
    Stage { name: "wasm", what: "both engines build within their sizes", check: check::web::engines },
    Stage { name: "types", what: "the pages' TypeScript, and the lints that need types", check: check::web::types },
    Stage {
        name: "web",
        what: "the built package, and its bytes against the command line's",
        check: check::web::package,
    },
    Stage { name: "single", what: "the pages as single files, within their size", check: check::web::single_files },
    Stage {
        name: "browser",
        what: "a person's way through the pages, in Chromium, Firefox and WebKit",
        check: check::web::browsers,
    },
];

/// Runs the named stages, or all; a failed one does not keep the next from telling what it knows.
pub fn test(names: &[&str]) -> ExitCode {
    let known = |name: &str| STAGES.iter().any(|stage| stage.name == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let all: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        eprintln!("error: `{unknown}` is not a stage; the stages are {}", all.join(", "));
        return ExitCode::FAILURE;
    }
    let chosen = STAGES.iter().filter(|stage| names.is_empty() || names.contains(&stage.name));
    let results: Vec<(&Stage, Duration, Done)> = chosen.map(run).collect();
    summary(&results)
}

fn run(stage: &Stage) -> (&Stage, Duration, Done) {
    println!("\n== {}: {}", stage.name, stage.what);
    let start = Instant::now();
    let done = (stage.check)();
    let took = start.elapsed();
    match &done {
        Ok(()) => println!("== {} passed in {}", stage.name, seconds(took)),
        Err(sentence) => println!("== {} FAILED in {}: {sentence}", stage.name, seconds(took)),
    }
    (stage, took, done)
}

/// The last line is for machines: `N passed, N failed`, in stages.
fn summary(results: &[(&Stage, Duration, Done)]) -> ExitCode {
    println!();
    for (stage, took, done) in results {
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        println!("{word}  {:<8} {:>8}  {}", stage.name, seconds(*took), done.as_ref().err().map_or("", String::as_str));
    }
    let failed = results.iter().filter(|(_, _, done)| done.is_err()).count();
    println!("{} passed, {failed} failed", results.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn seconds(took: Duration) -> String {
    format!("{}.{} s", took.as_secs(), took.subsec_millis() / 100)
}
