//! A scheme as it is written in its file: data, never code.

mod consequence;
mod critical;
mod measure;
mod parts;
mod rounding;
mod scale;
mod title;

pub use consequence::*;
pub use critical::*;
pub use measure::*;
pub use parts::*;
pub use rounding::*;
pub use scale::*;
pub use title::*;

use crate::json::{shape, words};
use crate::number::{Count, Decimal};
use crate::period::Calendar;
use crate::text::{Id, Name};

shape! {
    /// The rules of one appraisal: what is appraised, by whom, and what follows.
    pub struct Scheme {
        /// Where an editor finds the JSON Schema of this file.
        pub schema as "$schema": Option<Name> = default,
        /// `kaohe-scheme`.
        pub format: SchemeFormat,
        /// Version of the format: 1.
        pub format_version: Count<1, 1>,
        /// The scheme's own id.
        pub id: Id,
        /// Version of the rules; a changed rule is a new version.
        pub version: Id,
        /// The scheme's title.
        pub name: Title,
        /// Where the rules come from.
        pub source: Option<BilingualText> = default,
        /// What somebody who fills its forms should know.
        pub help: Option<BilingualText> = default,
        /// What is preset here because the source leaves it to the company.
        pub presets: Vec<BilingualText> = default,
        /// How long one period is.
        pub period: Calendar,
        /// Who rates, and what each weighs.
        pub roles: Vec<Role> = default,
        /// What the roles' weights add up to; the checker holds them to it.
        pub role_weights: Option<Decimal> = default,
        /// Numbers that are entered for a subject and a period.
        pub indicators: Vec<Indicator> = default,
        /// What customers are asked on their form.
        pub feedback: Option<Feedback> = default,
        /// By which ways feedback and records come in: call-back, visit, suggestion box, …
        pub channels: Vec<Channel> = default,
        /// How complaints are handled: the departments and their time limits.
        pub register: Option<Register> = default,
        /// What is appraised.
        pub sections: Vec<Section>,
        /// How the total is made.
        pub total: Total,
        /// Grade bands, highest first; the last has no bound.
        pub grades: Vec<Grade> = default,
        /// How ties are broken and which schemes are ranked together.
        pub ranking: Option<Ranking> = default,
        /// The bottom-rank ladder.
        pub warnings: Option<Warnings> = default,
        /// Grades by rank in the place of the bands: a forced distribution over each unit.
        pub distribution: Option<Distribution> = default,
        /// What follows from a result: proposals that a named person confirms or overrules.
        pub consequences: Vec<Consequence> = default,
        /// Performance pay.
        pub pay: Option<PayRule> = default,
        /// The steps of a period's appraisal, and on which days of the month.
        pub calendar: Vec<CalendarStep> = default,
    }
}

words! {
    /// The format of a scheme file.
    pub enum SchemeFormat {
        /// A scheme.
        Scheme = "kaohe-scheme",
    }
}

shape! {
    /// Somebody who rates: self, peer, superior, …
    pub struct Role {
        /// The role's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// Who rates in this role.
        pub by: RatedBy = default,
        /// Its part in a score; 0 is shown and never waited for.
        pub weight: Decimal,
        /// How many raters make the role present.
        pub at_least: Count<1, 1> = default,
        /// How many must be in before the role's column is shown to the subject.
        pub anonymous_from: Count<1, 1> = default,
        /// What happens while the role is missing and another is not.
        pub missing: RoleMissing = default,
    }
}

words! {
    /// Who rates in a role.
    pub enum RatedBy {
        /// Somebody else than the subject.
        Others = "others",
        /// The subject itself.
        Subject = "subject",
    }
}

words! {
    /// What a missing role means for a score.
    pub enum RoleMissing {
        /// The result waits, and says for whom.
        Wait = "wait",
        /// The role counts as 0.
        Zero = "zero",
        /// The role counts in full.
        Full = "full",
        /// Its weight is shared out among those present, in proportion.
        Share = "share",
    }
}

shape! {
    /// A part of what is appraised: 业绩, 能力, 态度, …
    pub struct Section {
        /// The section's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it is about.
        pub help: Option<BilingualText> = default,
        /// The points it is worth in the total; its criteria's points are scaled to them.
        pub weight: Option<Decimal> = default,
        /// What its criteria's points add up to; the checker holds them to it.
        pub points: Option<Decimal> = default,
        /// Least it can have.
        pub floor: Option<Decimal> = default,
        /// Most it can have.
        pub cap: Option<Decimal> = default,
        /// A rounding of its own.
        pub rounding: Option<Rounding> = default,
        /// What is appraised in it.
        pub criteria: Vec<Criterion>,
    }
}

