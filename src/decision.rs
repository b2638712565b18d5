//! The answer and its steps. Everything that is ever explained is a rendering of these.

use serde::Serialize;
use serde::ser::SerializeMap as _;

use crate::domain::{Currency, Date, Finding, Money, Percent, Period, Pointer, Text};
pub use crate::policy::Until;
use crate::policy::vocabulary::{FactType, SettledBy};
use crate::policy::{Carriage, Change, Citation, Counted, Due, Granted, PolicyUsed, Rolls, Value, Wanted};

/// What a request comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision<'s> {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The currency of every amount.
    #[serde(serialize_with = "by_code")]
    pub currency: Currency,
    /// One for each item of the request, in its order.
    pub items: Vec<ItemDecision<'s>>,
}

pub(crate) fn by_code<S: serde::Serializer>(currency: &Currency, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(currency.code())
}

/// What one item comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemDecision<'s> {
    /// Its name in the request.
    pub id: String,
    /// The version in force on the day of purchase; none while that day is not known and matters.
    pub policy: Option<&'s PolicyUsed>,
    /// The law beside it; none if the shop was opened without one.
    pub law: Option<&'s PolicyUsed>,
    /// How many units it is about.
    pub units: Units,
    /// What was paid for one unit.
    pub price: Option<Money>,
    /// The shop's own words for its declared facts.
    #[serde(serialize_with = "by_name")]
    pub declared: Vec<DeclaredFact<'s>>,
    /// The best finding of all remedies.
    pub finding: Finding,
    /// Every remedy that the policy knows.
    pub remedies: Vec<RemedyDecision<'s>>,
    /// What would settle the rest, the question that settles most first.
    pub ask: Vec<Question<'s>>,
    /// Every single changed fact that would open what is closed.
    pub what_if: Vec<WhatIf<'s>>,
    /// Every rule with everything that was checked.
    pub steps: Vec<Step<'s>>,
}

fn by_name<S: serde::Serializer>(facts: &[DeclaredFact<'_>], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(facts.len()))?;
    for fact in facts {
        map.serialize_entry(fact.fact, fact)?;
    }
    map.end()
}

/// A fact of the shop's own, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeclaredFact<'s> {
    /// Its name.
    #[serde(skip)]
    pub fact: &'s str,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// The question to the shopper.
    pub ask: Option<Text<'s>>,
    /// The values of an enum.
    pub values: Option<Vec<Choice<'s>>>,
}

/// Units of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Units {
    /// Bought.
    pub bought: u32,
    /// Already gone back.
    pub returned: u32,
    /// Still there.
    pub left: u32,
}

/// What one remedy comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemedyDecision<'s> {
    /// Which remedy.
    pub remedy: &'s str,
    /// The shop's name for a remedy of its own.
    pub title: Option<Text<'s>>,
    /// Whether the shopper may have it.
    pub finding: Finding,
    /// The facts that settle it; empty unless it is open.
    pub needs: Vec<&'s str>,
    /// The offers, best first.
    pub offers: Vec<Offer<'s>>,
    /// The shop's promise beside the law; none without a law, and where neither offers anything.
    pub beside: Option<Beside>,
}

/// What the shop promises and what the law gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// Whose best offer is better for the shopper.
    pub better: Better,
    /// The shop's promise.
    pub shop: Side,
    /// The law.
    pub law: Side,
}

/// Whose offer is better for the shopper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// The shop's.
    Shop,
    /// That of the law.
    Law,
    /// Both come to the same.
    Same,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The place of its best offer among the offers; none if it has none.
    pub offer: Option<usize>,
    /// In what it is better than the other side for certain.
    pub ahead: Vec<Merit>,
}

/// In what an offer is better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Merit {
    /// It is there at all.
    Granted,
    /// It is certain.
    Certain,
    /// It costs less.
    Cost,
    /// The goods travel at the shop's expense, or need not travel.
    Carriage,
    /// There is more time.
    Until,
}

/// One rule's grant of a remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer<'s> {
    /// The rule.
    pub rule: &'s str,
    /// Who grants it.
    pub by: Granted,
    /// Its clause.
    pub clause: &'s str,
    /// Its title.
    pub title: Text<'s>,
    /// Granted out of kindness.
    pub goodwill: bool,
    /// The remedy.
    pub remedy: &'s str,
    /// Certain, or still open.
    pub finding: Finding,
    /// The facts that settle it.
    pub needs: Vec<&'s str>,
    /// The last day; none if there is no limit.
    pub until: Option<Until<'s>>,
    /// The last day on which a fault can show; none if the rule does not say.
    pub shows: Option<Until<'s>>,
    /// Who pays for sending the goods.
    pub carriage: Carriage,
    /// The facts that settle who pays for sending the goods.
    pub carriage_needs: Vec<&'s str>,
    /// Who chooses among the remedies of the rule.
    pub chooses: Option<&'s str>,
    /// Who must prove a fault; none if the rule does not say.
    pub proof: Option<Burden>,
    /// The fees that apply or may apply.
    pub fees: Vec<OfferFee<'s>>,
    /// All fees for one unit.
    pub cost: Option<AmountRange>,
    /// What comes back for one unit.
    pub back: Option<AmountRange>,
    /// How many units it is for.
    pub units: u32,
    /// Cost and money back for all of them.
    pub total: Total,
    /// Until when goods must be sent, and money given back.
    pub deadlines: Vec<Deadline<'s>>,
}

/// Amounts for all units of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// All fees.
    pub cost: Option<AmountRange>,
    /// What comes back.
    pub back: Option<AmountRange>,
}

/// An amount, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AmountRange {
    /// At least this.
    pub least: Money,
    /// At most this.
    pub most: Money,
}

