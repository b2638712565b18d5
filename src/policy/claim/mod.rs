//! The claim form, read as it is needed. What is written has been checked when the policy was opened.

mod check;
mod evidence;
mod names;
mod pattern;
mod standard;
mod table;

pub use standard::FieldType;
pub(super) use table::CLAIM as TABLE;

use super::repair::Book;
use super::{Condition, Fact, Known, Shop, Value, Version};
use crate::domain::{Date, Finding, Json, Text};

/// The fields of a form, or of the form of a shop that has none of its own.
fn fields_of(form: &Json) -> &[Json] {
    match form.list("fields") {
        [] => standard::FORM.list("fields"),
        own => own,
    }
}

fn evidence_of(form: &Json) -> &[Json] {
    form.get("evidence").unwrap_or_else(|| standard::FORM.get("evidence").unwrap_or(form)).values()
}

/// The claim form of one version of a policy.
#[derive(Clone, Copy, Debug)]
pub struct Form<'s> {
    json: &'s Json,
    /// The version that holds it.
    pub version: &'s Version,
    shop: &'s Shop,
}

impl Shop {
    /// The form in force on a day, whenever the goods were bought; none before the first version.
    #[must_use]
    pub fn form_on(&self, today: Date) -> Option<Form<'_>> {
        let version = self.version_on(today)?;
        Some(Form { json: version.document.get("claim").unwrap_or(&Json::Null), version, shop: self })
    }
}

impl<'s> Form<'s> {
    /// What is asked, in order.
    pub fn entries(self) -> impl Iterator<Item = Entry<'s>> {
        fields_of(self.json).iter().map(move |json| match json.word("field") {
            standard::QUESTIONS => Entry::Questions(When { json, version: self.version }),
            _ => Entry::Field(Field { json, form: self }),
        })
    }

    /// The fields, without those that only the rules ask for.
    pub fn fields(self) -> impl Iterator<Item = Field<'s>> {
        self.entries().filter_map(|entry| match entry {
            Entry::Field(field) => Some(field),
            Entry::Questions(_) => None,
        })
    }

    /// The facts that can be asked for.
    #[must_use]
    pub fn facts(self) -> Vec<Fact<'s>> {
        self.shop.facts(self.version)
    }

    /// The fact with a name, if it can be asked for.
    #[must_use]
    pub fn fact(self, name: &str) -> Option<Fact<'s>> {
        self.shop.fact(self.version, name)
    }

    /// The photos and papers that can be wanted.
    pub fn evidence(self) -> impl Iterator<Item = Need<'s>> {
        evidence_of(self.json).iter().map(move |json| Need { json, version: self.version })
    }

    /// Whether a draft may be kept on the shopper's device.
    #[must_use]
    pub fn keeps_draft(self) -> bool {
        self.json.flag("keepsDraft")
    }

    /// The price book of the same version.
    #[must_use]
    pub fn book(self) -> Option<Book<'s>> {
        self.shop.book_of(self.version)
    }

    /// What can be wrong, each kind before its faults.
    #[must_use]
    pub fn faults(self) -> Vec<Fault<'s>> {
        let mut faults = Vec::new();
        match (self.json.named("faults"), self.book()) {
            ([], Some(book)) => faults.extend(book.faults().map(|fault| Fault {
                id: fault.id,
                title: fault.title(),
                help: fault.text("help"),
                icon: fault.word("icon"),
                under: None,
                repair: Some(fault.id),
                stated: fault.facts().collect(),
                last: true,
            })),
            (tree, _) => self.branches(tree, None, &mut faults),
        }
        faults
    }

    fn branches(self, tree: &'s [(String, Json)], under: Option<&'s str>, faults: &mut Vec<Fault<'s>>) {
        for (id, json) in tree {
            let stated = self.version.stated(json);
            let book = self.book().and_then(|book| book.fault(json.word("repair")));
            faults.push(Fault {
                id,
                title: json.get("title").map(Text),
                help: json.get("help").map(Text),
                icon: json.get("icon").and_then(Json::text),
                under,
                repair: book.map(|fault| fault.id),
                stated: stated.chain(book.into_iter().flat_map(|fault| fault.facts())).collect(),
                last: json.get("faults").is_none(),
            });
            self.branches(json.named("faults"), Some(id), faults);
        }
    }

    /// What the serial numbers of these goods look like; none while that is not known.
    #[must_use]
    pub fn serial(self, known: &dyn Known) -> Option<Shapely<'s>> {
        let mut shapes = self.json.list("serials").iter();
        let json = shapes.find(|json| When { json, version: self.version }.asked(known) == Finding::Yes)?;
        Some(Shapely { json })
    }

    /// The model that a type code stands for, as far as there is a table of them.
    #[must_use]
    pub fn model_of(self, type_code: &str) -> Option<&'s str> {
        let codes = |codes: &Json| codes.texts().any(|code| code == type_code);
        self.json.named("imeis").iter().find(|(_, json)| codes(json)).map(|(model, _)| model.as_str())
    }
}

