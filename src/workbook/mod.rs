//! Input 2, the facts: people, forms, records, and the results of earlier periods.
//!
//! A [`Workbook`] is what a file holds; a [`Book`] is one that was checked against its schemes, in
//! its one order, with everything of a subject at hand. Merging, closing and the like go from book
//! to book.

mod book;
mod check;
mod complaint_number;
mod conflict;
mod edit;
mod form;
mod history;
mod keyed;
mod lists;
mod merge;
mod positions;
mod register;
mod variants;
mod working_days;
mod written;

pub use book::{Book, Entries, KeptTotal, Member};
pub(crate) use check::answer_problems;
pub use complaint_number::ComplaintNumber;
pub use conflict::{Conflict, Variant};
pub use edit::{Pieces, read_draft};
pub(crate) use form::entry_problem;
pub(crate) use form::rating_problems;
pub use form::{FormFile, ReplyFile, check_rating, read_form, read_reply, sealed};
pub(crate) use history::digest_of_closing;
pub(crate) use keyed::highest;
pub use lists::List;
pub(crate) use lists::lists;
pub use merge::merge;
pub(crate) use positions::{every, without_rejected};
pub use register::{Handled, Handling, OverdueStep, Register, StepDue, next_number};
pub(crate) use variants::says_the_same;
pub use working_days::{due, is_worked};
pub use written::*;
