//! The whole pipeline on one screen.

mod answered;
mod notices;
mod open;
mod outstanding;
mod past;
mod ranking;
mod register;
mod subject;
mod unit;

pub(crate) use answered::Answered;
pub use answered::current_answers;
use notices::{all_tied, no_seats, small_units};
use open::open_items;
use outstanding::outstanding;
pub(crate) use past::Past;
pub(crate) use ranking::{Competitor, rank_cohort};
use register::{channels, departments, undecided};
pub(crate) use subject::Subject;

use crate::cohort::{Warned, warned};
use crate::list::{Listed, TakeIn};
use crate::order::{Index, arrange, key_of};
use crate::problem::{Code, Problem};
use crate::progress::{Progress, Stage};
use crate::result::{Appraisal, Standing, SubjectResult, UnitReport};
use crate::scheme::{Checked, Groups, Measure};
use crate::score::{Asked, Scored, score};
use crate::text::PersonId;
use crate::workbook::{Book, Member, Register};

/// Appraises everybody in a workbook: scores, grades, ranks, warnings and what follows.
#[must_use]
pub fn appraise(book: &Book) -> Appraisal {
    appraise_telling(book, &mut Progress::silent())
}

/// Appraises everybody in a workbook, and tells how far it is.
#[must_use]
pub fn appraise_telling(book: &Book, progress: &mut Progress<'_>) -> Appraisal {
    let register = book.register();
    let groups = Groups::of(book.schemes().iter().map(Checked::scheme));
    let (subjects, mut units) = scored_and_ranked(book, &register, &groups, Asked::RESULT, progress);
    arrange(&mut units, |unit| key_of(&[unit.unit.as_str(), unit.scheme.as_str()]));
    let undecided_entries = book.conflicts();
    let mut notices: Vec<Problem> = undecided_entries.iter().map(|conflict| conflict.problem(Code::Conflict)).listed();
    // 4. Climb the ladder: this period and those before it, wherever the person was.
    let past = Past::of_book(book);
    let channels = channels(book, &subjects);
    let results: Vec<SubjectResult> = subjects
        .into_iter()
        .map(|subject| {
            let warned = climb(book, &subject, &past);
            let outstanding = outstanding(&subject);
            // 5. What follows from the result: proposals, pay, the effect of plans.
            subject.into_result(book, warned, outstanding)
        })
        .listed();
    // 6. Report what a person must be told beside the numbers.
    undecided(book, register.handlings(), &mut units);
    notices.take_in(small_units(&units));
    notices.take_in(all_tied(&units));
    notices.take_in(no_seats(&units));
    let overdue = register.overdue(book.workbook().period.last_day().next());
    let open = open_items(book, &results, &undecided_entries);
    Appraisal { results, units, notices, open, channels, departments: departments(book, &overdue), overdue }
}

/// Where everybody stands: total, grade, rank and warning, as [`appraise`] gives them, without their parts.
#[must_use]
pub fn standings(book: &Book) -> Vec<Standing> {
    standings_telling(book, &mut Progress::silent())
}

/// Where everybody stands, telling how far it is.
#[must_use]
pub fn standings_telling(book: &Book, progress: &mut Progress<'_>) -> Vec<Standing> {
    let register = book.register();
    let groups = Groups::of(book.schemes().iter().map(Checked::scheme));
    let (subjects, _) = scored_and_ranked(book, &register, &groups, Asked::STANDING, progress);
    let past = Past::of_book(book);
    let standing = |subject: &Subject<'_>| {
        Standing::new(&subject.person.id, &subject.scored, subject.place, &climb(book, subject, &past))
    };
    subjects.iter().map(standing).listed()
}

