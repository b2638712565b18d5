//! Days and windows against the calendar that walks.

use makegood::domain::{Date, Finding, Period, Reading};
use makegood::policy::{Longer, Rolls};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::json;

use crate::oracle::{Day, FIRST_OF_1970, WorkingDays, length_of_month};
use crate::tried;

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const FINDINGS: [Finding; 3] = [Finding::No, Finding::Maybe, Finding::Yes];

#[test]
fn every_day_from_1970_to_2130_reads_counts_and_prints_as_walked() {
    let mut day = FIRST_OF_1970;
    for number in 0..58_500 {
        let date = Date::parse(&day.written()).unwrap();
        assert_eq!((date.number(), date.to_string()), (number, day.written()));
        day = day.next();
    }
}

#[test]
fn every_month_ends_where_the_walk_ends_it() {
    for year in 1900..=9999 {
        for month in 1..=12 {
            let last = length_of_month(year, month);
            let (end, beyond) = (Day(year, month, last).written(), Day(year, month, last + 1).written());
            assert_eq!(Date::parse(&end).map(|date| date.to_string()), Some(end));
            assert_eq!(Date::parse(&beyond), None);
        }
    }
}

#[test]
fn three_values_keep_kleene_s_laws() {
    for a in FINDINGS {
        assert_eq!(!!a, a);
        assert_eq!(Finding::all([a, Finding::Yes]), a);
        assert_eq!(Finding::any([a, Finding::No]), a);
        assert_eq!(Finding::all([a, Finding::No]), Finding::No);
        assert_eq!(Finding::any([a, Finding::Yes]), Finding::Yes);
        for b in FINDINGS {
            assert_eq!(Finding::all([a, b]), Finding::all([b, a]));
            assert_eq!(!Finding::all([a, b]), Finding::any([!a, !b]));
            assert_eq!(!Finding::any([a, b]), Finding::all([!a, !b]));
            for c in FINDINGS {
                assert_eq!(
                    Finding::all([a, Finding::any([b, c])]),
                    Finding::any([Finding::all([a, b]), Finding::all([a, c])])
                );
                assert_eq!(Finding::all([Finding::all([a, b]), c]), Finding::all([a, b, c]));
            }
        }
    }
    assert_eq!((Finding::all([]), Finding::any([])), (Finding::Yes, Finding::No));
}

fn days(near: u32) -> impl Strategy<Value = Vec<Day>> {
    vec(near..near + 60, 0..=8).prop_map(|days| days.into_iter().map(|after| FIRST_OF_1970.later(after)).collect())
}

/// An event of the years 2020 to 2030, a period, and a calendar with holidays near the event.
#[derive(Debug, Clone)]
struct Counting {
    event: Day,
    count: u32,
    unit: &'static str,
    counts_event_day: bool,
    rolls: bool,
    rest_days: Vec<usize>,
    holidays: Vec<Day>,
    workdays: Vec<Day>,
}

fn counting() -> impl Strategy<Value = Counting> {
    (18_262_u32..21_900).prop_flat_map(|after| {
        let period = (1_u32..=40, select(vec!["days", "weeks", "working days", "months", "years"]));
        let calendar = (subsequence((0..7).collect::<Vec<_>>(), 0..=3), days(after), days(after));
        (Just(after), period, any::<bool>(), any::<bool>(), calendar).prop_map(
            |(after, (count, unit), counts_event_day, rolls, (rest_days, holidays, workdays))| Counting {
                event: FIRST_OF_1970.later(after),
                count,
                unit,
                counts_event_day,
                rolls,
                rest_days,
                holidays,
                workdays,
            },
        )
    })
}

fn counted_by_the_engine(counting: &Counting, longer: &[Longer]) -> String {
    let written = |days: &[Day]| days.iter().map(|day| day.written()).collect::<Vec<_>>();
    let rest_days: Vec<&str> = counting.rest_days.iter().map(|day| WEEKDAYS[*day]).collect();
    let rolls = if counting.rolls { "next-working-day" } else { "no" };
    let window = json!({
        "from": "delivered", "length": format!("{} {}", counting.count, counting.unit),
        "countsEventDay": counting.counts_event_day, "rolls": rolls,
    });
    let grants = json!([{ "remedy": "refund", "carriage": "shop" }]);
    let (holidays, workdays) = (written(&counting.holidays), written(&counting.workdays));
    let policy = json!({
        "makegood": 1, "id": "counting", "version": "1",
        "shop": { "name": "Counting", "timeZone": "UTC", "currency": "EUR", "languages": ["en"] },
        "calendar": { "restDays": rest_days, "holidays": holidays, "workdays": workdays },
        "rules": [{ "id": "r", "clause": "1", "title": "R", "window": window, "grants": grants }],
    });
    let shop = makegood::open(&policy.to_string()).unwrap();
    let version = &shop.versions[0];
    let event = Date::parse(&counting.event.written()).unwrap();
    let last = version.rules().next().unwrap().window().unwrap().last_day(event, longer, Reading::Soonest);
    last.unwrap().last.to_string()
}

fn walking(counting: &Counting) -> WorkingDays {
    WorkingDays {
        rest_days: counting.rest_days.iter().map(|day| u32::try_from(*day).unwrap()).collect(),
        holidays: counting.holidays.clone(),
        workdays: counting.workdays.clone(),
    }
}

proptest! {
    #![proptest_config(tried(400))]

    #[test]
    fn a_window_ends_where_the_walk_ends_it(counting in counting()) {
        let Counting { event, count, unit, counts_event_day, rolls, .. } = counting;
        let calendar = walking(&counting);
        let walked = calendar.last_day(event, count, unit, counts_event_day, rolls);
        prop_assert_eq!(counted_by_the_engine(&counting, &[]), walked.written());
    }

    #[test]
    fn what_is_added_after_rolling_begins_on_the_last_day_so_far(
        counting in counting(), more in 1_u32..=40, unit in select(vec!["days", "weeks", "working days", "months", "years"])
    ) {
        let calendar = walking(&counting);
        let first = calendar.last_day(counting.event, counting.count, counting.unit, counting.counts_event_day, true);
        let walked = calendar.last_day(first, more, unit, false, counting.rolls);
        let longer = Longer::By(Period::parse(&format!("{more} {unit}")).unwrap(), Rolls::NextWorkingDay);
        prop_assert_eq!(counted_by_the_engine(&counting, &[longer]), walked.written());
    }

    #[test]
    fn a_later_event_never_ends_a_window_earlier(counting in counting(), days in 1_u32..=40) {
        let later = Counting { event: counting.event.later(days), ..counting.clone() };
        prop_assert!(counted_by_the_engine(&counting, &[]) <= counted_by_the_engine(&later, &[]));
    }
}
