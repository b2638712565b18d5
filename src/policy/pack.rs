//! Law packs: documents of a jurisdiction instead of a shop, and those that lie within each other as one.

use crate::domain::Json;

/// Whether a document tells the law of a jurisdiction.
pub(super) fn is_pack(document: &Json) -> bool {
    document.get("jurisdiction").is_some()
}

/// What a document says of the shop, or of the jurisdiction.
pub(super) fn section(document: &Json) -> &Json {
    document.get("shop").or_else(|| document.get("jurisdiction")).unwrap_or(&Json::Null)
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
