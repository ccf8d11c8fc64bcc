//! What a workbook must be before it can score: every entry known, in range, dated and signed.

mod evidence;
mod follow_up;
mod register;

use std::fmt::Display;

use super::keyed::Identified;
use super::positions::{every, rejected};
use super::{Acknowledgement, Agreement, Rating, RecordEntry, Workbook, form, history};
use crate::list::{Listed, TakeIn};
use crate::order::{Index, key_of};
use crate::period::CivilDate;
use crate::problem::{ArgKind, Code, Entry, Problem, place_in, refuses};
use crate::scheme::{Checked, Criterion, GradeShare, Groups, Measure, RecordsOf, Scheme, unknown, unknown_part};
use crate::text::{Id, PersonId};

/// Most schemes in one workbook: they are compared with each other.
const MAX_SCHEMES: usize = 100;
/// Most people in one workbook.
pub(super) const MAX_PEOPLE: usize = 100_000;

/// Checks a workbook; gives its checked schemes, and the warnings.
///
/// # Errors
/// Every broken rule, with its JSON pointer.
pub(super) fn check(workbook: &Workbook) -> Result<(Vec<Checked>, Vec<Problem>), Vec<Problem>> {
    let mut problems = Vec::new();
    let schemes = schemes(workbook, &mut problems);
    if !refuses(&problems) {
        teams(&schemes, workbook, &mut problems);
    }
    if refuses(&problems) {
        return Err(problems);
    }
    let mut check = Check::new(workbook, &schemes, problems);
    check.units_and_people();
    check.assignments();
    check.states();
    check.ratings();
    check.records();
    check.signed_entries();
    check.indicators();
    check.feedback();
    check.complaints();
    check.follow_up();
    history::check(workbook, &mut check.problems);
    let problems = check.problems;
    if refuses(&problems) { Err(problems) } else { Ok((schemes, problems)) }
}

fn schemes(workbook: &Workbook, problems: &mut Vec<Problem>) -> Vec<Checked> {
    if workbook.schemes.len() > MAX_SCHEMES {
        let problem = Problem::new(Code::TooManyParts, "/schemes").with("found", workbook.schemes.len());
        problems.push(problem.with("limit", MAX_SCHEMES));
        return Vec::new();
    }
    let known: Vec<&str> = workbook.schemes.iter().map(|scheme| scheme.id.as_str()).listed();
    let mut schemes = Vec::new();
    for (index, scheme) in workbook.schemes.iter().enumerate() {
        let place = format!("/schemes/{index}");
        if let Some(first) = known.iter().position(|id| *id == scheme.id.as_str()).filter(|first| *first < index) {
            let problem = Problem::new(Code::DuplicateId, place_in(&place, "id")).with("id", scheme.id.as_str());
            problems.push(problem.with("first", format!("/schemes/{first}")));
        }
        if !workbook.period.is_of(scheme.period) {
            let problem = Problem::new(Code::PeriodKind, "/period").with("period", workbook.period);
            problems.push(problem.with("expected", ArgKind::Kinds.of(scheme.period.as_str())));
        }
        for (at, id) in scheme.ranking.iter().flat_map(|ranking| ranking.with.iter().enumerate()) {
            if !known.contains(&id.as_str()) {
                let at = format!("{place}/ranking/with/{at}");
                problems.push(unknown(Code::UnknownScheme, at, "scheme", ArgKind::Scheme.of(id), &known));
            }
            let other = workbook.schemes.iter().find(|other| other.id == *id);
            if let Some(other) = other.filter(|other| forced(other) != forced(scheme)) {
                let problem = Problem::new(Code::DistributionsDiffer, format!("{place}/ranking/with/{at}"));
                problems.push(
                    problem.with("scheme", ArgKind::Scheme.of(&scheme.id)).with("other", ArgKind::Scheme.of(&other.id)),
                );
            }
        }
        match Checked::new(scheme.clone()) {
            Ok((checked, warnings)) => {
                problems.take_in(warnings.into_iter().map(|problem| under(&place, problem)));
                schemes.push(checked);
            }
            Err(found) => problems.take_in(found.into_iter().map(|problem| under(&place, problem))),
        }
    }
    schemes
}

/// How a scheme shares its grades out, if it does.
fn forced(scheme: &Scheme) -> Option<&[GradeShare]> {
    let distribution = scheme.distribution.as_ref().filter(|distribution| !distribution.off)?;
    Some(&distribution.shares)
}

