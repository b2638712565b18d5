//! How long the engine takes.

use crate::setup::Tools;
use crate::{Result, package};

/// Builds the package and prints medians, all measured in one run.
pub fn speed(tools: &Tools) -> Result<()> {
    package::package(tools)?;
    println!("{}", tools.node()?.arg("pkg-config/speed.mjs").ask()?.trim_end());
    Ok(())
}