shape! {
    /// One thing that is appraised: one measure and one scale.
    pub struct Criterion {
        /// The criterion's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it means, for the person who rates.
        pub help: Option<BilingualText> = default,
        /// What is preset about it.
        pub preset: Option<BilingualText> = default,
        /// The points it can earn; its bounds are 0 and these.
        pub points: Option<Decimal> = default,
        /// Only takes points, and has none of its own.
        pub deduction: Option<Deduction> = default,
        /// What it is worth in its section, in the place of its points, which are scaled to it.
        pub weight: Option<Decimal> = default,
        /// Points it can earn beside its own, reported apart.
        pub bonus: Option<Decimal> = default,
        /// Where its raw number comes from.
        pub measure: Measure,
        /// How the raw number becomes points; as it is, if absent.
        pub scale: Option<Scale> = default,
        /// A rounding of its own.
        pub rounding: Option<Rounding> = default,
        /// What no data at all means.
        pub no_data: NoData = default,
        /// What it means where the register holds a complaint of the subject; the same, if absent. How
        /// satisfied people are with the handling of complaints is left out only where there is none.
        pub no_data_with_complaints: Option<NoData> = default,
        /// 一票否决: outcomes that set the grade, the total or the section's points.
        pub critical: Vec<Critical> = default,
    }
}

shape! {
    /// Marks a criterion that only takes points.
    pub struct Deduction {
        /// Most it can take, as a number below 0; none if absent.
        pub floor: Option<Decimal> = default,
    }
}

words! {
    /// What a criterion without any data means.
    pub enum NoData {
        /// The result waits, and says for what.
        Wait = "wait",
        /// The criterion earns 0.
        Zero = "zero",
        /// The criterion earns its points.
        Full = "full",
        /// The criterion is left out, and the rest scaled up: N/A.
        Exclude = "exclude",
    }
}

shape! {
    /// How the total is made.
    pub struct Total {
        /// The base points that all sections add up to; the checker holds them to it.
        pub points: Decimal,
        /// Least total.
        pub min: Option<Decimal> = default,
        /// Most total.
        pub max: Option<Decimal> = default,
        /// The one rounding: to 0.01, half-up, if absent.
        pub rounding: Option<Rounding> = default,
    }
}

shape! {
    /// A grade band by its lower bound, compared with the rounded total.
    pub struct Grade {
        /// The grade's id, which is also its short name.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it means.
        pub help: Option<BilingualText> = default,
        /// Lower bound, inclusive.
        pub from: Option<Decimal> = default,
        /// Lower bound, exclusive.
        pub above: Option<Decimal> = default,
    }
}

shape! {
    /// How the subjects of a unit are ranked.
    pub struct Ranking {
        /// Criteria whose exact points, bonus included, break a tie, in this order.
        pub tie_breakers: Vec<Id> = default,
        /// Other schemes whose subjects are ranked together with these.
        pub with: Vec<Id> = default,
    }
}

shape! {
    /// The bottom-rank ladder.
    pub struct Warnings {
        /// What a period does in which the subject was not ranked.
        pub unranked: Unranked = default,
        /// Whether a unit of N or fewer ranked members has a bottom N.
        pub small_units: bool = default,
        /// Bottom N as those with at most N at or below them, so that a tie at the border frees all tied.
        pub strict: bool = default,
        /// Rungs, the mildest first, the gravest last.
        pub rungs: Vec<Rung>,
    }
}

words! {
    /// What a period without a rank does to a run.
    pub enum Unranked {
        /// The run begins anew.
        Break = "break",
        /// The period is passed over.
        Skip = "skip",
    }
}

shape! {
    /// A rung of the ladder: bottom N for so many periods running, and what follows.
    pub struct Rung {
        /// The rung's id.
        pub id: Id,
        /// What follows.
        pub name: Title,
        /// What follows, in full.
        pub help: Option<BilingualText> = default,
        /// N of bottom N.
        pub bottom: Count<1, 1>,
        /// How many periods running.
        pub periods: Count<1, 1> = default,
        /// Holds only in the first ranked period after this state.
        pub after: Option<AfterState> = default,
    }
}

words! {
    /// The state after which a rung holds.
    pub enum AfterState {
        /// 待岗: off duty for training until a re-entry exam is passed.
        Standby = "standby",
    }
}

words! {
    /// What a person is in a period.
    pub enum State {
        /// At work.
        Active = "active",
        /// On leave.
        Leave = "leave",
        /// 待岗: off duty for training until a re-entry exam is passed.
        Standby = "standby",
    }
}
