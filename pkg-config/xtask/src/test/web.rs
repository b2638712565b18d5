//! The tests of what ships: the engines' boundary, the package in Node, the package and the demo in a browser.

use std::fs;
use std::net::TcpListener;

use serde_json::{Value, json};

use super::{Session, Tally};
use crate::{Result, demo, engine, place, setup};

pub fn wasm(session: &Session) -> Result<Tally> {
    let browser = session.tools.browser()?;
    let settings = json!({ "goog:chromeOptions": { "binary": browser.program, "args": browser.flags } });
    let settings_file = place::built("webdriver.json")?;
    place::write(&settings_file, settings.to_string().as_bytes())?;
    let mut tally = Tally::default();
    for kind in engine::KINDS {
        let said = session
            .tools
            .toolchain()?
            .cargo(&[&["test", "--package", "makegood", "--test", "wasm"], kind.features].concat(), true)?
            .env("CHROMEDRIVER", session.tools.driver()?)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings_file)
            .env(
                &format!("CARGO_TARGET_{}_RUNNER", setup::TARGET.to_uppercase().replace('-', "_")),
                session.tools.bindgen("wasm-bindgen-test-runner")?,
            )
            .show_and_keep()?;
        tally = tally.plus(Tally::of_cargo(&said));
    }
    Ok(tally)
}

pub fn node(session: &Session) -> Result<Tally> {
    session.package()?;
    session.decisions()?;
    let folder = place::project("tests/node");
    let entries = fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let said = session
        .tools
        .node()?
        .args(["--test", "--test-concurrency=2", "--test-reporter=spec"])
        .args(files)
        .show_and_keep()?;
    Ok(Tally::of_node(&said))
}

pub fn browser(session: &Session) -> Result<Tally> {
    let browser = session.tools.browser()?;
    session.package()?;
    session.decisions()?;
    demo::server()?;
    let report = place::project("target/playwright/report.json");
    let _ = fs::remove_file(&report);
    let said = session
        .tools
        .node()?
        .args([
            "pkg-config/node_modules/@playwright/test/cli.js",
            "test",
            "--config",
            "pkg-config/playwright.config.mjs",
        ])
        .env("MAKEGOOD_CHROMIUM", &browser.program)
        .env("MAKEGOOD_CHROMIUM_FLAGS", browser.flags.join(" "))
        .env("MAKEGOOD_PORT", free_port()?.to_string())
        .env("MAKEGOOD_SERVER_PORT", free_port()?.to_string())
        .show_and_keep()?;
    let report = place::read(&report).ok().and_then(|report| serde_json::from_str(&report).ok()).unwrap_or(Value::Null);
    Ok(Tally::of_playwright(&report, said.ok))
}

fn free_port() -> Result<u16> {
    let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}
