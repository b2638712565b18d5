//! The JSON Schema of the policy document, generated from its Rust types.

use crate::command::Run;
use crate::{Result, place};

pub fn schema() -> Result<()> {
    let schema = Run::cargo().args(["run", "--quiet", "--features", "schema", "--example", "policy-schema"]).ask()?;
    place::write(&place::project("pkg-config/policy.schema.json"), schema.as_bytes())?;
    println!("  schema: pkg-config/policy.schema.json");
    Ok(())
}
