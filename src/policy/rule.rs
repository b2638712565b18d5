//! Rules as a policy writes them, read as they are needed. What is written has been checked when the policy was opened.

use serde::Serialize;

use super::condition::{Condition, Known};
use super::test::Test;
use super::value::Value;
use super::window::Window;
use super::{Version, pack};
use crate::domain::{Currency, Date, Finding, Json, Money, Percent, Pointer, Text};

/// One grant of the shop, or of the law.
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
    /// Where it stands.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        self.version.at.key("rules").index(self.index)
    }

    /// Who grants it.
    #[must_use]
    pub fn granted(self) -> Granted {
        if pack::is_pack(&self.version.document) { Granted::Law } else { Granted::Shop }
    }

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

    /// Where it comes from.
    pub fn cites(self) -> impl Iterator<Item = Citation<'s>> {
        self.json.list("cites").iter().map(|json| Citation {
            article: json.word("article"),
            sure: json.word("sure"),
            source: json.get("source").and_then(Json::text),
        })
    }

    /// The first and the last day of purchase for which it holds.
    #[must_use]
    pub fn in_force(self) -> Option<(Option<Date>, Option<Date>)> {
        let span = self.json.get("inForce")?;
        Some((Date::parse(span.word("from")), Date::parse(span.word("until"))))
    }

    /// Until when a fault must have shown.
    #[must_use]
    pub fn shows(self) -> Option<Window<'s>> {
        self.json.get("shows").map(|json| Window { json, version: self.version })
    }

    /// Who must prove a fault; none if the rule does not say.
    #[must_use]
    pub fn proof(self) -> Option<Proof<'s>> {
        self.json.get("proof").map(|json| match json {
            Json::Object(_) => Proof::Within(Window { json, version: self.version }),
            _ if json.text() == Some("shopper") => Proof::Shopper,
            _ => Proof::Shop,
        })
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
        self.json.get("window").map(|json| Window { json, version: self.version })
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

    /// Everything that must hold or must not, apart from its windows.
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

    /// Whether it is in force for the day of purchase.
    #[must_use]
    pub fn reigns(self, known: &dyn Known) -> Finding {
        let Some((from, until)) = self.in_force() else { return Finding::Yes };
        match known.value("purchased") {
            Some(Value::Days(days)) => days.within(from.unwrap_or(Date::FIRST), until.unwrap_or(Date::LAST)),
            _ => Finding::Maybe,
        }
    }

    /// What the rule comes to apart from its windows.
    #[must_use]
    pub fn holds(self, known: &dyn Known) -> Finding {
        let fits = std::iter::once_with(|| self.fits(known)).chain(std::iter::once_with(|| self.reigns(known)));
        let condition = self.condition().into_iter().map(|condition| condition.finding(known));
        let unless = self.unless().map(|exception| !exception.condition().finding(known));
        Finding::all(fits.chain(condition).chain(unless))
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

/// One remedy and its terms.
#[derive(Clone, Copy, Debug)]
pub struct Grant<'s> {
    json: &'s Json,
    version: &'s Version,
}

/// Who grants a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Granted {
    /// The shop promises it.
    Shop,
    /// The law gives it.
    Law,
}

/// Who pays for sending the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carriage {
    /// Nothing is sent.
    None,
    /// The shop pays.
    Shop,
    /// Nothing says who pays, or it depends on what is not known yet.
    Open,
    /// The shopper pays.
    Shopper,
}

impl Carriage {
    fn named(name: &str) -> Self {
        match name {
            "none" => Self::None,
            "shop" => Self::Shop,
            "open" => Self::Open,
            _ => Self::Shopper,
        }
    }
}

/// Who must prove that there is a fault, or that there is none.
#[derive(Clone, Copy, Debug)]
pub enum Proof<'s> {
    /// The shop, always.
    Shop,
    /// The shopper, always.
    Shopper,
    /// The shop while a fault has shown within a window, then the shopper.
    Within(Window<'s>),
}

impl<'s> Grant<'s> {
    /// Which remedy.
    #[must_use]
    pub fn remedy(self) -> &'s str {
        self.json.word("remedy")
    }

    /// The policy's name for a remedy of its own.
    #[must_use]
    pub fn title(self) -> Option<Text<'s>> {
        let own = self.version.document.get("remedies").and_then(|remedies| remedies.get(self.remedy()));
        own.and_then(|remedy| remedy.get("title")).map(Text)
    }

    /// Who pays for sending the goods, as far as that is known.
    #[must_use]
    pub fn carriage(self, known: &dyn Known) -> Carriage {
        let written = self.json.get("carriage").unwrap_or(&Json::Null);
        let finding = self.carriage_condition().map(|condition| condition.finding(known));
        match finding {
            None => Carriage::named(written.text().unwrap_or_default()),
            Some(Finding::Yes) => Carriage::named(written.word("then")),
            Some(Finding::No) => Carriage::named(written.word("else")),
            Some(Finding::Maybe) => Carriage::Open,
        }
    }

    /// What it depends on who pays for sending the goods.
    #[must_use]
    pub fn carriage_condition(self) -> Option<Condition<'s>> {
        let condition = self.json.get("carriage")?.get("if")?;
        Some(Condition::new(condition, self.version))
    }

    /// Who chooses among the remedies of the rule.
    #[must_use]
    pub fn chooses(self) -> Option<&'s str> {
        self.json.get("chooses").and_then(Json::text)
    }

    pub(super) const fn json(self) -> &'s Json {
        self.json
    }

    pub(super) fn is_law(self) -> bool {
        pack::is_pack(&self.version.document)
    }

    pub(super) const fn conditioned(self, json: &'s Json) -> Condition<'s> {
        Condition::new(json, self.version)
    }

    /// Until when something must be done: what, and the window.
    pub fn deadlines(self) -> impl Iterator<Item = (Due, Window<'s>)> {
        let keys = [("sendBy", Due::Send), ("refundBy", Due::Refund)].into_iter();
        keys.filter_map(move |(key, due)| Some((due, Window { json: self.json.get(key)?, version: self.version })))
    }

    /// What the shopper pays.
    pub fn fees(self) -> impl Iterator<Item = Fee<'s>> {
        self.json.list("fees").iter().map(move |json| Fee { json, version: self.version })
    }
}

/// What a deadline is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// The shopper sends the goods.
    Send,
    /// The shop gives the money back.
    Refund,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation<'s> {
    /// The law and its article.
    pub article: &'s str,
    /// `text` if the article was read, `excerpt` if a part of it, else `unverified`.
    pub sure: &'s str,
    /// Where it can be read.
    pub source: Option<&'s str>,
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

    /// An amount; none in another currency than the shop's.
    #[must_use]
    pub fn amount(self, currency: Currency) -> Option<Money> {
        Money::parse(self.json.word("amount"), currency).ok().filter(|_| !self.version.foreign)
    }

    /// The fact that says how much it is.
    #[must_use]
    pub fn fact(self) -> Option<&'s str> {
        self.json.get("fact").and_then(Json::text)
    }

    /// Whether the amount is for a court, an authority or an expert to judge.
    #[must_use]
    pub fn is_judged(self) -> bool {
        self.json.flag("judged")
    }

    /// Whether a settlement leaves it out, because it takes the same from the order itself.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.json.flag("settled")
    }

    /// Whether it is told beforehand in a quote.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        self.json.flag("quoted")
    }
}
