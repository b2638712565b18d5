//! All tests of the repository, part by part. A part that fails does not hide the others; the last lines tell the totals, and
//! once more what failed.

mod checks;
mod native;
mod tally;
mod web;

use std::cell::OnceCell;
use std::process::ExitCode;
use std::time::Instant;

pub use native::decisions;
use tally::Tally;

use crate::setup::Tools;
use crate::{Result, package};

/// A part of the tests, in the order in which they run: what fails soonest comes first.
pub struct Part {
    name: &'static str,
    what: &'static str,
    run: fn(&Session) -> Result<Tally>,
}

const PARTS: [Part; 9] = [
    Part { name: "format", what: "the Rust sources are formatted", run: checks::format },
    Part { name: "lint", what: "clippy and the compilers have nothing to say", run: checks::lint },
    Part { name: "native", what: "the engine's tests and the server's, natively", run: native::native },
    Part { name: "fuzz", what: "any bytes as a policy, any JSON as a request", run: native::fuzz },
    Part { name: "wasm", what: "the engine's boundary, in headless Chromium", run: web::wasm },
    Part { name: "types", what: "TypeScript, and the published declarations", run: checks::types },
    Part { name: "node", what: "the package, in Node", run: web::node },
    Part { name: "browser", what: "the package and the demo, in headless Chromium", run: web::browser },
    Part { name: "size", what: "the budgets, and the table of the README", run: checks::size },
];

/// What the parts of one run share.
#[derive(Default)]
struct Session {
    tools: Tools,
    packaged: OnceCell<Result<()>>,
    decided: OnceCell<Result<()>>,
}

impl Session {
    /// The package, built once.
    fn package(&self) -> Result<()> {
        self.packaged.get_or_init(|| package::package(&self.tools)).clone()
    }

    /// The decisions of all data cases as they come out natively, for others to compare with.
    fn decisions(&self) -> Result<()> {
        self.decided.get_or_init(native::decisions).clone()
    }
}

pub fn part_names() -> String {
    PARTS.map(|part| part.name).join(", ")
}

/// The parts that the command line names, or all.
pub fn chosen(words: &[&str]) -> Result<Vec<&'static Part>> {
    let mut names = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let name = match word.strip_prefix("--only") {
            Some("") => words.next().copied(),
            Some(rest) => rest.strip_prefix('='),
            None => return Err(format!("`{word}` is not an option of test: --only PART")),
        };
        let name = name.filter(|name| PARTS.iter().any(|part| part.name == *name));
        names.push(name.ok_or_else(|| format!("--only wants one of: {}", part_names()))?);
    }
    Ok(PARTS.iter().filter(|part| names.is_empty() || names.contains(&part.name)).collect())
}

pub fn test(parts: &[&Part]) -> Result<ExitCode> {
    let session = Session::default();
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for part in parts {
        println!("\n== {}: {}", part.name, part.what);
        let start = Instant::now();
        let tally = (part.run)(&session).unwrap_or_else(|problem| {
            println!("error: {problem}");
            Tally::failed(problem)
        });
        let line = format!("{:<8} {tally} ({:.1} s)", part.name, start.elapsed().as_secs_f64());
        println!("-- {line}");
        lines.push(line);
        total = total.plus(tally.of_part(part.name));
    }
    println!("\n{}\n\n{total}", lines.join("\n"));
    for failure in &total.failures {
        println!("\n{failure}");
    }
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn parts_run_in_their_order_whatever_the_command_line_says() {
        let names = |words: &[&str]| chosen(words).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>());
        assert_eq!(names(&["--only", "node", "--only=format"]), Ok(vec!["format", "node"]));
        assert_eq!(names(&[]).map(|all| all.len()), Ok(9));
        assert!(names(&["--only", "everything"]).is_err());
        assert!(names(&["node"]).is_err());
    }
}
