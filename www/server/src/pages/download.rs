//! Files of others, handed out so that no browser runs them.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::refusal::is_invisible;

/// Types that a browser shows without running anything in them.
const HARMLESS: [&str; 12] = [
    "application/json",
    "application/pdf",
    "image/avif",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/jpeg",
    "image/png",
    "image/webp",
    "video/mp4",
    "video/quicktime",
    "video/webm",
];

const HEADERS: [(HeaderName, &str); 4] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The longest name that is handed out, in characters.
const LONGEST: usize = 120;

/// A file to keep.
pub(super) fn answer(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let kind = HARMLESS.into_iter().find(|known| *known == kind).unwrap_or("application/octet-stream");
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let disposition = HeaderValue::from_str(&disposition(name));
    headers.insert(CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    response
}

/// A name without what leads anywhere, once in ASCII and once in full (RFC 6266).
fn disposition(name: &str) -> String {
    let safe = |c: char| !c.is_control() && !is_invisible(c) && !r#"/\:*?"<>|%;"#.contains(c);
    let plain: String = name.chars().filter(|c| safe(*c)).take(LONGEST).collect();
    let plain = plain.trim_matches([' ', '.']);
    let plain = if plain.is_empty() { "file" } else { plain };
    let ascii: String = plain.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", utf8_percent_encode(plain, NON_ALPHANUMERIC))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_leads_nowhere() {
        for (name, ascii) in [
            ("photo.jpg", "photo.jpg"),
            ("../../etc/passwd", "etcpasswd"),
            ("C:\\boot.ini", "Cboot.ini"),
            ("a\"; filename=\"b.exe", "a filename=b.exe"),
            ("a\r\nSet-Cookie: b", "aSet-Cookie b"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("屏幕.png", "__.png"),
            ("..", "file"),
            ("\0", "file"),
        ] {
            let disposition = disposition(name);
            assert!(disposition.starts_with(&format!("attachment; filename=\"{ascii}\"; ")), "{disposition}");
            assert!(disposition.bytes().all(|byte| (b' '..0x7f).contains(&byte)), "{disposition}");
        }
    }
}
