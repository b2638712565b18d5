//! What a request for a quote says: a device, what is wrong with it, and what is wished.

use super::reading::{Placed, Reading};
use super::{FACTS, Facts, Item, items, today_of};
use crate::domain::shape::{Object, Shape, Walk, optional, required};
use crate::domain::{Code, Date, Floor, Json, Log, Pointer, Problems};
use crate::policy::repair::{Book, Entry};
use crate::policy::{Known as _, Shop, Value};

static REQUEST: Object = Object::new(
    "QuoteRequest",
    "What a repair is quoted for.",
    &[
        required("today", Shape::Any, "Today in the shop's time zone."),
        optional("facts", FACTS, "What is known of the device."),
        required("model", Shape::Text, "Which device it is."),
        required("faults", Shape::List(&Shape::Object(&FAULT), 0), "What is wrong."),
        optional("wish", Shape::Object(&WISH), "What is wished."),
    ],
);

static FAULT: Object = Object::new(
    "Fault",
    "Something that is wrong.",
    &[required("id", Shape::Text, "Its name in the price book."), optional("facts", FACTS, "What is known of it.")],
);

static WISH: Object = Object::new(
    "Wish",
    "What is wished.",
    &[
        optional("way", Shape::Text, "How the device comes to the shop."),
        optional("surcharges", Shape::List(&Shape::Text, 0), "What is chosen on top."),
        optional("coupon", Shape::Text, "A code that takes something off."),
    ],
);

/// A request for a quote that has been read: everything in it is in the price book.
#[derive(Clone, Debug)]
pub struct QuoteRequest<'s> {
    /// Today in the shop's time zone.
    pub today: Date,
    /// The price book in force today.
    pub book: Book<'s>,
    /// Which device it is.
    pub model: Entry<'s>,
    /// What is wrong, each with what is known of it.
    pub faults: Vec<(Entry<'s>, Item)>,
    /// What is known of the device itself.
    pub device: Facts,
    /// How the device comes to the shop; none if the book knows no ways.
    pub way: Option<Entry<'s>>,
    /// What is chosen on top.
    pub surcharges: Vec<&'s str>,
    /// The code that takes something off.
    pub coupon: Option<String>,
}

impl<'s> QuoteRequest<'s> {
    /// Reads a request against the price book in force on its day.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &'s Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&REQUEST), &root);
        let today = today_of(json, &root, &mut log);
        let book = today.map_or_else(|| shop.book(), |today| shop.book_on(today));
        let Some(book) = book else {
            log.add(Code::FactsNoPriceBook, &root, &[]);
            return Err(log.problems);
        };
        let device_is = json.get("model").and_then(Json::text).and_then(|model| book.model(model));
        let implied = |fault: &str| implied([device_is, book.fault(fault)]);
        let items = items(json, "faults", shop, today, &implied, &mut log);
        let device = device(json, shop, today, implied(""), &mut log);
        let mut names = Names { book, log: &mut log };
        let model = names.entry(json, "model", &root, Book::models);
        let faults_at = root.key("faults");
        let mut faults = Vec::new();
        for (index, fault) in json.list("faults").iter().enumerate() {
            if let Some(entry) = names.entry(fault, "id", &faults_at.index(index), Book::faults) {
                faults.extend(items.iter().find(|item| item.id == entry.id).map(|item| (entry, item.clone())));
            }
        }
        let wish = json.get("wish").unwrap_or(&Json::Null);
        let wish_at = root.key("wish");
        let way = names.entry(wish, "way", &wish_at, Book::ways).or_else(|| book.ways().next());
        let chosen_at = wish_at.key("surcharges");
        let chosen = wish.list("surcharges").iter().enumerate();
        let chosen: Vec<Option<Entry<'_>>> =
            chosen.map(|(index, name)| names.named(name, &chosen_at.index(index), Book::surcharges)).collect();
        match (today, model) {
            (Some(today), Some(model)) if !log.is_bad() => Ok(Self {
                today,
                book,
                model,
                faults,
                device,
                way,
                surcharges: chosen.into_iter().flatten().map(|surcharge| surcharge.id).collect(),
                coupon: wish.get("coupon").and_then(Json::text).map(|coupon| coupon.trim().to_owned()),
            }),
            _ => Err(log.problems),
        }
    }

    /// What is known where it does not matter what is wrong.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        self.faults.first().map_or(&self.device, |(_, item)| &item.facts)
    }

    /// The country of the buyer.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        match self.device.value("country") {
            Some(Value::Word(country)) => Some(country),
            _ => None,
        }
    }
}

/// What a device and its fault say of it; what the fault says wins. Whoever wants a repair has a defect, unless they say otherwise.
pub(super) fn implied(by: [Option<Entry<'_>>; 2]) -> Vec<(String, Value)> {
    let mut implied = vec![("reason".to_owned(), Value::Word("defect".to_owned()))];
    for (fact, value) in by.into_iter().flatten().flat_map(Entry::facts) {
        implied.retain(|(known, _)| known != fact);
        implied.push((fact.to_owned(), value));
    }
    implied
}

pub(super) fn device(
    json: &Json,
    shop: &Shop,
    today: Option<Date>,
    implied: Vec<(String, Value)>,
    log: &mut Log,
) -> Facts {
    let at = Pointer::root().key("facts");
    let told = json.named("facts").iter();
    let places: Vec<Placed<'_>> = told.map(|(name, json)| (name.as_str(), json, at.key(name))).collect();
    let today_at = Pointer::root().key("today");
    Reading { shop, today: today.map(|today| (today, &today_at)), log }.facts(&places, implied)
}

/// Names that must be those of the price book.
pub(super) struct Names<'n, 's> {
    pub book: Book<'s>,
    pub log: &'n mut Log,
}

impl<'s> Names<'_, 's> {
    pub(super) fn entry<E: Iterator<Item = Entry<'s>>>(
        &mut self,
        json: &Json,
        key: &str,
        at: &Pointer,
        known: fn(Book<'s>) -> E,
    ) -> Option<Entry<'s>> {
        self.named(json.get(key)?, &at.key(key), known)
    }

    fn named<E: Iterator<Item = Entry<'s>>>(
        &mut self,
        json: &Json,
        at: &Pointer,
        known: fn(Book<'s>) -> E,
    ) -> Option<Entry<'s>> {
        let name = json.text().filter(|name| !name.trim().is_empty())?;
        let found = known(self.book).find(|entry| entry.id == name);
        if found.is_none() {
            let known: Vec<&str> = known(self.book).map(|entry| entry.id).collect();
            self.log.unknown_value(at, name, &known);
        }
        found
    }
}
