//! What a request says: items with their facts, read and checked against each other.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::shape::{Object, Shape, Walk, optional, required};
use crate::domain::{Code, Date, Floor, Json, Log, Money, MoneyError, Pointer, Problems, SortedSet, listed};
use crate::policy::vocabulary::FactType;
use crate::policy::{Days, Fact, Known, Shop, Value, Version};

static REQUEST: Object = Object::new(
    "Request",
    "What is asked.",
    &[
        required("today", Shape::Any, "Today in the shop's time zone."),
        optional("facts", FACTS, "Facts of the whole order."),
        required("items", Shape::List(&Shape::Object(&ITEM), 1), "The items."),
    ],
);

static ITEM: Object = Object::new(
    "Item",
    "Units of one order line that share their facts.",
    &[
        required("id", Shape::Text, "Its name in the request."),
        optional("quantity", Shape::Any, "Units bought; 1 if not said."),
        optional("returned", Shape::Any, "Units that already went back; none if not said."),
        optional("facts", FACTS, "What is known."),
    ],
);

static BETWEEN: Object = Object::new(
    "Between",
    "A day that is only known to lie between two days.",
    &[optional("from", Shape::Any, "Not before this day."), optional("to", Shape::Any, "Not after this day.")],
);

const FACTS: Shape = Shape::Named(|_, _, _| {}, &Shape::Any);

/// A request that has been read: everything in it fits the policy and the calendar.
#[derive(Clone, Debug)]
pub struct Request {
    /// Today in the shop's time zone.
    pub today: Date,
    /// The items, at least one.
    pub items: Vec<Item>,
}

/// Units of one order line that share their facts.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in the request.
    pub id: String,
    /// Units bought, at least one.
    pub bought: u32,
    /// Units that already went back, at most as many.
    pub returned: u32,
    /// What is known.
    pub facts: Facts,
}

/// What is known of one item.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    stated: Vec<(String, Value)>,
    taken: Arc<[(String, Value)]>,
    /// What also follows from the order of events: not before which day one of them can have been.
    follows: Vec<(&'static str, Value)>,
}

fn find<'v>(values: &'v [(impl AsRef<str>, Value)], fact: &str) -> Option<&'v Value> {
    values.iter().find(|(known, _)| known.as_ref() == fact).map(|(_, value)| value)
}

impl Known for Facts {
    fn value(&self, fact: &str) -> Option<&Value> {
        find(&self.follows, fact).or_else(|| find(&self.stated, fact)).or_else(|| find(&self.taken, fact))
    }
}

impl Facts {
    /// Goods are not delivered before they are bought, and so on along the order of events. What is taken to be so while
    /// nobody says otherwise comes in `taken`.
    fn new(stated: Vec<(String, Value)>, taken: Arc<[(String, Value)]>) -> Self {
        let mut facts = Self { stated, taken, follows: Vec::new() };
        for (event, before) in EVENTS {
            let days = match facts.value(event) {
                Some(Value::Days(days)) => *days,
                Some(_) => continue,
                None => Days { from: None, to: None },
            };
            let from = days.from.max(facts.days(before).and_then(|days| days.from));
            if from > days.from {
                facts.follows.push((event, Value::Days(Days { from, ..days })));
            }
        }
        facts
    }

    /// What is taken to be so while nobody says anything.
    #[cfg(feature = "explain")]
    #[must_use]
    pub fn taken(shop: &Shop, version: &Version, today: Date) -> Self {
        Self::new(Vec::new(), taken(shop, &shop.facts(version), today).into())
    }

    /// As the request says it; what only follows from other facts is not stated.
    #[must_use]
    pub fn stated(&self, fact: &str) -> Option<&Value> {
        find(&self.stated, fact)
    }

    /// Between which days an event lies, as far as is known.
    #[must_use]
    pub fn days(&self, fact: &str) -> Option<Days> {
        match self.value(fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        }
    }

    /// What was paid for one unit.
    #[must_use]
    pub fn price(&self) -> Option<Money> {
        match self.stated("price") {
            Some(Value::Money(price)) => Some(*price),
            _ => None,
        }
    }

    /// The same with one fact changed or learnt.
    #[must_use]
    pub fn with(&self, fact: &str, value: Value) -> Self {
        let others = self.stated.iter().filter(|(known, _)| known != fact).cloned();
        Self::new(others.chain([(fact.to_owned(), value)]).collect(), Arc::clone(&self.taken))
    }
}

