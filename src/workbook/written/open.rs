//! What is still to be done in a workbook, as a closing keeps it.

use crate::json::{shape, words};
use crate::period::CivilDate;
use crate::text::{Id, PersonId};

shape! {
    /// 待办: something that a person still has to do or to decide.
    pub struct OpenItem {
        /// What has to be done.
        pub kind: OpenKind,
        /// Whom it concerns.
        pub subject: Option<PersonId> = default,
        /// Of a form: in which role.
        pub role: Option<Id> = default,
        /// Of a form: whose it is.
        pub rater: Option<PersonId> = default,
        /// Of a conflict: between what.
        pub between: Option<Id> = default,
        /// The id of the entry, query, answer or consequence.
        pub about: Option<Id> = default,
        /// Since when.
        pub since: Option<CivilDate> = default,
    }
}

words! {
    /// What has to be done.
    pub enum OpenKind {
        /// Two entries differ: somebody has to choose.
        Conflict = "conflict",
        /// A form has not been handed in, or lacks scores.
        Form = "form",
        /// A result waits for something.
        Provisional = "provisional",
        /// A query has no answer.
        Query = "query",
        /// A person disagreed with a result, and no query has taken it up.
        Disagreement = "disagreement",
        /// A consequence is neither confirmed nor overruled.
        Consequence = "consequence",
    }
}
