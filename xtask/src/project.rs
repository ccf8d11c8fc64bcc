//! Where things are: the repository, and the cache that all clones share.

use crate::Done;
use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the repository, or a path below it.
pub fn at(relative: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.unwrap_or(Path::new(".")).join(relative)
}

/// Cargo's output folder, which may have been moved by the environment.
pub fn target(relative: &str) -> PathBuf {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |moved| at("").join(moved));
    folder.join(relative)
}

/// Build tools live outside the repository, so that another clone finds them again.
pub fn tool(name: &str, version: &str) -> Done<PathBuf> {
    let named = |key: &str| env::var_os(key).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = named("XDG_CACHE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| named("HOME").map(|home| home.join(".cache")))
        .ok_or("set HOME, so that build tools can be kept below it")?;
    Ok(cache.join("kaohe/tools").join(format!("{name}-{version}")))
}

/// The version of a crate that `Cargo.lock` holds.
pub fn locked(name: &str) -> Done<String> {
    let lock = read(&at("Cargo.lock"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock does not name `{name}`"))
}

pub fn read(path: &Path) -> Done<String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

pub fn bytes(path: &Path) -> Done<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

pub fn write(path: &Path, content: &[u8]) -> Done {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder
        .and_then(|()| std::fs::write(path, content))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