/// Schemes that measure teams name schemes and grades that are there, and never in a ring.
fn teams(schemes: &[Checked], workbook: &Workbook, problems: &mut Vec<Problem>) {
    let known: Vec<&str> = schemes.iter().map(|scheme| scheme.id.as_str()).listed();
    for (at, scheme) in workbook.schemes.iter().enumerate() {
        for (s, section) in scheme.sections.iter().enumerate() {
            for (c, criterion) in section.criteria.iter().enumerate() {
                let Measure::Team(team) = &criterion.measure else { continue };
                let place = format!("/schemes/{at}/sections/{s}/criteria/{c}/measure");
                for (index, id) in team.schemes.iter().enumerate().filter(|(_, id)| !known.contains(&id.as_str())) {
                    let at = format!("{place}/schemes/{index}");
                    problems.push(unknown(Code::UnknownScheme, at, "scheme", ArgKind::Scheme.of(id), &known));
                }
                let members = schemes.iter().filter(|scheme| team.schemes.contains(&scheme.id));
                let grades: Vec<&Id> = members.flat_map(|scheme| &scheme.grades).map(|grade| &grade.id).listed();
                for (index, grade) in team.grades.iter().enumerate().filter(|(_, grade)| !grades.contains(grade)) {
                    problems.push(unknown_id(format!("{place}/grades/{index}"), "grade", grade, &grades));
                }
            }
        }
    }
    if let Err(ring) = Groups::of(schemes.iter().map(Checked::scheme)).levels() {
        let path = ring.iter().map(ToString::to_string).listed();
        let at = path.first().and_then(|first| workbook.schemes.iter().position(|scheme| scheme.id.as_str() == *first));
        let problem = Problem::new(Code::SchemeCycle, format!("/schemes/{}", at.unwrap_or(0)));
        problems.push(problem.with("path", crate::list::joined(&path, " → ")));
    }
}

/// A problem of a part, told of the whole.
fn under(place: &str, mut problem: Problem) -> Problem {
    problem.pointer = format!("{place}{}", problem.pointer);
    problem
}

/// A part that is not among those known.
fn unknown_id(place: String, what: &'static str, found: &Id, known: &[&Id]) -> Problem {
    let known: Vec<&str> = known.iter().map(|id| id.as_str()).listed();
    unknown_part(place, what, found.as_str(), &known)
}

struct Check<'w> {
    workbook: &'w Workbook,
    schemes: &'w [Checked],
    people: Index,
    problems: Vec<Problem>,
}

impl<'w> Check<'w> {
    fn new(workbook: &'w Workbook, schemes: &'w [Checked], problems: Vec<Problem>) -> Self {
        let people = Index::of(workbook.people.iter().map(|person| person.id.as_str()));
        Self { workbook, schemes, people, problems }
    }

    fn tell(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The scheme that somebody is appraised by; a problem if nobody is appraised under this number.
    fn scheme_of(&mut self, place: &dyn Display, subject: &PersonId) -> Option<&'w Checked> {
        let checked = self.appraised_by(subject);
        if checked.is_none() {
            self.tell(unknown_subject(place, subject));
        }
        checked
    }

