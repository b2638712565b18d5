//! Law packs: documents of a jurisdiction instead of a shop, and those that lie within each other as one.

use super::fact::Fact;
use super::{Shop, Version};
use crate::domain::{Code, Floor, Json, Log, Problems, Text};

/// Whether a document tells the law of a jurisdiction.
pub(super) fn is_pack(document: &Json) -> bool {
    document.get("jurisdiction").is_some()
}

/// What a document says of the shop, or of the jurisdiction.
pub(super) fn section(document: &Json) -> &Json {
    document.get("shop").or_else(|| document.get("jurisdiction")).unwrap_or(&Json::Null)
}

/// Whose law a pack tells.
#[derive(Clone, Copy, Debug)]
pub struct Jurisdiction<'s>(&'s Json);

impl<'s> Jurisdiction<'s> {
    pub(super) const fn of(json: &'s Json) -> Self {
        Self(json)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> Text<'s> {
        Text(self.0.get("name").unwrap_or(&Json::Null))
    }

    /// What the pack is, and that it is no legal advice.
    #[must_use]
    pub fn notice(self) -> Text<'s> {
        Text(self.0.get("notice").unwrap_or(&Json::Null))
    }

    /// The countries where it holds, as ISO 3166-1 codes.
    pub fn countries(self) -> impl Iterator<Item = &'s str> + Clone {
        self.0.list("countries").iter().filter_map(Json::text)
    }
}
impl Shop {
    /// The shop beside the law of a jurisdiction: what either grants, the shopper may have.
    ///
    /// # Errors
    /// The facts that have the same name in both and another meaning.
    pub fn under(mut self, law: Self) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Policy);
        let foreign = law.currency != self.currency;
        let law = law.versions.into_iter().next_back().map(|law| Version { foreign, ..law });
        for version in &self.versions {
            for fact in law.iter().flat_map(|law| law.facts().declared()) {
                let own = version.facts().get(fact.name).filter(|own| !says_the_same(*own, fact));
                if let Some(own) = own {
                    let params =
                        [("fact", fact.name), ("kind", own.kind.described()), ("other", fact.kind.described())];
                    log.add(Code::PolicyOtherFact, &version.at.key("facts").key(fact.name), &params);
                }
            }
        }
        self.law = law;
        if log.is_bad() { Err(log.problems) } else { Ok(self) }
    }
}

/// Whether every value that the law knows of its fact can be told by the shop's.
fn says_the_same(own: Fact<'_>, law: Fact<'_>) -> bool {
    let known = own.values();
    own.kind == law.kind && law.values().iter().all(|(value, _)| known.iter().any(|(other, _)| other == value))
}

/// What is loaded of a law, as one document: packs that lie within each other, the widest first, and the holidays of the
/// buyer's country or region.
///
/// `{ "packs": [..], "calendar": {..}, "country": "DE" }`
pub(super) fn gathered(file: Json) -> Json {
    let Json::Object(entries) = file else { return file };
    let mut packs = Vec::new();
    let mut others = Vec::new();
    for (key, value) in entries {
        match value {
            Json::List(documents) if key == "packs" => packs = documents,
            value => others.push((key, value)),
        }
    }
    let mut law = packs.into_iter().reduce(within).unwrap_or(Json::Null);
    for (key, value) in others {
        match key.as_str() {
            "calendar" => {
                for kind in ["covers", "holidays", "workdays"] {
                    if let Some(days) = value.get(kind) {
                        put(&mut law, &["calendar", kind], days.clone());
                    }
                }
            }
            "country" => put(&mut law, &["jurisdiction", "countries"], Json::List(vec![value])),
            _ => {}
        }
    }
    law
}

/// Puts a value under keys that lead into each other.
fn put(json: &mut Json, keys: &[&str], value: Json) {
    let (Json::Object(entries), Some((key, deeper))) = (json, keys.split_first()) else { return };
    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        entries.push(((*key).to_owned(), Json::Object(Vec::new())));
        entries.len().saturating_sub(1)
    });
    let Some((_, place)) = entries.get_mut(at) else { return };
    if deeper.is_empty() { *place = value } else { put(place, deeper, value) }
}

/// The rules of the wider pack and those of the narrower one, which speaks last: its jurisdiction and its calendar hold, and
/// what has the same name in both is as the narrower one says.
pub(super) fn within(wider: Json, narrower: Json) -> Json {
    let (Json::Object(wider), Json::Object(mut entries)) = (wider, narrower) else { return Json::Null };
    for (key, value) in wider {
        match entries.iter_mut().find(|(known, _)| *known == key) {
            None => entries.push((key, value)),
            Some((_, own)) => match (own, value) {
                (Json::List(own), Json::List(rules)) if key == "rules" => {
                    let named = |rule: &Json| own.iter().any(|other| other.word("id") == rule.word("id"));
                    let mut all: Vec<Json> = rules.into_iter().filter(|rule| !named(rule)).collect();
                    all.append(own);
                    *own = all;
                }
                (Json::Object(own), Json::Object(things)) if key != "jurisdiction" && key != "calendar" => {
                    let more: Vec<_> =
                        things.into_iter().filter(|(name, _)| own.iter().all(|(known, _)| known != name)).collect();
                    own.extend(more);
                }
                _ => {}
            },
        }
    }
    Json::Object(entries)
}
