//! One keystroke at a time: a form while it is filled, and a team while a score of it is tried.
//!
//! Both keep what was read and checked, and score by the same [`crate::score`] as the whole appraisal: what
//! they show is what the appraisal will say.

mod field;
mod form;
mod part;
mod team;

pub use form::{Covers, FormChange, FormView, LiveForm, SectionView};
pub use team::{FormOf, LiveTeam, TeamChange};