    fn appraised_by(&self, subject: &PersonId) -> Option<&'w Checked> {
        let person = self.people.get(subject.as_str()).and_then(|at| self.workbook.people.get(at));
        let scheme = person.and_then(|person| person.scheme.as_ref());
        scheme.and_then(|id| self.schemes.iter().find(|scheme| scheme.id == *id))
    }

    fn units_and_people(&mut self) {
        let workbook = self.workbook;
        self.unique("/units", &Index::of(workbook.units.iter().map(|unit| unit.id.as_str())));
        let people = std::mem::take(&mut self.people);
        self.unique("/people", &people);
        self.people = people;
        if workbook.people.len() > MAX_PEOPLE {
            let problem = Problem::new(Code::TooManyPeople, "/people").with("people", workbook.people.len());
            self.tell(problem.with("limit", MAX_PEOPLE));
        }
        let units = Index::of(workbook.units.iter().map(|unit| unit.id.as_str()));
        let schemes = Index::of(self.schemes.iter().map(|scheme| scheme.id.as_str()));
        for (index, person) in workbook.people.iter().enumerate() {
            let place = Entry("/people", index);
            self.known(&units, Code::UnknownUnit, place, ArgKind::Unit, person.unit.as_ref());
            self.known(&schemes, Code::UnknownScheme, place, ArgKind::Scheme, person.scheme.as_ref());
            if person.scheme.is_some() && person.unit.is_none() {
                self.tell(Problem::new(Code::SubjectWithoutUnit, place.to_string()).with("person", &person.id));
            }
            if let Some(base) = person.pay_base.filter(crate::number::Decimal::is_negative) {
                self.tell(Problem::new(Code::Negative, place_in(&place, "payBase")).with("value", base));
            }
        }
        self.same_names();
    }

    fn same_names(&mut self) {
        let workbook = self.workbook;
        for group in Index::of(workbook.people.iter().map(|person| person.name.as_str())).groups() {
            if let [(name, _), (_, second), ..] = group {
                let people = group.iter().filter_map(|(_, at)| workbook.people.get(*at));
                let ids: Vec<&str> = people.map(|person| person.id.as_str()).listed();
                let problem = Problem::new(Code::SameName, format!("/people/{second}/name")).with("name", name);
                self.tell(problem.with("people", ArgKind::Person.each(&ids)));
            }
        }
    }

    fn known(&mut self, known: &Index, code: Code, place: Entry, kind: ArgKind, id: Option<&Id>) {
        if let Some(id) = id.filter(|id| !known.holds(id.as_str())) {
            // The first are told what all there is; where hundreds are wrong, some of it does.
            const MANY: usize = 20;
            let keys = if self.problems.len() < MANY { known.keys() } else { known.some_keys() };
            let what = kind.as_str();
            self.tell(unknown(code, place_in(&place, what), what, kind.of(id), &keys));
        }
    }

    fn unique(&mut self, list: &str, ids: &Index) {
        for group in ids.groups() {
            let Some(((id, first), repeated)) = group.split_first() else { continue };
            for (_, index) in repeated {
                let problem = Problem::new(Code::DuplicateId, format!("{list}/{index}/id")).with("id", id.as_str());
                self.tell(problem.with("first", format!("{list}/{first}")));
            }
        }
    }

    fn assignments(&mut self) {
        for (index, assignment) in self.workbook.assignments.iter().enumerate() {
            let place = Entry("/assignments", index);
            if let Some(scheme) = self.scheme_of(&place, &assignment.subject) {
                let found =
                    form::role_problems(&place, scheme, &assignment.subject, &assignment.rater, &assignment.role);
                self.problems.take_in(found);
            }
        }
    }

    fn states(&mut self) {
        let states = &self.workbook.states;
        let day =
            |at: usize| states.get(at).map(|s| key_of(&[s.subject.as_str(), &s.date.to_string()])).unwrap_or_default();
        let days = Index::of_keys((0..states.len()).map(day));
        for (index, entry) in states.iter().enumerate() {
            let place = format!("/states/{index}");
            self.scheme_of(&place, &entry.subject);
            if entry.date > self.workbook.period.last_day() {
                let problem = Problem::new(Code::StateLater, &place).with("subject", &entry.subject);
                self.tell(problem.with("date", entry.date).with("period", self.workbook.period));
            }
            let first = days.get(&day(index)).unwrap_or(index);
            let same = states.get(first).is_some_and(|other| other.id == entry.id);
            if first < index && !same {
                let problem = Problem::new(Code::TwoStates, place).with("subject", &entry.subject);
                self.tell(problem.with("date", entry.date));
            }
        }
    }

    fn ratings(&mut self) {
        let workbook = self.workbook;
        let key = |subject: &PersonId, role: &Id| key_of(&[subject.as_str(), role.as_str()]);
        let assignments = &workbook.assignments;
        let asked = Index::of_keys(assignments.iter().map(|asked| key(&asked.subject, &asked.role)));
        // The forms of one subject often follow each other.
        let mut before: Option<(&PersonId, &Checked)> = None;
        for (index, rating) in workbook.ratings.iter().enumerate() {
            let place = Entry("/ratings", index);
            let known = before.filter(|(subject, _)| **subject == rating.subject).map(|(_, scheme)| scheme);
            let Some(scheme) = known.or_else(|| self.scheme_of(&place, &rating.subject)) else { continue };
            before = Some((&rating.subject, scheme));
            self.problems.take_in(form::rating_problems(&place, scheme, workbook.period, rating));
            if assignments.is_empty() {
                continue;
            }
            let asked = asked.all(&key(&rating.subject, &rating.role));
            let by_rater = |at: usize| assignments.get(at).is_some_and(|asked| asked.rater == rating.rater);
            if !asked.is_empty() && !asked.iter().any(|(_, at)| by_rater(*at)) {
                self.tell(not_assigned(place.to_string(), rating));
            }
        }
    }

    fn records(&mut self) {
        for (index, record) in self.workbook.records.iter().enumerate() {
            let place = format!("/records/{index}");
            let Some(scheme) = self.scheme_of(&place, &record.subject) else { continue };
            match scheme.criterion(record.criterion.as_str()) {
                Some(criterion) => self.record_points(&place, criterion, record),
                None => {
                    let known: Vec<&str> = scheme.criteria().map(|criterion| criterion.id.as_str()).listed();
                    let at = place_in(&place, "criterion");
                    self.tell(unknown(
                        Code::UnknownCriterion,
                        at,
                        "criterion",
                        ArgKind::Criterion.of(&record.criterion),
                        &known,
                    ));
                }
            }
            // A correction counts in the period of the record whose place it takes, whenever it was written.
            if record.replaces.is_none() {
                self.in_period(&place, record.date);
            }
            self.channel(&place, scheme, record.channel.as_ref());
        }
        let records = &self.workbook.records;
        self.replaced("/records", records, &|at, old| match (records.get(at), records.get(old)) {
            (Some(new), Some(old)) => new.subject == old.subject && new.criterion == old.criterion,
            _ => false,
        });
    }

    fn in_period(&mut self, place: &str, date: CivilDate) {
        if !self.workbook.period.holds(date) {
            let problem = Problem::new(Code::DateOutsidePeriod, place_in(place, "date")).with("date", date);
            self.tell(problem.with("period", self.workbook.period));
        }
    }

    /// A channel is one of the scheme's; where the scheme has some, each entry names one.
    fn channel(&mut self, place: &str, scheme: &Checked, channel: Option<&Id>) {
        let known: Vec<&Id> = scheme.channels.iter().map(|channel| &channel.id).listed();
        if let Some(channel) = channel.filter(|channel| !known.contains(channel)) {
            self.tell(unknown_id(place_in(place, "channel"), "channel", channel, &known));
        }
        if channel.is_none() && !known.is_empty() {
            let known = known.iter().map(ToString::to_string).listed();
            let problem = Problem::new(Code::ChannelMissing, place);
            self.tell(problem.with("channels", ArgKind::Channel.each(&known)));
        }
    }

    fn record_points(&mut self, place: &str, criterion: &Criterion, record: &RecordEntry) {
        let about = |code| {
            Problem::new(code, place)
                .with("criterion", ArgKind::Criterion.of(&criterion.id))
                .with("record", ArgKind::Entry.of(&record.id))
        };
        let Measure::Records(measure) = &criterion.measure else {
            let mut problem = about(Code::CriterionNotRecorded);
            problem.pointer = place_in(place, "criterion");
            return self.tell(problem);
        };
        let kinds: Vec<&Id> = measure.kinds.iter().map(|kind| &kind.id).listed();
        if let Some(kind) = record.kind.as_ref().filter(|kind| !kinds.contains(kind)) {
            self.tell(unknown_id(place_in(place, "kind"), "kind", kind, &kinds));
        }
        match (measure.of, record.points) {
            (RecordsOf::Points, None) => self.tell(about(Code::RecordWithoutPoints)),
            // An annulled event is one that counts 0 times.
            (RecordsOf::Count, Some(points)) if !(points.is_zero() && record.replaces.is_some()) => {
                self.tell(about(Code::RecordWithPoints));
            }
            (RecordsOf::Count, _) => {}
            (RecordsOf::Points, Some(points)) => {
                let at = place_in(place, "points");
                if points.is_zero() && record.replaces.is_none() {
                    self.tell(Problem::new(Code::ZeroPoints, &at).with("record", ArgKind::Entry.of(&record.id)));
                }
                if let Some(step) = measure.step.filter(|step| !crate::number::Exact::from(points).is_multiple_of(step))
                {
                    self.tell(Problem::new(Code::NotAMultiple, at).with("value", points).with("step", step));
                }
            }
        }
    }

    /// Entries that take the place of others: of the same kind, and never in a ring. `fits` says whether one entry may take
    /// the place of another.
    fn replaced<T: Identified>(&mut self, list: &str, entries: &'w [T], fits: &dyn Fn(usize, usize) -> bool) {
        let rejected = rejected(entries, &self.workbook.decisions, every);
        let entries = entries.iter().map(|entry| (entry.id(), entry.replaces())).listed();
        let by_id = Index::of(entries.iter().map(|(id, _)| id.as_str()));
        let old = |at: usize| entries.get(at).and_then(|(_, replaces)| by_id.get((*replaces)?.as_str()));
        let in_ring = rings(entries.len(), &old);
        for (at, (id, replaces)) in entries.iter().enumerate() {
            let Some(replaces) = replaces else { continue };
            let about = |code| {
                let problem = Problem::new(code, format!("{list}/{at}/replaces")).with("record", ArgKind::Entry.of(id));
                problem.with("replaces", ArgKind::Earlier.of(replaces))
            };
            if old(at).is_none_or(|old| !fits(at, old)) {
                self.tell(about(Code::ReplacesUnknown));
            } else if in_ring.get(at) == Some(&true) {
                self.tell(about(Code::ReplacesRing));
            }
        }
        // What somebody decided against takes nobody's place.
        let takes = |(at, (id, replaces)): (usize, &(&'w Id, Option<&'w Id>))| {
            (*id, replaces.filter(|_| rejected.get(at) != Some(&true)))
        };
        self.replaced_once(list, &entries.iter().enumerate().map(takes).listed());
    }

    /// One entry has one successor, or nobody could say which of two counts.
    fn replaced_once(&mut self, list: &str, entries: &[(&Id, Option<&Id>)]) {
        let replaced = |(_, replaces): &(&Id, Option<&Id>)| replaces.map_or("", Id::as_str).to_owned();
        let successors = Index::of_keys(entries.iter().map(replaced));
        for (index, (id, replaces)) in entries.iter().enumerate() {
            let Some(replaces) = replaces else { continue };
            let first = successors.get(replaces.as_str()).and_then(|at| entries.get(at));
            if let Some((first, _)) = first.filter(|(first, _)| first != id) {
                let problem = Problem::new(Code::ReplacedTwice, format!("{list}/{index}/replaces"));
                self.tell(
                    problem
                        .with("records", ArgKind::Entry.each(&[*first, *id]))
                        .with("replaces", ArgKind::Earlier.of(replaces)),
                );
            }
        }
    }

    fn signed_entries(&mut self) {
        let workbook = self.workbook;
        self.unique("/decisions", &Index::of(workbook.decisions.iter().map(|decision| decision.id.as_str())));
        self.unique("/acknowledgements", &Index::of(workbook.acknowledgements.iter().map(|entry| entry.id.as_str())));
        for (index, entry) in workbook.acknowledgements.iter().enumerate() {
            let appraised = self.appraised_by(&entry.subject).is_some();
            self.problems.take_in(answer_problems(&Entry("/acknowledgements", index), appraised, entry));
        }
    }
}

