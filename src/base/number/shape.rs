//! Numbers in documents: a JSON string or a JSON number's own token, by the one grammar.

use std::borrow::Cow;

use super::{Exact, Number};
use crate::json::{Reader, Shape, Token, shape::excerpt};
use crate::problem::{Code, Problem};

impl Shape for Number {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        // Nearly every number is written without escapes, and needs no token around it.
        let text = match reader.plain_value() {
            Some(text) => Cow::Borrowed(text),
            None => match reader.token() {
                Some(Token::Text(text)) => text,
                Some(other) => return reader.wrong_type("number", &other),
                None => return,
            },
        };
        match Self::parse(&text) {
            Ok(number) => *self = number,
            Err(code) => tell_unread(reader.problem(code), &text),
        }
    }
}

/// Says of a text that is no number what it was, and the limit that it exceeds.
pub(crate) fn tell_unread(problem: &mut Problem, text: &str) {
    problem.put("found", excerpt(text));
    let limit = match problem.code {
        Code::NumberTooManyPlaces => super::MAX_PLACES,
        Code::NumberTooManyDigits => super::MAX_DIGITS,
        _ => return,
    };
    problem.put("limit", limit);
}

impl Shape for Exact {
    /// An exact figure as a result writes it: its digits, or a fraction in lowest terms.
    fn fill(&mut self, reader: &mut Reader<'_>) {
        let Some(text) = reader.text() else { return };
        match Self::parse(&text) {
            Some(value) => *self = value,
            None => {
                reader.problem(Code::NotANumber).put("found", excerpt(&text));
            }
        }
    }
}

/// A whole number within a range, as counts and versions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(transparent))]
pub struct Count<const LEAST: u32, const ABSENT: u32>(pub u32);

/// Most that a count may be.
pub const MAX_COUNT: u32 = 100_000;

impl<const LEAST: u32, const ABSENT: u32> Shape for Count<LEAST, ABSENT> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        let Some(found) = reader.token() else { return };
        let Token::Number(token) = found else {
            return reader.wrong_type("whole-number", &found);
        };
        match token.parse::<u32>() {
            Ok(value) if (LEAST..=MAX_COUNT).contains(&value) => self.0 = value,
            _ => {
                let problem = reader.problem(Code::WholeNumberRange);
                problem.put("found", excerpt(token));
                problem.put("least", LEAST);
                problem.put("most", MAX_COUNT);
            }
        }
    }
}

impl<const LEAST: u32, const ABSENT: u32> crate::json::ToJson for Count<LEAST, ABSENT> {
    fn write(&self, to: &mut crate::json::Writer) {
        to.whole(self.0);
    }

    fn is_absent(&self) -> bool {
        self.0 == ABSENT
    }
}

impl<const LEAST: u32, const ABSENT: u32> Default for Count<LEAST, ABSENT> {
    fn default() -> Self {
        Self(ABSENT)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::super::{Exact, Number};
    use super::{Count, MAX_COUNT};

    impl schemars::JsonSchema for Exact {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Exact".into()
        }

        fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
            schemars::json_schema!({
                "type": "string",
                "pattern": r"^-?[0-9]+(\.[0-9]+|/[1-9][0-9]*)?$",
                "description": "an exact figure: its digits, or a fraction in lowest terms",
            })
        }
    }

    impl<const LEAST: u32, const ABSENT: u32> schemars::JsonSchema for Count<LEAST, ABSENT> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Count".into()
        }

        fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
            schemars::json_schema!({ "type": "integer", "minimum": LEAST, "maximum": MAX_COUNT })
        }
    }

    /// What a JSON Schema says of a number in a file.
    macro_rules! number_schema {
        ($name:ident, $pattern:literal, $description:literal) => {
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({
                        "type": ["string", "number"],
                        "pattern": $pattern,
                        "description": $description,
                    })
                }
            }
        };
    }

    number_schema!(
        Number,
        r"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$",
        "a decimal with at most 12 digits before the point and 6 behind it, as a string or a number"
    );
}
