//! What a policy says as a whole: what the table of its keys cannot see.

use super::names::{currency_of, is_name};
use super::value::Value;
use super::vocabulary::FactType;
use crate::domain::shape::Walk;
use crate::domain::{Code, Date, Json, Pointer, Slip, Weekday};

/// The most parts of a condition, and of all conditions of a policy together, with every name written out.
const LARGEST: usize = 20_000;

/// The most names that lead from one to the next.
const DEEPEST: usize = 64;

/// What holds all over the document: nothing leads back to itself, and nothing is too much to try.
pub(super) fn document(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    for (name, declared) in json.named("categories") {
        if leads_back(json, name, declared) {
            walk.log.add(
                Code::PolicyCircularCategory,
                &at.key("categories").key(name).key("parent"),
                &[("value", name)],
            );
        }
    }
    distinct(walk, json.list("rules"), "id", &at.key("rules"));
    let conditions = at.key("conditions");
    let mut names = Names { root: json, open: Vec::new(), sizes: Vec::new() };
    for (name, _) in json.named("conditions") {
        names.size(walk, name, &conditions.key(name), &conditions);
    }
    let rules = at.key("rules");
    let parts = json.list("rules").iter().map(|rule| names.parts(walk, rule, &rules, &conditions));
    if parts.fold(0, usize::saturating_add) > LARGEST {
        too_complex(walk, &rules);
    }
    for part in ["repair", "claim", "triage"] {
        let (json, at) = (json.get(part).unwrap_or(&Json::Null), at.key(part));
        if names.parts(walk, json, &at, &conditions) > LARGEST {
            too_complex(walk, &at);
        }
    }
}

fn too_complex(walk: &mut Walk<'_>, at: &Pointer) {
    walk.log.add(Code::PolicyTooComplex, at, &[("limit", &LARGEST.to_string())]);
}

fn leads_back(root: &Json, name: &str, declared: &Json) -> bool {
    let mut line = vec![name];
    let mut parent = declared.word("parent");
    while !parent.is_empty() {
        if line.contains(&parent) {
            return true;
        }
        line.push(parent);
        parent = root.get("categories").and_then(|known| known.get(parent)).map_or("", |next| next.word("parent"));
    }
    false
}

/// The named conditions while their parts are counted, with every name written out.
struct Names<'j> {
    root: &'j Json,
    open: Vec<&'j str>,
    sizes: Vec<(&'j str, usize)>,
}

impl<'j> Names<'j> {
    fn size(&mut self, walk: &mut Walk<'_>, name: &'j str, at: &Pointer, conditions: &Pointer) -> usize {
        if let Some((_, size)) = self.sizes.iter().find(|(known, _)| *known == name) {
            return *size;
        }
        if self.open.contains(&name) {
            walk.log.add(Code::PolicyCircularCondition, at, &[("value", name)]);
            return 0;
        }
        let Some(condition) = self.root.get("conditions").and_then(|known| known.get(name)) else { return 0 };
        let place = conditions.key(name);
        self.open.push(name);
        let size = if self.open.len() > DEEPEST { usize::MAX } else { self.parts(walk, condition, &place, conditions) };
        self.open.pop();
        // What has been told counts no more, so that it is told once.
        let counted = if size > LARGEST { 0 } else { size };
        if size > LARGEST {
            too_complex(walk, &place);
        }
        self.sizes.push((name, counted));
        counted
    }

    /// The parts of every condition at or below a value.
    fn parts(&mut self, walk: &mut Walk<'_>, json: &'j Json, at: &Pointer, conditions: &Pointer) -> usize {
        let mut parts = usize::from(json.get("fact").is_some());
        for (index, value) in json.values().iter().enumerate() {
            parts = parts.saturating_add(self.parts(walk, value, &at.index(index), conditions));
        }
        for (key, value) in json.entries() {
            let at = at.key(key);
            parts = parts.saturating_add(match (key.as_str(), value) {
                ("condition", Json::Text(name)) => self.size(walk, name, &at, conditions).saturating_add(1),
                (_, Json::List(_) | Json::Object(_)) => {
                    let own = usize::from(matches!(key.as_str(), "all" | "any" | "not"));
                    self.parts(walk, value, &at, conditions).saturating_add(own)
                }
                _ => 0,
            });
        }
        parts
    }
}

/// Tells names that are no names, and names that stand twice in a list.
pub(super) fn distinct(walk: &mut Walk<'_>, list: &[Json], key: &str, at: &Pointer) {
    for (index, json) in list.iter().enumerate() {
        let name = json.text().unwrap_or_else(|| json.word(key));
        let earlier = list.iter().take(index).any(|other| other.text().unwrap_or_else(|| other.word(key)) == name);
        if name.is_empty() {
        } else if earlier {
            walk.log.add(Code::PolicyDuplicateId, &at.index(index), &[("value", name)]);
        } else if key == "id" && !is_name(name) {
            walk.log.add(Code::PolicyBadId, &at.index(index), &[("value", name)]);
        }
    }
}

pub(super) fn calendar(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if Weekday::NAMES.iter().all(|day| json.list("restDays").iter().any(|rest| rest.text() == Some(day))) {
        walk.log.add(Code::PolicyNoWorkingDay, &at.key("restDays"), &[]);
    }
}

pub(super) fn fact(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(Json::Object(values)) = json.get("values")
        && values.is_empty()
    {
        walk.log.slip(Slip::Empty, &at.key("values"), &[]);
    }
    #[cfg(feature = "claim")]
    for (value, _) in json.named("icons").iter().filter(|_| json.word("type") == "enum") {
        let known: Vec<&str> = json.named("values").iter().map(|(value, _)| value.as_str()).collect();
        if !known.contains(&value.as_str()) {
            walk.log.unknown_value(&at.key("icons").key(value), value, &known);
        }
    }
    let Some(kind) = FactType::named(json.word("type")) else { return };
    if let Some(value) = json.get("unlessTold")
        && Value::unless_told(json, currency_of(walk.root)).is_none()
    {
        let name = at.as_str().rsplit('/').next().unwrap_or_default();
        let value = value.text().unwrap_or("true or false");
        let params = [("value", value), ("fact", name), ("kind", kind.described())];
        walk.log.add(Code::PolicyBadDefault, &at.key("unlessTold"), &params);
    }
}

pub(super) fn span(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let day = |key| Date::parse(json.word(key));
    if day("from").zip(day("until")).is_some_and(|(from, until)| from > until) {
        walk.log.add(Code::PolicyReversed, at, &[]);
    }
}

pub(super) fn rule(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    distinct(walk, json.list("reasons"), "", &at.key("reasons"));
    distinct(walk, json.list("unless"), "id", &at.key("unless"));
    distinct(walk, json.list("grants"), "remedy", &at.key("grants"));
}

pub(super) fn grant(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    distinct(walk, json.list("fees"), "id", &at.key("fees"));
}

pub(super) fn fee(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let written = ["percent", "amount", "fact"].map(|key| json.get(key).is_some());
    let forms = written.into_iter().chain(["quoted", "judged"].map(|key| json.flag(key)));
    if forms.filter(|form| *form).count() != 1 {
        walk.log.one_form(at, ["percent", "amount", "fact", "quoted", "judged"].into_iter());
    }
}
