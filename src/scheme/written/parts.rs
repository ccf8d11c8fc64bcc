//! What a scheme says of its inputs: indicators, the customers' form, channels, the complaint register,
//! and the days of the month.

use super::{BilingualText, Title};
use crate::json::{shape, words};
use crate::number::{Count, Decimal};
use crate::text::Id;

shape! {
    /// A number that is entered for a subject and a period.
    pub struct Indicator {
        /// The indicator's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it is and where it comes from.
        pub help: Option<BilingualText> = default,
        /// What it is counted in: %, 件, 元, …
        pub unit: Option<Title> = default,
        /// Which way is better.
        pub better: Better = default,
        /// Least that may be entered.
        pub least: Option<Decimal> = default,
        /// Most that may be entered.
        pub most: Option<Decimal> = default,
    }
}

words! {
    /// Which way of an indicator is better.
    pub enum Better {
        /// The more the better.
        Higher = "higher",
        /// The less the better.
        Lower = "lower",
    }
}

shape! {
    /// 意见反馈表: what customers are asked about one service.
    pub struct Feedback {
        /// The form's title.
        pub name: Title,
        /// What stands above it.
        pub help: Option<BilingualText> = default,
        /// Question by question.
        pub questions: Vec<Question>,
    }
}

shape! {
    /// A question of the customers' form.
    pub struct Question {
        /// The question's id.
        pub id: Id,
        /// Its text.
        pub name: Title,
        /// What it means.
        pub help: Option<BilingualText> = default,
        /// The least answer.
        pub least: Decimal,
        /// The most.
        pub most: Decimal,
        /// An answer must be a multiple of it.
        pub step: Option<Decimal> = default,
    }
}

shape! {
    /// A way by which feedback and records come in.
    pub struct Channel {
        /// The channel's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
    }
}

shape! {
    /// How complaints are handled.
    pub struct Register {
        /// The form's title.
        pub name: Title,
        /// What stands above it.
        pub help: Option<BilingualText> = default,
        /// The departments that have a part in it.
        pub departments: Vec<Department>,
    }
}

shape! {
    /// A department's part in handling a complaint.
    pub struct Department {
        /// The department's id; a subject of this number answers for its steps.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// What it does.
        pub help: Option<BilingualText> = default,
        /// How many working days it has for a step, the day of handing over not counted.
        pub days: Count<1, 0>,
    }
}

shape! {
    /// A step of a period's appraisal, and on which days of a month.
    pub struct CalendarStep {
        /// The step's id.
        pub id: Id,
        /// Its title.
        pub name: Title,
        /// Who takes it.
        pub by: Option<Title> = default,
        /// How many months after the period's last one; 0 if absent.
        pub months_after: Count<0, 0> = default,
        /// The first day of the month.
        pub from: Count<1, 0>,
        /// The last day; a day that the month does not have is its last.
        pub to: Count<1, 0>,
    }
}
