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

/// In which order day and month stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// Months by the letters that tell them apart.
const MONTHS: [(&str, i32); 28] = [
    ("january", 1),
    ("januar", 1),
    ("jänner", 1),
    ("february", 2),
    ("februar", 2),
    ("feber", 2),
    ("march", 3),
    ("märz", 3),
    ("mrz", 3),
    ("april", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juni", 6),
    ("july", 7),
    ("juli", 7),
    ("august", 8),
    ("september", 9),
    ("sept", 9),
    ("october", 10),
    ("oktober", 10),
    ("okt", 10),
    ("november", 11),
    ("december", 12),
    ("dezember", 12),
    ("dez", 12),
    ("dec", 12),
    ("oct", 10),
];

/// Reads a day: year-month-day in any language, else in the order of the language; where that does not say which number is the
/// month, only if the numbers do.
///
/// # Errors
/// Why it cannot be read.
pub fn day(text: &str, language: &str) -> Result<Date, DayError> {
    let mut numbers: Vec<&str> = Vec::new();
    let mut month = None;
    for part in text.split(|c: char| !c.is_ascii_alphanumeric() && !"äÄ".contains(c)).filter(|part| !part.is_empty())
    {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        // "1st", "2nd"
        let ordinal = ["st", "nd", "rd", "th", ""].contains(&part.get(digits.len()..).unwrap_or_default());
        if !part.starts_with(|c: char| c.is_ascii_digit()) {
            month = Some(month_named(part).filter(|_| month.is_none()).ok_or(DayError::Unreadable)?);
        } else if ordinal && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(digits);
        } else {
            return Err(DayError::Unreadable);
        }
    }
    let read = match (numbers.as_slice(), month) {
        ([all], None) if all.len() == 8 => run_together(all),
        ([year, month, day], None) if year.len() == 4 => written(year, number(month), day),
        ([one, two, year], None) => return ordered(one, two, year, order(language)),
        ([year, day], Some(month)) if year.len() == 4 => written(year, Some(month), day),
        ([day, year], Some(month)) => written(year, Some(month), day),
        _ => None,
    };
    read.ok_or(DayError::Unreadable)
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

fn ordered(one: &str, two: &str, year: &str, order: Order) -> Result<Date, DayError> {
    // "26" is 2026: nobody buys in the century before, or in the one after.
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    let day_first = written(&year, number(two), one);
    let month_first = written(&year, number(one), two);
    match (day_first, month_first, order) {
        (Some(day), None, _)
        | (Some(day), _, Order::DayFirst)
        | (None, Some(day), _)
        | (_, Some(day), Order::MonthFirst) => Ok(day),
        (Some(one), Some(other), Order::Unknown) if one == other => Ok(one),
        (Some(one), Some(other), Order::Unknown) => Err(DayError::Unclear(one.min(other), one.max(other))),
        (None, None, _) => Err(DayError::Unreadable),
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
        // Where the year stands first, a year at the end is somebody else's habit.
        ("en" | "zh" | "ja" | "ko" | "hu" | "lt" | "mn" | "", _) => Order::Unknown,
        _ => Order::DayFirst,
    }
}

fn month_named(word: &str) -> Option<i32> {
    let word = word.to_ascii_lowercase().replace('Ä', "ä");
    let named = |(name, _): &&(&str, i32)| *name == word || (word.chars().count() == 3 && name.starts_with(&*word));
    MONTHS.iter().find(named).map(|(_, month)| *month)
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
