//! The JSON key of a field, worked out when the engine is compiled.

/// The JSON key of a field: its name in camelCase, or the one named with `as`.
macro_rules! key {
    ($field:ident) => {{
        const NAME: &str = stringify!($field);
        const BYTES: [u8; crate::json::declare::key::camel_length(NAME)] = crate::json::declare::key::camel_case(NAME);
        const KEY: &str = crate::json::declare::key::ascii(&BYTES);
        KEY
    }};
    ($field:ident as $key:literal) => {
        $key
    };
}

/// How long a snake_case name is in camelCase.
#[must_use]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when the engine is compiled, where an overrun is a compile error"
)]
pub(crate) const fn camel_length(snake: &str) -> usize {
    let source = snake.as_bytes();
    let (mut from, mut length) = (0, 0);
    while from < source.len() {
        if source[from] != b'_' {
            length += 1;
        }
        from += 1;
    }
    length
}

/// A snake_case name in camelCase, worked out when the engine is compiled.
#[must_use]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when the engine is compiled, where an overrun is a compile error"
)]
pub(crate) const fn camel_case<const LENGTH: usize>(snake: &str) -> [u8; LENGTH] {
    let source = snake.as_bytes();
    let mut bytes = [0; LENGTH];
    let (mut from, mut length) = (0, 0);
    while from < source.len() {
        if source[from] == b'_' {
            from += 1;
            bytes[length] = source[from].to_ascii_uppercase();
        } else {
            bytes[length] = source[from];
        }
        from += 1;
        length += 1;
    }
    bytes
}

/// A name's letters as a text.
#[must_use]
pub(crate) const fn ascii(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(name) => name,
        Err(_) => "",
    }
}

pub(crate) use key;
