//! What surrounds and follows an appraisal: the programme, queries, interviews, plans, rulings.

use crate::json::{shape, words};
use crate::number::Count;
use crate::period::{CivilDate, Period};
use crate::text::{Id, Name, PersonId, Prose};

shape! {
    /// 考核计划: period, subjects and content as agreed with the departments.
    pub struct Programme {
        /// What is planned.
        pub text: Prose,
        /// Who agreed.
        pub agreed: Vec<Agreed> = default,
    }
}

shape! {
    /// A department that agreed to the programme.
    pub struct Agreed {
        /// The department.
        pub department: Name,
        /// Who agreed for it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
    }
}

shape! {
    /// A subject's question about a score.
    pub struct Query {
        /// The query's id.
        pub id: Id,
        /// Who asks.
        pub subject: PersonId,
        /// About which criterion.
        pub criterion: Option<Id> = default,
        /// The subject's answer to its result that it takes up: a disagreement.
        pub acknowledgement: Option<Id> = default,
        /// When.
        pub date: CivilDate,
        /// What.
        pub text: Prose,
    }
}

shape! {
    /// The answer to a query.
    pub struct QueryAnswer {
        /// The answer's id.
        pub id: Id,
        /// The query.
        pub query: Id,
        /// Who answers.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Whether the score is corrected.
        pub upheld: bool = default,
        /// The correction: the record that takes the place of the old one.
        pub record: Option<Id> = default,
        /// What.
        pub text: Prose,
    }
}

shape! {
    /// 个人总结: what a subject writes before the interview.
    pub struct Summary {
        /// The entry's id.
        pub id: Id,
        /// Who wrote it.
        pub subject: PersonId,
        /// When.
        pub date: CivilDate,
        /// The summary.
        pub text: Prose,
    }
}

shape! {
    /// 绩效面谈表. Every revision is kept; the highest counts.
    pub struct Interview {
        /// The sheet's id.
        pub id: Id,
        /// Counts up with each change.
        pub revision: Count<1, 1>,
        /// With whom.
        pub subject: PersonId,
        /// Who holds it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// 开场.
        pub opening: Option<Prose> = default,
        /// 优点.
        pub strengths: Option<Prose> = default,
        /// 待改进之处.
        pub improvements: Option<Prose> = default,
        /// How the result was told.
        pub result_told: Option<Prose> = default,
        /// 期望.
        pub expectations: Option<Prose> = default,
        /// What the subject says.
        pub subject_view: Option<Prose> = default,
        /// 改进计划.
        pub plan: Option<Prose> = default,
        /// The day the subject signed.
        pub signed: Option<CivilDate> = default,
    }
}

shape! {
    /// A measure of improvement. Every revision is kept; the highest counts.
    pub struct Plan {
        /// The plan's id.
        pub id: Id,
        /// Counts up with each change.
        pub revision: Count<1, 1>,
        /// Who is to improve.
        pub subject: PersonId,
        /// Who wrote this revision.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// The period whose result prompted it.
        pub prompted: Period,
        /// The criterion that is to improve, by which its effect is judged.
        pub criterion: Option<Id> = default,
        /// What was found.
        pub problem: Option<Prose> = default,
        /// What is done.
        pub measure: Prose,
        /// Who sees to it.
        pub owner: Name,
        /// By when.
        pub due: CivilDate,
        /// How far it is.
        pub state: PlanState = default,
        /// The day it was done.
        pub done: Option<CivilDate> = default,
    }
}

words! {
    /// How far a plan is.
    pub enum PlanState {
        /// Not done yet.
        Open = "open",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

shape! {
    /// 考核报告: what was found, and where to improve. Every revision is kept; the highest counts.
    pub struct AppraisalReport {
        /// The report's id.
        pub id: Id,
        /// Counts up with each change.
        pub revision: Count<1, 1>,
        /// About whom.
        pub subject: PersonId,
        /// Who wrote it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Problems found.
        pub problems: Prose,
        /// Direction of improvement.
        pub direction: Prose,
        /// The day the department was told.
        pub told: Option<CivilDate> = default,
    }
}

shape! {
    /// A consequence confirmed or overruled by a named person.
    pub struct Ruling {
        /// The ruling's id.
        pub id: Id,
        /// Order among rulings: the highest on one consequence holds; clocks do not.
        pub sequence: Count<1, 1>,
        /// Whose consequence.
        pub subject: PersonId,
        /// Which consequence of the scheme, or `pay`.
        pub consequence: Id,
        /// Confirmed or overruled.
        pub answer: RulingAnswer,
        /// By whom.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
    }
}

words! {
    /// Whether a consequence takes place.
    pub enum RulingAnswer {
        /// It does.
        Confirm = "confirm",
        /// It does not.
        Overrule = "overrule",
    }
}

shape! {
    /// A step of the appraisal's calendar that was taken.
    pub struct Milestone {
        /// The entry's id.
        pub id: Id,
        /// Of which scheme's calendar.
        pub scheme: Id,
        /// Which step.
        pub step: Id,
        /// Who took it.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// A remark.
        pub note: Option<Prose> = default,
    }
}
