//! The built command line: run, with what it said.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    /// Answers.
    pub(crate) out: String,
    /// Problems.
    pub(crate) err: String,
}

/// Runs `kaohe` from the project's root, speaking English.
pub(crate) fn kaohe(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_kaohe"))
        .current_dir(root())
        .env("LC_ALL", "en_US.UTF-8")
        .args(arguments)
        .output()
        .expect("the built command line");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { status: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs it where it must go well; gives what it printed.
pub(crate) fn printed(arguments: &[&str]) -> String {
    let run = kaohe(arguments);
    assert_eq!(run.status, 0, "kaohe {}: {}", arguments.join(" "), run.err);
    run.out
}

/// A path from the project's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
