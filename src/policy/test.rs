//! Tests on one fact: what they may ask, and what they come to.

use rust_decimal::Decimal;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::condition::Known;
use super::names::{amount, day};
use super::value::Value;
use super::vocabulary::FactType;
use super::window::Window;
use super::{Facts, Version};
use crate::domain::shape::Walk;
use crate::domain::{Code, Date, Finding, Json, Money, Pointer, SortedSet, listed};

/// A test on one fact.
#[derive(Clone, Copy, Debug)]
pub struct Test<'s> {
    json: &'s Json,
    version: &'s Version,
}

/// What a fact must be, as the policy writes it, and the last day of a window within which it must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'s>(&'s Json, Option<Date>);

impl Serialize for Wanted<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (key, value) in self.0.entries().iter().filter(|(key, _)| key != "fact") {
            match (value, self.1) {
                (Json::Object(_), None) => {}
                (Json::Object(_), Some(last)) => map.serialize_entry(key, &last)?,
                _ => map.serialize_entry(key, value)?,
            }
        }
        map.end()
    }
}

/// Numbers between two ends, each either included or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The lower end and whether it is included.
    pub low: Option<(Decimal, bool)>,
    /// The upper end and whether it is included.
    pub high: Option<(Decimal, bool)>,
}

impl Range {
    /// Whether a number lies between the ends.
    #[must_use]
    pub fn holds(&self, number: Decimal) -> bool {
        let above = self.low.is_none_or(|(low, included)| number > low || (included && number == low));
        let below = self.high.is_none_or(|(high, included)| number < high || (included && number == high));
        above && below
    }

    /// Whether it only tells nothing from something, which is the same in every currency.
    fn is_about_zero(&self) -> bool {
        [self.low, self.high].into_iter().flatten().all(|(end, _)| end.is_zero())
    }

    /// Whether no number can lie between the ends.
    fn is_empty(&self) -> bool {
        match (self.low, self.high) {
            (Some((low, low_included)), Some((high, high_included))) => {
                low > high || (low == high && !(low_included && high_included))
            }
            _ => false,
        }
    }
}

impl<'s> Test<'s> {
    pub(super) const fn new(json: &'s Json, version: &'s Version) -> Self {
        Self { json, version }
    }

    /// The name of the fact, or of the field.
    #[must_use]
    pub fn fact(self) -> &'s str {
        match self.json.word("fact") {
            // In the form of a claim.
            "" => self.json.word("field"),
            fact => fact,
        }
    }

    /// What it must be, as the policy writes it; `last` stands for a window.
    #[must_use]
    pub const fn wanted(self, last: Option<Date>) -> Wanted<'s> {
        Wanted(self.json, last)
    }

    /// The words that it names; for a category those at or below it.
    #[must_use]
    pub fn words(self) -> Vec<&'s str> {
        let one = self.json.word("is");
        let many = self.json.list("in").iter().filter_map(Json::text);
        let under = self.json.word("under");
        let families = self.version.document.named("categories").iter().map(|(name, _)| name.as_str());
        let family = families.filter(|name| !under.is_empty() && self.version.belongs(name, under));
        many.chain(Some(one).filter(|one| !one.is_empty())).chain(family).collect()
    }

    /// The tag that must be among others.
    #[must_use]
    pub fn tag(self) -> &'s str {
        self.json.word("has")
    }

    /// The days between which a day must lie.
    #[must_use]
    pub fn days(self) -> (Date, Date) {
        let day = |key| Date::parse(self.json.word(key));
        let is = day("is");
        (is.or(day("from")).unwrap_or(Date::FIRST), is.or(day("until")).unwrap_or(Date::LAST))
    }

    /// The window within which a day must lie.
    #[must_use]
    pub fn window(self) -> Option<Window<'s>> {
        let json = self.json.get("until").filter(|json| json.text().is_none());
        json.map(|json| Window { json, version: self.version })
    }

    /// The ends between which a number must lie.
    #[must_use]
    pub fn range(self) -> Range {
        // An amount may name its currency.
        range(self.json, |key| Money::plain_number(self.json.word(key).split(' ').next()?))
    }

    /// What the test comes to, with its window.
    #[must_use]
    pub fn holds(self, known: &dyn Known) -> Finding {
        let value = known.value(self.fact());
        let finding = self.finding(value);
        match (self.window(), value) {
            (Some(window), Some(Value::Days(days))) => finding.min(window.held(known, *days).finding),
            _ => finding,
        }
    }

    /// The facts that can still settle it.
    pub(super) fn needs(self, known: &dyn Known, into: &mut SortedSet<&'s str>) {
        let day = known.days(self.fact()).unwrap_or_default();
        if day.exactly().is_none() {
            into.insert(self.fact());
        }
        if let Some(window) = self.window() {
            into.extend(window.held(known, day).needs.into_vec());
        }
    }

    /// What the test on its own comes to; without a value it is open.
    #[must_use]
    pub fn finding(self, value: Option<&Value>) -> Finding {
        match value {
            Some(Value::Bool(value)) => (self.json.get("is") == Some(&Json::Bool(*value))).into(),
            Some(Value::Word(value)) => {
                let under = self.json.word("under");
                let is = self.json.get("is").into_iter().chain(self.json.list("in"));
                let named = is.filter_map(Json::text).any(|word| word == value);
                (named || (!under.is_empty() && self.version.belongs(value, under))).into()
            }
            Some(Value::Tags(tags)) => tags.iter().any(|tag| tag == self.tag()).into(),
            Some(Value::Days(days)) => {
                let (from, until) = self.days();
                days.within(from, until)
            }
            Some(Value::Number(number)) => self.range().holds(*number).into(),
            Some(Value::Money(money)) => {
                let range = self.range();
                let comparable = !self.version.foreign || money.decimal().is_zero() || range.is_about_zero();
                if comparable { range.holds(money.decimal()).into() } else { Finding::Maybe }
            }
            Some(Value::Never) => Finding::No,
            None => Finding::Maybe,
        }
    }
}

