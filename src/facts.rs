//! What a request says: items with their facts, read and checked against each other.

use rust_decimal::Decimal;

use crate::domain::{
    Code, Date, Floor, Json, Log, Money, MoneyError, Place, Pointer, Problems, SortedMap, SortedSet, suggestion,
};
use crate::policy::vocabulary::FactType;
use crate::policy::{Days, Fact, Known, Shop, Value, Version};

/// A request that has been read: everything in it fits the policy and the calendar.
#[derive(Clone, Debug)]
pub struct Request {
    /// Today in the shop's time zone.
    pub today: Date,
    /// The items, at least one.
    pub items: Vec<Item>,
}

/// Units of one order line that share their facts.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in the request.
    pub id: String,
    /// Units bought, at least one.
    pub bought: u32,
    /// Units that already went back, at most as many.
    pub returned: u32,
    /// What is known.
    pub facts: Facts,
}

/// What is known of one item.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    stated: SortedMap<String, Value>,
    known: SortedMap<String, Value>,
}

impl Known for Facts {
    fn value(&self, fact: &Fact) -> Option<&Value> {
        self.known.get(&fact.name)
    }
}

impl Facts {
    fn new(stated: SortedMap<String, Value>) -> Self {
        let mut facts = Self { known: stated.clone(), stated };
        facts.follow("dispatched", "purchased");
        facts.follow("delivered", "purchased");
        facts.follow("delivered", "dispatched");
        facts.follow("defectNoticed", "delivered");
        facts
    }

    /// One event cannot come before another: goods are not delivered before they are bought.
    fn follow(&mut self, later: &str, earlier: &str) {
        let Some(Days { from: Some(from), .. }) = self.days(earlier) else { return };
        let days = self.days(later).unwrap_or(Days { from: None, to: None });
        let days = Days { from: Some(days.from.map_or(from, |day| day.max(from))), ..days };
        self.known.insert(later.to_owned(), Value::Days(days));
    }

    /// As the request says it; what only follows from other facts is not stated.
    #[must_use]
    pub fn stated(&self, fact: &str) -> Option<&Value> {
        self.stated.get(fact)
    }

    /// Between which days an event lies, as far as is known.
    #[must_use]
    pub fn days(&self, fact: &str) -> Option<Days> {
        match self.known.get(fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        }
    }

    /// What was paid for one unit.
    #[must_use]
    pub fn price(&self) -> Option<Money> {
        match self.stated.get("price") {
            Some(Value::Money(price)) => Some(*price),
            _ => None,
        }
    }

    /// The same with one fact changed or learnt.
    #[must_use]
    pub fn with(&self, fact: &str, value: Value) -> Self {
        let mut stated = self.stated.clone();
        stated.insert(fact.to_owned(), value);
        Self::new(stated)
    }
}

impl Shop {
    /// The version in force for the day of purchase; none while that day is not known and matters.
    #[must_use]
    pub fn version_for(&self, facts: &Facts) -> Option<&Version> {
        match facts.days("purchased").and_then(|days| days.from) {
            Some(purchased) => self.version_on(purchased),
            None => self.only_version(),
        }
    }
}

/// The most units of one item.
const MOST_UNITS: i64 = 1_000_000;

impl Request {
    /// Reads a request against the policy that will decide it.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let request = read(&Place::root(json), shop, &mut log);
        match request {
            Some(request) if !log.problems.has_errors() => Ok(request),
            _ => Err(log.problems),
        }
    }
}

fn read(place: &Place<'_>, shop: &Shop, log: &mut Log) -> Option<Request> {
    let mut object = place.object(log)?;
    let today = object.required("today", log).and_then(|place| Some((date(&place, log)?, place.at)));
    let shared = object.optional("facts").and_then(|place| place.entries(log)).unwrap_or_default();
    let places = object.required("items", log).and_then(|place| place.filled_list(log)).unwrap_or_default();
    object.close(log);

    let mut ids = SortedSet::default();
    let mut items = Vec::new();
    for place in &places {
        let reading = Reading { shop, today: today.as_ref(), shared: &shared, log };
        if let Some(item) = reading.item(place) {
            if !ids.insert(item.id.clone()) {
                log.add(Code::FactsDuplicateId, &place.at.key("id"), &[("value", &item.id)]);
            }
            items.push(item);
        }
    }
    Some(Request { today: today?.0, items })
}

/// One item while it is read.
struct Reading<'r, 'j> {
    shop: &'r Shop,
    today: Option<&'r (Date, Pointer)>,
    /// Facts of the whole order.
    shared: &'r [(&'j str, Place<'j>)],
    log: &'r mut Log,
}

