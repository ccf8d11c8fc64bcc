//! A checked workbook in its one order, with everything of a subject at hand.

use std::cmp::Ordering;

use super::conflict::Conflict;
use super::lists::{NO_CONTENT, lists};
use super::positions::{Standings, standings};
use super::register::{Handling, Register, count_numbers};
use super::{
    Acknowledgement, Assignment, ClosedPeriod, FeedbackForm, IndicatorValue, Person, Plan, Rating, RecordEntry, Ruling,
    SchemeRef, State, Workbook, check, form,
};
use crate::json::{Document, Extra, ToJson, canonical, digest_without, without_mark};
use crate::list::{Listed, TakeIn};
use crate::number::Decimal;
use crate::order::{Index, arrange, key_of, reorder, sorted, swaps};
use crate::period::Period;
use crate::problem::{Code, Problem, refuses};
use crate::progress::{Progress, Stage};
use crate::scheme::Checked;
use crate::text::{Digest, Id, PersonId};

/// A workbook that was checked, ready to score.
#[derive(Debug, Clone)]
pub struct Book {
    workbook: Workbook,
    schemes: Vec<Checked>,
    /// Subjects by number.
    subjects: Index,
    /// Which entries count, and for whom.
    standings: Standings,
    /// Nothing was added since lists and standings were put in order.
    settled: bool,
}

/// What counts for one subject.
#[derive(Debug, Clone, Default)]
pub struct Entries<'b> {
    /// Whose they are.
    pub subject: Option<&'b PersonId>,
    /// The workbook's period.
    pub period: Period,
    /// One form for each role and rater.
    pub ratings: Vec<&'b Rating>,
    /// One of the variants of each form that is in conflict and does not count.
    pub rating_conflicts: Vec<&'b Rating>,
    /// Records that count: neither replaced nor in conflict.
    pub records: Vec<&'b RecordEntry>,
    /// One of the variants of each record that is in conflict.
    pub record_conflicts: Vec<&'b RecordEntry>,
    /// Numbers that were entered, neither replaced nor in conflict.
    pub indicators: Vec<&'b IndicatorValue>,
    /// One of the variants of each number that is in conflict.
    pub indicator_conflicts: Vec<&'b IndicatorValue>,
    /// Customers' forms that count: neither refuted nor in conflict.
    pub feedback: Vec<&'b FeedbackForm>,
    /// Customers' forms that were refuted.
    pub refuted: Vec<&'b FeedbackForm>,
    /// One of the variants of each customer's form that is in conflict, and those whose checks are.
    pub feedback_conflicts: Vec<&'b FeedbackForm>,
    /// Complaints of the period that concern the subject, neither taken back nor in conflict.
    pub complaints: Vec<&'b Handling<'b>>,
    /// Variants, of complaints in conflict, that concern the subject.
    pub complaint_conflicts: Vec<&'b Handling<'b>>,
    /// Published totals of other periods, the earliest first.
    pub totals: Vec<KeptTotal<'b>>,
    /// Periods and schemes of kept results that have no total.
    pub without_total: Vec<(Period, &'b Id)>,
    /// Results of the subject's team, for a scheme that measures them.
    pub team: Vec<Member>,
    /// Forms that were asked for.
    pub assignments: Vec<&'b Assignment>,
    /// Plans in force.
    pub plans: Vec<&'b Plan>,
    /// What was said of the subject's consequences.
    pub rulings: Vec<&'b Ruling>,
    /// What the person is in the period.
    pub state: State,
    /// Two different states are under one id, and nobody has decided: it is open what the person is.
    pub state_in_conflict: bool,
}

impl Entries<'_> {
    /// At work in the period, and nobody doubts it.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.state == State::Active && !self.state_in_conflict
    }
}

/// A published total of another period.
#[derive(Debug, Clone, Copy)]
pub struct KeptTotal<'b> {
    /// The period.
    pub period: Period,
    /// The scheme.
    pub scheme: &'b Id,
    /// The total.
    pub total: Decimal,
}

/// A member of a subject's team, appraised.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// By which scheme.
    pub scheme: Id,
    /// The published total.
    pub total: Option<Decimal>,
    /// The grade.
    pub grade: Option<Id>,
    /// Something that the result rests on is in conflict: it is not missing, and what rests on the result waits too.
    pub is_open: bool,
}

