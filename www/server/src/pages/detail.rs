//! One claim, for the merchant: all of it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::html;

use super::answer::Answer;
use super::{download, frame, gate, refused, shown, words};
use crate::Server;
use crate::language::Language;
use crate::refusal::{Code, Refusal};
use crate::store::Claim;

/// The page of a claim.
pub async fn page(
    State(server): State<Arc<Server>>,
    language: Language,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Response {
    if !gate::is_open(&server, &headers) {
        return gate::closed(language);
    }
    match claim(&server, number).await {
        Ok(claim) => whole(&server, &claim, language),
        Err(refusal) => refused(&refusal, language, "/merchant/claims"),
    }
}

/// The receipt, as it was verified.
pub async fn receipt(
    State(server): State<Arc<Server>>,
    language: Language,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Response {
    if !gate::is_open(&server, &headers) {
        return gate::closed(language);
    }
    match claim(&server, number).await {
        Ok(claim) => {
            let name = format!("{}-receipt.json", claim.number);
            download::answer("application/json", &name, claim.receipt.into_bytes())
        }
        Err(refusal) => refused(&refusal, language, "/merchant/claims"),
    }
}

/// A file of a claim, to keep and not to open here.
pub async fn file(
    State(server): State<Arc<Server>>,
    language: Language,
    headers: HeaderMap,
    Path((number, position)): Path<(String, String)>,
) -> Response {
    if !gate::is_open(&server, &headers) {
        return gate::closed(language);
    }
    let no = |refusal: &Refusal| refused(refusal, language, "/merchant/claims");
    let Ok(position) = position.parse() else { return no(&Refusal::new(Code::NotFound)) };
    let found = {
        let server = Arc::clone(&server);
        tokio::task::spawn_blocking(move || server.store.file(&number, position)).await
    };
    match found {
        Ok(Ok(Some((file, bytes)))) => download::answer(&file.kind, &file.name, bytes),
        Ok(Ok(None)) => no(&Refusal::new(Code::NotFound)),
        Ok(Err(error)) => no(&Refusal::failed(&error)),
        Err(error) => no(&Refusal::failed(&error)),
    }
}

async fn claim(server: &Arc<Server>, number: String) -> Result<Claim, Refusal> {
    let server = Arc::clone(server);
    let found = tokio::task::spawn_blocking(move || server.store.of_number(&number)).await;
    let found = found.map_err(|error| Refusal::failed(&error))?.map_err(|error| Refusal::failed(&error))?;
    found.ok_or_else(|| Refusal::new(Code::NotFound))
}

fn whole(server: &Server, claim: &Claim, language: Language) -> Response {
    let answer = Answer::of(&claim.receipt);
    let title = format!("{} {}", language.of("Claim", "申请"), claim.number);
    let path = format!("/merchant/claims/{}", claim.number);
    let [today, engine, policy] = answer.rests_on();
    frame::page(
        language,
        &title,
        &path,
        html! {
            nav.crumbs aria-label=(language.of("Breadcrumb", "路径")) {
                ol {
                    li { a href=(frame::link("/merchant/claims", language)) { (language.of("Claims", "售后申请")) } }
                    li { span aria-current="page" { (claim.number) } }
                }
            }
            h1 { (title) }
            section.panel aria-labelledby="about" {
                h2 #about { (language.of("In short", "概要")) }
                (shown::summary(server, claim, &answer, language))
            }
            section.panel aria-labelledby="filled" {
                h2 #filled { (language.of("What the sender filled in", "申请人填写的内容")) }
                (shown::fields(&answer, language))
            }
            @let warnings = answer.warnings();
            @if !warnings.is_empty() {
                section.panel aria-labelledby="look" {
                    h2 #look { (language.of("Worth a look", "值得留意")) }
                    ul.files {
                        @for (code, pointer) in warnings {
                            li { a href="/docs/problems.html" { code { (code) } } span.muted { (pointer) } }
                        }
                    }
                }
            }
            section.panel aria-labelledby="files" {
                h2 #files { (language.of("Files", "文件")) }
                @if claim.files.is_empty() {
                    p.muted { (language.of("None.", "无。")) }
                } @else {
                    ul.files {
                        @for file in &claim.files {
                            li {
                                a href={ (path) "/files/" (file.position) } download { bdi { (file.name) } }
                                span.muted { (answer.need(&file.need, language)) ", " (file.kind) ", " (words::size(file.size)) }
                            }
                        }
                    }
                }
            }
            section.panel aria-labelledby="rests" {
                h2 #rests { (language.of("What it rests on", "依据")) }
                p { (language.of(
                    "When it came, the engine answered the same request again and came to the same answer, and the facts were those of the order’s record.",
                    "收到时，引擎对同一请求重新作答，结果一致；事实与订单记录相符。",
                )) }
                dl.pairs {
                    div { dt { (language.of("Day of the answer", "答复日期")) } dd { (today) } }
                    div { dt { (language.of("Policy", "政策版本")) } dd { (policy) } }
                    div { dt { (language.of("Engine", "引擎版本")) } dd { (engine) } }
                }
                p { a.button.quiet.slim href={ (path) "/receipt.json" } download { (language.of("Save the receipt", "保存凭据")) } }
            }
        },
    )
}
