//! Texts that some of the shop's languages lack.

use super::document::Document;
use crate::domain::{Code, Log, Pointer, Text};

/// Tells every text that is not there in all of the shop's languages.
pub(super) fn check(document: &Document, at: &Pointer, log: &mut Log) {
    let mut check = |text: &Text, at: Pointer| {
        let languages = document.shop.languages.iter().filter(|language| !text.speaks(language));
        let missing: Vec<&str> = languages.map(String::as_str).collect();
        // A text in no language at all has been told as empty.
        if !missing.is_empty() && *text != Text::By(Vec::new()) {
            let languages = crate::domain::listed(missing.into_iter());
            log.add(Code::PolicyMissingTranslation, &at, &[("languages", &languages)]);
        }
    };
    check(&document.shop.name, at.key("shop").key("name"));
    for (name, remedy) in &document.remedies.0 {
        check(&remedy.title, at.key("remedies").key(name).key("title"));
    }
    for (name, fact) in &document.facts.0 {
        let at = at.key("facts").key(name);
        for (key, text) in [("ask", &fact.ask), ("help", &fact.help)] {
            text.iter().for_each(|text| check(text, at.key(key)));
        }
        for (value, label) in &fact.values.0 {
            check(label, at.key("values").key(value));
        }
    }
    for (index, rule) in document.rules.iter().enumerate() {
        let at = at.key("rules").index(index);
        check(&rule.title, at.key("title"));
        rule.text.iter().for_each(|text| check(text, at.key("text")));
        for (index, exception) in rule.unless.iter().enumerate() {
            let because = exception.because.iter();
            because.for_each(|text| check(text, at.key("unless").index(index).key("because")));
        }
        for (index, grant) in rule.grants.iter().enumerate() {
            let at = at.key("grants").index(index).key("fees");
            for (index, fee) in grant.fees.iter().enumerate() {
                fee.title.iter().for_each(|text| check(text, at.index(index).key("title")));
            }
        }
    }
}
