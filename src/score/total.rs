//! From criteria to the total and its grade (model: Total).
//!
//! criteria → their weights → section weight → section floor and cap → section rounding (of base, bonus and deductions
//! each) → exclude →
//! bonus and deductions → the scheme's min and max → one rounding → critical rules → grade.

use super::criterion;
use super::critical;
use super::derivation::{bracketed, sum_of};
use super::outcome::{Standing, round, rounded_step};
use super::{
    Asked, Context, CriticalHit, Missing, MissingReason, Parts, Scored, SectionScore, Step, StepCode, Trace, Unfinished,
};
use crate::list::{Listed, TakeIn};
use crate::number::{Decimal, Exact, Figure};
use crate::problem::ArgKind;
use crate::scheme::{Checked, Criterion, Rounding, Section};
use crate::text::Id;
use crate::workbook::Entries;

/// Scores one subject by one scheme.
#[must_use]
pub fn score(scheme: &Checked, entries: &Entries<'_>, asked: Asked) -> Scored {
    let context = Context::new(scheme, entries, asked);
    let mut sums = Sums::default();
    // 1. Sections: criteria, weight, floor and cap, rounding.
    let sections = scheme.sections.iter().enumerate();
    let sections = sections.map(|(at, section)| section_score(&context, (at, section), asked, &mut sums)).listed();
    // 2. Exclude: what is N/A leaves the denominator, after the section bounds.
    let base = sums.base(&context);
    // 3. Bonus and deductions, unscaled; min and max; one rounding.
    let computed = base.as_ref().and_then(|base| total(&context, base, &mut sums));
    // 4. Critical rules that set the total: it is published, also where the rest is waited for and cannot make it lower.
    let total = critical::of_total(&mut sums.critical, computed, &sums.missing, &context, &mut sums.steps);
    // 5. The grade of the rounded total, the figure that is shown; critical rules that set the grade.
    let earned = total.and_then(|total| scheme.grade_of(total)).map(|grade| grade.id.clone());
    if let Some(total) = total {
        sums.steps.take_in(grade_step(&context, total, earned.as_ref()));
    }
    let grade = critical::of_grade(scheme, &mut sums.critical, earned.filter(|_| !scheme.is_forced()));
    let set = grade.as_ref().and_then(|grade| critical::grade_step(&sums.critical, grade));
    sums.steps.take_in(set.filter(|_| asked.trace == Trace::On));
    let steps = total.and_then(|total| asked.trace.step(|| Step::new(StepCode::TOTAL).gives(total).from(sums.steps)));
    Scored {
        base,
        bonus: sums.bonus,
        deductions: sums.deductions,
        total,
        grade,
        sections,
        missing: sums.missing,
        critical: sums.critical,
        steps,
    }
}

/// What the sections add up to.
struct Sums {
    points: Exact,
    /// P, the scheme's base points.
    worth: Exact,
    /// X, the excluded ones.
    excluded: Exact,
    /// Which criteria these are.
    left_out: Vec<Id>,
    bonus: Exact,
    deductions: Exact,
    missing: Vec<Missing>,
    critical: Vec<CriticalHit>,
    waits: bool,
    steps: Vec<Step>,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            points: Exact::ZERO,
            worth: Exact::ZERO,
            excluded: Exact::ZERO,
            left_out: Vec::new(),
            bonus: Exact::ZERO,
            deductions: Exact::ZERO,
            missing: Vec::new(),
            critical: Vec::new(),
            waits: false,
            steps: Vec::new(),
        }
    }
}

impl Sums {
    /// base × P ÷ (P − X); nothing while something is waited for, or where nothing is left.
    fn base(&mut self, context: &Context<'_>) -> Option<Exact> {
        if self.waits {
            return None;
        }
        if self.excluded.is_zero() {
            return Some(self.points.clone());
        }
        let left = self.worth.minus(&self.excluded);
        let scaled = self.points.times(&self.worth).divided_by(&left);
        match &scaled {
            Some(scaled) => self.steps.take_in(context.trace.step(|| {
                let figures = format!("{} × {} ÷ {}", self.points.shown(), self.worth.shown(), left.shown());
                Step::new(StepCode::EXCLUDED)
                    .with("excluded", ArgKind::Figure.of(self.excluded.shown()))
                    .calculated(figures)
                    .gives(scaled)
            })),
            None => self.missing.take_in(self.left_out.iter().map(nothing_left)),
        }
        scaled
    }
}