/// What is taken to be so while nobody says otherwise: by the policy, or else by the law; the country, where the law holds in
/// one only.
fn taken(shop: &Shop, known: &[Fact<'_>], today: Date) -> Vec<(String, Value)> {
    let law = shop.law.as_ref();
    let values = known.iter().filter_map(|fact| {
        let by_law = || law?.facts().get(fact.name)?.unless_told(today);
        Some((fact.name.to_owned(), fact.unless_told(today).or_else(by_law)?))
    });
    let mut taken: Vec<(String, Value)> = values.collect();
    let countries: Vec<&str> = law.and_then(Version::jurisdiction).map_or(Vec::new(), |law| law.countries().collect());
    if let [only] = countries.as_slice() {
        taken.push(("country".to_owned(), Value::Word((*only).to_owned())));
    }
    taken
}

impl Shop {
    /// The version in force for the day of purchase; none while that day is not known and matters.
    #[must_use]
    pub fn version_for(&self, facts: &Facts) -> Option<&Version> {
        match facts.days("purchased").and_then(|days| days.from) {
            Some(purchased) => self.version_on(purchased),
            None => self.only_version(),
        }
    }
}

/// The most units of one item.
const MOST_UNITS: i64 = 1_000_000;

impl Request {
    /// Reads a request against the policy that will decide it.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&REQUEST), &root);
        let today_at = root.key("today");
        let today = json.get("today").and_then(|today| date(today, &today_at, &mut log));
        let items_at = root.key("items");
        let mut items: Vec<Item> = Vec::new();
        for (index, json_item) in json.list("items").iter().enumerate() {
            let at = items_at.index(index);
            let mut reading = Reading { shop, today: today.map(|today| (today, &today_at)), log: &mut log };
            if let Some(item) = reading.item(json, json_item, &at) {
                if items.iter().any(|other| other.id == item.id) {
                    log.add(Code::FactsDuplicateId, &at.key("id"), &[("value", &item.id)]);
                }
                items.push(item);
            }
        }
        match today {
            Some(today) if !log.is_bad() => Ok(Self { today, items }),
            _ => Err(log.problems),
        }
    }
}

/// A value of a request and where it stands.
type Placed<'j> = (&'j str, &'j Json, Pointer);

/// One item while it is read.
struct Reading<'r> {
    shop: &'r Shop,
    today: Option<(Date, &'r Pointer)>,
    log: &'r mut Log,
}

