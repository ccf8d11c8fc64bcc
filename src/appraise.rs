//! The whole pipeline on one screen.

use crate::cohort::{Groups, Month, Place, Quota, Ranked, Warned, grade_of_rank, quotas, rank, warned};
use crate::list::{Listed, TakeIn};
use crate::number::{Exact, Figure};
use crate::order::{Index, arrange, key_of};
use crate::problem::Problem;
use crate::progress::{Progress, Stage};
use crate::report::{
    Appraisal, Standing, SubjectResult, UnitReport, all_tied, channels, conflicts, departments, no_seats, open_items,
    outstanding, small_units, undecided,
};
use crate::scheme::{Checked, Measure};
use crate::score::{Asked, Scored, of_grade, score};
use crate::text::{Id, PersonId};
use crate::workbook::{Book, ClosedPeriod, Entries, Member, Person, Register, State};

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
    let mut notices: Vec<Problem> = conflicts(&undecided_entries);
    // 4. Climb the ladder: this period and those before it, wherever the person was.
    let past = Past::of_book(book);
    let channels = channels(book, &subjects);
    let results: Vec<SubjectResult> = subjects
        .into_iter()
        .map(|subject| {
            let warned = climb(book, &subject, &past);
            let outstanding = outstanding(&subject);
            // 5. What follows from the result: proposals, pay, the effect of plans.
            SubjectResult::new(book, subject, warned, outstanding)
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

impl<'b> Subject<'b> {
    fn new(book: &'b Book, register: &'b Register<'b>, subject: (&'b Person, &'b Checked, &'b Id)) -> Self {
        let (person, scheme, unit) = subject;
        let entries = book.entries_with(register, &person.id);
        Self { person, scheme, unit, entries, scored: Scored::default(), place: None, members: 0 }
    }

    /// The result as a member of somebody's team.
    fn member(&self) -> Member {
        Member {
            id: self.person.id.clone(),
            scheme: self.scheme.id.clone(),
            total: self.scored.total,
            grade: self.scored.grade.clone(),
        }
    }
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

/// One of those who are ranked together.
pub(crate) trait Competitor {
    fn scheme(&self) -> &Checked;
    /// At work in the period, and nobody doubts it: only such are ranked.
    fn is_at_work(&self) -> bool;
    fn scored(&self) -> &Scored;
    fn scored_mut(&mut self) -> &mut Scored;
    fn place(&mut self) -> &mut Option<Place>;
}

impl Competitor for Subject<'_> {
    fn scheme(&self) -> &Checked {
        self.scheme
    }

    fn is_at_work(&self) -> bool {
        self.entries.is_at_work()
    }

    fn scored(&self) -> &Scored {
        &self.scored
    }

    fn scored_mut(&mut self) -> &mut Scored {
        &mut self.scored
    }

    fn place(&mut self) -> &mut Option<Place> {
        &mut self.place
    }
}

/// Ranks those who are ranked together, and gives grades by rank where their scheme says so.
pub(crate) fn rank_cohort<C: Competitor>(all: &mut [C], members: &[usize]) -> Vec<Quota> {
    let mut places = members.iter().filter_map(|at| ranked(*at, all.get(*at)?)).listed();
    // Of schemes ranked together one may name more tie-breakers: those that all name decide, after them equal is equal.
    let shared = places.iter().map(|place| place.tie_breakers.len()).min().unwrap_or(0);
    for place in &mut places {
        place.tie_breakers.truncate(shared);
    }
    for (at, place) in rank(&places) {
        if let Some(competitor) = all.get_mut(at) {
            *competitor.place() = Some(place);
        }
    }
    grade_by_rank(all, members)
}

/// Grades by rank, for those whose scheme forces a distribution; gives the quotas of the first such scheme.
fn grade_by_rank<C: Competitor>(all: &mut [C], members: &[usize]) -> Vec<Quota> {
    let mut reported = Vec::new();
    for at in members {
        let Some(competitor) = all.get_mut(*at) else { continue };
        let Some(place) = *competitor.place() else { continue };
        let forced = competitor.scheme().distribution.as_ref().filter(|distribution| !distribution.off);
        let Some(mut quotas) = forced.map(|distribution| quotas(distribution, place.ranked)) else { continue };
        if reported.is_empty() {
            reported = quotas.clone();
        }
        let Some(grade) = grade_of_rank(&quotas, place.rank) else { continue };
        if let Some(quota) = reported.get_mut(grade) {
            quota.holders = quota.holders.saturating_add(1);
        }
        let relative = quotas.get_mut(grade).map(|quota| quota.grade.clone());
        let mut critical = std::mem::take(&mut competitor.scored_mut().critical);
        let grade = of_grade(competitor.scheme(), &mut critical, relative);
        let scored = competitor.scored_mut();
        (scored.grade, scored.critical) = (grade, critical);
    }
    reported
}

/// Who is ranked: those at work with a published total.
fn ranked<C: Competitor>(key: usize, competitor: &C) -> Option<Ranked<usize>> {
    let scored = competitor.scored();
    let total = scored.total.filter(|_| competitor.is_at_work())?;
    let tie_breakers = competitor.scheme().ranking.iter().flat_map(|ranking| &ranking.tie_breakers);
    let points = |id: &Id| {
        let criteria = scored.sections.iter().flat_map(|section| &section.criteria);
        let found = criteria.into_iter().find(|criterion| criterion.id == *id);
        let part = |value: Option<&Figure>| value.map_or(Exact::ZERO, Figure::exact);
        found.map_or(Exact::ZERO, |c| part(c.points.as_ref()).plus(&part(c.bonus.as_ref())))
    };
    Some(Ranked { key, total, tie_breakers: tie_breakers.map(points).listed() })
}

/// Earlier periods, the latest first, with each one's results by subject.
pub(crate) struct Past<'b> {
    periods: Vec<(&'b ClosedPeriod, Index)>,
}

impl<'b> Past<'b> {
    pub(crate) fn of_book(book: &'b Book) -> Self {
        let latest_first = book.workbook().history.iter().rev();
        let by_subject = |closed: &ClosedPeriod| Index::of(closed.results.iter().map(|kept| kept.subject.as_str()));
        Self { periods: latest_first.map(|closed| (closed, by_subject(closed))).listed() }
    }

    /// Where somebody stands in this period and stood before, the latest first.
    pub(crate) fn months(&self, book: &Book, subject: &Subject<'_>) -> impl Iterator<Item = Month> {
        let now = Month {
            period: book.workbook().period,
            state: subject.entries.state,
            unit: subject.unit.clone(),
            place: subject.place,
            members: subject.members,
        };
        std::iter::once(now).chain(self.of(subject))
    }

    /// Where somebody stood before; a period that somebody is not in is one without a rank.
    fn of(&self, subject: &Subject<'_>) -> impl Iterator<Item = Month> {
        self.periods.iter().map(|(closed, by_subject)| {
            let at = by_subject.get(subject.person.id.as_str());
            match at.and_then(|at| closed.results.get(at)) {
                Some(kept) => {
                    let (state, unit, place) = (kept.state, kept.unit.clone(), kept.place());
                    Month { period: closed.period, state, unit, place, members: 0 }
                }
                None => {
                    let (state, unit) = (State::Active, subject.unit.clone());
                    Month { period: closed.period, state, unit, place: None, members: 0 }
                }
            }
        })
    }
}

fn climb(book: &Book, subject: &Subject<'_>, past: &Past<'_>) -> Warned {
    let Some(rules) = &subject.scheme.warnings else { return Warned::default() };
    let months = past.months(book, subject).listed();
    warned(rules, &months)
}
