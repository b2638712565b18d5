//! One item of a request while it is read: every fact checked against the policy, the calendar and the others.

use rust_decimal::Decimal;

use super::{EVENTS, Facts, Item, find, follows, taken};
use crate::domain::shape::{Object, Shape, Walk, optional};
use crate::domain::{Code, Date, Json, Log, Money, MoneyError, Pointer, SortedSet, listed};
use crate::policy::vocabulary::FactType;
use crate::policy::{Days, Fact, Shop, Value, Version};

static BETWEEN: Object = Object::new(
    "Between",
    "A day that is only known to lie between two days.",
    &[optional("from", Shape::Any, "Not before this day."), optional("to", Shape::Any, "Not after this day.")],
);

/// The most units of one item.
const MOST_UNITS: i64 = 1_000_000;

/// A value of a request and where it stands.
pub(super) type Placed<'j> = (&'j str, &'j Json, Pointer);

/// One item while it is read.
pub(super) struct Reading<'r> {
    pub shop: &'r Shop,
    pub today: Option<(Date, &'r Pointer)>,
    pub log: &'r mut Log,
}

impl<'r> Reading<'r> {
    pub(super) fn item(
        &mut self,
        request: &Json,
        json: &Json,
        at: &Pointer,
        implied: &dyn Fn(&str) -> Vec<(String, Value)>,
    ) -> Option<Item> {
        let id = json.get("id").and_then(Json::text).filter(|id| !id.trim().is_empty());
        let bought = self.units(json, "quantity", at, 1, 1);
        let returned = self.units(json, "returned", at, 0, 0);
        let own = json.named("facts");
        let facts_at = at.key("facts");
        let shared_at = Pointer::root().key("facts");
        // What an item says of itself stands before what the order says of all.
        let shared = request.named("facts").iter().filter(|(name, _)| own.iter().all(|(known, _)| known != name));
        let places = own.iter().map(|entry| (entry, &facts_at)).chain(shared.map(|entry| (entry, &shared_at)));
        let places: Vec<Placed<'_>> = places.map(|((name, json), at)| (name.as_str(), json, at.key(name))).collect();
        let facts = self.facts(&places, id.map(implied).unwrap_or_default());
        if let (Some(bought), Some(returned)) = (bought, returned)
            && returned > bought
        {
            let params = [("returned", &*returned.to_string()), ("bought", &*bought.to_string())];
            self.log.add(Code::FactsReturnedMore, &at.key("returned"), &params);
        }
        Some(Item { id: id?.to_owned(), bought: bought?, returned: returned?, facts })
    }

    pub(super) fn units(&mut self, json: &Json, key: &str, at: &Pointer, least: i64, otherwise: u32) -> Option<u32> {
        let Some(json) = json.get(key) else { return Some(otherwise) };
        let whole = match json {
            Json::Whole(whole) if (least..=MOST_UNITS).contains(whole) => u32::try_from(*whole).ok(),
            _ => None,
        };
        if whole.is_none() {
            let shown = match json {
                Json::Whole(number) => number.to_string(),
                Json::Text(text) => text.clone(),
                other => other.kind().to_owned(),
            };
            let params = [("value", &*shown), ("least", &*least.to_string()), ("most", &*MOST_UNITS.to_string())];
            self.log.add(Code::FactsBadQuantity, &at.key(key), &params);
        }
        whole
    }

