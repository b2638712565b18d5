//! The server is killed at any moment, again and again, while claims arrive: what it said that it has received, it has.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use makegood_server::random::{hex, sha256};
use makegood_server::store::Store;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::claims::{self, Claim, Dice};
use crate::common::form;
use crate::common::{Shop, TODAY, folder, options, policy, root};

const KILLS: usize = 100;
const SENDERS: usize = 4;
/// Claims that are ready to be sent; what is not acknowledged is sent again.
const READY: usize = 440;
/// A server is killed after so many claims at most were answered, and so many microseconds at most.
const MOST: (usize, usize) = (4, 40_000);
/// It is killed even if nothing is answered for so long.
const PATIENCE: Duration = Duration::from_secs(3);

/// A claim with files, and many others that differ from it in a name and in their files only.
fn ready(dice: &mut Dice) -> Vec<Claim> {
    let shop = Shop::open(options("ready"));
    let with_files =
        claims::claims(&shop.server, 9_000_000, 40).into_iter().find(|claim| !claim.files.is_empty()).unwrap();
    let policy = shop.server.shops.of(shop.server.orders.find(&with_files.order).unwrap());
    let another = |index: usize| {
        let mut claim = with_files.clone();
        claim.draft["fields"]["name"] = json!(format!("Yue {index}"));
        for (place, (_, bytes)) in claim.files.iter_mut().enumerate() {
            let more = dice.below(120_000);
            bytes.extend(dice.bytes(more));
            claim.draft["evidence"][place]["bytes"] = json!(bytes.len());
            claim.draft["evidence"][place]["sha256"] = json!(hex(&sha256(bytes)));
        }
        claim.receipt = claims::receipt(policy, &claim.draft).unwrap();
        claim
    };
    (0..READY).map(another).collect()
}

/// A running server and its port.
fn start(data: &std::path::Path) -> (Child, u16) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_makegood-server"))
        .args([
            "--port",
            "0",
            "--today",
            TODAY,
            "--merchant-key",
            "a-key-for-the-tests-only",
            "--claims-per-minute",
            "1000000",
        ])
        .arg("--root")
        .arg(root())
        .arg("--policy")
        .arg(policy())
        .arg("--data")
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let port = address.trim().trim_end_matches('/').rsplit(':').next().unwrap().parse();
    (server, port.unwrap_or_else(|_| panic!("the server says `{address}`")))
}

/// What became of a claim that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sent {
    /// It was acknowledged; with the secret, if that still came through.
    Received(Option<String>),
    /// It had been kept before its sender could be told.
    Before,
    /// Nobody knows.
    Lost,
}

fn send(port: u16, claim: &Claim) -> Sent {
    let body = form::body(&claim.parts());
    let head = format!(
        "POST /api/claims HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: multipart/form-data; boundary={}\r\nContent-Length: {}\r\n\r\n",
        form::BOUNDARY,
        body.len()
    );
    let mut said = Vec::new();
    let asked = TcpStream::connect(("127.0.0.1", port)).and_then(|mut stream| {
        stream.write_all(head.as_bytes())?;
        stream.write_all(&body)?;
        stream.read_to_end(&mut said)
    });
    let said = String::from_utf8_lossy(&said).into_owned();
    let told: Option<Value> = said.split_once("\r\n\r\n").and_then(|(_, body)| serde_json::from_str(body).ok());
    match said.get(..12) {
        Some("HTTP/1.1 201") => {
            let link = told.as_ref().and_then(|told| told["link"].as_str());
            Sent::Received(link.map(|link| link.rsplit('/').next().unwrap().to_owned()))
        }
        Some("HTTP/1.1 409") => Sent::Before,
        Some(other) => panic!("{other}: {said}"),
        None => {
            assert!(asked.is_err() || said.len() < 12);
            Sent::Lost
        }
    }
}