/// Something that is asked.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'s> {
    /// A field.
    Field(Field<'s>),
    /// Whatever the rules still need to know.
    Questions(When<'s>),
}

/// Under which condition something is asked, and needed.
#[derive(Clone, Copy, Debug)]
pub struct When<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl When<'_> {
    /// Whether it is asked.
    #[must_use]
    pub fn asked(self, known: &dyn Known) -> Finding {
        self.json.get("if").map_or(Finding::Yes, |json| Condition::new(json, self.version).finding(known))
    }

    /// Whether the claim is incomplete without it.
    #[must_use]
    pub fn required(self, known: &dyn Known) -> bool {
        match self.json.get("required") {
            None | Some(Json::Bool(false)) => false,
            Some(Json::Bool(true)) => true,
            Some(json) => Condition::new(json, self.version).finding(known) == Finding::Yes,
        }
    }
}

/// A pattern with its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Shapely<'s> {
    json: &'s Json,
}

impl<'s> Shapely<'s> {
    /// The first of several forms of a text that matches as a whole.
    pub fn first_of<T>(self, forms: impl IntoIterator<Item = (String, T)>) -> Option<(String, T)> {
        let pattern = pattern::whole(self.json.word("pattern"));
        forms.into_iter().find(|(text, _)| pattern.as_ref().is_none_or(|pattern| pattern.is_match(text)))
    }

    /// What the pattern means.
    #[must_use]
    pub fn means(self) -> Option<Text<'s>> {
        self.json.get("means").map(Text)
    }
}

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field<'s> {
    json: &'s Json,
    form: Form<'s>,
}

impl<'s> Field<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("field")
    }

    /// When it is asked.
    #[must_use]
    pub const fn when(self) -> When<'s> {
        When { json: self.json, version: self.form.version }
    }

    /// The fact that it is, if it is one.
    #[must_use]
    pub fn fact(self) -> Option<Fact<'s>> {
        let own = FieldType::standard(self.id()).is_some() || self.json.get("type").is_some();
        self.form.fact(self.id()).filter(|_| !own)
    }

    /// What kind of value it has.
    #[must_use]
    pub fn kind(self) -> FieldType {
        let fact = || self.fact().and_then(|fact| FieldType::of_fact(fact.kind));
        match FieldType::standard(self.id()) {
            Some(_) if self.id() == "model" && self.form.book().is_some() => FieldType::Enum,
            Some(kind) => kind,
            None => FieldType::named(self.json.word("type")).or_else(fact).unwrap_or(FieldType::Text),
        }
    }

    /// Whether every form can have it.
    #[must_use]
    pub fn is_standard(self) -> bool {
        FieldType::standard(self.id()).is_some()
    }

    /// A text of the shop's own: `label`, `help`.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'s>> {
        self.json.get(key).map(Text)
    }

    /// What it could be.
    #[must_use]
    pub fn example(self) -> Option<&'s str> {
        self.json.get("example").and_then(Json::text)
    }

    /// The values of a field of the shop's own.
    pub fn values(self) -> impl Iterator<Item = (&'s str, Text<'s>)> {
        self.json.named("values").iter().map(|(value, label)| (value.as_str(), Text(label)))
    }

    /// What its text must match.
    #[must_use]
    pub fn shape(self, known: &dyn Known) -> Option<Shapely<'s>> {
        let own = self.json.get("pattern").map(|_| Shapely { json: self.json });
        own.or_else(|| self.form.serial(known).filter(|_| self.id() == "serial"))
    }
}

/// Something that can be wrong, or a kind of it.
#[derive(Clone, Debug)]
pub struct Fault<'s> {
    /// Its name.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// A line that helps to recognise it.
    pub help: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// The kind that it belongs to.
    pub under: Option<&'s str>,
    /// The fault of the price book that it is.
    pub repair: Option<&'s str>,
    /// What it says of the goods while nothing else does.
    pub stated: Vec<(&'s str, Value)>,
    /// Whether it has no faults below it.
    pub last: bool,
}

/// Photos or papers that are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Need<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl<'s> Need<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// Whether every form can want it.
    #[must_use]
    pub fn is_standard(self) -> bool {
        standard::EVIDENCE.contains(&self.id())
    }

    /// When it is wanted.
    #[must_use]
    pub const fn when(self) -> When<'s> {
        When { json: self.json, version: self.version }
    }

    /// A text of the shop's own: `title`, `help`.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'s>> {
        self.json.get(key).map(Text)
    }

    /// What is taken.
    #[must_use]
    pub fn kinds(self) -> Vec<&'s str> {
        match self.json.list("kinds") {
            [] => vec!["image", "pdf"],
            own => own.iter().filter_map(Json::text).collect(),
        }
    }

    /// Whether it takes files of a type.
    #[must_use]
    pub fn takes(self, of: &str) -> bool {
        self.kinds().into_iter().any(|kind| evidence::takes(kind, of))
    }

    fn whole(self, key: &str, otherwise: i64) -> i64 {
        match self.json.get(key) {
            Some(Json::Whole(number)) => *number,
            _ => otherwise,
        }
    }

    /// How many there must be where it is required.
    #[must_use]
    pub fn least(self) -> i64 {
        self.whole("least", 1)
    }

    /// How many there can be.
    #[must_use]
    pub fn most(self) -> i64 {
        self.whole("most", self.least().max(5))
    }

    /// How large a file can be, in bytes.
    #[must_use]
    pub fn max_bytes(self) -> i64 {
        self.whole("maxBytes", 10_000_000)
    }
}
