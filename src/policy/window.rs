//! Windows: from an event until so much later.

use serde::Serialize;

use super::Version;
use super::condition::{Condition, Known};
use super::test::Test;
use crate::domain::{Calendar, Date, Json, Period, Reading};

/// From an event until so much later.
#[derive(Clone, Copy, Debug)]
pub struct Window<'s> {
    pub(super) json: &'s Json,
    pub(super) version: &'s Version,
}

/// Where a last day on a rest day goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rolls {
    /// It stays.
    No,
    /// To the next day that is worked.
    NextWorkingDay,
}

/// An event that starts the clock, and when it counts.
#[derive(Clone, Copy, Debug)]
pub struct Event<'s> {
    /// The fact.
    pub fact: &'s str,
    /// When it counts.
    pub condition: Option<Condition<'s>>,
}

/// What makes a window longer, and when.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'s> {
    /// By how much.
    pub by: By<'s>,
    /// When.
    pub condition: Option<Condition<'s>>,
}

/// By how much a window is longer.
#[derive(Clone, Copy, Debug)]
pub enum By<'s> {
    /// A fixed time, from the day on which the time so far ends, or from where that rolls to.
    Length(Period, Rolls),
    /// So many days as a fact says.
    Days(&'s str),
}

/// By how much a window is longer in one case.
#[derive(Clone, Copy, Debug)]
pub enum Longer {
    /// A fixed time, and where the day before it goes.
    By(Period, Rolls),
    /// So many days.
    Days(u32),
}

/// The first and the last day for which holidays are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Covers {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

/// How a last day was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The day of the event.
    pub event: Date,
    /// The day on which the length ends, with what makes it longer.
    pub ends: Date,
    /// The last day, after rolling.
    pub last: Date,
}

impl Rolls {
    const fn when(rolls: bool) -> Self {
        if rolls { Self::NextWorkingDay } else { Self::No }
    }
}

impl<'s> Window<'s> {
    /// The dates that can start the clock; the latest that applies does.
    #[must_use]
    pub fn events(self) -> Vec<Event<'s>> {
        let event = |json: &'s Json| Event {
            fact: json.text().unwrap_or_else(|| json.word("event")),
            condition: self.condition(json),
        };
        match self.json.get("from").unwrap_or(&Json::Null) {
            Json::List(events) => events.iter().map(event).collect(),
            one => vec![event(one)],
        }
    }

    fn condition(self, json: &'s Json) -> Option<Condition<'s>> {
        json.get("if").map(|json| Condition::new(json, self.version))
    }

    /// What makes it longer, one after the other.
    pub fn extensions(self) -> impl Iterator<Item = Extension<'s>> {
        self.json.list("extends").iter().map(move |json| Extension {
            by: match Period::parse(json.word("length")) {
                Ok(length) => By::Length(length, Rolls::when(json.flag("afterRolling"))),
                Err(_) => By::Days(json.word("days")),
            },
            condition: self.condition(json),
        })
    }

    /// How long.
    #[must_use]
    pub fn length(self) -> Period {
        Period::parse(self.json.word("length")).unwrap_or_default()
    }

    /// Whether the event's own day is the first.
    #[must_use]
    pub fn counts_event_day(self) -> bool {
        self.json.flag("countsEventDay")
    }

    /// Where a last day on a rest day goes.
    #[must_use]
    pub fn rolls(self) -> Rolls {
        Rolls::when(self.json.word("rolls") == "next-working-day")
    }

    /// Every condition in it.
    pub fn conditions(self) -> impl Iterator<Item = Condition<'s>> {
        let events = self.events().into_iter().filter_map(|event| event.condition);
        events.chain(self.extensions().filter_map(|extension| extension.condition))
    }

    /// Hands out every test of its conditions; while `open` knows the facts, only those that can still settle one.
    pub fn tests(self, open: Option<&dyn Known>, visit: &mut dyn FnMut(Test<'s>)) {
        self.conditions().for_each(|condition| condition.tests(open, visit));
    }

    /// The ways to take the calendar that can make a difference.
    #[must_use]
    pub const fn readings(self) -> &'static [Reading] {
        self.version.calendar.readings()
    }

    /// The days for which holidays are known; all if none.
    #[must_use]
    pub fn covers(self) -> Option<Covers> {
        self.version.calendar.covers.map(|(from, until)| Covers { from, until })
    }

    /// The last day for an event on a day, made longer by so much; none if it lies beyond the days whose holidays are known.
    ///
    /// A later event never has an earlier last day.
    #[must_use]
    pub fn last_day(self, event: Date, longer: &[Longer], reading: Reading) -> Option<Counted> {
        let calendar: &Calendar = &self.version.calendar;
        let counted = calendar.end(event, self.length(), self.counts_event_day(), reading);
        let rolled = |day, rolls| match rolls {
            Rolls::No => Some(day),
            Rolls::NextWorkingDay => calendar.next_working_day(day, reading),
        };
        let ends = longer.iter().try_fold(counted?, |day, longer| match longer {
            Longer::By(length, rolls) => calendar.end(rolled(day, *rolls)?, *length, false, reading),
            Longer::Days(days) => Some(day.plus_days(*days)),
        })?;
        Some(Counted { event, ends, last: rolled(ends, self.rolls())? })
    }
}
