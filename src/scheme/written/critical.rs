//! Critical criteria (一票否决) as they are written: outcomes that set the grade, the total or the
//! section's points.

use super::{BilingualText, Title};
use crate::json::{shape, tagged};
use crate::number::Decimal;
use crate::text::Id;

shape! {
    /// An outcome that sets the grade, the total or the section's points.
    pub struct Critical {
        /// The rule's id, unique in the scheme.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it means.
        pub help: Option<BilingualText> = default,
        /// Whether it is written down and not applied.
        pub off: bool = default,
        /// Which outcome.
        pub when: CriticalOutcome,
        /// What it sets.
        pub sets: CriticalEffect,
    }
}

tagged! {
    /// The outcome of a criterion that is critical.
    pub enum CriticalOutcome {
        /// A rater whose role weighs something chose this level.
        Level(LevelOutcome) = "level",
        /// A record of this kind counts.
        Kind(KindOutcome) = "kind",
        /// The raw number is below a limit.
        Below(LimitOutcome) = "below",
        /// The raw number is above a limit.
        Above(LimitOutcome) = "above",
    }
}

shape! {
    /// A level of the criterion's scale.
    pub struct LevelOutcome {
        /// The level.
        pub level: Id,
    }
}

shape! {
    /// A kind of the criterion's records.
    pub struct KindOutcome {
        /// The kind.
        pub kind: Id,
    }
}

shape! {
    /// A limit of the criterion's raw number; the limit itself is not critical.
    pub struct LimitOutcome {
        /// The limit.
        pub limit: Decimal,
    }
}

tagged! {
    /// What a critical outcome sets; it never raises what was earned.
    pub enum CriticalEffect {
        /// The grade, and nothing else.
        Grade(SetGrade) = "grade",
        /// The published total, which is graded and ranked.
        Total(SetTotal) = "total",
        /// The points of the criterion's section.
        Section(SetSection) = "section",
    }
}

shape! {
    /// Sets the grade.
    pub struct SetGrade {
        /// The grade.
        pub grade: Id,
    }
}

shape! {
    /// Sets the total.
    pub struct SetTotal {
        /// The total.
        pub total: Decimal,
    }
}

shape! {
    /// Sets the section's points.
    pub struct SetSection {
        /// The points.
        pub points: Decimal,
    }
}
