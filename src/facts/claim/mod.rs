//! What a draft of a claim says: what the shopper typed, what the page knows, and which files are there.

mod amount;
mod contact;
mod day;
mod digits;
mod gathered;
mod tidy;

pub use amount::{amount, number};
pub use contact::{email, phone};
pub use day::{DayError, day};
pub use digits::{ImeiError, account, imei};
pub use gathered::Gathered;
pub use tidy::{Care, Tidying, narrowed, tidied};

use super::reading::{Reading, date};
use super::{FACTS, today_of};
use crate::domain::shape::{Object, Shape, Walk, optional, required};
use crate::domain::{Code, Date, Floor, Json, Log, Pointer, Problems};
use crate::policy::Shop;
use crate::policy::claim::{Entry, Form};

static DRAFT: Object = Object::new(
    "ClaimDraft",
    "A claim while it is filled in.",
    &[
        required("today", Shape::Any, "Today in the shop's time zone."),
        optional("language", Shape::Text, "The language of the page."),
        optional("facts", FACTS, "What the page knows of the purchase."),
        optional("item", Shape::Object(&ITEM), "What the claim is for."),
        optional("fields", Shape::Named(|_, _, _| {}, &Shape::Any), "What the shopper entered."),
        optional("evidence", Shape::List(&Shape::Object(&FILE), 0), "The files."),
        optional("disputed", Shape::Flag, "Whether the shopper sees it differently."),
    ],
);

static ITEM: Object = Object::new(
    "ClaimItem",
    "Units of one order line.",
    &[
        required("id", Shape::Text, "Its name in the order."),
        optional("quantity", Shape::Any, "Units bought; 1 if not said."),
        optional("returned", Shape::Any, "Units that already went back; none if not said."),
    ],
);

static FILE: Object = Object::new(
    "ClaimFile",
    "A file that goes with a claim.",
    &[
        required("for", Shape::Text, "What it is for."),
        required("name", Shape::Any, "Its name, which may be empty."),
        required("type", Shape::Text, "Its type by its first bytes."),
        required("bytes", Shape::Whole(0), "How large it is."),
        required("sha256", Shape::Text, "Its SHA-256, in lower-case hexadecimal."),
        optional("taken", Shape::Any, "When the camera says that it was taken."),
    ],
);

static READ: Object = Object::new(
    "Read",
    "A value that was read on the page.",
    &[
        required("typed", Shape::Any, "As typed."),
        required("read", Shape::Any, "What it was read as; null if it could not be read."),
    ],
);

/// What the shopper entered in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// "I am not sure."
    Unsure,
    /// Yes or no.
    Flag(bool),
    /// A text, as typed.
    Text(String),
    /// A text that was read on the page, by a library.
    Read(String, Option<String>),
}

/// A file that goes with a claim.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is for.
    pub need: String,
    /// Its name.
    pub name: String,
    /// Its type by its first bytes.
    pub kind: String,
    /// How large it is.
    pub bytes: i64,
    /// Its SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    /// When the camera says that it was taken.
    pub taken: Option<Date>,
}

/// A claim while it is filled in; what the page says has been read, what the shopper typed has not.
#[derive(Clone, Debug)]
pub struct Draft<'s> {
    /// Today in the shop's time zone.
    pub today: Date,
    /// The language of the page; empty if not said.
    pub language: String,
    /// The form in force today.
    pub form: Form<'s>,
    /// The name of the item in its order.
    pub item: String,
    /// Units bought.
    pub bought: u32,
    /// Units that already went back.
    pub returned: u32,
    /// What is known before the shopper says anything.
    pub gathered: Gathered<'s>,
    /// What the shopper entered, by field.
    pub fields: Vec<(String, Typed)>,
    /// The files.
    pub files: Vec<File>,
    /// Whether the shopper sees it differently.
    pub disputed: bool,
}

