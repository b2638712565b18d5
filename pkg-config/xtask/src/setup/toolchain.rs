//! A Rust that builds for the web: rustup's with the target added, else the distribution's, which builds the standard
//! library from its source.

use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{apt, say};
use crate::command::Run;
use crate::{Result, place};

pub const TARGET: &str = "wasm32-unknown-unknown";
/// rustup waits long for a network that is not there.
const PATIENCE: Duration = Duration::from_secs(120);
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld"];

pub enum Toolchain {
    /// The cargo in use, whose standard library for the web is in place.
    Usual,
    /// Another cargo and compiler, with this linker, which have the source of the standard library.
    Distribution { linker: PathBuf },
}

impl Toolchain {
    /// Cargo with a subcommand for the web. Tests need more of the standard library than the engine does.
    pub fn cargo(&self, subcommand: &[&str], with_tests: bool) -> Result<Run> {
        self.cargo_into(&self.target_dir(), subcommand, with_tests)
    }

    /// The same, with another folder for what is built.
    pub fn cargo_into(&self, target_dir: &Path, subcommand: &[&str], with_tests: bool) -> Result<Run> {
        let run = match self {
            Self::Usual => Run::cargo().args(subcommand),
            Self::Distribution { linker } => {
                let path = env::var_os("PATH").unwrap_or_default();
                let path = env::join_paths(std::iter::once(PathBuf::from("/usr/bin")).chain(env::split_paths(&path)))
                    .map_err(|error| format!("PATH: {error}"))?;
                let std = if with_tests { "std,panic_abort,proc_macro,test" } else { "std,panic_abort" };
                Run::new("/usr/bin/cargo")
                    .args(subcommand)
                    .args(["-Z", &format!("build-std={std}")])
                    .env("PATH", path)
                    .env("RUSTC", "/usr/bin/rustc")
                    // Building the standard library is not a stable feature of cargo.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .without_env("RUSTUP_TOOLCHAIN")
            }
        };
        Ok(run.args(["--target", TARGET, "--target-dir"]).arg(target_dir).env("CARGO_ENCODED_RUSTFLAGS", self.flags()?))
    }

    /// Has the code that is only there for the web checked: by clippy where it is of the compiler's version, else by the compiler.
    pub fn lint(&self, of: &[&str], lints: &[&str]) -> Result<()> {
        match self {
            Self::Usual => self.cargo(&["clippy"], false)?.args(of).args(lints).show(),
            Self::Distribution { .. } => {
                let said = self
                    .cargo(&["build", "--release"], false)?
                    .args(of)
                    .args(["--message-format", "json-render-diagnostics"])
                    .ask()?;
                let warned = said.lines().any(|line| line.contains(r#""level":"warning""#));
                if warned {
                    Err("the compiler warns of the code for the web; `cargo xtask package` shows it".into())
                } else {
                    Ok(())
                }
            }
        }
    }

    /// Apart from the native builds where the compiler is another, so that they do not throw out each other's work.
    pub fn target_dir(&self) -> PathBuf {
        place::project(match self {
            Self::Usual => "target",
            Self::Distribution { .. } => "target/web",
        })
    }

    /// What the compiler is told besides the profile.
    fn flags(&self) -> Result<String> {
        let cargo =
            env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
        let registries =
            cargo.and_then(|home| home.join("registry/src").read_dir().ok()).into_iter().flatten().flatten();
        let rust = match self {
            Self::Usual => sysroot("rustc")?,
            Self::Distribution { .. } => sysroot("/usr/bin/rustc")?,
        };
        let places = registries
            .map(|registry| (registry.path(), "crates"))
            .chain([(rust, "rust"), (place::project(""), "makegood")]);
        // The places in panic messages are the same on every machine.
        let remapped = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
        // SHA-256 without its loops unrolled: a policy is hashed once.
        let flags: Vec<String> = remapped.chain(["--cfg=sha2_backend_soft=\"compact\"".into()]).collect();
        Ok(flags.join("\x1f"))
    }
}

/// Looks for the shortest way to the target.
pub fn find() -> Result<Toolchain> {
    if env::var_os("MAKEGOOD_TOOLCHAIN").is_some_and(|wanted| wanted == "distribution") {
        return distribution("as asked for");
    }
    if has_target() {
        say(TARGET, "in place");
        return Ok(Toolchain::Usual);
    }
    // Asked once: without a network, or for a compiler that is not rustup's, it answers late and never otherwise.
    let asked = place::cache()?.join(format!("rustup-has-no-target-for-{}", version()?));
    if which::which("rustup").is_ok() && !(asked.is_file() && distribution_in_place().is_some()) {
        let added = Run::new("rustup")
            .args(["target", "add", TARGET])
            .at_most(PATIENCE)
            .step(&format!("rustup target add {TARGET}"));
        if added.is_ok() && has_target() {
            say(TARGET, "added by rustup");
            return Ok(Toolchain::Usual);
        }
        place::make(&place::cache()?)?;
        place::write(&asked, b"")?;
    }
    distribution("rustup cannot add it")
}

fn version() -> Result<String> {
    let said = Run::new("rustc").arg("--version").ask()?;
    Ok(said.split_whitespace().nth(1).unwrap_or_default().to_owned())
}

fn has_target() -> bool {
    sysroot("rustc").is_ok_and(|root| root.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn sysroot(rustc: &str) -> Result<PathBuf> {
    Ok(Run::new(rustc).args(["--print", "sysroot"]).ask()?.trim().into())
}

fn distribution(why: &str) -> Result<Toolchain> {
    if distribution_in_place().is_none() && apt::usable() {
        apt::install(&DEBIAN)?;
    }
    let toolchain = distribution_in_place().ok_or_else(|| {
        format!("Rust's standard library for {TARGET} is missing; the engine is built with it. `rustup target add {TARGET}` gets it")
    })?;
    say(TARGET, &format!("from the source of the distribution's Rust ({why})"));
    Ok(toolchain)
}

fn distribution_in_place() -> Option<Toolchain> {
    let root = Path::new("/usr/bin/cargo").is_file().then(|| sysroot("/usr/bin/rustc").ok()).flatten()?;
    let source = root.join("lib/rustlib/src/rust/library/Cargo.lock");
    let linker = which::which("wasm-ld").ok()?;
    source.is_file().then_some(Toolchain::Distribution { linker })
}
