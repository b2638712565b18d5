//! Windows over facts: until when, as far as it is known.

use rust_decimal::Decimal;

use super::case::Case;
use crate::domain::Date;
use crate::policy::{Bounds, By, Days, Fact, Held, Known as _, Longer, MOST_DAYS, Turns, Value, Window};

impl Case<'_, '_> {
    /// Whether a window is open on the day of asking, and until when.
    pub(super) fn window<'w>(&self, window: Window<'w>) -> Held<'w> {
        self.held_on(window, "asked")
    }

    /// Whether a fault has shown within a window.
    pub(super) fn shows<'w>(&self, window: Window<'w>) -> Held<'w> {
        self.held_on(window, "defectNoticed")
    }

    fn held_on<'w>(&self, window: Window<'w>, fact: &'static str) -> Held<'w> {
        let days = self.until_today(fact);
        let mut opened = self.held(window, days);
        if days.exactly().is_none() {
            opened.needs.insert(fact);
        }
        opened
    }

    /// Between which days it is asked: today, unless an earlier day is told.
    pub(super) fn asked(&self) -> Days {
        self.until_today("asked")
    }

    /// Between which days a fault was noticed: today at the latest.
    pub(super) fn noticed(&self) -> Days {
        self.until_today("defectNoticed")
    }

    fn until_today(&self, fact: &str) -> Days {
        let days = self.day(fact);
        Days { to: Some(days.to.map_or(self.today, |day| day.min(self.today))), ..days }
    }

    /// Between which days an event lies.
    pub(super) fn day(&self, fact: &str) -> Days {
        self.facts.days(fact).unwrap_or_default()
    }

    /// Whether a day lies within a window.
    pub(super) fn held<'w>(&self, window: Window<'w>, day: Days) -> Held<'w> {
        window.held(self.facts, day)
    }

    /// Where a day or a number begins to make a difference to a window that is held against days.
    pub(super) fn turns(&self, window: Window<'_>, held: Days, fact: Fact<'_>, turns: &mut Turns) {
        let Bounds { events, certain, possible, .. } = window.bounds(self.facts);
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
                    last(event, &window.bounds(&known).certain, reading) >= day
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