impl Book {
    /// Reads a workbook from its JSON text and checks it.
    ///
    /// # Errors
    /// Every problem of shape, or every broken rule, each with its place.
    pub fn from_text(text: &str) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        Self::from_text_telling(text, &mut Progress::silent())
    }

    /// Reads a workbook from its JSON text and checks it, and tells how far it is.
    ///
    /// # Errors
    /// As [`Book::from_text`].
    pub fn from_text_telling(text: &str, progress: &mut Progress<'_>) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let document = Document::unread(without_mark(text));
        crate::format::expect(&document, "kaohe-workbook")?;
        let workbook = document.read_telling::<Workbook>(progress)?;
        progress.begin(Stage::Check, workbook.people.len());
        let broken = form::check_seal(&workbook);
        if refuses(&broken) {
            return Err(document.place(broken));
        }
        match Self::new(workbook) {
            Ok((book, warnings)) => Ok((book, document.place(warnings))),
            Err(problems) => Err(document.place(problems)),
        }
    }

    /// Checks a workbook that was put together in memory.
    ///
    /// # Errors
    /// Every broken rule, with its JSON pointer.
    pub fn new(mut workbook: Workbook) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let (mut schemes, warnings) = check::check(&workbook)?;
        arrange(&mut schemes, |scheme| scheme.id.to_string());
        workbook.checksum = None;
        count_numbers(&mut workbook);
        in_order(&mut workbook);
        let subjects = Index::of(workbook.people.iter().map(|person| person.id.as_str()));
        let standings = standings(&workbook, &subjects);
        Ok((Self { workbook, schemes, subjects, standings, settled: true }, warnings))
    }

    /// What the file holds.
    #[must_use]
    pub const fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Whether the period is closed.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.workbook.closed.is_some()
    }

    /// Refuses a change to a closed period.
    ///
    /// # Errors
    /// [`Code::PeriodClosed`].
    pub fn must_be_open(&self) -> Result<(), Vec<Problem>> {
        if self.is_closed() {
            return Err(vec![Problem::new(Code::PeriodClosed, "").with("period", self.workbook.period)]);
        }
        Ok(())
    }

    /// The workbook, to be changed and checked anew.
    #[must_use]
    pub fn into_workbook(self) -> Workbook {
        self.workbook
    }

    /// The checked schemes, by id.
    #[must_use]
    pub fn schemes(&self) -> &[Checked] {
        &self.schemes
    }

    /// The schemes, named with version and digest.
    #[must_use]
    pub fn scheme_refs(&self) -> Vec<SchemeRef> {
        let named = self.schemes.iter().map(|scheme| SchemeRef {
            id: scheme.id.clone(),
            version: scheme.version.clone(),
            digest: Some(scheme.digest().clone()),
            extra: Extra::default(),
        });
        named.listed()
    }

    /// The checked scheme of this id.
    #[must_use]
    pub fn scheme(&self, id: &Id) -> Option<&Checked> {
        self.schemes.iter().find(|scheme| scheme.id == *id)
    }

    /// Everybody who is appraised, with the scheme and the unit.
    pub fn subjects(&self) -> impl Iterator<Item = (&Person, &Checked, &Id)> {
        self.workbook.people.iter().filter_map(|person| {
            let scheme = self.scheme(person.scheme.as_ref()?)?;
            Some((person, scheme, person.unit.as_ref()?))
        })
    }

    /// The subject of this number.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<(&Person, &Checked, &Id)> {
        let person = self.workbook.people.get(self.subjects.get(id)?)?;
        Some((person, self.scheme(person.scheme.as_ref()?)?, person.unit.as_ref()?))
    }

    /// Complaints in force, with the days their steps are due: those received in the period, found by whom
    /// they concern, and those carried over.
    #[must_use]
    pub fn register(&self) -> Register<'_> {
        let in_force = |positions: &[usize]| {
            let complaints = positions.iter().filter_map(|at| self.workbook.complaints.get(*at));
            let complaints = complaints.filter(|complaint| complaint.withdrawn.is_none());
            complaints.map(|complaint| Handling::new(complaint, &self.workbook, &self.schemes)).listed()
        };
        let (counting, disputed) = (&self.standings.complaints, &self.standings.complaint_variants);
        Register::new(in_force(counting), in_force(disputed), self.workbook.period)
    }

    /// Complaints in force, or in conflict, on which something is still to be done.
    pub(crate) fn unfinished(&self) -> impl Iterator<Item = &super::Complaint> {
        let standings = &self.standings;
        let latest = standings.complaints.iter().chain(&standings.complaint_conflicts);
        let latest = latest.filter_map(|at| self.workbook.complaints.get(*at));
        let disputed: Vec<&Id> = standings
            .complaint_conflicts
            .iter()
            .filter_map(|at| self.workbook.complaints.get(*at))
            .map(|complaint| &complaint.id)
            .listed();
        latest.filter(move |complaint| disputed.contains(&&complaint.id) || self.is_unfinished(complaint))
    }

    fn is_unfinished(&self, complaint: &super::Complaint) -> bool {
        Handling::new(complaint, &self.workbook, &self.schemes).is_unfinished()
    }

    /// What counts for a subject, beside the team's results.
    #[must_use]
    pub fn entries_with<'b>(&'b self, register: &'b Register<'b>, subject: &'b PersonId) -> Entries<'b> {
        Entries {
            complaints: register.of(subject),
            complaint_conflicts: register.disputed_of(subject),
            ..self.entries(subject)
        }
    }

    /// What counts for a subject, beside the complaints and the team's results.
    #[must_use]
    pub fn entries<'b>(&'b self, subject: &'b PersonId) -> Entries<'b> {
        let found = self.subjects.get(subject.as_str()).and_then(|at| self.standings.subjects.get(at));
        let Some(at) = found else { return Entries::default() };
        let workbook = &self.workbook;
        let feedback = picked(&workbook.feedback, &at.feedback.counting);
        let (totals, without_total) = self.kept(subject);
        let is_refuted = |form: &&FeedbackForm| self.standings.refuted.holds(form.id.as_str());
        let is_open = |form: &&FeedbackForm| self.standings.check_conflicts.holds(form.id.as_str());
        let mut feedback_conflicts = picked(&workbook.feedback, &at.feedback.in_conflict);
        feedback_conflicts.take_in(feedback.iter().copied().filter(is_open));
        Entries {
            subject: Some(subject),
            period: workbook.period,
            ratings: picked(&workbook.ratings, &at.ratings.counting),
            rating_conflicts: picked(&workbook.ratings, &at.ratings.in_conflict),
            records: picked(&workbook.records, &at.records.counting),
            record_conflicts: picked(&workbook.records, &at.records.in_conflict),
            indicators: picked(&workbook.indicators, &at.indicators.counting),
            indicator_conflicts: picked(&workbook.indicators, &at.indicators.in_conflict),
            refuted: feedback.iter().copied().filter(is_refuted).listed(),
            feedback: feedback.iter().copied().filter(|form| !is_refuted(form)).listed(),
            feedback_conflicts,
            complaints: Vec::new(),
            complaint_conflicts: Vec::new(),
            totals,
            without_total,
            team: Vec::new(),
            assignments: picked(&workbook.assignments, &at.assignments),
            plans: picked(&workbook.plans, &at.plans),
            rulings: picked(&workbook.rulings, &at.rulings),
            state: at.state.and_then(|i| workbook.states.get(i)).map_or(State::Active, |entry| entry.state),
            state_in_conflict: at.state_in_conflict,
        }
    }

    /// The subject's published totals in earlier periods and in other workbooks, each once, and where there is none.
    fn kept(&self, subject: &PersonId) -> (Vec<KeptTotal<'_>>, Vec<(Period, &Id)>) {
        let (mut totals, mut without): (Vec<KeptTotal<'_>>, Vec<(Period, &Id)>) = (Vec::new(), Vec::new());
        for (_, at) in self.standings.results.all(subject.as_str()) {
            let Some((closing, at)) = self.standings.places.get(*at).copied() else { continue };
            let Some(closed) = self.closings().nth(closing) else { continue };
            let Some(kept) = closed.results.get(at) else { continue };
            let of = |period: Period, scheme: &Id| period == closed.period && *scheme == kept.scheme;
            match kept.total {
                Some(total) if !totals.iter().any(|other| of(other.period, other.scheme) && other.total == total) => {
                    totals.push(KeptTotal { period: closed.period, scheme: &kept.scheme, total });
                }
                None if !without.iter().any(|(period, scheme)| of(*period, scheme)) => {
                    without.push((closed.period, &kept.scheme));
                }
                _ => {}
            }
        }
        arrange(&mut totals, |total| {
            key_of(&[&total.period.last_day().to_string(), &total.period.to_string(), total.scheme.as_str()])
        });
        (totals, without)
    }

    /// Everybody of the same team, without the person.
    pub(crate) fn team_of<'b>(&'b self, person: &'b Person) -> impl Iterator<Item = &'b Person> {
        let team = person.team.as_ref().map_or(&[][..], |team| self.standings.teams.all(team.as_str()));
        let members = team.iter().filter_map(|(_, at)| self.workbook.people.get(*at));
        members.filter(|other| other.id != person.id)
    }

    /// Earlier periods of this workbook, then the results of others.
    pub(crate) fn closings(&self) -> impl Iterator<Item = &ClosedPeriod> {
        self.workbook.history.iter().chain(&self.workbook.other_results)
    }

    /// The forms of the same rater, role and subject.
    pub(crate) fn forms_like<'b>(&'b self, rating: &'b Rating) -> impl Iterator<Item = &'b Rating> {
        let like = |other: &&Rating| {
            other.rater == rating.rater && other.subject == rating.subject && other.role == rating.role
        };
        self.workbook.ratings.iter().filter(like)
    }

    /// The form of this rater that counts for a subject, for a score of it to be tried.
    pub(crate) fn counting_form(&mut self, subject: &str, role: &str, rater: &str) -> Option<&mut Rating> {
        let at = self.subjects.get(subject).and_then(|at| self.standings.subjects.get(at))?;
        let is_it = |at: &&usize| {
            let form = self.workbook.ratings.get(**at);
            form.is_some_and(|form| form.role.as_str() == role && form.rater.as_str() == rater)
        };
        let at = at.ratings.counting.iter().find(is_it).copied()?;
        self.workbook.ratings.get_mut(at)
    }

    /// Adds a form that was checked; [`Book::settle`] must follow before anything is read.
    pub(crate) fn push_rating(&mut self, rating: Rating) {
        self.workbook.ratings.push(rating);
        self.settled = false;
    }

    /// Adds an answer that was checked, where it stands in the order of answers.
    pub(crate) fn push_answer(&mut self, answer: Acknowledgement) {
        let answers = &mut self.workbook.acknowledgements;
        let at = answers.partition_point(|other| other.id < answer.id);
        answers.insert(at, answer);
    }

    /// Puts forms that were added into their order, once for many.
    pub(crate) fn settle(&mut self) {
        if !self.settled {
            in_order(&mut self.workbook);
            self.standings = standings(&self.workbook, &self.subjects);
            self.settled = true;
        }
    }

    /// Conflicts that nobody has decided.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        super::conflict::undecided(&self.workbook, self.standings.ratings_in_conflict())
    }

    /// The workbook file, as the engine writes it.
    #[must_use]
    pub fn to_text(&self) -> String {
        form::sealed(&self.workbook)
    }

    /// Digest of what results rest on.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        digest_without(&self.workbook, NO_CONTENT)
    }
}

