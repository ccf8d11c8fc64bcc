//! Measure `rating`: raters' scores → one raw number.
//!
//! Per role the mean over its raters (or their median, or the mean without one highest and one
//! lowest), criterion by criterion; across roles weighted by the scheme's role weights: sum first,
//! divide once. Self 9 (20), peers 8 and 9 (30), superior 9 (50):
//! (9 × 20 + 8.5 × 30 + 9 × 50) ÷ 100 = 8.85. A level that a rater chose is turned into its points first.
//!
//! Silent when no weighted role is present: that is no data, and the criterion says what it means. A weighted role of which
//! two forms of one rater differ is waited for, whatever else is there and whatever the scheme says of a missing one:
//! nothing is missing, somebody has to choose.

use super::derivation::{bracketed, sum_of};
use super::tally::{Tally, points_of};
use super::{Context, Missing, MissingReason, Parts, RoleScore, Step, StepCode};
use crate::list::Listed;
use crate::number::{Addition, Decimal, Exact};
use crate::order::sorted;
use crate::problem::ArgKind;
use crate::scheme::{Average, Criterion, Line, Measure, Role, RoleMissing};
use crate::text::{Id, PersonId};

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

/// Measures a criterion by its raters' scores.
#[inline(never)]
pub(super) fn measure(context: &Context<'_>, line: Line<'_>) -> Rating {
    let criterion = line.criterion;
    let (mut sum, mut missing, mut columns) = (Sum::new(line.weight), Vec::new(), Vec::new());
    let roles = context.scheme.roles.iter().zip(&context.tallies).enumerate();
    for (role, tally) in roles.filter(|(at, _)| line.asks(*at)).map(|(_, role)| role) {
        let column = Column::new(context, role, Given { tally, criterion, line: line.at });
        if role.weight.is_positive() {
            sum.take_in(&column, criterion);
            if !column.is_present() || column.in_conflict {
                missing.push(column.missing(criterion));
            }
        }
        if context.parts == Parts::Kept {
            columns.push(column);
        }
    }
    let rated = sum.rated();
    let raw = match &rated {
        Rated::Raw(raw) => Some(raw),
        Rated::Waiting | Rated::NoData => None,
    };
    let roles = match context.parts {
        Parts::Kept => columns.iter().map(|column| column.score(raw)).listed(),
        Parts::LeftOut => Vec::new(),
    };
    let step = raw.and_then(|raw| context.trace.step(|| explain(&columns, criterion, raw)));
    Rating { rated, roles, missing, step }
}

/// Weighted roles, added up: their values over the sum of their weights, divided once.
struct Sum<'c> {
    values: Exact,
    /// What all that are asked weigh together.
    whole: &'c Exact,
    /// What those weigh whose weight is shared out.
    shared: Exact,
    /// One of them is present.
    present: bool,
    /// One of them is missing, and the scheme waits for it.
    waits: bool,
    /// A form of one of them is in conflict: it is open, and not missing.
    disputed: bool,
}

impl<'c> Sum<'c> {
    const fn new(whole: &'c Exact) -> Self {
        Self { values: Exact::ZERO, whole, shared: Exact::ZERO, present: false, waits: false, disputed: false }
    }

    fn take_in(&mut self, column: &Column<'_>, criterion: &Criterion) {
        let present = column.is_present();
        self.present |= present;
        self.waits |= !present && column.role.missing == RoleMissing::Wait;
        self.disputed |= column.in_conflict;
        match column.weighted(criterion) {
            Some(value) => self.values = self.values.plus(&value),
            None => self.shared = self.shared.plus(&column.given.tally.weight),
        }
    }

    fn rated(&self) -> Rated {
        if self.disputed {
            return Rated::Waiting;
        }
        if !self.present {
            return Rated::NoData;
        }
        if self.waits {
            return Rated::Waiting;
        }
        let quotient = if self.shared.is_zero() {
            self.values.divided_by(self.whole)
        } else {
            self.values.divided_by(&self.whole.minus(&self.shared))
        };
        quotient.map_or(Rated::NoData, Rated::Raw)
    }
}

