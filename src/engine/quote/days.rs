//! When a device is ready and back, and how long what is put in is under warranty. Counted as if the quote were accepted today.

use rust_decimal::Decimal;

use super::bill::Bench;
use crate::domain::{Calendar, Date, Finding, Money, Period, Reading, Rounding, Unit};
use crate::policy::repair::{Book, Entry};
use crate::quote::{Cover, Days, Warranty};

/// Counts in the days of a price book.
#[derive(Clone, Copy)]
pub(super) struct Clock<'s> {
    calendar: &'s Calendar,
    pub today: Date,
}

impl<'s> Clock<'s> {
    pub(super) const fn new(book: Book<'s>, today: Date) -> Self {
        Self { calendar: &book.version.calendar, today }
    }

    fn days(&self, count: impl Fn(Reading) -> Option<Date>) -> Option<Days> {
        let least = count(Reading::Soonest)?;
        let latest = self.calendar.readings().contains(&Reading::Latest);
        Some(Days { least, most: if latest { count(Reading::Latest) } else { Some(least) } })
    }

    /// So much after a day; the day itself if nothing is said.
    fn after(&self, day: Date, length: Option<Period>, reading: Reading) -> Option<Date> {
        length.map_or(Some(day), |length| self.calendar.end(day, length, false, reading))
    }

    /// The day on which a period that begins on a day ends, as far as is certain.
    pub(super) fn end(&self, from: Date, length: Period) -> Option<Date> {
        self.after(from, Some(length), Reading::Soonest)
    }

    /// When the device is with the shop.
    fn there(&self, bench: &Bench<'_, '_>, reading: Reading) -> Option<Date> {
        let there = bench.request.way.and_then(|way| way.journey("there"));
        self.after(self.today, there.and_then(|there| there.period("takes")), reading)
    }

    /// When the cause is found; none if nothing says how long that takes.
    pub(super) fn found(&self, bench: &Bench<'_, '_>) -> Option<Days> {
        let takes = bench.request.book.diagnosis()?.period("takes")?;
        self.days(|reading| self.after(self.there(bench, reading)?, Some(takes), reading))
    }

    /// When the device is ready; none if nobody knows when a part comes.
    pub(super) fn ready(&self, bench: &Bench<'_, '_>, parts: &[Entry<'_>]) -> Option<Days> {
        let missing = || parts.iter().filter(|part| part.whole("stock") == Some(0));
        if missing().any(|part| part.period("leadTime").is_none()) {
            return None;
        }
        let usual = bench.request.book.takes();
        let jobs = bench.work.jobs.iter().map(|job| job.row.period("takes").or(usual));
        let mut lengths: Vec<Option<Period>> = jobs.collect();
        if lengths.is_empty() {
            lengths.push(usual);
        }
        let certain = bench.surcharges.iter().filter(|(_, finding)| *finding == Finding::Yes);
        let quicker: Vec<Period> = certain.filter_map(|(surcharge, _)| surcharge.period("takes")).collect();
        self.days(|reading| {
            let mut start = self.there(bench, reading)?;
            for part in missing() {
                start = start.max(self.after(self.today, part.period("leadTime"), reading)?);
            }
            let mut ready = start;
            for length in &lengths {
                // A day that is not known lies after those that are.
                let quick = quicker.iter().filter_map(|quick| self.after(start, Some(*quick), reading)).min();
                let usual = self.after(start, *length, reading);
                ready = ready.max(usual.into_iter().chain(quick).min()?);
            }
            Some(ready)
        })
    }

    /// When it is back with the shopper; none if it does not travel back.
    pub(super) fn back(&self, bench: &Bench<'_, '_>, ready: Days) -> Option<Days> {
        let takes = bench.request.way.and_then(|way| way.journey("back"))?.period("takes");
        self.days(|reading| {
            let ready = if reading == Reading::Soonest { Some(ready.least) } else { ready.most };
            self.after(ready?, takes, reading)
        })
    }

    /// The warranty of a part: its own, or the device's cover if that lasts longer.
    pub(super) fn warranty(&self, length: Period, ready: Option<Days>, cover: Option<Cover>) -> Warranty {
        let from = ready.map(|ready| ready.least);
        let own = from.and_then(|from| self.end(from, length));
        let (until, continues) = match (own, cover) {
            (_, Some(Cover { until: None })) => (None, true),
            (Some(own), Some(Cover { until: Some(until) })) if until > own => (Some(until), true),
            _ => (own, false),
        };
        Warranty { length, from, until, continues }
    }

    /// Which of two warranties is the shorter one: the day on which each would end if it began today.
    pub(super) fn length(&self, warranty: Option<Period>) -> Date {
        warranty.and_then(|length| self.end(self.today, length)).unwrap_or(self.today)
    }
}

/// An amount for each month of a period; 30 days are a month.
pub(super) fn per_month(amount: Money, length: Period, rounding: Rounding) -> Option<Money> {
    let count = Decimal::from(length.count);
    let (of, whole) = match length.unit {
        Unit::Months => (Decimal::ONE, count),
        Unit::Years => (Decimal::ONE, count.checked_mul(Decimal::from(12))?),
        Unit::Days | Unit::WorkingDays => (Decimal::from(30), count),
        Unit::Weeks => (Decimal::from(30), count.checked_mul(Decimal::from(7))?),
    };
    amount.part(of, whole, rounding)
}
