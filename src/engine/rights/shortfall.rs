//! Where a shop promises less than the law beside it, for whoever writes the policy.
//!
//! Nothing is compared word by word: a case is looked for in which the law grants a remedy and the shop grants less, and the
//! warning names it. What the shop leaves out the law grants all the same; but a shopper who reads the policy is told less.

use std::cell::Cell;

use super::case::Case;
use super::offers;
use crate::decision::{Offer, Until};
use crate::domain::{Code, Date, Finding, Floor, Log, Money, Pointer, Problem, SortedSet, listed};
use crate::facts::{EVENTS, Facts};
use crate::policy::vocabulary::{FactType, REASONS};
use crate::policy::{
    Carriage, Condition, Days, Fact, Fee, Grant, Granted, Known as _, Matter, Part, Partition, Rule, Shop, Turns,
    Value, Version, Window,
};

/// The most cases that are tried for one question; beyond them nothing is said.
const MOST: u32 = 20_000;

/// A warning for each place where the newest version promises less than the law.
#[must_use]
pub fn shortfalls(shop: &Shop) -> Vec<Problem> {
    let mut log = Log::new(Floor::Policy);
    let newest = shop.versions.last().zip(shop.law.as_ref());
    // The law as of the day that its pack tells, for what is bought under the newest version.
    let today = newest.and_then(|(version, law)| Date::parse(&law.used.version).max(version.from));
    if let (Some((version, law)), Some(today)) = (newest, today) {
        let mut comparison = Comparison { shop, version, today, log: &mut log, told: SortedSet::default() };
        law.rules().for_each(|right| comparison.right(right));
    }
    log.problems.into_vec()
}

struct Comparison<'s, 'l> {
    shop: &'s Shop,
    version: &'s Version,
    today: Date,
    log: &'l mut Log,
    told: SortedSet<String>,
}

