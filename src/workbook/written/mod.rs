//! A workbook as it is written in its file: one period's people, forms and records.

mod complaint;
mod evidence;
mod follow_up;
mod open;
mod scores;

pub use complaint::*;
pub use evidence::*;
pub use follow_up::*;
pub use open::*;
pub use scores::{Score, ScoreLine, Scores};

pub use crate::scheme::State;

use std::sync::Arc;

use crate::json::{shape, words};
use crate::number::{Count, Decimal, Exact};
use crate::period::{CivilDate, Period};
use crate::scheme::{Scheme, Title};
use crate::text::{Digest, Id, Name, PersonId, Prose};

shape! {
    /// One period's file.
    #[cfg_attr(target_arch = "wasm32", tsify(rename = "WorkbookFile"))]
    pub struct Workbook {
        /// Where an editor finds the JSON Schema of this file.
        pub schema as "$schema": Option<Name> = default,
        /// `kaohe-workbook`.
        pub format: WorkbookFormat,
        /// Version of the format: 1.
        pub format_version: Count<1, 1>,
        /// The workbook's id, the same in every period.
        pub id: Id,
        /// Its title.
        pub title: Option<Name> = default,
        /// The period.
        pub period: Period,
        /// The schemes its people are appraised by, whole.
        pub schemes: Vec<Scheme>,
        /// The units within which subjects are ranked.
        pub units: Vec<Unit>,
        /// Everybody, whether appraised or only rating.
        pub people: Vec<Person>,
        /// Who was asked for which form.
        pub assignments: Vec<Assignment> = default,
        /// Leave, 待岗 and the return from them.
        pub states: Vec<StateEntry> = default,
        /// Forms; of two variants of one form both are kept.
        pub ratings: Vec<Rating> = default,
        /// Dated, signed entries that take or add points.
        pub records: Vec<RecordEntry> = default,
        /// Which variant of a conflict counts.
        pub decisions: Vec<Decision> = default,
        /// Numbers that were entered.
        pub indicators: Vec<IndicatorValue> = default,
        /// Customers' forms.
        pub feedback: Vec<FeedbackForm> = default,
        /// What calling customers back found of their forms.
        pub feedback_checks: Vec<FeedbackCheck> = default,
        /// 考核计划: what was agreed with the departments.
        pub programme: Option<Programme> = default,
        /// Holidays and make-up working days.
        pub working_calendar: Option<WorkingCalendar> = default,
        /// The complaint register.
        pub complaints: Vec<Complaint> = default,
        /// The highest number ever given in each month.
        pub complaint_counters: Vec<ComplaintCounter> = default,
        /// 异常处理单: incidents without loss, which take no number and do not count.
        pub incidents: Vec<Incident> = default,
        /// What subjects ask about their scores.
        pub queries: Vec<Query> = default,
        /// What they were answered.
        pub answers: Vec<QueryAnswer> = default,
        /// What was observed during the period.
        pub observations: Vec<Observation> = default,
        /// 个人总结: what subjects write before the interview.
        pub summaries: Vec<Summary> = default,
        /// Interview sheets.
        pub interviews: Vec<Interview> = default,
        /// Plans of improvement.
        pub plans: Vec<Plan> = default,
        /// Appraisal reports: problems found, direction of improvement.
        pub reports: Vec<AppraisalReport> = default,
        /// Which consequences were confirmed or overruled.
        pub rulings: Vec<Ruling> = default,
        /// Steps of the appraisal's calendar that were taken.
        pub milestones: Vec<Milestone> = default,
        /// What subjects answered to their results.
        pub acknowledgements: Vec<Acknowledgement> = default,
        /// Results of other workbooks, as they were closed.
        pub other_results: Vec<ClosedPeriod> = default,
        /// Earlier periods as they were closed, oldest first.
        pub history: Vec<ClosedPeriod> = default,
        /// This period as it was closed.
        pub closed: Option<ClosedPeriod> = default,
        /// When this period was reopened, by whom and why.
        pub reopenings: Vec<Reopening> = default,
        /// Digest of everything above: a file cut or changed in one byte is found out.
        pub checksum: Option<Digest> = default,
    }
}

words! {
    /// The format of a workbook file.
    pub enum WorkbookFormat {
        /// A workbook.
        Workbook = "kaohe-workbook",
    }
}

shape! {
    /// 考核单元: the group within which subjects are ranked.
    pub struct Unit {
        /// The unit's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// The office it belongs to.
        pub office: Option<Title> = default,
        /// Who manages that office.
        pub manager: Option<Name> = default,
    }
}

shape! {
    /// A person, team, department or vendor.
    pub struct Person {
        /// The personnel number.
        pub id: PersonId,
        /// The name.
        pub name: Name,
        /// The unit it is ranked in.
        pub unit: Option<Id> = default,
        /// The team it works in.
        pub team: Option<Name> = default,
        /// The scheme it is appraised by; without one it only rates.
        pub scheme: Option<Id> = default,
        /// The base of its performance pay.
        pub pay_base: Option<Decimal> = default,
    }
}

shape! {
    /// Somebody was asked for a form.
    pub struct Assignment {
        /// Who is appraised.
        pub subject: PersonId,
        /// In which role.
        pub role: Id,
        /// By whom.
        pub rater: PersonId,
    }
}

