//! Other programs: found, started, shown, and their failure put into a sentence.

use crate::{Done, project};
use std::{
    env,
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Stdio},
};

/// npm is a script, which Windows starts only by its full name.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A command that starts at the root of the repository.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(project::at(""));
    command
}

/// Runs it with its output shown, and fails with the command that failed.
pub fn show(command: &mut Command) -> Done {
    let line = written(command);
    eprintln!("$ {line}");
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` did not start: {error}")),
    }
}

/// What it prints, if it starts and succeeds.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

pub fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The PATH with these folders before the others.
pub fn path_with(first: &[PathBuf]) -> Done<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&path))).map_err(|error| error.to_string())
}

/// Installs Debian packages where that needs no password; elsewhere says what to do.
pub fn apt(packages: &[&str], otherwise: &str) -> Done {
    let root = answer(&mut command("id", &["-u"])).as_deref() == Some("0");
    if !root || on_path("apt-get").is_none() {
        return Err(otherwise.to_owned());
    }
    eprintln!("installing {} with apt", packages.join(", "));
    let quiet = |command: &mut Command| show(command.env("DEBIAN_FRONTEND", "noninteractive"));
    quiet(&mut command("apt-get", &["update", "-q"]))?;
    quiet(command("apt-get", &["install", "-q", "-y", "--no-install-recommends"]).args(packages))
        .map_err(|error| format!("{error}; {otherwise}"))
}

fn written(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
