//! The engine's tests without a browser.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::Path;

use super::{Session, Tally};
use crate::command::Run;
use crate::side_by_side::side_by_side;
use crate::{Result, place};

/// Inputs for each fuzz target; enough to notice, few enough to wait for.
const FUZZ_RUNS: u32 = 20_000;
/// The targets of `tests/fuzz`.
const FUZZ_TARGETS: [&str; 4] = ["claim", "policy", "quote", "request"];
/// What `cargo fuzz` gives the compiler, so that inputs are chosen by what they reach.
const FUZZ_FLAGS: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
];

pub fn native(session: &Session) -> Result<Tally> {
    let said = Run::cargo()
        .args(["test", "--workspace", "--no-fail-fast", "--features", "makegood/schema"])
        .show_and_keep()?;
    if said.ok {
        let _ = session.decided.set(Ok(()));
    }
    Ok(Tally::of_cargo(&said))
}

/// Has the data cases write what they come to into `target/makegood`.
pub fn decisions() -> Result<()> {
    let features = ["--features", "makegood/schema"];
    Run::cargo()
        .args(["test", "--package", "makegood"])
        .args(features)
        .args(["cases", "quotes", "claims", "settlement", "triage"].into_iter().flat_map(|cases| ["--test", cases]))
        .step("deciding the data cases natively")
}

pub fn fuzz(_: &Session) -> Result<Tally> {
    let host = host()?;
    let folder = place::project("target/fuzz");
    Run::cargo()
        .args(["build", "--release", "--manifest-path", "tests/fuzz/Cargo.toml", "--target", &host, "--target-dir"])
        .arg(&folder)
        .env("CARGO_ENCODED_RUSTFLAGS", FUZZ_FLAGS.join("\x1f"))
        .step("building the fuzzers")?;
    let built = folder.join(host).join("release");
    let tallies = side_by_side(&FUZZ_TARGETS, |target| match fuzz_one(&built, target) {
        Ok(()) => Tally::PASSED,
        Err(problem) => {
            println!("error: {target}: {problem}");
            Tally::failed(format!("{target}: {problem}"))
        }
    });
    Ok(tallies.into_iter().fold(Tally::default(), Tally::plus))
}

fn fuzz_one(built: &Path, target: &str) -> Result<()> {
    let inputs = place::built("fuzz/inputs")?.join(target);
    let findings = place::built("fuzz/findings")?.join(target);
    // No input of an earlier run: the same inputs every time.
    let _ = fs::remove_dir_all(&inputs);
    place::make(&inputs)?;
    place::make(&findings)?;
    // New inputs go into the first folder; those of the repository stay as they are.
    let seeds = place::project("tests/fuzz/corpus").join(target);
    Run::new(built.join(target).with_extension(EXE_EXTENSION))
        .args([&format!("-runs={FUZZ_RUNS}"), "-seed=1", "-print_final_stats=1", "-verbosity=0"])
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(inputs)
        .args(seeds.is_dir().then_some(seeds))
        .step(&format!("trying {FUZZ_RUNS} inputs on {target}"))
        .map_err(|problem| format!("an input that was found is in {}: {problem}", findings.display()))
}

/// With the target named, the flags hold for the fuzzed code and not for what builds it.
fn host() -> Result<String> {
    let said = Run::new("rustc").arg("-vV").ask()?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not tell its host".into())
}
