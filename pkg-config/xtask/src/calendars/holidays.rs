//! The Python package `holidays`, in a virtual environment of its own.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::file::{FROM, File};
use super::sources::HOLIDAYS;
use super::table::{CALENDARS, Calendar, Days};
use crate::command::Run;
use crate::{Result, place};

/// The oldest Python that the package runs on.
const OLDEST: (u32, u32) = (3, 11);

/// The calendars of the table, and the licence text of the package.
pub fn calendars() -> Result<(Vec<File>, String)> {
    let asked = json!({ "from": FROM, "calendars": CALENDARS.iter().map(question).collect::<Vec<_>>() });
    let said = Run::new(python()?).arg(place::project("pkg-config/calendars.py")).arg(asked.to_string()).ask()?;
    let said: Value = serde_json::from_str(&said).map_err(|error| format!("calendars.py answers no JSON: {error}"))?;
    let answers = HOLIDAYS.must(said["calendars"].as_array(), "calendars")?;
    let files = CALENDARS.iter().zip(answers).map(|(calendar, answer)| {
        let list = |key: &str| HOLIDAYS.must(days(&answer[key]), key);
        Ok(File {
            country: calendar.country,
            region: calendar.region,
            until: calendar.until,
            holidays: list("holidays")?,
            workdays: list("workdays")?,
            source: HOLIDAYS,
        })
    });
    let licence = HOLIDAYS.must(said["licence"].as_str(), "licence")?;
    Ok((files.collect::<Result<_>>()?, licence.to_owned()))
}

fn days(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|day| day.as_str().map(str::to_owned)).collect()
}

fn question(calendar: &Calendar) -> Value {
    let categories: Vec<&str> = ["public"].into_iter().chain(calendar.also).collect();
    let (regions, kept_in) = match calendar.days {
        Days::Own => (vec![calendar.region], "any"),
        Days::AndOfCountry => (vec![None, calendar.region], "any"),
        Days::KeptIn(regions) => (regions.iter().copied().map(Some).collect(), "all"),
    };
    json!({
        "country": calendar.country,
        "regions": regions,
        "keptIn": kept_in,
        "until": calendar.until,
        "categories": categories,
        "without": calendar.without,
    })
}

/// The Python that has the package.
fn python() -> Result<PathBuf> {
    let home = HOLIDAYS.home()?;
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if has_package(&python) {
        HOLIDAYS.say("installed before");
        return Ok(python);
    }
    Run::new(system_python()?).args(["-m", "venv", "--clear"]).arg(&home).step("making a virtual environment")?;
    Run::new(&python)
        .args(["-m", "pip", "install", "--disable-pip-version-check", "--only-binary", ":all:"])
        .arg(format!("{}=={}", HOLIDAYS.name, HOLIDAYS.version))
        .step(&format!("pip install {} {}", HOLIDAYS.name, HOLIDAYS.version))?;
    HOLIDAYS.say(&format!("installed and kept in {}", home.display()));
    Ok(python)
}

fn has_package(python: &Path) -> bool {
    let script = format!("import importlib.metadata; print(importlib.metadata.version('{}'))", HOLIDAYS.name);
    python.is_file() && Run::new(python).args(["-c", &script]).ask().is_ok_and(|said| said.trim() == HOLIDAYS.version)
}

fn system_python() -> Result<PathBuf> {
    let (major, minor) = OLDEST;
    let script = format!("import sys; sys.exit(sys.version_info < ({major}, {minor}))");
    ["python3", "python"]
        .into_iter()
        .filter_map(|name| which::which(name).ok())
        .find(|python| Run::new(python).args(["-c", &script]).ask().is_ok())
        .ok_or_else(|| {
            format!(
                "Python {major}.{minor} or newer (`python3`) is missing; it runs the package that knows the holidays. \
                 Install it with the system's package manager"
            )
        })
}
