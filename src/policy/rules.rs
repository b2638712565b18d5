//! Compiling rules.

use std::sync::Arc;

use super::conditions::{LARGEST, Scope, amount};
use super::vocabulary::{FactType, REASONS};
use super::{Carriage, Exception, Fee, FeePrice, Grant, Reasons, Rolls, Rule, Window, document};
use crate::domain::{Code, Log, Percent, Period, PeriodError, Pointer, SortedSet, Text, suggestion};

/// Compiles the rules of a document.
pub(super) struct Rules<'s, 'd> {
    pub scope: &'s mut Scope<'d>,
    /// The remedies that rules may grant.
    pub remedies: &'d [(String, Option<Text>)],
    pub log: &'s mut Log,
}

impl Rules<'_, '_> {
    /// Compiles all of them.
    pub(super) fn compile(&mut self, written: &[document::Rule], at: &Pointer) -> Vec<Rule> {
        let ids = written.iter().map(|rule| rule.id.as_str());
        distinct(ids, at, self.log);
        let rules: Vec<Rule> =
            written.iter().enumerate().map(|(index, rule)| self.rule(rule, at.index(index))).collect();
        let mut allowed = LARGEST;
        if !rules.iter().all(|rule| rule.fits(&mut allowed)) {
            self.log.add(Code::PolicyTooComplex, at, &[("limit", &LARGEST.to_string())]);
        }
        rules
    }

    fn rule(&mut self, written: &document::Rule, at: Pointer) -> Rule {
        let condition = written.condition.as_ref();
        Rule {
            id: written.id.clone(),
            clause: written.clause.clone(),
            title: written.title.clone(),
            text: written.text.clone(),
            goodwill: written.goodwill,
            reasons: written.reasons.as_ref().and_then(|reasons| self.reasons(reasons, at.key("reasons"))),
            condition: condition.map(|condition| self.scope.condition(condition, &at.key("if"), self.log)),
            unless: self.exceptions(&written.unless, &at.key("unless")),
            window: written.window.as_ref().and_then(|window| self.window(window, at.key("window"))),
            grants: self.grants(&written.grants, &at.key("grants")),
            at,
        }
    }

