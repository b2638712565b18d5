//! The tools of wasm-bindgen, which must be of exactly the version of the crate.

use std::path::{Path, PathBuf};

use super::say;
use crate::command::Run;
use crate::{Result, place};

const TOOLS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// The folder of the tools.
pub fn find() -> Result<PathBuf> {
    let version = place::locked_version("wasm-bindgen")?;
    if let Some(folder) = installed(&version) {
        say("wasm-bindgen", &format!("{version}, as installed"));
        return Ok(folder);
    }
    let home = place::cache()?.join(format!("wasm-bindgen-{version}"));
    let folder = home.join("bin");
    if is_of(&folder, &version) {
        say("wasm-bindgen", &format!("{version}, built before"));
        return Ok(folder);
    }
    build(&version, &home)?;
    say("wasm-bindgen", &format!("{version}, built and kept in {}", home.display()));
    Ok(folder)
}

fn installed(version: &str) -> Option<PathBuf> {
    let folder = which::which(TOOLS[0]).ok()?.parent()?.to_path_buf();
    is_of(&folder, version).then_some(folder)
}

fn is_of(folder: &Path, version: &str) -> bool {
    TOOLS.iter().all(|tool| {
        let tool = folder.join(tool).with_extension(std::env::consts::EXE_EXTENSION);
        tool.is_file()
            && Run::new(tool).arg("--version").ask().is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
    })
}

/// With the versions that its authors tested, else with what the registry serves: it may have withdrawn one of them.
fn build(version: &str, home: &Path) -> Result<()> {
    place::make(home)?;
    let install = || {
        Run::cargo()
            .args(["install", "wasm-bindgen-cli", "--version", &format!("={version}"), "--root"])
            .arg(home)
            .without_env("CARGO_TARGET_DIR")
    };
    let what = format!("building wasm-bindgen {version}, once, some minutes");
    install().arg("--locked").step(&what).or_else(|_| install().step(&format!("{what} (with newer dependencies)"))).map_err(|problem| {
        format!("wasm-bindgen {version} is missing; it writes the JavaScript around the engine. `cargo install wasm-bindgen-cli --version {version}` gets it, but: {problem}")
    })
}
