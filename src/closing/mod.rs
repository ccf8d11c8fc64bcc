//! Closing a period freezes it; reopening is a recorded act; the next period rests on it.

use crate::appraise::appraise;
use crate::cohort::Place;
use crate::json::{Extra, answer, canonical, shape};
use crate::list::{Listed, TakeIn};
use crate::order::Index;
use crate::period::{CivilDate, Period};
use crate::problem::{ArgKind, Code, Problem};
use crate::result::{Appraisal, SubjectResult};
use crate::scheme::Measure;
use crate::text::{Digest, Id, Name, Prose};
use crate::workbook::{
    Book, ClosedPeriod, Complaint, Conflict, IndicatorValue, KeptResult, OpenItem, OpenKind, Plan, PlanState,
    Reopening, State, StateEntry, Workbook, digest_of_closing, every, highest, lists, without_rejected,
};

shape! {
    /// Who closes a period, and when.
    pub struct Closing {
        /// Who.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// What is still open may stay so: the closing keeps what it was. Not so a conflict, which has to be decided.
        pub leave_open: bool = default,
    }
}

shape! {
    /// Who reopens a period, when and why.
    pub struct ReopeningDraft {
        /// Who.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
    }
}

answer! {
    /// Whether a closed period still says what it said when it was closed.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Verification {
        /// The period is closed and nothing differs.
        pub ok: bool,
        /// The period is closed.
        pub closed: bool,
        /// What the results were computed from is what it was.
        pub content_unchanged: bool,
        /// The engine that computed it, where that is another one.
        pub other_engine: Option<String> = default,
        /// Results that the files no longer give.
        pub differences: Vec<Difference>,
    }
}

answer! {
    /// A result that is not what was kept.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Difference {
        /// Whose.
        pub subject: String,
        /// Which figure: `subject`, `scheme`, `unit`, `state`, `total`, `grade`, `rank` or `values`.
        pub field: &'static str,
        /// As it was kept; empty if it was not there.
        pub kept: String,
        /// As the files give it now.
        pub now: String,
    }
}

impl Book {
    /// Closes the period: its results are kept with the digests they rest on, and with what was left open.
    ///
    /// # Errors
    /// The period is closed already, something has two versions and nobody has decided, or something else is open and
    /// nobody said that it may stay so.
    pub fn close(&self, closing: &Closing) -> Result<Self, Vec<Problem>> {
        self.must_be_open()?;
        let conflicts = self.conflicts();
        if !conflicts.is_empty() {
            let told = |conflict: &Conflict| conflict.problem(Code::UndecidedConflict);
            return Err(conflicts.iter().map(told).listed());
        }
        let appraisal = appraise(self);
        let figures = undecided_figures(&appraisal.open);
        if !figures.is_empty() {
            return Err(figures);
        }
        if !appraisal.open.is_empty() && !closing.leave_open {
            return Err(still_open(&appraisal.open));
        }
        let mut workbook = self.workbook().clone();
        workbook.closed = Some(self.closing(closing, appraisal));
        Self::new(workbook).map(|(book, _)| book)
    }

    fn closing(&self, closing: &Closing, appraisal: Appraisal) -> ClosedPeriod {
        let mut closed = ClosedPeriod {
            period: self.workbook().period,
            author: closing.author.clone(),
            date: closing.date,
            engine: Name::engine(),
            schemes: self.scheme_refs(),
            content: self.content_digest(),
            previous: self.workbook().history.last().map(|earlier| earlier.digest.clone()),
            results: appraisal.results.iter().map(SubjectResult::kept).listed(),
            left: appraisal.open,
            digest: Digest::from_bytes(&[0; 32]),
            extra: Extra::default(),
        };
        closed.digest = digest_of_closing(&closed);
        closed
    }

    /// Opens a closed period again; what was closed stays on record.
    ///
    /// # Errors
    /// The period is not closed.
    pub fn reopen(&self, draft: ReopeningDraft) -> Result<Self, Vec<Problem>> {
        let mut workbook = self.workbook().clone();
        let Some(closed) = workbook.closed.take() else { return Err(vec![self.open_problem()]) };
        workbook.reopenings.push(Reopening {
            author: draft.author,
            date: draft.date,
            reason: draft.reason,
            closed: Box::new(closed),
            extra: Extra::default(),
        });
        Self::new(workbook).map(|(book, _)| book)
    }

    fn open_problem(&self) -> Problem {
        Problem::new(Code::PeriodOpen, "").with("period", self.workbook().period)
    }

