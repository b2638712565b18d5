//! What a request for a triage says: symptoms, what was tried, and perhaps the device.

use super::quote::{Names, device, implied};
use super::{FACTS, Facts, today_of};
use crate::domain::shape::{Object, Shape, Walk, optional, required};
use crate::domain::{Code, Date, Floor, Json, Log, Pointer, Problems};
use crate::policy::Shop;
use crate::policy::repair::{Book, Entry};
use crate::policy::triage::Triage;

static REQUEST: Object = Object::new(
    "TriageRequest",
    "What is looked into.",
    &[
        required("today", Shape::Any, "Today in the shop's time zone."),
        optional("facts", FACTS, "What is known, and what helped or did not."),
        optional("model", Shape::Text, "Which device it is."),
    ],
);

/// A request for a triage that has been read.
#[derive(Clone, Debug)]
pub struct TriageRequest<'s> {
    /// Today in the shop's time zone.
    pub today: Date,
    /// The triage in force today.
    pub triage: Triage<'s>,
    /// The shop.
    pub shop: &'s Shop,
    /// Which device it is, if that is known.
    pub model: Option<Entry<'s>>,
    /// What is known.
    pub facts: Facts,
}

impl<'s> TriageRequest<'s> {
    /// Reads a request against the triage in force on its day.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &'s Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&REQUEST), &root);
        let today = today_of(json, &root, &mut log);
        let triage = today.map_or_else(|| shop.triage(), |today| shop.triage_on(today));
        if triage.is_none() {
            log.add(Code::FactsNoTriage, &root, &[]);
        }
        let model = model(json, shop, today, &root, &mut log);
        let facts = device(json, shop, today, implied([model, None]), &mut log);
        match (today, triage) {
            (Some(today), Some(triage)) if !log.is_bad() => Ok(Self { today, triage, shop, model, facts }),
            _ => Err(log.problems),
        }
    }
}

/// The device, as the price book names it.
fn model<'s>(json: &Json, shop: &'s Shop, today: Option<Date>, root: &Pointer, log: &mut Log) -> Option<Entry<'s>> {
    json.get("model")?;
    match today.map_or_else(|| shop.book(), |today| shop.book_on(today)) {
        Some(book) => Names { book, log }.entry(json, "model", root, Book::models),
        None => {
            log.add(Code::FactsNoPriceBook, &root.key("model"), &[]);
            None
        }
    }
}
