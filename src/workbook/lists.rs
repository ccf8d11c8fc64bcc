//! Every list of a workbook, declared once: what is read, ordered, digested, merged, entered, closed and carried on comes
//! from this table. What it forgets does not compile: [`List`] is matched whole, and so is the workbook itself.
//!
//! | column | says |
//! |---|---|
//! | `one` | the word for one of its entries, kebab-case: in conflicts, refusals and open items |
//! | `names` | by which fields an entry names people who must be there; `itself`: it says so; those who are asked for a form go with the asking |
//! | `order` | by which fields its entries stand in their one order; `months` and `closings` by the texts of their periods; `written`: as they were written, oldest first |
//! | `rests` | `content`: results rest on it, and a closing freezes it; `follows`: it follows a result, and may be added to after a closing |
//! | `entered` | `added` as it is, `numbered` (given the next number), `replaced` (one of the same id gives way), `derived` (nobody enters it) |
//! | `merged` | `united`, `all` (kept together until they are counted anew), `past` (of two parts the same) |
//! | `differ` | how two entries of one key may say different things, and as which kind of conflict that is told: `forms` of one rater, `variants` of one id (`replaces`: one may take another's place), `revisions` of one id, `checks` of one form; or `never` |
//! | `checked` | `subject`: its subject must be one, and its ids differ; `alone`: by rules of its own, in `check/` |
//! | `shown` | what a page is given of it: `as_is`, what is needed of `schemes`, `answers` and `closings`, or `no`thing |
//! | `next` | what the next period begins with: `kept`, `anew`, or what the named function of a closed book gives |

use super::Workbook;

/// Hands the table to a macro, row by row.
macro_rules! lists {
    ($each:ident $(, $more:tt)*) => { $each! {
        [$($more),*]
        schemes: Scheme { Schemes = "schemes", one "scheme", names [], order [id], rests content, entered derived, merged united, next kept, differ [never], checked alone, shown schemes }
        units: Unit { Units = "units", one "unit", names [], order [id], rests content, entered added, merged united, next kept, differ [never], checked alone, shown as_is }
        people: Person { People = "people", one "person", names [], order [id], rests content, entered replaced, merged united, next kept, differ [never], checked alone, shown as_is }
        assignments: Assignment { Assignments = "assignments", one "assignment", names [], order [subject role rater], rests content, entered added, merged united, next kept, differ [never], checked alone, shown as_is }
        states: StateEntry { States = "states", one "state", names [subject], order [id], rests content, entered added, merged united, next lasting_states, differ [3 variants], checked alone, shown as_is }
        ratings: Rating { Ratings = "ratings", one "rating", names [subject rater], order [id revision], rests content, entered derived, merged united, next anew, differ [1 forms], checked alone, shown no }
        records: RecordEntry { Records = "records", one "record", names [subject], order [id], rests content, entered added, merged united, next anew, differ [2 variants replaces], checked alone, shown as_is }
        decisions: Decision { Decisions = "decisions", one "decision", names [], order [sequence id], rests content, entered added, merged united, next anew, differ [never], checked alone, shown no }
        indicators: IndicatorValue { Indicators = "indicators", one "indicator", names [subject], order [id], rests content, entered added, merged united, next lasting_indicators, differ [4 variants replaces], checked alone, shown as_is }
        feedback: FeedbackForm { Feedback = "feedback", one "feedback", names [subject], order [id], rests content, entered added, merged united, next anew, differ [5 variants], checked alone, shown as_is }
        feedback_checks: FeedbackCheck { FeedbackChecks = "feedbackChecks", one "feedback-check", names [], order [feedback sequence], rests content, entered added, merged united, next anew, differ [6 checks], checked alone, shown as_is }
        complaints: Complaint { Complaints = "complaints", one "complaint", names [itself], order [id revision], rests content, entered numbered, merged united, next unfinished_complaints, differ [10 revisions], checked alone, shown as_is }
        complaint_counters: ComplaintCounter { ComplaintCounters = "complaintCounters", one "complaint-counter", names [], order [months], rests content, entered derived, merged all, next kept, differ [never], checked alone, shown as_is }
        incidents: Incident { Incidents = "incidents", one "incident", names [itself], order [id], rests content, entered added, merged united, next anew, differ [never], checked alone, shown as_is }
        queries: Query { Queries = "queries", one "query", names [subject], order [id], rests follows, entered added, merged united, next anew, differ [never], checked alone, shown as_is }
        answers: QueryAnswer { Answers = "answers", one "answer", names [], order [id], rests follows, entered added, merged united, next anew, differ [never], checked alone, shown as_is }
        observations: Observation { Observations = "observations", one "observation", names [subject], order [id], rests content, entered added, merged united, next anew, differ [never], checked subject, shown as_is }
        summaries: Summary { Summaries = "summaries", one "summary", names [subject], order [id], rests follows, entered added, merged united, next anew, differ [never], checked subject, shown as_is }
        interviews: Interview { Interviews = "interviews", one "interview", names [subject], order [id revision], rests follows, entered added, merged united, next anew, differ [7 revisions], checked subject, shown as_is }
        plans: Plan { Plans = "plans", one "plan", names [subject], order [id revision], rests follows, entered added, merged united, next lasting_plans, differ [8 revisions], checked alone, shown as_is }
        reports: AppraisalReport { Reports = "reports", one "report", names [subject], order [id revision], rests follows, entered added, merged united, next anew, differ [9 revisions], checked subject, shown as_is }
        rulings: Ruling { Rulings = "rulings", one "ruling", names [subject], order [sequence id], rests follows, entered added, merged united, next anew, differ [never], checked alone, shown as_is }
        milestones: Milestone { Milestones = "milestones", one "milestone", names [], order [id], rests follows, entered added, merged united, next anew, differ [never], checked alone, shown as_is }
        acknowledgements: Acknowledgement { Acknowledgements = "acknowledgements", one "acknowledgement", names [subject], order [id], rests follows, entered added, merged united, next anew, differ [never], checked alone, shown answers }
        other_results: ClosedPeriod { OtherResults = "otherResults", one "result", names [], order [closings], rests content, entered derived, merged united, next kept, differ [never], checked alone, shown closings }
        history: ClosedPeriod { History = "history", one "closing", names [], order [written], rests content, entered derived, merged past, next with_this_closing, differ [never], checked alone, shown closings }
        reopenings: Reopening { Reopenings = "reopenings", one "reopening", names [], order [written], rests content, entered derived, merged past, next anew, differ [never], checked alone, shown as_is }
    } };
}

