//! Engine, then pages: each built when its sources have changed.

use crate::{
    Done, fresh, project,
    run::{NPM, answer, command, show},
    tools,
};
use std::{path::Path, sync::OnceLock};

/// One build of the engine: a folder of the npm package.
pub struct Engine {
    /// What it is called, and where its freshness is noted.
    pub name: &'static str,
    folder: &'static str,
    out_name: &'static str,
    pub script: &'static str,
    pub wasm: &'static str,
    /// Profile and features: Cargo.toml says what they are.
    profile: &'static [&'static str],
    features: &'static [&'static str],
    /// Beyond those flags of rustc that every engine is built with.
    flags: &'static [&'static str],
}

/// Everything, compiled for speed: for the worker, and for who imports the package.
pub const WORKBENCH_ENGINE: Engine = Engine {
    name: "engine",
    folder: "pkg/engine",
    out_name: "kaohe",
    script: "pkg/engine/kaohe.js",
    wasm: "pkg/engine/kaohe_bg.wasm",
    profile: &["--release"],
    features: &[],
    // Less is inlined than rustc would: a twentieth smaller, sooner compiled by a browser, and as fast where what is called
    // by the hundred thousand is marked `#[inline]`.
    flags: &["-Cllvm-args=--inline-threshold=100"],
};
/// No workbook, compiled for size: for the page, which shows nothing before it is there.
pub const FORM_ENGINE: Engine = Engine {
    name: "form-engine",
    folder: "pkg/form-engine",
    out_name: "kaohe_form",
    script: "pkg/form-engine/kaohe_form.js",
    wasm: "pkg/form-engine/kaohe_form_bg.wasm",
    profile: &["--profile", "form-engine"],
    features: &["--no-default-features"],
    flags: &[],
};

pub const FORM: &str = "www/dist-single/form.html";
pub const WORKBENCH: &str = "www/dist-single/workbench.html";

const ENGINE_SOURCES: [&str; 6] = ["Cargo.toml", "Cargo.lock", "package-lock.json", "src", "schemes", "texts"];
const PAGE_SOURCES: [&str; 6] = ["package-lock.json", "pkg", "www", "schemes", "samples", "texts"];

/// Both engines, each a wasm and its JavaScript. Tried once a run: several stages ask for them.
pub fn engines() -> Done {
    static TRIED: OnceLock<Done> = OnceLock::new();
    let build = |engine: &Engine| {
        fresh::unless_fresh(engine.name, &ENGINE_SOURCES, &[engine.script, engine.wasm], || wasm_pack(engine))
    };
    TRIED.get_or_init(|| build(&FORM_ENGINE).and_then(|()| build(&WORKBENCH_ENGINE))).clone()
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
    engines()?;
    tools::node_modules()?;
    show(&mut command(NPM, &["run", "build:element"]))
}

fn npm_build(script: &str, outputs: &[&str]) -> Done {
    engines()?;
    tools::node_modules()?;
    let build = || show(&mut command(NPM, &["run", script]));
    fresh::unless_fresh(&script.replace(':', "-"), &PAGE_SOURCES, outputs, build)
}

fn wasm_pack(engine: &Engine) -> Done {
    let tools = tools::wasm()?;
    // Downloads the sources first: their folder has to be known to be left out of the wasm.
    show(&mut command("cargo", &["fetch", "--locked"]))?;
    let mut wasm_pack = command(tools.wasm_pack, &["build", "--target", "web"]);
    wasm_pack
        .args(engine.profile)
        // package.json and README of `pkg/` are written by hand.
        .args(["--no-pack", "--out-dir", engine.folder, "--out-name", engine.out_name, ".", "--", "--locked"])
        .args(engine.features)
        .env("PATH", tools.path)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(engine)?);
    show(&mut wasm_pack)?;
    // wasm-pack puts one there that says `*`; npm would obey it and publish a package without an engine.
    let _ = std::fs::remove_file(project::at(engine.folder).join(".gitignore"));
    Ok(())
}

/// Flags of rustc: an engine's own, and those that keep this machine's folders out of the wasm, so that another machine
/// builds the same bytes.
fn flags(engine: &Engine) -> Done<String> {
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
    let own = engine.flags.iter().map(ToString::to_string);
    let flags = renamed.chain([compact]).chain(own);
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Where cargo unpacks crates: a folder for each registry or mirror, named differently on each machine.
fn registries() -> Vec<String> {
    let home = std::env::var("CARGO_HOME").ok().or_else(|| Some(format!("{}/.cargo", std::env::var("HOME").ok()?)));
    let folder = Path::new(&home.unwrap_or_default()).join("registry/src");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path().display().to_string()).collect()
}
