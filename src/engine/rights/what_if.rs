//! What would have to be different: every single changed fact that would open what is closed.

use super::case::{Case, by_remedy};
use super::offers;
use crate::decision::{Opening, RemedyDecision, WhatIf};
use crate::domain::Finding;
use crate::policy::{Change, Extent, Fact, Value, Version};

/// Tries every kind of value of every fact that the request states. Complete, because the policy tells only so many values
/// apart; exact, because each is decided like any other case.
pub(super) fn openings<'s>(case: &Case<'s, '_>, remedies: &[RemedyDecision<'s>], units: u32) -> Vec<WhatIf<'s>> {
    let closed: Vec<&'s str> =
        remedies.iter().filter(|remedy| remedy.finding == Finding::No).map(|remedy| remedy.remedy).collect();
    if closed.is_empty() {
        return Vec::new();
    }
    let facts = case.shop.facts(case.version).into_iter().filter(|fact| case.facts.stated(fact.name).is_some());
    facts.flat_map(|fact| changes(case, fact, &closed, units)).collect()
}

/// A stretch of values that open the same under the same version.
struct Stretch<'s> {
    extent: Extent,
    value: Value,
    opens: Vec<(&'s str, Finding)>,
    version: &'s str,
}

fn changes<'s>(case: &Case<'s, '_>, fact: Fact<'_>, closed: &[&'s str], units: u32) -> Vec<WhatIf<'s>> {
    // Another day of purchase may be governed by another version.
    let versions: Vec<&Version> =
        if fact.name == "purchased" { case.shop.versions.iter().collect() } else { vec![case.version] };
    let mut stretches: Vec<Stretch<'s>> = Vec::new();
    for part in case.partition(fact, &versions).parts {
        let found = case.supposing(fact.name, &part.value, |case| {
            // In the order in which the remedies are told, whatever the version.
            let found = by_remedy(&case.judged_for(closed));
            let opens = closed.iter().filter_map(|remedy| found.iter().find(|(known, _)| known == remedy).copied());
            let opens: Vec<_> = opens.filter(|(_, finding)| *finding != Finding::No).collect();
            (opens, case.version.used.hash.as_str())
        });
        let Some((opens, version)) = found else { continue };
        let next = Stretch { extent: part.extent, value: part.value, opens, version };
        match stretches.last_mut().and_then(|last| Some((last.joined(&next)?, last))) {
            Some((joined, last)) => *last = joined,
            None => stretches.push(next),
        }
    }
    let open = stretches.into_iter().filter(|stretch| !stretch.opens.is_empty());
    open.filter(|stretch| stretch.extent != Extent::Tags)
        .filter_map(|stretch| {
            let opens = case.supposing(fact.name, &stretch.value, |case| {
                stretch.opens.iter().filter_map(|(remedy, finding)| opening(case, remedy, *finding, units)).collect()
            })?;
            Some(WhatIf { change: Change { fact: fact.name.to_owned(), to: stretch.extent }, opens })
        })
        .collect()
}

impl Stretch<'_> {
    fn joined(&self, next: &Self) -> Option<Self> {
        if self.opens != next.opens || self.version != next.version {
            return None;
        }
        let value = match (&self.value, &next.value) {
            (Value::Days(first), Value::Days(second)) => {
                Value::Days(crate::policy::Days { from: first.from, to: second.to })
            }
            (first, _) => first.clone(),
        };
        let extent = self.extent.join(&next.extent)?;
        Some(Self { extent, value, opens: self.opens.clone(), version: self.version })
    }
}

fn opening<'s>(case: &Case<'s, '_>, remedy: &'s str, finding: Finding, units: u32) -> Option<Opening<'s>> {
    let best = offers::offers(case, remedy, units).into_iter().next()?;
    Some(Opening { remedy, finding, until: best.until, cost: best.cost, carriage: best.carriage })
}
