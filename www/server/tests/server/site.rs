//! The shop's files.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use makegood_server::language::Language;
use makegood_server::options::USAGE;
use makegood_server::refusal::Code;
use makegood_server::site::STRICT;

use crate::common::{Shop, options, root};

#[tokio::test]
async fn files_are_served_as_they_are_with_their_type_and_a_strict_policy() {
    let shop = Shop::open(options("site"));
    for (path, file, kind) in [
        ("/", "www/storefront/index.html", "text/html; charset=utf-8"),
        ("/zh/", "www/storefront/zh/index.html", "text/html; charset=utf-8"),
        ("/order.html?x=1", "www/storefront/order.html", "text/html; charset=utf-8"),
        ("/policy.json", "www/storefront/policy.json", "application/json; charset=utf-8"),
        ("/styles/base.css", "www/storefront/styles/base.css", "text/css; charset=utf-8"),
        ("/scripts/order.js", "www/storefront/scripts/order.js", "text/javascript; charset=utf-8"),
        ("/art/logo.svg", "www/storefront/art/logo.svg", "image/svg+xml"),
        ("/docs/", "www/docs/index.html", "text/html; charset=utf-8"),
        ("/preview/preview.css", "www/preview/preview.css", "text/css; charset=utf-8"),
        ("/orders/1042.json", "www/storefront/orders/1042.json", "application/json; charset=utf-8"),
    ] {
        let said = shop.get(path).await;
        assert_eq!((said.status, said.header("content-type")), (StatusCode::OK, kind), "{path}");
        assert_eq!(said.bytes, std::fs::read(root().join(file)).unwrap(), "{path}");
        let policy = if kind.starts_with("text/html") { STRICT } else { "" };
        assert_eq!(
            (said.header("content-security-policy"), said.header("x-content-type-options")),
            (policy, "nosniff")
        );
    }
    for (path, to) in
        [("/docs", "/docs/"), ("/preview", "/preview/"), ("/styles", "/styles/"), ("/makegood", "/makegood/")]
    {
        let said = shop.get(path).await;
        assert_eq!((said.status, said.header("location")), (StatusCode::MOVED_PERMANENTLY, to));
    }
    let post = shop.ask(Request::post("/").body(Body::empty()).unwrap()).await;
    assert_eq!((post.status, post.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
}

#[tokio::test]
async fn no_path_leads_out_of_its_folder() {
    let shop = Shop::open(options("paths"));
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/%2e%2e/Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/docs/..%2f..%2fCargo.toml",
        "/docs/%2e%2e/policy.json",
        "/..%5c..%5cCargo.toml",
        "/index.html%00.png",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/docs//etc/passwd",
        "/%ff",
        "/./index.html",
        "/server/orders.json",
        "/.git/config",
        "/nothing.html",
        "/styles/",
    ] {
        let said = shop.get(path).await;
        assert!(matches!(said.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST), "{path}: {}", said.status);
        assert!(said.bytes.len() < 100, "{path}");
    }
}

/// The two servers of the demo, and of its tests, allow pages the same.
#[test]
fn the_policy_and_the_folders_are_those_of_the_other_server() {
    let other = std::fs::read_to_string(root().join("pkg-config/serve.mjs")).unwrap();
    let list = other.split_once("strictPolicy = [").unwrap().1.split_once(']').unwrap().0;
    let lines: Vec<&str> =
        list.lines().map(|line| line.trim().trim_end_matches(',')).filter(|line| !line.is_empty()).collect();
    let plain: Vec<&str> = lines.iter().map(|line| &line[1..line.len() - 1]).collect();
    assert_eq!(plain.join("; "), STRICT);
    let own = std::fs::read_to_string(root().join("www/server/src/site.rs")).unwrap();
    let mounts = other.split_once("demoMounts = {").unwrap().1.split_once('}').unwrap().0;
    for line in mounts.lines().filter(|line| line.contains(':')) {
        let mut words = line.split('\'').skip(1).step_by(2);
        let (path, folder) = (words.next().unwrap(), words.next().unwrap());
        assert!(own.contains(&format!("(\"{path}\", \"{folder}\")")), "{path}");
    }
}

#[test]
fn every_code_and_every_option_is_in_the_documentation_in_its_own_words() {
    let page = std::fs::read_to_string(root().join("www/docs/server.html")).unwrap();
    for code in Code::ALL {
        let (title, detail) = code.words(Language::English);
        let detail = detail.replace('{', "<var>").replace('}', "</var>");
        let (name, status) = (code.name(), code.status().as_u16());
        let entry = format!("<dt id=\"{name}\"><code>{name}</code> ({status})</dt>\n<dd>{title}.<br>{detail}</dd>");
        assert!(page.contains(&entry), "{entry}");
    }
    assert_eq!(page.matches("<dt id=").count(), Code::ALL.len());
    let options: Vec<&str> = USAGE.split(['[', ' ', ']']).filter(|word| word.starts_with("--")).collect();
    assert!(options.len() >= 15);
    for option in options {
        assert!(page.contains(&format!("<code>{option}</code>")), "{option}");
    }
}
