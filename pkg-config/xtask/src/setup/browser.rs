//! Chromium and the program that drives it.

use std::env;
use std::path::{Path, PathBuf};

use super::{Tools, apt, say};
use crate::Result;

/// A Chromium and how to start it here.
pub struct Browser {
    pub program: PathBuf,
    pub flags: Vec<&'static str>,
}

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Places that are not on the search path, below the folders that these variables name.
const USUAL_PLACES: [(&str, &str); 5] = [
    ("", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Google/Chrome/Application/chrome.exe"),
    ("LOCALAPPDATA", "Chromium/Application/chrome.exe"),
];

/// No window, and no word to anybody but our own pages.
const FLAGS: [&str; 8] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

pub fn find(tools: &Tools) -> Result<Browser> {
    let (program, way) = if let Some(program) = named("MAKEGOOD_CHROMIUM").or_else(present) {
        (program, "as installed")
    } else if apt::has_chromium() {
        apt::install(&["chromium", "chromium-driver"])?;
        (present().ok_or_else(missing)?, "installed from the distribution")
    } else {
        (from_playwright(tools)?, "from Playwright")
    };
    say("Chromium", &format!("{way}, {}", program.display()));
    let mut flags = FLAGS.to_vec();
    if apt::root() {
        // Chromium refuses to start its sandbox as root.
        flags.push("--no-sandbox");
    }
    Ok(Browser { program, flags })
}

fn missing() -> String {
    "Chromium is missing; the tests of the page run in it. Install it, or name it in MAKEGOOD_CHROMIUM".into()
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|program| program.is_file())
}

fn present() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| which::which(name).ok()).or_else(|| {
        USUAL_PLACES
            .iter()
            .map(|(base, place)| Path::new(&env::var_os(base).unwrap_or_default()).join(place))
            .find(|program| program.is_file())
    })
}

fn from_playwright(tools: &Tools) -> Result<PathBuf> {
    let cli = "pkg-config/node_modules/@playwright/test/cli.js";
    tools
        .node()?
        .args([cli, "install", "chromium"])
        .step("playwright install chromium")
        .map_err(|problem| format!("{}. {problem}", missing()))?;
    let script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
    let said = tools.node()?.args(["-e", script]).ask()?;
    Ok(said.trim().into())
}

pub fn find_driver() -> Result<PathBuf> {
    let present = || named("CHROMEDRIVER").or_else(|| which::which("chromedriver").ok());
    if let Some(program) = present() {
        return Ok(program);
    }
    if apt::has_chromium() {
        apt::install(&["chromium", "chromium-driver"])?;
    }
    present().ok_or_else(|| "chromedriver is missing; it drives Chromium for the WebAssembly tests. Install the one of your Chromium's version, or name it in CHROMEDRIVER".into())
}
