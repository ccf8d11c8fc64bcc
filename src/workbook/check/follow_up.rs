//! What surrounds and follows an appraisal: queries, observations, interviews, plans, rulings.

use super::{Check, unknown_id};
use crate::list::{Listed, TakeIn};
use crate::order::Index;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::PAY;
use crate::scheme::{Checked, unknown, unknown_part};
use crate::text::{Id, PersonId};
use crate::workbook::{PlanState, lists};

impl<'w> Check<'w> {
    pub(super) fn follow_up(&mut self) {
        self.queries();
        self.plain_lists();
        self.plans();
        self.rulings();
        self.milestones();
    }

    /// Lists without rules of their own: whom an entry is about is somebody who is appraised, and ids differ.
    fn plain_lists(&mut self) {
        let workbook = self.workbook;
        macro_rules! check_each {
            ([$check:ident, $workbook:ident] $( $field:ident: $entry:ident {
                $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident,
                entered $entered:ident, merged $merged:ident, next $next:ident, differ [$($how:tt)+],
                checked $checked:ident, $($more:tt)*
            } )*) => { $( check_by!($check, $workbook, $field, $key, $checked, $($how)+); )* };
        }
        macro_rules! check_by {
            ($check:ident, $workbook:ident, $field:ident, $key:literal, alone, $($how:tt)+) => {};
            ($check:ident, $workbook:ident, $field:ident, $key:literal, subject, never) => {
                check_by!($check, $workbook, $field, $key, subject, revisions);
                $check.unique(concat!("/", $key), &Index::of($workbook.$field.iter().map(|entry| entry.id.as_str())));
            };
            // Several of one id are revisions of one entry, or a conflict.
            ($check:ident, $workbook:ident, $field:ident, $key:literal, subject, $($how:tt)+) => {
                for (index, entry) in $workbook.$field.iter().enumerate() {
                    $check.scheme_of(&format!(concat!("/", $key, "/{}"), index), &entry.subject);
                }
            };
        }
        lists!(check_each, self, workbook);
    }

    /// The criterion, if one is named, is one of the subject's scheme.
    fn criterion_of(&mut self, place: &str, subject: &PersonId, criterion: Option<&Id>) -> Option<&'w Checked> {
        let scheme = self.scheme_of(&place, subject)?;
        if let Some(criterion) = criterion.filter(|id| scheme.criterion(id.as_str()).is_none()) {
            let known: Vec<&str> = scheme.criteria().map(|criterion| criterion.id.as_str()).listed();
            let at = place_in(place, "criterion");
            self.tell(unknown(Code::UnknownCriterion, at, "criterion", ArgKind::Criterion.of(criterion), &known));
        }
        Some(scheme)
    }

    fn queries(&mut self) {
        let workbook = self.workbook;
        for (index, query) in workbook.queries.iter().enumerate() {
            let place = format!("/queries/{index}");
            self.criterion_of(&place, &query.subject, query.criterion.as_ref());
            let Some(named) = &query.acknowledgement else { continue };
            let own = workbook.acknowledgements.iter().filter(|answer| answer.subject == query.subject);
            let own: Vec<&str> = own.map(|answer| answer.id.as_str()).listed();
            if !own.contains(&named.as_str()) {
                let at = place_in(&place, "acknowledgement");
                self.tell(unknown_part(at, "acknowledgement", named.as_str(), &own));
            }
        }
        let queries = Index::of(workbook.queries.iter().map(|query| query.id.as_str()));
        let records = Index::of(workbook.records.iter().map(|record| record.id.as_str()));
        for (index, answer) in workbook.answers.iter().enumerate() {
            let place = format!("/answers/{index}");
            if !queries.holds(answer.query.as_str()) {
                self.tell(unknown_part(
                    place_in(&place, "query"),
                    "query",
                    answer.query.as_str(),
                    &queries.some_keys(),
                ));
            }
            if let Some(record) = answer.record.as_ref().filter(|record| !records.holds(record.as_str())) {
                self.tell(unknown_part(place_in(&place, "record"), "record", record.as_str(), &records.some_keys()));
            }
        }
        self.unique("/queries", &queries);
        self.unique("/answers", &Index::of(workbook.answers.iter().map(|answer| answer.id.as_str())));
    }

    fn plans(&mut self) {
        for (index, plan) in self.workbook.plans.iter().enumerate() {
            let place = format!("/plans/{index}");
            self.criterion_of(&place, &plan.subject, plan.criterion.as_ref());
            if plan.state == PlanState::Done && plan.done.is_none() {
                self.tell(Problem::new(Code::PlanWithoutDate, place).with("plan", ArgKind::Plan.of(&plan.id)));
            }
        }
    }

    fn rulings(&mut self) {
        let workbook = self.workbook;
        for (index, ruling) in workbook.rulings.iter().enumerate() {
            let place = format!("/rulings/{index}");
            let Some(scheme) = self.scheme_of(&place, &ruling.subject) else { continue };
            let pay = Id::parse(PAY).ok();
            let mut known: Vec<&Id> = scheme.consequences.iter().map(|consequence| &consequence.id).listed();
            known.take_in(pay.as_ref().filter(|_| scheme.pay.is_some()));
            if !known.contains(&&ruling.consequence) {
                self.tell(unknown_id(place_in(&place, "consequence"), "consequence", &ruling.consequence, &known));
            }
        }
        self.unique("/rulings", &Index::of(workbook.rulings.iter().map(|ruling| ruling.id.as_str())));
    }

    fn milestones(&mut self) {
        let workbook = self.workbook;
        for (index, milestone) in workbook.milestones.iter().enumerate() {
            let place = format!("/milestones/{index}");
            let Some(scheme) = self.schemes.iter().find(|scheme| scheme.id == milestone.scheme) else {
                let known: Vec<&str> = self.schemes.iter().map(|scheme| scheme.id.as_str()).listed();
                let at = place_in(&place, "scheme");
                self.tell(unknown(Code::UnknownScheme, at, "scheme", ArgKind::Scheme.of(&milestone.scheme), &known));
                continue;
            };
            let known: Vec<&Id> = scheme.calendar.iter().map(|step| &step.id).listed();
            if !known.contains(&&milestone.step) {
                self.tell(unknown_id(place_in(&place, "step"), "step", &milestone.step, &known));
            }
        }
        self.unique("/milestones", &Index::of(workbook.milestones.iter().map(|milestone| milestone.id.as_str())));
    }
}
