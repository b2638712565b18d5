//! Windows over facts: whether a day lies within one, as far as that is known.

use super::condition::Known;
use super::value::{Days, Value};
use super::window::{By, Counted, Longer, Window};
use crate::domain::{Date, Finding, Reading, SortedSet};

/// A day held against a window.
pub(crate) struct Held<'w> {
    /// Whether the day is not after the last day.
    pub finding: Finding,
    /// The last day at least.
    pub least: Option<Counted>,
    /// The last day at most.
    pub most: Option<Counted>,
    /// Whether it depends on holidays that nobody knows.
    pub unknown: bool,
    /// The facts that would settle the last day.
    pub needs: SortedSet<&'w str>,
}

/// The events that start the clock, and what makes the window longer: at least, and at most.
pub(crate) struct Bounds<'w> {
    /// Whether any event can start the clock at all.
    pub begins: bool,
    pub events: Days,
    pub certain: Vec<Longer>,
    /// None if it may be longer by any number of days.
    pub possible: Option<Vec<Longer>>,
    pub needs: SortedSet<&'w str>,
}

/// The most days by which a window can be longer, so that counting stays within the calendar.
pub(crate) const MOST_DAYS: u32 = 36_525;

impl<'w> Window<'w> {
    /// Whether a day lies within the window.
    ///
    /// The later the event, the later the last day. So an event that lies between two days gives a last day between two days.
    pub(crate) fn held(self, known: &dyn Known, day: Days) -> Held<'w> {
        let mut bounds = self.bounds(known);
        let counted = |event: Date, longer: &[Longer], reading| self.last_day(event, longer, reading);
        let least = bounds.events.from.and_then(|event| counted(event, &bounds.certain, Reading::Soonest));
        let latest = bounds.events.to.zip(bounds.possible);
        let most = latest.as_ref().and_then(|(event, longer)| counted(*event, longer, Reading::Latest));
        let finding = if !bounds.begins {
            Finding::No
        } else if least.zip(day.to).is_some_and(|(counted, day)| counted.last >= day) {
            Finding::Yes
        } else if most.zip(day.from).is_some_and(|(counted, day)| counted.last < day) {
            Finding::No
        } else {
            Finding::Maybe
        };
        let last = |counted: Option<Counted>| counted.map(|counted| counted.last);
        let soonest = latest.and_then(|(event, longer)| counted(event, &longer, Reading::Soonest));
        let unknown = soonest.is_some_and(|soonest| most.is_none_or(|most| most.last != soonest.last));
        if least.is_some() && (last(least) == last(most) || (unknown && last(least) == last(soonest))) {
            bounds.needs = SortedSet::default();
        }
        Held { finding, least, most, unknown, needs: bounds.needs }
    }

    /// From when it is counted, and by how much it is longer.
    pub(crate) fn bounds(self, known: &dyn Known) -> Bounds<'w> {
        let mut needs = SortedSet::default();
        let (mut from, mut to, mut open, mut begins) = (None, None, false, false);
        for event in self.events() {
            let days = match known.value(event.fact) {
                Some(Value::Never) => continue,
                Some(Value::Days(days)) => *days,
                _ => Days { from: None, to: None },
            };
            let counts = event.condition.map_or(Finding::Yes, |condition| {
                condition.needs(known, &mut needs);
                condition.finding(known)
            });
            if counts == Finding::No {
                continue;
            }
            begins = true;
            if days.exactly().is_none() {
                needs.insert(event.fact);
            }
            if counts == Finding::Yes {
                from = from.max(days.from);
            }
            to = to.max(days.to);
            open |= days.to.is_none();
        }
        let mut bounds = Bounds {
            begins,
            events: Days { from, to: to.filter(|_| !open) },
            certain: Vec::new(),
            possible: Some(Vec::new()),
            needs,
        };
        for extension in self.extensions() {
            let counts = extension.condition.map_or(Finding::Yes, |condition| {
                condition.needs(known, &mut bounds.needs);
                condition.finding(known)
            });
            let longer = match extension.by {
                By::Length(length, rolls) => Some(Longer::By(length, rolls)),
                By::Days(fact) => whole(known.value(fact)).map(Longer::Days),
            };
            if counts == Finding::No {
                continue;
            }
            if let (None, By::Days(fact)) = (longer, extension.by) {
                bounds.needs.insert(fact);
            }
            if counts == Finding::Yes {
                bounds.certain.extend(longer);
            }
            bounds.possible = bounds.possible.zip(longer).map(|(mut possible, longer)| {
                possible.push(longer);
                possible
            });
        }
        bounds
    }
}

/// A number of whole days; part of a day does not count, and less than none is none.
fn whole(value: Option<&Value>) -> Option<u32> {
    match value {
        Some(Value::Number(number)) => {
            let days = number.trunc().mantissa().clamp(0, MOST_DAYS.into());
            Some(u32::try_from(days).unwrap_or(MOST_DAYS))
        }
        _ => None,
    }
}