/// What a case is looked for: the law grants, and this of the shop's rule.
#[derive(Clone, Copy)]
enum Aim<'s> {
    /// The rule grants as well.
    Both,
    /// The rule grants, and takes this fee.
    Charged(Fee<'s>),
    /// The rule grants, and is harder on the shopper in this matter, where the law is kinder.
    Settled(Matter, [Grant<'s>; 2]),
    /// This takes the case out of the rule, and nothing else of the shop's grants the remedy.
    Barred(Condition<'s>),
    /// This is not fulfilled, and nothing else of the shop's grants the remedy.
    Missed(Condition<'s>),
}

impl<'s> Aim<'s> {
    /// What it depends on, besides the rules.
    fn conditions(self) -> Vec<Condition<'s>> {
        match self {
            Self::Both => Vec::new(),
            Self::Charged(fee) => fee.condition().into_iter().collect(),
            Self::Settled(matter, grants) => {
                grants.into_iter().filter_map(|grant| grant.settles_condition(matter)).collect()
            }
            Self::Barred(condition) | Self::Missed(condition) => vec![condition],
        }
    }
}

/// A right of the law and a rule of the shop that grant the same.
#[derive(Clone, Copy)]
struct Pair<'s> {
    right: Rule<'s>,
    rule: Rule<'s>,
    remedy: &'s str,
}

impl<'s> Comparison<'s, '_> {
    fn right(&mut self, right: Rule<'s>) {
        // The remedies that nothing of the shop's grants, by the reasons for which nothing does.
        let mut silent: Vec<(Vec<&'s str>, Vec<&'s str>)> = Vec::new();
        for grant in right.grants() {
            let remedy = grant.remedy();
            let rules: Vec<Rule<'s>> = self.version.rules().filter(|rule| rule.grant(remedy).is_some()).collect();
            let pairs = rules.iter().filter(|rule| !rule.goodwill() && !reasons(right, **rule).is_empty());
            let pairs: Vec<Pair<'s>> = pairs.map(|rule| Pair { right, rule: *rule, remedy }).collect();
            let mut untold = right.reasons().unwrap_or_else(|| REASONS.to_vec());
            let covered: Vec<&str> = pairs.iter().flat_map(|pair| reasons(right, pair.rule)).collect();
            untold.retain(|reason| !covered.contains(reason));
            match silent.iter_mut().find(|(known, _)| *known == untold) {
                Some((_, remedies)) => remedies.push(remedy),
                None if untold.is_empty() => {}
                None => silent.push((untold, vec![remedy])),
            }
            for pair in pairs {
                self.pair(pair);
            }
        }
        let reigns = right.in_force().is_none_or(|(from, until)| {
            from.is_none_or(|from| from <= self.today) && until.is_none_or(|until| self.today <= until)
        });
        for (reasons, remedies) in silent.into_iter().filter(|_| reigns) {
            let (remedies, reasons) = (listed(&remedies), listed(&reasons));
            let params = [("article", article(right)), ("remedies", &*remedies), ("reasons", &*reasons)];
            let at = self.version.at.key("rules");
            self.tell(Code::PolicySilentOnLaw, &at, &format!("{} {remedies}", right.id()), &params);
        }
    }

    fn pair(&mut self, pair: Pair<'s>) {
        let at = pair.rule.pointer();
        let grants = at.key("grants");
        let own = pair.rule.grants().enumerate().find(|(_, grant)| grant.remedy() == pair.remedy);
        if let Some((facts, offers)) = self.found(pair, Aim::Both) {
            let by = |granted: Granted| offers.iter().filter(move |offer| offer.by == granted);
            let law = by(Granted::Law).find(|offer| offer.rule == pair.right.id());
            let longest = by(Granted::Shop).max_by_key(|offer| last(offer));
            if let (Some(law), Some(longest)) = (law, longest) {
                if last(longest) < last(law) && longest.rule == pair.rule.id() {
                    let day =
                        |offer: &Offer<'_>| last(offer).map_or_else(|| "no last day".to_owned(), |day| day.to_string());
                    let at = if pair.rule.window().is_some() { at.key("window") } else { at.clone() };
                    let params = [
                        ("article", article(pair.right)),
                        ("remedy", pair.remedy),
                        ("own", &*day(longest)),
                        ("law", &*day(law)),
                        ("bought", &*self.today.to_string()),
                    ];
                    self.tell(Code::PolicyShorterThanLaw, &at, "", &params);
                }
                let free = |offer: &Offer<'_>| matches!(offer.carriage, Carriage::Shop | Carriage::None);
                if let (Some((index, _)), true, false) = (own, free(law), by(Granted::Shop).any(free)) {
                    let at = grants.index(index).key("carriage");
                    let params =
                        [("article", article(pair.right)), ("remedy", pair.remedy), ("case", &*self.told_case(&facts))];
                    self.tell(Code::PolicyCarriageAgainstLaw, &at, "", &params);
                }
            }
        }
        for (fee, place) in own.into_iter().flat_map(|(index, grant)| {
            let fees = grants.index(index).key("fees");
            grant.fees().enumerate().map(move |(index, fee)| (fee, fees.index(index)))
        }) {
            if let Some((facts, offers)) = self.found(pair, Aim::Charged(fee)) {
                let cost = |offer: &Offer<'_>| offer.cost.map(|cost| cost.least);
                let shop = offers.iter().filter(|offer| offer.by == Granted::Shop).filter_map(cost).min();
                let law = offers.iter().find(|offer| offer.rule == pair.right.id() && offer.by == Granted::Law);
                let most = law.and_then(|law| law.cost).map(|cost| cost.most);
                if shop.zip(most).is_some_and(|(shop, law)| shop > law) {
                    self.against(Code::PolicyFeeAgainstLaw, &place, pair, &facts);
                }
            }
        }
        for (matter, (index, own), law) in Matter::ALL.into_iter().filter_map(|matter| {
            let law = pair.right.grant(pair.remedy).filter(|law| law.settles(matter).is_some());
            Some((matter, own?, law?))
        }) {
            if let Some((facts, _)) = self.found(pair, Aim::Settled(matter, [own, law])) {
                let (key, _, kinder) = matter.words();
                let at = grants.index(index);
                let at = if own.settles(matter).is_some() { at.key("settles").key(key) } else { at };
                let case = self.told_case(&facts);
                let params = [("matter", key), ("kinder", kinder), ("article", article(pair.right))];
                let params = [&params[..], &[("remedy", pair.remedy), ("case", &*case)]].concat();
                self.tell(Code::PolicySettlesAgainstLaw, &at, key, &params);
            }
        }
        for (index, exception) in pair.rule.unless().enumerate() {
            if let Some((facts, _)) = self.found(pair, Aim::Barred(exception.condition())) {
                self.against(Code::PolicyExclusionAgainstLaw, &at.key("unless").index(index), pair, &facts);
            }
        }
        if let Some(condition) = pair.rule.condition()
            && let Some((facts, _)) = self.found(pair, Aim::Missed(condition))
        {
            self.against(Code::PolicyConditionAgainstLaw, &at.key("if"), pair, &facts);
        }
    }

    fn against(&mut self, code: Code, at: &Pointer, pair: Pair<'s>, facts: &Facts) {
        let case = self.told_case(facts);
        self.tell(code, at, "", &[("article", article(pair.right)), ("remedy", pair.remedy), ("case", &case)]);
    }

    /// Each place is told once for each code; the first article that speaks against it is enough.
    fn tell(&mut self, code: Code, at: &Pointer, also: &str, params: &[(&'static str, &str)]) {
        if self.told.insert(format!("{} {} {also}", code.name(), at.as_str())) {
            self.log.add(code, at, params);
        }
    }

    /// A case in which the law grants and the aim is met, with all offers of the remedy.
    fn found(&self, pair: Pair<'s>, aim: Aim<'s>) -> Option<(Facts, Vec<Offer<'s>>)> {
        let search = Search { comparison: self, pair, aim, open: self.open(pair, aim), tries: Cell::new(0) };
        let facts = search.among(self.base(pair), &search.first())?;
        let offers = offers::offers(&self.case(&facts), pair.remedy, 1);
        Some((facts, offers))
    }

    fn case<'f>(&self, facts: &'f Facts) -> Case<'s, 'f> {
        Case { shop: self.shop, version: self.version, facts, today: self.today }
    }

    /// Bought, delivered and noticed today, at a round price: everything that can start a clock is known.
    fn base(&self, pair: Pair<'s>) -> Facts {
        let today = Value::Days(Days::on(self.today));
        let mut facts = Facts::taken(self.shop, self.version, self.today);
        for (event, _) in EVENTS.iter().take(4) {
            facts = facts.with(event, today.clone());
        }
        let windows = |rule: Rule<'s>| rule.window().into_iter().chain(rule.shows());
        for window in windows(pair.right).chain(windows(pair.rule)) {
            for event in window.events() {
                if facts.value(event.fact) != Some(&Value::Never) {
                    facts = facts.with(event.fact, today.clone());
                }
            }
        }
        let price = Money::parse("100", self.shop.currency).ok();
        price.map_or(facts.clone(), |price| facts.with("price", Value::Money(price)))
    }

    /// The facts that can make a difference, each with the values that are told apart.
    fn open(&self, pair: Pair<'s>, aim: Aim<'s>) -> Vec<(Fact<'s>, Vec<Part>)> {
        let mut tests = Vec::new();
        let mut read = |condition: Condition<'s>| condition.tests(None, &mut |test| tests.push(test));
        let granting = self.version.rules().filter(|rule| rule.grant(pair.remedy).is_some());
        for rule in [pair.right].into_iter().chain(granting) {
            rule.conditions().for_each(&mut read);
            let windows = rule.window().into_iter().chain(rule.shows());
            windows.flat_map(Window::conditions).for_each(&mut read);
        }
        aim.conditions().into_iter().for_each(read);
        let reasons = reasons(pair.right, pair.rule);
        let tested = |fact: &Fact<'_>| fact.name == "reason" || tests.iter().any(|test| test.fact() == fact.name);
        let facts = self.shop.facts(self.version).into_iter().filter(tested);
        let facts = facts.filter(|fact| fact.kind != FactType::Date && fact.name != "price" && fact.name != "country");
        facts
            .map(|fact| {
                let mut parts = Partition::of(fact, &tests, None, Turns::default(), self.shop.currency).parts;
                if fact.name == "reason" {
                    parts.retain(|part| matches!(&part.value, Value::Word(word) if reasons.contains(&word.as_str())));
                }
                (fact, parts)
            })
            .collect()
    }

    /// A case as the facts that somebody has to tell for it.
    fn told_case(&self, facts: &Facts) -> String {
        let told = self.shop.facts(self.version).into_iter();
        let told = told.filter(|fact| fact.kind != FactType::Date && fact.name != "price").filter_map(|fact| {
            let value = facts.stated(fact.name).filter(|value| **value != Value::Word(String::new()))?;
            Some(format!("\"{}\": {}", fact.name, serde_json::to_string(value).unwrap_or_default()))
        });
        format!("{{ {} }}", told.collect::<Vec<_>>().join(", "))
    }
}

struct Search<'c, 's> {
    comparison: &'c Comparison<'s, 'c>,
    pair: Pair<'s>,
    aim: Aim<'s>,
    open: Vec<(Fact<'s>, Vec<Part>)>,
    tries: Cell<u32>,
}

impl<'s> Search<'_, 's> {
    /// The facts that the aim itself is about, the reason first.
    fn first(&self) -> Vec<&str> {
        let mut facts = vec!["reason"];
        let mut read = |condition: Condition<'s>| condition.tests(None, &mut |test| facts.push(test.fact()));
        self.aim.conditions().into_iter().for_each(&mut read);
        facts
    }

    /// The first case in which the aim is met. What nobody says comes before what somebody says, and only what can still settle
    /// it is said.
    fn among(&self, facts: Facts, first: &[&str]) -> Option<Facts> {
        self.tries.set(self.tries.get().saturating_add(1));
        if self.tries.get() > MOST || !self.is_possible(&facts) {
            return None;
        }
        if let Some((fact, others)) = first.split_first() {
            let untold = (*fact != "reason").then(|| self.among(facts.clone(), others)).flatten();
            return untold.or_else(|| self.saying(&facts, fact, others));
        }
        if self.is_met(&facts) {
            return Some(facts);
        }
        let needed = self.needs(&facts)?;
        self.saying(&facts, needed, &[])
    }

    /// Tries every value of a fact.
    fn saying(&self, facts: &Facts, fact: &str, others: &[&str]) -> Option<Facts> {
        let (_, parts) = self.open.iter().find(|(open, _)| open.name == fact && facts.stated(fact).is_none())?;
        parts.iter().find_map(|part| self.among(facts.with(fact, part.value.clone()), others))
    }

    /// A fact that can still settle whether the aim is met.
    fn needs(&self, facts: &Facts) -> Option<&'s str> {
        let case = self.comparison.case(facts);
        let shop = self.comparison.version.rules().filter(|rule| match self.aim {
            Aim::Both | Aim::Charged(_) | Aim::Settled(..) => rule.index == self.pair.rule.index,
            Aim::Barred(_) | Aim::Missed(_) => rule.grant(self.pair.remedy).is_some(),
        });
        let known = |fact: &&str| self.open.iter().any(|(open, _)| open.name == *fact) && facts.stated(fact).is_none();
        [self.pair.right].into_iter().chain(shop).flat_map(|rule| case.needs(rule).into_vec()).find(known)
    }

    fn is_possible(&self, facts: &Facts) -> bool {
        let aim = match self.aim {
            Aim::Both => self.pair.rule.holds(facts),
            Aim::Charged(fee) => Finding::all([self.pair.rule.holds(facts), due(fee, facts)]),
            Aim::Settled(matter, grants) => Finding::all([self.pair.rule.holds(facts), harder(matter, grants, facts)]),
            Aim::Barred(condition) => condition.finding(facts),
            Aim::Missed(condition) => !condition.finding(facts),
        };
        aim != Finding::No && self.pair.right.holds(facts) != Finding::No
    }

    fn is_met(&self, facts: &Facts) -> bool {
        let case = self.comparison.case(facts);
        let shop_grants = || {
            let rules = self.comparison.version.rules().filter(|rule| rule.grant(self.pair.remedy).is_some());
            Finding::any(rules.map(|rule| case.finding(rule)))
        };
        let met = match self.aim {
            Aim::Both => case.finding(self.pair.rule) == Finding::Yes,
            Aim::Charged(fee) => due(fee, facts) == Finding::Yes && case.finding(self.pair.rule) == Finding::Yes,
            Aim::Settled(matter, grants) => {
                harder(matter, grants, facts) == Finding::Yes && case.finding(self.pair.rule) == Finding::Yes
            }
            Aim::Barred(condition) => condition.finding(facts) == Finding::Yes && shop_grants() == Finding::No,
            Aim::Missed(condition) => condition.finding(facts) == Finding::No && shop_grants() == Finding::No,
        };
        met && case.finding(self.pair.right) == Finding::Yes
    }
}

fn due(fee: Fee<'_>, facts: &Facts) -> Finding {
    fee.condition().map_or(Finding::Yes, |condition| condition.finding(facts))
}

/// Whether the first is harder on the shopper in a matter in which the second is kinder.
fn harder(matter: Matter, [own, law]: [Grant<'_>; 2], facts: &Facts) -> Finding {
    Finding::all([own.harder(matter, facts), !law.harder(matter, facts)])
}

/// The reasons for which both are there.
fn reasons(right: Rule<'_>, rule: Rule<'_>) -> Vec<&'static str> {
    let fits = |rule: Rule<'_>, reason| rule.reasons().is_none_or(|reasons| reasons.contains(&reason));
    REASONS.into_iter().filter(|reason| fits(right, *reason) && fits(rule, *reason)).collect()
}

/// The last day of an offer for certain, or else that on which a fault must have shown; no limit comes after every day.
fn last(offer: &Offer<'_>) -> Last {
    let day = |until: &Until<'_>| until.least;
    match (&offer.until, &offer.shows) {
        (Some(until), _) | (None, Some(until)) => Last::Day(day(until)),
        (None, None) => Last::Never,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Last {
    Day(Option<Date>),
    Never,
}

impl Last {
    fn map_or_else(self, never: impl FnOnce() -> String, day: impl FnOnce(Date) -> String) -> String {
        match self {
            Self::Day(Some(date)) => day(date),
            Self::Day(None) | Self::Never => never(),
        }
    }
}

/// The article that a right rests on, as it is cited.
fn article<'s>(right: Rule<'s>) -> &'s str {
    right.cites().next().map_or(right.clause(), |cite| cite.article)
}
