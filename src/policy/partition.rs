//! The values that a policy tells apart: the possible values of a fact, cut into parts that every test treats alike.
//!
//! Trying one value of each part tries every value there is. So "which answer settles most" and "what would have to be
//! different" are computed, not guessed.

use rust_decimal::Decimal;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::fact::Fact;
use super::test::{Range, Test};
use super::value::{Days, Value};
use super::vocabulary::FactType;
use crate::domain::{Currency, Date, Finding, Money, SortedSet, product, sum};

/// A part of a fact's possible values that the policy does not tell apart.
#[derive(Clone, Debug)]
pub struct Part {
    /// One of the values; for days, all of them.
    pub value: Value,
    /// All of the values.
    pub extent: Extent,
}

/// Which values a part holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Yes, or no.
    Bool(bool),
    /// These words.
    Words(Vec<String>),
    /// Any word but these, which are all that the policy mentions.
    OtherWord(Vec<String>),
    /// Sets of tags with this tag.
    With(String),
    /// Sets of tags without this tag.
    Without(String),
    /// Exactly these tags.
    Tags,
    /// The days between two days, both included; an open end is the calendar's.
    Days(Days),
    /// The numbers between two ends.
    Numbers(Range),
}

impl Extent {
    /// Both together, where the other begins right after this one.
    #[must_use]
    pub fn join(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (Self::Days(first), Self::Days(second)) => Some(Self::Days(Days { from: first.from, to: second.to })),
            (Self::Numbers(first), Self::Numbers(second)) => {
                Some(Self::Numbers(Range { low: first.low, high: second.high }))
            }
            _ => None,
        }
    }
}

/// A fact and what it would have to be, in the words of the policy's own tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fact.
    pub fact: String,
    /// What it would have to be.
    pub to: Extent,
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("fact", &self.fact)?;
        match &self.to {
            Extent::Bool(value) => map.serialize_entry("is", value)?,
            Extent::Words(words) => match words.as_slice() {
                [word] => map.serialize_entry("is", word)?,
                words => map.serialize_entry("in", words)?,
            },
            Extent::With(tag) => map.serialize_entry("has", tag)?,
            Extent::Without(tag) => map.serialize_entry("hasNot", tag)?,
            Extent::Days(days) => {
                if let Some(from) = days.from {
                    map.serialize_entry("from", &from)?;
                }
                if let Some(until) = days.to {
                    map.serialize_entry("until", &until)?;
                }
            }
            Extent::Numbers(range) => {
                if let (Some((low, true)), Some((high, true))) = (range.low, range.high)
                    && low == high
                {
                    map.serialize_entry("is", &low.to_string())?;
                } else {
                    if let Some((low, included)) = range.low {
                        map.serialize_entry(if included { "atLeast" } else { "moreThan" }, &low.to_string())?;
                    }
                    if let Some((high, included)) = range.high {
                        map.serialize_entry(if included { "atMost" } else { "lessThan" }, &high.to_string())?;
                    }
                }
            }
            Extent::OtherWord(mentioned) => map.serialize_entry("notIn", mentioned)?,
            Extent::Tags => {}
        }
        map.end()
    }
}

/// The parts of a fact's values.
#[derive(Clone, Debug)]
pub struct Partition {
    /// The parts, in order where the values have one.
    pub parts: Vec<Part>,
    /// Whether they are all there are.
    pub complete: bool,
}

/// Where something begins to be different, besides the tests.
#[derive(Clone, Debug, Default)]
pub struct Turns {
    /// The first possible day; the calendar's first if none.
    pub first: Option<Date>,
    /// The last possible day; the calendar's last if none.
    pub last: Option<Date>,
    /// Days that begin a new part.
    pub days: SortedSet<Date>,
    /// Numbers that begin a new part.
    pub numbers: SortedSet<Decimal>,
}

/// The most tags of which every combination is tried.
const MOST_TAGS: usize = 4;

impl Partition {
    /// Cuts the values of a fact by the tests on it; also by where something else begins to be different.
    #[must_use]
    pub fn of(fact: Fact<'_>, tests: &[Test<'_>], now: Option<&Value>, turns: Turns, currency: Currency) -> Self {
        let tests: Vec<Test<'_>> = tests.iter().copied().filter(|test| test.fact() == fact.name).collect();
        let mut complete = true;
        let parts = match fact.kind {
            FactType::Bool => {
                let part = |value| Part { value: Value::Bool(value), extent: Extent::Bool(value) };
                vec![part(true), part(false)]
            }
            FactType::Enum => fact.values().into_iter().map(|(word, _)| word_part(vec![word.to_owned()])).collect(),
            FactType::Text => words(&tests),
            FactType::Category => categories(fact, &tests),
            FactType::Tags => tags(&tests, now, &mut complete),
            FactType::Number => numbers(&tests, turns.numbers, None),
            FactType::Money => numbers(&tests, turns.numbers, Some(currency)),
            FactType::Date => dates(&tests, turns),
        };
        Self { parts, complete }
    }
}

fn word_part(words: Vec<String>) -> Part {
    Part { value: Value::Word(words.first().cloned().unwrap_or_default()), extent: Extent::Words(words) }
}

