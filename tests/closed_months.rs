//! Months that earlier engines closed, as `tests/data/closed/README.md` says: each opens, and verifying it finds nothing but
//! what is listed here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]

use std::fs;
use std::path::Path;

use kaohe::workbook::Book;

/// What today's engine reads otherwise: the file, whose result, which figure, as it was kept and as it is now.
///
/// Two different forms of one peer, of which nobody has chosen one, are open and not missing (model: Open is not
/// missing): N01 waits for the choice, and the others move up.
const OTHERWISE: [(&str, &str, &str, &str, &str); 8] = [
    ("s9-2026-10-undecided", "N01", "grade", "A", ""),
    ("s9-2026-10-undecided", "N01", "rank", "1/6 (5)", ""),
    ("s9-2026-10-undecided", "N01", "total", "98.00", ""),
    ("s9-2026-10-undecided", "N02", "rank", "2/6 (4)", "1/5 (4)"),
    ("s9-2026-10-undecided", "N03", "rank", "4/6 (2)", "3/5 (2)"),
    ("s9-2026-10-undecided", "N04", "rank", "6/6 (0)", "5/5 (0)"),
    ("s9-2026-10-undecided", "N05", "rank", "5/6 (1)", "4/5 (1)"),
    ("s9-2026-10-undecided", "N06", "rank", "3/6 (3)", "2/5 (3)"),
];

#[test]
fn a_closed_month_keeps_its_meaning() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/closed");
    let mut found = Vec::new();
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        files += 1;
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (book, _) =
            Book::from_text(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        let verified = book.verify();
        assert!(verified.closed && verified.content_unchanged, "{name} is no longer what was closed");
        for one in verified.differences {
            found.push((name.clone(), one.subject, one.field.to_owned(), one.kept, one.now));
        }
    }
    assert_eq!(files, 17, "every file is read");
    found.sort();
    let listed = OTHERWISE.map(|(file, subject, field, kept, now)| {
        (file.to_owned(), subject.to_owned(), field.to_owned(), kept.to_owned(), now.to_owned())
    });
    assert_eq!(found, listed);
}
