//! What was found while reading one document.

use super::json::{Json, Refused, Tree};
use super::pointer::Pointer;
use super::problem::{Code, Problems, Severity, listed, suggestion};

/// Which document is read; each has its own codes for the same mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// A policy document.
    Policy,
    /// A request.
    Facts,
}

/// A mistake that both documents can have.
#[derive(Clone, Copy, Debug)]
pub enum Slip {
    /// A value of another type.
    WrongType,
    /// A key that must be there is not.
    MissingKey,
    /// A key that has no meaning.
    UnknownKey,
    /// A value that is not one of those allowed.
    UnknownValue,
    /// A key that stands twice.
    DuplicateKey,
    /// A list without entries.
    Empty,
    /// A text without words.
    Blank,
    /// More than can be read.
    TooLarge,
    /// Nested deeper than can be read.
    TooDeep,
}

/// The problems of one document, while it is read.
///
/// Without the feature `explain`, as in the shopper's engine, a policy is only found good or bad; what is wrong with it is
/// for the engine with that feature to tell.
#[derive(Debug)]
pub struct Log {
    floor: Floor,
    bad: bool,
    /// The problems so far.
    pub problems: Problems,
}

impl Log {
    /// An empty log for a document of this kind.
    #[must_use]
    pub fn new(floor: Floor) -> Self {
        Self { floor, bad: false, problems: Problems::default() }
    }

    /// Whether something must be mended before anything can be answered.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.bad || self.problems.has_errors()
    }

    /// Adds a problem.
    pub fn add(&mut self, code: Code, at: &Pointer, params: &[(&'static str, &str)]) {
        if cfg!(feature = "explain") || self.floor == Floor::Facts {
            self.problems.add(code, at, params);
        } else {
            // Only price books have warnings that are found without explanations; the smallest engine reads none.
            self.bad |= !cfg!(feature = "quote") || code.severity() == Severity::Error;
        }
    }

    /// Adds the problem of a name that nothing has.
    pub fn unknown<'a>(
        &mut self,
        code: Code,
        at: &Pointer,
        value: &str,
        known: impl Iterator<Item = &'a str>,
        otherwise: &str,
    ) {
        if cfg!(feature = "explain") || self.floor == Floor::Facts {
            let known: Vec<&str> = known.collect();
            self.add(code, at, &[("value", value), ("suggestion", &suggestion(value, &known, otherwise))]);
        } else {
            self.bad = true;
        }
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
    pub fn wrong_type(&mut self, json: &Json, at: &Pointer, expected: &str) {
        self.slip(Slip::WrongType, at, &[("expected", expected), ("found", json.kind())]);
    }

    /// Adds the problem of a value that is not one of those allowed.
    pub fn unknown_value(&mut self, at: &Pointer, value: &str, allowed: &[&str]) {
        let help = suggestion(value, allowed, "choose one of them");
        self.slip(Slip::UnknownValue, at, &[("value", value), ("allowed", &listed(allowed)), ("suggestion", &help)]);
    }

    /// Adds the problem of a key that has no meaning here.
    pub fn unknown_key<'a>(&mut self, at: &Pointer, key: &str, known: impl Iterator<Item = &'a str>) {
        let known: Vec<&str> = known.collect();
        let otherwise = format!("take it out; known here: {}", listed(&known));
        self.slip(Slip::UnknownKey, at, &[("key", key), ("suggestion", &suggestion(key, &known, &otherwise))]);
    }

    /// Adds the problem of an object that is none, or several, of the forms that it can have.
    pub fn one_form<'a>(&mut self, at: &Pointer, forms: impl Iterator<Item = &'a str>) {
        let forms: Vec<&str> = forms.collect();
        self.add(Code::PolicyOneForm, at, &[("allowed", &listed(&forms))]);
    }

    /// Adds a mistake that both documents can have.
    pub fn slip(&mut self, slip: Slip, at: &Pointer, params: &[(&'static str, &str)]) {
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
        self.add(code, at, params);
    }
}

impl Json {
    /// Reads a document from JSON text.
    ///
    /// # Errors
    /// Why it could not be read: where it is no JSON, or that it is too large or too deep.
    pub fn parse(text: &str, floor: Floor) -> Result<Self, Problems> {
        let mut from = serde_json::Deserializer::from_str(text);
        let read = Tree::read(&mut from).and_then(|json| match from.end() {
            Ok(()) => Ok(json),
            Err(error) => Err((None, error)),
        });
        read.map_err(|(why, error)| {
            let mut log = Log::new(floor);
            if let Some(why) = why {
                log.refused(why);
            } else {
                let code = if floor == Floor::Policy { Code::PolicyNotJson } else { Code::FactsNotJson };
                let (line, column) = (error.line().to_string(), error.column().to_string());
                log.add(code, &Pointer::root(), &[("line", &line), ("column", &column)]);
            }
            log.problems
        })
    }
}
