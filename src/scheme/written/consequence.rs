//! Consequences as they are written: the forced distribution, what follows from a result, and pay.

use super::State;
use super::{BilingualText, Title};
use crate::json::{shape, words};
use crate::number::{Count, Decimal};
use crate::text::Id;

/// A ruling on the pay line names it so, in the place of a consequence: none may have it as its id.
pub const PAY: &str = "pay";

shape! {
    /// A forced distribution of grades over the ranked subjects of each unit.
    pub struct Distribution {
        /// Whether it is written down and not applied.
        pub off: bool = default,
        /// Every grade's share, best first, in percent.
        pub shares: Vec<GradeShare>,
    }
}

shape! {
    /// A grade's share of a unit.
    pub struct GradeShare {
        /// The grade.
        pub grade: Id,
        /// Its share in percent.
        pub share: Decimal,
    }
}

shape! {
    /// What follows from a result: a proposal, which a named person confirms or overrules.
    pub struct Consequence {
        /// The consequence's id.
        pub id: Id,
        /// What follows.
        pub name: Title,
        /// What follows, in full.
        pub help: Option<BilingualText> = default,
        /// What is preset about it.
        pub preset: Option<BilingualText> = default,
        /// Of what kind it is.
        pub kind: ConsequenceKind,
        /// When it follows.
        pub when: When,
    }
}

words! {
    /// Kinds of consequences.
    pub enum ConsequenceKind {
        /// A reward.
        Reward = "reward",
        /// A penalty.
        Penalty = "penalty",
        /// A lower grade or post.
        Downgrade = "downgrade",
        /// A talk.
        Talk = "talk",
        /// Training.
        Training = "training",
        /// Guidance.
        Guidance = "guidance",
        /// 待岗.
        Standby = "standby",
        /// Fewer orders.
        FewerOrders = "fewer-orders",
        /// End of the contract.
        EndOfContract = "end-of-contract",
        /// Dismissal.
        Dismissal = "dismissal",
    }
}

shape! {
    /// A condition: everything that is named must hold; of a list, one entry.
    pub struct When {
        /// The grade is one of these.
        pub grades: Vec<Id> = default,
        /// The total is this or more.
        pub from: Option<Decimal> = default,
        /// The total is below this.
        pub below: Option<Decimal> = default,
        /// The rank is this or better.
        pub rank_to: Option<Count<1, 1>> = default,
        /// The warning that is given is one of these rungs.
        pub rungs: Vec<Id> = default,
        /// The person is in one of these states.
        pub states: Vec<State> = default,
        /// One of these critical rules holds.
        pub critical: Vec<Id> = default,
    }
}

shape! {
    /// Performance pay: base × total ÷ 100, or base × the grade's factor; times factors with conditions.
    pub struct PayRule {
        /// What the base is multiplied by.
        pub of: PayOf = default,
        /// For pay by grade: each grade's factor.
        pub grades: Vec<GradeFactor> = default,
        /// Factors with a condition, in this order.
        pub factors: Vec<PayFactor> = default,
        /// What is preset about it.
        pub preset: Option<BilingualText> = default,
    }
}

words! {
    /// What the pay base is multiplied by.
    pub enum PayOf {
        /// The published total ÷ 100.
        Total = "total",
        /// The factor of the grade.
        Grade = "grade",
    }
}

shape! {
    /// A grade's factor.
    pub struct GradeFactor {
        /// The grade.
        pub grade: Id,
        /// Its factor.
        pub factor: Decimal,
    }
}

shape! {
    /// A factor with a condition.
    pub struct PayFactor {
        /// The factor's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// The factor.
        pub factor: Decimal,
        /// When it applies.
        pub when: When,
    }
}
