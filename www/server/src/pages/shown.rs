//! What a sender and the merchant both see of a claim.

use maud::{Markup, html};

use super::answer::Answer;
use super::words;
use crate::Server;
use crate::language::Language;
use crate::store::Claim;

/// What is wished and what the answer says to it.
pub(super) fn wish(answer: &Answer, language: Language) -> Markup {
    let kind = match answer.finding() {
        "yes" => "badge good",
        _ => "badge note",
    };
    html! {
        @if let Some(wish) = answer.wish(language) {
            span.wish { (wish) }
            " "
            span class=(kind) { (words::finding(answer.finding(), language)) }
        } @else {
            span.muted { (language.of("Nothing in particular", "未指定")) }
        }
        @if answer.is_disputed() {
            " "
            span.badge.note { (language.of("The sender sees it differently", "申请人持不同意见")) }
        }
    }
}

/// Number, day, order and item, and what is wished.
pub(super) fn summary(server: &Server, claim: &Claim, answer: &Answer, language: Language) -> Markup {
    let order = server.orders.find(&claim.order);
    let item = order.and_then(|order| order.item(answer.item())).map(|item| item.title.as_str());
    html! {
        dl.pairs {
            div { dt { (language.of("Received", "收到时间")) } dd { (server.clock.shown(&claim.received)) } }
            div { dt { (language.of("Order", "订单")) } dd { (order.map_or(claim.order.as_str(), |order| &order.name)) } }
            @if let Some(item) = item { div { dt { (language.of("Item", "商品")) } dd { (item) } } }
            div { dt { (language.of("Wish", "希望")) } dd { (wish(answer, language)) } }
        }
    }
}

/// What was filled in.
pub(super) fn fields(answer: &Answer, language: Language) -> Markup {
    html! {
        dl.pairs {
            @for line in answer.lines(language) {
                div {
                    dt { (line.label) }
                    @if line.unsure {
                        dd.muted { (line.value) }
                    } @else {
                        // Each text by itself, whatever the direction of its letters.
                        dd { bdi { (line.value) } }
                    }
                }
            }
        }
    }
}
