//! `schemas/*.json`, generated from the Rust types and committed, so that editors can use them.

use crate::{
    Done, project,
    run::{command, show},
};
use std::path::Path;

pub fn write() -> Done {
    generate(&project::at("schemas"))
}

/// Generates beside, and compares: a check changes no committed file.
pub fn fresh() -> Done {
    let beside = project::target("xtask/schemas");
    let _ = std::fs::remove_dir_all(&beside);
    generate(&beside)?;
    let mut stale = Vec::new();
    for name in names(&beside)?.iter().chain(&names(&project::at("schemas"))?) {
        let both = [beside.join(name), project::at("schemas").join(name)].map(|path| std::fs::read(path).ok());
        if both[0] != both[1] && !stale.contains(name) {
            stale.push(name.clone());
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!(
        "schemas/{{{}}} does not match the Rust types: run `cargo xtask schema` and commit it",
        stale.join(",")
    ))
}

fn generate(folder: &Path) -> Done {
    let mut schema = command("cargo", &["run", "--locked", "--features", "schema", "--example", "schema", "--"]);
    show(schema.arg(folder))
}

fn names(folder: &Path) -> Done<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    Ok(names)
}
