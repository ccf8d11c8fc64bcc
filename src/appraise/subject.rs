//! One subject on its way through the pipeline, and what it comes to.

use crate::cohort::{Place, Warned};
use crate::consequence::{effects, pay, proposals};
use crate::result::{Outstanding, Status, SubjectResult};
use crate::scheme::Checked;
use crate::score::{Scored, is_open};
use crate::text::Id;
use crate::workbook::{Book, Entries, Member, Person, Register};

/// One subject on its way through the pipeline.
pub(crate) struct Subject<'b> {
    pub(crate) person: &'b Person,
    pub(crate) scheme: &'b Checked,
    pub(crate) unit: &'b Id,
    pub(crate) entries: Entries<'b>,
    pub(crate) scored: Scored,
    pub(crate) place: Option<Place>,
    /// How many are appraised in the unit by schemes that are ranked together, itself included.
    pub(crate) members: u32,
}

impl<'b> Subject<'b> {
    pub(super) fn new(book: &'b Book, register: &'b Register<'b>, subject: (&'b Person, &'b Checked, &'b Id)) -> Self {
        let (person, scheme, unit) = subject;
        let entries = book.entries_with(register, &person.id);
        Self { person, scheme, unit, entries, scored: Scored::default(), place: None, members: 0 }
    }

    /// The result as a member of somebody's team.
    pub(super) fn member(&self) -> Member {
        Member {
            id: self.person.id.clone(),
            scheme: self.scheme.id.clone(),
            total: self.scored.total,
            grade: self.scored.grade.clone(),
            is_open: is_open(&self.scored.missing),
        }
    }

    /// The result, with what follows from it: proposals, pay, the effect of plans.
    pub(super) fn into_result(self, book: &Book, warned: Warned, outstanding: Vec<Outstanding>) -> SubjectResult {
        let (scheme, base, entries) = (self.scheme, self.person.pay_base, &self.entries);
        let scored = self.scored;
        let status = Status::of(scored.total);
        let whole = scored.base.is_some() && scored.total.is_some();
        let result = SubjectResult {
            subject: self.person.id.clone(),
            name: self.person.name.clone(),
            unit: self.unit.clone(),
            scheme: self.scheme.id.clone(),
            state: entries.state,
            state_open: entries.state_in_conflict,
            status,
            // A total that a critical rule set while the rest is waited for has no parts.
            bonus: whole.then_some(scored.bonus),
            deductions: whole.then_some(scored.deductions),
            base: scored.base,
            total: scored.total,
            grade: scored.grade,
            rank: self.place.map(|place| place.rank),
            ranked: self.place.map(|place| place.ranked),
            below: self.place.map(|place| place.below),
            sections: scored.sections,
            missing: scored.missing,
            outstanding,
            warning: warned.given,
            also_holds: warned.also,
            early: warned.early,
            critical: scored.critical,
            consequences: Vec::new(),
            pay: None,
            plans: Vec::new(),
        };
        let judged = result.judged();
        let consequences = proposals(scheme, &judged, &entries.rulings);
        let pay = pay(scheme, base, &judged, &entries.rulings);
        let plans = effects(book, &entries.plans, &judged);
        SubjectResult { consequences, pay, plans, ..result }
    }
}
