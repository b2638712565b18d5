//! Where everything lies.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::Result;

static PROJECT: LazyLock<PathBuf> = LazyLock::new(|| {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.ancestors().nth(2).map_or_else(|| own.clone(), Path::to_path_buf)
});

/// A place in the repository.
pub fn project(path: &str) -> PathBuf {
    PROJECT.join(path)
}

/// A place among what the tasks write; its folder is made.
pub fn built(path: &str) -> Result<PathBuf> {
    let place = project("target/makegood").join(path);
    if let Some(folder) = place.parent() {
        make(folder)?;
    }
    Ok(place)
}

/// The written npm package.
pub fn npm_package() -> PathBuf {
    project("target/npm/makegood")
}

/// Where built tools are kept between runs and between copies of the repository.
pub fn cache() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("MAKEGOOD_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|base| base.join("makegood")))
        .or_else(|| set("LOCALAPPDATA").map(|base| base.join("makegood")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache/makegood")))
        .ok_or_else(|| "no folder for built tools: name one in MAKEGOOD_CACHE".into())
}

pub fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("cannot make the folder {}: {error}", folder.display()))
}

pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a file, unless it already says so: what is unchanged is not built again.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::write(path, content).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// The version that `Cargo.lock` holds of a crate.
pub fn locked_version(name: &str) -> Result<String> {
    version_in_lock(&read(&project("Cargo.lock"))?, name)
        .ok_or_else(|| format!("Cargo.lock does not hold the crate `{name}`"))
}

fn version_in_lock(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn a_crate_is_found_in_the_lock_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
