//! What follows from a result: proposals that a named person confirms or overrules, pay, and the effect
//! of plans.

mod condition;
mod judged;
mod pay;
mod plan;
mod proposal;

pub use condition::holds;
pub use judged::Judged;
pub use pay::{Pay, pay, pay_step};
pub use plan::{PlanEffect, effect_step, effects};
pub use proposal::{Given, Proposal, proposal_step, proposals};
