//! Format, lints, tests and documentation of the Rust code.

use crate::{
    Done,
    run::{command, show},
    tools,
};

pub fn format() -> Done {
    tools::rust_component("rustfmt", "fmt")?;
    show(&mut command("cargo", &["fmt", "--all", "--check"]))
}

/// What only JavaScript knows is compiled for wasm alone, and there once with workbooks and once without.
pub fn clippy() -> Done {
    tools::rust_component("clippy", "clippy")?;
    tools::wasm_target()?;
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets", "--all-features", "--locked"];
    let wasm = ["clippy", "--package", "kaohe", "--lib", "--target", "wasm32-unknown-unknown", "--locked"];
    show(command("cargo", &native).args(deny))?;
    show(command("cargo", &wasm).args(deny))?;
    show(command("cargo", &wasm).arg("--no-default-features").args(deny))
}

/// Unit, integration and documentation tests.
pub fn tests() -> Done {
    show(&mut command("cargo", &["test", "--workspace", "--all-features", "--locked"]))
}

pub fn documentation() -> Done {
    let mut doc = command("cargo", &["doc", "--workspace", "--no-deps", "--all-features", "--locked"]);
    show(doc.env("RUSTDOCFLAGS", "-D warnings"))
}
