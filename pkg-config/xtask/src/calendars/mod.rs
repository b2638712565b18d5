//! Holiday data of well-kept packages, converted into `src/law/calendars/<country>[-<region>].json`.
//!
//! Taken are days off by law for everybody: of `holidays` the category `public`, and for Bavaria `catholic` too, because
//! Assumption is a holiday in most of its municipalities; of `chinese-days` the days off and the make-up workdays that the
//! State Council announced. Left out are half days and what the packages call optional, bank, government, school, workday,
//! unofficial or de facto.
//!
//! A country's file has the days that hold in all of the country, a region's file those and its own. Beyond `covers` nothing
//! is known: [`table`] says up to which year each calendar's law or announcements go.
//!
//! - [`file`] is one written calendar.
//! - [`holidays`] and [`china`] ask the two packages, [`sources`] pins and keeps them.

mod china;
mod file;
mod holidays;
mod sources;
mod table;

use std::path::PathBuf;

use crate::{Result, place};

/// Writes all calendars, and the licences of their sources beside them.
pub fn calendars() -> Result<()> {
    let (mut files, holidays_licence) = holidays::calendars()?;
    let (china, china_licence) = china::calendar()?;
    files.push(china);
    place::make(&folder())?;
    for file in &files {
        place::write(&folder().join(file.name()), file.text().as_bytes())?;
    }
    let licences = sources::licences(&[(sources::HOLIDAYS, holidays_licence), (sources::CHINESE_DAYS, china_licence)]);
    place::write(&folder().join("LICENCES.md"), licences.as_bytes())?;
    println!("  calendars: {} in src/law/calendars, with the licences of their sources", files.len());
    Ok(())
}

fn folder() -> PathBuf {
    place::project("src/law/calendars")
}
