//! Something wrong in what the caller wrote, told so that it can be mended.

use std::fmt;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

pub use super::codes::{Code, Severity};
use super::pointer::Pointer;

/// Something wrong in a policy or a request: which code, where, what, and what to do.
///
/// `message` and `help` are one line each, in English; `params` hold what they speak of, so that other languages can word it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The stable name.
    #[serde(serialize_with = "by_name")]
    pub code: Code,
    /// Whether answers can be given in spite of it.
    pub severity: Severity,
    /// Where it stands (RFC 6901).
    pub pointer: Pointer,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The values inside the two sentences.
    #[serde(serialize_with = "as_object")]
    pub params: Vec<(&'static str, String)>,
}

fn by_name<S: Serializer>(code: &Code, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(code.name())
}

impl Problem {
    /// A problem at a place, with the values that its sentences speak of.
    #[must_use]
    pub fn new(code: Code, pointer: &Pointer, params: &[(&'static str, &str)]) -> Self {
        let shown = |name, value: &str| match name {
            name if OURS.contains(&name) => value.to_owned(),
            name if LISTS.contains(&name) => shortened(value, LONGEST_LIST),
            _ => shortened(value, LONGEST),
        };
        let params: Vec<_> = params.iter().map(|(name, value)| (*name, shown(*name, value))).collect();
        Self {
            code,
            severity: code.severity(),
            pointer: pointer.clone(),
            message: filled(code.message(), &params),
            help: filled(code.help(), &params),
            params,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}; help: {}", self.code.name(), self.pointer.shown(), self.message, self.help)
    }
}

/// The longest piece of the caller's input that a sentence repeats, in characters.
const LONGEST: usize = 80;

/// What the engine puts together from names is told in full.
const OURS: [&str; 2] = ["case", "reasons"];

/// What it puts together from all names that are known here is told as far as anybody reads, in characters.
const LISTS: [&str; 2] = ["allowed", "suggestion"];
const LONGEST_LIST: usize = 400;

fn shortened(value: &str, longest: usize) -> String {
    let mut text: String = value.chars().take(longest).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(longest).is_some() {
        text.push('…');
    }
    text
}

fn as_object<S: Serializer>(params: &[(&'static str, String)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(params.len()))?;
    for (name, value) in params {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

fn filled(template: &str, params: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, next)) => {
                let value = params.iter().find(|(known, _)| *known == name);
                out.push_str(value.map_or("", |(_, value)| value));
                rest = next;
            }
            None => rest = after,
        }
    }
    out.push_str(rest);
    out
}

/// The problems of one document, in the order in which they were found; each only once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem, unless the same one is already known at that place.
    pub fn add(&mut self, code: Code, pointer: &Pointer, params: &[(&'static str, &str)]) {
        let problem = Problem::new(code, pointer, params);
        if !self.0.contains(&problem) {
            self.0.push(problem);
        }
    }

    /// Whether something must be mended before anything can be answered.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// The problems themselves.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }

    /// The problems themselves, to look at.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Problems {}

/// The sentence that points from a misspelt name to the right one, or lists what there is.
#[must_use]
pub fn suggestion(value: &str, known: &[&str], otherwise: &str) -> String {
    let near = known
        .iter()
        .map(|name| (strsim::osa_distance(&value.to_ascii_lowercase(), &name.to_ascii_lowercase()), name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, name)| distance.saturating_mul(3) <= name.chars().count().max(3));
    match near {
        Some((_, name)) => format!("did you mean `{name}`?"),
        None => otherwise.to_string(),
    }
}

/// Names as a sentence lists them: `` `a`, `b` or `c` ``.
#[must_use]
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [others @ .., last] => format!("`{}` or `{last}`", others.join("`, `")),
    }
}
