//! The price book: what repairs cost, read as it is needed. What is written has been checked when the policy was opened.

mod check;
mod names;
mod table;

pub(super) use check::fits;
#[cfg(feature = "claim")]
pub(super) use check::said;
#[cfg(feature = "claim")]
pub(super) use names::{MODEL, stated_fact};
pub(super) use table::REPAIR as TABLE;

use super::vocabulary::GRADES;
use super::{Condition, Shop, Value, Version};
use crate::domain::{Date, Json, Money, Percent, Period, Rate, Text};

/// The price book of one version of a policy.
#[derive(Clone, Copy, Debug)]
pub struct Book<'s> {
    json: &'s Json,
    /// The version that holds it.
    pub version: &'s Version,
    shop: &'s Shop,
}

impl Shop {
    /// The price book in force on a day: prices are those of today, whenever the device was bought.
    #[must_use]
    pub fn book_on(&self, today: Date) -> Option<Book<'_>> {
        self.book_of(self.version_on(today)?)
    }

    /// The price book of a version.
    #[must_use]
    pub fn book_of<'s>(&'s self, version: &'s Version) -> Option<Book<'s>> {
        version.document.get("repair").map(|json| Book { json, version, shop: self })
    }

    /// The newest price book.
    #[must_use]
    pub fn book(&self) -> Option<Book<'_>> {
        self.book_of(self.versions.last()?)
    }
}

/// Something in a price book that has a name.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'s> {
    /// Its name.
    pub id: &'s str,
    json: &'s Json,
    book: Book<'s>,
}

impl<'s> Book<'s> {
    fn entries(self, under: &str) -> impl Iterator<Item = Entry<'s>> {
        self.json.named(under).iter().map(move |(id, json)| Entry { id, json, book: self })
    }

    fn rows(self, under: &str) -> impl Iterator<Item = Entry<'s>> {
        self.json.list(under).iter().map(move |json| Entry { id: json.word("id"), json, book: self })
    }

    fn entry(self, under: &str, id: &str) -> Option<Entry<'s>> {
        self.entries(under).find(|entry| entry.id == id)
    }

    /// The devices.
    pub fn models(self) -> impl Iterator<Item = Entry<'s>> {
        self.entries("models")
    }

    /// What can be wrong.
    pub fn faults(self) -> impl Iterator<Item = Entry<'s>> {
        self.entries("faults")
    }

    /// How a device comes to the shop, the usual way first.
    pub fn ways(self) -> impl Iterator<Item = Entry<'s>> {
        self.entries("ways")
    }

    /// What is added.
    pub fn surcharges(self) -> impl Iterator<Item = Entry<'s>> {
        self.rows("surcharges")
    }

    /// What is taken off, in this order.
    pub fn discounts(self) -> impl Iterator<Item = Entry<'s>> {
        self.rows("discounts")
    }

    /// The model with a name.
    #[must_use]
    pub fn model(self, id: &str) -> Option<Entry<'s>> {
        self.entry("models", id)
    }

    /// The fault with a name.
    #[must_use]
    pub fn fault(self, id: &str) -> Option<Entry<'s>> {
        self.entry("faults", id)
    }

    /// The kind of part with a name.
    #[must_use]
    pub fn kind(self, id: &str) -> Option<Entry<'s>> {
        self.entry("kinds", id)
    }

    /// The piece of work with a name.
    #[must_use]
    pub fn operation(self, id: &str) -> Option<Entry<'s>> {
        self.entry("operations", id)
    }

    /// The parts of a kind that fit a model, in the order of the book.
    pub fn parts(self, kind: &str, model: &str) -> impl Iterator<Item = Entry<'s>> {
        self.rows("parts").filter(move |part| part.json.word("kind") == kind && part.fits(model))
    }

    /// What a piece of work costs for a model: the row that names the model before the one that names none.
    #[must_use]
    pub fn labour(self, operation: &str, model: &str) -> Option<Entry<'s>> {
        let rows = || self.rows("labour").filter(move |row| row.json.word("operation") == operation);
        let named = rows().find(|row| row.json.get("models").is_some() && row.fits(model));
        named.or_else(|| rows().find(|row| row.json.get("models").is_none()))
    }

    /// Whether labour is paid once per visit.
    #[must_use]
    pub fn labour_per_visit(self) -> bool {
        self.json.word("labourPer") != "operation"
    }

    /// What finding the cause costs.
    #[must_use]
    pub fn diagnosis(self) -> Option<Entry<'s>> {
        self.section("diagnosis")
    }

    /// A device to use meanwhile.
    #[must_use]
    pub fn loan(self) -> Option<Entry<'s>> {
        self.section("loan")
    }

    /// Who repairs.
    #[must_use]
    pub fn repairer(self) -> Option<&'s Json> {
        self.json.get("repairer")
    }

    fn section(self, key: &'s str) -> Option<Entry<'s>> {
        self.json.get(key).map(|json| Entry { id: key, json, book: self })
    }

    /// How long work takes that says nothing of its own.
    #[must_use]
    pub fn takes(self) -> Option<Period> {
        period(self.json, "takes")
    }

    /// The warranty of parts that say nothing of their own.
    #[must_use]
    pub fn warranty(self) -> Option<Period> {
        period(self.json, "warranty")
    }

    /// How long a quote holds.
    #[must_use]
    pub fn valid_for(self) -> Option<Period> {
        period(self.json, "validFor").or_else(|| Period::parse("30 days").ok())
    }

    /// By how much the bill may be above the quote.
    #[must_use]
    pub fn overrun(self) -> Percent {
        Percent::parse(self.json.word("overrun")).unwrap_or(Percent::ZERO)
    }

    /// Up to how much of a replacement a repair is worth it.
    #[must_use]
    pub fn worth_up_to(self) -> Option<Percent> {
        Percent::parse(self.json.word("worthUpTo"))
    }

    /// The tax for a buyer in a country: that of the country if it has its own.
    #[must_use]
    pub fn tax(self, country: Option<&str>) -> Option<Tax> {
        let tax = self.json.get("tax")?;
        let countries = tax.get("countries");
        let own = country.and_then(|country| countries?.get(country)).unwrap_or(tax);
        let parts = Rate::parse(own.word("rate"))?;
        let services = Rate::parse(own.word("services")).unwrap_or(parts);
        Some(Tax { parts, services, included: tax.flag("included") })
    }
}

