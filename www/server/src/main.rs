//! `makegood-server`: the demo shop with its claims, on this machine only.

use std::io::Write as _;
use std::process::ExitCode;

use makegood_server::{Options, Server, connections};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "error: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(words: &[String]) -> Result<(), String> {
    let options = Options::read(words)?;
    let (port, tied) = (options.port, options.tied);
    let limits = options.limits.clone();
    let server = Server::open(options)?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("port {port} is in use; choose another with --port, or 0 for a free one")
        }
        _ => format!("port {port}: {error}"),
    })?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let mut out = std::io::stdout();
    let said = writeln!(out, "http://127.0.0.1:{port}/").and_then(|()| {
        if server.merchant.is_made_up() {
            writeln!(out, "the merchant's key, for /merchant/claims: {}", server.merchant.key())?;
        }
        out.flush()
    });
    // Whoever started it may listen no longer.
    let _ = said;
    tokio::select! {
        () = connections::serve(listener, server.clone(), &limits) => {}
        () = end_of_input(), if tied => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    server.close();
    Ok(())
}

/// Ends with the program that started it.
async fn end_of_input() {
    let mut input = tokio::io::stdin();
    let mut bytes = [0; 64];
    while input.read(&mut bytes).await.is_ok_and(|read| read > 0) {}
}
