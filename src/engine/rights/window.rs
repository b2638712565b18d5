//! Windows over facts: until when, as far as it is known.

use rust_decimal::Decimal;

use super::case::Case;
use crate::decision::Until;
use crate::domain::{Date, Finding, Reading, SortedSet};
use crate::policy::{By, Counted, Days, Fact, Known as _, Longer, Turns, Value, Window};

/// A window in one case.
pub(super) struct Opened<'w> {
    /// Whether it is open.
    pub finding: Finding,
    pub until: Until<'w>,
    pub counted: Vec<Counted>,
    /// The facts that would settle the last day.
    pub needs: SortedSet<&'w str>,
}

/// The events that start the clock, and what makes the window longer: at least, and at most.
struct Bounds<'w> {
    /// Whether any event can start the clock at all.
    begins: bool,
    events: Days,
    certain: Vec<Longer>,
    /// None if it may be longer by any number of days.
    possible: Option<Vec<Longer>>,
    needs: SortedSet<&'w str>,
}

/// The most days by which a window can be longer, so that counting stays within the calendar.
const MOST_DAYS: u32 = 36_525;

impl Case<'_, '_> {
    /// Whether a window is open today, and until when.
    ///
    /// The later the event, the later the last day. So an event that lies between two days gives a last day between two days.
    pub(super) fn window<'w>(&self, window: Window<'w>) -> Opened<'w> {
        self.held(window, Days::on(self.today))
    }

    /// Whether a fault has shown within a window.
    pub(super) fn shows<'w>(&self, window: Window<'w>) -> Opened<'w> {
        let noticed = self.noticed();
        let mut opened = self.held(window, noticed);
        if noticed.exactly().is_none() {
            opened.needs.insert("defectNoticed");
        }
        opened
    }

    /// Between which days a fault was noticed: today at the latest.
    pub(super) fn noticed(&self) -> Days {
        let days = self.facts.days("defectNoticed").unwrap_or(Days { from: None, to: None });
        Days { to: Some(days.to.map_or(self.today, |day| day.min(self.today))), ..days }
    }

    fn held<'w>(&self, window: Window<'w>, held: Days) -> Opened<'w> {
        let mut bounds = self.bounds(window);
        let counted = |event: Date, longer: &[Longer], reading| window.last_day(event, longer, reading);
        let least = bounds.events.from.and_then(|event| counted(event, &bounds.certain, Reading::Soonest));
        let latest = bounds.events.to.zip(bounds.possible);
        let most = latest.as_ref().and_then(|(event, longer)| counted(*event, longer, Reading::Latest));
        let finding = if !bounds.begins {
            Finding::No
        } else if least.zip(held.to).is_some_and(|(counted, day)| counted.last >= day) {
            Finding::Yes
        } else if most.zip(held.from).is_some_and(|(counted, day)| counted.last < day) {
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
            holidays: window.covers().filter(|_| unknown),
        };
        let mut counted: Vec<Counted> = least.into_iter().chain(most).collect();
        counted.dedup();
        Opened { finding, until, counted, needs: bounds.needs }
    }

    fn bounds<'w>(&self, window: Window<'w>) -> Bounds<'w> {
        let mut needs = SortedSet::default();
        let (mut from, mut to, mut open, mut begins) = (None, None, false, false);
        for event in window.events() {
            if let Some(Value::Never) = self.facts.value(event.fact) {
                continue;
            }
            let counts = event.condition.map_or(Finding::Yes, |condition| {
                self.open(condition, &mut needs);
                condition.finding(self.facts)
            });
            let days = self.facts.days(event.fact).unwrap_or(Days { from: None, to: None });
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
        for extension in window.extensions() {
            let counts = extension.condition.map_or(Finding::Yes, |condition| {
                self.open(condition, &mut bounds.needs);
                condition.finding(self.facts)
            });
            let longer = match extension.by {
                By::Length(length, rolls) => Some(Longer::By(length, rolls)),
                By::Days(fact) => self.whole(fact).map(Longer::Days),
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

    /// A number of whole days; part of a day does not count, and less than none is none.
    fn whole(&self, fact: &str) -> Option<u32> {
        match self.facts.value(fact) {
            Some(Value::Number(number)) => {
                let days = number.trunc().mantissa().clamp(0, MOST_DAYS.into());
                Some(u32::try_from(days).unwrap_or(MOST_DAYS))
            }
            _ => None,
        }
    }

    /// Where a day or a number begins to make a difference to a window that is held against days.
    pub(super) fn turns(&self, window: Window<'_>, held: Days, fact: Fact<'_>, turns: &mut Turns) {
        let Bounds { events, certain, possible, .. } = self.bounds(window);
        let possible = possible.filter(|possible| possible.len() > certain.len());
        let ends = |days: Days| days.from.into_iter().chain(days.to.filter(|_| days.exactly().is_none()));
        let last = |event: Date, longer: &[Longer], reading| {
            window.last_day(event, longer, reading).map_or(Date::LAST, |counted| counted.last)
        };
        for (longer, reading) in [Some(certain), possible]
            .iter()
            .flatten()
            .flat_map(|longer| window.readings().iter().map(move |reading| (longer, *reading)))
        {
            for day in ends(held) {
                let opens = |days: u32| last(Date::FIRST.plus_days(days), longer, reading) >= day;
                turns.days.insert(Date::FIRST.plus_days(turn(opens, Date::FIRST.days_until(self.today))));
            }
            turns.days.extend(ends(events).map(|event| last(event, longer, reading).plus_days(1)));
        }
        if window.extensions().any(|extension| matches!(extension.by, By::Days(by) if by == fact.name)) {
            for ((event, day), reading) in ends(events)
                .flat_map(|event| ends(held).map(move |day| (event, day)))
                .flat_map(|case| window.readings().iter().map(move |reading| (case, *reading)))
            {
                let opens = |days: u32| {
                    let known = self.facts.with(fact.name, Value::Number(days.into()));
                    let bounds = Case { facts: &known, ..*self }.bounds(window);
                    last(event, &bounds.certain, reading) >= day
                };
                turns.numbers.insert(Decimal::from(turn(opens, MOST_DAYS)));
            }
        }
    }
}

/// The first number for which something holds that holds for all numbers after it; at most `most`.
fn turn(holds: impl Fn(u32) -> bool, most: u32) -> u32 {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    low
}
