//! Performance pay: base × total ÷ 100, or base × the grade's factor; × each factor whose condition
//! holds; rounded half-up to the cent. Base 2000 and a total of 59.99, with 0.7 below 60:
//! 2000 × 59.99 ÷ 100 × 0.7 = 839.86. Without a total, or while the state is open, there
//! is no pay line.

use super::proposal::{Given, ruling};
use super::{Judged, holds};
use crate::json::answer;
use crate::list::Listed;
use crate::number::{Decimal, DecimalText, Exact};
use crate::problem::ArgKind;
use crate::scheme::{PAY, PayFactor, PayOf, PayRule, Rounding, Scheme};
use crate::score::{Step, StepCode, rounded_step};
use crate::text::Id;
use crate::workbook::Ruling;

answer! {
    /// A line of pay.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Pay {
        /// The base.
        pub base: DecimalText,
        /// The factors that apply.
        pub factors: Vec<Id> = default,
        /// What is paid, to the cent.
        pub amount: DecimalText,
        /// What a named person said of it.
        pub ruling: Option<Given> = default,
    }
}

/// The pay of a result; nothing without a rule, a base or a total.
#[must_use]
pub fn pay(scheme: &Scheme, base: Option<Decimal>, result: &Judged<'_>, rulings: &[&Ruling]) -> Option<Pay> {
    // 待岗 pays nothing: while it is open what the person is, so is the pay.
    let rule = scheme.pay.as_ref().filter(|_| !result.state_open)?;
    let base = base?;
    let factors = applying(rule, result).map(|factor| factor.id.clone()).listed();
    let amount = Rounding::to_cents().round(&exact(rule, base, result)?)?;
    Some(Pay { base, factors, amount, ruling: ruling(PAY, rulings) })
}

/// The calculation, from base to cents.
#[must_use]
pub fn pay_step(scheme: &Scheme, result: &Judged<'_>, pay: &Pay) -> Option<Step> {
    let rule = scheme.pay.as_ref()?;
    let mut figures = match rule.of {
        PayOf::Total => format!("{} × {} ÷ 100", pay.base, result.total?),
        PayOf::Grade => format!("{} × {}", pay.base, grade_factor(rule, result)?),
    };
    for factor in applying(rule, result) {
        figures = format!("{figures} × {}", factor.factor);
    }
    let lines = applying(rule, result).map(|factor| {
        Step::new(StepCode::PAY_FACTOR).with("factor", ArgKind::Factor.of(&factor.id)).gives(factor.factor)
    });
    let whole = exact(rule, pay.base, result)?;
    let rounded = (whole != pay.amount.into()).then(|| rounded_step(&Rounding::to_cents(), &whole).gives(pay.amount));
    Some(Step::new(StepCode::PAY).calculated(figures).gives(pay.amount).from(lines).from(rounded))
}

fn exact(rule: &PayRule, base: Decimal, result: &Judged<'_>) -> Option<Exact> {
    let total = Exact::from(result.total?);
    let base = Exact::from(base);
    let whole = match rule.of {
        PayOf::Total => base.times(&total).divided_by(&Exact::from(100))?,
        PayOf::Grade => base.times(&grade_factor(rule, result)?.into()),
    };
    Some(applying(rule, result).fold(whole, |pay, factor| pay.times(&factor.factor.into())))
}

fn grade_factor(rule: &PayRule, result: &Judged<'_>) -> Option<Decimal> {
    let grade = result.grade?;
    rule.grades.iter().find(|factor| factor.grade == *grade).map(|factor| factor.factor)
}

fn applying<'p>(rule: &'p PayRule, result: &'p Judged<'p>) -> impl Iterator<Item = &'p PayFactor> {
    rule.factors.iter().filter(|factor| holds(&factor.when, result))
}
