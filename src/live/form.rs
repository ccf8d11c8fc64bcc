//! A form while it is being filled: one small call for each keystroke.
//!
//! The form's own sum is the sum that the engine would make if only this role were asked, by the
//! same [`score`]; what is not typed yet adds nothing and is listed. The grade is shown once the
//! form is complete, and only where the form covers the whole scheme (S9). A form that covers but a part of it (the
//! superior's one criterion of S7) has no total and no grade: it shows what it decides, and beside criteria with weights
//! the mean of each section. The caller's JSON is the truth; this is a cache that can be rebuilt from it.

use super::field::{Entered, keep, read_field};
use super::part::{self, Share};
use crate::json::{Document, answer, without_mark};
use crate::list::Listed;
use crate::number::{Count, Decimal, DecimalText, Exact, Figure};
use crate::problem::{ArgKind, Code, Problem};
use crate::scheme::{Checked, Criterion, Role, RoleMissing, Scheme};
use crate::score::{Asked, Parts, Scored, Step, Trace, Unfinished, score};
use crate::text::Id;
use crate::workbook::{Entries, Rating};

/// A form while it is being filled.
#[derive(Debug, Clone)]
pub struct LiveForm {
    /// The scheme as if only this role were asked.
    own: Checked,
    rating: Rating,
    covers: Covers,
    /// Of a form that covers but a part: what its sections are of the total, in their order.
    shares: Vec<Share>,
}

answer! {
    /// How much of the total a form is.
    pub enum Covers {
        /// Every criterion: its sum is a total.
        Whole = "whole",
        /// Some of the criteria.
        Part = "part",
        /// A form in a role that weighs nothing: it stands beside, and decides nothing.
        Beside = "beside",
    }
}

answer! {
    /// Everything that a form shows.
    #[derive(Debug, Clone)]
    pub struct FormView {
        /// The role.
        pub role: Id,
        /// How much of the total the form is.
        pub covers: Covers,
        /// Section by section, those that this role rates.
        pub sections: Vec<SectionView>,
        /// Criteria without a score.
        pub missing: Vec<Id>,
        /// The total so far, of a form that covers the whole.
        pub total: Option<DecimalText> = default,
        /// The points of the total so far, of a form that covers a part.
        pub decides: Option<Exact> = default,
        /// The most that `total` or `decides` can be without bonus: the points to reach.
        pub max: Exact,
        /// The grade, once the form is complete.
        pub grade: Option<Id> = default,
        /// How the sum came about.
        pub steps: Vec<Step>,
    }
}

answer! {
    /// One section of a form.
    #[derive(Debug, Clone)]
    #[cfg_attr(all(target_arch = "wasm32", feature = "workbench"), derive(serde::Serialize))]
    pub struct SectionView {
        /// The section.
        pub id: Id,
        /// Its sum so far, or its mean.
        pub points: Figure,
        /// It is the mean: beside criteria with weights, of a form that covers but a part.
        pub mean: bool = default,
        /// The most that this can be.
        pub max: Exact,
        /// Every criterion of it is scored.
        pub complete: bool,
    }
}

answer! {
    /// What one keystroke changed.
    #[derive(Debug, Clone)]
    #[cfg_attr(all(target_arch = "wasm32", feature = "workbench"), derive(serde::Serialize))]
    pub struct FormChange {
        /// The criterion that was typed in.
        pub criterion: String,
        /// The number that was understood.
        pub value: Option<DecimalText> = default,
        /// What was typed had to be tidied.
        pub tidied: bool,
        /// What is wrong with it.
        pub problem: Option<Problem> = default,
        /// Its section.
        pub section: Option<SectionView> = default,
        /// Criteria without a score.
        pub missing: Vec<Id>,
        /// The total so far, of a form that covers the whole.
        pub total: Option<DecimalText> = default,
        /// The points of the total so far, of a form that covers a part.
        pub decides: Option<Exact> = default,
        /// The grade, once the form is complete.
        pub grade: Option<Id> = default,
    }
}

impl LiveForm {
    /// Opens a form: the scheme's text and the form's.
    ///
    /// # Errors
    /// What is wrong with the scheme, or with the form's header; its scores are entered anew and may
    /// be as wrong as somebody's typing.
    pub fn open(scheme: &str, rating: &str) -> Result<Self, Vec<Problem>> {
        let (scheme, _) = Checked::from_text(scheme)?;
        let document = Document::unread(without_mark(rating));
        let rating: Rating = document.read()?;
        Self::new(scheme, rating).map_err(|problems| document.place(problems))
    }

    /// Opens a form by a scheme that was checked.
    ///
    /// # Errors
    /// A role that the scheme does not name, or another scheme's form.
    pub fn new(scheme: Checked, mut rating: Rating) -> Result<Self, Vec<Problem>> {
        let scores = std::mem::take(&mut rating.scores);
        let problems = crate::workbook::check_rating(&scheme, &rating);
        if !problems.is_empty() {
            return Err(problems);
        }
        rating.scores = scores;
        let mut own = scheme.into_scheme();
        let Some(role) = own.role(rating.role.as_str()).cloned() else {
            return Err(vec![Problem::new(Code::UnknownRole, "/role").with("role", ArgKind::Role.of(&rating.role))]);
        };
        let rates = |criterion: &&Criterion| own.asked_roles(criterion).any(|asked| asked.id == role.id);
        let covers = match own.criteria().all(|criterion| rates(&criterion)) {
            _ if role.weight.is_zero() => Covers::Beside,
            true => Covers::Whole,
            false => Covers::Part,
        };
        let rated: Vec<Id> = own.criteria().filter(rates).map(|criterion| criterion.id.clone()).listed();
        let sections = own.sections.iter().filter(|_| covers != Covers::Whole);
        let shares = sections.filter_map(|section| Share::of(&own, &role, section, &rated)).listed();
        only_role(&mut own, role, &rated, covers == Covers::Whole);
        Ok(Self { own: Checked::restricted(own), rating, covers, shares })
    }