/// A fee of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferFee<'s> {
    /// Its name.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// Due for certain, or possibly.
    pub finding: Finding,
    /// The facts that settle it.
    pub needs: Vec<&'s str>,
    /// Percent of the price.
    pub percent: Option<Percent>,
    /// The amount for one unit.
    pub amount: Option<Money>,
    /// Told beforehand in a quote.
    pub quoted: bool,
    /// For a court, an authority or an expert to judge.
    pub judged: bool,
    /// Left out of a settlement, which takes the same from the order itself.
    #[serde(skip)]
    pub settled: bool,
}

/// Who must prove a fault, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Burden {
    /// The shop proves that the goods were without fault.
    Shop,
    /// The shopper proves the fault.
    Shopper,
    /// It depends on what is not known yet.
    Open,
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
    /// Who can say it.
    pub settled_by: SettledBy,
    /// The remedies that it helps to settle.
    pub decides: Vec<&'s str>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice<'s> {
    /// The value for the facts.
    pub value: &'s str,
    /// The shop's label.
    pub label: Option<Text<'s>>,
}

/// A fact that would have to be different, and what that would open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf<'s> {
    /// The fact and what it would have to be.
    pub change: Change,
    /// What would open.
    pub opens: Vec<Opening<'s>>,
}

/// A remedy that would open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opening<'s> {
    /// Which remedy.
    pub remedy: &'s str,
    /// For certain, or possibly.
    pub finding: Finding,
    /// Until when, by the best offer.
    pub until: Option<Until<'s>>,
    /// All fees for one unit, by the best offer.
    pub cost: Option<AmountRange>,
    /// Who would pay for sending the goods.
    pub carriage: Carriage,
}

/// One rule and everything that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step<'s> {
    /// The rule.
    pub rule: &'s str,
    /// Who grants it.
    pub by: Granted,
    /// Its clause.
    pub clause: &'s str,
    /// Its title.
    pub title: Text<'s>,
    /// The clause, word for word.
    pub text: Option<Text<'s>>,
    /// Granted out of kindness.
    pub goodwill: bool,
    /// Where it comes from.
    pub cites: Vec<Citation<'s>>,
    /// Where it stands in the policy.
    pub pointer: Pointer,
    /// Whether it grants.
    pub finding: Finding,
    /// What it grants.
    pub grants: Vec<&'s str>,
    /// What was checked, in the order of the rule.
    pub checks: Vec<Check<'s>>,
}

/// One thing that a rule asks; `finding` says whether the rule may go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Check<'s> {
    /// The reasons for which the rule is there.
    Reasons {
        /// Where they stand.
        pointer: Pointer,
        /// Whether the shopper comes for one of them.
        finding: Finding,
        /// The reasons.
        wants: Vec<&'s str>,
        /// Why the shopper comes.
        read: Option<Value>,
    },
    /// What must hold.
    If {
        /// Where it stands.
        pointer: Pointer,
        /// Whether it holds.
        finding: Finding,
        /// How that came about.
        node: Node<'s>,
    },
    /// What must not hold.
    Unless {
        /// Where it stands.
        pointer: Pointer,
        /// `no` when the exception applies.
        finding: Finding,
        /// Its name.
        id: &'s str,
        /// Why, for shoppers.
        because: Option<Text<'s>>,
        /// How that came about.
        node: Node<'s>,
    },
    /// For which days of purchase the rule holds.
    InForce {
        /// Where they stand.
        pointer: Pointer,
        /// Whether it was bought on one of them.
        finding: Finding,
        /// The first day; none if it has always been in force.
        from: Option<Date>,
        /// The last day; none if it is in force still.
        until: Option<Date>,
    },
    /// Until when a fault must have shown.
    Shows(WindowCheck<'s>),
    /// Until when.
    Window(WindowCheck<'s>),
}

/// A window and how its last day came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WindowCheck<'s> {
    /// Where it stands.
    pub pointer: Pointer,
    /// Whether it is open.
    pub finding: Finding,
    /// The events that can start the clock; the latest that applies does.
    pub from: Vec<&'s str>,
    /// How long, as the policy writes it.
    pub length: Period,
    /// Whether the event's own day is the first.
    pub counts_event_day: bool,
    /// Whether something can make it longer.
    pub extended: bool,
    /// Where a last day on a rest day goes.
    pub rolls: Rolls,
    /// The last day.
    pub until: Until<'s>,
    /// How each end was counted.
    pub counted: Vec<Counted>,
}

/// Until when something must be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deadline<'s> {
    /// What.
    pub due: Due,
    /// The events that can start the clock; the latest that applies does.
    pub from: Vec<&'s str>,
    /// How long, as the policy writes it.
    pub length: Period,
    /// The last day.
    pub until: Until<'s>,
}

/// How a condition came to its finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "op", rename_all = "kebab-case")]
pub enum Node<'s> {
    /// A test on one fact.
    Test {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The fact.
        fact: &'s str,
        /// What it must be, as the policy writes it; instead of a window its last day, as far as it settles the finding.
        wants: Wanted<'s>,
        /// What it is; none while it is not known.
        read: Option<Value>,
    },
    /// All of these.
    All {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The parts.
        of: Vec<Node<'s>>,
    },
    /// At least one of these.
    Any {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The parts.
        of: Vec<Node<'s>>,
    },
    /// The opposite of this.
    Not {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The only part.
        of: Vec<Node<'s>>,
    },
    /// A condition that has a name.
    Condition {
        /// Where it is used.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// Its name.
        name: &'s str,
        /// The only part.
        of: Vec<Node<'s>>,
    },
}