impl<'s> Draft<'s> {
    /// Reads a draft against the form in force on its day.
    ///
    /// # Errors
    /// What only the page can have got wrong; what the shopper typed is never an error here.
    pub fn read(json: &Json, shop: &'s Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&DRAFT), &root);
        let (Some(today), false) = (today_of(json, &root, &mut log), log.is_bad()) else { return Err(log.problems) };
        let today_at = root.key("today");
        let Some(form) = shop.form_on(today) else {
            log.add(Code::FactsBeforeFirstVersion, &today_at, &[("value", &today.to_string())]);
            return Err(log.problems);
        };
        let (item, item_at) = (json.get("item").unwrap_or(&Json::Null), root.key("item"));
        let mut reading = Reading { shop, today: Some((today, &today_at)), log: &mut log };
        let bought = reading.units(item, "quantity", &item_at, 1, 1).unwrap_or(1);
        let returned = reading.units(item, "returned", &item_at, 0, 0).unwrap_or(0);
        if returned > bought {
            let params = [("returned", &*returned.to_string()), ("bought", &*bought.to_string())];
            log.add(Code::FactsReturnedMore, &item_at.key("returned"), &params);
        }
        let gathered = Gathered::of_page(shop, today, json.named("facts"), &mut log);
        let fields = fields(json, form, &mut log);
        let files = files(json, form, &mut log);
        if log.is_bad() {
            return Err(log.problems);
        }
        Ok(Self {
            today,
            language: json.word("language").to_owned(),
            form,
            item: Some(item.word("id")).filter(|id| !id.is_empty()).unwrap_or("item").to_owned(),
            bought,
            returned,
            gathered,
            fields,
            files,
            disputed: json.flag("disputed"),
        })
    }

    /// What the shopper entered in a field; none if nothing.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<&Typed> {
        self.fields.iter().find(|(known, _)| known == field).map(|(_, typed)| typed)
    }
}

/// Every entry must be of a field of the form, or of a fact that the form may ask for.
fn fields(json: &Json, form: Form<'_>, log: &mut Log) -> Vec<(String, Typed)> {
    let at = Pointer::root().key("fields");
    let questions = form.entries().any(|entry| matches!(entry, Entry::Questions(_)));
    let mut fields = Vec::new();
    for (name, json) in json.named("fields") {
        let at = at.key(name);
        let is_asked = form.fields().any(|field| field.id() == name) || (questions && form.fact(name).is_some());
        if !is_asked {
            let facts = if questions { form.facts() } else { Vec::new() };
            let known = form.fields().map(|field| field.id()).chain(facts.iter().map(|fact| fact.name));
            log.unknown(Code::FactsUnknownField, &at, name, known, "leave it out, or add it under `/claim/fields`");
        }
        if let Some(typed) = typed(json, &at, log) {
            fields.push((name.clone(), typed));
        }
    }
    fields
}

/// What stands in a field; none if it is blank.
fn typed(json: &Json, at: &Pointer, log: &mut Log) -> Option<Typed> {
    match json {
        Json::Null => Some(Typed::Unsure),
        Json::Bool(flag) => Some(Typed::Flag(*flag)),
        Json::Whole(number) => Some(Typed::Text(number.to_string())),
        Json::Text(text) if text.trim().is_empty() => None,
        Json::Text(text) => Some(Typed::Text(text.clone())),
        Json::Object(_) => {
            Walk { root: json, log }.value(json, &Shape::Object(&READ), at);
            let read = json.get("read").and_then(Json::text).map(ToOwned::to_owned);
            let typed = json.word("typed");
            (!typed.trim().is_empty()).then(|| Typed::Read(typed.to_owned(), read))
        }
        _ => {
            log.wrong_type(json, at, "a text, true or false, or null");
            None
        }
    }
}

fn files(json: &Json, form: Form<'_>, log: &mut Log) -> Vec<File> {
    let list_at = Pointer::root().key("evidence");
    let needs: Vec<&str> = form.evidence().map(|need| need.id()).collect();
    let files = json.list("evidence").iter().enumerate().map(|(index, file)| {
        let at = list_at.index(index);
        let (need, sha256) = (file.word("for"), file.word("sha256"));
        if !need.is_empty() && !needs.contains(&need) {
            log.unknown_value(&at.key("for"), need, &needs);
        }
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if !sha256.is_empty() && (sha256.len() != 64 || !sha256.bytes().all(digit)) {
            log.add(Code::FactsBadHash, &at.key("sha256"), &[("value", sha256)]);
        }
        let taken = file.get("taken").filter(|taken| **taken != Json::Null);
        File {
            need: need.to_owned(),
            name: file.word("name").to_owned(),
            kind: file.word("type").to_owned(),
            bytes: if let Some(Json::Whole(bytes)) = file.get("bytes") { *bytes } else { 0 },
            sha256: sha256.to_owned(),
            taken: taken.and_then(|taken| date(taken, &at.key("taken"), log)),
        }
    });
    files.collect()
}