    pub(super) fn facts(&mut self, places: &[Placed<'_>], implied: Vec<(String, Value)>) -> Facts {
        let Some((version, stated)) = self.stated(places, implied) else { return Facts::default() };
        let taken = self.today.map(|(today, _)| taken(self.shop, version, today));
        Facts::new(stated, taken.unwrap_or_default().into())
    }

    /// What is stated, and the version that says which facts there are.
    pub(super) fn stated(
        &mut self,
        places: &[Placed<'_>],
        implied: Vec<(String, Value)>,
    ) -> Option<(&'r Version, Vec<(String, Value)>)> {
        let purchased = places.iter().find(|(name, json, _)| *name == "purchased" && !matches!(json, Json::Object(_)));
        let purchased = purchased.and_then(|(_, json, at)| date(json, at, self.log).map(|day| (day, at)));
        if let (Some((today, at)), Some((day, _))) = (self.today, purchased)
            && today < day
        {
            let params = [("value", &*today.to_string()), ("other", &*day.to_string())];
            self.log.add(Code::FactsTodayBeforePurchase, at, &params);
        }
        // While the version is not known, the newest one says which facts there are.
        let version = purchased.and_then(|(day, at)| {
            let version = self.shop.version_on(day);
            if version.is_none() {
                self.log.add(Code::FactsBeforeFirstVersion, at, &[("value", &day.to_string())]);
            }
            version
        });
        let version = version.or(self.shop.versions.last())?;
        let mut stated = Vec::new();
        for (name, json, at) in places {
            if let Some(fact) = self.fact(name, version, at)
                && let Some(value) = self.value(fact, json, at)
            {
                stated.push(((*name).to_owned(), value));
            }
        }
        stated.extend(implied.into_iter().filter(|(name, _)| places.iter().all(|(told, ..)| told != name)));
        self.check_order(&stated, places);
        self.check_country(&stated, places);
        Some((version, stated))
    }

    /// The country of the buyer must be one in which the law holds that stands beside the policy.
    fn check_country(&mut self, stated: &[(String, Value)], places: &[Placed<'_>]) {
        let law = self.shop.law.as_ref().and_then(Version::jurisdiction);
        // A law that names no country holds for any.
        let known: Vec<&str> = law.map_or(Vec::new(), |law| law.countries().collect());
        let place = places.iter().find(|(name, ..)| *name == "country");
        if let (Some(Value::Word(country)), Some((.., at)), false) = (find(stated, "country"), place, known.is_empty())
            && !known.contains(&country.as_str())
        {
            self.log.add(Code::FactsOtherCountry, at, &[("value", country), ("countries", &listed(&known))]);
        }
    }

    /// The fact with a name, in this version or, as an order may outlive a version, in another.
    fn fact(&mut self, name: &str, version: &'r Version, at: &Pointer) -> Option<Fact<'r>> {
        let fact = self.shop.fact(version, name);
        if fact.is_none() && self.shop.versions.iter().all(|other| other.facts().get(name).is_none()) {
            let otherwise = "leave it out, or declare it in the policy under `/facts`";
            let known = self.shop.facts(version);
            self.log.unknown(Code::FactsUnknownFact, at, name, known.iter().map(|fact| fact.name), otherwise);
        }
        fact
    }

    fn value(&mut self, fact: Fact<'_>, json: &Json, at: &Pointer) -> Option<Value> {
        if let (Json::Null, false) = (json, fact.kind == FactType::Date) {
            self.log.add(Code::FactsNull, at, &[("fact", fact.name)]);
            return None;
        }
        match fact.kind {
            FactType::Bool => match json {
                Json::Bool(value) => Some(Value::Bool(*value)),
                _ => {
                    self.log.wrong_type(json, at, "true or false");
                    None
                }
            },
            FactType::Text => self.text(json, at).map(|text| Value::Word(text.to_owned())),
            FactType::Enum | FactType::Category => {
                let text = self.text(json, at)?;
                let known: Vec<&str> = fact.values().into_iter().map(|(value, _)| value).collect();
                let declared = known.contains(&text);
                // A category that the policy does not know says nothing about where the goods belong.
                if !declared && fact.kind == FactType::Enum {
                    self.log.unknown_value(at, text, &known);
                }
                declared.then(|| Value::Word(text.to_owned()))
            }
            FactType::Tags => self.tags(json, at).map(Value::Tags),
            FactType::Number => self.number(json, at).map(Value::Number),
            FactType::Money => self.money(json, at).map(Value::Money),
            FactType::Date => self.day(fact, json, at).map(Value::Days),
        }
    }

    pub(super) fn text<'j>(&mut self, json: &'j Json, at: &Pointer) -> Option<&'j str> {
        Walk { root: json, log: self.log }.text(json, at)
    }

    fn tags(&mut self, json: &Json, at: &Pointer) -> Option<Vec<String>> {
        let Json::List(tags) = json else {
            self.log.wrong_type(json, at, "a list");
            return None;
        };
        let tags: Vec<Option<&str>> =
            tags.iter().enumerate().map(|(index, tag)| self.text(tag, &at.index(index))).collect();
        let tags: Option<SortedSet<&str>> = tags.into_iter().collect();
        tags.map(|tags| tags.as_slice().iter().map(|tag| (*tag).to_owned()).collect())
    }

    fn number(&mut self, json: &Json, at: &Pointer) -> Option<Decimal> {
        let (number, shown) = match json {
            Json::Whole(number) => (Some(Decimal::from(*number)), String::new()),
            Json::Text(text) => (Money::plain_number(text), text.clone()),
            Json::Fraction => (None, "a fraction without quotes".to_owned()),
            other => (None, other.kind().to_owned()),
        };
        if number.is_none() {
            self.log.add(Code::FactsBadNumber, at, &[("value", &shown)]);
        }
        number
    }

    pub(super) fn money(&mut self, json: &Json, at: &Pointer) -> Option<Money> {
        let currency = self.shop.currency;
        let (code, example) = (currency.code(), currency.example());
        if let Json::Whole(_) | Json::Fraction = json {
            self.log.add(Code::FactsMoneyAsNumber, at, &[("example", example)]);
            return None;
        }
        let text = self.text(json, at)?;
        match Money::parse(text, currency) {
            Ok(money) => Some(money),
            Err(MoneyError::OtherCurrency(found)) => {
                self.log.add(Code::FactsMixedCurrency, at, &[("found", &found), ("currency", code)]);
                None
            }
            Err(MoneyError::Unreadable) => {
                let digits = currency.digits().to_string();
                let params = [("value", text), ("currency", code), ("digits", &*digits), ("example", example)];
                self.log.add(Code::FactsBadAmount, at, &params);
                None
            }
        }
    }

    /// A day, or `{ from, to }` for a day that is only known to lie between two.
    fn day(&mut self, fact: Fact<'_>, json: &Json, at: &Pointer) -> Option<Days> {
        let Json::Object(_) = json else {
            let day = date(json, at, self.log)?;
            if let Some((today, _)) = self.today
                && day > today
                && follows(fact.name, "purchased")
            {
                let params = [("fact", fact.name), ("value", &*day.to_string())];
                self.log.add(Code::FactsInFuture, at, &params);
            }
            return Some(Days::on(day));
        };
        if fact.name == "purchased" {
            self.log.add(Code::FactsNotARange, at, &[("fact", fact.name)]);
            return None;
        }
        Walk { root: json, log: self.log }.value(json, &Shape::Object(&BETWEEN), at);
        let mut end = |key: &str| match json.get(key) {
            Some(day) => date(day, &at.key(key), self.log).map(Some),
            None => Some(None),
        };
        let (from, to) = (end("from"), end("to"));
        let (from, to) = (from?, to?);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.log.add(Code::FactsReversed, at, &[]);
            return None;
        }
        Some(Days { from, to })
    }

    /// Every event is on the day of the one before it, or later.
    fn check_order(&mut self, stated: &[(String, Value)], places: &[Placed<'_>]) {
        let days = |fact: &str| match find(stated, fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        };
        let earlier = [
            ("purchased", Code::FactsBeforePurchase),
            ("dispatched", Code::FactsBeforeDispatch),
            ("delivered", Code::FactsBeforeDelivery),
        ];
        let orders = earlier.into_iter().flat_map(|(earlier, code)| {
            EVENTS
                .iter()
                .map(|(event, _)| *event)
                .filter(move |event| follows(event, earlier))
                .map(move |later| (later, earlier, code))
        });
        for (later, earlier, code) in orders {
            let last = days(later).and_then(|days| days.to);
            let first = days(earlier).and_then(|days| days.from);
            if let (Some(last), Some(first), Some(place)) =
                (last, first, places.iter().find(|(name, ..)| *name == later))
                && last < first
            {
                let params = [("fact", later), ("value", &*last.to_string()), ("other", &*first.to_string())];
                self.log.add(code, &place.2, &params);
            }
        }
    }
}

/// A day and nothing else: no time, no number, no null.
pub(super) fn date(json: &Json, at: &Pointer, log: &mut Log) -> Option<Date> {
    let (date, shown) = match json {
        Json::Text(text) => (Date::parse(text), text.as_str()),
        other => (None, other.kind()),
    };
    if date.is_none() {
        log.add(Code::FactsBadDate, at, &[("value", shown)]);
    }
    date
}
