//! Days as people write them in the language of a page.

use crate::domain::Date;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayError {
    /// It cannot be read.
    Unreadable,
    /// It can be two days, and nothing says which.
    Unclear(Date, Date),
}

/// In which order the numbers of a day stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    YearFirst,
    Unknown,
}

/// The names of each month in English, German and French, without accents; also by their beginnings.
const MONTHS: [&str; 12] = [
    "january januar janner janvier",
    "february februar feber fevrier",
    "march marz mrz mars",
    "april avril",
    "may mai",
    "june juni juin",
    "july juli juillet",
    "august aout",
    "september septembre",
    "october oktober octobre",
    "november novembre",
    "december dezember decembre",
];

/// The days of the week in the same languages; a confirmation of an order puts them in front.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag \
                        samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche";

/// Reads a day: year-month-day in any language, else in the order of the language; where that does not say which number is the
/// month, only if the numbers do.
///
/// # Errors
/// Why it cannot be read.
pub fn day(text: &str, language: &str) -> Result<Date, DayError> {
    let plain: String = text.chars().map(without_accent).collect();
    let mut numbers: Vec<&str> = Vec::new();
    let (mut month, mut weekdays) = (None, 0);
    for part in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        // "1st", "2nd", "1er"
        let ordinal = ["", "st", "nd", "rd", "th", "er"].contains(&part.get(digits.len()..).unwrap_or_default());
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            if !ordinal || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(DayError::Unreadable);
            }
            numbers.push(digits);
        } else if let (Some(named), None) = (month_named(part), month) {
            month = Some(named);
        } else if is_weekday(part) && weekdays == 0 {
            weekdays = 1;
        } else {
            return Err(DayError::Unreadable);
        }
    }
    let read = match (numbers.as_slice(), month) {
        ([all], None) if all.len() == 8 => run_together(all),
        ([year, month, day], None) if year.len() == 4 => written(year, number(month), day),
        ([one, two, three], None) => return ordered([one, two, three], order(language)),
        ([year, day], Some(month)) if year.len() == 4 => written(year, Some(month), day),
        ([day, year], Some(month)) => written(year, Some(month), day),
        _ => None,
    };
    read.ok_or(DayError::Unreadable)
}

const fn without_accent(c: char) -> char {
    match c {
        'ä' | 'Ä' => 'a',
        'é' | 'É' => 'e',
        'û' | 'Û' => 'u',
        c => c,
    }
}

fn number(digits: &str) -> Option<i32> {
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

fn written(year: &str, month: Option<i32>, day: &str) -> Option<Date> {
    Date::new(year.parse().ok().filter(|_| year.len() == 4)?, month?, number(day)?)
}

fn run_together(digits: &str) -> Option<Date> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    written(year, number(month), day)
}

fn ordered([one, two, three]: [&str; 3], order: Order) -> Result<Date, DayError> {
    // "26" is 2026: nobody buys in the century before, or in the one after.
    let full = |year: &str| if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    let year_first = if order == Order::YearFirst { written(&full(one), number(two), three) } else { None };
    let day_first = written(&full(three), number(two), one);
    let month_first = written(&full(three), number(one), two);
    let own = match order {
        Order::DayFirst => day_first.or(month_first),
        Order::MonthFirst => month_first.or(day_first),
        Order::YearFirst => year_first,
        Order::Unknown => None,
    };
    match (own, day_first, month_first) {
        (Some(day), ..) | (None, Some(day), None) | (None, None, Some(day)) => Ok(day),
        (None, Some(one), Some(other)) if one == other => Ok(one),
        (None, Some(one), Some(other)) => Err(DayError::Unclear(one.min(other), one.max(other))),
        (None, None, None) => Err(DayError::Unreadable),
    }
}

