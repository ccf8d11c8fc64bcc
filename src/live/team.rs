//! A team while one of its scores is tried: what would become of totals, grades, ranks and warnings.
//!
//! The team are those of one unit who are ranked together. Whoever is measured by the team's results is
//! not among them, and is appraised with the whole workbook. Nothing that is tried here is entered anywhere.

use super::field::{Entered, keep, read_field};
use crate::appraise::{Competitor, Past, Subject, rank_cohort, rescored, scored_and_ranked};
use crate::cohort::{Month, Place, Warned, warned};
use crate::json::answer;
use crate::list::Listed;
use crate::number::DecimalText;
use crate::problem::{ArgKind, Code, Problem, nearest};
use crate::progress::Progress;
use crate::result::Standing;
use crate::scheme::{Checked, Groups, unknown_part};
use crate::score::{Asked, CriticalHit, Scored};
use crate::text::{Id, PersonId};
use crate::workbook::{Book, Member, Register};

/// A team while one of its scores is tried.
#[derive(Debug, Clone)]
pub struct LiveTeam {
    book: Book,
    members: Vec<Tried>,
}

/// One of the team.
#[derive(Debug, Clone)]
struct Tried {
    id: PersonId,
    scheme: Checked,
    at_work: bool,
    /// The results of the member's own team, for a scheme that measures them.
    team: Vec<Member>,
    scored: Scored,
    /// The grade and the critical rules as they were before ranks gave grades.
    earned: (Option<Id>, Vec<CriticalHit>),
    /// This period and those before it.
    months: Vec<Month>,
    place: Option<Place>,
    warned: Warned,
    /// Where the member stood after the last keystroke.
    standing: Standing,
}

answer! {
    /// What one keystroke changed in a team.
    #[derive(Debug, Clone)]
    pub struct TeamChange {
        /// The number that was understood.
        pub value: Option<DecimalText> = default,
        /// What was typed had to be tidied.
        pub tidied: bool,
        /// Everybody who now stands elsewhere than before.
        pub changed: Vec<Standing>,
    }
}

impl LiveTeam {
    /// Opens the team of a unit: those ranked together with the subjects of this scheme.
    ///
    /// # Errors
    /// A unit or a scheme that the workbook does not have.
    pub fn open(book: &Book, unit: &str, scheme: &str) -> Result<Self, Vec<Problem>> {
        let units: Vec<&str> = book.workbook().units.iter().map(|unit| unit.id.as_str()).listed();
        if !units.contains(&unit) {
            return Err(vec![unknown_part(String::new(), "unit", unit, &units)]);
        }
        let groups = Groups::of(book.schemes().iter().map(Checked::scheme));
        let schemes: Vec<&str> = book.schemes().iter().map(|scheme| scheme.id.as_str()).listed();
        let Some(asked) = book.schemes().iter().find(|checked| checked.id.as_str() == scheme) else {
            return Err(vec![unknown_part(String::new(), "scheme", scheme, &schemes)]);
        };
        let ranked_with = |id: &Id| groups.group(id) == groups.group(&asked.id);
        let (register, past) = (book.register(), Past::of_book(book));
        let (subjects, _) = scored_and_ranked(book, &register, &groups, Asked::STANDING, &mut Progress::silent());
        let ours =
            subjects.into_iter().filter(|subject| subject.unit.as_str() == unit && ranked_with(&subject.scheme.id));
        let members = ours.map(|subject| Tried::new(book, &register, &past, subject)).listed();
        Ok(Self { book: book.clone(), members })
    }

