//! The same cases computed by another program, in another language, by another hand.

use crate::{
    Done, project,
    run::{command, show},
    tools,
};

pub fn compare() -> Done {
    tools::python()?;
    show(&mut command("python3", &["tests/oracle/selftest.py"]))?;
    show(&mut command("cargo", &["build", "--release", "--package", "kaohe-cli", "--locked"]))?;
    let kaohe = project::target("release").join(format!("kaohe{}", std::env::consts::EXE_SUFFIX));
    show(command("python3", &["tests/oracle/compare.py", "--count", "10000", "--binary"]).arg(kaohe))
}
