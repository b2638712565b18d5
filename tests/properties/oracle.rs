//! Slow and simple: days are counted one by one, coins are whole numbers. Shares no code with the engine.

/// A day of the calendar: year, month, day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32, pub i32, pub i32);

/// A Thursday.
pub const FIRST_OF_1970: Day = Day(1970, 1, 1);

pub fn length_of_month(year: i32, month: i32) -> i32 {
    let leap_year = if year % 100 == 0 { year % 400 == 0 } else { year % 4 == 0 };
    match (month, leap_year) {
        (2, true) => 29,
        (2, false) => 28,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    }
}

impl Day {
    pub fn next(self) -> Self {
        let Self(year, month, day) = self;
        if day < length_of_month(year, month) {
            Self(year, month, day + 1)
        } else if month < 12 {
            Self(year, month + 1, 1)
        } else {
            Self(year + 1, 1, 1)
        }
    }

    pub fn later(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }

    pub fn written(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }

    /// 0 is Monday. Walked from a day that is known.
    pub fn weekday(self) -> u32 {
        let mut day = FIRST_OF_1970;
        let mut weekday = 3;
        while day < self {
            day = day.next();
            weekday = (weekday + 1) % 7;
        }
        weekday
    }
}

/// Which days are worked.
pub struct WorkingDays {
    pub rest_days: Vec<u32>,
    pub holidays: Vec<Day>,
    pub workdays: Vec<Day>,
}

impl WorkingDays {
    fn worked(&self, day: Day) -> bool {
        let rest = self.rest_days.contains(&day.weekday()) || self.holidays.contains(&day);
        self.workdays.contains(&day) || !rest
    }

    /// The last day of a window, found by walking: every day from the event on is looked at.
    pub fn last_day(&self, event: Day, count: u32, unit: &str, counts_event_day: bool, rolls: bool) -> Day {
        let mut last = match unit {
            "days" => self.walked(event, count, counts_event_day, |_| true),
            "weeks" => self.walked(event, count * 7, counts_event_day, |_| true),
            "working days" => self.walked(event, count, counts_event_day, |day| self.worked(day)),
            "months" => months_later(event, count, counts_event_day),
            "years" => months_later(event, count * 12, counts_event_day),
            other => panic!("{other}"),
        };
        while rolls && !self.worked(last) {
            last = last.next();
        }
        last
    }

    /// The day that is number `count` among those that count.
    fn walked(&self, event: Day, count: u32, counts_event_day: bool, counts: impl Fn(Day) -> bool) -> Day {
        let mut day = if counts_event_day { event } else { event.next() };
        let mut counted = 0;
        loop {
            if counts(day) {
                counted += 1;
            }
            if counted == count {
                return day;
            }
            day = day.next();
        }
    }
}

fn months_later(event: Day, months: u32, counts_event_day: bool) -> Day {
    let Day(mut year, mut month, day) = event;
    for _ in 0..months {
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    let longest = length_of_month(year, month);
    if day > longest {
        // The month is too short: it ends the window.
        return Day(year, month, longest);
    }
    match (counts_event_day, day) {
        (false, _) => Day(year, month, day),
        (true, 1) => {
            let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            Day(year, month, length_of_month(year, month))
        }
        (true, _) => Day(year, month, day - 1),
    }
}

/// `"12.34"` as 1234 coins of a hundredth.
pub fn coins(amount: &str) -> u128 {
    let (whole, fraction) = amount.split_once('.').unwrap();
    assert_eq!(fraction.len(), 2, "{amount}");
    format!("{whole}{fraction}").parse().unwrap()
}

/// A share in hundredths of a percent, half a coin to the even one or up.
pub fn share(coins: u128, hundredths: u128, half_up: bool) -> u128 {
    let (whole, rest) = (coins * hundredths / 10_000, coins * hundredths % 10_000);
    let up = rest > 5_000 || (rest == 5_000 && (half_up || whole % 2 == 1));
    whole + u128::from(up)
}
