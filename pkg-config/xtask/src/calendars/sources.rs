//! The packages that the days come from.

use std::path::PathBuf;

use crate::{Result, place};

/// A package of holiday data.
#[derive(Clone, Copy)]
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    pub licence: &'static str,
}

impl Package {
    /// Where it is kept between runs.
    pub fn home(self) -> Result<PathBuf> {
        Ok(place::cache()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Says in a line which way it came.
    pub fn say(self, way: &str) {
        println!("  {}: {}, {way}", self.name, self.version);
    }

    /// What the package must have.
    pub fn must<T>(self, have: Option<T>, what: &str) -> Result<T> {
        have.ok_or_else(|| format!("the package {} {} has no {what}", self.name, self.version))
    }
}

/// Most countries and their regions; its authors cite the laws and gazettes.
///
/// Pinned like the one below, so that the command writes the same days everywhere. A newer version brings newly announced
/// days: raise it together with the years of the table, and read what changes in the files.
pub const HOLIDAYS: Package = Package { name: "holidays", version: "0.109", licence: "MIT" };

/// China as the State Council announces it, each weekend day of a long holiday included.
pub const CHINESE_DAYS: Package = Package { name: "chinese-days", version: "1.5.7", licence: "MIT" };

/// `LICENCES.md`: the packages with their own texts.
pub fn licences(packages: &[(Package, String)]) -> String {
    let mut all =
        String::from("# Licences of the holiday data\n\nThe days in this folder were taken from these packages.\n");
    for (package, text) in packages {
        let Package { name, version, licence } = package;
        let text: String = text.trim().lines().map(|line| line.trim_end().to_owned() + "\n").collect();
        all += &format!("\n## {name} {version} ({licence})\n\n```text\n{text}```\n");
    }
    all
}
