//! A workbook as a page sees it.

use crate::appraise::current_answers;
use crate::json::answer;
use crate::list::Listed;
use crate::period::{CivilDate, Period};
use crate::scheme::Title;
use crate::text::{Digest, Id, Name};
use crate::workbook::{
    Acknowledgement, AppraisalReport, Assignment, Book, ClosedPeriod, Complaint, ComplaintCounter, FeedbackCheck,
    FeedbackForm, Incident, IndicatorValue, Interview, Milestone, Observation, OpenItem, Person, Plan, Programme,
    Query, QueryAnswer, RecordEntry, Reopening, Ruling, StateEntry, Summary, Unit, WorkingCalendar,
};

answer! {
    /// What a workbook holds, for a page to show.
    pub(super) struct WorkbookView<'b> {
        id: &'b Id,
        title: Option<&'b Name> = default,
        period: Period,
        closed: bool,
        closing: Option<ClosedView<'b>> = default,
        schemes: Vec<SchemeView<'b>>,
        units: &'b [Unit],
        people: &'b [Person],
        assignments: &'b [Assignment],
        states: &'b [StateEntry],
        records: &'b [RecordEntry],
        indicators: &'b [IndicatorValue],
        feedback: &'b [FeedbackForm],
        feedback_checks: &'b [FeedbackCheck],
        complaints: &'b [Complaint],
        complaint_counters: &'b [ComplaintCounter],
        incidents: &'b [Incident],
        queries: &'b [Query],
        answers: &'b [QueryAnswer],
        observations: &'b [Observation],
        summaries: &'b [Summary],
        interviews: &'b [Interview],
        plans: &'b [Plan],
        reports: &'b [AppraisalReport],
        rulings: &'b [Ruling],
        milestones: &'b [Milestone],
        programme: Option<&'b Programme> = default,
        working_calendar: Option<&'b WorkingCalendar> = default,
        other_results: Vec<ClosedView<'b>>,
        acknowledgements: Vec<AnswerView<'b>>,
        reopenings: &'b [Reopening],
        history: Vec<ClosedView<'b>>,
        digest: Digest,
    }
}

answer! {
    /// A scheme of a workbook.
    struct SchemeView<'b> {
        id: &'b Id,
        version: &'b Id,
        name: &'b Title,
        digest: &'b Digest,
        scheme: &'b crate::scheme::Scheme,
    }
}

answer! {
    /// A subject's answer, and whether it is to the result as it stands now.
    struct AnswerView<'b> {
        acknowledgement: &'b Acknowledgement,
        current: bool,
    }
}

answer! {
    /// An earlier period.
    struct ClosedView<'b> {
        period: Period,
        author: &'b Name,
        date: CivilDate,
        digest: &'b Digest,
        /// What was left open.
        left: &'b [OpenItem] = default,
    }
}

impl<'b> ClosedView<'b> {
    fn of(closed: &'b ClosedPeriod) -> Self {
        Self {
            period: closed.period,
            author: &closed.author,
            date: closed.date,
            digest: &closed.digest,
            left: &closed.left,
        }
    }
}

/// What a page shows of a workbook.
pub(super) fn view(book: &Book) -> WorkbookView<'_> {
    let workbook = book.workbook();
    let answers = workbook.acknowledgements.iter().zip(current_answers(book));
    let answers = answers.map(|(acknowledgement, current)| AnswerView { acknowledgement, current });
    WorkbookView {
        id: &workbook.id,
        title: workbook.title.as_ref(),
        period: workbook.period,
        closed: book.is_closed(),
        closing: workbook.closed.as_ref().map(ClosedView::of),
        schemes: book
            .schemes()
            .iter()
            .map(|checked| SchemeView {
                id: &checked.id,
                version: &checked.version,
                name: &checked.name,
                digest: checked.digest(),
                scheme: checked.scheme(),
            })
            .listed(),
        units: &workbook.units,
        people: &workbook.people,
        assignments: &workbook.assignments,
        states: &workbook.states,
        records: &workbook.records,
        indicators: &workbook.indicators,
        feedback: &workbook.feedback,
        feedback_checks: &workbook.feedback_checks,
        complaints: &workbook.complaints,
        complaint_counters: &workbook.complaint_counters,
        incidents: &workbook.incidents,
        queries: &workbook.queries,
        answers: &workbook.answers,
        observations: &workbook.observations,
        summaries: &workbook.summaries,
        interviews: &workbook.interviews,
        plans: &workbook.plans,
        reports: &workbook.reports,
        rulings: &workbook.rulings,
        milestones: &workbook.milestones,
        programme: workbook.programme.as_ref(),
        working_calendar: workbook.working_calendar.as_ref(),
        other_results: workbook.other_results.iter().map(ClosedView::of).listed(),
        acknowledgements: answers.listed(),
        reopenings: &workbook.reopenings,
        history: workbook.history.iter().map(ClosedView::of).listed(),
        digest: book.content_digest(),
    }
}
