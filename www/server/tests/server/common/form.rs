//! Forms as browsers send them.

use axum::body::Body;
use axum::http::Request;

pub const BOUNDARY: &str = "----makegood-0123456789";

/// A part of a form.
#[derive(Clone, Debug)]
pub struct Part {
    pub name: String,
    pub file: Option<String>,
    pub bytes: Vec<u8>,
}

impl Part {
    pub fn receipt(text: &str) -> Self {
        Self { name: "receipt".into(), file: None, bytes: text.into() }
    }

    pub fn file(name: &str, bytes: &[u8]) -> Self {
        Self { name: "file".into(), file: Some(name.into()), bytes: bytes.into() }
    }
}

/// The body of a form.
pub fn body(parts: &[Part]) -> Vec<u8> {
    // As browsers write names: what would end them is told in percents.
    let named = |name: &str| name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let mut body = Vec::new();
    for part in parts {
        let file = part.file.as_ref().map_or(String::new(), |file| format!("; filename=\"{}\"", named(file)));
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\n\r\n", named(&part.name));
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&part.bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// A form on its way to the shop.
pub fn request(parts: &[Part]) -> Request<Body> {
    sent(body(parts))
}

/// A body that says that it is a form.
pub fn sent(body: impl Into<Body>) -> Request<Body> {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    Request::post("/api/claims").header("content-type", kind).body(body.into()).unwrap()
}
