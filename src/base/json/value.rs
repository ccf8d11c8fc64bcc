//! A JSON value: what is written, and what follows an `x-` key and belongs to somebody else.

use super::lexer::{Lexer, Token};
use super::{Kind, Node, ToJson, Writer};
use crate::list::Listed;
use crate::problem::Problem;

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

impl Json {
    /// Reads the value before which the reading stands.
    pub(super) fn read(lexer: &mut Lexer<'_>) -> Result<Self, Problem> {
        Ok(match lexer.value()? {
            Token::Null => Self::Null,
            Token::Bool(value) => Self::Bool(value),
            Token::Number(token) => Self::Number(token.to_owned()),
            Token::Text(text) => Self::Text(text.into_owned()),
            Token::Array => {
                let mut items = Vec::new();
                while lexer.item(items.is_empty())? {
                    items.push(Self::read(lexer)?);
                }
                Self::Array(items)
            }
            Token::Object => {
                let mut members = Vec::new();
                while let Some((_, key)) = lexer.key(members.is_empty())? {
                    members.push((key.into_owned(), Self::read(lexer)?));
                }
                Self::Object(members)
            }
        })
    }
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