    /// Everything that the form shows.
    #[must_use]
    pub fn view(&self) -> FormView {
        let scored = self.scored(Trace::On);
        let missing = self.missing();
        let sections = self.own.sections.iter().filter_map(|section| self.section(&section.id, &scored, &missing));
        FormView {
            role: self.rating.role.clone(),
            covers: self.covers,
            sections: sections.listed(),
            total: self.total(&scored),
            decides: self.decides(&scored),
            max: self.most(),
            grade: self.grade(&scored, &missing),
            missing,
            steps: match self.covers {
                Covers::Whole => scored.steps.into_iter().listed(),
                Covers::Part | Covers::Beside => part::steps(&self.shares, self.covers == Covers::Part, scored),
            },
        }
    }

    /// Enters what stands in a field; an empty one takes the score away. A score that is refused
    /// does not count, and the change says why.
    pub fn enter(&mut self, criterion: &str, text: &str) -> FormChange {
        let (value, level, tidied, problem) = match read_field(&self.own, criterion, text) {
            Ok(Entered::Nothing) => (None, None, false, None),
            Ok(Entered::Number(value, tidied)) => (Some(value), None, tidied, None),
            Ok(Entered::Level(level)) => (None, Some(level), false, None),
            Err(problem) => (None, None, false, Some(problem)),
        };
        keep(&mut self.rating, criterion, value, level);
        let scored = self.scored(Trace::Off);
        let missing = self.missing();
        let section = self.own.sections.iter().find(|s| s.criteria.iter().any(|c| c.id.as_str() == criterion));
        FormChange {
            criterion: criterion.to_owned(),
            value,
            tidied,
            problem,
            section: section.and_then(|section| self.section(&section.id, &scored, &missing)),
            total: self.total(&scored),
            decides: self.decides(&scored),
            grade: self.grade(&scored, &missing),
            missing,
        }
    }

    /// Of a form that covers the whole.
    fn total(&self, scored: &Scored) -> Option<Decimal> {
        scored.total.filter(|_| self.covers == Covers::Whole)
    }

    /// Of one that covers a part.
    fn decides(&self, scored: &Scored) -> Option<Exact> {
        (self.covers == Covers::Part).then(|| part::decided(&self.shares, scored))
    }

    fn most(&self) -> Exact {
        match self.covers {
            Covers::Whole => self.own.sections.iter().fold(Exact::ZERO, |sum, section| sum.plus(&section.worth())),
            Covers::Part => self.shares.iter().fold(Exact::ZERO, |sum, share| sum.plus(&share.most())),
            Covers::Beside => Exact::ZERO,
        }
    }

    fn scored(&self, trace: Trace) -> Scored {
        let entries = Entries { ratings: vec![&self.rating], ..Entries::default() };
        // What a part decides is told criterion by criterion, each by its roles.
        let parts = if self.covers == Covers::Part { Parts::Kept } else { Parts::LeftOut };
        score(&self.own, &entries, Asked { unfinished: Unfinished::RunsAlong, trace, parts })
    }

    fn missing(&self) -> Vec<Id> {
        let scored = |criterion: &Criterion| {
            self.rating.scores.lines().any(|line| *line.criterion == criterion.id && line.is_scored())
        };
        self.own.criteria().filter(|criterion| !scored(criterion)).map(|criterion| criterion.id.clone()).listed()
    }

    fn section(&self, id: &Id, scored: &Scored, missing: &[Id]) -> Option<SectionView> {
        let rule = self.own.sections.iter().find(|section| section.id == *id)?;
        let found = scored.sections.iter().find(|section| section.id == *id)?;
        let points = found.points.clone().unwrap_or(Figure::Exact(Exact::ZERO));
        let mean = self.shares.iter().find(|share| share.section == *id).and_then(|share| share.mean(&points.exact()));
        let (points, mean, max) = match mean {
            Some((mean, most)) => (Figure::Exact(mean), true, most),
            None => (points, false, rule.worth()),
        };
        Some(SectionView {
            id: id.clone(),
            points,
            mean,
            max,
            complete: !rule.criteria.iter().any(|criterion| missing.contains(&criterion.id)),
        })
    }

    fn grade(&self, scored: &Scored, missing: &[Id]) -> Option<Id> {
        if self.covers == Covers::Whole && missing.is_empty() { scored.grade.clone() } else { None }
    }
}

/// Makes the scheme as if only this role were asked. Where the form is but a part of the scheme, what only makes sense
/// for the whole is left out: weights, bounds and rounding of sections, bounds of the total, critical rules.
fn only_role(own: &mut Scheme, role: Role, rated: &[Id], whole: bool) {
    own.roles = vec![Role { weight: Decimal::ONE, at_least: Count(1), missing: RoleMissing::Wait, ..role }];
    for section in &mut own.sections {
        section.criteria.retain(|criterion| rated.contains(&criterion.id));
        if !whole {
            section.weight = None;
            section.floor = None;
            section.cap = None;
            section.rounding = None;
            section.criteria.iter_mut().for_each(|criterion| criterion.critical.clear());
        }
    }
    own.sections.retain(|section| !section.criteria.is_empty());
    if !whole {
        own.total.min = None;
        own.total.max = None;
    }
}