    fn reasons(&mut self, written: &[String], at: Pointer) -> Option<Reasons> {
        let mut reasons = Vec::new();
        for (index, name) in written.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            match REASONS.into_iter().find(|reason| reason == name) {
                Some(reason) if reasons.contains(&reason) => {
                    self.log.add(Code::PolicyDuplicateId, &at.index(index), &[("value", name)]);
                }
                Some(reason) => reasons.push(reason),
                None => self.log.unknown_value(&at.index(index), name, &REASONS),
            }
        }
        let fact = self.scope.fact("reason", &at, self.log)?;
        Some(Reasons { fact: Arc::clone(fact), reasons, at })
    }

    fn exceptions(&mut self, written: &[document::Exception], at: &Pointer) -> Vec<Exception> {
        distinct(written.iter().map(|exception| exception.id.as_str()), at, self.log);
        let numbered = written.iter().enumerate().map(|(index, exception)| (at.index(index), exception));
        numbered
            .map(|(at, exception)| Exception {
                id: exception.id.clone(),
                condition: self.scope.condition(&exception.condition, &at.key("if"), self.log),
                because: exception.because.clone(),
                at,
            })
            .collect()
    }

    fn window(&mut self, written: &document::Window, at: Pointer) -> Option<Window> {
        let fact = self.scope.fact(&written.from, &at.key("from"), self.log);
        if let Some(fact) = fact
            && fact.kind != FactType::Date
        {
            let params = [("fact", fact.name.as_str()), ("kind", fact.kind.described())];
            self.log.add(Code::PolicyNotADate, &at.key("from"), &params);
        }
        let rolls = written.rolls.as_ref().map(|name| named(name, &Rolls::NAMES, &at.key("rolls"), self.log));
        let length = period(&written.length, &at.key("length"), self.log);
        Some(Window {
            from: Arc::clone(fact?),
            length: length?,
            counts_event_day: written.counts_event_day,
            rolls: rolls.unwrap_or(Some(Rolls::No))?,
            at,
        })
    }

    fn grants(&mut self, written: &[document::Grant], at: &Pointer) -> Vec<Grant> {
        distinct(written.iter().map(|grant| grant.remedy.as_str()), at, self.log);
        let numbered = written.iter().enumerate().map(|(index, grant)| (at.index(index), grant));
        numbered.filter_map(|(at, grant)| self.grant(grant, &at)).collect()
    }

    fn grant(&mut self, written: &document::Grant, at: &Pointer) -> Option<Grant> {
        let known = || self.remedies.iter().map(|(name, _)| name.as_str());
        if !written.remedy.is_empty() && !known().any(|name| name == written.remedy) {
            let help = suggestion(&written.remedy, known(), "declare your own remedies under `/remedies`");
            let params = [("value", written.remedy.as_str()), ("suggestion", help.as_str())];
            self.log.add(Code::PolicyUnknownRemedy, &at.key("remedy"), &params);
        }
        let carriage = named(&written.carriage, &Carriage::NAMES, &at.key("carriage"), self.log);
        let fees_at = at.key("fees");
        distinct(written.fees.iter().map(|fee| fee.id.as_str()), &fees_at, self.log);
        let numbered = written.fees.iter().enumerate().map(|(index, fee)| (fees_at.index(index), fee));
        let fees = numbered.filter_map(|(at, fee)| self.fee(fee, &at)).collect();
        Some(Grant { remedy: written.remedy.clone(), carriage: carriage?, fees })
    }

    fn fee(&mut self, written: &document::Fee, at: &Pointer) -> Option<Fee> {
        let condition = written.condition.as_ref();
        let condition = condition.map(|condition| self.scope.condition(condition, &at.key("if"), self.log));
        let price = if let Some(percent) = &written.percent {
            let read = Percent::parse(percent);
            if read.is_none() && !percent.is_empty() {
                self.log.add(Code::PolicyBadPercent, &at.key("percent"), &[("value", percent)]);
            }
            FeePrice::Percent(read?)
        } else if let Some(text) = &written.amount {
            FeePrice::Amount(amount(text, self.scope.currency, &at.key("amount"), self.log)?)
        } else {
            FeePrice::Quoted
        };
        Some(Fee { id: written.id.clone(), title: written.title.clone(), condition, price })
    }
}

/// One of a list of names that has already been read as text.
pub(super) fn named<T: Copy>(text: &str, names: &[(&'static str, T)], at: &Pointer, log: &mut Log) -> Option<T> {
    let found = names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    if found.is_none() && !text.is_empty() {
        let allowed: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        log.unknown_value(at, text, &allowed);
    }
    found
}

/// Tells names that are no names, and names that stand twice in a list.
fn distinct<'n>(names: impl Iterator<Item = &'n str>, at: &Pointer, log: &mut Log) {
    let mut seen = SortedSet::default();
    for (index, name) in names.enumerate().filter(|(_, name)| !name.is_empty()) {
        if !super::is_name(name) {
            log.add(Code::PolicyBadId, &at.index(index), &[("value", name)]);
        } else if !seen.insert(name) {
            log.add(Code::PolicyDuplicateId, &at.index(index), &[("value", name)]);
        }
    }
}

fn period(text: &str, at: &Pointer, log: &mut Log) -> Option<Period> {
    match Period::parse(text) {
        Ok(period) => Some(period),
        Err(_) if text.is_empty() => None,
        Err(PeriodError::Unreadable) => {
            log.add(Code::PolicyBadPeriod, at, &[("value", text)]);
            None
        }
        Err(PeriodError::OutOfRange) => {
            log.add(Code::PolicyBadWindow, at, &[("value", text)]);
            None
        }
    }
}
