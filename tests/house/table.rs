//! ARCHITECTURE's table "Folder by folder".

use std::collections::{BTreeMap, BTreeSet};

/// For each folder of `src/` those that it may know: named in the last column, or all in the rows above it.
pub(crate) fn read(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut table = BTreeMap::new();
    let mut above = BTreeSet::new();
    for row in text.lines().filter(|line| line.starts_with("| `src/")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, _, may_know] = cells.as_slice() else { panic!("a row of the table has three cells: {row}") };
        let own = name.trim_matches('`').trim_start_matches("src/").trim_end_matches('/').to_owned();
        let named = may_know.split('`').skip(1).step_by(2).map(str::to_owned);
        let allowed = if may_know.starts_with("everything above") { above.clone() } else { named.collect() };
        above.insert(own.clone());
        table.insert(own, allowed);
    }
    assert!(table.len() > 5, "ARCHITECTURE has no table of folders");
    table
}

/// The folder of a file; the root of the crate has none.
pub(crate) fn folder(file: &str) -> Option<&str> {
    file.split_once('/').map(|(folder, _)| folder)
}
