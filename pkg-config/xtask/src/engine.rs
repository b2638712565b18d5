//! The engine as WebAssembly: compiled, bound to JavaScript, and made small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::setup::Tools;
use crate::{Result, place};

/// What current browsers and Node 20 know. Named one by one: with all features, wasm-opt writes modules that they refuse.
const FEATURES: [&str; 7] = [
    "bulk-memory",
    "bulk-memory-opt",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Builds `engine.wasm` and `engine.js`; the folder that holds them.
pub fn engine(tools: &Tools) -> Result<PathBuf> {
    let compiled = compiled(tools)?;
    let folder = place::built("engine/engine.wasm")?.with_file_name("");
    let bindgen = tools.bindgen("wasm-bindgen")?;
    if !renewed(&compiled, &folder.join("compiled.wasm"))? && folder.join("engine.wasm").is_file() {
        return Ok(folder);
    }
    Run::new(bindgen)
        // The binding restarts the engine after a trap by the function that resets its state.
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            "--experimental-reset-state-function",
        ])
        .args(["--out-name", "engine", "--out-dir"])
        .arg(&folder)
        .arg(&compiled)
        .ask()?;
    smallest(tools, &folder.join("engine_bg.wasm"), &folder.join("engine.wasm"))?;
    fs::copy(&compiled, folder.join("compiled.wasm"))
        .map_err(|error| format!("cannot keep what was compiled: {error}"))?;
    Ok(folder)
}

fn compiled(tools: &Tools) -> Result<PathBuf> {
    let toolchain = tools.toolchain()?;
    // Only a cdylib by itself is optimised as a whole.
    toolchain
        .cargo(&["rustc", "--release", "--package", "makegood", "--lib", "--crate-type", "cdylib"], false)?
        .step("compiling the engine")?;
    Ok(toolchain.target_dir().join(crate::setup::TARGET).join("release/makegood.wasm"))
}

fn renewed(new: &Path, old: &Path) -> Result<bool> {
    let new = fs::read(new).map_err(|error| format!("cannot read {}: {error}", new.display()))?;
    Ok(fs::read(old).map_or(true, |old| old != new))
}

fn smallest(tools: &Tools, from: &Path, to: &Path) -> Result<()> {
    tools
        .node()?
        .arg("pkg-config/node_modules/binaryen/bin/wasm-opt")
        .args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", "--mvp-features"])
        .args(FEATURES.map(|feature| format!("--enable-{feature}")))
        .arg(from)
        .arg("--output")
        .arg(to)
        .step("wasm-opt")
}
