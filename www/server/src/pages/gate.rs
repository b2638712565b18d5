//! The key to the merchant's pages.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Extension, FromRequest as _, Request, State};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use maud::html;
use serde::Deserialize;

use super::{frame, refused};
use crate::Server;
use crate::language::Language;
use crate::limits::Peer;
use crate::receive::arrive;
use crate::refusal::{Code, Refusal};

/// Where the list of claims is.
const CLAIMS: &str = "/merchant/claims";

/// What the form sends.
#[derive(Deserialize)]
struct Given {
    key: String,
}

/// The form for the key, or the claims for whoever gave it.
pub async fn page(State(server): State<Arc<Server>>, language: Language, headers: HeaderMap) -> Response {
    if is_open(&server, &headers) {
        onward(&frame::link(CLAIMS, language))
    } else {
        form(language, StatusCode::OK, false)
    }
}

/// Takes the key.
pub async fn sign_in(
    State(server): State<Arc<Server>>,
    Extension(peer): Extension<Peer>,
    language: Language,
    request: Request,
) -> Response {
    let no = |refusal: &Refusal| refused(refusal, language, "/merchant");
    if let Err(refusal) = server.gates.keys.pass(peer) {
        return no(&refusal);
    }
    let (request, _held) = match arrive(&server.gates, request).await {
        Ok(arrived) => arrived,
        Err(refusal) => return no(&refusal),
    };
    let Ok(Form(Given { key })) = Form::from_request(request, &()).await else {
        return no(&Refusal::new(Code::Malformed));
    };
    match server.merchant.sign_in(key.trim()) {
        Ok(Some(cookie)) => with_cookie(onward(&frame::link(CLAIMS, language)), &cookie),
        Ok(None) => form(language, StatusCode::FORBIDDEN, true),
        Err(error) => no(&Refusal::failed(&error)),
    }
}

/// Forgets whoever asks.
pub async fn sign_out(State(server): State<Arc<Server>>, language: Language, headers: HeaderMap) -> Response {
    let cookie = server.merchant.sign_out(cookies(&headers));
    with_cookie(onward(&frame::link("/merchant", language)), &cookie)
}

/// Whether a request comes from somebody who gave the key.
pub(super) fn is_open(server: &Server, headers: &HeaderMap) -> bool {
    server.merchant.knows(cookies(headers))
}

/// For whoever has not given the key.
pub(super) fn closed(language: Language) -> Response {
    form(language, StatusCode::FORBIDDEN, false)
}

fn form(language: Language, status: StatusCode, wrong: bool) -> Response {
    let title = language.of("Merchant’s claims", "商家：售后申请");
    let page = frame::page(
        language,
        title,
        "/merchant",
        html! {
            h1 { (title) }
            form.panel.key method="post" action=(frame::link("/merchant/sign-in", language)) {
                label for="key" { (language.of("The merchant’s key", "商家密钥")) }
                p.muted.small #about { (language.of(
                    "The server printed it when it started, unless it was given one.",
                    "服务器启动时会显示密钥；也可以在启动时指定。",
                )) }
                @if wrong {
                    p.wrong #wrong role="alert" { (language.of("This is not the key.", "密钥不正确。")) }
                }
                // For programs that keep keys.
            input name="user" type="text" autocomplete="username" value="merchant" hidden;
            input #key name="key" type="password" autocomplete="current-password" required
                    aria-describedby=(if wrong { "wrong about" } else { "about" }) aria-invalid=[wrong.then_some("true")];
                button.button type="submit" { (language.of("Look at the claims", "查看申请")) }
            }
        },
    );
    (status, page).into_response()
}

fn cookies(headers: &HeaderMap) -> &str {
    headers.get(COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn onward(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}
