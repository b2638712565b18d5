//! Windows over facts: whether a day lies within one, as far as that is known.

use serde::Serialize;

use super::condition::{Condition, Known};
use super::value::{Days, Value};
use super::window::{By, Counted, Covers, Longer, Window};
use crate::domain::{Date, Finding, Reading, SortedSet};

/// The last day, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Until<'s> {
    /// Open until this day for certain.
    pub least: Option<Date>,
    /// Closed after this day for certain.
    pub most: Option<Date>,
    /// The fact that settles it.
    pub settled_by: Option<&'s str>,
    /// The days for which holidays are known, if it depends on others.
    pub holidays: Option<Covers>,
}

/// A day held against a window.
pub(crate) struct Held<'w> {
    /// Whether the day is not after the last day.
    pub finding: Finding,
    pub until: Until<'w>,
    pub counted: Vec<Counted>,
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
        let (first, last) = (least.map(|counted| counted.last), most.map(|counted| counted.last));
        let soonest = latest.and_then(|(event, longer)| counted(event, &longer, Reading::Soonest));
        let unknown = soonest.is_some_and(|soonest| most.is_none_or(|most| most.last != soonest.last));
        if first.is_some() && (first == last || (unknown && first == soonest.map(|counted| counted.last))) {
            bounds.needs = SortedSet::default();
        }
        let until = Until {
            least: first,
            most: last,
            settled_by: bounds.needs.as_slice().first().copied(),
            holidays: self.covers().filter(|_| unknown),
        };
        let mut counted: Vec<Counted> = least.into_iter().chain(most).collect();
        counted.dedup();
        Held { finding, until, counted, needs: bounds.needs }
    }

    /// From when it is counted, and by how much it is longer.
    pub(crate) fn bounds(self, known: &dyn Known) -> Bounds<'w> {
        let mut needs = SortedSet::default();
        let (mut from, mut to, mut open, mut begins) = (None, None, false, false);
        for event in self.events() {
            if let Some(Value::Never) = known.value(event.fact) {
                continue;
            }
            let days = known.days(event.fact).unwrap_or_default();
            let counts = counts(event.condition, known, &mut needs);
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
            let counts = counts(extension.condition, known, &mut bounds.needs);
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

/// Whether something counts, and what would settle that.
fn counts<'w>(condition: Option<Condition<'w>>, known: &dyn Known, needs: &mut SortedSet<&'w str>) -> Finding {
    condition.map_or(Finding::Yes, |condition| {
        condition.needs(known, needs);
        condition.finding(known)
    })
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
