//! What stands on every page: the shop's header and footer, and headers that let nothing in.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::response::{IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, html};

use crate::language::Language;

/// No script at all, forms to ourselves only, and no page around it.
const STRICT: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What may not be kept by a browser or named to others.
const HEADERS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, STRICT),
    (CACHE_CONTROL, "no-store"),
    // Not `no-referrer`: then forms would be sent without their origin.
    (REFERRER_POLICY, "same-origin"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
];

/// A page of a path.
pub(super) fn page(language: Language, title: &str, path: &str, content: Markup) -> Response {
    let mut response = document(language, title, path, content).into_response();
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn document(language: Language, title: &str, path: &str, content: Markup) -> Markup {
    let (other, tongue) = match language {
        Language::English => (Language::Chinese, "中文"),
        Language::Chinese => (Language::English, "English"),
    };
    let links = [
        (language.of("/", "/zh/"), language.of("Shop", "商店")),
        (language.of("/order.html", "/zh/order.html"), language.of("Your order", "我的订单")),
        (language.of("/repair.html", "/zh/repair.html"), language.of("Repair prices", "维修价格")),
        ("/policy.html", language.of("After-sales policy", "售后政策")),
    ];
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (language.of("Aurora", "极光数码")) }
                meta name="color-scheme" content="light dark";
                link rel="icon" href="/art/logo.svg" type="image/svg+xml";
                @for sheet in ["base", "frame", "claims"] {
                    link rel="stylesheet" href={ "/styles/" (sheet) ".css" };
                }
            }
            body {
                a.skip href="#content" { (language.of("Skip to content", "跳到内容")) }
                header.site-header {
                    p.notice { (language.of(
                        "Demo shop: nothing here is for sale. Claims are kept on this machine only.",
                        "演示商店：不售卖任何商品，申请只保存在这台电脑上。",
                    )) }
                    div.bar {
                        div {
                            a.brand href=(language.of("/", "/zh/")) {
                                img src="/art/logo.svg" alt="" width="28" height="28";
                                (language.of("Aurora", "极光数码"))
                            }
                            nav aria-label=(language.of("Main", "主导航")) {
                                ul { @for (link, text) in links { li { a href=(link) { (text) } } } }
                            }
                            a.tongue href={ (path) "?lang=" (other.tag()) } lang=(other.tag()) hreflang=(other.tag()) { (tongue) }
                        }
                    }
                }
                main #content tabindex="-1" { div.claims { (content) } }
                footer.site-footer {
                    div {
                        section {
                            h2 { (language.of("About this page", "关于本页")) }
                            p { (language.of(
                                "Aurora is a demo shop for Makegood. Products, prices and orders are made up.",
                                "极光数码是 Makegood 的演示商店。商品、价格和订单均为虚构。",
                            )) }
                        }
                    }
                }
            }
        }
    }
}

/// An address in the page's language.
pub(super) fn link(path: &str, language: Language) -> String {
    format!("{path}?lang={}", language.tag())
}
