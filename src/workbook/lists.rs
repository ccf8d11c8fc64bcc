//! Every list of a workbook, declared once: what is read, ordered, digested, merged, entered, closed and carried on comes
//! from this table. What it forgets does not compile: [`List`] is matched whole, and so is the workbook itself.
//!
//! | column | says |
//! |---|---|
//! | `one` | the word for one of its entries, kebab-case: in conflicts, refusals and open items |
//! | `order` | by which fields its entries stand in their one order; `months` and `closings` by the texts of their periods; `written`: as they were written, oldest first |
//! | `rests` | `content`: results rest on it, and a closing freezes it; `follows`: it follows a result, and may be added to after a closing |
//! | `entered` | `added` as it is, `numbered` (given the next number), `replaced` (one of the same id gives way), `derived` (nobody enters it) |
//! | `merged` | `united`, `all` (kept together until they are counted anew), `past` (of two parts the same) |
//! | `next` | what the next period begins with: `kept`, `anew`, or what the named function of a closed book gives |

use super::Workbook;

/// Hands the table to a macro, row by row.
macro_rules! lists {
    ($each:ident $(, $more:tt)*) => { $each! {
        [$($more),*]
        schemes: Scheme { Schemes = "schemes", one "scheme", order [id], rests content, entered derived, merged united, next kept }
        units: Unit { Units = "units", one "unit", order [id], rests content, entered added, merged united, next kept }
        people: Person { People = "people", one "person", order [id], rests content, entered replaced, merged united, next kept }
        assignments: Assignment { Assignments = "assignments", one "assignment", order [subject role rater], rests content, entered added, merged united, next kept }
        states: StateEntry { States = "states", one "state", order [id], rests content, entered added, merged united, next lasting_states }
        ratings: Rating { Ratings = "ratings", one "rating", order [id revision], rests content, entered derived, merged united, next anew }
        records: Record { Records = "records", one "record", order [id], rests content, entered added, merged united, next anew }
        decisions: Decision { Decisions = "decisions", one "decision", order [sequence id], rests content, entered added, merged united, next anew }
        indicators: IndicatorValue { Indicators = "indicators", one "indicator", order [id], rests content, entered added, merged united, next lasting_indicators }
        feedback: FeedbackForm { Feedback = "feedback", one "feedback", order [id], rests content, entered added, merged united, next anew }
        feedback_checks: FeedbackCheck { FeedbackChecks = "feedbackChecks", one "feedback-check", order [feedback sequence], rests content, entered added, merged united, next anew }
        complaints: Complaint { Complaints = "complaints", one "complaint", order [id revision], rests content, entered numbered, merged united, next unfinished_complaints }
        complaint_counters: ComplaintCounter { ComplaintCounters = "complaintCounters", one "complaint-counter", order [months], rests content, entered derived, merged all, next kept }
        incidents: Incident { Incidents = "incidents", one "incident", order [id], rests content, entered added, merged united, next anew }
        queries: Query { Queries = "queries", one "query", order [id], rests follows, entered added, merged united, next anew }
        answers: QueryAnswer { Answers = "answers", one "answer", order [id], rests follows, entered added, merged united, next anew }
        observations: Observation { Observations = "observations", one "observation", order [id], rests content, entered added, merged united, next anew }
        summaries: Summary { Summaries = "summaries", one "summary", order [id], rests follows, entered added, merged united, next anew }
        interviews: Interview { Interviews = "interviews", one "interview", order [id revision], rests follows, entered added, merged united, next anew }
        plans: Plan { Plans = "plans", one "plan", order [id revision], rests follows, entered added, merged united, next lasting_plans }
        reports: AppraisalReport { Reports = "reports", one "report", order [id revision], rests follows, entered added, merged united, next anew }
        rulings: Ruling { Rulings = "rulings", one "ruling", order [sequence id], rests follows, entered added, merged united, next anew }
        milestones: Milestone { Milestones = "milestones", one "milestone", order [id], rests follows, entered added, merged united, next anew }
        acknowledgements: Acknowledgement { Acknowledgements = "acknowledgements", one "acknowledgement", order [id], rests follows, entered added, merged united, next anew }
        other_results: ClosedPeriod { OtherResults = "otherResults", one "result", order [closings], rests content, entered derived, merged united, next kept }
        history: ClosedPeriod { History = "history", one "closing", order [written], rests content, entered derived, merged past, next with_this_closing }
        reopenings: Reopening { Reopenings = "reopenings", one "reopening", order [written], rests content, entered derived, merged past, next anew }
    } };
}

macro_rules! declare {
    ([] $( $field:ident: $entry:ident {
        $list:ident = $key:literal, one $one:literal, order [$($order:ident)*], rests $rests:ident, entered $entered:ident,
        merged $merged:ident, next $next:ident
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

pub(super) use lists;