    /// Where everybody stands now.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        self.members.iter().map(|member| member.standing.clone()).listed()
    }

    /// Tries what stands in a field of one rater's form; an empty field takes the score away.
    ///
    /// # Errors
    /// What is refused changes nothing.
    pub fn enter(&mut self, of: &FormOf<'_>, criterion: &str, text: &str) -> Result<TeamChange, Problem> {
        let found = self.members.iter().enumerate().find(|(_, member)| member.id.as_str() == of.subject);
        let Some((at, member)) = found else {
            let known: Vec<&str> = self.members.iter().map(|member| member.id.as_str()).listed();
            let problem = Problem::new(Code::UnknownSubject, "").with("subject", ArgKind::Person.of(of.subject));
            return Err(problem.with("nearest", nearest(of.subject, &known)));
        };
        let (value, level, tidied) = match read_field(&member.scheme, criterion, text)? {
            Entered::Number(value, tidied) => (Some(value), None, tidied),
            Entered::Level(level) => (None, Some(level), false),
            Entered::Nothing => (None, None, false),
        };
        let Some(form) = self.book.counting_form(of.subject, of.role, of.rater) else {
            let forms = self.book.workbook().ratings.iter();
            let theirs = forms.filter(|form| form.subject.as_str() == of.subject && form.role.as_str() == of.role);
            let known: Vec<&str> = theirs.map(|form| form.rater.as_str()).listed();
            return Err(unknown_part(String::new(), "rater", of.rater, &known));
        };
        keep(form, criterion, value, level);
        self.score(at);
        let changed = self.members.iter_mut().filter_map(Tried::move_on).listed();
        Ok(TeamChange { value, tidied, changed })
    }

    /// Scores one member anew, and ranks and warns the team.
    fn score(&mut self, at: usize) {
        let register = self.book.register();
        if let Some(member) = self.members.get_mut(at) {
            member.scored = rescored(&self.book, &register, &member.id, &member.team).unwrap_or_default();
            member.earned = earned(&member.scored);
        }
        for member in &mut self.members {
            member.place = None;
            if member.scheme.is_forced() {
                (member.scored.grade, member.scored.critical) = member.earned.clone();
            }
        }
        let everybody: Vec<usize> = (0..self.members.len()).listed();
        let _ = rank_cohort(&mut self.members, &everybody);
    }
}

fn earned(scored: &Scored) -> (Option<Id>, Vec<CriticalHit>) {
    (scored.grade.clone(), scored.critical.clone())
}

/// Whose form it is.
#[derive(Debug, Clone, Copy)]
pub struct FormOf<'w> {
    /// Who is appraised.
    pub subject: &'w str,
    /// In which role.
    pub role: &'w str,
    /// By whom.
    pub rater: &'w str,
}

impl Tried {
    fn new(book: &Book, register: &Register<'_>, past: &Past<'_>, subject: Subject<'_>) -> Self {
        let months = past.months(book, &subject).listed();
        let Subject { person, scheme, entries, scored, place, .. } = subject;
        let earned = match rescored(book, register, &person.id, &entries.team) {
            Some(before) if scheme.is_forced() => earned(&before),
            _ => earned(&scored),
        };
        let warned = scheme.warnings.as_ref().map(|rules| warned(rules, &months)).unwrap_or_default();
        let standing = Standing::new(&person.id, &scored, place, &warned);
        Self {
            id: person.id.clone(),
            scheme: scheme.clone(),
            at_work: entries.is_at_work(),
            team: entries.team,
            scored,
            earned,
            months,
            place,
            warned,
            standing,
        }
    }

    /// Climbs the ladder anew, if the place in this period is another; gives the new standing, if it is.
    fn move_on(&mut self) -> Option<Standing> {
        let now = self.months.first_mut().filter(|now| now.place != self.place);
        if let (Some(now), Some(rules)) = (now, &self.scheme.warnings) {
            now.place = self.place;
            self.warned = warned(rules, &self.months);
        }
        let standing = Standing::new(&self.id, &self.scored, self.place, &self.warned);
        let changed = standing != self.standing;
        self.standing = standing;
        changed.then(|| self.standing.clone())
    }
}

impl Competitor for Tried {
    fn scheme(&self) -> &Checked {
        &self.scheme
    }

    fn is_at_work(&self) -> bool {
        self.at_work
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
