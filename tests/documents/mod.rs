//! The documents of the data cases: policies by name, and what is changed in them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A folder of `tests/cases`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

/// Every JSON file of a folder with its name, in the order of the names.
pub fn files(name: &str) -> Vec<(String, Value)> {
    let entries = fs::read_dir(folder(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (stem(path), read(path))).collect()
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A document as a case writes it: the name of a policy, the document itself, a list of either, or
/// `{ "on": …, "set": { pointer: value }, "remove": [pointer] }` for a document with changes.
pub fn document(written: &Value) -> Value {
    match written {
        Value::String(name) => read(&folder("policies").join(format!("{name}.json"))),
        Value::Array(versions) => versions.iter().map(document).collect(),
        Value::Object(keys) if keys.contains_key("on") => changed(document(&keys["on"]), written),
        itself => itself.clone(),
    }
}

fn changed(mut document: Value, changes: &Value) -> Value {
    for (pointer, value) in changes["set"].as_object().into_iter().flatten() {
        set(&mut document, pointer, value.clone());
    }
    for pointer in changes["remove"].as_array().into_iter().flatten() {
        remove(&mut document, pointer.as_str().unwrap());
    }
    document
}

/// The parent of what a pointer names, and the last word of the pointer.
fn parent<'d>(document: &'d mut Value, pointer: &str) -> (&'d mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_else(|| panic!("not a pointer: {pointer}"));
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("nothing above {pointer}"));
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    match parent(document, pointer) {
        (Value::Object(entries), key) => {
            entries.insert(key, value);
        }
        (Value::Array(values), key) if key == "-" => values.push(value),
        (Value::Array(values), key) => values[key.parse::<usize>().unwrap()] = value,
        _ => panic!("nothing can be set at {pointer}"),
    }
}

fn remove(document: &mut Value, pointer: &str) {
    match parent(document, pointer) {
        (Value::Object(entries), key) => assert!(entries.remove(&key).is_some(), "nothing at {pointer}"),
        (Value::Array(values), key) => drop(values.remove(key.parse().unwrap())),
        _ => panic!("nothing can be removed at {pointer}"),
    }
}
