//! The sentences in `texts/`: every language has the same ones, and every code has one.

use crate::{
    Done,
    run::{command, show},
    tools,
};

pub fn complete() -> Done {
    tools::node_modules()?;
    show(&mut command("node", &["--test", "--test-reporter=spec", "tests/web/texts.test.mjs"]))
}