/// Everybody scored and ranked: the first three steps.
pub(crate) fn scored_and_ranked<'b>(
    book: &'b Book,
    register: &'b Register<'b>,
    groups: &Groups<'_>,
    asked: Asked,
    progress: &mut Progress<'_>,
) -> (Vec<Subject<'b>>, Vec<UnitReport>) {
    let mut subjects: Vec<Subject<'_>> = book.subjects().map(|each| Subject::new(book, register, each)).listed();
    let mut units = Vec::new();
    let mut scored = 0_usize;
    progress.begin(Stage::Score, subjects.len());
    // 1. Level by level, since a supervisor is measured by the team's results.
    for level in groups.levels().unwrap_or_default() {
        let members =
            positions(&subjects, |subject| groups.group(&subject.scheme.id).is_some_and(|g| level.contains(&g)));
        // 2. Score each subject by its own scheme: measures, scales, total, grade.
        score_all(book, &mut subjects, &members, asked, &mut |of| {
            scored = scored.saturating_add(1);
            progress.at(Stage::Score, scored, of);
        });
        // 3. Rank within each unit, among the subjects of one scheme or of those ranked together;
        //    where the scheme says so, the grade follows from the rank.
        units.take_in(rank_all(groups, &mut subjects, &members));
    }
    (subjects, units)
}

/// One subject scored anew, the results of its team being known.
pub(crate) fn rescored(book: &Book, register: &Register<'_>, id: &PersonId, team: &[Member]) -> Option<Scored> {
    let mut subject = Subject::new(book, register, book.subject(id.as_str())?);
    subject.entries.team = team.to_vec();
    Some(score(subject.scheme, &subject.entries, Asked::STANDING))
}

fn positions(subjects: &[Subject<'_>], belongs: impl Fn(&Subject<'_>) -> bool) -> Vec<usize> {
    subjects.iter().enumerate().filter(|(_, subject)| belongs(subject)).map(|(at, _)| at).listed()
}

/// Scores the subjects of a level; the results of their teams are there already.
fn score_all(book: &Book, subjects: &mut [Subject<'_>], level: &[usize], asked: Asked, scored: &mut dyn FnMut(usize)) {
    let teams = level.iter().filter_map(|at| subjects.get(*at)).any(|subject| measures_team(subject.scheme));
    let ids = subjects.iter().filter(|_| teams).map(|subject| subject.person.id.as_str());
    let by_id = Index::of(ids);
    for at in level {
        let team = subjects.get(*at).filter(|subject| measures_team(subject.scheme)).map(|subject| {
            let members = book.team_of(subject.person);
            let found = members.filter_map(|person| subjects.get(by_id.get(person.id.as_str())?));
            found.map(Subject::member).listed()
        });
        if let Some(subject) = subjects.get_mut(*at) {
            subject.entries.team = team.unwrap_or_default();
            subject.scored = score(subject.scheme, &subject.entries, asked);
        }
        scored(subjects.len());
    }
}

/// Whether a scheme measures its subjects by their teams.
pub(crate) fn measures_team(scheme: &Checked) -> bool {
    scheme.criteria().any(|criterion| matches!(criterion.measure, Measure::Team(_)))
}

/// Ranks every unit of a level, gives grades by rank, and reports on each unit.
fn rank_all(groups: &Groups<'_>, subjects: &mut [Subject<'_>], level: &[usize]) -> Vec<UnitReport> {
    let group = |subject: &Subject<'_>| groups.group(&subject.scheme.id).cloned().unwrap_or_default();
    let key =
        |at: &usize| subjects.get(*at).map_or_else(String::new, |s| key_of(&[s.unit.as_str(), group(s).as_str()]));
    let units = Index::of_keys(level.iter().map(key));
    let mut reports = Vec::new();
    for unit in units.groups() {
        let members: Vec<usize> = unit.iter().filter_map(|(_, at)| level.get(*at).copied()).listed();
        let quotas = rank_cohort(subjects, &members);
        for at in &members {
            if let Some(subject) = subjects.get_mut(*at) {
                subject.members = u32::try_from(members.len()).unwrap_or(u32::MAX);
            }
        }
        let of_unit: Vec<&Subject<'_>> = members.iter().filter_map(|at| subjects.get(*at)).listed();
        let report =
            |first: &&Subject<'_>| UnitReport::new(first.unit, groups.schemes(&group(first)), &of_unit, quotas);
        reports.take_in(of_unit.first().map(report));
    }
    reports
}

fn climb(book: &Book, subject: &Subject<'_>, past: &Past<'_>) -> Warned {
    let Some(rules) = &subject.scheme.warnings else { return Warned::default() };
    let months = past.months(book, subject).listed();
    warned(rules, &months)
}