/// Every criterion with points is excluded: no data, and each is named.
fn nothing_left(criterion: &Id) -> Missing {
    Missing { criterion: criterion.clone(), role: None, reason: MissingReason::NothingLeft, have: 0, need: 1 }
}

#[inline(never)]
fn section_score(
    context: &Context<'_>,
    (at, section): (usize, &Section),
    asked: Asked,
    sums: &mut Sums,
) -> SectionScore {
    let mut points = Exact::ZERO;
    let mut excluded = Exact::ZERO;
    let mut waits = false;
    let mut criteria = Vec::new();
    let mut shown = Vec::new();
    let mut hits = Vec::new();
    let mut weights = Vec::new();
    let (mut bonus, mut deductions) = (Exact::ZERO, Exact::ZERO);
    for line in context.scheme.lines(at) {
        let rule = line.criterion;
        let mut outcome = criterion::score(context, line, asked);
        let (score, standing) = (&outcome.score, outcome.standing);
        sums.missing.take_in(missing_of(standing, std::mem::take(&mut outcome.missing), asked));
        match standing {
            Standing::Waits => waits = true,
            Standing::Excluded => {
                excluded = excluded.plus(&rule.worth());
                sums.left_out.push(rule.id.clone());
            }
            Standing::Counts => {}
        }
        if let Some(value) = &score.points {
            let value = value.exact();
            if rule.is_deduction() {
                deductions = deductions.plus(&value);
            } else {
                let weighted = weigh_criterion(rule, &value);
                points = points.plus(&weighted);
                weights.take_in(criterion_weight_step(context, rule, &value, &weighted));
                if asked.trace == Trace::On {
                    shown.push(weighted);
                }
            }
        }
        hits.take_in(critical::holding(context, rule, score, standing));
        if let Some(added) = &score.bonus {
            bonus = bonus.plus(&added.exact());
        }
        if context.parts == Parts::Kept {
            criteria.push(outcome.score);
        }
    }
    sums.waits |= waits;
    let mut steps = weights;
    let whole = SectionSum { section, points, excluded, shown: &shown };
    // A section that waits has no points yet: its sums would look like some.
    let told = if waits { &mut Vec::new() } else { &mut steps };
    let (published, excluded) = whole.publish(context, told);
    // Its rounding is of base, bonus and deductions each.
    for (beside, sum) in [(bonus, &mut sums.bonus), (deductions, &mut sums.deductions)] {
        let beside =
            if beside.is_zero() { beside } else { round(section.rounding.as_ref(), beside, told, context).exact() };
        *sum = sum.plus(&beside);
    }
    let published =
        if waits { published } else { critical::of_section(section, &mut hits, published, context, &mut steps) };
    sums.critical.take_in(hits);
    sums.worth = sums.worth.plus(context.scheme.section_worth(at));
    sums.excluded = sums.excluded.plus(&excluded);
    sums.points = sums.points.plus(&published.exact());
    sums.steps.take_in(context.trace.step(|| {
        let from: Vec<Step> = criteria.iter().filter_map(|score| score.step.as_deref().cloned()).listed();
        let step = Step::new(StepCode::SECTION).with("section", ArgKind::Section.of(&section.id));
        if waits { step } else { step.gives(&published) }.from(steps).from(from)
    }));
    SectionScore { id: section.id.clone(), points: (!waits).then_some(published), criteria }
}

/// What is listed as missing: what is waited for, or what a form in the making still lacks.
fn missing_of(standing: Standing, missing: Vec<Missing>, asked: Asked) -> Vec<Missing> {
    if standing == Standing::Waits || asked.unfinished == Unfinished::RunsAlong { missing } else { Vec::new() }
}

/// A section's criteria, added up.
struct SectionSum<'s> {
    section: &'s Section,
    points: Exact,
    excluded: Exact,
    shown: &'s [Exact],
}

