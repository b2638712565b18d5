//! A policy file to a [`Shop`]: everything checked, every problem told.

use super::names::currency_of;
use super::{PolicyUsed, Shop, Version, grammar, pack};
use crate::domain::shape::{Shape, Walk};
use crate::domain::{Calendar, Code, Date, Floor, Json, Log, Pointer, Problems, Rounding, Slip, SortedSet, Weekday};

/// Opens a policy file: one document, or a list of documents, one for each version. Law packs in a list lie within each
/// other, the widest first, and are read as one; so are those under `packs`, together with the holidays under `calendar`.
///
/// # Errors
/// Every problem of the file together, if at least one of them is an error.
pub fn open(file: Json) -> Result<Shop, Problems> {
    let mut log = Log::new(Floor::Policy);
    let root = Pointer::root();
    let file = if file.get("packs").is_some() { pack::gathered(file) } else { file };
    let documents: Vec<(Json, Pointer)> = match file {
        Json::List(packs) if !packs.is_empty() && packs.iter().all(pack::is_pack) => {
            packs.into_iter().reduce(pack::within).map(|joined| (joined, root.clone())).into_iter().collect()
        }
        Json::List(documents) => {
            documents.into_iter().enumerate().map(|(index, json)| (json, root.index(index))).collect()
        }
        one => vec![(one, root.clone())],
    };
    if documents.is_empty() {
        log.slip(Slip::Empty, &root, &[]);
    }
    let mut versions: Vec<Version> = Vec::new();
    let mut first = None;
    for (document, at) in &documents {
        let before = log.problems.as_slice().len();
        Walk { root: document, log: &mut log }.value(document, &Shape::Object(grammar::of(document)), at);
        let Json::Object(_) = document else { continue };
        same_shop(first.get_or_insert(document), document, at, &mut log);
        let version = version(document, at);
        if versions.iter().any(|known| known.from == version.from) {
            let value = version.from.map_or("the first day".to_owned(), |from| from.to_string());
            log.add(Code::PolicyTwiceInForce, at, &[("value", &value)]);
        }
        warn(&version, before, at, &mut log);
        let place = versions.partition_point(|known| known.from <= version.from);
        versions.insert(place, version);
    }
    let currency = versions.first().and_then(|version| currency_of(&version.document));
    match currency {
        Some(currency) if !log.is_bad() => {
            Ok(Shop { currency, versions, warnings: log.problems.into_vec(), law: None })
        }
        _ => Err(log.problems),
    }
}

/// What an error leaves in doubt is not warned of: a rule may look dead only because of it.
#[cfg(feature = "explain")]
fn warn(version: &Version, before: usize, at: &Pointer, log: &mut Log) {
    super::translation::check(&version.document, at, log);
    if log.problems.as_slice().iter().skip(before).all(|problem| problem.severity == crate::domain::Severity::Warning) {
        super::unused::check(&version.document, at, log);
        super::dead::check(version, at, log);
    }
}

/// Warnings are for whoever writes the policy.
#[cfg(not(feature = "explain"))]
const fn warn(_: &Version, _: usize, _: &Pointer, _: &mut Log) {}

/// Versions of one file must be of one shop, or amounts and days would be compared across shops.
fn same_shop(first: &Json, document: &Json, at: &Pointer, log: &mut Log) {
    let section = |json: &Json, key: &str| json.get("shop").map_or("", |shop| shop.word(key)).to_owned();
    let shop = at.key("shop");
    let pairs = [
        ("id", at.key("id"), first.word("id").to_owned(), document.word("id").to_owned()),
        ("currency", shop.key("currency"), section(first, "currency"), section(document, "currency")),
        ("timeZone", shop.key("timeZone"), section(first, "timeZone"), section(document, "timeZone")),
    ];
    for (key, at, expected, found) in pairs {
        if expected != found && !found.is_empty() {
            log.add(Code::PolicyOtherShop, &at, &[("key", key), ("expected", &expected), ("found", &found)]);
        }
    }
}

fn version(document: &Json, at: &Pointer) -> Version {
    let rounding = document.get("shop").map_or("", |shop| shop.word("rounding"));
    let calendar = document.get("calendar").unwrap_or(&Json::Null);
    Version {
        at: at.clone(),
        used: PolicyUsed {
            id: document.word("id").to_owned(),
            version: document.word("version").to_owned(),
            hash: document.hash(),
        },
        from: Date::parse(document.word("from")),
        rounding: if rounding == "half-up" { Rounding::HalfUp } else { Rounding::HalfEven },
        calendar: Calendar {
            rest_days: calendar.list("restDays").iter().filter_map(|day| Weekday::named(day.text()?)).collect(),
            holidays: days(calendar.list("holidays")),
            workdays: days(calendar.list("workdays")),
            covers: covers(calendar.get("covers")),
        },
        foreign: false,
        document: document.clone(),
    }
}

fn covers(written: Option<&Json>) -> Option<(Date, Date)> {
    let day = |key| Date::parse(written?.word(key));
    Some((day("from").unwrap_or(Date::FIRST), day("until").unwrap_or(Date::LAST))).filter(|_| written.is_some())
}

fn days(written: &[Json]) -> SortedSet<Date> {
    written.iter().filter_map(|day| Date::parse(day.text()?)).collect()
}