fn picked<'w, T>(list: &'w [T], positions: &[usize]) -> Vec<&'w T> {
    positions.iter().filter_map(|at| list.get(*at)).listed()
}

/// The one order of a workbook's lists, and each entry once: order of arrival means nothing.
fn in_order(workbook: &mut Workbook) {
    macro_rules! put_in_order {
        ([$workbook:ident] $( $field:ident: $entry:ident {
            $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, $($more:tt)*
        } )*) => { $( ordered!($workbook, $field, $order); )* };
    }
    macro_rules! ordered {
        ($workbook:ident, $field:ident, [written]) => {};
        ($workbook:ident, $field:ident, [months]) => {
            once_each(&mut $workbook.$field, |a, b| a.month.to_string().cmp(&b.month.to_string()));
        };
        ($workbook:ident, $field:ident, [closings]) => {
            let closing = |closed: &ClosedPeriod| (closed.period.to_string(), closed.digest.clone());
            once_each(&mut $workbook.$field, |a, b| closing(a).cmp(&closing(b)));
        };
        ($workbook:ident, $field:ident, [$($by:ident)+]) => {
            once_each(&mut $workbook.$field, |a, b| ($(&a.$by,)+).cmp(&($(&b.$by,)+)));
        };
    }
    lists!(put_in_order, workbook);
    if let Some(calendar) = &mut workbook.working_calendar {
        once_each(&mut calendar.holidays, Ord::cmp);
        once_each(&mut calendar.workdays, Ord::cmp);
    }
}

