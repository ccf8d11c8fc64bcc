//! The engine as JavaScript sees it, and the pages in real browsers.

use crate::{
    Done, browsers, build,
    run::{NPM, command, show},
    size, tools,
};

const KILOBYTE: usize = 1000;
/// What the engine should weigh. It weighs twice that since it carries the whole model: the budget below only
/// keeps it from growing.
const ENGINE_TARGET: usize = 110 * KILOBYTE;
const ENGINE_BUDGET: usize = 220 * KILOBYTE;
const FORM_BUDGET: usize = 500 * KILOBYTE;
const WORKBENCH_BUDGET: usize = 1500 * KILOBYTE;

/// wasm-pack may silently leave out wasm-opt: the size is what shows it.
pub fn engine() -> Done {
    build::engine()?;
    eprintln!("the engine's target is {ENGINE_TARGET} bytes gzipped; it may not grow beyond {ENGINE_BUDGET}");
    size::gzipped(build::ENGINE[1], ENGINE_BUDGET)
}

pub fn types() -> Done {
    build::engine()?;
    tools::node_modules()?;
    show(&mut command(NPM, &["run", "typecheck"]))
}

pub fn package() -> Done {
    build::engine()?;
    // The command line must write the same bytes.
    show(&mut command("cargo", &["build", "--release", "--package", "kaohe-cli", "--locked"]))?;
    node_tests("tests/web")
}

pub fn single_files() -> Done {
    build::single_files()?;
    size::file(build::FORM, FORM_BUDGET)?;
    size::file(build::WORKBENCH, WORKBENCH_BUDGET)
}

pub fn browsers() -> Done {
    let found = browsers::find()?;
    build::pages()?;
    build::single_files()?;
    show(&mut command("cargo", &["build", "--release", "--package", "kaohe-cli", "--locked"]))?;
    let tests = test_files("tests/browser")?;
    // One file at a time: two browsers at once on two cores make each other wait.
    show(command("node", &["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(tests).envs(found))
}

fn node_tests(folder: &str) -> Done {
    tools::node_modules()?;
    show(command("node", &["--test", "--test-reporter=spec"]).args(test_files(folder)?))
}

/// Named one by one: node 20 does not take a folder of tests, and shells differ in patterns.
fn test_files(folder: &str) -> Done<Vec<String>> {
    let entries =
        std::fs::read_dir(crate::project::at(folder)).map_err(|error| format!("cannot read {folder}: {error}"))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> =
        names.filter(|name| name.ends_with(".test.mjs")).map(|name| format!("{folder}/{name}")).collect();
    files.sort();
    if files.is_empty() { Err(format!("{folder} holds no `.test.mjs`")) } else { Ok(files) }
}