/// English alone does not say: in the United States the month stands first, elsewhere the day, in Canada either.
fn order(language: &str) -> Order {
    let language = language.to_ascii_lowercase();
    let mut parts = language.split('-');
    let speech = parts.next().unwrap_or_default();
    match (speech, parts.next_back()) {
        ("en", Some("us" | "ph")) => Order::MonthFirst,
        ("en", Some("gb" | "ie" | "au" | "nz" | "in" | "za" | "sg" | "hk" | "mt")) => Order::DayFirst,
        // A year of four digits at the end is somebody else's habit, and does not say whose.
        ("zh" | "ja" | "ko" | "hu" | "lt" | "mn", _) => Order::YearFirst,
        ("en" | "", _) => Order::Unknown,
        _ => Order::DayFirst,
    }
}

/// The month with a name, or with one that begins so and no other.
fn month_named(word: &str) -> Option<i32> {
    let word = word.to_ascii_lowercase();
    let begins = |names: &str| word.len() >= 3 && names.split(' ').any(|name| name.starts_with(&*word));
    let mut found = (1..).zip(MONTHS).filter(|(_, names)| begins(names)).map(|(month, _)| month);
    found.next().filter(|_| found.next().is_none())
}

fn is_weekday(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.len() >= 2 && WEEKDAYS.split(' ').any(|name| name.starts_with(&*word))
}

#[cfg(test)]
mod tests {
    use super::day;

    fn read(text: &str, language: &str) -> String {
        day(text, language).map_or_else(|error| format!("{error:?}"), |day| day.to_string())
    }

    #[test]
    fn a_year_in_front_is_clear_in_any_language() {
        for text in ["2026-11-09", "2026/11/9", "2026.11.09", "2026年11月9日", "2026 11 9", "20261109"] {
            assert_eq!(read(text, "en"), "2026-11-09", "{text}");
        }
    }

    #[test]
    fn the_language_says_which_number_is_the_month() {
        assert_eq!(read("9.11.2026", "de"), "2026-11-09");
        assert_eq!(read("09.11.26", "de-AT"), "2026-11-09");
        assert_eq!(read("11/9/2026", "en-US"), "2026-11-09");
        assert_eq!(read("9/11/2026", "en-GB"), "2026-11-09");
        assert_eq!(read("24/11/2026", "en-US"), "2026-11-24");
    }

    #[test]
    fn what_can_be_two_days_is_not_guessed() {
        assert_eq!(read("9/11/2026", "en"), "Unclear(2026-09-11, 2026-11-09)");
        assert_eq!(read("24/11/2026", "en"), "2026-11-24");
        assert_eq!(read("11/11/2026", "en"), "2026-11-11");
    }

    #[test]
    fn months_have_names() {
        for text in ["9 November 2026", "Nov 9, 2026", "9th Nov. 2026", "2026 nov 9"] {
            assert_eq!(read(text, "en"), "2026-11-09", "{text}");
        }
        assert_eq!(read("9. März 2026", "de"), "2026-03-09");
        assert_eq!(read("1. Mai 2026", "de"), "2026-05-01");
        assert_eq!(read("1er févr. 2026", "fr"), "2026-02-01");
        assert_eq!(read("14 août 2026", "fr"), "2026-08-14");
        assert_eq!(read("14 jui 2026", "fr"), "Unreadable");
    }

    #[test]
    fn a_day_of_the_week_may_stand_in_front() {
        assert_eq!(read("Mon, 9 Nov 2026", "en"), "2026-11-09");
        assert_eq!(read("Mo. 09.11.2026", "de"), "2026-11-09");
        assert_eq!(read("Mon Tue 9 Nov 2026", "en"), "Unreadable");
    }

    #[test]
    fn a_short_year_stands_where_the_language_puts_it() {
        assert_eq!(read("26/11/09", "ja"), "2026-11-09");
        assert_eq!(read("26.11.09", "de"), "2009-11-26");
        assert_eq!(read("9/11/2026", "zh-CN"), "Unclear(2026-09-11, 2026-11-09)");
    }

    #[test]
    fn anything_else_is_no_day() {
        for text in
            ["", "yesterday", "11月9日", "2026-02-30", "32.1.2026", "1.13.2026x", "9 11", "2026", "1 may june 2026"]
        {
            assert_eq!(read(text, "de"), "Unreadable", "{text}");
        }
    }
}