/// One role's scores for one criterion.
struct Column<'c> {
    role: &'c Role,
    given: Given<'c>,
    /// How many scored, and what they gave together.
    added: Addition,
    in_conflict: bool,
}

/// Where the scores stand.
#[derive(Clone, Copy)]
struct Given<'c> {
    tally: &'c Tally<'c>,
    criterion: &'c Criterion,
    /// Where most forms hold its score.
    line: usize,
}

/// One rater's score.
#[derive(Clone, Copy)]
struct Scored<'c> {
    rater: &'c PersonId,
    /// The level that was chosen, of a criterion with levels.
    level: Option<&'c Id>,
    score: Decimal,
}

impl<'c> Given<'c> {
    fn scores(self) -> impl Iterator<Item = Scored<'c>> {
        self.tally.forms.iter().filter_map(move |form| {
            let entry = form.scores.of(&self.criterion.id, self.line)?;
            let score = points_of(self.criterion, entry)?;
            Some(Scored { rater: &form.rater, level: entry.level, score })
        })
    }
}

impl<'c> Column<'c> {
    fn new(context: &'c Context<'c>, role: &'c Role, given: Given<'c>) -> Self {
        let added = given.tally.of_line(given.line);
        let in_conflict = context.entries.rating_conflicts.iter().any(|rating| rating.role == role.id);
        Self { role, given, added, in_conflict }
    }

    /// What its raters gave on average.
    fn mean(&self) -> Option<Exact> {
        match (average_of(self.given.criterion), self.added.sum()) {
            (Average::Mean, Some(sum)) => sum.divided_by(&i64::from(self.added.count).into()),
            (average, _) => {
                let scores = self.given.scores().listed();
                mean_of(&middle(average, &scores))
            }
        }
    }

    /// A role is present with at least its minimum of raters.
    fn is_present(&self) -> bool {
        self.added.count >= self.role.at_least.0
    }

    /// What the role adds: its mean, or what its absence means; nothing if its weight is shared out.
    fn value(&self, criterion: &Criterion) -> Option<Exact> {
        if self.is_present() {
            return self.mean();
        }
        match self.role.missing {
            RoleMissing::Zero => Some(Exact::ZERO),
            RoleMissing::Full => Some(criterion.own_points()),
            RoleMissing::Share | RoleMissing::Wait => None,
        }
    }

    /// That value times the role's weight.
    fn weighted(&self, criterion: &Criterion) -> Option<Exact> {
        let weight = &self.given.tally.weight;
        let at_once = match average_of(criterion) {
            Average::Mean if self.is_present() => self.added.weighted_mean(weight),
            _ => None,
        };
        at_once.or_else(|| self.value(criterion).map(|value| value.times(weight)))
    }

    /// What the role gave; of one that weighs nothing also how far it lies from what counts.
    fn score(&self, raw: Option<&Exact>) -> RoleScore {
        let beside = self.role.weight.is_zero();
        let mean = self.mean();
        let gap = mean.as_ref().zip(raw).filter(|_| beside).map(|(mean, raw)| mean.minus(raw));
        RoleScore { role: self.role.id.clone(), raters: self.added.count, mean, gap }
    }

    fn missing(&self, criterion: &Criterion) -> Missing {
        let reason = if self.in_conflict {
            MissingReason::Conflict
        } else if self.added.count == 0 {
            MissingReason::NoRating
        } else {
            MissingReason::TooFewRaters
        };
        Missing {
            criterion: criterion.id.clone(),
            role: Some(self.role.id.clone()),
            reason,
            have: self.added.count,
            need: self.role.at_least.0,
        }
    }

