//! What an appraisal says: results, units, notices; as objects, as a file, as a table.

mod csv;
mod explain;
mod file;
mod month;
mod open;
mod register;
mod sheet;
mod standing;

use crate::appraise::Subject;
use crate::cohort::{Quota, Warned, Warning};
use crate::consequence::{Pay, PlanEffect, Proposal, effects, pay, proposals};
use crate::json::{to_json, word_json};
use crate::list::{Listed, TakeIn};
use crate::number::{Exact, Number};
use crate::order::{arrange, key_of, number_key};
use crate::problem::{ArgKind, Code, Problem};
use crate::scheme::Criterion;
use crate::score::{CriterionScore, CriticalHit, Missing, SectionScore};
use crate::text::{Id, Name, PersonId};
use crate::workbook::{Book, ComplaintNumber, Conflict, KeptResult, KeptValue, OpenItem, OverdueStep, Rating, State};

pub use csv::{Headings, table};
pub use explain::explain;
use explain::explained;
pub(crate) use file::scheme_refs;
pub use file::{ResultFile, result_file, result_line};
pub use month::{MonthStep, StepState, month_steps};
pub(crate) use open::open_items;
pub use register::{ChannelCount, DepartmentCount};
pub(crate) use register::{channels, departments, undecided};
pub(crate) use sheet::Answered;
pub use sheet::{Sheet, SheetFile, current_answers, read_sheet, result_digest, sheet, sheet_file, sheet_files};
pub use standing::Standing;

/// What a workbook comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Appraisal {
    /// Subject by subject, by id.
    pub results: Vec<SubjectResult>,
    /// Unit by unit.
    pub units: Vec<UnitReport>,
    /// What a person must be told beside the numbers.
    pub notices: Vec<Problem>,
    /// What is still to be done or to be decided.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub open: Vec<OpenItem>,
    /// How much came in by each channel.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub channels: Vec<ChannelCount>,
    /// How many steps of each department are overdue, as of the period's end.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub departments: Vec<DepartmentCount>,
    /// The overdue steps, as of the period's end.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub overdue: Vec<OverdueStep>,
}

to_json!(Appraisal { results, units, notices, open = default, channels = default, departments = default, overdue = default });

/// Whether a result is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "kebab-case"))]
pub enum Status {
    /// Nothing is waited for: there is a total.
    Final,
    /// Something is missing: total, grade and rank are absent.
    Provisional,
}

impl Status {
    /// A result is final as soon as it has a published total.
    fn of(total: Option<Number>) -> Self {
        if total.is_some() { Self::Final } else { Self::Provisional }
    }
}

word_json!(Status { Final = "final", Provisional = "provisional" });

/// One subject's result.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct SubjectResult {
    /// Whose.
    pub subject: PersonId,
    /// The name.
    pub name: Name,
    /// The unit.
    pub unit: Id,
    /// The scheme.
    pub scheme: Id,
    /// What the person is in the period.
    pub state: State,
    /// That is open: two different states are under one id. Until somebody decides there is no rank and no pay.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub state_open: bool,
    /// Final or provisional.
    pub status: Status,
    /// Base points, exact.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub base: Option<Exact>,
    /// Bonus points.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub bonus: Option<Exact>,
    /// Deductions, 0 or below.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub deductions: Option<Exact>,
    /// The published total, rounded once.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub total: Option<Number>,
    /// The grade.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub grade: Option<Id>,
    /// Rank within the unit.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rank: Option<u32>,
    /// How many are ranked in the unit.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub ranked: Option<u32>,
    /// How many stand strictly below.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub below: Option<u32>,
    /// Section by section.
    pub sections: Vec<SectionScore>,
    /// What the result waits for.
    pub missing: Vec<Missing>,
    /// Forms that are outstanding, whether waited for or not.
    pub outstanding: Vec<Outstanding>,
    /// The gravest rung of the ladder that holds.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub warning: Option<Warning>,
    /// The other rungs that hold.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub also_holds: Vec<Warning>,
    /// The rung that would be reached if the next period were like this one.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub early: Option<Id>,
    /// Critical rules that hold.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub critical: Vec<CriticalHit>,
    /// What follows: proposals, and what a named person said of them.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub consequences: Vec<Proposal>,
    /// Performance pay.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub pay: Option<Pay>,
    /// What plans of improvement came to.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub plans: Vec<PlanEffect>,
}

