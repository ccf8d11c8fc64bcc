//! JSON text to tree.

use super::lexer::{Lexer, Token};
use super::{Kind, Member, Node};
use crate::problem::Problem;

/// Reads exactly one JSON document.
pub(super) fn parse(text: &str) -> Result<Node<'_>, Problem> {
    let mut lexer = Lexer::new(text);
    lexer.begin()?;
    let root = node(&mut lexer)?;
    lexer.end()?;
    Ok(root)
}

fn node<'t>(lexer: &mut Lexer<'t>) -> Result<Node<'t>, Problem> {
    let offset = lexer.at();
    let kind = match lexer.value()? {
        Token::Null => Kind::Null,
        Token::Bool(value) => Kind::Bool(value),
        Token::Number(token) => Kind::Number(token),
        Token::Text(text) => Kind::Text(text),
        Token::Array => {
            let mut items = Vec::new();
            while lexer.item(items.is_empty())? {
                items.push(node(lexer)?);
            }
            Kind::Array(items)
        }
        Token::Object => {
            let mut members = Vec::new();
            while let Some((offset, key)) = lexer.key(members.is_empty())? {
                members.push(Member { offset, key, value: node(lexer)? });
            }
            Kind::Object(members)
        }
    };
    Ok(Node { offset, kind })
}
