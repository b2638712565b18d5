//! Resolving conditions: names to conditions, facts to facts, and what each test may ask of them.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::condition::{Condition, Fact, Range, Test, Wants};
use super::document::{self, Named, Scalar};
use super::vocabulary::FactType;
use crate::domain::{Code, Currency, Date, Log, Money, MoneyError, Pointer, SortedMap, SortedSet, listed, suggestion};

/// What conditions may speak of.
pub(super) struct Scope<'d> {
    pub facts: &'d [Arc<Fact>],
    /// Each category with itself and everything below it.
    pub families: &'d SortedMap<String, SortedSet<String>>,
    pub currency: Currency,
    pub written: &'d Named<document::Condition>,
    /// Where the named conditions stand.
    pub at: Pointer,
    done: SortedMap<String, Arc<Condition>>,
    open: Vec<String>,
    used: SortedSet<String>,
}

/// The most parts of a condition, and of all conditions of a policy together, with every name written out.
pub(super) const LARGEST: usize = 20_000;

impl<'d> Scope<'d> {
    pub(super) fn new(
        facts: &'d [Arc<Fact>],
        families: &'d SortedMap<String, SortedSet<String>>,
        currency: Currency,
        written: &'d Named<document::Condition>,
        at: Pointer,
    ) -> Self {
        Self {
            facts,
            families,
            currency,
            written,
            at,
            done: SortedMap::default(),
            open: Vec::new(),
            used: SortedSet::default(),
        }
    }

    /// Resolves every named condition, so that each is checked even if nothing uses it.
    pub(super) fn resolve_named(&mut self, log: &mut Log) {
        for (name, _) in &self.written.0 {
            let at = self.at.key(name);
            if super::is_name(name) {
                self.named(name, &at, log);
            } else {
                log.add(Code::PolicyBadId, &at, &[("value", name)]);
            }
        }
        self.used = SortedSet::default();
    }

    /// A name that is used uses the names inside its condition.
    fn mark_used(&mut self, name: &str) {
        if self.used.contains(name) {
            return;
        }
        self.used.insert(name.to_owned());
        if let Some(done) = self.done.get(name).map(Arc::clone) {
            done.names(&mut |inner| self.mark_used(inner));
        }
    }

    /// Tells the named conditions that no rule has led to.
    pub(super) fn tell_unused(&self, log: &mut Log) {
        for (name, _) in &self.written.0 {
            if !self.used.contains(name) {
                log.add(Code::PolicyUnusedCondition, &self.at.key(name), &[("value", name)]);
            }
        }
    }

    /// Resolves a condition.
    pub(super) fn condition(&mut self, written: &document::Condition, at: &Pointer, log: &mut Log) -> Condition {
        match written {
            document::Condition::All { all } => Condition::All(at.clone(), self.parts(all, &at.key("all"), log)),
            document::Condition::Any { any } => Condition::Any(at.clone(), self.parts(any, &at.key("any"), log)),
            document::Condition::Not { not } => {
                Condition::Not(at.clone(), Box::new(self.condition(not, &at.key("not"), log)))
            }
            document::Condition::Named { condition } => {
                let resolved = self.named(condition, &at.key("condition"), log);
                Condition::Named(at.clone(), condition.clone(), resolved)
            }
            document::Condition::Test(test) => match self.test(test, at, log) {
                Some(test) => Condition::Test(Box::new(test)),
                // The problem has been told; an empty condition stands in.
                None => Condition::All(at.clone(), Vec::new()),
            },
        }
    }

    fn parts(&mut self, written: &[document::Condition], at: &Pointer, log: &mut Log) -> Vec<Condition> {
        let parts = written.iter().enumerate();
        parts.map(|(index, part)| self.condition(part, &at.index(index), log)).collect()
    }

    fn named(&mut self, name: &str, at: &Pointer, log: &mut Log) -> Arc<Condition> {
        self.mark_used(name);
        if let Some(done) = self.done.get(name) {
            return Arc::clone(done);
        }
        let empty = Arc::new(Condition::All(at.clone(), Vec::new()));
        if self.open.iter().any(|open| open == name) {
            log.add(Code::PolicyCircularCondition, at, &[("value", name)]);
            return empty;
        }
        let Some((_, written)) = self.written.0.iter().find(|(known, _)| known == name) else {
            if !name.is_empty() {
                let known = self.written.0.iter().map(|(name, _)| name.as_str());
                let help = suggestion(name, known, "declare it under `/conditions`");
                log.add(Code::PolicyUnknownCondition, at, &[("value", name), ("suggestion", &help)]);
            }
            return empty;
        };
        self.open.push(name.to_owned());
        let place = self.at.key(name);
        let resolved = self.condition(written, &place, log);
        self.open.pop();
        let mut allowed = LARGEST;
        let resolved = if !resolved.fits(&mut allowed) {
            log.add(Code::PolicyTooComplex, &place, &[("limit", &LARGEST.to_string())]);
            empty
        } else {
            Arc::new(resolved)
        };
        self.done.insert(name.to_owned(), Arc::clone(&resolved));
        resolved
    }

