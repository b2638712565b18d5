//! The answer of a claim, as its receipt holds it.

use makegood::domain::{Floor, Json};

use super::words;
use crate::language::Language;

/// A receipt that was verified when it came.
pub(super) struct Answer {
    receipt: Json,
}

/// One line of the form.
pub(super) struct Line {
    pub label: String,
    pub value: String,
    /// Whether the shopper said not to be sure.
    pub unsure: bool,
}

impl Answer {
    pub(super) fn of(receipt: &str) -> Self {
        Self { receipt: Json::parse(receipt, Floor::Facts).unwrap_or(Json::Null) }
    }

    fn answer(&self) -> &Json {
        self.receipt.get("answer").unwrap_or(&Json::Null)
    }

    fn request(&self) -> &Json {
        self.receipt.get("request").unwrap_or(&Json::Null)
    }

    /// Today of the answer, the engine's version, and the policy's.
    pub(super) fn rests_on(&self) -> [&str; 3] {
        let policy = self.answer().get("policy").unwrap_or(&Json::Null);
        [self.request().word("today"), self.receipt.word("engine"), policy.word("version")]
    }

    /// What is wished, in words; none if nothing is.
    pub(super) fn wish(&self, language: Language) -> Option<String> {
        let remedy = self.answer().get("wish")?.get("remedy")?.text()?;
        let field = self.field("remedy").and_then(|field| chosen(field, remedy, language));
        Some(field.unwrap_or_else(|| words::named("remedy", remedy, language)))
    }

    /// Whether what is wished is open: `yes`, `no` or `maybe`.
    pub(super) fn finding(&self) -> &str {
        self.answer().get("wish").map_or("", |wish| wish.word("finding"))
    }

    /// Whether the sender sees it differently.
    pub(super) fn is_disputed(&self) -> bool {
        self.answer().flag("disputed")
    }

    /// Which item, and how many units of it.
    pub(super) fn item(&self) -> &str {
        self.request().get("item").map_or("", |item| item.word("id"))
    }

    fn field(&self, id: &str) -> Option<&Json> {
        self.answer().list("fields").iter().find(|field| field.word("id") == id)
    }

    /// What the sender filled in, line by line.
    pub(super) fn lines(&self, language: Language) -> Vec<Line> {
        let filled = |field: &Json| {
            let unsure = field.word("state") == "unsure";
            let value = match field.get("value") {
                Some(Json::Text(value)) => {
                    chosen(field, value, language).unwrap_or_else(|| words::named(field.word("id"), value, language))
                }
                Some(Json::Bool(yes)) => words::yes_or_no(*yes, language).to_owned(),
                _ if unsure => language.of("Not sure", "不确定").to_owned(),
                _ => return None,
            };
            let own = field.get("label").and_then(|label| text(label, language));
            let label = own.unwrap_or_else(|| words::label(field.word("id"), language));
            Some(Line { label, value, unsure })
        };
        self.answer().list("fields").iter().filter_map(filled).collect()
    }

    /// What is worth a look although the claim could be sent: the codes of its warnings, and of which field.
    pub(super) fn warnings(&self) -> Vec<(&str, &str)> {
        let problems = self.answer().list("problems").iter();
        problems.map(|problem| (problem.word("code"), problem.word("pointer"))).collect()
    }

    /// What a need of files is called.
    pub(super) fn need(&self, id: &str, language: Language) -> String {
        let need = self.answer().list("evidence").iter().find(|need| need.word("id") == id);
        let own = need.and_then(|need| need.get("title")).and_then(|title| text(title, language));
        own.unwrap_or_else(|| words::need(id, language))
    }
}

/// The label of a value that was chosen, if the field has one.
fn chosen(field: &Json, value: &str, language: Language) -> Option<String> {
    let choice = field.list("values").iter().find(|choice| choice.word("value") == value)?;
    text(choice.get("label")?, language)
}

/// A text of the shop in the page's language, or else in any.
fn text(json: &Json, language: Language) -> Option<String> {
    let texts = match json {
        Json::Text(text) => return Some(text.clone()),
        Json::Object(texts) => texts,
        _ => return None,
    };
    let tag = language.tag();
    let primary = |known: &str| known.split('-').next() == tag.split('-').next();
    let own = texts.iter().find(|(known, _)| known == tag).or_else(|| texts.iter().find(|(known, _)| primary(known)));
    own.or_else(|| texts.first())?.1.text().map(str::to_owned)
}
