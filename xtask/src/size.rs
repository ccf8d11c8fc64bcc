//! Sizes that are held to a budget: a page has to open on a slow line and an old machine.

use crate::{Done, project};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

pub fn file(path: &str, budget: usize) -> Done {
    held(path, project::bytes(&project::at(path))?.len(), "", budget)
}

pub fn gzipped(path: &str, budget: usize) -> Done {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(&project::bytes(&project::at(path))?).and_then(|()| gzip.finish());
    held(path, packed.map_err(|error| error.to_string())?.len(), " gzipped", budget)
}

fn held(path: &str, size: usize, how: &str, budget: usize) -> Done {
    let said = format!("{path}: {size} bytes{how}, the budget is {budget}");
    println!("{said}");
    if size > budget { Err(said) } else { Ok(()) }
}