impl SectionSum<'_> {
    /// The section's points in the total and the excluded ones, both by its weight.
    fn publish(self, context: &Context<'_>, steps: &mut Vec<Step>) -> (Figure, Exact) {
        let Self { section, points, excluded, shown } = self;
        steps.take_in(context.trace.step(|| Step::new(StepCode::SECTION_SUM).calculated(sum_of(shown)).gives(&points)));
        // points × weight ÷ the section's points
        let weighted = weigh(section, &points);
        let excluded = weigh(section, &excluded);
        if let Some(weight) = section.weight {
            steps.take_in(context.trace.step(|| {
                let whole = section.criteria_points().shown();
                Step::new(StepCode::SECTION_WEIGHT)
                    .with("weight", weight)
                    .calculated(format!("{} × {weight} ÷ {whole}", bracketed(&points)))
                    .gives(&weighted)
            }));
        }
        // A section's cap loses the excluded points, down to none.
        let floor = section.floor.map(Exact::from);
        let cap = section.cap.map(|cap| Exact::from(cap).minus(&excluded).within(Some(&Exact::ZERO), None));
        let held = weighted.clone().within(floor.as_ref(), cap.as_ref());
        if held != weighted {
            steps.take_in(context.trace.step(|| bounded(&weighted, floor.as_ref(), cap.as_ref()).gives(&held)));
        }
        (round(section.rounding.as_ref(), held, steps, context), excluded)
    }
}

/// A criterion's points in its section: points × weight ÷ its points, where it has a weight.
fn weigh_criterion(criterion: &Criterion, points: &Exact) -> Exact {
    match criterion.weight {
        Some(weight) => points.times(&weight.into()).divided_by(&criterion.own_points()).unwrap_or(Exact::ZERO),
        None => points.clone(),
    }
}

fn criterion_weight_step(context: &Context<'_>, criterion: &Criterion, points: &Exact, to: &Exact) -> Option<Step> {
    let weight = criterion.weight?;
    context.trace.step(|| {
        let figures = format!("{} × {weight} ÷ {}", bracketed(points), criterion.own_points().shown());
        let step = Step::new(StepCode::CRITERION_WEIGHT)
            .with("criterion", ArgKind::Criterion.of(&criterion.id))
            .with("weight", weight);
        step.calculated(figures).gives(to)
    })
}

fn weigh(section: &Section, points: &Exact) -> Exact {
    match section.weight {
        // The checker refuses a weight on a section without points.
        Some(weight) => points.times(&weight.into()).divided_by(&section.criteria_points()).unwrap_or(Exact::ZERO),
        None => points.clone(),
    }
}

fn bounded(value: &Exact, floor: Option<&Exact>, cap: Option<&Exact>) -> Step {
    let least = floor.map_or_else(|| "−∞".to_owned(), Exact::shown);
    let most = cap.map_or_else(|| "∞".to_owned(), Exact::shown);
    Step::new(StepCode::BOUNDED)
        .with("least", ArgKind::Figure.of(least))
        .with("most", ArgKind::Figure.of(most))
        .calculated(value.shown())
}

/// Base + bonus + deductions, within the scheme's min and max, rounded once.
fn total(context: &Context<'_>, base: &Exact, sums: &mut Sums) -> Option<Decimal> {
    let rules = &context.scheme.total;
    let sum = base.plus(&sums.bonus).plus(&sums.deductions);
    sums.steps.take_in(
        context
            .trace
            .step(|| Step::new(StepCode::SUM).calculated(sum_of([base, &sums.bonus, &sums.deductions])).gives(&sum)),
    );
    let min = rules.min.map(Exact::from);
    let max = rules.max.map(Exact::from);
    let held = sum.clone().within(min.as_ref(), max.as_ref());
    if held != sum {
        sums.steps.take_in(context.trace.step(|| bounded(&sum, min.as_ref(), max.as_ref()).gives(&held)));
    }
    let rounding = rules.rounding.clone().unwrap_or_else(Rounding::to_cents);
    let rounded = rounding.round(&held);
    match rounded {
        Some(rounded) => {
            sums.steps.take_in(context.trace.step(|| rounded_step(&rounding, &held).gives(rounded)));
        }
        None => sums.missing.take_in(context.scheme.criteria().take(1).map(|criterion| Missing {
            criterion: criterion.id.clone(),
            role: None,
            reason: MissingReason::TooLarge,
            have: 0,
            need: 1,
        })),
    }
    rounded
}

fn grade_step(context: &Context<'_>, total: Decimal, grade: Option<&Id>) -> Option<Step> {
    let band = context.scheme.grades.iter().find(|band| Some(&band.id) == grade)?;
    context.trace.step(|| {
        let step = Step::new(StepCode::GRADE).with("grade", ArgKind::Grade.of(&band.id)).with("total", total);
        match band.bound() {
            Some((bound, true)) => step.with("from", bound),
            Some((bound, false)) => step.with("above", bound),
            None => step,
        }
        .gives(ArgKind::Grade.of(&band.id))
    })
}
