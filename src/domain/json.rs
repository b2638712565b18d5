//! A JSON value as it was written, whatever carried it here.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// A JSON value. Objects keep their order and their duplicate keys, so that both can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number; no document of ours may hold one, so its value is not kept.
    Fraction,
    /// Something of the carrier's that JSON does not have: a function, a date, an object that cannot be read.
    Foreign,
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// What it is, for a sentence.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) | Self::Fraction => "a number",
            Self::Foreign => "a value that JSON does not have",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

#[cfg(feature = "quote")]
impl Json {
    /// A text that is said.
    #[must_use]
    pub fn said(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// An object with these entries.
    #[must_use]
    #[cfg(feature = "claim")]
    pub fn object<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

impl Json {
    /// The value under a key; none if there is none, or if this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        // Most keys differ in length, and comparing texts is a call.
        self.entries().iter().find(|(known, _)| known.len() == key.len() && known == key).map(|(_, value)| value)
    }

    /// A text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text under a key; empty if there is none.
    #[must_use]
    pub fn word(&self, key: &str) -> &str {
        self.get(key).and_then(Self::text).unwrap_or_default()
    }

    /// Whether `true` stands under a key.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Bool(true))
    }

    /// The values of a list; none if this is no list.
    #[must_use]
    pub fn values(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }

    /// The entries of an object, in the order in which they were written; none if this is no object.
    #[must_use]
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The values of the list under a key.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::values)
    }

    /// The entries of the object under a key.
    #[must_use]
    pub fn named(&self, key: &str) -> &[(String, Self)] {
        self.get(key).map_or(&[], Self::entries)
    }

    /// The texts of a list.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.values().iter().filter_map(Self::text)
    }
}

impl Json {
    /// The value in canonical JSON (RFC 8785), so that spacing and the order of keys make no difference.
    ///
    /// Whole numbers are the only ones that our documents hold; they are their own canonical form.
    #[must_use]
    pub fn canonical(&self) -> String {
        // Writing to a string cannot fail, and the tree holds nothing that JSON lacks.
        serde_json::to_string(&self.in_order()).unwrap_or_default()
    }

    /// `sha256:` and the SHA-256 of the value in canonical JSON, in lower-case hex.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = "sha256:".to_owned();
        for byte in Sha256::digest(self.canonical()) {
            for digit in [byte >> 4, byte & 15] {
                hash.extend(char::from_digit(digit.into(), 16));
            }
        }
        hash
    }

    fn in_order(&self) -> Self {
        match self {
            Self::List(values) => Self::List(values.iter().map(Self::in_order).collect()),
            Self::Object(entries) => {
                let mut sorted: Vec<(String, Self)> = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    let at = sorted.partition_point(|(known, _)| known.encode_utf16().lt(key.encode_utf16()));
                    sorted.insert(at, (key.clone(), value.in_order()));
                }
                Self::Object(sorted)
            }
            other => other.clone(),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Fraction | Self::Foreign => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Whole(value) => to.serialize_i64(*value),
            Self::Text(value) => to.serialize_str(value),
            Self::List(values) => to.collect_seq(values),
            Self::Object(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Why a value was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// More than [`Tree::LARGEST`] characters and values.
    TooLarge,
    /// Nested deeper than [`Tree::DEEPEST`] levels.
    TooDeep,
}

/// Reads one JSON value within limits, so that no document can exhaust the page.
#[derive(Debug, Default)]
pub struct Tree {
    weight: Cell<usize>,
    refused: Cell<Option<Refused>>,
}

impl Tree {
    /// The most levels of nesting.
    pub const DEEPEST: usize = 64;
    /// The most bytes of text and number of values together.
    pub const LARGEST: usize = 1_000_000;

    /// Reads a value.
    ///
    /// # Errors
    /// The carrier's own error, with the reason if the value is too large or too deep.
    pub fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Json, (Option<Refused>, D::Error)> {
        let tree = Self::default();
        Level { tree: &tree, depth: 0 }.deserialize(from).map_err(|error| (tree.refused.get(), error))
    }

    /// Adds a value of so many bytes to what has been read.
    ///
    /// # Errors
    /// [`Refused::TooLarge`] beyond [`Tree::LARGEST`].
    pub fn weigh(&self, bytes: usize) -> Result<(), Refused> {
        let weight = self.weight.get().saturating_add(bytes).saturating_add(1);
        self.weight.set(weight);
        if weight > Self::LARGEST { Err(Refused::TooLarge) } else { Ok(()) }
    }

    /// The depth inside a value at this depth.
    ///
    /// # Errors
    /// [`Refused::TooDeep`] beyond [`Tree::DEEPEST`].
    pub const fn deeper(depth: usize) -> Result<usize, Refused> {
        if depth >= Self::DEEPEST { Err(Refused::TooDeep) } else { Ok(depth.saturating_add(1)) }
    }

    /// A number as a carrier hands it over. `1.0` is the same number as `1` (RFC 8785).
    #[expect(clippy::disallowed_types, clippy::as_conversions, reason = "carriers hand over numbers this way")]
    #[must_use]
    pub fn number(value: f64) -> Json {
        let whole = value.trunc() == value && value.abs() < 9e15;
        if whole { Json::Whole(value as i64) } else { Json::Fraction }
    }

    fn refuse<E: serde::de::Error>(&self, why: Refused) -> E {
        self.refused.set(Some(why));
        E::custom("refused")
    }
}

#[derive(Clone, Copy)]
struct Level<'t> {
    tree: &'t Tree,
    depth: usize,
}

impl Level<'_> {
    fn leaf<E: serde::de::Error>(self, bytes: usize, json: Json) -> Result<Json, E> {
        self.tree.weigh(bytes).map_err(|why| self.tree.refuse(why))?;
        Ok(json)
    }

    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        let depth = self.tree.weigh(0).and_then(|()| Tree::deeper(self.depth));
        Ok(Self { depth: depth.map_err(|why| self.tree.refuse(why))?, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Json, E> {
        self.leaf(0, Json::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Json, E> {
        self.leaf(0, Json::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Json, E> {
        self.leaf(0, Json::Whole(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Json, E> {
        self.leaf(0, i64::try_from(value).map_or(Json::Fraction, Json::Whole))
    }

    #[expect(clippy::disallowed_types, reason = "carriers hand over numbers this way")]
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Json, E> {
        self.leaf(0, Tree::number(value))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Json, E> {
        self.leaf(value.len(), Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut values = Vec::new();
        while let Some(value) = from.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut entries = Vec::new();
        while let Some(key) = from.next_key_seed(inner)? {
            let Json::Text(key) = key else { return Err(A::Error::custom("a key that is no text")) };
            entries.push((key, from.next_value_seed(inner)?));
        }
        Ok(Json::Object(entries))
    }
}

#[cfg(all(feature = "quote", not(target_arch = "wasm32")))]
impl Json {
    /// A value of ours, as it would be written.
    #[must_use]
    pub fn of(value: &impl Serialize) -> Self {
        // Nothing of ours fails to be written.
        serde_json::to_value(value).map_or(Self::Null, Self::from)
    }
}

#[cfg(all(feature = "quote", not(target_arch = "wasm32")))]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => number.as_i64().map_or(Self::Fraction, Self::Whole),
            Value::String(text) => Self::Text(text),
            Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            Value::Object(entries) => {
                Self::Object(entries.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
        }
    }
}