/// The tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tax {
    /// On parts.
    pub parts: Rate,
    /// On everything else.
    pub services: Rate,
    /// Whether prices hold it.
    pub included: bool,
}

/// What a price comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So much.
    Fixed(Money),
    /// So much of a hundred.
    Percent(Percent),
}

fn period(json: &Json, key: &str) -> Option<Period> {
    Period::parse(json.word(key)).ok()
}

impl<'s> Entry<'s> {
    /// What shoppers call it.
    #[must_use]
    pub fn title(self) -> Option<Text<'s>> {
        self.text("title")
    }

    /// A text under a key.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'s>> {
        self.json.get(key).map(Text)
    }

    /// A word under a key.
    #[must_use]
    pub fn word(self, key: &str) -> Option<&'s str> {
        self.json.get(key).and_then(Json::text)
    }

    /// The names in the list under a key.
    #[must_use]
    pub fn names(self, key: &str) -> Vec<&'s str> {
        self.json.list(key).iter().filter_map(Json::text).collect()
    }

    /// The texts in the list under a key.
    #[must_use]
    pub fn texts(self, key: &str) -> Vec<Text<'s>> {
        self.json.list(key).iter().map(Text).collect()
    }

    /// Whether it is for a model.
    #[must_use]
    pub fn fits(self, model: &str) -> bool {
        fits(self.json, model)
    }

    /// The amount under a key.
    #[must_use]
    pub fn money(self, key: &str) -> Option<Money> {
        Money::parse(self.json.word(key), self.book.shop.currency).ok()
    }

    /// The place of its grade, the best first, and the grade.
    #[must_use]
    pub fn grade(self) -> (usize, &'static str) {
        let word = self.json.word("grade");
        GRADES.into_iter().enumerate().find(|(_, grade)| *grade == word).unwrap_or((GRADES.len(), ""))
    }

    /// Its price.
    #[must_use]
    pub fn price(self) -> Money {
        self.money("price").unwrap_or(Money::zero(self.book.shop.currency))
    }

    /// What it comes to: `percent` or `amount`.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        let percent = Percent::parse(self.json.word("percent")).map(Amount::Percent);
        percent.or_else(|| self.money("amount").map(Amount::Fixed))
    }

    /// The period under a key.
    #[must_use]
    pub fn period(self, key: &str) -> Option<Period> {
        period(self.json, key)
    }

    /// The whole number under a key.
    #[must_use]
    pub fn whole(self, key: &str) -> Option<i64> {
        match self.json.get(key) {
            Some(Json::Whole(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether `true` stands under a key.
    #[must_use]
    pub fn flag(self, key: &str) -> bool {
        self.json.flag(key)
    }

    /// When it counts.
    #[must_use]
    pub fn condition(self) -> Option<Condition<'s>> {
        self.json.get("if").map(|json| Condition::new(json, self.book.version))
    }

    /// A journey of a way: `there` or `back`.
    #[must_use]
    pub fn journey(self, key: &'s str) -> Option<Entry<'s>> {
        self.json.get(key).map(|json| Entry { id: key, json, ..self })
    }

    /// What a fault says of the device.
    pub fn facts(self) -> impl Iterator<Item = (&'s str, Value)> {
        self.book.version.stated(self.json)
    }
}
