//! The page of the docs that tells what the law packs say.

use crate::Result;
use crate::setup::Tools;

pub fn laws(tools: &Tools) -> Result<()> {
    tools.node()?.arg("pkg-config/laws-page.mjs").show()?;
    println!("  laws: www/docs/laws.html");
    Ok(())
}
