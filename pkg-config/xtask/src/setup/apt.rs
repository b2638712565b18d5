//! Packages of Debian and its kin.

use crate::Result;
use crate::command::Run;

/// Whether packages can be installed here without asking anybody.
pub fn usable() -> bool {
    which::which("apt-get").is_ok()
        && (root() || which::which("sudo").is_ok_and(|_| Run::new("sudo").args(["-n", "true"]).ask().is_ok()))
}

/// Whether the Chromium of the distribution is a package, and not a pointer to a snap, which needs a running daemon.
pub fn has_chromium() -> bool {
    usable() && !std::fs::read_to_string("/etc/os-release").unwrap_or_default().contains("ubuntu")
}

pub fn install(packages: &[&str]) -> Result<()> {
    apt(&["update"]).step("apt-get update")?;
    apt(&["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .step(&format!("apt-get install {}", packages.join(" ")))
}

fn apt(args: &[&str]) -> Run {
    let run = if root() { Run::new("apt-get") } else { Run::new("sudo").args(["-n", "apt-get"]) };
    run.args(args).env("DEBIAN_FRONTEND", "noninteractive")
}

pub fn root() -> bool {
    cfg!(unix) && Run::new("id").arg("-u").ask().is_ok_and(|id| id.trim() == "0")
}
