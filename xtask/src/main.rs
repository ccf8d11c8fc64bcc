//! `cargo xtask …`: everything that is done to this repository.
//!
//! Two commands are all the set-up there is: `serve` and `test` install what they need, say so,
//! and where they can't, say in one sentence what to do.

mod bench;
mod browsers;
mod build;
mod check;
mod differ;
mod fresh;
mod project;
mod release;
mod run;
mod serve;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

/// An error is one sentence that a person can act on.
pub type Done<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask serve [--port N]   build the forms and serve them on this machine
cargo xtask test [STAGE…]      run every check, or the named ones
cargo xtask build              build the engine and the pages
cargo xtask bench [--quick] [--peers FOLDER]
                               measure the engine beside what people would use instead
cargo xtask differ COMMIT [--count N] [--damaged N] [--seed N]
                               compare the engine with that of another commit, on random workbooks and damaged documents
cargo xtask release            build what is published into dist/, with checksums
cargo xtask schema             write schemas/*.json anew from the Rust types
cargo xtask deny               check licences, advisories and sources of the dependencies";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.split_first() {
        Some((&"serve", options)) => serve::serve(options),
        Some((&"test", stages)) => return test::test(stages),
        Some((&"build", [])) => build::pages(),
        Some((&"bench", options)) => bench::bench(options),
        Some((&"differ", options)) => differ::differ(options),
        Some((&"release", [])) => release::release(),
        Some((&"schema", [])) => check::schema::write(),
        Some((&"deny", [])) => tools::deny(),
        None | Some((&("help" | "--help" | "-h"), _)) => {
            println!("{HELP}");
            Ok(())
        }
        Some(_) => Err(format!("`{}` is not understood\n{HELP}", words.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}
