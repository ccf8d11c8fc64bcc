//! How a type is declared together with its reader and its writer: `shape!` for objects, `words!`
//! for words, `tagged!` for unions with a `type`. The list of known keys is the list of fields. What is only written is
//! declared with `answer!`.

mod answer;
pub(crate) mod key;

/// Declares a struct that people write as a JSON object, and its reader.
///
/// `= default` behind a type marks a key that may be absent: an `Option` is then `None`, a list
/// empty, and any other type its default. `as "key"` names a key that is not the field's
/// own name. Every object also keeps its `x-` keys, in `extra`.
macro_rules! shape {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident $(as $key:literal)? : $type:ty $(= $optional:ident)? ),* $(,)?
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields, transform = crate::json::allow_extra))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename_all = "camelCase"))]
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                $(#[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $key))])?
                $(#[cfg_attr(
                    any(target_arch = "wasm32", feature = "schema"),
                    serde($optional, skip_serializing_if = "crate::json::ToJson::is_absent")
                )])?
                pub $field: $type,
            )*
            /// Keys that begin with `x-`.
            #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(flatten))]
            #[cfg_attr(feature = "schema", schemars(skip))]
            pub extra: crate::json::Extra,
        }

        impl crate::json::Shape for $name {
            fn fill(&mut self, reader: &mut crate::json::Reader<'_>) {
                let keys = Self::KEYS;
                reader.fields(keys, &mut [$( &mut self.$field ),*], &mut self.extra);
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.object(Self::KEYS, &[$( &self.$field ),*], &self.extra);
            }
        }

        impl Default for $name {
            /// Not inlined: every place that reads one would hold it once more.
            #[inline(never)]
            fn default() -> Self {
                Self { $( $field: Default::default(), )* extra: Default::default() }
            }
        }

        impl $name {
            const KEYS: &[crate::json::Key] = &[$( crate::json::Key {
                name: crate::json::declare::key!($field $(as $key)?),
                may_be_absent: false $( || matches!(stringify!($optional).as_bytes(), b"default") )?,
            } ),*];
        }

        const _: () = assert!($name::KEYS.len() <= 64, "the reader has a bit for each key");
    };
}

/// Declares an enum of words that people write, kebab-case, and its reader. The first word is the default.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($words:tt)* }) => {
        crate::words::word_enum! { $(#[$meta])* pub enum $name { $($words)* } }
        crate::json::declare::word_shape!($name);
    };
}

/// Declares how an enum of words is read and written.
macro_rules! word_shape {
    ($name:ident) => {
        impl crate::json::Shape for $name {
            fn fill(&mut self, reader: &mut crate::json::Reader<'_>) {
                *self = reader.word(Self::WORDS).map(Self::of_word).unwrap_or_default();
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.text(self.as_str());
            }

            fn is_absent(&self) -> bool {
                *self == Self::default()
            }
        }
    };
}

/// Declares a tagged union that people write as an object with a `type`, and its reader.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident($body:ident) = $tag:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(tag = "type"))]
        pub enum $name {
            $( $(#[$variant_meta])* #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $tag))] $variant($body), )*
        }

        impl crate::json::Shape for $name {
            fn fill(&mut self, reader: &mut crate::json::Reader<'_>) {
                match reader.tag(&[$($tag),*]) {
                    $( Some($tag) => {
                        let mut body = $body::default();
                        body.fill(reader);
                        *self = Self::$variant(body);
                    } )*
                    _ => {}
                }
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                match self {
                    $( Self::$variant(body) => {
                        to.tag($tag);
                        body.write(to);
                    } )*
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                crate::json::declare::first!($(Self::$variant($body::default())),*)
            }
        }
    };
}

/// The first of several expressions.
macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}

pub(crate) use answer::{answer, keys, values, written};
pub(crate) use key::key;
pub(crate) use {first, shape, tagged, word_shape, words};