to_json!(SubjectResult { subject, name, unit, scheme, state, state_open = default, status, base = default, bonus = default, deductions = default, total = default, grade = default, rank = default, ranked = default, below = default, sections, missing, outstanding, warning = default, also_holds = default, early = default, critical = default, consequences = default, pay = default, plans = default });

/// A form that is outstanding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Outstanding {
    /// In which role.
    pub role: Id,
    /// From whom, where somebody was asked.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rater: Option<PersonId>,
    /// What is wrong with it.
    pub state: OutstandingState,
    /// The criteria without a score, of a form that is there.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub criteria: Vec<Id>,
}

to_json!(Outstanding { role, rater = default, state, criteria = default });

/// Why a form is outstanding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "kebab-case"))]
pub enum OutstandingState {
    /// It has not been handed in.
    None,
    /// It lacks scores.
    Incomplete,
    /// There are two, and nobody has decided.
    Conflict,
}

word_json!(OutstandingState { None = "none", Incomplete = "incomplete", Conflict = "conflict" });

/// A unit in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct UnitReport {
    /// The unit.
    pub unit: Id,
    /// The scheme, or the first of those ranked together.
    pub scheme: Id,
    /// All that are ranked together, where there are several.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schemes: Vec<Id>,
    /// How many are appraised.
    pub members: u32,
    /// How many are ranked.
    pub ranked: u32,
    /// How many at work have no total yet.
    pub provisional: u32,
    /// How many are on leave or 待岗.
    pub away: u32,
    /// Each N of which the unit has no bottom N, being too small.
    pub passed_over: Vec<u32>,
    /// Everybody who is ranked has the same total, so that a bottom N takes in all of them.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub(crate) all_in_bottom: bool,
    /// The seats of a forced distribution.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub quotas: Vec<Quota>,
    /// Complaints that name the unit or one of its subjects, and count for nobody until it is decided
    /// who is responsible.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub undecided: Vec<ComplaintNumber>,
}

to_json!(UnitReport { unit, scheme, schemes = default, members, ranked, provisional, away, passed_over, all_in_bottom = skip, quotas = default, undecided = default });

