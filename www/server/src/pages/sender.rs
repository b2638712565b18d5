//! What was received, for its sender alone.

use std::sync::Arc;

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use maud::html;

use super::answer::Answer;
use super::{frame, refused, shown, words};
use crate::Server;
use crate::language::Language;
use crate::limits::Peer;
use crate::random::sha256;
use crate::refusal::{Code, Refusal};
use crate::store::Claim;

/// The page of a secret address.
pub async fn page(
    State(server): State<Arc<Server>>,
    Extension(peer): Extension<Peer>,
    language: Language,
    Path(secret): Path<String>,
) -> Response {
    // The address is not repeated on a page that says that there is none.
    let no = |refusal: Refusal| refused(&refusal, language, "/claims/");
    if let Err(refusal) = server.gates.reads.pass(peer) {
        return no(refusal);
    }
    let hash = sha256(secret.as_bytes());
    let found = {
        let server = Arc::clone(&server);
        tokio::task::spawn_blocking(move || server.store.of_secret(&hash)).await
    };
    match found {
        Ok(Ok(Some(claim))) => received(&server, &claim, &secret, language),
        Ok(Ok(None)) => no(Refusal::new(Code::NotFound)),
        Ok(Err(error)) => no(Refusal::failed(&error)),
        Err(error) => no(Refusal::failed(&error)),
    }
}

fn received(server: &Server, claim: &Claim, secret: &str, language: Language) -> Response {
    let answer = Answer::of(&claim.receipt);
    let title = format!("{} {}", language.of("Claim", "申请"), claim.number);
    frame::page(
        language,
        &title,
        &format!("/claims/{secret}"),
        html! {
            h1 { (title) }
            p { (language.of("We have received it. This is all that you sent.", "我们已收到。以下是您提交的全部内容。")) }
            p.muted.small { (language.of(
                "Keep the address of this page: it is the only way to see this again, and whoever has it can see it.",
                "请保存本页地址：这是再次查看的唯一途径，知道地址的人都能看到本页。",
            )) }
            section.panel aria-labelledby="about" {
                h2 #about { (language.of("In short", "概要")) }
                (shown::summary(server, claim, &answer, language))
            }
            section.panel aria-labelledby="filled" {
                h2 #filled { (language.of("What you filled in", "您填写的内容")) }
                (shown::fields(&answer, language))
            }
            section.panel aria-labelledby="files" {
                h2 #files { (language.of("Files", "文件")) }
                @if claim.files.is_empty() {
                    p.muted { (language.of("None.", "无。")) }
                } @else {
                    ul.files {
                        @for file in &claim.files {
                            li {
                                bdi { (file.name) }
                                span.muted { (answer.need(&file.need, language)) ", " (words::size(file.size)) }
                            }
                        }
                    }
                }
            }
        },
    )
}
