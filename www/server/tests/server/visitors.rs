//! Who may see what, and how often anyone may ask.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use makegood_server::connections;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::common::claims;
use crate::common::form;
use crate::common::{KEY, Shop, TODAY, options};

#[tokio::test]
async fn a_claim_is_seen_by_its_sender_and_the_merchant_alone() {
    let shop = Shop::open(options("seen"));
    let mut links = Vec::new();
    for claim in claims::claims(&shop.server, 8_000_000, 2) {
        let said = shop.ask(form::request(&claim.parts())).await;
        assert_eq!(said.header("location"), said.json()["link"]);
        links.push((
            said.json()["link"].as_str().unwrap().to_owned(),
            said.json()["number"].as_str().unwrap().to_owned(),
        ));
    }
    let [(link, number), (other_link, other_number)] = &links[..] else { panic!("two claims") };
    let secret = link.strip_prefix("/claims/").unwrap();
    assert!(secret.len() * 4 >= 128 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()) && link != other_link);
    let page = shop.get(link).await;
    assert!(page.text().contains(number) && !page.text().contains(other_number));
    assert!(!page.text().contains("/merchant/") && page.header("cache-control") == "no-store");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'self'") && !policy.contains("unsafe"), "{policy}");
    let mut wrong = secret.to_owned();
    let last = if wrong.pop() == Some('0') { '1' } else { '0' };
    wrong.push(last);
    for path in [
        "/claims/",
        "/claims",
        "/claims/C-000001",
        "/claims/1",
        "/claims/%00",
        &format!("/claims/{wrong}"),
        &format!("/claims/{}", secret.to_uppercase()),
    ] {
        let said = shop.get(path).await;
        assert!(said.status == StatusCode::NOT_FOUND || secret.to_uppercase() == secret, "{path}: {}", said.status);
        assert!(!said.text().contains(number), "{path}");
    }
    let paths = ["/merchant/claims".to_owned(), format!("/merchant/claims/{number}")];
    let paths =
        paths.into_iter().chain(["receipt.json", "files/1"].map(|rest| format!("/merchant/claims/{number}/{rest}")));
    let cookie = shop.merchant().await;
    for path in paths {
        for stranger in [
            "",
            "makegood-merchant=",
            "makegood-merchant=0",
            &format!("makegood-merchant={KEY}"),
            &format!("{cookie}0"),
        ] {
            let said = shop.get_as(stranger, &path).await;
            assert_eq!(said.status, StatusCode::FORBIDDEN, "{path} with {stranger}");
            assert!(!said.text().contains(number) && !said.text().contains(other_number));
        }
        assert_ne!(shop.get_as(&cookie, &path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let receipt = shop.get_as(&cookie, &format!("/merchant/claims/{number}/receipt.json")).await;
    let verdict = makegood::verify(shop.server.shops.of(shop.server.orders.all().next().unwrap()), receipt.text());
    assert!(verdict.unwrap().holds, "what the merchant saves still holds");
    for path in [
        "/merchant/claims/C-000009",
        "/merchant/claims/x",
        &format!("/merchant/claims/{number}/files/99"),
        &format!("/merchant/claims/{number}/files/-1"),
    ] {
        assert_eq!(shop.get_as(&cookie, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [link.as_str(), "/merchant/claims", &format!("/merchant/claims/{number}"), "/merchant"] {
        for (language, word) in [("zh-CN", "lang=\"zh-CN\""), ("en", "lang=\"en\"")] {
            let request = Request::get(path).header("cookie", &cookie).header("accept-language", language);
            let said = shop.ask(request.body(Body::empty()).unwrap()).await;
            assert!(said.status == StatusCode::SEE_OTHER || said.text().contains(&format!("<html {word}>")), "{path}");
        }
        assert!(
            path == "/merchant"
                || shop.get_as(&cookie, &format!("{path}?lang=zh")).await.text().contains("lang=\"zh-CN\"")
        );
    }
}

#[tokio::test]
async fn the_key_opens_and_can_be_given_back() {
    let mut options = options("key");
    options.limits.keys_per_minute = 5.try_into().unwrap();
    let shop = Shop::open(options);
    let cookie = shop.merchant().await;
    assert_eq!(shop.get_as(&cookie, "/merchant").await.header("location"), "/merchant/claims?lang=en");
    let out = Request::post("/merchant/sign-out").header("cookie", &cookie).body(Body::empty()).unwrap();
    assert!(shop.ask(out).await.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(shop.get_as(&cookie, "/merchant/claims").await.status, StatusCode::FORBIDDEN);
    for _ in 0..4 {
        let said = shop.sign_in("not-the-key-of-the-tests").await;
        assert_eq!((said.status, said.header("set-cookie")), (StatusCode::FORBIDDEN, ""));
        assert!(said.text().contains("role=\"alert\""));
    }
    let said = shop.sign_in(KEY).await;
    assert_eq!((said.status, said.header("retry-after").is_empty()), (StatusCode::TOO_MANY_REQUESTS, false));
}

#[tokio::test]
async fn each_address_may_ask_so_often() {
    let mut options = options("often");
    options.limits.claims_per_minute = 3.try_into().unwrap();
    options.limits.reads_per_minute = 4.try_into().unwrap();
    let shop = Shop::open(options);
    for expected in ["body.no-receipt", "body.no-receipt", "body.no-receipt", "address.too-often"] {
        let said = shop.ask_from(1, form::request(&[])).await;
        assert_eq!(said.code(), expected);
        let waits: u64 = said.header("retry-after").parse().unwrap_or(0);
        assert_eq!(waits > 0 && waits <= 60, expected == "address.too-often");
    }
    assert_eq!(shop.ask_from(2, form::request(&[])).await.code(), "body.no-receipt", "another address");
    for reads in 0..6 {
        let said = shop.ask_from(3, Request::get("/api/orders/1042").body(Body::empty()).unwrap()).await;
        assert_eq!(said.status, if reads < 4 { StatusCode::OK } else { StatusCode::TOO_MANY_REQUESTS });
    }
}

#[tokio::test]
async fn only_the_shop_s_own_pages_may_send() {
    let shop = Shop::open(options("sites"));
    for (origin, host, code) in [
        ("http://127.0.0.1:4170", "127.0.0.1:4170", "body.no-receipt"),
        ("http://localhost:4170", "localhost:4170", "body.no-receipt"),
        ("https://shop.example", "127.0.0.1:4170", "address.other-site"),
        ("null", "127.0.0.1:4170", "address.other-site"),
        ("http://127.0.0.1:4171", "127.0.0.1:4170", "address.other-site"),
        ("http://shop.example", "shop.example", "address.other-host"),
    ] {
        let mut request = form::request(&[]);
        request.headers_mut().insert("origin", origin.parse().unwrap());
        request.headers_mut().insert("host", host.parse().unwrap());
        assert_eq!(shop.ask(request).await.code(), code, "{origin} at {host}");
    }
}

#[tokio::test]
async fn the_record_of_an_order_is_told_without_its_buyer() {
    let shop = Shop::open(options("orders"));
    let order = shop.get("/api/orders/1042").await.json();
    assert_eq!((&order["country"], &order["items"][0]["title"]), (&"CN".into(), &"Aurora One phone, 256 GB".into()));
    assert_eq!((&order["items"][1]["returned"], &order["today"]), (&1.into(), &TODAY.into()));
    assert!(!order.to_string().contains("Yue"));
    for path in ["/api/orders/1043", "/api/orders/..%2f..%2fetc", "/api/orders/%F0%9F%A6%80", "/api/orders/%ff"] {
        let status = shop.get(path).await.status;
        assert!(status == StatusCode::NOT_FOUND || status == StatusCode::BAD_REQUEST, "{path}: {status}");
    }
}

/// A server on a socket, with little patience.
async fn patient(shop: &Shop) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (server, limits) = (shop.server.clone(), shop.server.gates.limits.clone());
    tokio::spawn(async move { connections::serve(listener, server, &limits).await });
    port
}

#[tokio::test]
async fn slow_senders_are_sent_away_and_others_are_not_kept_waiting() {
    let mut options = options("slow");
    options.limits.pause = Duration::from_secs(2);
    options.limits.body = Duration::from_millis(2500);
    options.limits.headers = Duration::from_millis(500);
    options.limits.most_bodies = 4;
    let shop = Shop::open(options);
    let port = patient(&shop).await;
    let head = format!(
        "POST /api/claims HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
    );
    let open = || async { TcpStream::connect(("127.0.0.1", port)).await.unwrap() };
    let heard = |mut stream: TcpStream| async move {
        let mut said = String::new();
        let read = stream.read_to_string(&mut said);
        let _ = tokio::time::timeout(Duration::from_secs(10), read).await.expect("an answer, or an end");
        said
    };
    // One byte now and then: too slow as a whole.
    let mut drop_by_drop = open().await;
    drop_by_drop.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..40 {
        if drop_by_drop.write_all(b"x").await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(heard(drop_by_drop).await.contains("body.slow"));
    // Four that stop: no place is left, and soon there is again.
    let mut stopped = Vec::new();
    for _ in 0..4 {
        let mut stream = open().await;
        stream.write_all(head.as_bytes()).await.unwrap();
        stopped.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut fifth = open().await;
    fifth.write_all(head.as_bytes()).await.unwrap();
    assert!(heard(fifth).await.contains("server.busy"));
    for stream in stopped {
        assert!(heard(stream).await.contains("body.slow"));
    }
    // Headers that never end.
    let mut endless = open().await;
    endless.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ").await.unwrap();
    let _ = heard(endless).await;
    let mut long = open().await;
    let _ = long
        .write_all(format!("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: {}\r\n\r\n", "a".repeat(200_000)).as_bytes())
        .await;
    let said = heard(long).await;
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431"), "{said}");
    let mut still = open().await;
    still.write_all(b"GET /api/orders/1042 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").await.unwrap();
    assert!(heard(still).await.starts_with("HTTP/1.1 200"));
    assert_eq!(shop.kept(), 0);
}
