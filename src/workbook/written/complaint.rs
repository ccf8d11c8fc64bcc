//! The complaint register as it is written.

use crate::json::{shape, words};
use crate::number::{Count, Decimal};
use crate::period::{CivilDate, Period};
use crate::text::{Id, Name, PersonId, Prose};
use crate::workbook::ComplaintNumber;

shape! {
    /// 客户抱怨处理表: one complaint. Every revision is kept; the highest counts.
    pub struct Complaint {
        /// The complaint's random id.
        pub id: Id,
        /// Counts up with each change.
        pub revision: Count<1, 1>,
        /// Who wrote this revision.
        pub author: Name,
        /// Its number: year, month, running number. `2026-10-0001`.
        pub number: ComplaintNumber,
        /// Numbers that it had before.
        pub aliases: Vec<ComplaintNumber> = default,
        /// The day it was registered: the month of its number.
        pub registered: CivilDate,
        /// The day it was received: the period it counts in.
        pub received: CivilDate,
        /// The customer.
        pub customer: Option<Name> = default,
        /// 订单编号.
        pub order: Option<Name> = default,
        /// 料号.
        pub item: Option<Name> = default,
        /// 数量.
        pub quantity: Option<Decimal> = default,
        /// 交运日期.
        pub delivered: Option<CivilDate> = default,
        /// 不良数量.
        pub defects: Option<Decimal> = default,
        /// 异常样品.
        pub sample: Option<Prose> = default,
        /// 客户要求.
        pub demand: Option<Prose> = default,
        /// 业务部意见.
        pub opinion: Option<Prose> = default,
        /// Caused by people, or a defect of quality.
        pub kind: ComplaintKind,
        /// How serious it is.
        pub severity: ComplaintSeverity = default,
        /// 发生原因.
        pub cause: Option<Prose> = default,
        /// 处理对策.
        pub countermeasure: Option<Prose> = default,
        /// Who made it, where and when, as 制造 found out.
        pub production: Option<Production> = default,
        /// 成品退货.
        pub returned: Option<Prose> = default,
        /// 处理结果.
        pub result: Option<Prose> = default,
        /// 核准.
        pub approved_by: Option<Name> = default,
        /// Whom 质量管理 draft as responsible.
        pub drafted: Option<Responsibility> = default,
        /// Whom 总经理室 decided to be responsible; until then it counts for nobody.
        pub responsible: Option<Responsibility> = default,
        /// What the departments do.
        pub steps: Vec<ComplaintStep> = default,
        /// Taken back: kept with its number, and counts no more.
        pub withdrawn: Option<Withdrawal> = default,
    }
}

words! {
    /// What a complaint comes from.
    pub enum ComplaintKind {
        /// 非质量异常: caused by people.
        NonQuality = "non-quality",
        /// 质量异常.
        Quality = "quality",
    }
}

words! {
    /// How serious a complaint is.
    pub enum ComplaintSeverity {
        /// 一般.
        Normal = "normal",
        /// 轻微.
        Minor = "minor",
        /// 严重.
        Serious = "serious",
    }
}

shape! {
    /// Who made what is complained of.
    pub struct Production {
        /// 生产单位.
        pub unit: Option<Name> = default,
        /// 机班别.
        pub shift: Option<Name> = default,
        /// 生产人员.
        pub staff: Option<Name> = default,
        /// 生产日期.
        pub date: Option<CivilDate> = default,
    }
}

shape! {
    /// Who is responsible, by whose word.
    pub struct Responsibility {
        /// The department, vendor or unit: the number of a subject, or the id of a unit.
        pub unit: PersonId,
        /// The person.
        pub person: Option<PersonId> = default,
        /// Who says so.
        pub author: Name,
        /// When.
        pub date: CivilDate,
    }
}

shape! {
    /// A department's step.
    pub struct ComplaintStep {
        /// Which department of the scheme's register.
        pub department: Id,
        /// Who does it.
        pub owner: Option<PersonId> = default,
        /// The day it was handed over.
        pub handed: CivilDate,
        /// The day it is due; by the department's working days if absent.
        pub due: Option<CivilDate> = default,
        /// The day it was done.
        pub done: Option<CivilDate> = default,
        /// What was done.
        pub note: Option<Prose> = default,
    }
}

shape! {
    /// A complaint taken back.
    pub struct Withdrawal {
        /// By whom.
        pub author: Name,
        /// When.
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
    }
}

shape! {
    /// The highest number ever given in a month.
    pub struct ComplaintCounter {
        /// The month.
        pub month: Period,
        /// The number.
        pub last: Count<0, 0>,
    }
}

shape! {
    /// 异常处理单: an incident that caused no loss.
    pub struct Incident {
        /// The entry's id.
        pub id: Id,
        /// When.
        pub date: CivilDate,
        /// Who wrote it.
        pub author: Name,
        /// The unit that is to improve: the number of a subject, or the id of a unit.
        pub unit: Option<PersonId> = default,
        /// What happened.
        pub text: Prose,
        /// What is to improve.
        pub improvement: Option<Prose> = default,
    }
}

shape! {
    /// Days off and make-up working days (调休), beside Monday to Friday.
    pub struct WorkingCalendar {
        /// Days off.
        pub holidays: Vec<CivilDate> = default,
        /// Saturdays and Sundays that are worked.
        pub workdays: Vec<CivilDate> = default,
    }
}
