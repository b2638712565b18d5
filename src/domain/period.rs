//! How long something lasts.

use std::fmt;

use serde::{Serialize, Serializer};

/// A length of time in whole units, at least one: `7 days`, `15 working days`, `2 weeks`, `12 months`, `1 year`.
///
/// Months and years end on the day with the same number; where that month is too short, on its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How many units.
    pub count: u32,
    /// Which unit.
    pub unit: Unit,
}

/// What a period is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Days that are not rest days of the policy's calendar.
    WorkingDays,
    /// Seven calendar days each.
    Weeks,
    /// Calendar months.
    Months,
    /// Twelve calendar months each.
    Years,
}

impl Unit {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Days, "day", "days"),
        (Self::WorkingDays, "working day", "working days"),
        (Self::Weeks, "week", "weeks"),
        (Self::Months, "month", "months"),
        (Self::Years, "year", "years"),
    ];

    /// The most units that a period may have: 100 years, in working days about 10.
    const fn most(self) -> u32 {
        match self {
            Self::Days => 36_525,
            Self::WorkingDays => 2_600,
            Self::Weeks => 5_217,
            Self::Months => 1_200,
            Self::Years => 100,
        }
    }
}

/// Why a text is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// It is not a whole number and a unit.
    Unreadable,
    /// It is shorter than one unit or longer than 100 years.
    OutOfRange,
}

impl Period {
    /// Reads a whole number, one space and a unit.
    ///
    /// # Errors
    /// [`PeriodError::Unreadable`] if it is anything else, [`PeriodError::OutOfRange`] below 1 unit and above 100 years.
    ///
    /// ```
    /// use makegood::domain::Period;
    /// assert_eq!(Period::parse("15 working days").unwrap().to_string(), "15 working days");
    /// assert!(Period::parse("-1 days").is_err());
    /// assert!(Period::parse("7days").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (count, unit) = text.split_once(' ').ok_or(PeriodError::Unreadable)?;
        let unit = Unit::ALL
            .into_iter()
            .find(|(_, one, many)| unit == *one || unit == *many)
            .map(|(unit, _, _)| unit)
            .ok_or(PeriodError::Unreadable)?;
        let magnitude = count.strip_prefix('-').unwrap_or(count);
        if magnitude.is_empty() || !magnitude.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PeriodError::Unreadable);
        }
        match count.parse::<u32>() {
            Ok(count) if count >= 1 && count <= unit.most() => Ok(Self { count, unit }),
            _ => Err(PeriodError::OutOfRange),
        }
    }
}

impl Default for Period {
    /// The shortest: one day.
    fn default() -> Self {
        Self { count: 1, unit: Unit::Days }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Unit::ALL.into_iter().find(|(unit, _, _)| *unit == self.unit);
        let (one, many) = name.map_or(("", ""), |(_, one, many)| (one, many));
        write!(f, "{} {}", self.count, if self.count == 1 { one } else { many })
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
