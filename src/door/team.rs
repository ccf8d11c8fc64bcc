//! A team at the door, while a score of it is tried.

use wasm_bindgen::prelude::*;

use super::answer::{Words, answer};
use crate::json::compact;
use crate::live::{FormOf, LiveTeam};
use crate::problem::Problem;

/// A unit's team while one of its scores is tried: what would become of totals, grades, ranks and warnings.
/// Nothing is entered in the workbook that it came from.
#[wasm_bindgen(js_name = LiveTeam)]
#[derive(Debug)]
pub struct LiveTeamHandle(pub(super) Result<LiveTeam, Vec<Problem>>);

#[wasm_bindgen(js_class = LiveTeam)]
impl LiveTeamHandle {
    /// Where everybody stands now.
    #[wasm_bindgen(unchecked_return_type = "Answer<Standing[]>")]
    #[must_use]
    pub fn standings(&self) -> JsValue {
        answer(self.0.as_ref().map(|team| (compact(&team.standings()), Vec::new())).map_err(Clone::clone))
    }

    /// Tries what stands in a field of one rater's form, and tells who now stands elsewhere.
    #[wasm_bindgen(unchecked_return_type = "Answer<TeamChange>")]
    pub fn enter(&mut self, subject: &Words, role: &Words, rater: &Words, criterion: &Words, text: &Words) -> JsValue {
        let (subject, role, rater) = (&subject.text(), &role.text(), &rater.text());
        answer(match &mut self.0 {
            Ok(team) => match team.enter(&FormOf { subject, role, rater }, &criterion.text(), &text.text()) {
                Ok(change) => Ok((compact(&change), Vec::new())),
                Err(problem) => Err(vec![problem]),
            },
            Err(problems) => Err(problems.clone()),
        })
    }
}