impl Reading<'_> {
    fn item(&mut self, request: &Json, json: &Json, at: &Pointer) -> Option<Item> {
        let id = json.get("id").and_then(Json::text).filter(|id| !id.trim().is_empty());
        let bought = self.units(json, "quantity", at, 1, 1);
        let returned = self.units(json, "returned", at, 0, 0);
        let own = json.named("facts");
        let facts_at = at.key("facts");
        let shared_at = Pointer::root().key("facts");
        // What an item says of itself stands before what the order says of all.
        let shared = request.named("facts").iter().filter(|(name, _)| own.iter().all(|(known, _)| known != name));
        let places = own.iter().map(|entry| (entry, &facts_at)).chain(shared.map(|entry| (entry, &shared_at)));
        let places: Vec<Placed<'_>> = places.map(|((name, json), at)| (name.as_str(), json, at.key(name))).collect();
        let facts = self.facts(&places);
        if let (Some(bought), Some(returned)) = (bought, returned)
            && returned > bought
        {
            let params = [("returned", &*returned.to_string()), ("bought", &*bought.to_string())];
            self.log.add(Code::FactsReturnedMore, &at.key("returned"), &params);
        }
        Some(Item { id: id?.to_owned(), bought: bought?, returned: returned?, facts })
    }

    fn units(&mut self, json: &Json, key: &str, at: &Pointer, least: i64, otherwise: u32) -> Option<u32> {
        let Some(json) = json.get(key) else { return Some(otherwise) };
        let whole = match json {
            Json::Whole(whole) if (least..=MOST_UNITS).contains(whole) => u32::try_from(*whole).ok(),
            _ => None,
        };
        if whole.is_none() {
            let shown = match json {
                Json::Whole(number) => number.to_string(),
                Json::Text(text) => text.clone(),
                other => other.kind().to_owned(),
            };
            let params = [("value", &*shown), ("least", &*least.to_string()), ("most", &*MOST_UNITS.to_string())];
            self.log.add(Code::FactsBadQuantity, &at.key(key), &params);
        }
        whole
    }

    fn facts(&mut self, places: &[Placed<'_>]) -> Facts {
        let purchased = places.iter().find(|(name, json, _)| *name == "purchased" && !matches!(json, Json::Object(_)));
        let purchased = purchased.and_then(|(_, json, at)| date(json, at, self.log).map(|day| (day, at)));
        if let (Some((today, at)), Some((day, _))) = (self.today, purchased)
            && today < day
        {
            let params = [("value", &*today.to_string()), ("other", &*day.to_string())];
            self.log.add(Code::FactsTodayBeforePurchase, at, &params);
        }
        // While the version is not known, the newest one says which facts there are.
        let version = purchased.and_then(|(day, at)| {
            let version = self.shop.version_on(day);
            if version.is_none() {
                self.log.add(Code::FactsBeforeFirstVersion, at, &[("value", &day.to_string())]);
            }
            version
        });
        let Some(version) = version.or(self.shop.versions.last()) else { return Facts::default() };
        let known = self.shop.facts(version);

        let mut stated = Vec::new();
        for (name, json, at) in places {
            if let Some(fact) = self.fact(name, &known, at)
                && let Some(value) = self.value(fact, json, at)
            {
                stated.push(((*name).to_owned(), value));
            }
        }
        self.check_order(&stated, places);
        self.check_country(&stated, places);
        let taken = self.today.map(|(today, _)| taken(self.shop, &known, today));
        Facts::new(stated, taken.unwrap_or_default().into())
    }

    /// The country of the buyer must be one in which the law holds that stands beside the policy.
    fn check_country(&mut self, stated: &[(String, Value)], places: &[Placed<'_>]) {
        let law = self.shop.law.as_ref().and_then(Version::jurisdiction);
        // A law that names no country holds for any.
        let known: Vec<&str> = law.map_or(Vec::new(), |law| law.countries().collect());
        let place = places.iter().find(|(name, ..)| *name == "country");
        if let (Some(Value::Word(country)), Some((.., at)), false) = (find(stated, "country"), place, known.is_empty())
            && !known.contains(&country.as_str())
        {
            self.log.add(Code::FactsOtherCountry, at, &[("value", country), ("countries", &listed(&known))]);
        }
    }

    /// The fact with a name, in this version or, as an order may outlive a version, in another.
    fn fact<'v>(&mut self, name: &str, known: &[Fact<'v>], at: &Pointer) -> Option<Fact<'v>> {
        let fact = known.iter().find(|fact| fact.name == name).copied();
        if fact.is_none() && self.shop.versions.iter().all(|other| other.facts().get(name).is_none()) {
            let otherwise = "leave it out, or declare it in the policy under `/facts`";
            self.log.unknown(Code::FactsUnknownFact, at, name, known.iter().map(|fact| fact.name), otherwise);
        }
        fact
    }

    fn value(&mut self, fact: Fact<'_>, json: &Json, at: &Pointer) -> Option<Value> {
        if let (Json::Null, false) = (json, fact.kind == FactType::Date) {
            self.log.add(Code::FactsNull, at, &[("fact", fact.name)]);
            return None;
        }
        match fact.kind {
            FactType::Bool => match json {
                Json::Bool(value) => Some(Value::Bool(*value)),
                _ => {
                    self.log.wrong_type(json, at, "true or false");
                    None
                }
            },
            FactType::Text => self.text(json, at).map(|text| Value::Word(text.to_owned())),
            FactType::Enum | FactType::Category => {
                let text = self.text(json, at)?;
                let known: Vec<&str> = fact.values().into_iter().map(|(value, _)| value).collect();
                let declared = known.contains(&text);
                // A category that the policy does not know says nothing about where the goods belong.
                if !declared && fact.kind == FactType::Enum {
                    self.log.unknown_value(at, text, &known);
                }
                declared.then(|| Value::Word(text.to_owned()))
            }
            FactType::Tags => self.tags(json, at).map(Value::Tags),
            FactType::Number => self.number(json, at).map(Value::Number),
            FactType::Money => self.money(json, at).map(Value::Money),
            FactType::Date => self.day(fact, json, at).map(Value::Days),
        }
    }

    fn text<'j>(&mut self, json: &'j Json, at: &Pointer) -> Option<&'j str> {
        Walk { root: json, log: self.log }.text(json, at)
    }

    fn tags(&mut self, json: &Json, at: &Pointer) -> Option<Vec<String>> {
        let Json::List(tags) = json else {
            self.log.wrong_type(json, at, "a list");
            return None;
        };
        let tags: Vec<Option<&str>> =
            tags.iter().enumerate().map(|(index, tag)| self.text(tag, &at.index(index))).collect();
        let tags: Option<SortedSet<&str>> = tags.into_iter().collect();
        tags.map(|tags| tags.as_slice().iter().map(|tag| (*tag).to_owned()).collect())
    }

    fn number(&mut self, json: &Json, at: &Pointer) -> Option<Decimal> {
        let (number, shown) = match json {
            Json::Whole(number) => (Some(Decimal::from(*number)), String::new()),
            Json::Text(text) => (Money::plain_number(text), text.clone()),
            Json::Fraction => (None, "a fraction without quotes".to_owned()),
            other => (None, other.kind().to_owned()),
        };
        if number.is_none() {
            self.log.add(Code::FactsBadNumber, at, &[("value", &shown)]);
        }
        number
    }

    fn money(&mut self, json: &Json, at: &Pointer) -> Option<Money> {
        let currency = self.shop.currency;
        let (code, example) = (currency.code(), currency.example());
        if let Json::Whole(_) | Json::Fraction = json {
            self.log.add(Code::FactsMoneyAsNumber, at, &[("example", example)]);
            return None;
        }
        let text = self.text(json, at)?;
        match Money::parse(text, currency) {
            Ok(money) => Some(money),
            Err(MoneyError::OtherCurrency(found)) => {
                self.log.add(Code::FactsMixedCurrency, at, &[("found", &found), ("currency", code)]);
                None
            }
            Err(MoneyError::Unreadable) => {
                let digits = currency.digits().to_string();
                let params = [("value", text), ("currency", code), ("digits", &*digits), ("example", example)];
                self.log.add(Code::FactsBadAmount, at, &params);
                None
            }
        }
    }

    /// A day, or `{ from, to }` for a day that is only known to lie between two.
    fn day(&mut self, fact: Fact<'_>, json: &Json, at: &Pointer) -> Option<Days> {
        let Json::Object(_) = json else {
            let day = date(json, at, self.log)?;
            if let Some((today, _)) = self.today
                && day > today
                && follows(fact.name, "purchased")
            {
                let params = [("fact", fact.name), ("value", &*day.to_string())];
                self.log.add(Code::FactsInFuture, at, &params);
            }
            return Some(Days::on(day));
        };
        if fact.name == "purchased" {
            self.log.add(Code::FactsNotARange, at, &[("fact", fact.name)]);
            return None;
        }
        Walk { root: json, log: self.log }.value(json, &Shape::Object(&BETWEEN), at);
        let mut end = |key: &str| match json.get(key) {
            Some(day) => date(day, &at.key(key), self.log).map(Some),
            None => Some(None),
        };
        let (from, to) = (end("from"), end("to"));
        let (from, to) = (from?, to?);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.log.add(Code::FactsReversed, at, &[]);
            return None;
        }
        Some(Days { from, to })
    }

    /// Every event is on the day of the one before it, or later.
    fn check_order(&mut self, stated: &[(String, Value)], places: &[Placed<'_>]) {
        let days = |fact: &str| match find(stated, fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        };
        let earlier = [
            ("purchased", Code::FactsBeforePurchase),
            ("dispatched", Code::FactsBeforeDispatch),
            ("delivered", Code::FactsBeforeDelivery),
        ];
        let orders = earlier.into_iter().flat_map(|(earlier, code)| {
            EVENTS
                .iter()
                .map(|(event, _)| *event)
                .filter(move |event| follows(event, earlier))
                .map(move |later| (later, earlier, code))
        });
        for (later, earlier, code) in orders {
            let last = days(later).and_then(|days| days.to);
            let first = days(earlier).and_then(|days| days.from);
            if let (Some(last), Some(first), Some(place)) =
                (last, first, places.iter().find(|(name, ..)| *name == later))
                && last < first
            {
                let params = [("fact", later), ("value", &*last.to_string()), ("other", &*first.to_string())];
                self.log.add(code, &place.2, &params);
            }
        }
    }
}

/// What happens to goods, each with what must have happened before it.
pub const EVENTS: [(&str, &str); 7] = [
    ("purchased", ""),
    ("dispatched", "purchased"),
    ("delivered", "dispatched"),
    ("defectNoticed", "delivered"),
    ("exchanged", "delivered"),
    ("inRepairSince", "delivered"),
    ("returnReceived", "delivered"),
];

/// Whether an event comes after another: a defect shows after the delivery.
#[must_use]
pub fn follows(later: &str, earlier: &str) -> bool {
    let before = EVENTS.iter().find(|(event, _)| *event == later).map_or("", |(_, before)| before);
    !before.is_empty() && (before == earlier || follows(before, earlier))
}

/// A day and nothing else: no time, no number, no null.
fn date(json: &Json, at: &Pointer, log: &mut Log) -> Option<Date> {
    let (date, shown) = match json {
        Json::Text(text) => (Date::parse(text), text.as_str()),
        other => (None, other.kind()),
    };
    if date.is_none() {
        log.add(Code::FactsBadDate, at, &[("value", shown)]);
    }
    date
}
