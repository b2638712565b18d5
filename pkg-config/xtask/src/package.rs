//! The npm package.

use std::path::PathBuf;

use crate::setup::Tools;
use crate::{Result, engine, place};

/// Writes `target/npm/makegood`.
pub fn package(tools: &Tools) -> Result<()> {
    let engine = engine::engine(tools)?;
    tools
        .node()?
        .args(["pkg-config/bundle.mjs", "--version", env!("CARGO_PKG_VERSION"), "--engine"])
        .arg(engine)
        .arg("--out")
        .arg(place::npm_package())
        .arg("--graph")
        .arg(graph()?)
        .arg("--glue")
        .arg(place::built("glue")?)
        .ask()?;
    println!("  package: target/npm/makegood, version {}", env!("CARGO_PKG_VERSION"));
    Ok(())
}

/// Which module of the package imports which.
pub fn graph() -> Result<PathBuf> {
    place::built("graph.json")
}

/// The JavaScript around each engine by itself, as it is in the package; only to be measured.
pub fn glues() -> Result<[PathBuf; 5]> {
    Ok([
        place::built("glue/glue.js")?,
        place::built("glue/quote-glue.js")?,
        place::built("glue/claim-glue.js")?,
        place::built("glue/settlement-glue.js")?,
        place::built("glue/full-glue.js")?,
    ])
}
