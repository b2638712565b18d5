//! Documents to a [`Shop`]: everything resolved, every problem told.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::condition::Fact;
use super::conditions::{Scope, date};
use super::document::{CategoryDeclaration, Document, FactDeclaration, Named, RemedyDeclaration};
use super::rules::{Rules, named};
use super::vocabulary::{FACTS, FactType, REMEDIES, SettledBy};
use super::{PolicyUsed, Shop, Version, dead, translation};
use crate::domain::{
    Calendar, Code, Currency, Date, Floor, Json, Log, Place, Pointer, Problems, Rounding, SortedMap, SortedSet, Text,
    Weekday, is_time_zone, nearest_time_zone, suggestion,
};

/// Opens a policy file: one document, or a list of documents, one for each version.
///
/// # Errors
/// Every problem of the file together, if at least one of them is an error.
pub fn open(file: &Json) -> Result<Shop, Problems> {
    let mut log = Log::new(Floor::Policy);
    let root = Place::root(file);
    let mut places = match file {
        Json::List(_) => root.filled_list(&mut log).unwrap_or_default(),
        _ => vec![root],
    };
    let mut shops: Vec<Shop> = Vec::new();
    for place in &places {
        let document = super::read::document(place, &mut log);
        let Json::Object(_) = place.value else { continue };
        if let Some(first) = shops.first() {
            same_shop(first, &document, &place.at, &mut log);
        }
        shops.extend(shop(&document, place, &mut log));
    }
    places.retain(|place| matches!(place.value, Json::Object(_)));
    one_at_a_time(&shops, &places, &mut log);
    let mut shops = shops.into_iter();
    match shops.next() {
        Some(mut shop) if !log.problems.has_errors() => {
            for later in shops {
                // The newest version names the shop and says where to read the policy.
                let newer = later.versions.iter().map(|version| version.from).max() > newest(&shop);
                for version in later.versions {
                    let at = shop.versions.partition_point(|known| known.from <= version.from);
                    shop.versions.insert(at, version);
                }
                if newer {
                    (shop.name, shop.page, shop.languages) = (later.name, later.page, later.languages);
                }
            }
            shop.warnings = log.problems.into_vec();
            Ok(shop)
        }
        _ => Err(log.problems),
    }
}

fn newest(shop: &Shop) -> Option<Option<Date>> {
    shop.versions.iter().map(|version| version.from).max()
}

/// Versions of one file must be of one shop, or amounts and days would be compared across shops.
fn same_shop(first: &Shop, document: &Document, at: &Pointer, log: &mut Log) {
    let shop_at = at.key("shop");
    let pairs = [
        ("id", at.key("id"), first.id.as_str(), document.id.as_str()),
        ("currency", shop_at.key("currency"), first.currency.code(), document.shop.currency.as_str()),
        ("timeZone", shop_at.key("timeZone"), first.time_zone.as_str(), document.shop.time_zone.as_str()),
    ];
    for (key, at, expected, found) in pairs {
        if expected != found && !found.is_empty() {
            log.add(Code::PolicyOtherShop, &at, &[("key", key), ("expected", expected), ("found", found)]);
        }
    }
}

