//! Node and the npm packages.

use std::fs;
use std::path::Path;

use super::say;
use crate::command::Run;
use crate::{Result, place};

const OLDEST: u32 = 20;

/// Puts the packages of the lock file in place, unless they are there already.
pub fn packages() -> Result<()> {
    let version = version()?;
    let folder = place::project("pkg-config");
    let lock = place::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.makegood-lock");
    if fs::read_to_string(&stamp).is_ok_and(|old| old == lock) {
        say("npm packages", &format!("as in the lock file, node {version}"));
    } else {
        let npm = which::which("npm").map_err(|_| {
            "npm is missing; it installs what bundles and tests the package. It comes with Node.js".to_string()
        })?;
        Run::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).folder(&folder).step("npm ci")?;
        place::write(&stamp, lock.as_bytes())?;
        say("npm packages", &format!("installed from the lock file, node {version}"));
    }
    link(&place::project("node_modules"))
}

fn version() -> Result<String> {
    let advice = format!(
        "Node.js {OLDEST} or newer is missing; it bundles the package and runs its tests. Install it with the system's package manager"
    );
    let said = Run::new("node").arg("--version").ask().map_err(|_| advice.clone())?;
    let version = said.trim().trim_start_matches('v');
    match version.split('.').next().and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST => Ok(version.to_owned()),
        _ => Err(format!("{advice} (found {version})")),
    }
}

/// The packages are found from www/ and tests/ through a link in the root.
fn link(place: &Path) -> Result<()> {
    if place.exists() {
        return Ok(());
    }
    let script = "require('fs').symlinkSync(process.argv[1], process.argv[2], 'junction')";
    let target =
        if cfg!(windows) { place::project("pkg-config/node_modules") } else { "pkg-config/node_modules".into() };
    Run::new("node").args(["-e", script]).arg(target).arg(place).ask().map(drop)
}