impl<'j> Reading<'_, 'j> {
    fn item(mut self, place: &Place<'j>) -> Option<Item> {
        let mut object = place.object(self.log)?;
        let id = object.required("id", self.log).and_then(|place| place.text(self.log));
        let quantity_at = object.at.key("returned");
        let bought = object.optional("quantity").map_or(Some(1), |place| self.units(&place, 1));
        let returned = object.optional("returned").map_or(Some(0), |place| self.units(&place, 0));
        let own = object.optional("facts").and_then(|place| place.entries(self.log)).unwrap_or_default();
        object.close(self.log);

        let mut places: SortedMap<&str, &Place<'j>> = SortedMap::default();
        for (name, place) in self.shared.iter().chain(&own) {
            places.insert(*name, place);
        }
        let facts = self.facts(&places);
        if let (Some(bought), Some(returned)) = (bought, returned)
            && returned > bought
        {
            let params = [("returned", &*returned.to_string()), ("bought", &*bought.to_string())];
            self.log.add(Code::FactsReturnedMore, &quantity_at, &params);
        }
        Some(Item { id: id?.to_owned(), bought: bought?, returned: returned?, facts })
    }

    fn units(&mut self, place: &Place<'_>, least: i64) -> Option<u32> {
        let whole = match place.value {
            Json::Whole(whole) if (least..=MOST_UNITS).contains(whole) => u32::try_from(*whole).ok(),
            _ => None,
        };
        if whole.is_none() {
            let shown = match place.value {
                Json::Whole(number) => number.to_string(),
                Json::Text(text) => text.clone(),
                other => other.kind().to_owned(),
            };
            let params = [("value", &*shown), ("least", &*least.to_string()), ("most", &*MOST_UNITS.to_string())];
            self.log.add(Code::FactsBadQuantity, &place.at, &params);
        }
        whole
    }

    fn facts(&mut self, places: &SortedMap<&'j str, &Place<'j>>) -> Facts {
        let purchased = places.get("purchased").filter(|place| !matches!(place.value, Json::Object(_)));
        let purchased = purchased.and_then(|place| date(place, self.log).map(|day| (day, &place.at)));
        if let (Some((today, at)), Some((day, _))) = (self.today, purchased)
            && *today < day
        {
            let params = [("value", &*today.to_string()), ("other", &*day.to_string())];
            self.log.add(Code::FactsTodayBeforePurchase, at, &params);
        }
        // While the version is not known, the newest one says which facts there are.
        let version = match purchased {
            Some((day, at)) => {
                let version = self.shop.version_on(day);
                if version.is_none() {
                    self.log.add(Code::FactsBeforeFirstVersion, at, &[("value", &day.to_string())]);
                }
                version
            }
            None => None,
        };
        let Some(version) = version.or(self.shop.versions.last()) else { return Facts::default() };

        let mut stated = SortedMap::default();
        for (name, place) in places.iter() {
            if let Some(fact) = self.fact(name, version, &place.at)
                && let Some(value) = self.value(fact, place)
            {
                stated.insert((*name).to_owned(), value);
            }
        }
        self.check_order(&stated, places);
        Facts::new(stated)
    }

    /// The fact with a name, in this version or, as an order may outlive a version, in another.
    fn fact<'v>(&mut self, name: &str, version: &'v Version, at: &Pointer) -> Option<&'v Fact>
    where
        Self: 'v,
    {
        if let Some(fact) = version.fact(name) {
            return Some(fact);
        }
        if self.shop.versions.iter().all(|other| other.fact(name).is_none()) {
            let known = version.facts.iter().map(|fact| fact.name.as_str());
            let help = suggestion(name, known, "leave it out, or declare it in the policy under `/facts`");
            self.log.add(Code::FactsUnknownFact, at, &[("value", name), ("suggestion", &help)]);
        }
        None
    }

    fn value(&mut self, fact: &Fact, place: &Place<'_>) -> Option<Value> {
        if let (Json::Null, false) = (place.value, fact.kind == FactType::Date) {
            self.log.add(Code::FactsNull, &place.at, &[("fact", &fact.name)]);
            return None;
        }
        match fact.kind {
            FactType::Bool => place.bool(self.log).map(Value::Bool),
            FactType::Text => place.text(self.log).map(|text| Value::Word(text.to_owned())),
            FactType::Enum => {
                let text = place.text(self.log)?;
                if !fact.values.iter().any(|(value, _)| value == text) {
                    let allowed: Vec<&str> = fact.values.iter().map(|(value, _)| value.as_str()).collect();
                    self.log.unknown_value(&place.at, text, &allowed);
                    return None;
                }
                Some(Value::Word(text.to_owned()))
            }
            // A category that the policy does not know says nothing about where the goods belong.
            FactType::Category => {
                let text = place.text(self.log)?;
                let declared = fact.values.iter().any(|(value, _)| value == text);
                declared.then(|| Value::Word(text.to_owned()))
            }
            FactType::Tags => self.tags(place).map(Value::Tags),
            FactType::Number => self.number(place).map(Value::Number),
            FactType::Money => self.money(place).map(Value::Money),
            FactType::Date => self.day(fact, place).map(Value::Days),
        }
    }

    fn tags(&mut self, place: &Place<'_>) -> Option<SortedSet<String>> {
        let places = place.list(self.log)?;
        let tags: Vec<Option<&str>> = places.iter().map(|place| place.text(self.log)).collect();
        tags.into_iter().map(|tag| tag.map(str::to_owned)).collect()
    }

    fn number(&mut self, place: &Place<'_>) -> Option<Decimal> {
        let (number, shown) = match place.value {
            Json::Whole(number) => (Some(Decimal::from(*number)), String::new()),
            Json::Text(text) => (Money::plain_number(text), text.clone()),
            Json::Fraction => (None, "a fraction without quotes".to_owned()),
            other => (None, other.kind().to_owned()),
        };
        if number.is_none() {
            self.log.add(Code::FactsBadNumber, &place.at, &[("value", &shown)]);
        }
        number
    }

    fn money(&mut self, place: &Place<'_>) -> Option<Money> {
        let currency = self.shop.currency;
        let (code, example) = (currency.code(), currency.example());
        if let Json::Whole(_) | Json::Fraction = place.value {
            self.log.add(Code::FactsMoneyAsNumber, &place.at, &[("example", example)]);
            return None;
        }
        let text = place.text(self.log)?;
        match Money::parse(text, currency) {
            Ok(money) => Some(money),
            Err(MoneyError::OtherCurrency(found)) => {
                self.log.add(Code::FactsMixedCurrency, &place.at, &[("found", &found), ("currency", code)]);
                None
            }
            Err(MoneyError::Unreadable) => {
                let digits = currency.digits().to_string();
                let params = [("value", text), ("currency", code), ("digits", &*digits), ("example", example)];
                self.log.add(Code::FactsBadAmount, &place.at, &params);
                None
            }
        }
    }

    /// A day, or `{ from, to }` for a day that is only known to lie between two.
    fn day(&mut self, fact: &Fact, place: &Place<'_>) -> Option<Days> {
        let Json::Object(_) = place.value else {
            let day = date(place, self.log)?;
            if let Some((today, _)) = self.today
                && day > *today
                && follows(&fact.name, "purchased")
            {
                let params = [("fact", &*fact.name), ("value", &*day.to_string())];
                self.log.add(Code::FactsInFuture, &place.at, &params);
            }
            return Some(Days::on(day));
        };
        if fact.name == "purchased" {
            self.log.add(Code::FactsNotARange, &place.at, &[("fact", &fact.name)]);
            return None;
        }
        let mut object = place.object(self.log)?;
        let from = object.optional("from").map(|place| date(&place, self.log));
        let to = object.optional("to").map(|place| date(&place, self.log));
        object.close(self.log);
        let (from, to) = (from.map_or(Some(None), |day| day.map(Some))?, to.map_or(Some(None), |day| day.map(Some))?);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.log.add(Code::FactsReversed, &place.at, &[]);
            return None;
        }
        Some(Days { from, to })
    }

    /// Every event is on the day of the one before it, or later.
    fn check_order(&mut self, stated: &SortedMap<String, Value>, places: &SortedMap<&'j str, &Place<'j>>) {
        let days = |fact: &str| match stated.get(fact) {
            Some(Value::Days(days)) => Some(*days),
            _ => None,
        };
        let earlier = [
            ("purchased", Code::FactsBeforePurchase),
            ("dispatched", Code::FactsBeforeDispatch),
            ("delivered", Code::FactsBeforeDelivery),
        ];
        let orders = earlier.into_iter().flat_map(|(earlier, code)| {
            EVENTS.into_iter().filter(move |event| follows(event, earlier)).map(move |later| (later, earlier, code))
        });
        for (later, earlier, code) in orders {
            let last = days(later).and_then(|days| days.to);
            let first = days(earlier).and_then(|days| days.from);
            if let (Some(last), Some(first), Some(place)) = (last, first, places.get(later))
                && last < first
            {
                let params = [("fact", later), ("value", &*last.to_string()), ("other", &*first.to_string())];
                self.log.add(code, &place.at, &params);
            }
        }
    }
}

/// What happens to goods, in the order in which it happens.
pub const EVENTS: [&str; 4] = ["purchased", "dispatched", "delivered", "defectNoticed"];

/// Whether an event comes after another: a defect shows after the delivery.
#[must_use]
pub fn follows(later: &str, earlier: &str) -> bool {
    let place = |event: &str| EVENTS.iter().position(|known| *known == event);
    place(later).zip(place(earlier)).is_some_and(|(later, earlier)| later > earlier)
}

/// A day and nothing else: no time, no number, no null.
fn date(place: &Place<'_>, log: &mut Log) -> Option<Date> {
    let (date, shown) = match place.value {
        Json::Text(text) => (Date::parse(text), text.as_str()),
        other => (None, other.kind()),
    };
    if date.is_none() {
        log.add(Code::FactsBadDate, &place.at, &[("value", shown)]);
    }
    date
}