shape! {
    /// A state entered by a named person; the latest date holds.
    pub struct StateEntry {
        /// The entry's id.
        pub id: Id,
        /// Whose state.
        pub subject: PersonId,
        /// Which state.
        pub state: State,
        /// Since when.
        pub date: CivilDate,
        /// Who entered it.
        pub author: Name,
        /// Why.
        pub reason: Prose,
    }
}

shape! {
    /// One rater's form for one subject and period.
    pub struct Rating {
        /// A random id.
        pub id: Id,
        /// Counts up with each change.
        pub revision: Count<1, 1>,
        /// By which scheme it was filled.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "SchemeRef"))]
        pub scheme: Arc<SchemeRef>,
        /// The period.
        pub period: Period,
        /// Who is appraised.
        pub subject: PersonId,
        /// Who rates.
        pub rater: PersonId,
        /// In which role.
        pub role: Id,
        /// The day it was signed.
        pub date: CivilDate,
        /// Scores and comments by criterion.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Score[]"))]
        #[cfg_attr(feature = "schema", schemars(with = "Vec<Score>"))]
        pub scores: Scores,
        /// A remark on the whole.
        pub remark: Option<Prose> = default,
    }
}

shape! {
    /// Which scheme, in which version.
    pub struct SchemeRef {
        /// The scheme's id.
        pub id: Id,
        /// Its version.
        pub version: Id,
        /// Its digest.
        pub digest: Option<Digest> = default,
    }
}

shape! {
    /// 考核记录: a dated, signed entry with a reason.
    pub struct RecordEntry {
        /// The record's id.
        pub id: Id,
        /// Whom it is about.
        pub subject: PersonId,
        /// Which criterion it feeds.
        pub criterion: Id,
        /// The day of what it records.
        pub date: CivilDate,
        /// Who recorded it.
        pub author: Name,
        /// Points taken (below 0) or added.
        pub points: Option<Decimal> = default,
        /// Of which kind it is.
        pub kind: Option<Id> = default,
        /// By which channel it came in.
        pub channel: Option<Id> = default,
        /// Why.
        pub reason: Prose,
        /// The record whose place it takes; that one is kept and counts no more.
        pub replaces: Option<Id> = default,
        /// Where the evidence is.
        pub evidence: Option<Prose> = default,
    }
}

shape! {
    /// Which variant of a conflict counts, chosen by a named person.
    pub struct Decision {
        /// The decision's id.
        pub id: Id,
        /// Order among decisions: the highest counts; clocks do not.
        pub sequence: Count<1, 1>,
        /// The variant that counts.
        pub keep: Digest,
        /// The variants that it was chosen over.
        pub over: Vec<Digest>,
        /// Who chose.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
    }
}

shape! {
    /// What a subject answered to its result.
    pub struct Acknowledgement {
        /// The answer's id.
        pub id: Id,
        /// Who answers.
        pub subject: PersonId,
        /// By which scheme it was appraised.
        pub scheme: Id,
        /// When.
        pub date: CivilDate,
        /// Agrees or not.
        pub answer: Agreement,
        /// In the subject's own words; must be there to disagree.
        pub text: Option<Prose> = default,
        /// Digest of the result that it answers.
        pub about: Digest,
    }
}

words! {
    /// Whether a subject agrees.
    pub enum Agreement {
        /// Has read it and agrees.
        Agree = "agree",
        /// Has read it and disagrees.
        Disagree = "disagree",
    }
}

shape! {
    /// A period as it was closed: what later periods rest on.
    pub struct ClosedPeriod {
        /// The period.
        pub period: Period,
        /// Who closed it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Version of the engine that computed it.
        pub engine: Name,
        /// The schemes it was computed by.
        pub schemes: Vec<SchemeRef>,
        /// Digest of what the results were computed from.
        pub content: Digest,
        /// Digest of the period closed before it.
        pub previous: Option<Digest> = default,
        /// The results.
        pub results: Vec<KeptResult>,
        /// What was left open.
        pub left: Vec<OpenItem> = default,
        /// Digest of this entry without this key.
        pub digest: Digest,
    }
}

shape! {
    /// A result as it is kept for later periods.
    pub struct KeptResult {
        /// Whose.
        pub subject: PersonId,
        /// By which scheme.
        pub scheme: Id,
        /// In which unit.
        pub unit: Id,
        /// What the person was in the period.
        pub state: State,
        /// The published total.
        pub total: Option<Decimal> = default,
        /// The grade.
        pub grade: Option<Id> = default,
        /// The rank within the unit.
        pub rank: Option<Count<1, 1>> = default,
        /// How many were ranked in the unit.
        pub ranked: Option<Count<1, 1>> = default,
        /// How many stood strictly below.
        pub below: Option<Count<0, 0>> = default,
        /// Raw numbers of what was measured and not rated, by which the effect of a plan is judged.
        pub values: Vec<KeptValue> = default,
    }
}

shape! {
    /// A raw number as it is kept.
    pub struct KeptValue {
        /// The criterion.
        pub criterion: Id,
        /// Its raw number.
        pub raw: Exact,
    }
}

shape! {
    /// A closed period opened again.
    pub struct Reopening {
        /// Who reopened it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
        /// What was closed: kept, and valid no more.
        pub closed: Box<ClosedPeriod>,
    }
}