impl SubjectResult {
    pub(crate) fn new(book: &Book, subject: Subject<'_>, warned: Warned, outstanding: Vec<Outstanding>) -> Self {
        let (scheme, base, entries) = (subject.scheme, subject.person.pay_base, &subject.entries);
        let scored = subject.scored;
        let status = Status::of(scored.total);
        let whole = scored.base.is_some() && scored.total.is_some();
        let mut result = Self {
            subject: subject.person.id.clone(),
            name: subject.person.name.clone(),
            unit: subject.unit.clone(),
            scheme: subject.scheme.id.clone(),
            state: subject.entries.state,
            state_open: subject.entries.state_in_conflict,
            status,
            // A total that a critical rule set while the rest is waited for has no parts.
            bonus: whole.then_some(scored.bonus),
            deductions: whole.then_some(scored.deductions),
            base: scored.base,
            total: scored.total,
            grade: scored.grade,
            rank: subject.place.map(|place| place.rank),
            ranked: subject.place.map(|place| place.ranked),
            below: subject.place.map(|place| place.below),
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
        result.consequences = proposals(scheme, &result, &entries.rulings);
        result.pay = pay(scheme, base, &result, &entries.rulings);
        result.plans = effects(book, &entries.plans, &result);
        result
    }

    /// Criteria that were measured and not rated or recorded: plans name them, and their raw numbers are kept.
    pub(crate) fn measured(&self) -> impl Iterator<Item = &CriterionScore> {
        let criteria = self.sections.iter().flat_map(|section| &section.criteria);
        criteria.filter(|score| score.roles.is_empty() && score.records.is_none())
    }

    /// Their raw numbers, for the effect of plans.
    pub(crate) fn values(&self) -> Vec<KeptValue> {
        self.measured()
            .filter_map(|score| {
                // What 128 bits do not hold could not be read again.
                let raw = score.raw.clone().filter(|raw| Exact::parse(&raw.to_string()).is_some())?;
                Some(KeptValue { criterion: score.id.clone(), raw, ..KeptValue::default() })
            })
            .listed()
    }

    /// The result as it is kept for later periods.
    #[must_use]
    pub fn kept(&self) -> KeptResult {
        KeptResult::new(self)
    }
}

impl UnitReport {
    pub(crate) fn new(unit: &Id, schemes: Vec<Id>, members: &[&Subject<'_>], quotas: Vec<Quota>) -> Self {
        let mut report = Self {
            unit: unit.clone(),
            scheme: schemes.first().cloned().unwrap_or_default(),
            schemes: if schemes.len() > 1 { schemes } else { Vec::new() },
            members: 0,
            ranked: 0,
            provisional: 0,
            away: 0,
            passed_over: Vec::new(),
            all_in_bottom: false,
            quotas,
            undecided: Vec::new(),
        };
        let mut bottoms: Vec<u32> = Vec::new();
        for subject in members {
            report.members = report.members.saturating_add(1);
            let counter = match (subject.place, subject.entries.state) {
                (Some(_), _) => &mut report.ranked,
                (None, State::Active) => &mut report.provisional,
                (None, _) => &mut report.away,
            };
            *counter = counter.saturating_add(1);
            let rules = subject.scheme.warnings.iter().filter(|rules| !rules.small_units);
            for bottom in rules.flat_map(|rules| &rules.rungs).map(|rung| rung.bottom.0) {
                if !bottoms.contains(&bottom) {
                    bottoms.push(bottom);
                }
            }
        }
        let first = members.iter().filter(|subject| subject.place.is_some_and(|place| place.rank == 1));
        let all_first = first.filter(|subject| subject.scheme.warnings.is_some()).count();
        report.all_in_bottom = u32::try_from(all_first) == Ok(report.ranked) && report.ranked > 1;
        bottoms.retain(|bottom| report.ranked <= *bottom);
        arrange(&mut bottoms, |bottom| number_key(*bottom));
        report.passed_over = bottoms;
        report
    }
}

/// Tells of everything that stands in two variants, of which nobody has chosen one.
pub(crate) fn conflicts(conflicts: &[Conflict]) -> Vec<Problem> {
    conflicts.iter().map(|conflict| of_conflict(Code::Conflict, conflict)).listed()
}

/// A problem about a conflict, with the list it is in and what it is between.
pub(crate) fn of_conflict(code: Code, conflict: &Conflict) -> Problem {
    let list = format!("/{}", conflict.list.key());
    let form = [Some(&conflict.subject), conflict.role.as_ref(), conflict.rater.as_ref()];
    let form: Vec<&str> = form.into_iter().flatten().map(String::as_str).listed();
    let key = conflict.id.clone().unwrap_or_else(|| crate::list::joined(&form, " "));
    Problem::new(code, list).with("kind", ArgKind::Words.of(conflict.kind)).with("key", key)
}

/// Tells of every grade of a forced distribution whose share gets no seat in a unit.
pub(crate) fn no_seats(units: &[UnitReport]) -> Vec<Problem> {
    let each = units.iter().flat_map(|unit| unit.quotas.iter().map(move |quota| (unit, quota)));
    let without = each.filter(|(_, quota)| quota.seats == 0 && quota.share.is_positive());
    without
        .map(|(unit, quota)| {
            let problem = Problem::new(Code::QuotaWithoutSeat, "/units").with("unit", ArgKind::Unit.of(&unit.unit));
            problem
                .with("grade", ArgKind::Grade.of(&quota.grade))
                .with("share", quota.share)
                .with("ranked", unit.ranked)
        })
        .listed()
}

/// Tells of every unit in which everybody stands at once first and last, as before anything was entered.
pub(crate) fn all_tied(units: &[UnitReport]) -> Vec<Problem> {
    let tied = units.iter().filter(|unit| unit.all_in_bottom);
    let told = |unit: &UnitReport| {
        Problem::new(Code::AllTied, "/units").with("unit", ArgKind::Unit.of(&unit.unit)).with("ranked", unit.ranked)
    };
    tied.map(told).listed()
}

/// Tells of every bottom N that a unit is too small for.
pub(crate) fn small_units(units: &[UnitReport]) -> Vec<Problem> {
    let each = units.iter().flat_map(|unit| unit.passed_over.iter().map(move |bottom| (unit, bottom)));
    each.map(|(unit, bottom)| {
        Problem::new(Code::UnitTooSmall, "/units")
            .with("unit", ArgKind::Unit.of(&unit.unit))
            .with("bottom", bottom)
            .with("ranked", unit.ranked)
    })
    .listed()
}

/// Forms that are outstanding: asked for and not there, lacking scores, or in conflict. Where nobody
/// was asked, a role lacks what its minimum lacks.
pub(crate) fn outstanding(subject: &Subject<'_>) -> Vec<Outstanding> {
    let entries = &subject.entries;
    let mut list = Vec::new();
    for rating in &entries.rating_conflicts {
        list.push(Outstanding {
            role: rating.role.clone(),
            rater: Some(rating.rater.clone()),
            state: OutstandingState::Conflict,
            criteria: Vec::new(),
        });
    }
    let lacking = subject.scheme.roles.iter().map(|role| &role.id).filter(|role| !is_whole(subject, role)).listed();
    for rating in entries.ratings.iter().filter(|form| lacking.contains(&&form.role)) {
        let criteria = unscored(subject, rating);
        if !criteria.is_empty() {
            let (role, rater) = (rating.role.clone(), Some(rating.rater.clone()));
            list.push(Outstanding { role, rater, state: OutstandingState::Incomplete, criteria });
        }
    }
    let there: Vec<&Rating> = entries.ratings.iter().chain(&entries.rating_conflicts).copied().listed();
    for role in &subject.scheme.roles {
        let asked: Vec<&PersonId> = entries.assignments.iter().filter(|a| a.role == role.id).map(|a| &a.rater).listed();
        let of_role = || there.iter().filter(|form| form.role == role.id);
        let there = |rater: &PersonId| of_role().any(|form| form.rater == *rater);
        let none =
            |rater| Outstanding { role: role.id.clone(), rater, state: OutstandingState::None, criteria: Vec::new() };
        list.take_in(asked.iter().filter(|rater| !there(rater)).map(|rater| none(Some((*rater).clone()))));
        if asked.is_empty() && role.weight.is_positive() {
            let have = of_role().count();
            let need = usize::try_from(role.at_least.0).unwrap_or(usize::MAX);
            list.take_in((have..need).map(|_| none(None)));
        }
    }
    arrange(&mut list, |form| {
        let rater = form.rater.as_ref().map_or("", PersonId::as_str);
        key_of(&[form.role.as_str(), rater, if form.state == OutstandingState::None { "0" } else { "1" }])
    });
    list
}

/// Whether every form of a role scores every criterion: each has as many scores as there are forms.
fn is_whole(subject: &Subject<'_>, role: &Id) -> bool {
    let forms = subject.entries.ratings.iter().filter(|form| form.role == *role).count();
    let criteria = subject.scored.sections.iter().flat_map(|section| &section.criteria);
    let raters = criteria.flat_map(|criterion| &criterion.roles).filter(|of| of.role == *role).map(|of| of.raters);
    raters.into_iter().all(|raters| usize::try_from(raters) == Ok(forms))
}

/// The criteria that a form should score and does not.
fn unscored(subject: &Subject<'_>, rating: &Rating) -> Vec<Id> {
    let asked = |criterion: &&Criterion| subject.scheme.asked_roles(criterion).any(|role| role.id == rating.role);
    let scored = |(at, criterion): &(usize, &Criterion)| {
        rating.scores.of(&criterion.id, *at).is_some_and(|line| line.is_scored())
    };
    let unscored = subject.scheme.criteria().enumerate().filter(|entry| !scored(entry)).map(|(_, criterion)| criterion);
    unscored.filter(asked).map(|criterion| criterion.id.clone()).listed()
}
