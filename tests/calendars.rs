//! The holidays of `src/law/calendars`: true to their form, and right where anybody can check.

use std::fs;
use std::path::{Path, PathBuf};

use makegood::domain::Date;
use serde_json::Value;

/// Bytes of one file; what needs more has days that it should not have.
const LARGEST: u64 = 2_000;

const EU: &str = "at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se";
const LAENDER: &str = "bw by be bb hb hh he mv ni nw rp sl sn st sh th";
const OTHERS: &str = "cn gb gb-eng gb-sct gb-nir gb-wls us us-ca ca-qc \
                      au au-act au-nsw au-nt au-qld au-sa au-tas au-vic au-wa jp kr br in";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law/calendars")
}

fn calendar(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap_or_else(|_| panic!("no {name}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of all files, without `.json`.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut names: Vec<String> = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn day(value: &Value) -> Date {
    value.as_str().and_then(Date::parse).unwrap_or_else(|| panic!("{value} is no day"))
}

fn days(calendar: &Value, key: &str) -> Vec<Date> {
    calendar[key].as_array().map(|days| days.iter().map(day).collect()).unwrap_or_default()
}

fn has(name: &str, holiday: &str) -> bool {
    days(&calendar(name), "holidays").contains(&Date::parse(holiday).unwrap())
}

#[test]
fn every_calendar_is_there_and_no_other() {
    let mut expected: Vec<String> = EU.split(' ').map(str::to_owned).collect();
    expected.extend(LAENDER.split(' ').map(|land| format!("de-{land}")));
    expected.extend(OTHERS.split_whitespace().map(str::to_owned));
    expected.sort();
    assert_eq!(names(), expected);
}

#[test]
fn every_calendar_has_its_form() {
    for name in names() {
        let calendar = calendar(&name);
        for key in calendar.as_object().unwrap().keys() {
            let keys = ["country", "region", "covers", "holidays", "workdays", "source"];
            assert!(keys.contains(&key.as_str()), "{name}: {key}");
        }
        let region = calendar["region"].as_str().map(|region| format!("-{region}")).unwrap_or_default();
        assert_eq!(format!("{}{region}", calendar["country"].as_str().unwrap()).to_lowercase(), name);
        let size = fs::metadata(folder().join(format!("{name}.json"))).unwrap().len();
        assert!(size <= LARGEST, "{name}: {size} bytes");
    }
}

#[test]
fn days_are_sorted_and_inside_what_is_known() {
    for name in names() {
        let calendar = calendar(&name);
        let (from, until) = (day(&calendar["covers"]["from"]), day(&calendar["covers"]["until"]));
        let (holidays, workdays) = (days(&calendar, "holidays"), days(&calendar, "workdays"));
        for days in [&holidays, &workdays] {
            assert!(days.is_sorted_by(|day, next| day < next), "{name}");
            assert!(days.iter().all(|day| (from..=until).contains(day)), "{name}");
        }
        assert!(!workdays.iter().any(|day| holidays.contains(day)), "{name}");
    }
}

/// An empty year would be one that the source does not know.
#[test]
fn every_covered_year_has_its_days() {
    for name in names() {
        let calendar = calendar(&name);
        let year = |end: &str| calendar["covers"][end].as_str().unwrap()[..4].parse::<i32>().unwrap();
        for year in year("from")..=year("until") {
            let (first, last) = (Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap());
            let count = days(&calendar, "holidays").iter().filter(|day| (first..=last).contains(*day)).count();
            assert!((6..=33).contains(&count), "{name}: {count} days in {year}");
        }
    }
}

#[test]
fn a_region_has_the_days_of_its_country() {
    let names = names();
    let regions = names.iter().filter_map(|name| Some((name, name.split_once('-')?.0)));
    for (name, country) in regions.filter(|(_, country)| names.iter().any(|name| name == country)) {
        let region = calendar(name);
        let until = day(&region["covers"]["until"]);
        let own = days(&region, "holidays");
        for day in days(&calendar(country), "holidays").into_iter().filter(|day| *day <= until) {
            assert!(own.contains(&day), "{name} lacks {day} of {country}");
        }
    }
}

#[test]
fn every_calendar_names_a_source_whose_licence_is_beside_it() {
    let licences = fs::read_to_string(folder().join("LICENCES.md")).unwrap();
    for name in names() {
        let source = &calendar(&name)["source"];
        let part = |key: &str| source[key].as_str().unwrap_or_else(|| panic!("{name}: no {key}"));
        let heading = format!("## {} {} ({})", part("package"), part("version"), part("licence"));
        assert!(licences.contains(&heading), "{name}: {heading}");
    }
    assert!(licences.matches("Copyright (c)").count() >= 2);
}

#[test]
fn china_rests_and_works_as_announced() {
    for day in 1..=7 {
        assert!(has("cn", &format!("2026-10-0{day}")));
    }
    assert!(!has("cn", "2026-10-08"));
    assert!(has("cn", "2025-01-01"));
    let china = calendar("cn");
    let workdays: Vec<String> = days(&china, "workdays").iter().map(Date::to_string).collect();
    let of_2026: Vec<&str> = workdays.iter().map(String::as_str).filter(|day| day.starts_with("2026")).collect();
    assert_eq!(of_2026, ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]);
}

#[test]
fn what_is_announced_year_by_year_ends_with_the_announcements() {
    for (name, until) in [("cn", "2026-12-31"), ("in", "2026-12-31"), ("hu", "2026-12-31"), ("kr", "2027-12-31")] {
        assert_eq!(calendar(name)["covers"]["until"], until, "{name}");
    }
}

#[test]
fn germany_and_its_laender_differ() {
    for day in ["2026-04-03", "2026-04-06", "2026-05-14", "2026-10-03", "2026-12-26"] {
        assert!(has("de", day) && has("de-be", day) && has("de-by", day), "{day}");
    }
    let lands =
        |day: &str| -> Vec<&str> { LAENDER.split(' ').filter(|land| has(&format!("de-{land}"), day)).collect() };
    assert_eq!(lands("2026-01-06"), ["bw", "by", "st"]); // Epiphany
    assert_eq!(lands("2026-03-08"), ["be", "mv"]); // Women's Day
    assert_eq!(lands("2026-06-04"), ["bw", "by", "he", "nw", "rp", "sl"]); // Corpus Christi
    assert_eq!(lands("2026-08-15"), ["by", "sl"]); // Assumption
    assert_eq!(lands("2026-09-20"), ["th"]); // Children's Day
    assert_eq!(lands("2026-10-31"), ["bb", "hb", "hh", "mv", "ni", "sn", "st", "sh", "th"]); // Reformation Day
    assert_eq!(lands("2026-11-01"), ["bw", "by", "nw", "rp", "sl"]); // All Saints' Day
    assert_eq!(lands("2026-11-18"), ["sn"]); // Repentance Day
}

#[test]
fn days_that_everybody_can_check() {
    let known = [
        ("at", "2026-10-26"),
        ("fr", "2026-07-14"),
        ("gr", "2026-04-13"), // Easter Monday by the Julian reckoning
        ("it", "2026-06-02"),
        ("se", "2026-06-20"), // Midsummer, a Saturday that moves
        ("gb", "2026-12-28"), // for Boxing Day on a Saturday
        ("gb-eng", "2026-08-31"),
        ("gb-sct", "2026-08-03"),
        ("gb-nir", "2026-07-13"),
        ("us", "2026-11-26"),
        ("us", "2026-07-03"), // for the Fourth on a Saturday
        ("us-ca", "2026-03-31"),
        ("ca-qc", "2026-06-24"),
        ("au", "2025-01-27"),
        ("au-vic", "2026-11-03"),
        ("jp", "2026-05-06"), // for 3 May on a Sunday
        ("jp", "2026-09-22"), // between two holidays
        ("kr", "2026-10-05"),
        ("br", "2026-11-20"),
        ("in", "2026-08-15"),
    ];
    for (name, day) in known {
        assert!(has(name, day), "{name} {day}");
    }
}

#[test]
fn half_days_and_days_that_are_only_honoured_are_left_out() {
    let worked = [
        ("us", "2026-11-27"),
        ("us-ca", "2028-02-15"),
        ("us-ca", "2027-10-29"),
        ("gb-sct", "2026-04-06"),
        ("de-be", "2026-08-15"),
        ("br", "2026-02-17"),     // Carnival
        ("pt", "2026-02-17"),     // Carnival
        ("dk", "2026-06-05"),     // Constitution Day
        ("au-qld", "2026-08-12"), // Brisbane's show
        ("ee", "2026-02-23"),     // the short day before Independence Day
    ];
    for (name, day) in worked {
        assert!(!has(name, day), "{name} {day}");
    }
}
