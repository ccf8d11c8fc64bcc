//! Engine, then pages: each built when its sources have changed.

use crate::{
    Done, fresh, project,
    run::{NPM, answer, command, show},
    tools,
};
use std::{path::Path, sync::OnceLock};

pub const ENGINE: [&str; 2] = ["pkg/engine/kaohe.js", "pkg/engine/kaohe_bg.wasm"];
pub const FORM: &str = "www/dist-single/form.html";
pub const WORKBENCH: &str = "www/dist-single/workbench.html";

const ENGINE_SOURCES: [&str; 6] = ["Cargo.toml", "Cargo.lock", "package-lock.json", "src", "schemes", "texts"];
const PAGE_SOURCES: [&str; 6] = ["package-lock.json", "pkg", "www", "schemes", "samples", "texts"];

/// The wasm and its JavaScript, in `pkg/engine/`. Tried once a run: several stages ask for it.
pub fn engine() -> Done {
    static TRIED: OnceLock<Done> = OnceLock::new();
    TRIED.get_or_init(|| fresh::unless_fresh("engine", &ENGINE_SOURCES, &ENGINE, wasm_pack)).clone()
}

/// The pages as they are served, in `www/dist/`.
pub fn pages() -> Done {
    static TRIED: OnceLock<Done> = OnceLock::new();
    TRIED.get_or_init(|| npm_build("build", &["www/dist/index.html"])).clone()
}

/// Each page as one file that opens by double click.
pub fn single_files() -> Done {
    static TRIED: OnceLock<Done> = OnceLock::new();
    TRIED.get_or_init(|| npm_build("build:single", &[FORM, WORKBENCH])).clone()
}

/// The form as a custom element, in `pkg/element/`.
pub fn element() -> Done {
    engine()?;
    tools::node_modules()?;
    show(&mut command(NPM, &["run", "build:element"]))
}

fn npm_build(script: &str, outputs: &[&str]) -> Done {
    engine()?;
    tools::node_modules()?;
    let build = || show(&mut command(NPM, &["run", script]));
    fresh::unless_fresh(&script.replace(':', "-"), &PAGE_SOURCES, outputs, build)
}

fn wasm_pack() -> Done {
    let tools = tools::wasm()?;
    // `--no-pack`: package.json and README of `pkg/` are written by hand.
    let arguments =
        ["build", "--target", "web", "--release", "--no-pack", "--out-dir", "pkg/engine", "--out-name", "kaohe"];
    // Downloads the sources first: their folder has to be known to be left out of the wasm.
    show(&mut command("cargo", &["fetch", "--locked"]))?;
    let mut wasm_pack = command(tools.wasm_pack, &arguments);
    wasm_pack
        .arg(".")
        .args(["--", "--locked"])
        .env("PATH", tools.path)
        // The page is loaded more often than it scores: the wasm is compiled for size, the command line for speed.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        .env("CARGO_ENCODED_RUSTFLAGS", nameless_paths()?);
    show(&mut wasm_pack)?;
    // wasm-pack puts one there that says `*`; npm would obey it and publish a package without an engine.
    let _ = std::fs::remove_file(project::at("pkg/engine/.gitignore"));
    Ok(())
}

/// Flags that keep this machine's folders out of the wasm, so that another machine builds the same bytes.
fn nameless_paths() -> Done<String> {
    let ask = |arguments: &[&str]| answer(&mut command("rustc", arguments)).ok_or("`rustc` is not on the PATH");
    let commit = ask(&["-vV"])?;
    let commit = commit.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown").to_owned();
    let sources = format!("{}/lib/rustlib/src/rust", ask(&["--print", "sysroot"])?);
    // rustc shows the standard library's own paths where its sources are installed, and `/rustc/…` where not.
    let mut renamed =
        vec![(sources, format!("/rustc/{commit}")), (project::at("").display().to_string(), "/kaohe/".into())];
    for registry in registries() {
        renamed.push((registry, "/crates".into()));
    }
    // SHA-256 as a loop: unrolled it weighs eight times as much.
    let compact = "--cfg=sha2_backend_soft=\"compact\"".to_owned();
    let renamed = renamed.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    let flags = renamed.chain([compact]);
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Where cargo unpacks crates: a folder for each registry or mirror, named differently on each machine.
fn registries() -> Vec<String> {
    let home = std::env::var("CARGO_HOME").ok().or_else(|| Some(format!("{}/.cargo", std::env::var("HOME").ok()?)));
    let folder = Path::new(&home.unwrap_or_default()).join("registry/src");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path().display().to_string()).collect()
}
