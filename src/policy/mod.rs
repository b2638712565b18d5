//! The policy: the document as a shop writes it, held against its table and read where it is needed.

#[cfg(feature = "claim")]
pub mod claim;
mod condition;
#[cfg(feature = "explain")]
mod dead;
mod fact;
mod grammar;
mod held;
mod meaning;
mod names;
mod open;
mod pack;
mod partition;
#[cfg(feature = "quote")]
pub mod repair;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
mod settles;
mod test;
#[cfg(feature = "explain")]
mod translation;
#[cfg(feature = "claim")]
pub mod triage;
#[cfg(feature = "explain")]
mod unused;
mod value;
pub mod vocabulary;
mod window;

use serde::Serialize;

pub use condition::{Condition, Form, Known};
pub use fact::{Fact, Facts};
pub use held::Until;
pub(crate) use held::{Bounds, Held, MOST_DAYS};
pub use open::open;
pub use pack::Jurisdiction;
pub use partition::{Change, Extent, Part, Partition, Turns};
pub use rule::{Carriage, Citation, Due, Exception, Fee, Grant, Granted, Proof, Rule};
pub use settles::Matter;
pub use test::{Range, Test, Wanted};
pub use value::{Days, Value};
pub use window::{By, Counted, Covers, Event, Extension, Longer, Rolls, Window};

use crate::domain::{Calendar, Currency, Date, Json, Pointer, Problem, Rounding, Text};

/// A shop whose policy has been checked: ready to decide.
#[derive(Clone, Debug)]
pub struct Shop {
    /// The only currency.
    pub currency: Currency,
    /// Every published version, the oldest first; at least one.
    pub versions: Vec<Version>,
    /// What somebody should look at, although answers can be given.
    pub warnings: Vec<Problem>,
    /// The law of the buyer's country, beside what the shop promises.
    pub law: Option<Version>,
}

impl Shop {
    /// The version in force for a day of purchase; none before the first.
    #[must_use]
    pub fn version_on(&self, purchased: Date) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.from.is_none_or(|from| from <= purchased))
    }

    /// The only version, if there is one only and it has always been in force.
    #[must_use]
    pub fn only_version(&self) -> Option<&Version> {
        match self.versions.as_slice() {
            [only] if only.from.is_none() => Some(only),
            _ => None,
        }
    }

    /// The reasons for which some rule of some version grants something, in the fixed order.
    #[must_use]
    pub fn reasons(&self) -> Vec<&'static str> {
        let granted = |reason: &str| {
            let mut rules = self.versions.iter().chain(&self.law).flat_map(Version::rules);
            rules.any(|rule| rule.reasons().is_none_or(|reasons| reasons.contains(&reason)))
        };
        vocabulary::REASONS.into_iter().filter(|reason| granted(reason)).collect()
    }

    /// A version's rules, then those of the law.
    #[must_use]
    pub fn rules<'s>(&'s self, version: &'s Version) -> Vec<Rule<'s>> {
        let mut rules: Vec<Rule<'_>> = version.rules().collect();
        if let Some(law) = &self.law {
            rules.extend(law.rules());
        }
        rules
    }

    /// A version's facts, then those that only the law asks for.
    #[must_use]
    pub fn facts<'s>(&'s self, version: &'s Version) -> Vec<Fact<'s>> {
        let mut facts: Vec<Fact<'_>> = version.facts().all().collect();
        for fact in self.law.iter().flat_map(|law| law.facts().declared()) {
            if facts.iter().all(|own| own.name != fact.name) {
                facts.push(fact);
            }
        }
        facts
    }

    /// The fact with a name, of a version or else of the law.
    #[must_use]
    pub fn fact<'s>(&'s self, version: &'s Version, name: &str) -> Option<Fact<'s>> {
        version.facts().get(name).or_else(|| self.law.as_ref()?.facts().get(name))
    }

    /// Every remedy of a version, in the order in which its rules first grant it, then those that only the law grants.
    #[must_use]
    pub fn remedies<'s>(&'s self, version: &'s Version) -> Vec<(&'s str, Option<Text<'s>>)> {
        let mut remedies: Vec<(&str, Option<Text<'_>>)> = Vec::new();
        for grant in self.rules(version).into_iter().flat_map(Rule::grants) {
            if remedies.iter().all(|(known, _)| *known != grant.remedy()) {
                remedies.push((grant.remedy(), grant.title()));
            }
        }
        remedies
    }

    /// The packs under whose law the shop sells, as the newest version names them.
    #[must_use]
    pub fn laws(&self) -> Vec<&str> {
        let newest = self.versions.last();
        newest.iter().flat_map(|version| version.document.list("law")).filter_map(Json::text).collect()
    }

    /// What the newest version says of the shop.
    fn section(&self) -> &Json {
        self.versions.last().map_or(&Json::Null, |version| pack::section(&version.document))
    }

    /// The policy's name.
    #[must_use]
    pub fn id(&self) -> &str {
        self.versions.last().map_or("", |newest| &newest.used.id)
    }

    /// The shop's name.
    #[must_use]
    pub fn name(&self) -> Text<'_> {
        Text(self.section().get("name").unwrap_or(&Json::Null))
    }

    /// The IANA time zone in which the shop's days begin.
    #[must_use]
    pub fn time_zone(&self) -> &str {
        self.section().word("timeZone")
    }

    /// Languages of the shop's texts.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        self.section().list("languages").iter().filter_map(Json::text).collect()
    }

    /// Where the written policy can be read.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        self.section().get("page").and_then(Json::text)
    }
}

