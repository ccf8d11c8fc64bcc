//! Built again only when what it was built from has changed, by content: a checkout changes times, not contents.

use crate::{Done, project};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Built things and links, which are nobody's source.
const NOT_SOURCE: [&str; 5] = ["node_modules", "target", "dist", "dist-single", "__pycache__"];

/// Builds if the inputs are others than last time, or an output is not there.
pub fn unless_fresh(name: &str, inputs: &[&str], outputs: &[&str], build: impl FnOnce() -> Done) -> Done {
    let stamp = project::target(&format!("xtask/{name}"));
    let digest = digest(inputs)?;
    let built = outputs.iter().all(|output| project::at(output).is_file());
    if built && project::read(&stamp).is_ok_and(|last| last == digest) {
        return Ok(());
    }
    // A build that stops halfway must not pass for a finished one.
    let _ = std::fs::remove_file(&stamp);
    build()?;
    project::write(&stamp, digest.as_bytes())
}

/// One digest over the names and contents of files and folders; a path that is not there counts as such.
pub fn digest(inputs: &[&str]) -> Done<String> {
    let mut hash = Sha256::new();
    for input in inputs {
        hash.update(input.as_bytes());
        for file in files(&project::at(input))? {
            let content = project::bytes(&file)?;
            hash.update(file.strip_prefix(project::at("")).unwrap_or(&file).to_string_lossy().as_bytes());
            hash.update(content.len().to_le_bytes());
            hash.update(content);
        }
    }
    Ok(hex(&hash.finalize()))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn files(path: &Path) -> Done<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let Ok(folder) = std::fs::read_dir(path) else { return Ok(Vec::new()) };
    let entries = folder.map(|entry| entry.map(|entry| entry.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    entries.retain(|entry| !NOT_SOURCE.iter().any(|name| entry.ends_with(name)) && !entry.is_symlink());
    entries.sort();
    let nested: Vec<Vec<PathBuf>> = entries.iter().map(|entry| files(entry)).collect::<Done<_>>()?;
    Ok(nested.concat())
}
