//! All claims, for the merchant: the newest first.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::answer::Answer;
use super::{frame, gate, refused, shown};
use crate::Server;
use crate::language::Language;
use crate::refusal::Refusal;
use crate::store::Listed;

/// Claims on one page.
const MOST: usize = 50;

/// Where the list goes on.
#[derive(Deserialize)]
pub struct From {
    before: Option<String>,
}

/// The list.
pub async fn page(
    State(server): State<Arc<Server>>,
    language: Language,
    headers: HeaderMap,
    Query(from): Query<From>,
) -> Response {
    if !gate::is_open(&server, &headers) {
        return gate::closed(language);
    }
    let found = {
        let server = Arc::clone(&server);
        tokio::task::spawn_blocking(move || server.store.newest(MOST, from.before.as_deref())).await
    };
    match found {
        Ok(Ok(claims)) => listed(&server, &claims, language),
        Ok(Err(error)) => refused(&Refusal::failed(&error), language, "/merchant"),
        Err(error) => refused(&Refusal::failed(&error), language, "/merchant"),
    }
}

fn listed(server: &Server, claims: &[Listed], language: Language) -> Response {
    let title = language.of("Claims", "售后申请");
    frame::page(
        language,
        title,
        "/merchant/claims",
        html! {
            div.head {
                h1 { (title) }
                form method="post" action=(frame::link("/merchant/sign-out", language)) {
                    button.button.quiet.slim type="submit" { (language.of("Sign out", "退出")) }
                }
            }
            @if claims.is_empty() {
                p { (language.of("There is none yet.", "暂无申请。")) }
            } @else {
                div.panel.wide tabindex="0" role="region" aria-label=(title) {
                    table {
                        thead {
                            tr {
                                @for column in [
                                language.of("Number", "编号"),
                                language.of("Received", "收到时间"),
                                language.of("Order", "订单"),
                                language.of("Item", "商品"),
                                language.of("Wish", "希望"),
                                language.of("Files", "文件"),
                            ] { th scope="col" { (column) } }
                            }
                        }
                        tbody { @for claim in claims { (row(server, claim, language)) } }
                    }
                }
                @if let (Some(last), true) = (claims.last(), claims.len() == MOST) {
                    p { a href={ (frame::link("/merchant/claims", language)) "&before=" (last.number) } {
                        (language.of("Earlier ones", "更早的申请"))
                    } }
                }
            }
        },
    )
}

fn row(server: &Server, claim: &Listed, language: Language) -> Markup {
    let answer = Answer::of(&claim.receipt);
    let order = server.orders.find(&claim.order);
    let item = order.and_then(|order| order.item(answer.item())).map_or("", |item| &item.title);
    html! {
        tr {
            th scope="row" {
                a href=(frame::link(&format!("/merchant/claims/{}", claim.number), language)) { (claim.number) }
            }
            td { (server.clock.shown(&claim.received)) }
            td { (order.map_or(claim.order.as_str(), |order| &order.name)) }
            td.words { (item) }
            td.words { (shown::wish(&answer, language)) }
            td { (claim.files) }
        }
    }
}
