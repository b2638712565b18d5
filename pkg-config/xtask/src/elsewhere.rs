//! The package and the demo in other browsers than that of the tests.

use serde_json::{Map, Value, json};

use crate::setup::{self, Tools};
use crate::{Result, package, test};

/// Runs the data cases and opens the demo's pages, in Chromium as well: what is wrong there too is no matter of the browser.
pub fn elsewhere(tools: &Tools) -> Result<()> {
    let chromium = tools.browser()?;
    let flags = chromium.flags.iter().map(|flag| (*flag).to_owned());
    let command: Vec<String> = [chromium.program.to_string_lossy().into_owned()].into_iter().chain(flags).collect();
    let mut browsers = Map::from_iter([("chromium".into(), json!(command))]);
    for (name, command) in setup::other_browsers()? {
        browsers.insert(name.into(), json!(command));
    }
    package::package(tools)?;
    test::decisions()?;
    let page = "tests/elsewhere/elsewhere.test.mjs";
    tools
        .node()?
        .args(["--test", "--test-reporter=spec", page])
        .env("MAKEGOOD_BROWSERS", Value::Object(browsers).to_string())
        .show()
}