/// Sorts by key; entries of one key by their canonical text, the same text once.
fn once_each<T: ToJson>(entries: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let by_key = |a: usize, b: usize| match (entries.get(a), entries.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let text = |at: usize| entries.get(at).map(|entry| canonical(entry)).unwrap_or_default();
    let Some((swaps, twice)) = repeated(entries.len(), &by_key, &text) else { return };
    reorder(entries, &swaps);
    let mut twice = twice.into_iter();
    entries.retain(|_| !twice.next().unwrap_or(false));
}

/// The swaps that put entries in the order of their keys, those of one key in the order of their texts, and which of
/// them are there already. Nothing where all stand in order and once.
fn repeated(
    length: usize,
    by_key: &dyn Fn(usize, usize) -> Ordering,
    text: &dyn Fn(usize) -> String,
) -> Option<(Vec<usize>, Vec<bool>)> {
    if (1..length).all(|at| by_key(at.saturating_sub(1), at) == Ordering::Less) {
        return None;
    }
    let (mut order, mut twice) = (Vec::with_capacity(length), Vec::with_capacity(length));
    let keys = sorted(length, &|a, b| by_key(a, b) == Ordering::Less);
    for of_key in keys.chunk_by(|a, b| by_key(*a, *b) == Ordering::Equal) {
        let texts = if of_key.len() > 1 { of_key.iter().map(|at| text(*at)).listed() } else { Vec::new() };
        let mut before: Option<&String> = None;
        for at in sorted(of_key.len(), &|a, b| texts.get(a) < texts.get(b)) {
            let here = texts.get(at);
            twice.push(here.is_some() && here == before);
            before = here;
            order.take_in(of_key.get(at).copied());
        }
    }
    Some((swaps(order), twice))
}
