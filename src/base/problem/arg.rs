//! A parameter of a sentence: its text, and what it is, by which page and command line know how to say it.

use std::fmt::Display;

use crate::list::{Listed, joined};

macro_rules! kinds {
    ($( $(#[$meta:meta])* $name:ident = $word:literal; )*) => {
        /// What a parameter is. Of a thing with an id the parameter is that id, and a person is told the thing's name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ArgKind { $( $(#[$meta])* $name, )* }

        impl ArgKind {
            /// The kind in a word, as `schemas/parameters.json` writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $word, )* }
            }
        }
    };
}

kinds! {
    /// A section of a scheme.
    Section = "section";
    /// A criterion.
    Criterion = "criterion";
    /// A role.
    Role = "role";
    /// A grade.
    Grade = "grade";
    /// A level of a criterion's scale.
    Level = "level";
    /// A rung of the ladder of warnings.
    Rung = "rung";
    /// An indicator.
    Indicator = "indicator";
    /// A question of the customers' form.
    Question = "question";
    /// A channel.
    Channel = "channel";
    /// A consequence.
    Consequence = "consequence";
    /// A factor of pay.
    Factor = "factor";
    /// A critical rule.
    Rule = "rule";
    /// A scheme.
    Scheme = "scheme";
    /// A unit.
    Unit = "unit";
    /// A plan.
    Plan = "plan";
    /// An entry of a workbook's lists, such as a record: it has no name.
    Entry = "entry";
    /// An earlier entry, in whose place another one is put.
    Earlier = "earlier";
    /// A person's number; of an author also the name.
    Person = "person";
    /// A day.
    Date = "date";
    /// A period.
    Period = "period";
    /// A number: its digits, or a fraction in lowest terms.
    Figure = "figure";
    /// A word of the engine's, of the text tables' group `kinds`: what stands in a file.
    Kinds = "kinds";
    /// A word of the engine's, of the text tables' group `words`.
    Words = "words";
    /// What a person or a program wrote, or is to write: told as it is.
    Text = "text";
}

impl ArgKind {
    /// A parameter of this kind.
    pub fn of(self, value: impl Display) -> Arg {
        self.shown(&value)
    }

    /// Compiled once, whatever the value.
    #[inline(never)]
    pub(crate) fn shown(self, value: &dyn Display) -> Arg {
        Arg { kind: self, text: value.to_string(), parts: Vec::new() }
    }

    /// A list of parameters of this kind.
    #[must_use]
    pub fn each<T: AsRef<str>>(self, parts: &[T]) -> Arg {
        let parts: Vec<String> = parts.iter().map(|part| part.as_ref().to_owned()).listed();
        Arg { kind: self, text: joined(&parts, ", "), parts }
    }
}

/// A parameter of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
pub struct Arg {
    kind: ArgKind,
    text: String,
    /// Of a list its parts: what stands between them in the text may stand in one of them too.
    parts: Vec<String>,
}

impl Arg {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> ArgKind {
        self.kind
    }

    /// Its text, as JSON has it; of a list all parts, with commas.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The parts of a list; none where it is no list, or an empty one.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }
}

impl Display for Arg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Declares of which kind the values of a type are.
macro_rules! arg_of {
    ($( $name:ty = $kind:ident ),* $(,)?) => {
        $(
            impl From<$name> for crate::problem::Arg {
                fn from(value: $name) -> Self {
                    crate::problem::ArgKind::$kind.shown(&value)
                }
            }

            impl From<&$name> for crate::problem::Arg {
                fn from(value: &$name) -> Self {
                    crate::problem::ArgKind::$kind.shown(value)
                }
            }
        )*
    };
}
pub(crate) use arg_of;

arg_of!(String = Text, bool = Words, u32 = Figure, usize = Figure);

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        ArgKind::Text.shown(&value)
    }
}
