//! Parts that are right or wrong as a whole.

use super::{Session, Tally};
use crate::command::Run;
use crate::{Result, engine};

pub fn format(_: &Session) -> Result<Tally> {
    Run::cargo().args(["fmt", "--all", "--check"]).show()?;
    Run::cargo().args(["fmt", "--check", "--manifest-path", "tests/fuzz/Cargo.toml"]).show()?;
    Ok(Tally::PASSED)
}

pub fn lint(session: &Session) -> Result<Tally> {
    let strict = ["--", "-D", "warnings"];
    Run::cargo()
        .args(["clippy", "--workspace", "--all-targets", "--features", "makegood/schema"])
        .args(strict)
        .show()?;
    for kind in engine::KINDS {
        let of = [&["--package", "makegood", "--lib"], kind.features].concat();
        session.tools.toolchain()?.lint(&of, &strict)?;
    }
    Ok(Tally::PASSED)
}

pub fn types(session: &Session) -> Result<Tally> {
    session.package()?;
    for project in ["tsconfig.json", "tsconfig.merchant.json"] {
        let tsc = ["pkg-config/node_modules/typescript/bin/tsc", "--project"];
        session.tools.node()?.args(tsc).arg(format!("pkg-config/{project}")).show()?;
    }
    Ok(Tally::PASSED)
}

pub fn size(session: &Session) -> Result<Tally> {
    session.package()?;
    crate::size::check(&session.tools)?;
    Ok(Tally::PASSED)
}