/// Each word that is mentioned, and one that is not.
fn words(tests: &[Test<'_>]) -> Vec<Part> {
    let mentioned = mentioned(tests.iter().flat_map(|test| test.words()));
    // No test mentions the empty word.
    let other = Part { value: Value::Word(String::new()), extent: Extent::OtherWord(mentioned.clone()) };
    mentioned.into_iter().map(|word| word_part(vec![word])).chain([other]).collect()
}

fn mentioned<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let words: SortedSet<&str> = words.collect();
    words.as_slice().iter().map(|word| (*word).to_owned()).collect()
}

/// The declared categories, together where every test treats them alike.
fn categories(fact: Fact<'_>, tests: &[Test<'_>]) -> Vec<Part> {
    let mut alike: Vec<(Vec<Finding>, Vec<String>)> = Vec::new();
    for (category, _) in fact.values() {
        let category = category.to_owned();
        let value = Value::Word(category.clone());
        let findings: Vec<Finding> = tests.iter().map(|test| test.finding(Some(&value))).collect();
        match alike.iter_mut().find(|(known, _)| *known == findings) {
            Some((_, categories)) => categories.push(category),
            None => alike.push((findings, vec![category])),
        }
    }
    alike.into_iter().map(|(_, categories)| word_part(categories)).collect()
}

fn tags(tests: &[Test<'_>], now: Option<&Value>, complete: &mut bool) -> Vec<Part> {
    let mentioned = mentioned(tests.iter().map(|test| test.tag()));
    if let Some(Value::Tags(now)) = now {
        let toggled = |tag: &String| {
            let mut tags = now.clone();
            let extent = match tags.iter().position(|known| known == tag) {
                Some(at) => {
                    tags.remove(at);
                    Extent::Without(tag.clone())
                }
                None => {
                    let at = tags.partition_point(|known| known < tag);
                    tags.insert(at, tag.clone());
                    Extent::With(tag.clone())
                }
            };
            Part { value: Value::Tags(tags), extent }
        };
        return mentioned.iter().map(toggled).collect();
    }
    let mut sets = vec![Vec::new()];
    if mentioned.len() > MOST_TAGS {
        *complete = false;
        sets.extend(mentioned.iter().map(|tag| vec![tag.clone()]));
        sets.push(mentioned);
    } else {
        for tag in mentioned {
            for at in 0..sets.len() {
                let with = sets.get(at).cloned().into_iter();
                sets.extend(with.map(|set| [set, vec![tag.clone()]].concat()));
            }
        }
    }
    sets.into_iter().map(|tags| Part { value: Value::Tags(tags), extent: Extent::Tags }).collect()
}

/// Every threshold, and what lies between thresholds.
fn numbers(tests: &[Test<'_>], mut thresholds: SortedSet<Decimal>, money: Option<Currency>) -> Vec<Part> {
    for test in tests {
        let range = test.range();
        thresholds.extend(range.low.iter().chain(&range.high).map(|(number, _)| number.normalize()));
    }
    let value = |number: Decimal| match money {
        Some(currency) => Value::Money(Money::of(number, currency)),
        None => Value::Number(number),
    };
    let step = money.map_or(Decimal::ZERO, |currency| Decimal::new(1, currency.digits()));
    // Thresholds have few digits: their sums never overflow.
    let add = |one: Decimal, other: Decimal| sum(one, other).unwrap_or(one);
    let possible = |number: Decimal| money.is_none() || number >= Decimal::ZERO;
    let mut parts = Vec::new();
    let mut low: Option<Decimal> = None;
    for threshold in thresholds.as_slice() {
        let threshold = *threshold;
        let room = match low {
            Some(low) => add(low, step) < threshold,
            None => money.is_none() || threshold > Decimal::ZERO,
        };
        if room {
            let between = match low {
                Some(low) => product(add(low, threshold), Decimal::new(5, 1)).unwrap_or(low),
                None => add(threshold, Decimal::NEGATIVE_ONE),
            };
            let between = if possible(between) { between } else { Decimal::ZERO };
            let range = Range { low: low.map(|low| (low, false)), high: Some((threshold, false)) };
            parts.push(Part { value: value(between), extent: Extent::Numbers(range) });
        }
        if possible(threshold) {
            let range = Range { low: Some((threshold, true)), high: Some((threshold, true)) };
            parts.push(Part { value: value(threshold), extent: Extent::Numbers(range) });
        }
        low = Some(threshold);
    }
    if let Some(last) = low {
        let range = Range { low: Some((last, false)), high: None };
        parts.push(Part { value: value(add(last, Decimal::ONE)), extent: Extent::Numbers(range) });
    }
    parts
}

/// The days between one turn and the next.
fn dates(tests: &[Test<'_>], turns: Turns) -> Vec<Part> {
    let (first, last) = (turns.first.unwrap_or(Date::FIRST), turns.last.unwrap_or(Date::LAST));
    let mut turns = turns.days;
    for test in tests {
        let (from, until) = test.days();
        turns.insert(from);
        turns.insert(until.plus_days(1));
    }
    let mut starts: Vec<Date> =
        turns.as_slice().iter().copied().filter(|turn| *turn > first && *turn <= last).collect();
    starts.insert(0, first);
    let ends = starts.iter().skip(1).map(|next| next.before()).chain([last]);
    starts
        .iter()
        .zip(ends)
        .filter(|(start, end)| *start <= end)
        .map(|(start, end)| {
            let open = |day: Date, edge: Date| if day == edge { None } else { Some(day) };
            let extent = Extent::Days(Days { from: open(*start, Date::FIRST), to: open(end, Date::LAST) });
            Part { value: Value::Days(Days { from: Some(*start), to: Some(end) }), extent }
        })
        .collect()
}
