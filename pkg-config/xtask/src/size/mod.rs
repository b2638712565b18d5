//! How big the package is, and whether that is within the budgets.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::setup::Tools;
use crate::{Result, package, place};

mod table;

/// Bytes as they lie on the disk and as they go over the wire.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Size {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            raw: value.get("raw")?.as_u64()?,
            gzip: value.get("gzip")?.as_u64()?,
            brotli: value.get("brotli")?.as_u64()?,
        })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// A line of the table: what a page loads for one purpose, and at most how many bytes that may be.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    name: String,
    size: Size,
    budget: BTreeMap<String, u64>,
}

impl Part {
    /// The budgets that it breaks, one sentence each.
    fn excesses(&self) -> Vec<String> {
        let measured = |way: &str| match way {
            "raw" => Some(self.size.raw),
            "gzip" => Some(self.size.gzip),
            "brotli" => Some(self.size.brotli),
            _ => None,
        };
        let excess = |(way, most): (&String, &u64)| match measured(way) {
            None => Some(format!("{}: `{way}` is not a measure", self.name)),
            Some(size) if size > *most => {
                Some(format!("{}: {size} bytes {way}, {} over its budget of {most}", self.name, size - most))
            }
            Some(_) => None,
        };
        self.budget.iter().filter_map(excess).collect()
    }
}

/// Builds the package, prints its sizes, and fails above the budgets.
pub fn size(tools: &Tools, write: bool) -> Result<()> {
    package::package(tools)?;
    let parts = measured(tools)?;
    let within = within(&parts);
    if write {
        within?;
        return table::write(&parts);
    }
    within
}

/// The same for a package that was just built, and the table of the README must still be true.
pub fn check(tools: &Tools) -> Result<()> {
    let parts = measured(tools)?;
    within(&parts)?;
    table::check(&parts)
}

fn within(parts: &[Part]) -> Result<()> {
    let excesses: Vec<String> = parts.iter().flat_map(Part::excesses).collect();
    if excesses.is_empty() { Ok(()) } else { Err(excesses.join("\n")) }
}

fn measured(tools: &Tools) -> Result<Vec<Part>> {
    let said = tools.node()?.arg("pkg-config/measure.mjs").arg(place::npm_package()).args(package::glues()?).ask()?;
    let sizes = sizes(&json(&said, "the measurement")?)?;
    for (file, size) in &sizes {
        println!("  {:>8} {:>8} {:>8}  {file}", size.raw, size.gzip, size.brotli);
    }
    let graph = json(&place::read(&package::graph()?)?, "the graph of the package")?;
    let budgets = json(&place::read(&place::project("pkg-config/budgets.json"))?, "pkg-config/budgets.json")?;
    let parts = parts(&budgets, &graph, &sizes)?;
    println!("\n{}", table::rows(&parts));
    Ok(parts)
}

fn json(text: &str, what: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| format!("{what} is not JSON: {error}"))
}

fn sizes(said: &Value) -> Result<BTreeMap<String, Size>> {
    let read = |file: &Value| Some((file.get("file")?.as_str()?.to_owned(), Size::read(file)?));
    let files = said.as_array().map(|files| files.iter().map(read).collect());
    files.flatten().ok_or_else(|| "the measurement has another form than expected".into())
}

/// The parts of every page, and what each page loads for its first answer.
fn parts(budgets: &Value, graph: &Value, sizes: &BTreeMap<String, Size>) -> Result<Vec<Part>> {
    let pages = budgets["pages"].as_array().into_iter().flatten();
    let parts: Result<Vec<Vec<Part>>> = pages.map(|page| parts_of(page, graph, sizes)).collect();
    Ok(parts?.into_iter().flatten().collect())
}

/// Each file, with what it imports at once, counts for the first part that needs it. A part that is within another is
/// measured by itself and does not add to the total; nor does one that is loaded later, which counts only what is not there yet.
fn parts_of(page: &Value, graph: &Value, sizes: &BTreeMap<String, Size>) -> Result<Vec<Part>> {
    let mut counted = BTreeSet::new();
    let mut total = Size::default();
    let mut parts = Vec::new();
    for part in page["parts"].as_array().into_iter().flatten() {
        let within = part["within"] == true;
        let mut alone = BTreeSet::new();
        let counted = if within { &mut alone } else { &mut counted };
        let mut size = Size::default();
        let mut open: Vec<&str> = part["files"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        while let Some(file) = open.pop() {
            if counted.insert(file) {
                size = size.plus(*sizes.get(file).ok_or_else(|| format!("the package has no file `{file}`"))?);
                open.extend(graph[file].as_array().into_iter().flatten().filter_map(Value::as_str));
            }
        }
        if !within && part["later"] != true {
            total = total.plus(size);
        }
        parts.push(named(part, size)?);
    }
    parts.push(named(&page["total"], total)?);
    Ok(parts)
}

fn named(part: &Value, size: Size) -> Result<Part> {
    let name = part["name"].as_str().ok_or("a part in pkg-config/budgets.json has no name")?.to_owned();
    let limits = part["budget"].as_object().into_iter().flatten();
    let budget = limits.filter_map(|(way, most)| Some((way.clone(), most.as_u64()?))).collect();
    Ok(Part { name, size, budget })
}

/// `50000` as `50,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        let _ = write!(text, "{digit}");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::{Part, Size, grouped, parts};

    fn even(bytes: u64) -> Size {
        Size { raw: bytes, gzip: bytes, brotli: bytes }
    }

    #[test]
    fn a_shared_module_counts_once_and_for_the_first_part() {
        let budgets = json!({ "pages": [{
            "parts": [
                { "name": "entry", "files": ["entry.js"], "budget": { "raw": 15 } },
                { "name": "of it shared", "files": ["shared.js"], "within": true },
                { "name": "element", "files": ["element.js"] },
                { "name": "only when needed", "files": ["late.js"], "later": true },
            ],
            "total": { "name": "all", "budget": { "brotli": 110 } },
        }, {
            "parts": [{ "name": "another page", "files": ["late.js"] }],
            "total": { "name": "all of it" },
        }] });
        let graph =
            json!({ "entry.js": ["shared.js"], "element.js": ["shared.js", "lit.js"], "late.js": ["shared.js"] });
        let sizes: BTreeMap<_, _> =
            [("entry.js", 10), ("shared.js", 5), ("element.js", 1), ("lit.js", 95), ("late.js", 7)]
                .map(|(file, bytes)| (file.to_owned(), even(bytes)))
                .into();
        let parts = parts(&budgets, &graph, &sizes).unwrap_or_default();
        assert_eq!(parts.iter().map(|part| part.size.raw).collect::<Vec<_>>(), [15, 5, 96, 7, 111, 12, 12]);
        assert_eq!(
            parts.iter().flat_map(Part::excesses).collect::<Vec<_>>(),
            ["all: 111 bytes brotli, 1 over its budget of 110"]
        );
    }

    #[test]
    fn a_part_that_the_package_lacks_is_told() {
        let budgets =
            json!({ "pages": [{ "parts": [{ "name": "entry", "files": ["gone.js"] }], "total": { "name": "all" } }] });
        assert_eq!(parts(&budgets, &json!({}), &BTreeMap::new()), Err("the package has no file `gone.js`".into()));
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
