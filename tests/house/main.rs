//! The house: who may know whom in `src/`. ARCHITECTURE's table says it folder by folder, and this holds the files to it.
//!
//! What a file knows is read from its syntax: every path that it uses, followed through re-exports to the file that
//! declares what it names. Methods are not seen, since only the compiler knows whose they are; unit tests are left out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

mod circles;
mod files;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use files::Files;

/// What each file knows, and by way of which words.
type Known = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn known() -> Known {
    Files::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).known()
}

#[test]
fn no_files_know_one_another_in_a_circle() {
    let known = known();
    let told: Vec<String> = circles::of(&known).iter().map(|circle| told(circle, &known)).collect();
    assert!(told.is_empty(), "files that know one another in a circle:\n{}", told.join("\n"));
}

fn told(circle: &BTreeSet<String>, known: &Known) -> String {
    let mut lines = Vec::new();
    for file in circle {
        for (other, words) in known[file].iter().filter(|(other, _)| circle.contains(*other)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            lines.push(format!("  {file} knows {other}: {}", words.join(", ")));
        }
    }
    lines.join("\n")
}

#[test]
fn a_folder_knows_what_architecture_allows() {
    let table = table::read(include_str!("../../ARCHITECTURE.md"));
    let mut offences = Vec::new();
    for (file, others) in known() {
        // The crate's root names every folder and belongs to none.
        let Some(own) = table::folder(&file) else { continue };
        let allowed = table.get(own).unwrap_or_else(|| panic!("ARCHITECTURE's table has no row for src/{own}/"));
        for (other, words) in others {
            let folder = table::folder(&other);
            if folder.is_some_and(|folder| folder != own && !allowed.contains(folder)) {
                offences.push(format!("  {file} knows {other}: {words:?}"));
            }
        }
    }
    assert!(offences.is_empty(), "more than ARCHITECTURE's table allows:\n{}", offences.join("\n"));
}

#[test]
fn what_a_file_knows_is_found() {
    let files = Files::of(&[
        ("lib", "pub mod a; pub mod b; pub use a::Open;"),
        (
            "a/mod",
            "mod inner; mod other; pub use inner::{Open, Shut as Closed}; macro_rules! made { () => {} } pub(crate) use made;",
        ),
        ("a/inner", "pub struct Open; pub struct Shut; #[cfg(test)] mod tests { use crate::b::late; }"),
        ("a/other", "use super::Open; fn f() -> Open { Open }"),
        (
            "b",
            "use crate::a::Closed; pub fn late(_: &crate::Open) { crate::a::made!(); println!(\"{}\", Closed::x()) }",
        ),
    ]);
    let known = files.known();
    let of = |file: &str| known[file].keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("a/inner"), Vec::<&str>::new());
    assert_eq!(of("a/other"), ["a/inner"]);
    assert_eq!(of("b"), ["a/inner", "a/mod"]);
    assert!(circles::of(&known).is_empty());
}

#[test]
fn a_circle_is_found() {
    let files = Files::of(&[
        ("lib", "mod a; mod b; mod c;"),
        ("a", "pub fn one() { crate::b::two() }"),
        ("b", "pub fn two() { super::c::three() }"),
        ("c", "use crate::a::one; pub fn three() { one() }"),
    ]);
    assert_eq!(circles::of(&files.known()), [["a", "b", "c"].map(str::to_owned).into()]);
}
