//! Runs other programs.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Result, place};

/// How often a long step says that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(50);

/// A program with its arguments, run in the repository's root unless told otherwise.
pub struct Run {
    command: Command,
    name: String,
    limit: Option<Duration>,
}

/// What a program printed and whether it was content.
pub struct Said {
    pub ok: bool,
    pub text: String,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let name = Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned();
        let mut command = Command::new(program);
        command.current_dir(place::project("")).stdin(Stdio::null());
        Self { command, name, limit: None }
    }

    /// The cargo that runs this task.
    pub fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Stops the program when it takes longer.
    pub fn at_most(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Runs it with its output on the terminal.
    pub fn show(mut self) -> Result<()> {
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        self.content(status)
    }

    /// Runs it with its output on the terminal, and keeps what it printed on stdout.
    pub fn show_and_keep(mut self) -> Result<Said> {
        let mut child = self.command.stdout(Stdio::piped()).spawn().map_err(|error| self.not_started(&error))?;
        let mut text = String::new();
        for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).split(b'\n')) {
            let line = line.map_err(|error| format!("cannot read what {} prints: {error}", self.name))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            let _ = writeln!(text, "{line}");
        }
        let status = child.wait().map_err(|error| self.lost(&error))?;
        Ok(Said { ok: status.success(), text })
    }

    /// Runs it silently and gives what it printed on stdout.
    pub fn ask(mut self) -> Result<String> {
        let output = self.command.stderr(Stdio::piped()).output().map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(format!("{} failed:\n{}", self.name, tail(&String::from_utf8_lossy(&output.stderr))))
        }
    }

    /// Runs a long step: says what it does, that it is still at work, and, only if it fails, the end of what it printed.
    pub fn step(mut self, what: &str) -> Result<()> {
        println!("  {what} ...");
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|error| self.not_started(&error))?;
        let out = child.stdout.take().map(listen);
        let err = child.stderr.take().map(listen);
        let status = self.watched(&mut child, what)?;
        let heard = |ear: Option<thread::JoinHandle<String>>| ear.and_then(|ear| ear.join().ok()).unwrap_or_default();
        let (out, err) = (heard(out), heard(err));
        self.content(status).map_err(|problem| format!("{problem}\n{}{}", tail(&out), tail(&err)))
    }

    /// Starts it in the background, with its stdout to read and a stdin that ends with this program.
    pub fn start(mut self) -> Result<Child> {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| self.not_started(&error))
    }

    fn watched(&self, child: &mut Child, what: &str) -> Result<ExitStatus> {
        let start = Instant::now();
        let mut beat = HEARTBEAT;
        loop {
            if let Some(status) = child.try_wait().map_err(|error| self.lost(&error))? {
                return Ok(status);
            }
            let taken = start.elapsed();
            if self.limit.is_some_and(|limit| taken > limit) {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("{} was still not done after {} s", self.name, taken.as_secs()));
            }
            if taken > beat {
                println!("  {what}: {} s", beat.as_secs());
                beat += HEARTBEAT;
            }
            thread::sleep(GLANCE);
        }
    }

    fn content(&self, status: ExitStatus) -> Result<()> {
        if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", self.name)) }
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        format!("`{}` cannot be started: {error}", self.name)
    }

    fn lost(&self, error: &std::io::Error) -> String {
        format!("`{}` was lost: {error}", self.name)
    }
}

fn listen(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// The last lines, which tell why a program failed.
fn tail(text: &str) -> String {
    const LINES: usize = 30;
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].iter().fold(String::new(), |all, line| all + line + "\n")
}
