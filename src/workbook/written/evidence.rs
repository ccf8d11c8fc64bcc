//! What is written down during a period beside forms and records: numbers, customers' forms, observations.

use crate::json::{shape, words};
use crate::number::Decimal;
use crate::period::CivilDate;
use crate::text::{Id, Name, PersonId, Prose};

shape! {
    /// 指标: a number that was entered for a subject.
    pub struct IndicatorValue {
        /// The entry's id.
        pub id: Id,
        /// Whose number.
        pub subject: PersonId,
        /// Which indicator.
        pub indicator: Id,
        /// The day that it is of.
        pub date: CivilDate,
        /// The number.
        pub value: Decimal,
        /// Its target.
        pub target: Option<Decimal> = default,
        /// Who entered it.
        pub author: Name,
        /// Where it comes from, or why it takes the place of another.
        pub note: Option<Prose> = default,
        /// The entry whose place it takes; that one is kept and counts no more.
        pub replaces: Option<Id> = default,
    }
}

shape! {
    /// 意见反馈表: one customer's form about one service.
    pub struct FeedbackForm {
        /// Its number, which is its identity.
        pub id: Id,
        /// Whose service.
        pub subject: PersonId,
        /// The day of the form.
        pub date: CivilDate,
        /// By which channel it came in.
        pub channel: Option<Id> = default,
        /// The customer.
        pub customer: Option<Name> = default,
        /// Which service.
        pub service: Option<Prose> = default,
        /// What was answered.
        pub scores: Vec<QuestionScore>,
        /// A remark.
        pub remark: Option<Prose> = default,
    }
}

shape! {
    /// What was answered to one question.
    pub struct QuestionScore {
        /// The question.
        pub question: Id,
        /// The answer.
        pub score: Option<Decimal> = default,
    }
}

shape! {
    /// What calling the customer back found of a form. The latest of a form holds.
    pub struct FeedbackCheck {
        /// The check's id.
        pub id: Id,
        /// Order among checks: the highest of a form holds; clocks do not.
        pub sequence: crate::number::Count<1, 1>,
        /// The form's number.
        pub feedback: Id,
        /// What was found.
        pub state: CheckState,
        /// Who called.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// What the customer said.
        pub note: Option<Prose> = default,
    }
}

words! {
    /// Whether a customer's form was verified.
    pub enum CheckState {
        /// Nobody has called; the form counts.
        Unchecked = "unchecked",
        /// The customer said so; the form counts.
        Verified = "verified",
        /// The customer did not say so; the form is kept, reported and does not count.
        Refuted = "refuted",
    }
}

shape! {
    /// 观察记录: a fact observed during the period, evidence beside the form.
    pub struct Observation {
        /// The entry's id.
        pub id: Id,
        /// Who was observed.
        pub subject: PersonId,
        /// When.
        pub date: CivilDate,
        /// Who observed it.
        pub author: Name,
        /// What happened.
        pub fact: Prose,
        /// Where it is known from.
        pub source: Option<Prose> = default,
        /// Good or bad.
        pub judgement: Judgement,
        /// What it came from.
        pub cause: Option<Cause> = default,
    }
}

words! {
    /// Whether an observation is good or bad.
    pub enum Judgement {
        /// Good.
        Good = "good",
        /// Bad.
        Bad = "bad",
    }
}

words! {
    /// What an observation came from.
    pub enum Cause {
        /// From outside.
        Outside = "outside",
        /// From the person's attitude.
        Attitude = "attitude",
        /// From the person's ability.
        Ability = "ability",
    }
}
