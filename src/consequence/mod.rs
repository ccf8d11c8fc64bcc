//! What follows from a result: proposals that a named person confirms or overrules, pay, and the effect
//! of plans.

mod condition;
mod pay;
mod plan;
mod proposal;

pub use condition::holds;
pub use pay::{Pay, pay, pay_step};
pub use plan::{PlanEffect, effects};
pub use proposal::{Given, Proposal, proposals};