/// What is wrong with an answer to a result, whether or not its subject is appraised.
pub(crate) fn answer_problems(place: &dyn Display, appraised: bool, entry: &Acknowledgement) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !appraised {
        problems.push(unknown_subject(place, &entry.subject));
    }
    if entry.answer == Agreement::Disagree && entry.text.is_none() {
        problems.push(Problem::new(Code::DisagreementWithoutText, place.to_string()).with("subject", &entry.subject));
    }
    problems
}

fn unknown_subject(place: &dyn Display, subject: &PersonId) -> Problem {
    Problem::new(Code::UnknownSubject, place_in(place, "subject")).with("subject", subject)
}

/// Which entries stand in a ring, each leading to another; every entry is looked at once.
fn rings(length: usize, next: &dyn Fn(usize) -> Option<usize>) -> Vec<bool> {
    let mut seen: Vec<usize> = vec![0; length];
    let mut in_ring = vec![false; length];
    for start in 0..length {
        // Each walk has a number of its own: meeting it again is a ring, meeting an earlier one is not.
        let walk = start.saturating_add(1);
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| seen.get(*here) == Some(&0)) {
            if let Some(mark) = seen.get_mut(here) {
                *mark = walk;
            }
            at = next(here);
        }
        let Some(first) = at.filter(|here| seen.get(*here) == Some(&walk)) else { continue };
        let mut here = first;
        loop {
            if let Some(mark) = in_ring.get_mut(here) {
                *mark = true;
            }
            match next(here) {
                Some(following) if following != first => here = following,
                _ => break,
            }
        }
    }
    in_ring
}

/// A rater who was not asked, while others were.
fn not_assigned(place: String, rating: &Rating) -> Problem {
    Problem::new(Code::NotAssigned, place)
        .with("rater", &rating.rater)
        .with("subject", &rating.subject)
        .with("role", ArgKind::Role.of(&rating.role))
}
