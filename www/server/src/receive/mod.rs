//! A claim from its first byte to its number.
//!
//! [`arrival`] takes the bytes in, [`form`] reads its parts, [`receipt`] verifies the answer with the engine, [`record`] holds it
//! against the shop's own record of the order, and [`files`] holds the files against what the receipt says of them.

mod arrival;
mod file_type;
mod files;
mod form;
mod receipt;
mod record;

use std::sync::Arc;

pub(crate) use arrival::arrive;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use crate::Server;
use crate::limits::Peer;
use crate::random::{secret, sha256};
use crate::refusal::{Code, Refusal};
use crate::store::{Kept, New};

/// Receives a claim.
///
/// # Errors
/// Why it is not taken.
pub async fn claim(server: Arc<Server>, peer: Peer, request: Request) -> Result<Response, Refusal> {
    server.gates.claims.pass(peer)?;
    let (arrived, held) = arrive(&server.gates, request).await?;
    let form = form::read(&server.gates.limits, arrived).await?;
    let link = format!("/claims/{}", secret().map_err(|error| Refusal::failed(&error))?);
    let kept = {
        let (server, link) = (Arc::clone(&server), link.clone());
        // The engine and the disk take their time, and others go on meanwhile.
        let done = tokio::task::spawn_blocking(move || {
            let kept = keep(&server, form, &link);
            drop(held);
            kept
        });
        done.await.map_err(|error| Refusal::failed(&error))??
    };
    let said = json!({ "number": kept.number, "link": link });
    let mut response = (StatusCode::CREATED, axum::Json(said)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(link) = HeaderValue::from_str(&link) {
        response.headers_mut().insert(LOCATION, link);
    }
    Ok(response)
}

/// Verifies a claim and keeps it.
fn keep(server: &Server, form: form::Form, link: &str) -> Result<Kept, Refusal> {
    let receipt = receipt::read(&form.receipt, server.shops.promise())?;
    let order = record::order(&server.orders, &receipt)?;
    let shop = server.shops.of(order);
    record::holds(order, shop, &receipt)?;
    receipt::is_fresh(&server.clock, &receipt)?;
    receipt::verify(shop, &receipt)?;
    receipt::is_complete(&receipt)?;
    let files = files::held_against(&receipt, form.files, server.gates.limits.most_files)?;
    let secret = link.rsplit('/').next().unwrap_or_default();
    let new = New {
        secret: sha256(secret.as_bytes()),
        receipt_hash: receipt.word("hash"),
        order: &order.number,
        received: &server.clock.now(),
        receipt: &receipt.canonical(),
        files: &files,
    };
    server
        .store
        .keep(&new)
        .map_err(|error| Refusal::failed(&error))?
        .map_err(|number| Refusal::new(Code::Repeated).with("number", number))
}