/// Sends claims until the server is gone. When all are there, they are sent again, so that it is always killed at work.
fn senders(port: u16, queue: &Mutex<Vec<usize>>, ready: &[Claim], tell: &Sender<()>) -> Vec<(usize, Sent)> {
    let again = AtomicUsize::new(0);
    let sender = |tell: Sender<()>| {
        let mut sent = Vec::new();
        loop {
            let next = queue.lock().unwrap().pop();
            let index = next.unwrap_or_else(|| again.fetch_add(1, Ordering::Relaxed) % ready.len());
            let became = send(port, &ready[index]);
            let is_lost = became == Sent::Lost;
            if !is_lost {
                // Whoever kills listens no longer.
                let _ = tell.send(());
            }
            sent.push((index, became));
            if is_lost {
                break;
            }
        }
        sent
    };
    thread::scope(|scope| {
        let senders: Vec<_> = (0..SENDERS).map(|_| scope.spawn(|| sender(tell.clone()))).collect();
        senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
    })
}

#[test]
fn what_was_acknowledged_survives_a_hundred_kills() {
    let seed = std::env::var("MAKEGOOD_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_122);
    println!("MAKEGOOD_SEED={seed}");
    let mut dice = Dice::new(seed);
    let ready = ready(&mut dice);
    let data = folder("killed");
    let queue = Mutex::new((0..ready.len()).collect::<Vec<usize>>());
    let mut received: BTreeMap<usize, Option<String>> = BTreeMap::new();
    let (mut lost, mut before, mut busy) = (0, 0, 0);
    for _ in 0..KILLS {
        let (mut server, port) = start(&data);
        let (claims, moment) = (dice.below(MOST.0), Duration::from_micros(dice.below(MOST.1).try_into().unwrap()));
        let (tell, told) = channel();
        let sent = thread::scope(|scope| {
            scope.spawn(move || {
                let _ = (0..claims).all(|_| told.recv_timeout(PATIENCE).is_ok());
                thread::sleep(moment);
                server.kill().unwrap();
                server.wait().unwrap();
            });
            senders(port, &queue, &ready, &tell)
        });
        busy += usize::from(sent.iter().any(|(_, became)| *became == Sent::Lost));
        for (index, became) in sent {
            match became {
                Sent::Received(secret) => drop(received.insert(index, secret)),
                Sent::Before => before += 1,
                Sent::Lost => {
                    lost += 1;
                    queue.lock().unwrap().insert(0, index);
                }
            }
        }
    }
    println!(
        "{} acknowledged, {lost} lost on the way, {before} kept before, {busy} kills in the middle",
        received.len()
    );
    assert!(received.len() >= 100 && busy >= KILLS / 2, "{} acknowledged, {busy} busy", received.len());

    let store = Store::open(&data).unwrap();
    for (index, secret) in &received {
        let secret = secret.as_ref().map(|secret| sha256(secret.as_bytes()));
        let claim = secret.map(|secret| store.of_secret(&secret).unwrap().unwrap_or_else(|| panic!("{index} is lost")));
        if let Some(claim) = claim {
            assert_eq!(claim.receipt, ready[*index].receipt);
        }
    }
    whole(&store, &data, &ready, received.keys().copied().collect());
    drop(store);
    std::fs::remove_dir_all(&data).unwrap();
}

/// Every claim that is there is there with all of its files, and those that were acknowledged are among them.
fn whole(store: &Store, data: &std::path::Path, ready: &[Claim], mut acknowledged: Vec<usize>) {
    let database = Connection::open(data.join("claims.sqlite3")).unwrap();
    let checked: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(checked, "ok");
    let by_receipt: BTreeMap<&str, usize> =
        ready.iter().enumerate().map(|(index, claim)| (&*claim.receipt, index)).collect();
    for listed in store.newest(usize::MAX, None).unwrap() {
        let index = by_receipt[&*listed.receipt];
        let claim = &ready[index];
        acknowledged.retain(|known| *known != index);
        let kept = store.of_number(&listed.number).unwrap().unwrap();
        assert_eq!(kept.files.len(), claim.files.len());
        for (file, (name, bytes)) in kept.files.iter().zip(&claim.files) {
            let (about, kept) = store.file(&listed.number, file.position).unwrap().unwrap();
            assert_eq!((&about.name, &kept), (name, bytes), "byte for byte");
        }
    }
    assert_eq!(acknowledged, [0; 0], "acknowledged, and lost");
    let orphans: i64 = database
        .query_row("SELECT count(*) FROM file WHERE claim NOT IN (SELECT id FROM claim)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(orphans, 0);
}
