//! The demo shop, served on this machine.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;

use crate::command::Run;
use crate::setup::Tools;
use crate::{Result, package};

/// Where the demo is when nobody says otherwise and nobody else is there.
const PORT: u16 = 4170;
/// The day of the demo: that of its order pages until a visitor moves it. Claims of other days are not taken.
const TODAY: &str = "2026-11-22";

const SERVER: [&str; 2] = ["--package", "makegood-server"];

pub struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    pub fn read(words: &[&str]) -> Result<Self> {
        let mut options = Self { port: None, open: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--open" => options.open = true,
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port = Some(port.ok_or("--port wants a number from 0 to 65535; 0 takes a free port")?);
                }
                other => return Err(format!("`{other}` is not an option of demo: --port N, --open")),
            }
        }
        Ok(options)
    }
}

pub fn demo(options: &Options) -> Result<()> {
    let tools = Tools::default();
    package::package(&tools)?;
    let port = options.port.unwrap_or_else(|| if TcpListener::bind(("127.0.0.1", PORT)).is_ok() { PORT } else { 0 });
    server()?;
    let run = Run::cargo().args(["run", "--quiet"]).args(SERVER);
    let mut server = run.args(["--", "--tied", "--today", TODAY, "--port", &port.to_string()]).start()?;
    // Held, because waiting for a program closes its input.
    let _tie = server.stdin.take();
    let mut said = [String::new(), String::new()];
    if let Some(mut out) = server.stdout.take().map(BufReader::new) {
        for line in &mut said {
            out.read_line(line).map_err(|error| format!("the server says nothing: {error}"))?;
        }
    }
    let [address, key] = said.each_ref().map(|line| line.trim());
    if !address.is_empty() {
        println!("\nThe shop is open at {address}\n{key}\nCtrl+C closes it.");
        if options.open {
            open(address);
        }
    }
    let status = server.wait().map_err(|error| format!("the server was lost: {error}"))?;
    if status.success() { Ok(()) } else { Err("the server stopped".into()) }
}

/// Builds the server.
pub fn server() -> Result<()> {
    Run::cargo().arg("build").args(SERVER).step("building the server, which also receives claims")
}

/// Shows the address in the browser of the desktop, where there is one.
fn open(address: &str) {
    let run = if cfg!(windows) {
        Run::new("cmd").args(["/C", "start", "", address])
    } else {
        Run::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" }).arg(address)
    };
    if let Err(problem) = run.ask() {
        println!("No browser was opened: {problem}");
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn a_port_is_a_number_that_a_port_can_have() {
        assert_eq!(Options::read(&["--port", "0"]).map(|options| options.port), Ok(Some(0)));
        assert!(Options::read(&["--port", "65536"]).is_err());
        assert!(Options::read(&["--port"]).is_err());
    }
}
