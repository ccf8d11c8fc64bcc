//! The engine of this tree against that of another commit: a change that is to change nothing shows that it did not.

use crate::{
    Done, project,
    run::{answer, command, show},
    tools,
};
use std::path::Path;

/// Builds both, and has them do the same with random workbooks and damaged documents.
pub fn differ(options: &[&str]) -> Done {
    let Some((commit, options)) = options.split_first().filter(|(commit, _)| !commit.starts_with('-')) else {
        return Err("name the commit to compare with, as in `cargo xtask differ HEAD~1`".to_owned());
    };
    tools::python()?;
    let before = built_before(commit)?;
    show(&mut command("cargo", &["build", "--release", "--package", "kaohe-cli", "--locked"]))?;
    let after = project::target("release").join(program());
    let mut compare = command("python3", &["tests/oracle/differ.py"]);
    show(compare.arg("--before").arg(before).arg("--after").arg(after).args(options))
}

/// The command line of another commit, kept for the next time.
fn built_before(commit: &str) -> Done<std::path::PathBuf> {
    let named = answer(&mut command("git", &["rev-parse", "--verify", "--short", &format!("{commit}^{{commit}}")]));
    let named = named.ok_or_else(|| format!("`{commit}` is no commit of this repository"))?;
    let folder = project::target("differ").join(&named);
    let tree = folder.join("tree");
    let built = folder.join("target/release").join(program());
    if built.is_file() {
        return Ok(built);
    }
    if !tree.is_dir() {
        check_out(&tree, &named)?;
    }
    let mut build = command("cargo", &["build", "--release", "--package", "kaohe-cli", "--locked"]);
    show(build.current_dir(&tree).env("CARGO_TARGET_DIR", folder.join("target")))?;
    Ok(built)
}

fn check_out(tree: &Path, commit: &str) -> Done {
    // Trees that were deleted by hand are still known to git.
    show(&mut command("git", &["worktree", "prune"]))?;
    show(command("git", &["worktree", "add", "--detach"]).arg(tree).arg(commit))
}

fn program() -> String {
    format!("kaohe{}", std::env::consts::EXE_SUFFIX)
}
