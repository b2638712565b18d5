//! Today in the shop's time zone.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// The clock of the shop, or a day that was set.
#[derive(Clone, Debug)]
pub struct Clock {
    set: Option<Date>,
    zone: TimeZone,
}

/// How far back the day of a receipt may lie: a form that was filled yesterday evening, sent the morning after.
const DAYS_BACK: i64 = 2;

/// How the day of a receipt lies to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Of today, or of few days ago.
    Fresh,
    /// Of longer ago.
    Old,
    /// Of a day that is still to come.
    Ahead,
}

impl Clock {
    /// # Errors
    /// That there is no such time zone.
    pub fn new(set: Option<Date>, zone: &str) -> Result<Self, String> {
        let zone = TimeZone::get(zone).map_err(|error| error.to_string())?;
        Ok(Self { set, zone })
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.set.unwrap_or_else(|| Timestamp::now().to_zoned_datetime(self.zone.clone()).date())
    }

    /// When something was received, by the real clock.
    #[must_use]
    pub fn now(&self) -> String {
        Timestamp::now().round(jiff::Unit::Second).unwrap_or_else(|_| Timestamp::now()).to_string()
    }

    /// A moment as people in the shop's time zone write it: `2026-11-22 14:05`.
    #[must_use]
    pub fn shown(&self, moment: &str) -> String {
        moment.parse::<Timestamp>().map_or_else(
            |_| moment.to_owned(),
            |moment| moment.to_zoned_datetime(self.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string(),
        )
    }

    /// How the day of a receipt lies to today; none if it is no day.
    #[must_use]
    pub fn age(&self, day: &str) -> Option<Age> {
        let day: Date = day.parse().ok()?;
        let today = self.today();
        let first = today.checked_sub(DAYS_BACK.days()).unwrap_or(today);
        Some(if day > today {
            Age::Ahead
        } else if day < first {
            Age::Old
        } else {
            Age::Fresh
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Age, Clock};

    #[test]
    fn a_receipt_is_fresh_for_three_days() {
        let clock = Clock::new("2026-03-01".parse().ok(), "Asia/Shanghai").unwrap();
        let ages =
            ["2026-03-02", "2026-03-01", "2026-02-28", "2026-02-27", "2026-02-26", "soon"].map(|day| clock.age(day));
        use Age::{Ahead, Fresh, Old};
        assert_eq!(ages, [Some(Ahead), Some(Fresh), Some(Fresh), Some(Fresh), Some(Old), None]);
    }

    #[test]
    fn a_moment_is_shown_in_the_shop_s_time_zone() {
        let clock = Clock::new(None, "Asia/Shanghai").unwrap();
        assert_eq!(clock.shown("2026-11-21T18:00:05Z"), "2026-11-22 02:00");
        assert!(Clock::new(None, "Mars/Olympus").is_err());
    }
}
