//! A server for tests, asked without a socket.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod claims;
pub mod form;

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use makegood_server::limits::{Limits, Peer};
use makegood_server::{Options, Server, app};
use serde_json::Value;
use tower::ServiceExt as _;

/// The day of the demo.
pub const TODAY: &str = "2026-11-22";
pub const KEY: &str = "a-key-for-the-tests-only";

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder for one test, empty.
pub fn folder(name: &str) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let one = format!("{name}-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(one);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// The policy of the shop with the form of shops that have none of their own, which asks for all that there is.
pub fn policy() -> &'static Path {
    static POLICY: LazyLock<PathBuf> = LazyLock::new(|| {
        let text = std::fs::read_to_string(root().join(POLICY_OF_THE_SHOP)).unwrap();
        let mut versions: Value = serde_json::from_str(&text).unwrap();
        for version in versions.as_array_mut().unwrap() {
            version.as_object_mut().unwrap().remove("claim");
        }
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("policy-{}.json", std::process::id()));
        std::fs::write(&path, versions.to_string()).unwrap();
        path
    });
    &POLICY
}

/// The policy of the shop as it is.
pub const POLICY_OF_THE_SHOP: &str = "www/storefront/policy.json";

/// What the command line would say.
pub fn options(name: &str) -> Options {
    let words = ["--today", TODAY, "--merchant-key", KEY].map(str::to_owned);
    let mut options = Options::read(&words).unwrap();
    options.policy = policy().to_owned();
    options.orders = root().join("www/server/orders.json");
    options.root = root();
    options.data = Some(folder(name));
    let many = 1_000_000.try_into().unwrap();
    options.limits =
        Limits { claims_per_minute: many, reads_per_minute: many, keys_per_minute: many, ..Limits::default() };
    options
}

/// A server, and what it answers.
pub struct Shop {
    pub server: Arc<Server>,
    app: Router,
    data: PathBuf,
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// An answer.
pub struct Said {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Said {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("{}: {}", self.status, self.text()))
    }

    /// The code of a refusal.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_else(|| panic!("{}: {}", self.status, self.text())).to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Shop {
    pub fn open(options: Options) -> Self {
        let data = options.data.clone().unwrap();
        let server = Server::open(options).unwrap();
        Self { app: app::app(Arc::clone(&server)), server, data }
    }

    /// Asks from an address of this machine.
    pub async fn ask_from(&self, last: u8, mut request: Request<Body>) -> Said {
        request.extensions_mut().insert(Peer(IpAddr::V4(Ipv4Addr::new(127, 0, 0, last))));
        request.headers_mut().entry("host").or_insert("127.0.0.1:4170".parse().unwrap());
        let (head, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        Said { status: head.status, headers: head.headers, bytes: body.collect().await.unwrap().to_bytes() }
    }

    pub async fn ask(&self, request: Request<Body>) -> Said {
        self.ask_from(1, request).await
    }

    pub async fn get(&self, path: &str) -> Said {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// As somebody with a cookie.
    pub async fn get_as(&self, cookie: &str, path: &str) -> Said {
        self.ask(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await
    }

    /// The cookie of the merchant.
    pub async fn merchant(&self) -> String {
        let said = self.sign_in(KEY).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
        said.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    pub async fn sign_in(&self, key: &str) -> Said {
        let form = Request::post("/merchant/sign-in").header("content-type", "application/x-www-form-urlencoded");
        self.ask(form.body(Body::from(format!("key={key}"))).unwrap()).await
    }

    /// How many claims it keeps.
    pub fn kept(&self) -> i64 {
        self.server.store.count().unwrap()
    }
}