fn range(json: &Json, mut number: impl FnMut(&str) -> Option<Decimal>) -> Range {
    let mut end = |key: &str, included: bool| json.get(key).and_then(|_| number(key)).map(|number| (number, included));
    if let Some(is) = end("is", true) {
        return Range { low: Some(is), high: Some(is) };
    }
    Range { low: end("atLeast", true).or(end("moreThan", false)), high: end("atMost", true).or(end("lessThan", false)) }
}

/// The tests that make sense for a type.
const fn allowed(kind: FactType) -> &'static [&'static str] {
    match kind {
        FactType::Bool => &["is"],
        FactType::Enum | FactType::Text => &["is", "in"],
        FactType::Category => &["is", "in", "under"],
        FactType::Tags => &["has"],
        FactType::Date => &["is", "from", "until"],
        FactType::Number | FactType::Money => &["is", "atLeast", "atMost", "moreThan", "lessThan"],
    }
}

/// Tells a test that cannot be asked of its fact.
pub(super) fn check(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let name = json.word("fact");
    let facts = Facts::of(walk.root);
    let Some(fact) = facts.get(name) else { return };
    let allowed = allowed(fact.kind);
    let known = |key: &str| {
        ["is", "in", "under", "has", "from", "until", "atLeast", "atMost", "moreThan", "lessThan"].contains(&key)
    };
    let asked: Vec<&str> = json.entries().iter().map(|(key, _)| key.as_str()).filter(|key| known(key)).collect();
    if let Some(wrong) = asked.iter().find(|key| !allowed.contains(key)) {
        let params = [("test", *wrong), ("fact", name), ("kind", fact.kind.described()), ("allowed", &listed(allowed))];
        return walk.log.add(Code::PolicyWrongTest, &at.key(wrong), &params);
    }
    let counts = |keys: [&str; 2]| asked.iter().filter(|key| keys.contains(key)).count();
    let pair = asked.len() == 2
        && (counts(["from", "until"]) == 2
            || (counts(["atLeast", "moreThan"]) == 1 && counts(["atMost", "lessThan"]) == 1));
    if asked.len() != 1 && !pair {
        return walk.log.one_form(at, allowed.iter().copied());
    }
    match fact.kind {
        FactType::Bool => {
            if let Some(is @ Json::Text(_)) = json.get("is") {
                walk.log.wrong_type(is, &at.key("is"), "true or false");
            }
        }
        _ if matches!(json.get("is"), Some(Json::Bool(_))) => {
            walk.log.wrong_type(&Json::Bool(true), &at.key("is"), "a text");
        }
        FactType::Tags | FactType::Text => {}
        FactType::Enum | FactType::Category => words(walk, json, fact.kind, at, &fact.values()),
        FactType::Date => {
            let mut day = |key: &str| day(walk, json.get(key)?.text().filter(|text| !text.is_empty())?, &at.key(key));
            let (_, from, until) = (day("is"), day("from"), day("until"));
            if from.zip(until).is_some_and(|(from, until)| from > until) {
                walk.log.add(Code::PolicyReversed, at, &[]);
            }
        }
        FactType::Number | FactType::Money => {
            let money = fact.kind == FactType::Money;
            let range = range(json, |key| number(walk, json.word(key), money, &at.key(key)));
            if range.is_empty() {
                walk.log.add(Code::PolicyReversed, at, &[]);
            }
        }
    }
}

fn words(
    walk: &mut Walk<'_>,
    json: &Json,
    kind: FactType,
    at: &Pointer,
    values: &[(&str, Option<crate::domain::Text<'_>>)],
) {
    let known: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
    let mut check = |word: &str, at: Pointer| {
        if word.is_empty() || known.contains(&word) {
        } else if kind == FactType::Category {
            let otherwise = "declare it under `/categories`";
            walk.log.unknown(Code::PolicyUnknownCategory, &at, word, known.iter().copied(), otherwise);
        } else {
            walk.log.unknown_value(&at, word, &known);
        }
    };
    check(json.word("is"), at.key("is"));
    check(json.word("under"), at.key("under"));
    for (index, word) in json.list("in").iter().enumerate() {
        check(word.text().unwrap_or_default(), at.key("in").index(index));
    }
}

fn number(walk: &mut Walk<'_>, text: &str, money: bool, at: &Pointer) -> Option<Decimal> {
    if text.is_empty() {
        return None;
    }
    if money {
        return amount(walk, text, at).map(Money::decimal);
    }
    let number = Money::plain_number(text);
    if number.is_none() {
        walk.log.add(Code::PolicyBadNumber, at, &[("value", text)]);
    }
    number
}
