//! Sets up what a machine lacks, each tool only when a task first asks for it.

mod apt;
mod bindgen;
mod browser;
mod node;
mod others;
mod toolchain;

use std::path::PathBuf;
use std::sync::OnceLock;

pub use browser::Browser;
pub use others::find as other_browsers;
pub use toolchain::{TARGET, Toolchain};

use crate::Result;
use crate::command::Run;

/// The tools of one run. Asking for one sets it up and says in a line which way it took.
#[derive(Default)]
pub struct Tools {
    toolchain: OnceLock<Toolchain>,
    bindgen: OnceLock<PathBuf>,
    packages: OnceLock<()>,
    browser: OnceLock<Browser>,
    driver: OnceLock<PathBuf>,
}

impl Tools {
    /// A Rust that builds for the web.
    pub fn toolchain(&self) -> Result<&Toolchain> {
        once(&self.toolchain, toolchain::find)
    }

    /// A tool of wasm-bindgen, at the version of the crate.
    pub fn bindgen(&self, tool: &str) -> Result<PathBuf> {
        Ok(once(&self.bindgen, bindgen::find)?.join(format!("{tool}{}", std::env::consts::EXE_SUFFIX)))
    }

    /// Node, with the npm packages of the lock file in place.
    pub fn node(&self) -> Result<Run> {
        once(&self.packages, node::packages)?;
        Ok(Run::new("node"))
    }

    /// Chromium.
    pub fn browser(&self) -> Result<&Browser> {
        once(&self.browser, || browser::find(self))
    }

    /// The program that drives Chromium for wasm-bindgen's tests.
    pub fn driver(&self) -> Result<&PathBuf> {
        once(&self.driver, browser::find_driver)
    }
}

fn once<T>(cell: &OnceLock<T>, find: impl FnOnce() -> Result<T>) -> Result<&T> {
    if cell.get().is_none() {
        let found = find()?;
        let _ = cell.set(found);
    }
    cell.get().ok_or_else(|| "a tool was asked for while it was set up".into())
}

/// The one line about a tool.
fn say(tool: &str, way: &str) {
    println!("  {tool}: {way}");
}
