//! Which days are working days, and how a window's last day is found.

use super::date::Date;
use super::period::{Period, Unit};
use super::sorted::SortedSet;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// The names as a policy writes them, Monday first.
    pub const NAMES: [&'static str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    const ALL: [Self; 7] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// The day with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let at = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(at).copied()
    }

    /// The day of the week of a day.
    #[must_use]
    pub const fn of(date: Date) -> Self {
        // 1970-01-01 was a Thursday.
        match date.number().rem_euclid(7) {
            0 => Self::Thu,
            1 => Self::Fri,
            2 => Self::Sat,
            3 => Self::Sun,
            4 => Self::Mon,
            5 => Self::Tue,
            _ => Self::Wed,
        }
    }
}

/// The shop's working days: weekly rest days and holidays, except days that are worked all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week on which nobody works.
    pub rest_days: Vec<Weekday>,
    /// Single days on which nobody works.
    pub holidays: SortedSet<Date>,
    /// Single days that are worked although they are rest days or holidays.
    pub workdays: SortedSet<Date>,
    /// The first and the last day for which holidays are known; all days if none.
    pub covers: Option<(Date, Date)>,
}

/// How to take the days for which holidays are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Worked, if they can be: a period ends no sooner.
    Soonest,
    /// Not worked: a period ends no later.
    Latest,
}

impl Calendar {
    /// The ways to take the calendar that can make a difference.
    #[must_use]
    pub const fn readings(&self) -> &'static [Reading] {
        if self.covers.is_some() { &[Reading::Soonest, Reading::Latest] } else { &[Reading::Soonest] }
    }

    fn is_known(&self, date: Date) -> bool {
        self.covers.is_none_or(|(from, until)| from <= date && date <= until)
    }

    /// Whether a day is worked. Where rest days can be worked, only a calendar that knows them can tell.
    fn is_working_day(&self, date: Date, reading: Reading) -> bool {
        let rests = self.rest_days.contains(&Weekday::of(date));
        if !self.is_known(date) {
            return reading == Reading::Soonest && !(rests && self.workdays.as_slice().is_empty());
        }
        self.workdays.contains(&date) || !(self.holidays.contains(&date) || rests)
    }

    /// The day itself if it is worked, else the first working day after it; none if no such day is known.
    #[must_use]
    pub fn next_working_day(&self, mut date: Date, reading: Reading) -> Option<Date> {
        while !self.is_working_day(date, reading) && date < Date::LAST {
            date = self.next_day(date, reading)?;
        }
        Some(date).filter(|date| self.can_end(*date, reading))
    }

    /// On a day whose holidays are not known nothing ends at the latest, not even at the end of the calendar.
    fn can_end(&self, date: Date, reading: Reading) -> bool {
        reading == Reading::Soonest || self.is_known(date)
    }

    /// The next day that can be worked.
    fn next_day(&self, date: Date, reading: Reading) -> Option<Date> {
        let next = date.plus_days(1);
        match self.covers {
            Some((from, until)) if reading == Reading::Latest => (next <= until).then_some(next.max(from)),
            _ => Some(next),
        }
    }

    /// The day on which a period ends that begins with an event.
    ///
    /// The event's day is not counted unless `counts_event_day`: delivered on the 1st with 14 days, the last day is the 15th
    /// (the 14th if the event's day counts). Working days skip rest days and holidays; none if too few of them are known. Months end
    /// on the day with the same number, or the day before if the event's day counts; a month that is too short ends them on its
    /// last day either way.
    #[must_use]
    pub fn end(&self, event: Date, length: Period, counts_event_day: bool, reading: Reading) -> Option<Date> {
        let days = |count: u32| event.plus_days(count.saturating_sub(counts_event_day.into()));
        let months = |count| if counts_event_day { event.last_of_months(count) } else { event.plus_months(count) };
        Some(match length.unit {
            Unit::WorkingDays => return self.end_in_working_days(event, length.count, counts_event_day, reading),
            Unit::Days => days(length.count),
            Unit::Weeks => days(length.count.saturating_mul(7)),
            Unit::Months => months(length.count),
            Unit::Years => months(length.count.saturating_mul(12)),
        })
    }

    fn end_in_working_days(&self, event: Date, count: u32, counts_event_day: bool, reading: Reading) -> Option<Date> {
        let mut left = count;
        if counts_event_day && self.is_working_day(event, reading) {
            left = left.saturating_sub(1);
        }
        let mut day = event;
        while left > 0 && day < Date::LAST {
            day = self.next_day(day, reading)?;
            if self.is_working_day(day, reading) {
                left = left.saturating_sub(1);
            }
        }
        Some(day).filter(|day| left == 0 || self.can_end(*day, reading))
    }
}
