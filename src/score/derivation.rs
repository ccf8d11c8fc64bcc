//! How a number came about: data that any language can say, and figures that anyone can redo.

use super::StepCode;
use crate::json::answer;
use crate::list::{Listed, TakeIn};
use crate::number::Exact;
use crate::problem::{Arg, Params, takes};

/// Whether derivations are built; without them a batch costs nothing for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// Numbers only.
    Off,
    /// Numbers and how they came about.
    On,
}

impl Trace {
    /// Builds a step if steps are wanted.
    pub fn step(self, build: impl FnOnce() -> Step) -> Option<Step> {
        match self {
            Self::Off => None,
            Self::On => Some(built(build)),
        }
    }
}

/// By itself, so that a score without its derivation runs through code without it.
#[cold]
#[inline(never)]
fn built(build: impl FnOnce() -> Step) -> Step {
    build()
}

answer! {
    /// One step of a derivation: what was done (code and parameters), in figures, to what end, from what.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Step {
        /// What was done, kebab-case; the key of its sentence in the text tables.
        pub code: StepCode,
        /// Words and figures for the sentence.
        pub params: Params = default,
        /// The calculation in figures, in no language: `(9 × 20 + 8.5 × 30) ÷ 50`.
        pub expression: Option<String> = default,
        /// The outcome.
        pub value: Option<Arg> = default,
        /// What it was made from.
        pub steps: Vec<Step> = default,
    }
}

impl Step {
    /// A step with nothing but its code.
    #[must_use]
    pub const fn new(code: StepCode) -> Self {
        Self { code, params: Params::NONE, expression: None, value: None, steps: Vec::new() }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        let arg = arg.into();
        debug_assert!(
            takes(self.code.parameters(), name, &arg),
            "`{}` declares no parameter like `{name}`, which is {arg:?}",
            self.code.as_str()
        );
        self.params.insert(name, arg);
        self
    }

    /// Adds the calculation.
    #[must_use]
    pub fn calculated(mut self, expression: String) -> Self {
        self.expression = Some(expression);
        self
    }

    /// Adds the outcome.
    #[must_use]
    pub fn gives(mut self, value: impl Into<Arg>) -> Self {
        let value = value.into();
        debug_assert!(
            self.code.value() == Some(value.kind()),
            "`{}` does not give what it declares: {value:?}",
            self.code.as_str()
        );
        self.value = Some(value);
        self
    }

    /// Adds what it was made from.
    #[must_use]
    pub fn from(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.take_in(steps);
        self
    }
}

/// A sum in figures, a number below 0 in brackets: `15 + (-3) + 2`.
#[must_use]
pub(crate) fn sum_of<'e>(terms: impl IntoIterator<Item = &'e Exact>) -> String {
    let shown: Vec<String> = terms.into_iter().map(bracketed).listed();
    if shown.is_empty() { "0".to_owned() } else { crate::list::joined(&shown, " + ") }
}

/// A figure as it stands in a calculation.
#[must_use]
pub(crate) fn bracketed(value: &Exact) -> String {
    if value.is_negative() { format!("({})", value.shown()) } else { value.shown() }
}
