//! How an answer is declared, what the engine writes and nobody but it: `answer!` makes the type, its writer and its
//! TypeScript type of one declaration, so that none of them can promise what another does not keep.

/// Declares an object that is only written, or an enum of the words under which its values are.
///
/// `= default` behind a type marks a key that is absent while its value is what an absent key means: `None`, an empty
/// list, `false`. `= skip` marks what no document shows. An `Option` with neither is written as `null`, and its
/// TypeScript type says so.
macro_rules! answer {
    // A macro tells the two marks apart only if each holds something that can be repeated: a lifetime that is never there.
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $(<$life:lifetime>)? {
            $(
                $(#[$field_meta:meta])*
                $field_vis:vis $field:ident : $type:ty $(= default $($absent:lifetime)?)? $(= skip $($hidden:lifetime)?)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"), tsify(missing_as_null))]
        $vis struct $name $(<$life>)? {
            $(
                $(#[$field_meta])*
                $(
                    #[cfg_attr(
                        target_arch = "wasm32",
                        serde(skip_serializing_if = "crate::json::ToJson::is_absent"),
                        tsify(optional)
                    )]
                    $($absent)?
                )?
                $( #[cfg_attr(target_arch = "wasm32", serde(skip))] $($hidden)? )?
                $field_vis $field: $type,
            )*
        }

        crate::json::declare::written!(
            [$($life)?] $name { $( $field $(= default $($absent)?)? $(= skip $($hidden)?)? ),* }
        );
    };
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $( $(#[$word_meta:meta])* $word:ident = $text:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        $vis enum $name {
            $( $(#[$word_meta])* #[cfg_attr(target_arch = "wasm32", serde(rename = $text))] $word, )*
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.text(match self { $( Self::$word => $text, )* });
            }
        }
    };
}

/// Declares how an object is written: every field of it by name, with the marks of [`answer`].
macro_rules! written {
    ([$($life:lifetime)?] $name:ident { $( $field:ident $(= $mark:ident)? ),* $(,)? }) => {
        impl $(<$life>)? crate::json::ToJson for $name $(<$life>)? {
            fn write(&self, to: &mut crate::json::Writer) {
                const KEYS: &[crate::json::Key] = &crate::json::declare::keys!([] $( $field $(= $mark)?, )*);
                // Taken apart whole, so that no field can be forgotten.
                let Self { $( $field: _ ),* } = self;
                crate::json::declare::values!(to, KEYS, self, [] $( $field $(= $mark)?, )*);
            }
        }
    };
}

/// The keys of the fields that are shown.
macro_rules! keys {
    ([$($key:expr),*]) => { [$($key),*] };
    ([$($key:expr),*] $field:ident = skip, $($rest:tt)*) => {
        crate::json::declare::keys!([$($key),*] $($rest)*)
    };
    ([$($key:expr),*] $field:ident = default, $($rest:tt)*) => {
        crate::json::declare::keys!([$($key,)* crate::json::Key {
            name: crate::json::declare::key!($field), may_be_absent: true
        }] $($rest)*)
    };
    ([$($key:expr),*] $field:ident, $($rest:tt)*) => {
        crate::json::declare::keys!([$($key,)* crate::json::Key {
            name: crate::json::declare::key!($field), may_be_absent: false
        }] $($rest)*)
    };
}

/// Writes the fields that are shown.
macro_rules! values {
    ($to:ident, $keys:ident, $this:ident, [$($shown:ident),*]) => {
        $to.object($keys, &[$(&$this.$shown),*], &())
    };
    ($to:ident, $keys:ident, $this:ident, [$($shown:ident),*] $field:ident = skip, $($rest:tt)*) => {
        crate::json::declare::values!($to, $keys, $this, [$($shown),*] $($rest)*)
    };
    ($to:ident, $keys:ident, $this:ident, [$($shown:ident),*] $field:ident $(= default)?, $($rest:tt)*) => {
        crate::json::declare::values!($to, $keys, $this, [$($shown,)* $field] $($rest)*)
    };
}

pub(crate) use {answer, keys, values, written};
