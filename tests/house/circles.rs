//! Files that know one another, directly or by way of others.

use std::collections::BTreeSet;

use super::Known;

/// Every circle, as the set of its files.
pub(crate) fn of(known: &Known) -> Vec<BTreeSet<String>> {
    let mut found: Vec<BTreeSet<String>> = Vec::new();
    for file in known.keys() {
        let from_here = reached(known, file);
        let circle: BTreeSet<String> =
            from_here.into_iter().filter(|other| reached(known, other).contains(file)).collect();
        if circle.len() > 1 && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

/// Everything that a file knows, directly or by way of others.
fn reached(known: &Known, file: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut next = vec![file.to_owned()];
    while let Some(file) = next.pop() {
        for other in known.get(&file).into_iter().flat_map(|others| others.keys()) {
            if found.insert(other.clone()) {
                next.push(other.clone());
            }
        }
    }
    found
}
