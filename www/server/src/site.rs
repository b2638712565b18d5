//! The shop's files, as `pkg-config/serve.mjs` serves them.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::percent_decode_str;

/// What the shop's pages allow: its own files and WebAssembly, nothing else.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/// Which folder answers for which path; the longest path first.
const MOUNTS: [(&str, &str); 4] = [
    ("/makegood/", "target/npm/makegood"),
    ("/preview/", "www/preview"),
    ("/docs/", "www/docs"),
    ("/", "www/storefront"),
];

/// The folders.
pub struct Site {
    root: PathBuf,
}

/// What a path leads to.
enum Found {
    File(PathBuf),
    Folder,
}

impl Site {
    /// The site of the repository in a folder.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The file of a path.
    pub async fn answer(&self, method: &Method, path: &str) -> Response {
        if method != Method::GET && method != Method::HEAD {
            return said(StatusCode::METHOD_NOT_ALLOWED, &[(ALLOW, "GET, HEAD")]);
        }
        let Some(plain) = decoded(path) else { return said(StatusCode::BAD_REQUEST, &[]) };
        let slashed = format!("{plain}/");
        let Some((prefix, folder)) = MOUNTS.iter().find(|(prefix, _)| slashed.starts_with(prefix)) else {
            return said(StatusCode::NOT_FOUND, &[]);
        };
        let Some(rest) = plain.strip_prefix(prefix) else {
            return said(StatusCode::MOVED_PERMANENTLY, &[(LOCATION, prefix)]);
        };
        match located(&self.root.join(folder), rest).await {
            None => said(StatusCode::NOT_FOUND, &[]),
            Some(Found::Folder) => said(StatusCode::MOVED_PERMANENTLY, &[(LOCATION, &format!("{path}/"))]),
            Some(Found::File(file)) => match tokio::fs::read(&file).await {
                Ok(bytes) => (headers(&file), Body::from(bytes)).into_response(),
                Err(_) => said(StatusCode::NOT_FOUND, &[]),
            },
        }
    }
}

fn headers(file: &Path) -> HeaderMap {
    let kind = kind(file);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if kind.starts_with("text/html") {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(STRICT));
    }
    headers
}

fn kind(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" => "image/jpeg",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// The path as text; none where it could lead out of its folder.
fn decoded(path: &str) -> Option<String> {
    let plain = percent_decode_str(path).decode_utf8().ok()?;
    let leads_out = plain.contains(['\0', '\\']) || plain.split('/').any(|part| matches!(part, "." | ".."));
    if leads_out { None } else { Some(plain.into_owned()) }
}

async fn located(root: &Path, rest: &str) -> Option<Found> {
    let wanted = if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    // A path that begins anew would leave the folder.
    if wanted.starts_with('/') {
        return None;
    }
    let home = tokio::fs::canonicalize(root).await.ok()?;
    let file = tokio::fs::canonicalize(home.join(wanted)).await.ok()?;
    if file == home || !file.starts_with(&home) {
        return None;
    }
    let about = tokio::fs::metadata(&file).await.ok()?;
    Some(if about.is_dir() { Found::Folder } else { Found::File(file) })
}

fn said(status: StatusCode, more: &[(HeaderName, &str)]) -> Response {
    let mut response = (status, format!("{}\n", status.as_u16())).into_response();
    for (name, value) in more {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
