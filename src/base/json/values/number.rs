//! Numbers in documents: a JSON string or a JSON number's own token, by the one grammar.

use std::borrow::Cow;

use crate::json::declare::word_shape;
use crate::json::write::shown_json;
use crate::json::{Reader, Shape, ToJson, Token, Writer};
use crate::number::{Count, Decimal, Exact, Figure, MAX_COUNT, Mode, tell_unread};
use crate::problem::{Code, excerpt};

shown_json!(Decimal);
shown_json!(Exact);
shown_json!(Figure);
word_shape!(Mode);

impl Shape for Decimal {
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

impl<const LEAST: u32, const ABSENT: u32> ToJson for Count<LEAST, ABSENT> {
    fn write(&self, to: &mut Writer) {
        to.whole(self.0);
    }

    fn is_absent(&self) -> bool {
        self.0 == ABSENT
    }
}

#[cfg(feature = "schema")]
mod schema {
    use crate::number::{Count, Decimal, Exact, MAX_COUNT};

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
        Decimal,
        r"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$",
        "a decimal with at most 12 digits before the point and 6 behind it, as a string or a number"
    );
}
