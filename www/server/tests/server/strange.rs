//! What no page sends: whatever it is, it is refused with a code, nothing is kept, and the server goes on.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::common::claims::{self, Claim};
use crate::common::form::{self, BOUNDARY, Part};
use crate::common::{Shop, TODAY, options};

fn claim(shop: &Shop) -> Claim {
    claims::claims(&shop.server, 7_000_000, 20).into_iter().find(|claim| !claim.files.is_empty()).unwrap()
}

#[tokio::test]
async fn forms_that_are_none() {
    let shop = Shop::open(options("forms"));
    let whole = form::body(&claim(&shop).parts());
    let ends: Vec<Vec<u8>> = [0, 1, 30, 500, whole.len() / 2, whole.len() - 30].map(|end| whole[..end].to_vec()).into();
    for body in ends {
        let said = shop.ask(form::sent(body.clone())).await;
        assert_eq!((said.code().as_str(), said.status), ("body.malformed", StatusCode::BAD_REQUEST), "{}", body.len());
    }
    let kinds = [
        "",
        "text/plain",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/mixed; boundary=x",
    ];
    for kind in kinds.into_iter().chain([&*format!("multipart/form-data; boundary={}", "x".repeat(5000))]) {
        let request = Request::post("/api/claims").header("content-type", kind).body(Body::from(whole.clone()));
        let said = shop.ask(request.unwrap()).await;
        assert!(matches!(&*said.code(), "body.malformed" | "body.no-receipt"), "{kind:.60}");
    }
    let headers = format!("--{BOUNDARY}\r\n{}\r\n\r\nx\r\n--{BOUNDARY}--\r\n", "X-Header: y\r\n".repeat(100_000));
    let endless =
        [format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"").as_bytes(), &vec![b'a'; 3_000_000]]
            .concat();
    let nameless = format!("--{BOUNDARY}\r\n\r\nx\r\n--{BOUNDARY}--\r\n").into_bytes();
    for body in [nameless, headers.into_bytes(), endless, vec![0; 2_000_000], b"\r\n".repeat(1_000_000)] {
        let said = shop.ask(form::sent(body)).await;
        assert!(said.code().starts_with("body."), "{}", said.text());
    }

    assert_eq!(shop.ask(form::request(&[])).await.code(), "body.no-receipt");
    for method in ["GET", "PUT", "DELETE", "PATCH"] {
        let request = Request::builder().method(method).uri("/api/claims").body(Body::empty()).unwrap();
        assert_eq!(shop.ask(request).await.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    assert_eq!(shop.kept(), 0);
}

#[tokio::test]
async fn too_much_of_everything() {
    let mut options = options("much");
    options.limits.most_bytes = 3_000_000;
    let shop = Shop::open(options);
    let claim = claim(&shop);
    let many: Vec<Part> = (0..10_000).map(|_| Part::file("x.png", b"x")).collect();
    assert_eq!(shop.ask(form::request(&many)).await.code(), "body.too-many-files");
    let fields: Vec<Part> =
        (0..10_000).map(|part| Part { name: format!("field{part}"), file: None, bytes: vec![] }).collect();
    assert_eq!(shop.ask(form::request(&fields)).await.code(), "body.unknown-part");
    let large = shop.ask(form::request(&[Part::file("x.png", &vec![0; 3_000_001])])).await;
    assert_eq!((large.code().as_str(), large.status), ("body.too-large", StatusCode::PAYLOAD_TOO_LARGE));
    let mut declared = form::request(&claim.parts());
    declared.headers_mut().insert("content-length", "999999999999".parse().unwrap());
    assert_eq!(shop.ask(declared).await.code(), "body.too-large", "before anything of it is read");
    for characters in [5_001, 50_000] {
        let mut draft = claim.draft.clone();
        draft["fields"]["name"] = json!("字".repeat(characters));
        let receipt = claims::receipt(shop.server.shops.promise(), &draft).unwrap();
        let said = shop.ask(form::request(&[Part::receipt(&receipt)])).await;
        assert!(said.status.is_client_error() && said.bytes.len() < 20_000, "{}", said.bytes.len());
    }
    let mut told = claim.told();
    told["request"]["fields"]["happened"] = json!("x".repeat(1_000_000));
    let said = shop.ask(form::request(&[Part::receipt(&claims::hashed(told))])).await;
    assert_eq!(said.code(), "receipt.unreadable", "beyond what the engine reads");
    let deep = format!("{{\"hash\":{}1{}}}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(shop.ask(form::request(&[Part::receipt(&deep)])).await.code(), "receipt.unreadable");
    assert_eq!(shop.kept(), 0);
    assert_eq!(shop.ask(form::request(&claim.parts())).await.status, StatusCode::CREATED, "it goes on");
}

/// Texts that have broken other programs.
const TEXTS: [&str; 9] = [
    "🦀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "\u{202e}gpj.exe\u{202c}",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE claim; --",
    "../../../../etc/passwd",
    "{{7*7}} ${7*7} %s%n {name}",
    "a\u{0}b\u{7}c",
    "&lt;b&gt;&#x3c;i&#x3e;",
];

#[tokio::test]
async fn strange_texts_are_kept_as_they_are_and_shown_as_text() {
    let shop = Shop::open(options("texts"));
    let cookie = shop.merchant().await;
    let plain = claim(&shop);
    let order = shop.server.orders.find(&plain.order).unwrap();
    for text in TEXTS {
        let mut claim = plain.clone();
        claim.draft["fields"]["name"] = json!(text);
        claim.draft["fields"]["happened"] = json!(format!("{text}\n{text}"));
        claim.draft["evidence"][0]["name"] = json!(text);
        claim.receipt = claims::receipt(shop.server.shops.of(order), &claim.draft).unwrap();
        // Browsers send no control characters there; the receipt has the name that counts.
        claim.files[0].0 = text.replace(char::is_control, "_");
        let said = shop.ask(form::request(&claim.parts())).await;
        assert_eq!(said.status, StatusCode::CREATED, "{text}: {}", said.text());
        let number = said.json()["number"].as_str().unwrap().to_owned();
        let kept = shop.server.store.of_number(&number).unwrap().unwrap();
        assert_eq!((kept.receipt.as_str(), kept.files[0].name.as_str()), (claim.receipt.as_str(), text));
        let link = said.json()["link"].as_str().unwrap().to_owned();
        let file = format!("/merchant/claims/{number}/files/1");
        for page in [shop.get(&link).await, shop.get_as(&cookie, &format!("/merchant/claims/{number}")).await] {
            assert_eq!(page.status, StatusCode::OK);
            for markup in ["<script>", "<img src=x", "<i>"] {
                assert!(!page.text().contains(markup), "{text} shows {markup}");
            }
        }
        let file = shop.get_as(&cookie, &file).await;
        assert_eq!(file.bytes, claim.files[0].1);
        let disposition = file.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\"") && disposition.is_ascii(), "{disposition}");
        assert!(!disposition.contains("..") && !disposition.contains('/'), "{disposition}");
        assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
    }
    let list = shop.get_as(&cookie, "/merchant/claims").await;
    assert_eq!(list.text().matches("<tr>").count(), TEXTS.len() + 1);
    assert_eq!(claim(&shop).draft["today"].as_str().map(|day| day <= TODAY), Some(true));
}
