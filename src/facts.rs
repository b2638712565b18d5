//! What a request says: items with their facts, read and checked against each other.

#[cfg(feature = "claim")]
pub mod claim;
#[cfg(feature = "settlement")]
pub mod order;
#[cfg(feature = "quote")]
pub mod quote;
mod reading;
#[cfg(feature = "claim")]
pub mod triage;

use std::sync::Arc;

use reading::{Reading, date};

use crate::domain::shape::{Object, Shape, Walk, optional, required};
use crate::domain::{Code, Date, Floor, Json, Log, Money, Pointer, Problems};
use crate::policy::{Days, Known, Shop, Value, Version};

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
    // Most names differ in length, and comparing texts is a call.
    let is = |known: &str| known.len() == fact.len() && known == fact;
    values.iter().find(|(known, _)| is(known.as_ref())).map(|(_, value)| value)
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
                None => Days::default(),
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
        Self::new(Vec::new(), taken(shop, version, today).into())
    }

    /// As the request says it; what only follows from other facts is not stated.
    #[must_use]
    pub fn stated(&self, fact: &str) -> Option<&Value> {
        find(&self.stated, fact)
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
fn taken(shop: &Shop, version: &Version, today: Date) -> Vec<(String, Value)> {
    let law = shop.law.as_ref();
    let known = shop.facts(version);
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

impl Request {
    /// Reads a request against the policy that will decide it.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&REQUEST), &root);
        let today = today_of(json, &root, &mut log);
        let items = items(json, "items", shop, today, &|_| Vec::new(), &mut log);
        match today {
            Some(today) if !log.is_bad() => Ok(Self { today, items }),
            _ => Err(log.problems),
        }
    }
}

fn today_of(json: &Json, root: &Pointer, log: &mut Log) -> Option<Date> {
    json.get("today").and_then(|today| date(today, &root.key("today"), log))
}

/// The entries of a list of a request; `implied` tells what an entry with this name says of itself without saying it.
fn items(
    json: &Json,
    list: &str,
    shop: &Shop,
    today: Option<Date>,
    implied: &dyn Fn(&str) -> Vec<(String, Value)>,
    log: &mut Log,
) -> Vec<Item> {
    let list_at = Pointer::root().key(list);
    let today_at = Pointer::root().key("today");
    let mut items: Vec<Item> = Vec::new();
    for (index, json_item) in json.list(list).iter().enumerate() {
        let at = list_at.index(index);
        let mut reading = Reading { shop, today: today.map(|today| (today, &today_at)), log };
        if let Some(item) = reading.item(json, json_item, &at, implied) {
            if items.iter().any(|other| other.id == item.id) {
                log.add(Code::FactsDuplicateId, &at.key("id"), &[("value", &item.id)]);
            }
            items.push(item);
        }
    }
    items
}

/// What happens to goods, each with what must have happened before it.
pub const EVENTS: [(&str, &str); 8] = [
    ("purchased", ""),
    ("dispatched", "purchased"),
    ("delivered", "dispatched"),
    ("defectNoticed", "delivered"),
    ("exchanged", "delivered"),
    ("inRepairSince", "delivered"),
    ("returnReceived", "delivered"),
    ("asked", "purchased"),
];

/// Whether an event comes after another: a defect shows after the delivery.
#[must_use]
pub fn follows(later: &str, earlier: &str) -> bool {
    let before = EVENTS.iter().find(|(event, _)| *event == later).map_or("", |(_, before)| before);
    !before.is_empty() && (before == earlier || follows(before, earlier))
}