macro_rules! declare {
    ([] $( $field:ident: $entry:ident {
        $list:ident = $key:literal, one $one:literal, names $names:tt, order [$($order:ident)*], rests $rests:ident, entered $entered:ident,
        merged $merged:ident, next $next:ident, $($more:tt)*
    } )*) => {
        /// A list of a workbook.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum List {
            $( #[doc = concat!("`", $key, "`")] #[cfg_attr(target_arch = "wasm32", serde(rename = $key))] $list, )*
        }

        impl List {
            /// All of them, in the order of the file.
            pub const ALL: &'static [Self] = &[$( Self::$list ),*];

            /// Its key in the file.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $( Self::$list => $key, )* }
            }

            /// The word for one of its entries.
            #[must_use]
            pub const fn one(self) -> &'static str {
                match self { $( Self::$list => $one, )* }
            }

            /// Whether it follows a result, which rests on it no more: it may be added to after a closing.
            #[must_use]
            pub const fn follows_results(self) -> bool {
                match self { $( Self::$list => follows!($rests), )* }
            }

            /// Whether a person enters its entries one by one.
            #[must_use]
            pub const fn is_entered(self) -> bool {
                match self { $( Self::$list => is_entered!($entered), )* }
            }
        }

        /// Takes a workbook apart whole, so that a field that is neither in the table nor here does not compile.
        #[allow(clippy::no_effect_underscore_binding, reason = "nothing is done: it has to compile")]
        const fn nothing_is_forgotten(workbook: &Workbook) {
            let Workbook {
                schema: _, format: _, format_version: _, id: _, title: _, period: _, programme: _, working_calendar: _,
                closed: _, checksum: _, extra: _, $( $field: _, )*
            } = workbook;
        }
        const _: fn(&Workbook) = nothing_is_forgotten;
    };
}

macro_rules! follows {
    (content) => {
        false
    };
    (follows) => {
        true
    };
}

macro_rules! is_entered {
    (derived) => {
        false
    };
    ($how:ident) => {
        true
    };
}

lists!(declare);

impl List {
    /// The list of this key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.key() == key)
    }

    /// The list whose entries are called so.
    #[must_use]
    pub fn of_one(one: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.one() == one)
    }
}

/// What results do not rest on: the title, what follows a result, and the closing. That a period was reopened belongs to it.
#[expect(
    clippy::indexing_slicing,
    reason = "worked out when the engine is compiled, where an overrun is a compile error"
)]
pub(super) const NO_CONTENT: &[&str] = &{
    const BESIDE: [&str; 4] = ["$schema", "title", "closed", "checksum"];
    const FOLLOWING: usize = following();
    let mut keys = [""; BESIDE.len() + FOLLOWING];
    let (mut list, mut at) = (0, 0);
    while at < BESIDE.len() {
        keys[at] = BESIDE[at];
        at += 1;
    }
    while list < List::ALL.len() {
        if List::ALL[list].follows_results() {
            keys[at] = List::ALL[list].key();
            at += 1;
        }
        list += 1;
    }
    keys
};

/// How many lists follow a result.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "worked out when the engine is compiled, where an overrun is a compile error"
)]
const fn following() -> usize {
    let (mut list, mut count) = (0, 0);
    while list < List::ALL.len() {
        if List::ALL[list].follows_results() {
            count += 1;
        }
        list += 1;
    }
    count
}

pub(crate) use lists;