    /// The next period's workbook: rules, units, people and who was asked for what; 待岗 lasts until
    /// the return from it is entered; forms and records begin anew. Of what had two variants the one comes along that was
    /// chosen: the decision stays behind, and the other one would count again.
    ///
    /// # Errors
    /// The period is not closed.
    pub fn next_period(&self) -> Result<Self, Vec<Problem>> {
        let this = self.workbook();
        if this.closed.is_none() {
            return Err(vec![self.open_problem()]);
        }
        if this.period.is_irregular() {
            return Err(vec![Problem::new(Code::NothingFollows, "").with("period", this.period)]);
        }
        let period = this.period.next();
        macro_rules! carry_on {
            ([$book:ident, $this:ident, $period:ident] $( $field:ident: $entry:ident {
                $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident, entered $entered:ident,
                merged $merged:ident, next $next:ident, $($more:tt)*
            } )*) => {
                Workbook {
                    schema: $this.schema.clone(),
                    format: $this.format,
                    format_version: $this.format_version,
                    id: $this.id.clone(),
                    title: $this.title.clone(),
                    period: $period,
                    programme: $this.programme.clone(),
                    working_calendar: $this.working_calendar.clone(),
                    closed: None,
                    checksum: None,
                    extra: $this.extra.clone(),
                    $( $field: carried!($book, $this, $period, $field, $next), )*
                }
            };
        }
        macro_rules! carried {
            ($book:ident, $this:ident, $period:ident, $field:ident, kept) => {
                $this.$field.clone()
            };
            ($book:ident, $this:ident, $period:ident, $field:ident, anew) => {
                Vec::new()
            };
            ($book:ident, $this:ident, $period:ident, $field:ident, $lasting:ident) => {
                $book.$lasting($period)
            };
        }
        let next = lists!(carry_on, self, this, period);
        Self::new(next).map(|(book, _)| book)
    }

    /// The earlier closings with this one.
    fn with_this_closing(&self, _next: Period) -> Vec<ClosedPeriod> {
        let this = self.workbook();
        this.history.iter().chain(&this.closed).cloned().listed()
    }

    /// 待岗, until the return from it, and what begins after the period.
    fn lasting_states(&self, _next: Period) -> Vec<StateEntry> {
        let this = self.workbook();
        let lasts = |entry: &&StateEntry| {
            let standby = || entry.state == State::Standby && self.entries(&entry.subject).state == State::Standby;
            entry.date > this.period.last_day() || standby()
        };
        let states = without_rejected(&this.states, &this.decisions, every);
        states.into_iter().filter(lasts).cloned().listed()
    }

    /// Numbers that may still count in the next period (an exam of the quarter), with those whose place they take.
    fn lasting_indicators(&self, next: Period) -> Vec<IndicatorValue> {
        let last = next.last_day();
        let lasts = |entry: &IndicatorValue| {
            let measures =
                self.schemes().iter().flat_map(|scheme| scheme.criteria()).map(|criterion| &criterion.measure);
            let months = measures.filter_map(|measure| match measure {
                Measure::Indicator(measure) if measure.indicator == entry.indicator => measure.months,
                _ => None,
            });
            months.into_iter().any(|months| entry.date >= last.months_back(months.0.saturating_sub(1)))
        };
        let this = self.workbook();
        let all = without_rejected(&this.indicators, &this.decisions, every);
        let by_id = Index::of(all.iter().map(|entry| entry.id.as_str()));
        // What another took the place of comes along beside that one, and never alone: it would count again.
        let replaced = Index::of(all.iter().filter_map(|entry| entry.replaces.as_ref()).map(Id::as_str));
        let counts = |entry: &IndicatorValue| lasts(entry) && !replaced.holds(entry.id.as_str());
        let mut kept = all.iter().map(|entry| counts(entry)).listed();
        let mut next: Vec<&IndicatorValue> = all.iter().copied().filter(|entry| counts(entry)).listed();
        while let Some(entry) = next.pop() {
            let Some(replaced) = &entry.replaces else { continue };
            for (_, at) in by_id.all(replaced.as_str()) {
                if let Some(kept) = kept.get_mut(*at).filter(|kept| !**kept) {
                    *kept = true;
                    next.take_in(all.get(*at).copied());
                }
            }
        }
        all.iter().zip(kept).filter(|(_, kept)| *kept).map(|(entry, _)| (*entry).clone()).listed()
    }

