//! The program itself: what it prints, and how it ends.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

use crate::common::{TODAY, folder, root};

#[test]
fn it_says_where_it_is_and_ends_with_the_program_that_started_it() {
    let home = folder("home");
    for place in ["www/storefront", "www/server"] {
        std::fs::create_dir_all(home.join(place)).unwrap();
    }
    for file in ["www/storefront/policy.json", "www/server/orders.json"] {
        std::fs::copy(root().join(file), home.join(file)).unwrap();
    }
    let mut server = Command::new(env!("CARGO_BIN_EXE_makegood-server"))
        .args(["--tied", "--today", TODAY, "--root"])
        .arg(&home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let address = lines.next().unwrap().unwrap();
    assert!(address.starts_with("http://127.0.0.1:") && address.ends_with('/'), "{address}");
    let key = lines.next().unwrap().unwrap();
    assert!(key.rsplit(' ').next().is_some_and(|key| key.len() == 48), "{key}");
    let kept = || std::fs::read_dir(home.join("target/makegood")).map_or(0, Iterator::count);
    assert_eq!(kept(), 1, "a folder for this run");
    drop(server.stdin.take());
    assert!(server.wait().unwrap().success());
    assert_eq!(kept(), 0, "and it is taken away");
    std::fs::remove_dir_all(&home).unwrap();
}

#[test]
fn what_is_wrong_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (words, told) in [
        (vec!["--port", &*port], "is in use; choose another with --port"),
        (vec!["--policy", "nowhere.json"], "nowhere.json"),
        (vec!["--merchant-key", "short"], "--merchant-key wants at least 16 characters"),
        (vec!["--colour", "red"], "`--colour` is not an option"),
    ] {
        let data = folder("wrong");
        let mut server = Command::new(env!("CARGO_BIN_EXE_makegood-server"))
            .args(&words)
            .arg("--root")
            .arg(root())
            .arg("--data")
            .arg(&data)
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        server.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(!server.wait().unwrap().success() && said.contains(told), "{words:?}: {said}");
        let _ = std::fs::remove_dir_all(&data);
    }
}
