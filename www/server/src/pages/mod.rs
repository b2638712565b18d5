//! What people see of a claim: its sender at a secret address, the merchant with a key.

mod answer;
pub mod detail;
mod download;
mod frame;
pub mod gate;
pub mod list;
pub mod sender;
mod shown;
mod words;

use axum::response::Response;

use crate::language::Language;
use crate::refusal::Refusal;

/// A refusal as a page.
fn refused(refusal: &Refusal, language: Language, path: &str) -> Response {
    let (title, detail) = refusal.words(language);
    let page = frame::page(
        language,
        &title,
        path,
        maud::html! {
            h1 { (title) }
            p { (detail) }
        },
    );
    refusal.headed(page, "text/html; charset=utf-8")
}