    /// Plans that were not given up, with every revision.
    fn lasting_plans(&self, _next: Period) -> Vec<Plan> {
        let this = self.workbook();
        let plans = without_rejected(&this.plans, &this.decisions, highest);
        let latest = |plan: &Plan| plans.iter().filter(|other| other.id == plan.id).map(|other| other.revision).max();
        let dropped =
            plans.iter().filter(|plan| plan.state == PlanState::Dropped && latest(plan) == Some(plan.revision));
        let dropped: Vec<&Id> = dropped.map(|plan| &plan.id).listed();
        plans.iter().filter(|plan| !dropped.contains(&&plan.id)).map(|plan| (*plan).clone()).listed()
    }

    /// Complaints on which something is still to be done, with every revision.
    fn unfinished_complaints(&self, _next: Period) -> Vec<Complaint> {
        let unfinished: Vec<&Id> = self.unfinished().map(|complaint| &complaint.id).listed();
        let this = self.workbook();
        let complaints = without_rejected(&this.complaints, &this.decisions, highest).into_iter();
        complaints.filter(|complaint| unfinished.contains(&&complaint.id)).cloned().listed()
    }

    /// Replays a closed period and compares it with what was kept.
    #[must_use]
    pub fn verify(&self) -> Verification {
        let Some(closed) = &self.workbook().closed else {
            return Verification {
                ok: false,
                closed: false,
                content_unchanged: false,
                other_engine: None,
                differences: Vec::new(),
            };
        };
        let now: Vec<KeptResult> = appraise(self).results.iter().map(SubjectResult::kept).listed();
        let differences = differences(&closed.results, &now);
        let content_unchanged = closed.content == self.content_digest() && closed.schemes == self.scheme_refs();
        let other_engine = (closed.engine.as_str() != crate::ENGINE).then(|| closed.engine.to_string());
        Verification {
            ok: content_unchanged && differences.is_empty(),
            closed: true,
            content_unchanged,
            other_engine,
            differences,
        }
    }
}

/// What waits because two figures differ, neither of them a variant of the other.
fn undecided_figures(open: &[OpenItem]) -> Vec<Problem> {
    let differ = open.iter().filter(|item| item.kind == OpenKind::Conflict);
    let told = |item: &OpenItem| {
        let problem = Problem::new(Code::UndecidedFigure, "");
        let problem = problem.with("subject", item.subject.clone().unwrap_or_default());
        problem.with("criterion", ArgKind::Criterion.of(item.about.clone().unwrap_or_default()))
    };
    differ.map(told).listed()
}

/// What is still open, a problem for each kind of it.
fn still_open(open: &[OpenItem]) -> Vec<Problem> {
    let mut kinds: Vec<(OpenKind, u32)> = Vec::new();
    for item in open {
        match kinds.iter_mut().find(|(kind, _)| *kind == item.kind) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => kinds.push((item.kind, 1)),
        }
    }
    let told = |(kind, count): (OpenKind, u32)| {
        Problem::new(Code::StillOpen, "").with("open", ArgKind::Words.of(kind.as_str())).with("count", count)
    };
    kinds.into_iter().map(told).listed()
}

fn differences(kept: &[KeptResult], now: &[KeptResult]) -> Vec<Difference> {
    let by_subject = |list: &[KeptResult]| Index::of(list.iter().map(|result| result.subject.as_str()));
    let (were, are) = (by_subject(kept), by_subject(now));
    let mut found = Vec::new();
    for old in kept {
        match are.get(old.subject.as_str()).and_then(|at| now.get(at)) {
            None => found.push(difference(old, "subject", old.subject.to_string(), String::new())),
            Some(new) => {
                for ((field, before), (_, after)) in fields(old).into_iter().zip(fields(new)) {
                    if before != after {
                        found.push(difference(old, field, before, after));
                    }
                }
            }
        }
    }
    let added = now.iter().filter(|new| !were.holds(new.subject.as_str()));
    found.take_in(added.map(|new| difference(new, "subject", String::new(), new.subject.to_string())));
    found
}

fn difference(result: &KeptResult, field: &'static str, kept: String, now: String) -> Difference {
    Difference { subject: result.subject.to_string(), field, kept, now }
}

/// The figures of a kept result, as text.
fn fields(result: &KeptResult) -> [(&'static str, String); 7] {
    let place = Place::kept(result).map_or_else(String::new, |p| format!("{}/{} ({})", p.rank, p.ranked, p.below));
    [
        ("scheme", result.scheme.to_string()),
        ("unit", result.unit.to_string()),
        ("state", result.state.as_str().to_owned()),
        ("total", result.total.map_or_else(String::new, |total| total.to_string())),
        ("grade", result.grade.as_ref().map_or_else(String::new, ToString::to_string)),
        ("rank", place),
        ("values", canonical(&result.values)),
    ]
}
