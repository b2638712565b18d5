//! From symptoms to what is wrong, read as it is needed. What is written has been checked when the policy was opened.

mod check;
mod names;
mod table;

pub(super) use table::TRIAGE as TABLE;

use super::repair::fits;
use super::{Condition, Shop, Value, Version};
use crate::domain::{Date, Json, Text};

/// The triage of one version of a policy.
#[derive(Clone, Copy, Debug)]
pub struct Triage<'s> {
    json: &'s Json,
    /// The version that holds it.
    pub version: &'s Version,
}

impl Shop {
    /// The triage in force on a day: what helps is known today, whenever the device was bought.
    #[must_use]
    pub fn triage_on(&self, today: Date) -> Option<Triage<'_>> {
        self.version_on(today)?.triage()
    }

    /// The newest triage.
    #[must_use]
    pub fn triage(&self) -> Option<Triage<'_>> {
        self.versions.last()?.triage()
    }
}

impl Version {
    /// Its triage.
    #[must_use]
    pub fn triage(&self) -> Option<Triage<'_>> {
        self.document.get("triage").map(|json| Triage { json, version: self })
    }

    /// The fault of the price book that a fault of the claim form is mended as, or the fault itself.
    #[must_use]
    pub fn repaired(&self, fault: &str) -> Option<&str> {
        let book = self.document.get("repair").map_or(&[][..], |book| book.named("faults"));
        let known = |id: &str| book.iter().find(|(known, _)| known == id).map(|(known, _)| known.as_str());
        known(fault).or_else(|| known(names::claimed(&self.document, fault)?.word("repair")))
    }
}

impl<'s> Triage<'s> {
    /// What can be tried.
    pub fn tries(self) -> impl Iterator<Item = Try<'s>> {
        self.json.list("tries").iter().map(move |json| Try { json, version: self.version })
    }

    /// What it can come to; the first that holds is it.
    pub fn outcomes(self) -> impl Iterator<Item = Outcome<'s>> {
        self.json.list("outcomes").iter().map(move |json| Outcome { json, version: self.version })
    }
}

/// Something to try before anything is sent in.
#[derive(Clone, Copy, Debug)]
pub struct Try<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl<'s> Try<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// What shoppers call it.
    #[must_use]
    pub fn title(self) -> Text<'s> {
        Text(self.json.get("title").unwrap_or(&Json::Null))
    }

    /// Why, or what to mind.
    #[must_use]
    pub fn help(self) -> Option<Text<'s>> {
        self.json.get("help").map(Text)
    }

    /// What to do, step by step.
    #[must_use]
    pub fn steps(self) -> Vec<Text<'s>> {
        self.json.list("steps").iter().map(Text).collect()
    }

    /// The picture that stands for it.
    #[must_use]
    pub fn icon(self) -> Option<&'s str> {
        self.json.get("icon").and_then(Json::text)
    }

    /// When it makes sense; always if none.
    #[must_use]
    pub fn condition(self) -> Option<Condition<'s>> {
        self.json.get("if").map(|json| Condition::new(json, self.version))
    }

    /// The fact that says whether it helped.
    #[must_use]
    pub fn fact(self) -> &'s str {
        self.json.word("fact")
    }

    /// Whether it is for a model; for any while that is not known.
    #[must_use]
    pub fn fits(self, model: Option<&str>) -> bool {
        model.is_none_or(|model| fits(self.json, model))
    }
}

/// Something that it can come to.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'s> {
    json: &'s Json,
    version: &'s Version,
}

impl<'s> Outcome<'s> {
    /// Its name.
    #[must_use]
    pub fn id(self) -> &'s str {
        self.json.word("id")
    }

    /// What shoppers read.
    #[must_use]
    pub fn title(self) -> Text<'s> {
        Text(self.json.get("title").unwrap_or(&Json::Null))
    }

    /// A text under a key.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'s>> {
        self.json.get(key).map(Text)
    }

    /// A word under a key.
    #[must_use]
    pub fn word(self, key: &str) -> Option<&'s str> {
        self.json.get(key).and_then(Json::text)
    }

    /// Whether it means that something that was tried has helped.
    #[must_use]
    pub fn is_solved(self) -> bool {
        self.json.flag("solved")
    }

    /// When it is so.
    #[must_use]
    pub fn condition(self) -> Condition<'s> {
        Condition::new(self.json.get("if").unwrap_or(&Json::Null), self.version)
    }

    /// Whether a model can have it; any can while the model is not known.
    #[must_use]
    pub fn fits(self, model: Option<&str>) -> bool {
        let Some(model) = model else { return true };
        let fault = self.word("fault").and_then(|fault| self.version.repaired(fault));
        let declared = fault.and_then(|fault| self.version.document.get("repair")?.get("faults")?.get(fault));
        fits(self.json, model) && declared.is_none_or(|declared| fits(declared, model))
    }

    /// Whether it is for every model that another outcome is for, as far as the two say.
    #[cfg(feature = "explain")]
    pub(super) fn covers(self, other: Self) -> bool {
        let fault = |outcome: Self| outcome.word("fault").map(ToOwned::to_owned);
        let models = |outcome: Self| outcome.json.get("models").cloned();
        (models(self).is_none() || models(self) == models(other))
            && (fault(self).is_none() || fault(self) == fault(other))
    }

    /// What it says of the device.
    pub fn facts(self) -> impl Iterator<Item = (&'s str, Value)> {
        self.version.stated(self.json)
    }
}