/// Every day of purchase has one version.
fn one_at_a_time(shops: &[Shop], places: &[Place<'_>], log: &mut Log) {
    let mut seen = SortedSet::default();
    for (shop, place) in shops.iter().zip(places) {
        for version in &shop.versions {
            if !seen.insert(version.from) {
                let value = version.from.map_or("the first day".to_owned(), |from| from.to_string());
                log.add(Code::PolicyTwiceInForce, &place.at, &[("value", &value)]);
            }
        }
    }
}

fn shop(document: &Document, place: &Place<'_>, log: &mut Log) -> Option<Shop> {
    let at = &place.at;
    let shop_at = at.key("shop");
    if !document.id.is_empty() && !super::is_name(&document.id) {
        log.add(Code::PolicyBadId, &at.key("id"), &[("value", &document.id)]);
    }
    let currency = currency(&document.shop.currency, &shop_at.key("currency"), log);
    let zone = &document.shop.time_zone;
    if !zone.is_empty() && !is_time_zone(zone) {
        let params = [("value", zone.as_str()), ("suggestion", &nearest_time_zone(zone))];
        log.add(Code::PolicyUnknownTimeZone, &shop_at.key("timeZone"), &params);
    }
    for (index, language) in document.shop.languages.iter().enumerate() {
        if !language.is_empty() && !super::is_language(language) {
            log.add(Code::PolicyBadLanguage, &shop_at.key("languages").index(index), &[("value", language)]);
        }
    }
    let page = document.shop.page.as_deref().unwrap_or_default();
    if !page.is_empty() && !["https://", "http://", "/"].iter().any(|start| page.starts_with(start)) {
        log.add(Code::PolicyBadAddress, &shop_at.key("page"), &[("value", page)]);
    }
    // Amounts are read in some currency even if the shop's own is wrong, so that their form is checked all the same.
    let stand_in = currency.or(Currency::from_code("EUR"))?;
    let version = version(document, place, stand_in, log);
    translation::check(document, at, log);
    Some(Shop {
        id: document.id.clone(),
        name: document.shop.name.clone(),
        currency: stand_in,
        time_zone: zone.clone(),
        languages: document.shop.languages.clone(),
        page: document.shop.page.clone(),
        versions: vec![version],
        warnings: Vec::new(),
    })
}

fn currency(code: &str, at: &Pointer, log: &mut Log) -> Option<Currency> {
    let currency = Currency::from_code(code);
    if currency.is_none() && !code.is_empty() {
        let help = suggestion(code, Currency::all().map(Currency::code), "write three capital letters: `CNY`, `EUR`");
        log.add(Code::PolicyUnknownCurrency, at, &[("value", code), ("suggestion", &help)]);
    }
    currency
}

fn version(document: &Document, place: &Place<'_>, currency: Currency, log: &mut Log) -> Version {
    const ROUNDINGS: [(&str, Rounding); 2] = [("half-even", Rounding::HalfEven), ("half-up", Rounding::HalfUp)];
    let at = &place.at;
    let rounding = document.shop.rounding.as_ref();
    let rounding = rounding.and_then(|name| named(name, &ROUNDINGS, &at.key("shop").key("rounding"), log));
    let families = families(&document.categories, &at.key("categories"), log);
    let facts = facts(document, &at.key("facts"), log);
    let known = remedies(&document.remedies, &at.key("remedies"), log);
    let mut scope = Scope::new(&facts, &families, currency, &document.conditions, at.key("conditions"));
    scope.resolve_named(log);
    let rules = Rules { scope: &mut scope, remedies: &known, log }.compile(&document.rules, &at.key("rules"));
    // A reference with an error in it uses nothing.
    if !log.problems.has_errors() {
        scope.tell_unused(log);
    }
    let mut granted: Vec<(String, Option<Text>)> = Vec::new();
    for grant in rules.iter().flat_map(|rule| &rule.grants) {
        if let Some(remedy) = known.iter().find(|(name, _)| *name == grant.remedy)
            && !granted.contains(remedy)
        {
            granted.push(remedy.clone());
        }
    }
    let version = Version {
        used: PolicyUsed { id: document.id.clone(), version: document.version.clone(), hash: hash(place.value) },
        from: document.from.as_ref().and_then(|day| date(day, &at.key("from"), log)),
        rounding: rounding.unwrap_or_default(),
        calendar: calendar(document, &at.key("calendar"), log),
        facts,
        remedies: granted,
        rules,
    };
    // A rule with an error in it may look dead only because of the error.
    if !log.problems.has_errors() {
        for rule in version.rules.iter().filter(|rule| dead::is_dead(rule, &version, currency)) {
            log.add(Code::PolicyDeadRule, &rule.at, &[("value", &rule.id)]);
        }
    }
    version
}

/// The SHA-256 of a document in canonical JSON.
fn hash(document: &Json) -> String {
    let digest = Sha256::digest(document.canonical());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

fn calendar(document: &Document, at: &Pointer, log: &mut Log) -> Calendar {
    let written = &document.calendar;
    let rest_at = at.key("restDays");
    let rest_days = written.rest_days.iter().enumerate();
    let days = |key: &str, days: &[String], log: &mut Log| {
        let at = at.key(key);
        days.iter().enumerate().filter_map(|(index, day)| date(day, &at.index(index), log)).collect()
    };
    let rest_days: SortedSet<Weekday> =
        rest_days.filter_map(|(index, day)| named(day, &Weekday::NAMES, &rest_at.index(index), log)).collect();
    if rest_days.as_slice().len() == Weekday::NAMES.len() {
        log.add(Code::PolicyNoWorkingDay, &rest_at, &[]);
    }
    Calendar {
        rest_days,
        holidays: days("holidays", &written.holidays, log),
        workdays: days("workdays", &written.workdays, log),
    }
}

/// Each category with itself and everything below it.
fn families(written: &Named<CategoryDeclaration>, at: &Pointer, log: &mut Log) -> SortedMap<String, SortedSet<String>> {
    let parent = |name: &str| {
        let declared = written.0.iter().find(|(known, _)| known == name);
        declared.and_then(|(_, category)| category.parent.as_deref())
    };
    let known = || written.0.iter().map(|(name, _)| name.as_str());
    let mut families: SortedMap<String, SortedSet<String>> = SortedMap::default();
    for name in known() {
        let at = at.key(name);
        if !super::is_name(name) {
            log.add(Code::PolicyBadId, &at, &[("value", name)]);
        }
        let mut ancestor = name;
        let mut line = vec![name];
        families.entry(name.to_owned()).map(|family| family.insert(name.to_owned()));
        while let Some(next) = parent(ancestor).filter(|next| !next.is_empty()) {
            if !known().any(|known| known == next) {
                let help = suggestion(next, known(), "declare it under `/categories`");
                let params = [("value", next), ("suggestion", help.as_str())];
                log.add(Code::PolicyUnknownCategory, &at.key("parent"), &params);
                break;
            }
            if line.contains(&next) {
                log.add(Code::PolicyCircularCategory, &at.key("parent"), &[("value", name)]);
                break;
            }
            line.push(next);
            families.entry(next.to_owned()).map(|family| family.insert(name.to_owned()));
            ancestor = next;
        }
    }
    families
}

/// The facts that all policies have, then the shop's own.
fn facts(document: &Document, at: &Pointer, log: &mut Log) -> Vec<Arc<Fact>> {
    let built_in = FACTS.iter().map(|fact| {
        let plain = |words: &mut dyn Iterator<Item = &str>| words.map(|word| (word.to_owned(), None)).collect();
        let values = match fact.kind {
            FactType::Category => plain(&mut document.categories.0.iter().map(|(name, _)| name.as_str())),
            _ => plain(&mut fact.values.iter().copied()),
        };
        let (name, kind, settled_by) = (fact.name.to_owned(), fact.kind, fact.settled_by);
        Arc::new(Fact { name, kind, values, ask: None, help: None, settled_by })
    });
    let mut facts: Vec<Arc<Fact>> = built_in.collect();
    for (name, declared) in &document.facts.0 {
        let at = at.key(name);
        if FACTS.iter().any(|fact| fact.name == name) {
            log.add(Code::PolicyKnownFact, &at, &[("value", name)]);
        } else if !super::is_name(name) {
            log.add(Code::PolicyBadId, &at, &[("value", name)]);
        }
        facts.push(Arc::new(declared_fact(name, declared, &at, log)));
    }
    facts
}

fn declared_fact(name: &str, declared: &FactDeclaration, at: &Pointer, log: &mut Log) -> Fact {
    for (value, _) in declared.values.0.iter().filter(|(value, _)| !super::is_name(value)) {
        log.add(Code::PolicyBadId, &at.key("values").key(value), &[("value", value)]);
    }
    Fact {
        name: name.to_owned(),
        kind: declared.kind.unwrap_or(FactType::Text),
        values: declared.values.0.iter().map(|(value, label)| (value.clone(), Some(label.clone()))).collect(),
        ask: declared.ask.clone(),
        help: declared.help.clone(),
        settled_by: if declared.ask.is_some() { SettledBy::Shopper } else { SettledBy::Shop },
    }
}

/// The remedies that rules may grant.
fn remedies(written: &Named<RemedyDeclaration>, at: &Pointer, log: &mut Log) -> Vec<(String, Option<Text>)> {
    let mut remedies: Vec<_> = REMEDIES.iter().map(|name| ((*name).to_owned(), None)).collect();
    for (name, remedy) in &written.0 {
        if REMEDIES.contains(&name.as_str()) {
            log.add(Code::PolicyKnownRemedy, &at.key(name), &[("value", name)]);
        } else if !super::is_name(name) {
            log.add(Code::PolicyBadId, &at.key(name), &[("value", name)]);
        }
        remedies.push((name.clone(), Some(remedy.title.clone())));
    }
    remedies
}
