//! Conditions and what they come to.

use super::Version;
use super::test::Test;
use super::value::{Days, Value};
use crate::domain::{Finding, Json, Pointer, SortedSet};

/// Whoever knows what facts are.
pub trait Known {
    /// What a fact is, as far as it is known.
    fn value(&self, fact: &str) -> Option<&Value>;

    /// Between which days an event lies, as far as is known.
    fn days(&self, fact: &str) -> Option<Days> {
        match self.value(fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        }
    }
}

/// What must hold.
#[derive(Clone, Copy, Debug)]
pub struct Condition<'s> {
    json: &'s Json,
    version: &'s Version,
}

/// What a condition is made of.
#[derive(Debug)]
pub enum Form<'s> {
    /// All of these.
    All(&'s [Json]),
    /// At least one of these.
    Any(&'s [Json]),
    /// The opposite.
    Not(Condition<'s>),
    /// A condition that has a name.
    Named(&'s str, Condition<'s>),
    /// A test on one fact.
    Test(Test<'s>),
}

impl<'s> Condition<'s> {
    /// A condition of a version; what is written there has been checked.
    #[must_use]
    pub const fn new(json: &'s Json, version: &'s Version) -> Self {
        Self { json, version }
    }

    /// What it is made of.
    #[must_use]
    pub fn form(self) -> Form<'s> {
        for (key, value) in self.json.entries() {
            match (key.as_str(), value) {
                ("all", parts) => return Form::All(parts.values()),
                ("any", parts) => return Form::Any(parts.values()),
                ("not", part) => return Form::Not(self.part(part)),
                ("condition", Json::Text(name)) => {
                    return Form::Named(name, self.part(self.version.condition(name)));
                }
                _ => {}
            }
        }
        Form::Test(Test::new(self.json, self.version))
    }

    /// Where the condition with a name stands.
    #[must_use]
    pub fn declared_at(self, name: &str) -> Pointer {
        self.version.at.key("conditions").key(name)
    }

    /// A part of it.
    #[must_use]
    pub const fn part(self, json: &'s Json) -> Self {
        Self { json, ..self }
    }

    /// What it comes to.
    #[must_use]
    pub fn finding(self, known: &dyn Known) -> Finding {
        let all = |parts: &'s [Json]| parts.iter().map(|part| self.part(part).finding(known));
        match self.form() {
            Form::All(parts) => Finding::all(all(parts)),
            Form::Any(parts) => Finding::any(all(parts)),
            Form::Not(part) => !part.finding(known),
            Form::Named(_, part) => part.finding(known),
            Form::Test(test) => test.holds(known),
        }
    }

    /// Hands out every test in it; while `open` knows the facts, only those that can still settle it.
    pub fn tests(self, open: Option<&dyn Known>, visit: &mut dyn FnMut(Test<'s>)) {
        if open.is_some_and(|known| self.finding(known) != Finding::Maybe) {
            return;
        }
        match self.form() {
            Form::All(parts) | Form::Any(parts) => {
                parts.iter().for_each(|part| self.part(part).tests(open, visit));
            }
            Form::Not(part) | Form::Named(_, part) => part.tests(open, visit),
            Form::Test(test) => {
                visit(test);
                if let Some(window) = test.window() {
                    window.tests(open, visit);
                }
            }
        }
    }

    /// The facts that can still settle it.
    pub fn needs(self, known: &dyn Known, into: &mut SortedSet<&'s str>) {
        self.tests(Some(known), &mut |test| test.needs(known, into));
    }
}
