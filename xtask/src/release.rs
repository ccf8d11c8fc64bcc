//! What is published: the pages as single files, the npm package, and the checksums of both.

use crate::{
    Done, build, fresh, project,
    run::{NPM, answer, command, show},
};
use sha2::{Digest, Sha256};

pub fn release() -> Done {
    let dist = project::at("dist");
    let _ = std::fs::remove_dir_all(&dist);
    build::single_files()?;
    build::element()?;
    for built in [build::FORM, build::WORKBENCH, build::FORM_ENGINE.wasm, build::WORKBENCH_ENGINE.wasm] {
        let name = built.rsplit('/').next().unwrap_or(built);
        project::write(&dist.join(name), &project::bytes(&project::at(built))?)?;
    }
    show(&mut command(NPM, &["pack", "--workspace", "pkg", "--pack-destination", "dist"]))?;
    checksums(&dist)?;
    let compiler = answer(&mut command("rustc", &["--version"])).unwrap_or_default();
    println!("built with {compiler}; another compiler may give other wasm files");
    Ok(())
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
fn checksums(dist: &std::path::Path) -> Done {
    let entries = std::fs::read_dir(dist).map_err(|error| error.to_string())?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut sums = String::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        sums += &format!("{}  {name}\n", fresh::hex(&Sha256::digest(project::bytes(&file)?)));
    }
    print!("{sums}");
    project::write(&dist.join("SHA256SUMS"), sums.as_bytes())
}
