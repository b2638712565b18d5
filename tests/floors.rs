//! A file of the engine uses its own floor and those below; what is special to a browser stays in one file.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first; what stands on one floor may use each other.
const FLOORS: [(&str, usize); 11] = [
    ("domain", 0),
    ("policy", 1),
    ("law", 1),
    ("facts", 2),
    ("decision", 2),
    ("quote", 2),
    ("claim", 2),
    ("settlement", 2),
    ("triage", 2),
    ("engine", 3),
    ("wasm", 4),
];

/// What only the boundary may name.
const BROWSER: [&str; 4] = ["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"];

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                sources.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    sources.sort();
    sources
}

/// The module of the crate's root that a file belongs to.
fn module(file: &Path) -> String {
    Path::new(file.iter().next().unwrap()).file_stem().unwrap().to_string_lossy().into_owned()
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// The code of a file, without its comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or_default())
}

/// The modules of the crate's root that a line names: `crate::policy`, `crate::{domain, policy::Rule}`.
fn named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for path in code.split("crate::").skip(1) {
        let word =
            |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match path.strip_prefix('{') {
            // Inside braces only what stands outside inner braces is a module.
            Some(inner) => {
                let mut depth = 0;
                let mut names = String::new();
                for c in inner.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        _ if depth == 0 => names.push(c),
                        _ => {}
                    }
                }
                named.extend(names.split(',').map(word));
            }
            None => named.push(word(path)),
        }
    }
    named
}

#[test]
fn every_file_uses_its_own_floor_and_those_below() {
    for (file, text) in sources() {
        let own = module(&file);
        if own == "lib" {
            continue;
        }
        let floor_of_file = floor(&own).unwrap_or_else(|| panic!("{own} stands on no floor"));
        let code: String = code(&text).collect::<Vec<_>>().join(" ");
        for other in named(&code) {
            if let Some(used) = floor(&other) {
                assert!(
                    used < floor_of_file || other == own || used == floor_of_file,
                    "{} uses {other}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn no_way_leads_up_past_the_root_of_a_module() {
    for (file, text) in sources() {
        // From `a/b.rs`, one `super` is `a` and two are the root of the crate, where floors could be passed by.
        let depth = file.iter().filter(|name| *name != "mod.rs").count();
        let up = "super::".repeat(depth);
        assert!(!code(&text).any(|line| line.contains(&up)), "{}", file.display());
    }
}

#[test]
fn only_the_boundary_names_the_browser() {
    for (file, text) in sources() {
        let names = BROWSER.iter().filter(|name| code(&text).any(|line| line.contains(**name)));
        let names: Vec<_> = names.collect();
        assert!(names.is_empty() || module(&file) == "wasm", "{} names {names:?}", file.display());
    }
}

#[test]
fn files_stay_short() {
    for (file, text) in sources() {
        assert!(text.lines().count() <= 500, "{} has {} lines", file.display(), text.lines().count());
    }
}

#[test]
fn imports_are_read_as_they_are_written() {
    assert_eq!(named("use crate::policy::{Rule, Shop};"), ["policy"]);
    assert_eq!(named("use crate::{VERSION, domain::{Date, Money}, policy};"), ["VERSION", "domain", "policy"]);
    assert_eq!(named("crate::domain::listed(crate::facts::EVENTS)"), ["domain", "facts"]);
}
