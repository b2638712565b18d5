//! The engines as WebAssembly: compiled, bound to JavaScript, and made small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::setup::Tools;
use crate::side_by_side::side_by_side;
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

/// One of the engines of the package.
pub struct Kind {
    name: &'static str,
    /// What cargo is told besides the profile.
    pub features: &'static [&'static str],
}

/// The engine of most pages only decides, and only finds a policy good or bad; others also quote repairs, take claims as well, or
/// settle orders instead, each for the pages that need it; a further one does all of that, for servers and merchants; the last one, loaded when a policy is bad, does all that and tells what is wrong.
pub const KINDS: [Kind; 6] = [
    Kind { name: "explain", features: &[] },
    Kind { name: "full", features: &["--no-default-features", "--features=full"] },
    Kind { name: "settlement", features: &["--no-default-features", "--features=settlement"] },
    Kind { name: "claim", features: &["--no-default-features", "--features=claim"] },
    Kind { name: "quote", features: &["--no-default-features", "--features=quote"] },
    Kind { name: "engine", features: &["--no-default-features"] },
];

/// Builds all engines, each with its glue; the folder that holds them.
pub fn engine(tools: &Tools) -> Result<PathBuf> {
    let folder = place::built("engine/engine.wasm")?.with_file_name("");
    // Set up before they are shared.
    tools.toolchain()?;
    tools.bindgen("wasm-bindgen")?;
    tools.node()?;
    // Optimising as a whole keeps one core busy, whatever there is; the largest come first.
    side_by_side(&KINDS, |kind| build(tools, kind, &folder)).into_iter().collect::<Result<()>>()?;
    Ok(folder)
}

fn build(tools: &Tools, Kind { name, features }: &Kind, folder: &Path) -> Result<()> {
    let compiled = compiled(tools, name, features)?;
    let (built, kept) = (folder.join(format!("{name}.wasm")), folder.join(format!("{name}.compiled.wasm")));
    if !renewed(&compiled, &kept)? && built.is_file() {
        return Ok(());
    }
    let bindgen = tools.bindgen("wasm-bindgen")?;
    Run::new(bindgen)
        // The binding restarts the engine after a trap by the function that resets its state.
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            "--experimental-reset-state-function",
        ])
        .args(["--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(&compiled)
        .ask()?;
    smallest(tools, &folder.join(format!("{name}_bg.wasm")), &built)?;
    fs::copy(&compiled, kept).map_err(|error| format!("cannot keep what was compiled: {error}"))?;
    Ok(())
}

fn compiled(tools: &Tools, name: &str, features: &[&str]) -> Result<PathBuf> {
    let toolchain = tools.toolchain()?;
    // Apart, because cargo gives all of them the same file name, and in one folder each would throw out the others every time.
    let folder = toolchain.target_dir().join(name);
    // Only a cdylib by itself is optimised as a whole.
    let whole = ["rustc", "--release", "--package", "makegood", "--lib", "--crate-type", "cdylib"];
    toolchain.cargo_into(&folder, &[&whole, features].concat(), false)?.step(&format!("compiling {name}.wasm"))?;
    Ok(folder.join(crate::setup::TARGET).join("release/makegood.wasm"))
}

fn renewed(new: &Path, old: &Path) -> Result<bool> {
    let new = fs::read(new).map_err(|error| format!("cannot read {}: {error}", new.display()))?;
    Ok(fs::read(old).map_or(true, |old| old != new))
}

fn smallest(tools: &Tools, from: &Path, to: &Path) -> Result<()> {
    tools
        .node()?
        .arg("pkg-config/node_modules/binaryen/bin/wasm-opt")
        // Control flow is written anew before it is made small, and twice finds more than once.
        .args(["--flatten", "--rereloop", "-Oz", "-Oz"])
        .args(["--strip-debug", "--strip-producers", "--strip-target-features", "--mvp-features"])
        .args(FEATURES.map(|feature| format!("--enable-{feature}")))
        .arg(from)
        .arg("--output")
        .arg(to)
        .step(&format!("making {} small", to.file_name().unwrap_or_default().display()))
}
