//! The tasks of this repository, as `cargo xtask <task>`.
//!
//! - [`demo`] and [`test`] are the two commands of the README; [`package`], [`size`], [`schema`] and [`laws`] are their parts by themselves.
//! - [`speed`] measures, and no test looks at it; [`elsewhere`] asks other browsers than that of the tests.
//! - [`calendars`] renews the holidays that the repository holds; no other task needs it.
//! - [`setup`] gets what a fresh machine lacks, [`engine`] builds the WebAssembly.
//! - [`command`] runs other programs, [`place`] knows where everything lies.

mod calendars;
mod command;
mod demo;
mod elsewhere;
mod engine;
mod laws;
mod package;
mod place;
mod schema;
mod setup;
mod side_by_side;
mod size;
mod speed;
mod test;

use std::process::ExitCode;

/// What went wrong, in one line for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask <task>

  demo [--port N] [--open]   build the package and serve the demo shop on this machine
  test [--only PART]...      run all tests, or some parts of them
  package                    write the npm package to target/npm/makegood
  size [--write]             measure the package against pkg-config/budgets.json; --write renews the table of the README
  elsewhere                  run the data cases and open the demo's pages in Firefox and WebKit as well
  speed                      measure how long the engine takes, in Node and in a page, in milliseconds
  schema                     write pkg-config/policy.schema.json
  laws                       write the page of the laws, www/docs/laws.html, from src/law
  calendars                  write src/law/calendars from packages of holiday data (needs Python, Node.js and the network)

Whatever is missing is set up first. Built tools are kept in MAKEGOOD_CACHE (by default the user's cache folder).
MAKEGOOD_TOOLCHAIN=distribution builds for the web with the system's Rust even where rustup's could.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<ExitCode> {
    let mut words = words.iter().map(String::as_str);
    let task = words.next();
    let rest: Vec<&str> = words.collect();
    let done = |(): ()| ExitCode::SUCCESS;
    match (task, rest.as_slice()) {
        (None | Some("help" | "--help" | "-h"), _) => {
            println!("{HELP}\n\nParts of the tests: {}", test::part_names());
            Ok(ExitCode::SUCCESS)
        }
        (Some("demo"), rest) => demo::demo(&demo::Options::read(rest)?).map(done),
        (Some("test"), rest) => test::test(&test::chosen(rest)?),
        (Some("package"), []) => package::package(&setup::Tools::default()).map(done),
        (Some("size"), []) => size::size(&setup::Tools::default(), false).map(done),
        (Some("size"), ["--write"]) => size::size(&setup::Tools::default(), true).map(done),
        (Some("elsewhere"), []) => elsewhere::elsewhere(&setup::Tools::default()).map(done),
        (Some("speed"), []) => speed::speed(&setup::Tools::default()).map(done),
        (Some("schema"), []) => schema::schema().map(done),
        (Some("laws"), []) => laws::laws(&setup::Tools::default()).map(done),
        (Some("calendars"), []) => calendars::calendars().map(done),
        (Some(task), rest) => {
            Err(format!("`{}` is not a task; see cargo xtask --help", [&[task], rest].concat().join(" ")))
        }
    }
}
