//! China, from the npm package `chinese-days`.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::file::{FROM, File};
use super::sources::CHINESE_DAYS;
use crate::command::Run;
use crate::{Result, place};

/// The announced days off and make-up workdays, and the licence text of the package.
pub fn calendar() -> Result<(File, String)> {
    let package = package()?;
    let text = place::read(&package.join("dist/chinese-days.json"))?;
    let announced: Value = serde_json::from_str(&text).map_err(|error| format!("chinese-days.json: {error}"))?;
    let holidays = CHINESE_DAYS.must(days(&announced["holidays"]), "holidays")?;
    let workdays = CHINESE_DAYS.must(days(&announced["workdays"]), "workdays")?;
    // Announced is a whole year or nothing of it.
    let last = holidays.last().and_then(|day| day.split('-').next()?.parse().ok());
    let until = CHINESE_DAYS.must(last, "last year")?;
    let file = File { country: "CN", region: None, until, holidays, workdays, source: CHINESE_DAYS };
    Ok((file, place::read(&package.join("LICENSE"))?))
}

/// The days are the keys: `"2026-10-01": "National Day,国庆节,3"`.
fn days(value: &Value) -> Option<Vec<String>> {
    let first = format!("{FROM}-01-01");
    let mut days: Vec<String> = value.as_object()?.keys().filter(|day| **day >= first).cloned().collect();
    days.sort();
    Some(days)
}

/// The folder of the package.
fn package() -> Result<PathBuf> {
    let home = CHINESE_DAYS.home()?;
    let folder = home.join("node_modules").join(CHINESE_DAYS.name);
    if is_pinned(&folder) {
        CHINESE_DAYS.say("installed before");
        return Ok(folder);
    }
    let npm = which::which("npm").map_err(|_| {
        "npm is missing; it installs the package that knows the holidays of China. It comes with Node.js".to_string()
    })?;
    place::make(&home)?;
    Run::new(npm)
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(&home)
        .arg(format!("{}@{}", CHINESE_DAYS.name, CHINESE_DAYS.version))
        .folder(&home)
        .step(&format!("npm install {} {}", CHINESE_DAYS.name, CHINESE_DAYS.version))?;
    CHINESE_DAYS.say(&format!("installed and kept in {}", home.display()));
    Ok(folder)
}

fn is_pinned(folder: &Path) -> bool {
    let manifest = place::read(&folder.join("package.json")).ok();
    let manifest: Option<Value> = manifest.and_then(|text| serde_json::from_str(&text).ok());
    manifest.is_some_and(|manifest| manifest["version"] == CHINESE_DAYS.version)
}
