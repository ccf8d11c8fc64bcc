//! Measure `rating`: raters' scores → one raw number.
//!
//! Per role the mean over its raters, criterion by criterion; across roles weighted by the scheme's
//! role weights: sum first, divide once. Self 9 (20), peers 8 and 9 (30), superior 9 (50):
//! (9 × 20 + 8.5 × 30 + 9 × 50) ÷ 100 = 8.85.
//!
//! Silent when no weighted role is present: that is no data, and the criterion says what it means.

use super::derivation::{bracketed, sum_of};
use super::{Context, Missing, MissingReason, RoleScore, Step};
use crate::number::Exact;
use crate::order::{Listed, TakeIn};
use crate::scheme::{Criterion, Role, RoleMissing};
use crate::text::PersonId;
use crate::workbook::{Rating as Form, Score};

/// What the raters' scores come to.
pub(super) enum Rated {
    /// A raw number.
    Raw(Exact),
    /// A weighted role is missing, and the scheme waits for it.
    Waiting,
    /// No weighted role is present.
    NoData,
}

/// The measure with all that explains it.
pub(super) struct Rating {
    pub(super) rated: Rated,
    pub(super) roles: Vec<RoleScore>,
    /// The roles that are missing, whatever that means.
    pub(super) missing: Vec<Missing>,
    pub(super) step: Option<Step>,
}

/// Measures a criterion by its raters' scores; `line` is where most forms hold them.
pub(super) fn measure(context: &Context<'_>, criterion: &Criterion, line: usize) -> Rating {
    let forms = |role: &Role| {
        let of_role = context.scheme.roles.iter().position(|other| other.id == role.id);
        of_role.and_then(|at| context.forms.get(at)).map_or(&[][..], Vec::as_slice)
    };
    let columns: Vec<Column<'_>> = context
        .scheme
        .asked_roles(criterion)
        .map(|role| Column::new(context, forms(role), criterion, role, line))
        .listed();
    let weighted = || columns.iter().filter(|column| column.role.weight.is_positive());
    let missing = weighted().filter(|column| !column.is_present()).map(|column| column.missing(criterion)).listed();
    let roles = columns.iter().map(Column::score).listed();
    let rated = if !weighted().any(Column::is_present) {
        Rated::NoData
    } else if weighted().any(|column| !column.is_present() && column.role.missing == RoleMissing::Wait) {
        Rated::Waiting
    } else {
        weigh(weighted(), criterion)
    };
    let step = match &rated {
        Rated::Raw(raw) => context.trace.step(|| explain(&columns, criterion, raw)),
        Rated::Waiting | Rated::NoData => None,
    };
    Rating { rated, roles, missing, step }
}

/// One role's scores for one criterion.
struct Column<'c> {
    role: &'c Role,
    scores: Vec<(&'c PersonId, Exact)>,
    in_conflict: bool,
    mean: Option<Exact>,
}

impl<'c> Column<'c> {
    fn new(context: &Context<'c>, forms: &[&'c Form], criterion: &Criterion, role: &'c Role, line: usize) -> Self {
        let of_criterion = |entry: &&Score| entry.criterion == criterion.id;
        let mut scores = Vec::with_capacity(forms.len());
        for form in forms {
            let expected = form.scores.get(line).filter(of_criterion);
            let entry = expected.or_else(|| form.scores.iter().find(of_criterion));
            scores.take_in(entry.and_then(|entry| entry.score).map(|score| (&form.rater, Exact::from(score))));
        }
        let sum = scores.iter().fold(Exact::ZERO, |sum, (_, score)| sum.plus(score));
        let mean = sum.divided_by(&count(scores.len()));
        let in_conflict = context.entries.rating_conflicts.iter().any(|rating| rating.role == role.id);
        Self { role, scores, in_conflict, mean }
    }

    /// A role is present with at least its minimum of raters.
    fn is_present(&self) -> bool {
        self.raters() >= self.role.at_least.0
    }

    fn raters(&self) -> u32 {
        u32::try_from(self.scores.len()).unwrap_or(u32::MAX)
    }

    /// What the role adds: its mean, or what its absence means; nothing if its weight is shared out.
    fn value(&self, criterion: &Criterion) -> Option<Exact> {
        if self.is_present() {
            return self.mean.clone();
        }
        match self.role.missing {
            RoleMissing::Zero => Some(Exact::ZERO),
            RoleMissing::Full => Some(criterion.own_points()),
            RoleMissing::Share | RoleMissing::Wait => None,
        }
    }

    fn score(&self) -> RoleScore {
        RoleScore { role: self.role.id.clone(), raters: self.raters(), mean: self.mean.clone() }
    }

    fn missing(&self, criterion: &Criterion) -> Missing {
        let reason = if self.in_conflict {
            MissingReason::Conflict
        } else if self.scores.is_empty() {
            MissingReason::NoRating
        } else {
            MissingReason::TooFewRaters
        };
        Missing {
            criterion: criterion.id.clone(),
            role: Some(self.role.id.clone()),
            reason,
            have: self.raters(),
            need: self.role.at_least.0,
        }
    }

    fn explain(&self, criterion: &Criterion) -> Option<Step> {
        let value = self.value(criterion)?;
        let about = |code| Step::new(code).with("role", &self.role.id).with("weight", self.role.weight);
        if !self.is_present() {
            return Some(about("role-missing").with("rule", self.role.missing.as_str()).gives(value));
        }
        let scores = self.scores.iter().map(|(rater, score)| Step::new("score").with("rater", rater).gives(score));
        let figures = sum_of(self.scores.iter().map(|(_, score)| score));
        let expression = match self.scores.len() {
            1 => figures,
            n => format!("({figures}) ÷ {n}"),
        };
        Some(about("role-mean").with("raters", self.raters()).calculated(expression).gives(value).from(scores))
    }
}

/// Across roles: weighted values over the sum of the weights, divided once.
fn weigh<'c>(columns: impl Iterator<Item = &'c Column<'c>>, criterion: &Criterion) -> Rated {
    let mut sum = Exact::ZERO;
    let mut weights = Exact::ZERO;
    for column in columns {
        if let Some(value) = column.value(criterion) {
            let weight = Exact::from(column.role.weight);
            sum = sum.plus(&value.times(&weight));
            weights = weights.plus(&weight);
        }
    }
    sum.divided_by(&weights).map_or(Rated::NoData, Rated::Raw)
}

fn explain(columns: &[Column<'_>], criterion: &Criterion, raw: &Exact) -> Step {
    let weighted = || columns.iter().filter(|column| column.role.weight.is_positive());
    let terms: Vec<(Exact, Exact)> =
        weighted().filter_map(|column| Some((column.value(criterion)?, Exact::from(column.role.weight)))).listed();
    let products: Vec<String> =
        terms.iter().map(|(value, weight)| format!("{} × {}", bracketed(value), weight.shown())).listed();
    let weights = terms.iter().fold(Exact::ZERO, |sum, (_, weight)| sum.plus(weight));
    Step::new("roles-weighted")
        .calculated(format!("({}) ÷ {}", crate::text::joined(&products, " + "), weights.shown()))
        .gives(raw)
        .from(columns.iter().filter_map(|column| column.explain(criterion)))
}

/// A count as an exact number.
fn count(length: usize) -> Exact {
    Exact::from(i64::try_from(length).unwrap_or(i64::MAX))
}