    /// The fact with a name, or the problem that there is none.
    pub(super) fn fact(&self, name: &str, at: &Pointer, log: &mut Log) -> Option<&'d Arc<Fact>> {
        let fact = self.facts.iter().find(|fact| fact.name == name);
        if fact.is_none() && !name.is_empty() {
            let known = self.facts.iter().map(|fact| fact.name.as_str());
            let help = suggestion(name, known, "declare your own facts under `/facts`");
            log.add(Code::PolicyUnknownFact, at, &[("value", name), ("suggestion", &help)]);
        }
        fact
    }

    fn test(&self, written: &document::Test, at: &Pointer, log: &mut Log) -> Option<Test> {
        let fact = self.fact(&written.fact, &at.key("fact"), log)?;
        let wants = Ask { scope: self, fact, written, at, log }.wants()?;
        Some(Test { at: at.clone(), fact: Arc::clone(fact), written: written.clone(), wants })
    }
}

/// One test while it is checked against its fact.
struct Ask<'a, 'd> {
    scope: &'a Scope<'d>,
    fact: &'a Fact,
    written: &'a document::Test,
    at: &'a Pointer,
    log: &'a mut Log,
}

impl Ask<'_, '_> {
    fn wants(mut self) -> Option<Wants> {
        let written = self.written;
        let asked: Vec<&'static str> = [
            ("is", written.is.is_some()),
            ("in", written.one_of.is_some()),
            ("under", written.under.is_some()),
            ("has", written.has.is_some()),
            ("from", written.from.is_some()),
            ("until", written.until.is_some()),
            ("atLeast", written.at_least.is_some()),
            ("atMost", written.at_most.is_some()),
            ("moreThan", written.more_than.is_some()),
            ("lessThan", written.less_than.is_some()),
        ]
        .into_iter()
        .filter_map(|(name, there)| there.then_some(name))
        .collect();
        let allowed = allowed(self.fact.kind);
        if let Some(wrong) = asked.iter().find(|name| !allowed.contains(name)) {
            let (name, kind) = (&self.fact.name, self.fact.kind.described());
            let allowed = listed(allowed.iter().copied());
            let params = [("test", *wrong), ("fact", name.as_str()), ("kind", kind), ("allowed", allowed.as_str())];
            self.log.add(Code::PolicyWrongTest, &self.at.key(wrong), &params);
            return None;
        }
        let fits = matches!(
            asked.as_slice(),
            [_] | ["from", "until"]
                | ["atLeast", "atMost" | "lessThan"]
                | ["atMost", "moreThan"]
                | ["moreThan", "lessThan"]
        );
        if !fits {
            let allowed = listed(allowed.iter().copied());
            self.log.add(Code::PolicyOneForm, self.at, &[("allowed", &allowed)]);
            return None;
        }
        match self.fact.kind {
            FactType::Bool => self.bool(),
            FactType::Enum | FactType::Text | FactType::Category => self.words(),
            FactType::Tags => Some(Wants::Tag(written.has.clone()?)),
            FactType::Date => self.days(),
            FactType::Number | FactType::Money => self.numbers(),
        }
    }

    fn bool(&mut self) -> Option<Wants> {
        match self.written.is {
            Some(Scalar::Bool(value)) => Some(Wants::Bool(value)),
            _ => {
                let params = [("expected", "true or false"), ("found", "a text")];
                self.log.add(Code::PolicyWrongType, &self.at.key("is"), &params);
                None
            }
        }
    }

    fn words(&mut self) -> Option<Wants> {
        if let Some(category) = &self.written.under {
            let known = self.word(category, &self.at.key("under"))?;
            return self.scope.families.get(known).cloned().map(Wants::Word);
        }
        if let Some(words) = &self.written.one_of {
            let at = self.at.key("in");
            let words = words.iter().enumerate();
            let known: Vec<_> = words.map(|(index, word)| self.word(word, &at.index(index))).collect();
            let known: Option<SortedSet<String>> = known.into_iter().map(|word| word.map(str::to_owned)).collect();
            return known.map(Wants::Word);
        }
        let word = self.text(self.written.is.as_ref()?)?;
        let word = self.word(word, &self.at.key("is"))?;
        Some(Wants::Word([word.to_owned()].into_iter().collect()))
    }

    fn text<'w>(&mut self, is: &'w Scalar) -> Option<&'w str> {
        match is {
            Scalar::Text(text) => Some(text),
            Scalar::Bool(_) => {
                let params = [("expected", "a text"), ("found", "true or false")];
                self.log.add(Code::PolicyWrongType, &self.at.key("is"), &params);
                None
            }
        }
    }

    fn word<'w>(&mut self, word: &'w str, at: &Pointer) -> Option<&'w str> {
        if word.is_empty() {
            return None;
        }
        let known = || self.fact.values.iter().map(|(value, _)| value.as_str());
        if self.fact.kind == FactType::Text || known().any(|value| value == word) {
            return Some(word);
        }
        if self.fact.kind == FactType::Category {
            let help = suggestion(word, known(), "declare it under `/categories`");
            self.log.add(Code::PolicyUnknownCategory, at, &[("value", word), ("suggestion", &help)]);
        } else {
            let allowed: Vec<&str> = known().collect();
            self.log.unknown_value(at, word, &allowed);
        }
        None
    }

    fn days(&mut self) -> Option<Wants> {
        let written = self.written;
        if let Some(is) = &written.is {
            let day = self.text(is)?;
            let day = date(day, &self.at.key("is"), self.log)?;
            return Some(Wants::Days { from: day, until: day });
        }
        let from = written.from.as_ref().map(|day| date(day, &self.at.key("from"), self.log));
        let until = written.until.as_ref().map(|day| date(day, &self.at.key("until"), self.log));
        let (from, until) = (from.unwrap_or(Some(Date::FIRST))?, until.unwrap_or(Some(Date::LAST))?);
        if from > until {
            self.log.add(Code::PolicyReversed, self.at, &[]);
            return None;
        }
        Some(Wants::Days { from, until })
    }

    fn numbers(&mut self) -> Option<Wants> {
        let written = self.written;
        if let Some(is) = &written.is {
            let number = self.text(is)?;
            let end = Some((self.number(number, "is")?, true));
            return Some(Wants::Numbers(Range { low: end, high: end }));
        }
        let mut ends = [None; 4];
        let keys = [
            ("atLeast", &written.at_least),
            ("moreThan", &written.more_than),
            ("atMost", &written.at_most),
            ("lessThan", &written.less_than),
        ];
        for (end, (key, text)) in ends.iter_mut().zip(keys) {
            if let Some(text) = text {
                *end = Some(self.number(text, key)?);
            }
        }
        let [at_least, more_than, at_most, less_than] = ends;
        let low = at_least.map(|number| (number, true)).or(more_than.map(|number| (number, false)));
        let high = at_most.map(|number| (number, true)).or(less_than.map(|number| (number, false)));
        if let (Some((low, low_included)), Some((high, high_included))) = (low, high)
            && (low > high || (low == high && !(low_included && high_included)))
        {
            self.log.add(Code::PolicyReversed, self.at, &[]);
            return None;
        }
        Some(Wants::Numbers(Range { low, high }))
    }

    fn number(&mut self, text: &str, key: &str) -> Option<Decimal> {
        let at = self.at.key(key);
        match self.fact.kind {
            FactType::Money => amount(text, self.scope.currency, &at, self.log).map(Money::decimal),
            _ => {
                let number = Money::plain_number(text);
                if number.is_none() && !text.is_empty() {
                    self.log.add(Code::PolicyBadNumber, &at, &[("value", text)]);
                }
                number
            }
        }
    }
}

