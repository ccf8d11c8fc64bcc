//! Days and periods, as JSON strings.

use crate::json::declare::word_shape;
use crate::json::{Reader, Shape};
use crate::period::{Calendar, CivilDate, Period};
use crate::problem::excerpt;

word_shape!(Calendar);

/// Reads and writes a date or a period as a JSON string.
macro_rules! calendar_shape {
    ($name:ident, $pattern:literal, $description:literal) => {
        impl Shape for $name {
            fn fill(&mut self, reader: &mut Reader<'_>) {
                let Some(text) = reader.text() else { return };
                match Self::parse(&text) {
                    Ok(value) => *self = value,
                    Err(code) => {
                        reader.problem(code).put("found", excerpt(&text));
                    }
                }
            }
        }

        crate::json::write::shown_json!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

calendar_shape!(
    Period,
    "^[0-9]{4}(-((0[1-9]|1[0-2])|Q[1-4]|H[12])|~[^~]+)?$",
    "2026-10, 2026-Q4, 2026-H2, 2026 or 2026~name"
);
calendar_shape!(CivilDate, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a civil date, 2026-10-31");
