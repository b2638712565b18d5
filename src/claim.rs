//! A claim while it is filled in: what is asked now, what is wrong, what is missing, and the answers that it rests on.

use serde::Serialize;
use serde::ser::SerializeMap as _;

use crate::decision::by_code;
use crate::domain::{Currency, Date, Finding, Json, Problem, Text};
use crate::facts::claim::Tidying;
use crate::policy::PolicyUsed;
use crate::policy::claim::FieldType;

/// What a draft comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Claim<'s> {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The currency of every amount.
    #[serde(serialize_with = "by_code")]
    pub currency: Currency,
    /// The version that holds the form: the one in force today.
    pub policy: &'s PolicyUsed,
    /// The law beside it; none if the shop was opened without one.
    pub law: Option<&'s PolicyUsed>,
    /// The fields that matter now, in the order of the form.
    pub fields: Vec<ClaimField<'s>>,
    /// The photos and papers that matter now.
    pub evidence: Vec<EvidenceNeed<'s>>,
    /// What is wrong or missing, and what somebody should look at, in the order of the form.
    pub problems: Vec<Problem>,
    /// What was changed in what was typed.
    pub tidied: Vec<Tidied<'s>>,
    /// How much of what is required is there and fine.
    pub done: usize,
    /// How much is required.
    pub of: usize,
    /// What is best filled in next: a field, or photos and papers; none when nothing required is missing.
    pub next: Option<&'s str>,
    /// Nothing required is missing and nothing is wrong.
    pub complete: bool,
    /// What is wished, and whether it is open.
    pub wish: Option<Wish<'s>>,
    /// Whether the shopper sees it differently.
    pub disputed: bool,
    /// Whether a draft may be kept on the device, if the shopper agrees.
    pub keeps_draft: bool,
    /// The requests for what the claim rests on.
    pub requests: Requests,
}

/// What the claim rests on, for whoever wants to know more of it: each can be asked for as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requests {
    /// For the decision of what may be had, with its steps.
    pub decision: Json,
    /// For the quote of what a repair would cost; none while model and fault are not known, or without a price book.
    pub quote: Option<Json>,
}

/// What is wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Wish<'s> {
    /// The remedy.
    pub remedy: &'s str,
    /// Whether it is open.
    pub finding: Finding,
}

/// A field that matters now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimField<'s> {
    /// Its name.
    pub id: &'s str,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Whether every form can have it.
    pub standard: bool,
    /// Whether it is a fact.
    pub fact: bool,
    /// What the shop calls it.
    pub label: Option<Text<'s>>,
    /// The shop's line that helps to fill it in.
    pub help: Option<Text<'s>>,
    /// What it could be.
    pub example: Option<&'s str>,
    /// What its text must look like.
    pub means: Option<Text<'s>>,
    /// Whether the claim is incomplete without it.
    pub required: bool,
    /// What can be chosen; none if it is not one of a list.
    pub values: Option<Vec<FieldValue<'s>>>,
    /// What the claim holds; null while there is nothing, or something wrong.
    pub value: Json,
    /// How far it is.
    pub state: State,
    /// The remedies that it helps to settle.
    pub decides: Vec<&'s str>,
}

/// How far a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing is there.
    Empty,
    /// The shopper is not sure.
    Unsure,
    /// What is there is fine.
    Good,
    /// What is there cannot be.
    Wrong,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldValue<'s> {
    /// Its name.
    pub value: &'s str,
    /// What the shop calls it.
    pub label: Option<Text<'s>>,
    /// A line that helps to choose it.
    pub help: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// The value that it belongs to.
    pub under: Option<&'s str>,
    /// Of a remedy: whether it is open.
    pub finding: Option<Finding>,
}

/// Photos or papers that matter now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceNeed<'s> {
    /// Its name.
    pub id: &'s str,
    /// Whether every form can have it.
    pub standard: bool,
    /// What the shop calls it.
    pub title: Option<Text<'s>>,
    /// What it must show.
    pub help: Option<Text<'s>>,
    /// Whether the claim is incomplete without it.
    pub required: bool,
    /// What is taken.
    pub kinds: Vec<&'s str>,
    /// How many there must be where it is required.
    pub least: i64,
    /// How many there can be.
    pub most: i64,
    /// How large a file can be.
    pub max_bytes: i64,
    /// How many fine ones are there.
    pub given: i64,
}

/// What was changed in what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied<'s> {
    /// In which field.
    pub field: &'s str,
    /// As typed.
    pub from: String,
    /// As it stands in the claim.
    pub to: String,
    /// Why.
    pub by: Vec<Tidying>,
}

/// The longest text that is repeated, in characters.
const LONGEST: usize = 80;

impl Serialize for Tidied<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let short = |text: &str| text.chars().take(LONGEST).collect::<String>();
        let mut map = to.serialize_map(Some(4))?;
        map.serialize_entry("field", self.field)?;
        map.serialize_entry("from", &short(&self.from))?;
        map.serialize_entry("to", &short(&self.to))?;
        map.serialize_entry("by", &self.by)?;
        map.end()
    }
}
