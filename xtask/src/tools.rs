//! The build tools, each pinned to one version: found on the PATH, or installed once for all clones.

use crate::{
    Done, project,
    run::{self, NPM, answer, command, show},
};
use std::path::PathBuf;

const WASM_PACK: &str = "0.15.1";
const CARGO_DENY: &str = "0.20.2";
const NODE: (u32, u32) = (20, 19);
const WASM: &str = "wasm32-unknown-unknown";

/// wasm-pack, and the PATH on which it finds wasm-bindgen and wasm-opt.
pub struct WasmTools {
    pub wasm_pack: PathBuf,
    pub path: std::ffi::OsString,
}

pub fn wasm() -> Done<WasmTools> {
    wasm_target()?;
    node_modules()?;
    let wasm_pack = cargo_tool("wasm-pack", "wasm-pack", WASM_PACK)?;
    // wasm-pack takes a wasm-bindgen from the PATH only if its version is the one in Cargo.lock;
    // with none it would try a download that a closed network refuses.
    let wasm_bindgen = cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &project::locked("wasm-bindgen")?)?;
    // wasm-opt comes from the npm package `binaryen`, for the same reason.
    let folders = [wasm_bindgen.parent().map(PathBuf::from).unwrap_or_default(), project::at("node_modules/.bin")];
    Ok(WasmTools { wasm_pack, path: run::path_with(&folders)? })
}

/// The standard library for WebAssembly, asked of rustc itself, since not everyone has rustup.
pub fn wasm_target() -> Done {
    let folder = answer(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    eprintln!("installing the Rust target {WASM}");
    show(&mut command("rustup", &["target", "add", WASM])).map_err(|_| {
        format!("add the Rust target {WASM} to your toolchain (rustup does it by `rustup target add {WASM}`)")
    })
}

pub fn rust_component(name: &str, subcommand: &str) -> Done {
    if answer(&mut command("cargo", &[subcommand, "--version"])).is_some() {
        return Ok(());
    }
    eprintln!("installing the Rust component {name}");
    show(&mut command("rustup", &["component", "add", name]))
        .map_err(|_| format!("add {name} to your Rust toolchain (rustup does it by `rustup component add {name}`)"))
}

pub fn python() -> Done {
    match run::on_path("python3") {
        Some(_) => Ok(()),
        None => run::apt(&["python3"], "install Python 3 and put `python3` on the PATH"),
    }
}

/// The npm packages of `package-lock.json`, installed when the lock is another one than last time.
pub fn node_modules() -> Done {
    node()?;
    let lock = crate::fresh::digest(&["package-lock.json"])?;
    let stamp = project::at("node_modules/.kaohe-lock");
    if project::read(&stamp).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    eprintln!("installing the npm packages of package-lock.json");
    show(&mut command(NPM, &["ci", "--no-audit", "--no-fund"]))?;
    project::write(&stamp, lock.as_bytes())
}

fn node() -> Done {
    let (major, minor) = NODE;
    let wanted = format!("install Node.js {major}.{minor} or newer, with npm, and put it on the PATH");
    let version = answer(&mut command("node", &["--version"])).ok_or(&wanted)?;
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    let found: (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < NODE {
        return Err(format!("{wanted}; `node` is {version} now"));
    }
    Ok(())
}

pub fn deny() -> Done {
    let tool = cargo_tool("cargo-deny", "cargo-deny", CARGO_DENY)?;
    show(&mut command(&tool, &["--all-features", "check", "bans", "licenses", "sources"]))?;
    // Apart, because these are fetched anew each time: a closed network must not hide what the others say.
    show(&mut command(&tool, &["--all-features", "check", "advisories"]))
        .map_err(|error| format!("{error}; where the advisories could not be fetched, ask again with a network"))
}

/// A program from a crate, at exactly this version.
fn cargo_tool(package: &str, program: &str, version: &str) -> Done<PathBuf> {
    let kept = project::tool(package, version)?;
    let own = kept.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let right = |path: &PathBuf| {
        let said = answer(&mut command(path, &["--version"])).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(version)
    };
    if let Some(found) = [run::on_path(program), Some(own.clone())].into_iter().flatten().find(right) {
        return Ok(found);
    }
    eprintln!("installing {package} {version} into {} (once; takes a few minutes)", kept.display());
    let exact = format!("={version}");
    let root = kept.to_string_lossy();
    let install = |locked: &[&str]| {
        let arguments = [&["install"], locked, &["--root", &root, "--bin", program, "--version", &exact, package]];
        // These run for a second per build: compiling them fast is worth more than their speed.
        let mut cargo = command("cargo", &arguments.concat());
        show(cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off"))
    };
    // A mirror of the registry may lag behind the crate's own lock file.
    install(&["--locked"]).or_else(|error| {
        eprintln!("{error}; trying again without the lock file that {package} carries");
        install(&[])
    })?;
    Ok(own)
}
