//! What one subject's entries come to: types only.

use super::derivation::Step;
use crate::json::answer;
use crate::number::{Decimal, DecimalText, Exact, Figure};
use crate::scheme::{CriticalEffect, NoData};
use crate::text::Id;
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
    pub total: Option<Decimal>,
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

/// Whether two different entries are among what is waited for.
pub(crate) fn is_open(missing: &[Missing]) -> bool {
    missing.iter().any(|lack| lack.reason == MissingReason::Conflict)
}

answer! {
    /// Why something is missing.
    pub enum MissingReason {
        /// Nobody has scored it.
        NoRating = "no-rating",
        /// Fewer have scored it than the role asks for.
        TooFewRaters = "too-few-raters",
        /// Two different entries, and nobody has decided which counts: its own, or those of a member of the team.
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

answer! {
    /// A critical rule that holds.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CriticalHit {
        /// The rule.
        pub rule: Id,
        /// The criterion it stands at.
        pub criterion: Id,
        /// Whether it is what decided the grade, the total or the section's points.
        pub counts: bool,
        /// The total that it sets, while another input may still make it lower: there is no total yet, and it will be no
        /// higher.
        pub limit: Option<DecimalText> = default,
        /// What it sets.
        pub(crate) effect: CriticalEffect = skip,
    }
}
