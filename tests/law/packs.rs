//! The packs as they lie within each other.

use std::path::{Path, PathBuf};

use serde_json::Value;

fn folder() -> PathBuf {
    let packs = std::env::var_os("LAW_PACKS").map(PathBuf::from);
    packs.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law/packs"))
}

/// The names of all packs.
pub fn ids() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut ids: Vec<String> = files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    ids.sort();
    ids
}

/// The packs of a jurisdiction as a case names it, `CN-ZJ`, the widest first.
pub fn of(jurisdiction: &str) -> Vec<Value> {
    let mut packs = Vec::new();
    let mut next = Some(jurisdiction.to_lowercase());
    while let Some(id) = next {
        let mut pack = super::read(&folder().join(format!("{id}.json")));
        add_holidays(&mut pack);
        next = pack["jurisdiction"]["within"].as_str().map(str::to_owned);
        packs.insert(0, pack);
    }
    packs
}

/// The holidays of the pack's country, and the rest days that are worked. A case takes it that there are no others, also in
/// years whose holidays nobody knows yet.
fn add_holidays(pack: &mut Value) {
    let Some([country]) = pack["jurisdiction"]["countries"].as_array().map(Vec::as_slice) else { return };
    let calendars = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law/calendars");
    let file = calendars.join(format!("{}.json", country.as_str().unwrap().to_lowercase()));
    if file.is_file() {
        let calendar = super::read(&file);
        for key in ["holidays", "workdays"].into_iter().filter(|key| calendar[*key].is_array()) {
            pack["calendar"][key] = calendar[key].clone();
        }
    }
}
