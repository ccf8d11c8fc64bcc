//! `cargo xtask bench`: how fast the engine is, beside what people would use instead. No check rests on it: a figure
//! is for a person to read, and another machine gives another one.

use crate::{
    Done, build, project,
    run::{self, command, show},
    tools,
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Stdio,
};

const USAGE: &str = "write `cargo xtask bench`, with `--quick` for fewer people and rounder figures, and with \
                     `--peers FOLDER` for what people would use instead";

pub fn bench(options: &[&str]) -> Done {
    let (quick, named) = match options {
        [] => (false, None),
        ["--quick"] => (true, None),
        ["--peers", folder] => (false, Some(PathBuf::from(folder))),
        ["--quick", "--peers", folder] | ["--peers", folder, "--quick"] => (true, Some(PathBuf::from(folder))),
        _ => return Err(USAGE.to_owned()),
    };
    build::engines()?;
    tools::node_modules()?;
    let (engine, form_engine) = (apart(&build::WORKBENCH_ENGINE)?, apart(&build::FORM_ENGINE)?);
    let script = |more: &[&str]| {
        let mut node = command("node", &["--max-old-space-size=12000", "benches/run.mjs"]);
        node.arg("--data").arg(data()).arg("--engine").arg(&engine);
        node.arg("--form-engine").arg(&form_engine).args(more);
        node.args(quick.then_some("--quick"));
        node
    };
    // Files of the same people for all who are measured: written first, since the native part only reads them.
    show(&mut script(&["--write-only"]))?;
    let mut node = script(&[]);
    match native(quick) {
        Ok(figures) => _ = node.arg("--criterion").arg(figures),
        Err(sentence) => eprintln!("the native part is left out: {sentence}"),
    }
    if let Some(program) = chromium() {
        node.arg("--chromium").arg(program);
    }
    if let Some(peers) = named.or_else(|| env::var_os("KAOHE_PEERS").map(PathBuf::from)) {
        node.arg("--peers").arg(peers);
    }
    show(&mut node)
}

fn data() -> PathBuf {
    project::target("bench/data")
}

/// An engine in a folder of its own: a build meanwhile must not change what is measured.
fn apart(engine: &build::Engine) -> Done<PathBuf> {
    let folder = project::target("bench").join(engine.name);
    for built in [engine.script, engine.wasm] {
        let name = Path::new(built).file_name().unwrap_or_default();
        project::write(&folder.join(name), &project::bytes(&project::at(built))?)?;
    }
    Ok(folder)
}

/// Runs Criterion, whose own report says nothing of anybody else; gives the folder of its figures.
fn native(quick: bool) -> Done<PathBuf> {
    let folder = project::target("bench/native");
    // Not `--locked`: its lock file follows the engine's own dependencies, and no check rests on it.
    let mut cargo = command("cargo", &["bench", "--manifest-path", "benches/native/Cargo.toml"]);
    cargo.args(["--bench", "engine", "--", "--noplot", "--quiet"]).args(quick.then_some("--quick"));
    cargo.env("CARGO_TARGET_DIR", &folder).env("KAOHE_BENCH_DATA", data());
    show(cargo.stdout(Stdio::null()))?;
    Ok(folder.join("criterion"))
}

/// Only looked for: the checks install browsers, a measurement leaves the machine as it is.
fn chromium() -> Option<PathBuf> {
    let named = env::var_os("KAOHE_CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from);
    let programs = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    named.or_else(|| programs.iter().find_map(|program| run::on_path(program)))
}
