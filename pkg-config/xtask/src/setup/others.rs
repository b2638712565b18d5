//! Firefox and WebKit, for whoever wants to know how the package does there.

use std::env;
use std::path::{Path, PathBuf};

use super::{apt, say};
use crate::Result;

/// The names of the others, each with the program and what it is told first.
pub fn find() -> Result<[(&'static str, Vec<String>); 2]> {
    let firefox = found("Firefox", "MAKEGOOD_FIREFOX", firefox, &["firefox-esr"])?;
    let webkit = found("WebKit", "MAKEGOOD_WEBKIT", webkit, &["webkit2gtk-driver", "xvfb", "xauth"])?;
    Ok([("firefox", firefox), ("webkit", webkit)])
}

fn found(
    browser: &str,
    variable: &str,
    present: fn() -> Option<Vec<PathBuf>>,
    packages: &[&str],
) -> Result<Vec<String>> {
    let named = || env::var_os(variable).map(|program| vec![PathBuf::from(program)]);
    let (command, way) = if let Some(command) = named().or_else(present) {
        (command, "as installed")
    } else {
        if apt::usable() {
            apt::install(packages)?;
        }
        let missing =
            || format!("{browser} is missing; the package is tried in it. Install it, or name it in {variable}");
        (present().ok_or_else(missing)?, "installed from the distribution")
    };
    let words: Vec<String> = command.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    say(browser, &format!("{way}, {}", words.join(" ")));
    Ok(words)
}

fn firefox() -> Option<Vec<PathBuf>> {
    ["firefox-esr", "firefox"].iter().find_map(|name| which::which(name).ok()).map(|program| vec![program])
}

/// WebKit's own small browser, which wants a screen.
fn webkit() -> Option<Vec<PathBuf>> {
    let libraries = Path::new("/usr/lib").read_dir().ok()?.flatten().map(|entry| entry.path());
    let below = libraries.filter_map(|folder| folder.read_dir().ok()).flatten().flatten();
    let program = below.map(|entry| entry.path().join("MiniBrowser")).find(|program| program.is_file())?;
    Some(vec![which::which("xvfb-run").ok()?, "-a".into(), program])
}
