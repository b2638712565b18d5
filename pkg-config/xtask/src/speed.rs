//! How long the engine takes.

use crate::setup::Tools;
use crate::{Result, package};

/// Builds the package and prints medians: in Node, and in a page at a quarter of the processor's speed.
pub fn speed(tools: &Tools) -> Result<()> {
    let browser = tools.browser()?;
    package::package(tools)?;
    println!("In Node:");
    tools.node()?.arg("pkg-config/speed.mjs").show()?;
    println!("In Chromium, at a quarter of the processor's speed:");
    tools
        .node()?
        .arg("pkg-config/speed-page.mjs")
        .env("MAKEGOOD_CHROMIUM", &browser.program)
        .env("MAKEGOOD_CHROMIUM_FLAGS", browser.flags.join(" "))
        .show()
}