/// The tests that make sense for a type.
const fn allowed(kind: FactType) -> &'static [&'static str] {
    match kind {
        FactType::Bool => &["is"],
        FactType::Enum | FactType::Text => &["is", "in"],
        FactType::Category => &["is", "in", "under"],
        FactType::Tags => &["has"],
        FactType::Date => &["is", "from", "until"],
        FactType::Number | FactType::Money => &["is", "atLeast", "atMost", "moreThan", "lessThan"],
    }
}

/// Reads a day.
pub(super) fn date(text: &str, at: &Pointer, log: &mut Log) -> Option<Date> {
    let date = Date::parse(text);
    if date.is_none() && !text.is_empty() {
        log.add(Code::PolicyBadDate, at, &[("value", text)]);
    }
    date
}

/// Reads an amount.
pub(super) fn amount(text: &str, currency: Currency, at: &Pointer, log: &mut Log) -> Option<Money> {
    if text.is_empty() {
        return None;
    }
    let code = currency.code();
    match Money::parse(text, currency) {
        Ok(money) => Some(money),
        Err(MoneyError::OtherCurrency(found)) => {
            log.add(Code::PolicyMixedCurrency, at, &[("found", &found), ("currency", code)]);
            None
        }
        Err(MoneyError::Unreadable) => {
            let digits = currency.digits().to_string();
            let params =
                [("value", text), ("currency", code), ("digits", digits.as_str()), ("example", currency.example())];
            log.add(Code::PolicyBadAmount, at, &params);
            None
        }
    }
}