    fn explain(&self, criterion: &Criterion) -> Option<Step> {
        let about =
            |code| Step::new(code).with("role", ArgKind::Role.of(&self.role.id)).with("weight", self.role.weight);
        if !self.is_present() {
            // What weighs nothing is not missed.
            let missed = self.role.weight.is_positive();
            let step = || about(StepCode::ROLE_MISSING).with("rule", ArgKind::Words.of(self.role.missing.as_str()));
            return missed.then(|| self.value(criterion).map_or_else(step, |value| step().gives(value)));
        }
        let value = self.value(criterion)?;
        let scores = self.given.scores().listed();
        let lines = scores.iter().map(|one| {
            let step = Step::new(StepCode::SCORE).with("rater", one.rater);
            match one.level {
                Some(level) => step.with("level", ArgKind::Level.of(level)),
                None => step,
            }
            .gives(Exact::from(one.score))
        });
        let taken = middle(average_of(criterion), &scores);
        let figures = taken.iter().map(|one| Exact::from(one.score)).listed();
        let figures = sum_of(&figures);
        let expression = match taken.len() {
            1 => figures,
            n => format!("({figures}) ÷ {n}"),
        };
        let step = match average_of(criterion) {
            Average::Median => about(StepCode::ROLE_MEDIAN),
            Average::Trimmed if taken.len() < scores.len() => about(StepCode::ROLE_TRIMMED),
            Average::Trimmed => about(StepCode::ROLE_UNTRIMMED),
            Average::Mean => about(StepCode::ROLE_MEAN),
        };
        Some(step.with("raters", self.added.count).calculated(expression).gives(value).from(lines))
    }
}

/// Their mean.
fn mean_of(scores: &[&Scored<'_>]) -> Option<Exact> {
    let sum = scores.iter().fold(Exact::ZERO, |sum, one| sum.plus(&one.score.into()));
    sum.divided_by(&count(scores.len()))
}

fn explain(columns: &[Column<'_>], criterion: &Criterion, raw: &Exact) -> Step {
    let weighted = || columns.iter().filter(|column| column.role.weight.is_positive());
    let terms: Vec<(Exact, Exact)> =
        weighted().filter_map(|column| Some((column.value(criterion)?, Exact::from(column.role.weight)))).listed();
    let products: Vec<String> =
        terms.iter().map(|(value, weight)| format!("{} × {}", bracketed(value), weight.shown())).listed();
    let weights = terms.iter().fold(Exact::ZERO, |sum, (_, weight)| sum.plus(weight));
    Step::new(StepCode::ROLES_WEIGHTED)
        .calculated(format!("({}) ÷ {}", crate::list::joined(&products, " + "), weights.shown()))
        .gives(raw)
        .from(columns.iter().filter_map(|column| column.explain(criterion)))
}

fn average_of(criterion: &Criterion) -> Average {
    match &criterion.measure {
        Measure::Rating(rating) => rating.average,
        _ => Average::Mean,
    }
}

/// Which scores the mean is taken over: all, the middle one or two, or all but one highest and one lowest.
fn middle<'s, 'c>(average: Average, scores: &'s [Scored<'c>]) -> Vec<&'s Scored<'c>> {
    let around = match average {
        Average::Mean => 0,
        Average::Median => scores.len().saturating_sub(1).checked_div(2).unwrap_or(0),
        Average::Trimmed if scores.len() > 2 => 1,
        Average::Trimmed => 0,
    };
    if around == 0 {
        return scores.iter().listed();
    }
    let score = |at: usize| scores.get(at).map(|one| &one.score);
    let order = sorted(scores.len(), &|a, b| score(a) < score(b));
    let taken = scores.len().saturating_sub(around.saturating_mul(2));
    order.into_iter().skip(around).take(taken).filter_map(|at| scores.get(at)).listed()
}

/// A count as an exact number.
pub(super) fn count(length: usize) -> Exact {
    Exact::from(i64::try_from(length).unwrap_or(i64::MAX))
}
