//! Reading documents so that every problem is told, not just the first.

use super::json::{Json, Refused, Tree};
use super::pointer::Pointer;
use super::problem::{Code, Problems, suggestion};

/// Which document is read; each has its own codes for the same mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// A policy document.
    Policy,
    /// A request.
    Facts,
}

/// A mistake that both documents can have.
#[derive(Clone, Copy)]
enum Slip {
    WrongType,
    MissingKey,
    UnknownKey,
    UnknownValue,
    DuplicateKey,
    Empty,
    Blank,
    TooLarge,
    TooDeep,
}

/// What was found while reading one document.
#[derive(Debug)]
pub struct Log {
    floor: Floor,
    /// The problems so far.
    pub problems: Problems,
}

impl Log {
    /// An empty log for a document of this kind.
    #[must_use]
    pub fn new(floor: Floor) -> Self {
        Self { floor, problems: Problems::default() }
    }

    /// Adds a problem.
    pub fn add(&mut self, code: Code, at: &Pointer, params: &[(&'static str, &str)]) {
        self.problems.add(code, at, params);
    }

    /// Adds the problem of a document that could not be read to its end.
    pub fn refused(&mut self, why: Refused) {
        let root = Pointer::root();
        match why {
            Refused::TooLarge => self.slip(Slip::TooLarge, &root, &[("limit", "1 MB")]),
            Refused::TooDeep => self.slip(Slip::TooDeep, &root, &[("limit", &Tree::DEEPEST.to_string())]),
        }
    }

    /// Adds the problem of a value of the wrong type.
    pub fn wrong_type(&mut self, place: &Place<'_>, expected: &str) {
        self.slip(Slip::WrongType, &place.at, &[("expected", expected), ("found", place.value.kind())]);
    }

    /// Adds the problem of a value that is not one of those allowed.
    pub fn unknown_value(&mut self, at: &Pointer, value: &str, allowed: &[&str]) {
        let names = super::problem::listed(allowed.iter().copied());
        let help = suggestion(value, allowed.iter().copied(), "choose one of them");
        self.slip(Slip::UnknownValue, at, &[("value", value), ("allowed", &names), ("suggestion", &help)]);
    }

    fn slip(&mut self, slip: Slip, at: &Pointer, params: &[(&'static str, &str)]) {
        use Floor::{Facts, Policy};
        let code = match (slip, self.floor) {
            (Slip::WrongType, Policy) => Code::PolicyWrongType,
            (Slip::WrongType, Facts) => Code::FactsWrongType,
            (Slip::MissingKey, Policy) => Code::PolicyMissingKey,
            (Slip::MissingKey, Facts) => Code::FactsMissingKey,
            (Slip::UnknownKey, Policy) => Code::PolicyUnknownKey,
            (Slip::UnknownKey, Facts) => Code::FactsUnknownKey,
            (Slip::UnknownValue, Policy) => Code::PolicyUnknownValue,
            (Slip::UnknownValue, Facts) => Code::FactsUnknownValue,
            (Slip::DuplicateKey, Policy) => Code::PolicyDuplicateKey,
            (Slip::DuplicateKey, Facts) => Code::FactsDuplicateKey,
            (Slip::Empty, Policy) => Code::PolicyEmpty,
            (Slip::Empty, Facts) => Code::FactsEmpty,
            (Slip::Blank, Policy) => Code::PolicyBlank,
            (Slip::Blank, Facts) => Code::FactsBlank,
            (Slip::TooLarge, Policy) => Code::PolicyTooLarge,
            (Slip::TooLarge, Facts) => Code::FactsTooLarge,
            (Slip::TooDeep, Policy) => Code::PolicyTooDeep,
            (Slip::TooDeep, Facts) => Code::FactsTooDeep,
        };
        self.problems.add(code, at, params);
    }
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The value.
    pub value: &'a Json,
    /// Where it stands.
    pub at: Pointer,
}

impl<'a> Place<'a> {
    /// The whole document.
    #[must_use]
    pub const fn root(value: &'a Json) -> Self {
        Self { value, at: Pointer::root() }
    }

    /// A text that is not empty.
    pub fn text(&self, log: &mut Log) -> Option<&'a str> {
        match self.value {
            Json::Text(text) if text.trim().is_empty() => {
                log.slip(Slip::Blank, &self.at, &[]);
                None
            }
            Json::Text(text) => Some(text),
            _ => {
                log.wrong_type(self, "a text");
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn bool(&self, log: &mut Log) -> Option<bool> {
        match self.value {
            Json::Bool(value) => Some(*value),
            _ => {
                log.wrong_type(self, "true or false");
                None
            }
        }
    }

    /// One of a list of names.
    pub fn one_of<T: Copy>(&self, names: &[(&'static str, T)], log: &mut Log) -> Option<T> {
        let text = self.text(log)?;
        let found = names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let allowed: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            log.unknown_value(&self.at, text, &allowed);
        }
        found
    }

    /// The entries of a list with at least one.
    pub fn filled_list(&self, log: &mut Log) -> Option<Vec<Place<'a>>> {
        let places = self.list(log)?;
        if places.is_empty() {
            log.slip(Slip::Empty, &self.at, &[]);
        }
        Some(places)
    }

    /// The entries of a list.
    pub fn list(&self, log: &mut Log) -> Option<Vec<Place<'a>>> {
        match self.value {
            Json::List(values) => Some(
                values.iter().enumerate().map(|(index, value)| Place { value, at: self.at.index(index) }).collect(),
            ),
            _ => {
                log.wrong_type(self, "a list");
                None
            }
        }
    }

    /// The entries of an object whose keys are names of the writer's own.
    pub fn entries(&self, log: &mut Log) -> Option<Vec<(&'a str, Place<'a>)>> {
        let object = self.object(log)?;
        Some(object.entries.iter().map(|(key, value)| (key.as_str(), object.place(key, value))).collect())
    }

    /// An object whose keys are fixed.
    pub fn object(&self, log: &mut Log) -> Option<Object<'a>> {
        let Json::Object(entries) = self.value else {
            log.wrong_type(self, "an object");
            return None;
        };
        for (index, (key, _)) in entries.iter().enumerate() {
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                log.slip(Slip::DuplicateKey, &self.at, &[("key", key)]);
            }
        }
        Some(Object { entries, at: self.at.clone(), known: Vec::new() })
    }
}

/// An object of which keys are asked for one by one; what was not asked for is unknown.
#[derive(Debug)]
pub struct Object<'a> {
    entries: &'a [(String, Json)],
    /// Where the object stands.
    pub at: Pointer,
    known: Vec<&'static str>,
}

impl<'a> Object<'a> {
    fn place(&self, key: &str, value: &'a Json) -> Place<'a> {
        Place { value, at: self.at.key(key) }
    }

    /// A key that may be left out.
    pub fn optional(&mut self, key: &'static str) -> Option<Place<'a>> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| self.place(key, value))
    }

    /// A key that must be there.
    pub fn required(&mut self, key: &'static str, log: &mut Log) -> Option<Place<'a>> {
        let place = self.optional(key);
        if place.is_none() {
            log.slip(Slip::MissingKey, &self.at, &[("key", key)]);
        }
        place
    }

    /// Tells every key that nobody asked for.
    pub fn close(self, log: &mut Log) {
        for (key, _) in self.entries {
            if !self.known.contains(&key.as_str()) {
                let otherwise =
                    format!("take it out; known here: {}", super::problem::listed(self.known.iter().copied()));
                let help = suggestion(key, self.known.iter().copied(), &otherwise);
                log.slip(Slip::UnknownKey, &self.at.key(key), &[("key", key), ("suggestion", &help)]);
            }
        }
    }
}
