//! What a code declares of its parameters: what is put is held to it, and the page is told by it what a text was.

use super::{Arg, ArgKind};

/// A parameter that a code declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: ArgKind,
    /// Whether it is a list of these.
    pub list: bool,
    /// Whether it may be left out.
    pub optional: bool,
}

impl Parameter {
    /// Whether an argument is of the kind declared; a list without parts is an empty text.
    #[must_use]
    pub fn takes(&self, arg: &Arg) -> bool {
        self.kind == arg.kind() && (self.list != arg.parts().is_empty() || arg.as_str().is_empty())
    }
}

/// Whether this parameter is among those declared.
pub(crate) fn takes(declared: &[Parameter], name: &str, arg: &Arg) -> bool {
    declared.iter().any(|parameter| parameter.name == name && parameter.takes(arg))
}

/// The parameters of a code: `{ grade: Grade, total: Figure?, rules: [Rule] }`, where `?` may be left out.
macro_rules! parameters {
    (@[$($done:tt)*]) => { &[$($done)*] };
    (@[$($done:tt)*] $name:ident: $kind:ident ? $(, $($rest:tt)*)?) => {
        parameters!(@[$($done)* parameters!(= $name $kind false true),] $($($rest)*)?)
    };
    (@[$($done:tt)*] $name:ident: $kind:ident $(, $($rest:tt)*)?) => {
        parameters!(@[$($done)* parameters!(= $name $kind false false),] $($($rest)*)?)
    };
    (@[$($done:tt)*] $name:ident: [$kind:ident] ? $(, $($rest:tt)*)?) => {
        parameters!(@[$($done)* parameters!(= $name $kind true true),] $($($rest)*)?)
    };
    (@[$($done:tt)*] $name:ident: [$kind:ident] $(, $($rest:tt)*)?) => {
        parameters!(@[$($done)* parameters!(= $name $kind true false),] $($($rest)*)?)
    };
    (= $name:ident $kind:ident $list:literal $optional:literal) => {
        $crate::problem::Parameter {
            name: stringify!($name),
            kind: $crate::problem::ArgKind::$kind,
            list: $list,
            optional: $optional,
        }
    };
    ($($written:tt)*) => { parameters!(@[] $($written)*) };
}
pub(crate) use parameters;
