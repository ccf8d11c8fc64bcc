//! From types to a [`Json`] value: serde's only way out of the engine. Everything that is written
//! goes through this one serializer, which keeps the wasm small and the order of keys as declared.

use std::{borrow::Cow, fmt};

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::value::{Json, TOKEN};

/// A document as a JSON value.
pub(super) fn value_of<T: Serialize + ?Sized>(document: &T) -> Json {
    // Our types hold nothing that JSON cannot: no float, no map with other keys than text.
    document.serialize(ToJson).unwrap_or(Json::Null)
}

struct ToJson;

/// Something that a document of ours never holds.
#[derive(Debug)]
pub(super) struct NotJson;

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a value of any document")
    }
}

impl std::error::Error for NotJson {}

impl ser::Error for NotJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Whole numbers by way of their digits.
macro_rules! whole {
    ($($method:ident: $type:ty),*) => { $(
        fn $method(self, value: $type) -> Result<Json, NotJson> {
            Ok(Json::Number(value.to_string()))
        }
    )* };
}

/// Kinds of value that no document of ours holds.
macro_rules! never {
    ($($method:ident: $type:ty),*) => { $(
        fn $method(self, _: $type) -> Result<Json, NotJson> {
            Err(NotJson)
        }
    )* };
}

#[expect(clippy::disallowed_types, reason = "serde's trait names the floats that no document of ours holds")]
impl Serializer for ToJson {
    type Ok = Json;
    type Error = NotJson;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = Impossible<Json, NotJson>;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Impossible<Json, NotJson>;

    whole!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    whole!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    never!(serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8]);

    fn serialize_bool(self, value: bool) -> Result<Json, NotJson> {
        Ok(Json::Bool(value))
    }

    fn serialize_str(self, text: &str) -> Result<Json, NotJson> {
        Ok(Json::Text(text.to_owned()))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<Json, NotJson> {
        Ok(Json::Text(value.to_string()))
    }

    fn serialize_none(self) -> Result<Json, NotJson> {
        Ok(Json::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Json, NotJson> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Json, NotJson> {
        Ok(Json::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Json, NotJson> {
        Ok(Json::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<Json, NotJson> {
        Ok(Json::Text(word.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<Json, NotJson> {
        match (name, value.serialize(self)?) {
            (TOKEN, Json::Text(token)) => Ok(Json::Number(token)),
            (_, value) => Ok(value),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Json, NotJson> {
        Err(NotJson)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List, NotJson> {
        Ok(List(Vec::with_capacity(length.unwrap_or(0))))
    }

    fn serialize_tuple(self, length: usize) -> Result<List, NotJson> {
        Ok(List(Vec::with_capacity(length)))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<List, NotJson> {
        Ok(List(Vec::with_capacity(length)))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotJson> {
        Err(NotJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, NotJson> {
        Ok(Members { members: Vec::new(), key: None })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Members, NotJson> {
        Ok(Members { members: Vec::with_capacity(length), key: None })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotJson> {
        Err(NotJson)
    }
}

struct List(Vec<Json>);

impl List {
    /// Not inlined: it would be compiled once more for every type of value.
    #[inline(never)]
    fn add(&mut self, value: Result<Json, NotJson>) -> Result<(), NotJson> {
        self.0.push(value?);
        Ok(())
    }
}

/// Lists, tuples and tuple structs are all JSON lists.
macro_rules! list {
    ($($trait:ident::$method:ident),*) => { $(
        impl ser::$trait for List {
            type Ok = Json;
            type Error = NotJson;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
                self.add(value.serialize(ToJson))
            }

            fn end(self) -> Result<Json, NotJson> {
                Ok(Json::Array(self.0))
            }
        }
    )* };
}

list!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field);

struct Members {
    members: Vec<(Cow<'static, str>, Json)>,
    key: Option<String>,
}

impl Members {
    /// Not inlined: it would be compiled once more for every type of value.
    #[inline(never)]
    fn add(&mut self, key: Cow<'static, str>, value: Result<Json, NotJson>) -> Result<(), NotJson> {
        self.members.push((key, value?));
        Ok(())
    }

    #[inline(never)]
    fn add_key(&mut self, key: Result<Json, NotJson>) -> Result<(), NotJson> {
        match key? {
            Json::Text(key) => self.key = Some(key),
            _ => return Err(NotJson),
        }
        Ok(())
    }

    #[inline(never)]
    fn add_value(&mut self, value: Result<Json, NotJson>) -> Result<(), NotJson> {
        let key = self.key.take().ok_or(NotJson)?;
        self.add(Cow::Owned(key), value)
    }
}

impl ser::SerializeMap for Members {
    type Ok = Json;
    type Error = NotJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotJson> {
        self.add_key(key.serialize(ToJson))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        self.add_value(value.serialize(ToJson))
    }

    fn end(self) -> Result<Json, NotJson> {
        Ok(Json::Object(self.members))
    }
}

impl ser::SerializeStruct for Members {
    type Ok = Json;
    type Error = NotJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NotJson> {
        self.add(Cow::Borrowed(key), value.serialize(ToJson))
    }

    fn end(self) -> Result<Json, NotJson> {
        Ok(Json::Object(self.members))
    }
}
