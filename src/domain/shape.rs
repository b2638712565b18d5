//! What documents look like, as data, and the one way of holding a document against it.
//!
//! A shape is a table; reading a document is one walk along it that tells every problem, not just the first. Whoever reads
//! the document afterwards may rely on what the table says.

use super::json::Json;
use super::log::{Log, Slip};
use super::pointer::Pointer;

/// What a value must look like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Anything; somebody else reads it.
    Any,
    /// `true` or `false`.
    Flag,
    /// A text that is not empty.
    Text,
    /// A value whose form or meaning is checked by a function of its own.
    Own(&'static Own),
    /// A list with at least so many entries.
    List(&'static Shape, usize),
    /// A whole number that is not less than this.
    Whole(i64),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// An object whose keys are names of the writer's own; the function tells what is wrong with a name.
    Named(fn(&mut Walk<'_>, &str, &Pointer), &'static Shape),
    /// An object whose keys are fixed.
    Object(&'static Object),
    /// One of several objects: the one whose mark, a key that all others lack, is there.
    Forms(&'static [(&'static str, Object)]),
    /// The second for lists and objects, the first for everything else.
    Or(&'static Shape, &'static Shape),
    /// One of two objects: the first if the key has this value.
    Either(&'static str, &'static str, &'static [Object; 2]),
}

/// A check of its own.
#[derive(Debug)]
pub struct Own {
    /// Tells what is wrong with a value.
    pub check: fn(&mut Walk<'_>, &Json, &Pointer),
    /// What a text must match, for the JSON Schema; what cannot be said there is left out.
    #[cfg(feature = "schema")]
    pub form: Form,
}

/// What the JSON Schema can say of a value with a check of its own.
#[cfg(feature = "schema")]
#[derive(Debug)]
pub enum Form {
    /// A text that matches a regular expression.
    Pattern(&'static str),
    /// A text, or an object of texts by language.
    Text,
    /// `true`, `false` or a text.
    Scalar,
    /// Exactly this number.
    Number(i64),
    /// `true`.
    True,
}

/// An object whose keys are fixed.
#[derive(Debug)]
pub struct Object {
    /// Its name and what it is, for the JSON Schema.
    #[cfg(feature = "schema")]
    pub about: (&'static str, &'static str),
    /// The keys.
    pub keys: &'static [Key],
    /// What is checked once all keys have been read.
    pub also: Option<fn(&mut Walk<'_>, &Json, &Pointer)>,
}

impl Object {
    /// An object with these keys; the name and the sentence are for the JSON Schema.
    #[must_use]
    #[cfg_attr(not(feature = "schema"), expect(unused_variables, reason = "only the schema tells what it is"))]
    pub const fn new(name: &'static str, about: &'static str, keys: &'static [Key]) -> Self {
        Self {
            #[cfg(feature = "schema")]
            about: (name, about),
            keys,
            also: None,
        }
    }

    /// The same with a check of all keys together.
    #[must_use]
    pub const fn and(self, also: fn(&mut Walk<'_>, &Json, &Pointer)) -> Self {
        Self { also: Some(also), ..self }
    }
}

/// A key of an object.
#[derive(Debug)]
pub struct Key {
    /// What it is, for the JSON Schema.
    #[cfg(feature = "schema")]
    pub about: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What its value must look like.
    pub shape: Shape,
}

/// A key that must be there.
#[must_use]
pub const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { required: true, ..optional(name, shape, about) }
}

/// A key that may be left out.
#[must_use]
#[cfg_attr(not(feature = "schema"), expect(unused_variables, reason = "only the schema tells what it is"))]
pub const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        #[cfg(feature = "schema")]
        about,
        name,
        required: false,
        shape,
    }
}

/// A walk through one document.
#[derive(Debug)]
pub struct Walk<'w> {
    /// The whole document, for names that are declared elsewhere in it.
    pub root: &'w Json,
    /// What was found so far.
    pub log: &'w mut Log,
}

impl Walk<'_> {
    /// Holds a value against a shape.
    pub fn value(&mut self, json: &Json, shape: &Shape, at: &Pointer) {
        match shape {
            Shape::Any => {}
            Shape::Flag => {
                if !matches!(json, Json::Bool(_)) {
                    self.log.wrong_type(json, at, "true or false");
                }
            }
            Shape::Text => {
                self.text(json, at);
            }
            Shape::Own(own) => (own.check)(self, json, at),
            Shape::List(of, least) => {
                let Json::List(values) = json else { return self.log.wrong_type(json, at, "a list") };
                if values.len() < *least {
                    self.log.slip(Slip::Empty, at, &[]);
                }
                for (index, value) in values.iter().enumerate() {
                    self.value(value, of, &at.index(index));
                }
            }
            Shape::Whole(least) => {
                if !matches!(json, Json::Whole(number) if number >= least) {
                    self.log.wrong_type(json, at, &format!("a whole number from {least}"));
                }
            }
            Shape::OneOf(words) => {
                if let Some(text) = self.text(json, at)
                    && !words.contains(&text)
                {
                    self.log.unknown_value(at, text, words);
                }
            }
            Shape::Named(name, of) => {
                for (key, value) in self.object(json, at) {
                    let at = at.key(key);
                    name(self, key, &at);
                    self.value(value, of, &at);
                }
            }
            Shape::Object(object) => self.keys(json, object, at),
            Shape::Forms(forms) => {
                let entries = self.object(json, at);
                let mut marked = forms.iter().filter(|(mark, _)| entries.iter().any(|(key, _)| key == mark));
                match (marked.next(), marked.next()) {
                    (Some((_, form)), None) => self.keys(json, form, at),
                    _ if matches!(json, Json::Object(_)) => {
                        self.log.one_form(at, forms.iter().map(|(mark, _)| *mark));
                    }
                    _ => {}
                }
            }
            Shape::Or(plain, other) => {
                let shape = if matches!(json, Json::List(_) | Json::Object(_)) { other } else { plain };
                self.value(json, shape, at);
            }
            Shape::Either(key, value, [one, other]) => {
                self.keys(json, if json.word(key) == *value { one } else { other }, at);
            }
        }
    }

    /// A text that is not empty.
    pub fn text<'j>(&mut self, json: &'j Json, at: &Pointer) -> Option<&'j str> {
        match json {
            Json::Text(text) if text.trim().is_empty() => self.log.slip(Slip::Blank, at, &[]),
            Json::Text(text) => return Some(text),
            _ => self.log.wrong_type(json, at, "a text"),
        }
        None
    }

    /// The entries of an object.
    pub fn object<'j>(&mut self, json: &'j Json, at: &Pointer) -> &'j [(String, Json)] {
        let entries = json.entries();
        if !matches!(json, Json::Object(_)) {
            self.log.wrong_type(json, at, "an object");
        }
        for (index, (key, _)) in entries.iter().enumerate() {
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.log.slip(Slip::DuplicateKey, at, &[("key", key)]);
            }
        }
        entries
    }

    fn keys(&mut self, json: &Json, object: &Object, at: &Pointer) {
        let entries = self.object(json, at);
        if !matches!(json, Json::Object(_)) {
            return;
        }
        for (name, value) in entries {
            match object.keys.iter().find(|key| key.name == name) {
                Some(key) => self.value(value, &key.shape, &at.key(name)),
                None => self.log.unknown_key(&at.key(name), name, object.keys.iter().map(|key| key.name)),
            }
        }
        for key in object.keys.iter().filter(|key| key.required) {
            if json.get(key.name).is_none() {
                self.log.slip(Slip::MissingKey, at, &[("key", key.name)]);
            }
        }
        if let Some(also) = object.also {
            also(self, json, at);
        }
    }
}
