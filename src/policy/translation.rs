//! Texts that some of the shop's languages lack.

use super::grammar;
use super::names::TEXTS;
use super::pack::section;
use crate::domain::shape::{Object, Shape};
use crate::domain::{Code, Json, Log, Pointer, Text, listed};

/// Tells every text that is not there in all of the shop's languages.
pub(super) fn check(document: &Json, at: &Pointer, log: &mut Log) {
    let languages = section(document).list("languages").iter().filter_map(Json::text).collect();
    Check { languages, log }.keys(document, grammar::of(document), at);
}

struct Check<'c> {
    languages: Vec<&'c str>,
    log: &'c mut Log,
}

impl Check<'_> {
    fn keys(&mut self, json: &Json, object: &Object, at: &Pointer) {
        for key in object.keys {
            if let Some(value) = json.get(key.name) {
                self.value(value, &key.shape, &at.key(key.name));
            }
        }
    }

    fn value(&mut self, json: &Json, shape: &Shape, at: &Pointer) {
        match shape {
            Shape::Own(own) if std::ptr::eq(*own, &raw const TEXTS) => self.text(json, at),
            Shape::List(of, _) => {
                let values = json.values().iter().enumerate();
                values.for_each(|(index, value)| self.value(value, of, &at.index(index)));
            }
            Shape::Named(_, of) => {
                json.entries().iter().for_each(|(name, value)| self.value(value, of, &at.key(name)));
            }
            Shape::Object(object) => self.keys(json, object, at),
            Shape::Either(key, word, [one, other]) => {
                self.keys(json, if json.word(key) == *word { one } else { other }, at);
            }
            _ => {}
        }
    }

    fn text(&mut self, json: &Json, at: &Pointer) {
        let missing: Vec<&str> =
            self.languages.iter().copied().filter(|language| !Text(json).speaks(language)).collect();
        // A text in no language at all has been told as empty.
        if !missing.is_empty() && !json.entries().is_empty() {
            self.log.add(Code::PolicyMissingTranslation, at, &[("languages", &listed(&missing))]);
        }
    }
}
