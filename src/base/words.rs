//! Enums of words that people write, kebab-case.

/// Declares an enum of words; the first is the default.
macro_rules! word_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $(#[$first_meta:meta])* $first:ident = $first_word:literal $(, $(#[$word_meta:meta])* $word:ident = $text:literal)* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name {
            $(#[$first_meta])*
            #[default]
            #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $first_word))]
            $first,
            $( $(#[$word_meta])* #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $text))] $word, )*
        }

        impl $name {
            /// Every word that may be written.
            pub(crate) const WORDS: &'static [&'static str] = &[$first_word $(, $text)*];

            /// The word as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { Self::$first => $first_word, $( Self::$word => $text, )* }
            }

            /// What one of the words means.
            pub(crate) fn of_word(word: &str) -> Self {
                match word {
                    $( $text => Self::$word, )*
                    _ => Self::$first,
                }
            }
        }
    };
}

pub(crate) use word_enum;
