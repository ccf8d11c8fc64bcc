//! The engine as JavaScript sees it, and the pages in real browsers.

use crate::{
    Done, browsers, build,
    run::{NPM, command, show},
    size, tools,
};

const KILOBYTE: usize = 1000;
/// A form is waited for. It may come to 125 KB once all rules are in it; until then the budget follows what it weighs, so
/// that growth is looked at. 113 since a form that is part of a total shows what it decides.
const FORM_ENGINE_BUDGET: usize = 115 * KILOBYTE;
/// The workbench's engine carries the whole model and is compiled for speed, since it comes in a worker, behind a page
/// that is there already. It may come to 450 KB; the budget only shows that it grows. 366 since what
/// was decided against has no say, and a team waits for its members.
const WORKBENCH_ENGINE_BUDGET: usize = 368 * KILOBYTE;
/// Too little for the workbench's engine, which has no place in a form.
const FORM_BUDGET: usize = 400 * KILOBYTE;
const WORKBENCH_BUDGET: usize = 1500 * KILOBYTE;

/// wasm-pack may silently leave out wasm-opt: the size is what shows it.
pub fn engines() -> Done {
    build::engines()?;
    let form = size::gzipped(build::FORM_ENGINE.wasm, FORM_ENGINE_BUDGET);
    // Both are told, whichever is too large.
    size::gzipped(build::WORKBENCH_ENGINE.wasm, WORKBENCH_ENGINE_BUDGET).and(form)
}

/// The rules that need no types, so that neither engine has to be built for an answer.
pub fn format() -> Done {
    tools::node_modules()?;
    let format = show(&mut command(NPM, &["run", "format:check"]));
    // Both are told, whichever fails.
    show(&mut command(NPM, &["run", "lint"])).and(format)
}

pub fn types() -> Done {
    build::engines()?;
    tools::node_modules()?;
    show(&mut command(NPM, &["run", "typecheck"]))?;
    show(&mut command(NPM, &["run", "lint:types"]))
}

pub fn package() -> Done {
    build::engines()?;
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
