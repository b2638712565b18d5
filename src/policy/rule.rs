//! Rules as a policy writes them, read as they are needed. What is written has been checked when the policy was opened.

use serde::Serialize;

use super::Version;
use super::condition::{Condition, Known};
use super::test::Test;
use super::value::Value;
use crate::domain::{Calendar, Currency, Date, Finding, Json, Money, Percent, Period, Text};

/// One grant of the shop.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'s> {
    json: &'s Json,
    version: &'s Version,
    /// Its place among the rules, counted from 0.
    pub index: usize,
}

impl Version {
    /// The rules, in the order of the document.
    pub fn rules(&self) -> impl Iterator<Item = Rule<'_>> {
        let rules = self.document.list("rules").iter().enumerate();
        rules.map(|(index, json)| Rule { json, version: self, index })
    }
}

impl<'s> Rule<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// The number of its clause.
    #[must_use]
    pub fn clause(self) -> &'s str {
        self.json.word("clause")
    }

    /// What shoppers call it.
    #[must_use]
    pub fn title(self) -> Text<'s> {
        Text(self.json.get("title").unwrap_or(&Json::Null))
    }

    /// The clause, word for word.
    #[must_use]
    pub fn text(self) -> Option<Text<'s>> {
        self.json.get("text").map(Text)
    }

    /// Granted out of kindness.
    #[must_use]
    pub fn goodwill(self) -> bool {
        self.json.flag("goodwill")
    }

    /// The reasons for which it is there; any if none.
    #[must_use]
    pub fn reasons(self) -> Option<Vec<&'s str>> {
        self.json.get("reasons").map(|reasons| reasons.texts().collect())
    }

    /// What must hold.
    #[must_use]
    pub fn condition(self) -> Option<Condition<'s>> {
        self.json.get("if").map(|json| Condition::new(json, self.version))
    }

    /// What must not hold.
    pub fn unless(self) -> impl Iterator<Item = Exception<'s>> {
        self.json.list("unless").iter().map(move |json| Exception { json, version: self.version })
    }

    /// Until when; for ever if none.
    #[must_use]
    pub fn window(self) -> Option<Window<'s>> {
        self.json.get("window").map(|json| Window { json })
    }

    /// What the shopper may have.
    pub fn grants(self) -> impl Iterator<Item = Grant<'s>> {
        self.json.list("grants").iter().map(move |json| Grant { json, version: self.version })
    }

    /// The grant of a remedy.
    #[must_use]
    pub fn grant(self, remedy: &str) -> Option<Grant<'s>> {
        self.grants().find(|grant| grant.remedy() == remedy)
    }

    /// Everything that must hold or must not.
    pub fn conditions(self) -> impl Iterator<Item = Condition<'s>> {
        self.condition().into_iter().chain(self.unless().map(Exception::condition))
    }

    /// Hands out every test of the rule that decides whether it holds.
    pub fn tests(self, visit: &mut dyn FnMut(Test<'s>)) {
        self.conditions().for_each(|condition| condition.tests(None, visit));
    }

    /// Whether the shopper comes for one of its reasons.
    #[must_use]
    pub fn fits(self, known: &dyn Known) -> Finding {
        let Some(reasons) = self.json.get("reasons") else { return Finding::Yes };
        match known.value("reason") {
            Some(Value::Word(reason)) => reasons.texts().any(|known| known == reason).into(),
            _ => Finding::Maybe,
        }
    }

    /// What the rule comes to apart from its window.
    #[must_use]
    pub fn holds(self, known: &dyn Known) -> Finding {
        let condition = self.condition().map(|condition| condition.finding(known));
        let unless = self.unless().map(|exception| !exception.condition().finding(known));
        Finding::all([self.fits(known)].into_iter().chain(condition).chain(unless))
    }
}

/// What takes a case out of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Exception<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl<'s> Exception<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// When it applies.
    #[must_use]
    pub fn condition(self) -> Condition<'s> {
        Condition::new(self.json.get("if").unwrap_or(&Json::Null), self.version)
    }

    /// Why, for shoppers.
    #[must_use]
    pub fn because(self) -> Option<Text<'s>> {
        self.json.get("because").map(Text)
    }
}

/// Until when a rule is open.
#[derive(Clone, Copy, Debug)]
pub struct Window<'s> {
    json: &'s Json,
}

/// Where a last day on a rest day goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rolls {
    /// It stays.
    No,
    /// To the next day that is worked.
    NextWorkingDay,
}

impl<'s> Window<'s> {
    /// The date that starts the clock.
    #[must_use]
    pub fn from(self) -> &'s str {
        self.json.word("from")
    }

    /// How long.
    #[must_use]
    pub fn length(self) -> Period {
        Period::parse(self.json.word("length")).unwrap_or_default()
    }

    /// Whether the event's own day is the first.
    #[must_use]
    pub fn counts_event_day(self) -> bool {
        self.json.flag("countsEventDay")
    }

    /// Where a last day on a rest day goes.
    #[must_use]
    pub fn rolls(self) -> Rolls {
        if self.json.word("rolls") == "next-working-day" { Rolls::NextWorkingDay } else { Rolls::No }
    }

    /// The day on which the length ends, and the last day after rolling, for an event on a day.
    ///
    /// A later event never has an earlier last day.
    #[must_use]
    pub fn last_day(self, event: Date, calendar: &Calendar) -> (Date, Date) {
        let ends = calendar.end(event, self.length(), self.counts_event_day());
        match self.rolls() {
            Rolls::No => (ends, ends),
            Rolls::NextWorkingDay => (ends, calendar.next_working_day(ends)),
        }
    }
}

/// One remedy and its terms.
#[derive(Clone, Copy, Debug)]
pub struct Grant<'s> {
    json: &'s Json,
    version: &'s Version,
}

/// Who pays for sending the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carriage {
    /// Nothing is sent.
    None,
    /// The shop pays.
    Shop,
    /// The shopper pays.
    Shopper,
}

impl<'s> Grant<'s> {
    /// Which remedy.
    #[must_use]
    pub fn remedy(self) -> &'s str {
        self.json.word("remedy")
    }

    /// Who pays for sending the goods.
    #[must_use]
    pub fn carriage(self) -> Carriage {
        match self.json.word("carriage") {
            "none" => Carriage::None,
            "shop" => Carriage::Shop,
            _ => Carriage::Shopper,
        }
    }

    /// What the shopper pays.
    pub fn fees(self) -> impl Iterator<Item = Fee<'s>> {
        self.json.list("fees").iter().map(move |json| Fee { json, version: self.version })
    }
}

/// Something that the shopper pays for one unit.
#[derive(Clone, Copy, Debug)]
pub struct Fee<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl<'s> Fee<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// What shoppers call it.
    #[must_use]
    pub fn title(self) -> Option<Text<'s>> {
        self.json.get("title").map(Text)
    }

    /// When it is due.
    #[must_use]
    pub fn condition(self) -> Option<Condition<'s>> {
        self.json.get("if").map(|json| Condition::new(json, self.version))
    }

    /// A share of the price of the unit.
    #[must_use]
    pub fn percent(self) -> Option<Percent> {
        Percent::parse(self.json.word("percent"))
    }

    /// An amount.
    #[must_use]
    pub fn amount(self, currency: Currency) -> Option<Money> {
        Money::parse(self.json.word("amount"), currency).ok()
    }

    /// Whether it is told beforehand in a quote.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        self.json.flag("quoted")
    }
}
