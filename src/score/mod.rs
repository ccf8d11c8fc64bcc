//! One subject: measures, scales, total and grade, each number with its derivation.
//!
//! ```text
//! entries ─▶ measure ─▶ scale ─▶ criterion ─▶ section ─▶ total ─▶ grade
//! ```

#[cfg(feature = "workbench")]
mod complaints;
mod criterion;
mod critical;
mod derivation;
#[cfg(feature = "workbench")]
mod evidence;
#[cfg(feature = "workbench")]
mod feedback;
#[cfg(feature = "workbench")]
mod indicator;
#[cfg(feature = "workbench")]
mod measured;
mod rating;
#[cfg(feature = "workbench")]
mod records;
#[cfg(feature = "workbench")]
mod results;
mod scale;
mod step_code;
mod tally;
#[cfg(feature = "workbench")]
mod team;
mod total;

use crate::json::answer;
use crate::list::Listed;
use crate::number::{Exact, Figure, Number};
use crate::scheme::{Checked, NoData};
use crate::text::Id;
use crate::workbook::Entries;
use tally::Tally;

pub(crate) use criterion::rounded_step;
pub use critical::CriticalHit;
pub(crate) use critical::{grade_step, of_grade};
pub(crate) use derivation::bracketed;
pub use derivation::{Step, Trace};
pub use step_code::StepCode;
pub use total::score;

/// What one subject's entries come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scored {
    /// The sections' points together, after what was excluded; absent while something is waited for.
    pub base: Option<Exact>,
    /// Bonus points together.
    pub bonus: Exact,
    /// Deductions together, 0 or below.
    pub deductions: Exact,
    /// The published total, rounded once; absent while the result is provisional.
    pub total: Option<Number>,
    /// The grade of the total, where the scheme has grades.
    pub grade: Option<Id>,
    /// Section by section.
    pub sections: Vec<SectionScore>,
    /// What is waited for.
    pub missing: Vec<Missing>,
    /// Critical rules that hold.
    pub critical: Vec<CriticalHit>,
    /// How the total came about, if it was asked for.
    pub steps: Option<Step>,
}

answer! {
    /// One section's points.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SectionScore {
        /// The section.
        pub id: Id,
        /// Its points in the total; absent while something is waited for.
        pub points: Option<Figure> = default,
        /// Criterion by criterion.
        pub criteria: Vec<CriterionScore>,
    }
}

answer! {
    /// One criterion's points.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CriterionScore {
        /// The criterion.
        pub id: Id,
        /// Its points without the bonus; absent while it is waited for or where it is excluded.
        pub points: Option<Figure> = default,
        /// Its bonus, where it can have one.
        pub bonus: Option<Figure> = default,
        /// The raw number.
        pub raw: Option<Exact> = default,
        /// What its having no data means.
        pub no_data: Option<NoData> = default,
        /// Role by role, for a rating.
        pub roles: Vec<RoleScore> = default,
        /// How many records count, for records.
        pub records: Option<u32> = default,
        /// How many parts it was made of: members with a total, sources with a result, complaints that are judged.
        pub have: Option<u32> = default,
        /// How many parts there are.
        pub expected: Option<u32> = default,
        /// How it came about.
        pub step: Option<Box<Step>> = skip,
    }
}

/// Criteria that were measured and not rated or recorded: plans name them, and their raw numbers are kept.
pub(crate) fn measured_criteria(sections: &[SectionScore]) -> impl Iterator<Item = &CriterionScore> {
    let criteria = sections.iter().flat_map(|section| &section.criteria);
    criteria.filter(|score| score.roles.is_empty() && score.records.is_none())
}

answer! {
    /// What the raters of one role gave a criterion.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct RoleScore {
        /// The role.
        pub role: Id,
        /// How many scored it.
        pub raters: u32,
        /// Their mean.
        pub mean: Option<Exact> = default,
        /// For a role that weighs nothing: how far its mean lies above what counts.
        pub gap: Option<Exact> = default,
    }
}

answer! {
    /// Something a result waits for.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Missing {
        /// Which criterion.
        pub criterion: Id,
        /// From which role.
        pub role: Option<Id> = default,
        /// Why it is missing.
        pub reason: MissingReason,
        /// How many there are.
        pub have: u32,
        /// How many there must be.
        pub need: u32,
    }
}

answer! {
    /// Why something is missing.
    pub enum MissingReason {
        /// Nobody has scored it.
        NoRating = "no-rating",
        /// Fewer have scored it than the role asks for.
        TooFewRaters = "too-few-raters",
        /// Two different entries, and nobody has decided which counts.
        Conflict = "conflict",
        /// Every criterion is excluded.
        NothingLeft = "nothing-left",
        /// The figure does not fit a file.
        TooLarge = "too-large",
        /// No number was entered for the period.
        NoValue = "no-value",
        /// The number has no target.
        NoTarget = "no-target",
        /// No customer's form counts.
        NoFeedback = "no-feedback",
        /// The volume of a rate is absent or 0.
        NoVolume = "no-volume",
        /// There is no complaint to take a share of.
        NoComplaint = "no-complaint",
        /// No member of the team has a total.
        NoTeam = "no-team",
        /// There is no result of another period.
        NoResult = "no-result",
    }
}

/// Whether unfinished input counts for what is there (a form being filled) or is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// The result waits, as the scheme says.
    Waits,
    /// What is missing adds nothing yet: the sum runs along as somebody types.
    RunsAlong,
}

/// Whether a score says what each criterion came to, and what each role gave it: a table of totals has no use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// It does.
    Kept,
    /// It does not.
    LeftOut,
}

/// How a score is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// What unfinished input means.
    pub unfinished: Unfinished,
    /// Whether the derivation is wanted.
    pub trace: Trace,
    /// Whether the parts are wanted.
    pub parts: Parts,
}

impl Asked {
    /// A result without its derivation.
    pub const RESULT: Self = Self { unfinished: Unfinished::Waits, trace: Trace::Off, parts: Parts::Kept };
    /// A total with its grade, for ranking.
    pub const STANDING: Self = Self { parts: Parts::LeftOut, ..Self::RESULT };
    /// A result with its derivation.
    pub const EXPLAINED: Self = Self { trace: Trace::On, ..Self::RESULT };
}

/// What a subject is scored from.
pub(crate) struct Context<'s> {
    pub(crate) scheme: &'s Checked,
    pub(crate) entries: &'s Entries<'s>,
    pub(crate) trace: Trace,
    pub(crate) parts: Parts,
    /// What each role gave, as the roles stand in the scheme.
    tallies: Vec<Tally<'s>>,
}

impl<'s> Context<'s> {
    fn new(scheme: &'s Checked, entries: &'s Entries<'s>, asked: Asked) -> Self {
        let Asked { trace, parts, .. } = asked;
        // Where points of a criterion decide between equal totals, whoever ranks asks for them.
        let breaks_ties = scheme.ranking.as_ref().is_some_and(|ranking| !ranking.tie_breakers.is_empty());
        let parts = if breaks_ties || trace == Trace::On { Parts::Kept } else { parts };
        let tallies = scheme.roles.iter().enumerate().map(|role| Tally::new(scheme, role, entries)).listed();
        Self { scheme, entries, trace, parts, tallies }
    }
}
