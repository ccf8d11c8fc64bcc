//! What the standard library has: texts, lists, and what may be absent.

use std::sync::Arc;

use crate::json::lexer::Token;
use crate::json::{Reader, Shape, ToJson, Writer};

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: ToJson> ToJson for Box<T> {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
}

impl<T: ToJson> ToJson for Arc<T> {
    fn write(&self, to: &mut Writer) {
        T::write(self, to);
    }

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.token("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, to: &mut Writer) {
        to.open_list();
        for item in self {
            to.item();
            item.write(to);
        }
        to.close_list();
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, to: &mut Writer) {
        self.as_slice().write(to);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<A: ToJson, B: ToJson, C: ToJson> ToJson for (A, B, C) {
    fn write(&self, to: &mut Writer) {
        let parts: [&dyn ToJson; 3] = [&self.0, &self.1, &self.2];
        parts.write(to);
    }
}

impl ToJson for bool {
    fn write(&self, to: &mut Writer) {
        to.token(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !*self
    }
}

impl ToJson for u32 {
    fn write(&self, to: &mut Writer) {
        to.whole(*self);
    }
}

impl ToJson for str {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl ToJson for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl<T: Shape> Shape for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        self.insert(T::default()).fill(reader);
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        reader.items(&mut |reader| {
            self.push(T::default());
            if let Some(value) = self.last_mut() {
                value.fill(reader);
            }
        });
    }
}

impl<T: Shape> Shape for Box<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        T::fill(self, reader);
    }
}

/// Of what many objects hold: written alike it is read once.
impl<T: Shape + Send + Sync + 'static> Shape for Arc<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        *self = reader.shared_value();
    }
}

impl Shape for bool {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        match reader.token() {
            Some(Token::Bool(value)) => *self = value,
            Some(other) => reader.wrong_type("boolean", &other),
            None => {}
        }
    }
}
