//! A day of the calendar.

use std::fmt;

use serde::{Serialize, Serializer};

/// A civil date in the shop's time zone: a day, with no time and no clock.
///
/// Days are counted in the proleptic Gregorian calendar, from 1900-01-01 to 9999-12-31. Counting beyond the last day stays
/// on the last day, so that a later start never gives an earlier end.
///
/// ```
/// use makegood::domain::Date;
/// let delivered = Date::parse("2026-01-31").unwrap();
/// assert_eq!(delivered.plus_days(7).to_string(), "2026-02-07");
/// assert_eq!(delivered.plus_months(1).to_string(), "2026-02-28"); // there is no 31 February
/// assert_eq!(Date::parse("2026-02-30"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    number: i32,
}

impl Date {
    /// The first day that can be written.
    pub const FIRST: Self = Self { number: -25_567 };
    /// The last day that can be written.
    pub const LAST: Self = Self { number: 2_932_896 };

    /// The day with this year, month (1 to 12) and day of the month, if the calendar has it.
    #[must_use]
    pub const fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        if year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { number: day_number(year, month, day) })
    }

    /// Reads `YYYY-MM-DD`, and nothing else: no time, no spaces, no other order.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, month, day)
    }

    /// The day so many days later; on the last day of the calendar at the latest.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        let room = Self::LAST.number.abs_diff(self.number);
        let step = if days < room { days } else { room };
        Self { number: self.number.saturating_add_unsigned(step) }
    }

    /// The day before; the first day of the calendar has none and stays.
    #[must_use]
    pub const fn before(self) -> Self {
        if self.number <= Self::FIRST.number { self } else { Self { number: self.number.saturating_sub(1) } }
    }

    /// The day with the same number so many months later; where that month is too short, its last day.
    #[must_use]
    pub const fn plus_months(self, months: u32) -> Self {
        let (number, _) = self.months_later(months);
        Self::within(number)
    }

    /// The last day of so many months of which this day is the first: the day before the one with the same number; where that
    /// month is too short, its last day.
    #[must_use]
    pub const fn last_of_months(self, months: u32) -> Self {
        let (number, too_short) = self.months_later(months);
        Self::within(if too_short { number } else { number.saturating_sub(1) })
    }

    /// The number of the day so many months later, which may lie beyond the calendar, and whether the month is too short.
    const fn months_later(self, months: u32) -> (i32, bool) {
        /// The second month of the year 10000.
        const BEYOND: i32 = 120_001;
        let (year, month, day) = self.parts();
        // Months since year 0, so that one division gives year and month.
        let count = year.saturating_mul(12).saturating_add(month.saturating_sub(1)).saturating_add_unsigned(months);
        let count = if count < BEYOND { count } else { BEYOND };
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12).saturating_add(1));
        let longest = days_in_month(year, month);
        (day_number(year, month, if day < longest { day } else { longest }), day > longest)
    }

    const fn within(number: i32) -> Self {
        if number < Self::LAST.number { Self { number } } else { Self::LAST }
    }

    /// Days from 1970-01-01, negative before it.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.number
    }

    /// How many days later another day is; none if it is not later.
    #[must_use]
    pub fn days_until(self, later: Self) -> u32 {
        u32::try_from(later.number.saturating_sub(self.number)).unwrap_or_default()
    }

    const fn parts(self) -> (i32, i32, i32) {
        // Years are counted from 1 March 0000, so that the leap day is the last of its year.
        let from_march = self.number.saturating_add(719_468);
        let era = from_march.div_euclid(146_097);
        let day_of_era = from_march.rem_euclid(146_097);
        let leap_days = day_of_era.div_euclid(1_460) - day_of_era.div_euclid(36_524) + day_of_era.div_euclid(146_096);
        let year_of_era = (day_of_era - leap_days).div_euclid(365);
        let day_of_year = day_of_era - (year_of_era * 365 + year_of_era.div_euclid(4) - year_of_era.div_euclid(100));
        let month_from_march = (day_of_year * 5 + 2).div_euclid(153);
        let day = day_of_year - (month_from_march * 153 + 2).div_euclid(5) + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }
}

/// How many days a month has.
const fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a day of the calendar.
const fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (month_from_march * 153 + 2).div_euclid(5) + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era.div_euclid(4) - year_of_era.div_euclid(100) + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn digits(text: &str, length: usize) -> Option<i32> {
    if text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
