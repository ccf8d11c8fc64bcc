//! A JSON document as a tree in which every value knows where it stood.

use std::borrow::Cow;

/// One value and the byte at which it begins.
#[derive(Debug, Clone)]
pub struct Node<'t> {
    /// Byte offset in the text.
    pub offset: usize,
    /// The value.
    pub kind: Kind<'t>,
}

/// What a value is. Numbers keep their own token: no digit is lost to a float.
#[derive(Debug, Clone)]
pub enum Kind<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// The number's token.
    Number(&'t str),
    /// A text, escapes resolved.
    Text(Cow<'t, str>),
    /// A list.
    Array(Vec<Node<'t>>),
    /// An object; members in the order of the text, duplicates included.
    Object(Vec<Member<'t>>),
}

/// One key of an object with its value.
#[derive(Debug, Clone)]
pub struct Member<'t> {
    /// Byte offset of the key.
    pub offset: usize,
    /// The key, escapes resolved.
    pub key: Cow<'t, str>,
    /// The value.
    pub value: Node<'t>,
}

impl<'t> Node<'t> {
    /// The member of an object, if this is one and it has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        match &self.kind {
            Kind::Object(members) => members.iter().find(|member| member.key == key).map(|member| &member.value),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value that a JSON pointer names, or the nearest one above it that is there.
    #[must_use]
    pub fn locate(&self, pointer: &str) -> &Node<'t> {
        let mut node = self;
        for step in pointer.split('/').skip(1) {
            let step = unescaped(step);
            let next = match &node.kind {
                Kind::Object(_) => node.get(&step),
                Kind::Array(items) => step.parse::<usize>().ok().and_then(|index| items.get(index)),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }

    /// The kind of value, as problems name it.
    #[must_use]
    pub const fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "boolean",
            Kind::Number(_) => "number",
            Kind::Text(_) => "string",
            Kind::Array(_) => "array",
            Kind::Object(_) => "object",
        }
    }
}

/// A step of a JSON pointer: `~1` stands for `/`, `~0` for `~`.
fn unescaped(step: &str) -> String {
    let mut text = String::new();
    let mut escaped = false;
    for character in step.chars() {
        match (escaped, character) {
            (true, '1') => text.push('/'),
            (true, '0') => text.push('~'),
            (true, other) => text.extend(['~', other]),
            (false, '~') => {}
            (false, other) => text.push(other),
        }
        escaped = !escaped && character == '~';
    }
    text
}
