//! A JSON value: what is written, and what follows an `x-` key and belongs to somebody else.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{Kind, Node};

/// Any JSON value; numbers keep their digits, objects their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number's token.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    Array(Vec<Json>),
    /// An object, in the order it was written.
    Object(Vec<(Cow<'static, str>, Json)>),
}

impl From<&Node<'_>> for Json {
    fn from(node: &Node<'_>) -> Self {
        match &node.kind {
            Kind::Null => Self::Null,
            Kind::Bool(value) => Self::Bool(*value),
            Kind::Number(token) => Self::Number((*token).to_owned()),
            Kind::Text(text) => Self::Text(text.clone().into_owned()),
            Kind::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Kind::Object(members) => Self::Object(
                members.iter().map(|m| (Cow::Owned(m.key.clone().into_owned()), Self::from(&m.value))).collect(),
            ),
        }
    }
}

/// The name under which a number's token passes through serde, which has no type for it.
pub(super) const TOKEN: &str = "kaohe::NumberToken";

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(token) => serializer.serialize_newtype_struct(TOKEN, token),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}
