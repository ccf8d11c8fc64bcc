//! A JSON value: what is written, and what follows an `x-` key and belongs to somebody else.

use super::{Kind, Node, ToJson, Writer};
use crate::order::Listed;

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
    Object(Vec<(String, Json)>),
}

impl From<&Node<'_>> for Json {
    fn from(node: &Node<'_>) -> Self {
        match &node.kind {
            Kind::Null => Self::Null,
            Kind::Bool(value) => Self::Bool(*value),
            Kind::Number(token) => Self::Number((*token).to_owned()),
            Kind::Text(text) => Self::Text(text.clone().into_owned()),
            Kind::Array(items) => Self::Array(items.iter().map(Self::from).listed()),
            Kind::Object(members) => {
                Self::Object(members.iter().map(|m| (m.key.clone().into_owned(), Self::from(&m.value))).listed())
            }
        }
    }
}

impl ToJson for Json {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Null => to.token("null"),
            Self::Bool(value) => value.write(to),
            Self::Number(token) => to.token(token),
            Self::Text(text) => to.text(text),
            Self::Array(items) => items.write(to),
            Self::Object(members) => {
                let mut shown: Vec<(&str, &dyn ToJson)> = Vec::with_capacity(members.len());
                for (key, value) in members {
                    shown.push((key, value));
                }
                to.members(shown);
            }
        }
    }
}