/// One version of a policy.
#[derive(Clone, Debug)]
pub struct Version {
    /// Where it stands in the file.
    pub at: Pointer,
    /// Which document, for decisions and receipts.
    pub used: PolicyUsed,
    /// The first day of purchase; from the beginning if none.
    pub from: Option<Date>,
    /// What happens to half a coin.
    pub rounding: Rounding,
    /// Which days are worked.
    pub calendar: Calendar,
    /// Whether its amounts are in another currency than the shop's, so that they cannot be compared.
    foreign: bool,
    document: Json,
}

impl Version {
    /// Every fact: those that all policies have, then the shop's own.
    #[must_use]
    pub const fn facts(&self) -> Facts<'_> {
        Facts::of(&self.document)
    }

    /// What it says of the jurisdiction, if it is a law pack.
    #[must_use]
    pub fn jurisdiction(&self) -> Option<Jurisdiction<'_>> {
        self.document.get("jurisdiction").map(Jurisdiction::of)
    }

    /// What stands under `facts` in a part of the policy: facts that it states.
    #[cfg(feature = "quote")]
    fn stated<'s>(&'s self, part: &'s Json) -> impl Iterator<Item = (&'s str, Value)> {
        let entries = part.named("facts").iter();
        entries.filter_map(|(name, json)| Some((name.as_str(), self.facts().get(name)?.written(json)?)))
    }

    /// The condition with a name.
    fn condition(&self, name: &str) -> &Json {
        self.document.get("conditions").and_then(|conditions| conditions.get(name)).unwrap_or(&Json::Null)
    }

    /// Whether a category is another one or lies below it.
    fn belongs(&self, category: &str, to: &str) -> bool {
        let categories = self.document.get("categories");
        let mut category = categories.and_then(|known| known.entries().iter().find(|(name, _)| name == category));
        while let Some((name, declared)) = category {
            if name == to {
                return true;
            }
            let parent = declared.word("parent");
            category = categories.and_then(|known| known.entries().iter().find(|(name, _)| name == parent));
        }
        false
    }
}

/// Which document an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyUsed {
    /// The policy's name.
    pub id: String,
    /// The version's name.
    pub version: String,
    /// `sha256:` and the SHA-256 of the document in canonical JSON (RFC 8785), in lower-case hex.
    pub hash: String,
}
