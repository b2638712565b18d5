//! Who answers for a fault: what the shop promised, or the law.

use super::bill::World;
use crate::decision::{ItemDecision, Offer, RemedyDecision};
use crate::domain::{Date, Finding, Money};
use crate::engine::rights;
use crate::facts::quote::QuoteRequest;
use crate::facts::{Facts, Item};
use crate::policy::{Carriage, Days, Shop, Value};
use crate::quote::{Cover, CoveredBy};

/// The remedies that mend.
const MENDING: [&str; 2] = ["repair", "replace-part"];

/// What somebody else pays for, and what is left to the shopper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid<'s> {
    /// The rule.
    pub by: CoveredBy<'s>,
    /// What the shopper pays under it.
    pub fee: Money,
}

impl Paid<'_> {
    /// Whether the journeys are paid as well.
    pub(super) fn carries(&self) -> bool {
        matches!(self.by.carriage, Carriage::Shop | Carriage::None)
    }
}

/// Who answers for a fault, if everything unknown turns out well, and if it turns out badly.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer<'s> {
    /// If it turns out well.
    pub least: Option<Paid<'s>>,
    /// If it turns out badly.
    pub most: Option<Paid<'s>>,
    /// The facts that settle it.
    pub needs: Vec<&'s str>,
}

impl<'s> Answer<'s> {
    /// The answer while either may hold.
    fn or(mut self, other: Self) -> Self {
        let fee = |paid: &Option<Paid<'s>>| paid.map(|paid| paid.fee);
        if fee(&self.least).is_none_or(|one| fee(&other.least).is_some_and(|other| other < one)) {
            self.least = other.least;
        }
        // Only what is certain under both is certain.
        if fee(&self.most).is_some_and(|one| fee(&other.most).is_none_or(|other| other > one)) {
            self.most = other.most;
        }
        for need in other.needs {
            if !self.needs.contains(&need) {
                self.needs.push(need);
            }
        }
        self
    }

    /// The answer while the day of purchase decides which version holds.
    fn open(mut self) -> Self {
        if self.covered() == Finding::Maybe && !self.needs.contains(&"purchased") {
            self.needs.insert(0, "purchased");
        }
        self
    }

    /// What is paid in a world; nothing if the fault is not covered there.
    pub(super) const fn paid(&self, world: World) -> Option<&Paid<'s>> {
        match world {
            World::Well => self.least.as_ref(),
            World::Badly => self.most.as_ref(),
        }
    }

    /// What is certain, or else what is possible.
    pub(super) fn best(&self) -> Option<&Paid<'s>> {
        self.most.as_ref().or(self.least.as_ref())
    }

    pub(super) const fn covered(&self) -> Finding {
        match (&self.least, &self.most) {
            (_, Some(_)) => Finding::Yes,
            (Some(_), None) => Finding::Maybe,
            (None, None) => Finding::No,
        }
    }
}

/// Who answers for a fault, by what the shopper may have for it. While it is not known which version of the policy holds, whoever
/// answers under one of them may answer.
pub(super) fn answer<'s>(shop: &'s Shop, today: Date, item: &Item, decision: &ItemDecision<'s>) -> Answer<'s> {
    if decision.policy.is_some() {
        return under(shop, &decision.remedies);
    }
    let versions =
        shop.versions.iter().map(|version| version.from.unwrap_or(Date::FIRST)).filter(|from| *from <= today);
    let answers = versions.map(|from| {
        let purchased = Value::Days(Days { from: Some(from), to: None });
        let item = Item { facts: item.facts.with("purchased", purchased), ..item.clone() };
        under(shop, &rights::granted(shop, today, &item))
    });
    answers.reduce(Answer::or).map(Answer::open).unwrap_or_default()
}

/// Who answers for a fault under one version of the policy.
fn under<'s>(shop: &Shop, granted: &[RemedyDecision<'s>]) -> Answer<'s> {
    let offers = || mending(granted).filter(|offer| offer.finding != Finding::No);
    let sure = offers().filter(|offer| offer.finding == Finding::Yes);
    let most = sure.filter_map(|offer| Some((offer, offer.cost?.most))).min_by_key(|(_, fee)| *fee);
    let priced = offers().map(|offer| (offer, offer.cost.map_or(Money::zero(shop.currency), |cost| cost.least)));
    let least = priced.min_by_key(|(_, fee)| *fee);
    let needs = match (least, most) {
        (Some((offer, _)), None) if offer.cost.is_none() => {
            let mut needs = offer.needs.clone();
            if !needs.contains(&"price") {
                needs.push("price");
            }
            needs
        }
        (Some((offer, _)), None) => offer.needs.clone(),
        _ => Vec::new(),
    };
    let paid = |(offer, fee): (&Offer<'s>, Money)| Paid { by: by(offer), fee };
    Answer { least: least.map(paid), most: most.map(paid), needs }
}

/// The offers to mend it for which no quote is needed.
fn mending<'d, 's>(granted: &'d [RemedyDecision<'s>]) -> impl Iterator<Item = &'d Offer<'s>> {
    let remedies = granted.iter().filter(|remedy| MENDING.contains(&remedy.remedy));
    let offers = remedies.flat_map(|remedy| &remedy.offers);
    offers.filter(|offer| offer.fees.iter().all(|fee| !fee.quoted))
}

fn by<'s>(offer: &Offer<'s>) -> CoveredBy<'s> {
    CoveredBy { rule: offer.rule, by: offer.by, clause: offer.clause, title: offer.title, carriage: offer.carriage }
}

/// Until when the device is under a free repair, if it had a fault of its own.
pub(super) fn cover(shop: &Shop, request: &QuoteRequest<'_>, facts: &Facts) -> Option<Cover> {
    let word = |word: &str| Value::Word(word.to_owned());
    let facts = facts.with("reason", word("defect")).with("cause", word("normal-use"));
    let item = Item { id: String::new(), bought: 1, returned: 0, facts };
    let granted = rights::granted(shop, request.today, &item);
    let free = |offer: &&Offer<'_>| {
        offer.finding == Finding::Yes && offer.cost.is_some_and(|cost| cost.most == Money::zero(shop.currency))
    };
    let lasts = mending(&granted).filter(free).map(|offer| offer.until.as_ref().map(|until| until.least));
    // No limit is later than any day; a limit that is not known is earlier.
    let last = lasts.map(|until| until.map_or(Some(Date::LAST), |least| least)).max()?;
    match last {
        Some(Date::LAST) => Some(Cover { until: None }),
        Some(day) => Some(Cover { until: Some(day) }),
        None => None,
    }
}
