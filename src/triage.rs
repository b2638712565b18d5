//! What is wrong, from symptoms: what it can still be, what to try, what to ask, and what it came to.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::domain::{Date, Finding, Text};
use crate::policy::vocabulary::{FactType, SettledBy};
use crate::policy::{PolicyUsed, Value};

/// What a request for a triage comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Triage<'s> {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The version that holds the triage.
    pub policy: &'s PolicyUsed,
    /// The device, if it is known.
    pub model: Option<&'s str>,
    /// How far it has come.
    pub finding: Found,
    /// What it can still be, in the order of the policy; only one once it is known.
    pub outcomes: Vec<Outcome<'s>>,
    /// What makes sense to try now, what settles most first.
    pub tries: Vec<SelfHelp<'s>>,
    /// What to ask, what settles most first.
    pub ask: Vec<Question<'s>>,
    /// The facts of `tries` and `ask` that the shopper can tell, what settles most first.
    pub next: Vec<&'s str>,
    /// What is known and matters here, to repeat the problem back.
    pub heard: Vec<Heard<'s>>,
    /// The fault that it came to, by its name in the price book or the claim form.
    pub fault: Option<&'s str>,
    /// The fault of the price book that it is mended as.
    pub repair: Option<&'s str>,
    /// What a claim or a quote should know: what was heard, and what follows from it.
    pub facts: Told<'s>,
}

/// How far a triage has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// Something that was tried has helped.
    Solved,
    /// It is known what is wrong.
    Known,
    /// It is known, and somebody else helps.
    Refer,
    /// It can be several things.
    Open,
    /// It is none of what the policy knows.
    None,
}

/// Something that it can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What is wrong, in plain words.
    pub title: Text<'s>,
    /// The problem as the shopper would tell it.
    pub problem: Option<Text<'s>>,
    /// What it means, and what comes next.
    pub help: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// `hardware`, `software` or `human-damage`.
    pub nature: Option<&'s str>,
    /// Whether it is so: `yes`, or `maybe`.
    pub finding: Finding,
    /// The facts that settle it.
    pub needs: Vec<&'s str>,
    /// The fault, by its name in the price book or the claim form.
    pub fault: Option<&'s str>,
    /// Whether something that was tried has helped.
    pub solved: bool,
    /// Who helps, if it is too difficult for here.
    pub refer: Option<Text<'s>>,
}

/// Something to try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelfHelp<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Text<'s>,
    /// Why, or what to mind.
    pub help: Option<Text<'s>>,
    /// What to do, step by step.
    pub steps: Vec<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// The fact, yes or no, that says whether it helped.
    pub fact: &'s str,
    /// The outcomes that it helps to settle.
    pub decides: Vec<&'s str>,
}

/// A question that would settle something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question<'s> {
    /// The fact.
    pub fact: &'s str,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// The values of an enum.
    pub values: Option<Vec<Choice<'s>>>,
    /// The shop's question.
    pub ask: Option<Text<'s>>,
    /// The shop's help for answering.
    pub help: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// Who can say it.
    pub settled_by: SettledBy,
    /// The outcomes that it helps to settle.
    pub decides: Vec<&'s str>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice<'s> {
    /// The value for the facts.
    pub value: &'s str,
    /// The shop's label.
    pub label: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
}

/// Something that is known and matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heard<'s> {
    /// The fact.
    pub fact: &'s str,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// What it is.
    pub value: Value,
    /// The shop's question.
    pub ask: Option<Text<'s>>,
    /// The shop's label for the value.
    pub label: Option<Text<'s>>,
    /// What was tried, if it says whether that helped.
    pub tried: Option<Text<'s>>,
}

/// Facts with what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told<'s>(pub Vec<(&'s str, Value)>);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (fact, value) in &self.0 {
            map.serialize_entry(fact, value)?;
        }
        map.end()
    }
}
