//! Which address is answered by what.

use std::sync::Arc;

use axum::extract::{Extension, Path, Request, State};
use axum::http::header::{CACHE_CONTROL, HOST, ORIGIN, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Serialize;

use crate::language::Language;
use crate::limits::Peer;
use crate::orders::Order;
use crate::refusal::{Code, Refusal};
use crate::{Server, pages, receive};

/// Everything that the server answers.
pub fn app(server: Arc<Server>) -> Router {
    Router::new()
        .route("/api/orders/{number}", get(order))
        .route("/api/claims", post(claim))
        .route("/claims/{secret}", get(pages::sender::page))
        .route("/merchant", get(pages::gate::page))
        .route("/merchant/sign-in", post(pages::gate::sign_in))
        .route("/merchant/sign-out", post(pages::gate::sign_out))
        .route("/merchant/claims", get(pages::list::page))
        .route("/merchant/claims/{number}", get(pages::detail::page))
        .route("/merchant/claims/{number}/receipt.json", get(pages::detail::receipt))
        .route("/merchant/claims/{number}/files/{position}", get(pages::detail::file))
        .method_not_allowed_fallback(not_allowed)
        .fallback(site)
        .layer(from_fn(ours))
        .with_state(server)
}

/// What a page is told of an order.
#[derive(Serialize)]
struct Told<'o> {
    /// Today, as the server will hold a claim against it.
    today: String,
    #[serde(flatten)]
    order: &'o Order,
}

/// What the shop knows of an order.
async fn order(
    State(server): State<Arc<Server>>,
    Extension(peer): Extension<Peer>,
    language: Language,
    Path(number): Path<String>,
) -> Response {
    if let Err(refusal) = server.gates.reads.pass(peer) {
        return refusal.response(language);
    }
    match server.orders.find(&number) {
        Some(order) => {
            let told = Told { today: server.clock.today().to_string(), order };
            ([(CACHE_CONTROL, "no-store")], Json(told)).into_response()
        }
        None => Refusal::new(Code::NotFound).response(language),
    }
}

async fn claim(
    State(server): State<Arc<Server>>,
    Extension(peer): Extension<Peer>,
    language: Language,
    request: Request,
) -> Response {
    receive::claim(server, peer, request).await.unwrap_or_else(|refusal| refusal.response(language))
}

async fn not_allowed(language: Language) -> Response {
    Refusal::new(Code::NotAllowed).response(language)
}

async fn site(State(server): State<Arc<Server>>, request: Request) -> Response {
    server.site.answer(request.method(), request.uri().path()).await
}

/// Only under a name of this machine, and only from its own pages: no page of another site can ask in a visitor's name.
async fn ours(language: Language, request: Request, next: Next) -> Response {
    let host = header(request.headers(), HOST.as_str());
    if !is_of_this_machine(host) {
        return Refusal::new(Code::OtherHost).response(language);
    }
    let changes = request.method() != Method::GET && request.method() != Method::HEAD;
    let origin = header(request.headers(), ORIGIN.as_str());
    if changes && !origin.is_empty() && origin != format!("http://{host}") {
        return Refusal::new(Code::OtherSite).response(language);
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn is_of_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::is_of_this_machine;

    #[test]
    fn only_names_of_this_machine() {
        for host in ["127.0.0.1:4170", "localhost", "localhost:1", "[::1]:80"] {
            assert!(is_of_this_machine(host), "{host}");
        }
        for host in ["", "shop.example", "127.0.0.1.shop.example:4170", "localhost:99999", "localhost:x", "[::2]:80"] {
            assert!(!is_of_this_machine(host), "{host}");
        }
    }
}
