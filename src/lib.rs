//! Makegood answers, before anything is submitted: may this go back, until when, on what terms, and why.
//!
//! In reading order, each floor using only those above it:
//!
//! 1. [`domain`]: days, money, certainty, texts, and places in documents.
//! 2. [`policy`]: the document that a shop writes, and the [`Shop`] that it opens; [`law`]: the packs of jurisdictions.
//! 3. [`facts`]: what a request says.
//! 4. [`decision`]: the answer, with every step that led to it; [`quote`]: what a repair would cost; [`triage`]: what is wrong, from
//!    symptoms; [`claim`]: a form while it is filled in; [`settlement`]: what comes back for goods of an order.
//! 5. [`engine`]: rules over facts.
//!
//! On `wasm32` a last module, `wasm`, hands the same functions to JavaScript.
//!
//! ```
//! let shop = makegood::open(r#"{
//!     "makegood": 1, "id": "tea", "version": "1",
//!     "shop": { "name": "Tea", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
//!     "rules": [{ "id": "fourteen-days", "clause": "1", "title": "14 days", "reasons": ["change-of-mind"],
//!                 "window": { "from": "delivered", "length": "14 days" },
//!                 "grants": [{ "remedy": "refund", "carriage": "shopper" }] }]
//! }"#).unwrap();
//! let decision = makegood::decide(&shop, r#"{
//!     "today": "2026-03-18", "facts": { "purchased": "2026-03-01", "reason": "change-of-mind" },
//!     "items": [{ "id": "pot", "facts": { "delivered": "2026-03-04" } }]
//! }"#).unwrap();
//! let refund = &decision.items[0].remedies[0];
//! assert_eq!(refund.finding, makegood::domain::Finding::Yes);
//! assert_eq!(refund.offers[0].until.as_ref().unwrap().least.unwrap().to_string(), "2026-03-18"); // the last day is included
//! ```

#![deny(missing_docs, unsafe_code, rust_2018_idioms, unreachable_pub)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::todo,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::iter_over_hash_type,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::missing_errors_doc,
    clippy::allow_attributes_without_reason
)]

#[cfg(feature = "claim")]
pub mod claim;
pub mod decision;
pub mod domain;
pub mod engine;
pub mod facts;
#[cfg(not(target_arch = "wasm32"))]
pub mod law;
pub mod policy;
#[cfg(feature = "quote")]
pub mod quote;
#[cfg(feature = "settlement")]
pub mod settlement;
#[cfg(feature = "claim")]
pub mod triage;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use decision::Decision;
use domain::{Floor, Json, Problems};
use policy::Shop;

/// The version of the engine, part of every decision.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Opens a policy file from JSON text: one document, or a list of documents, one for each version.
///
/// # Errors
/// Every problem of the file together, if at least one of them is an error. Warnings are in [`Shop::warnings`].
pub fn open(text: &str) -> Result<Shop, Problems> {
    policy::open(Json::parse(text, Floor::Policy)?)
}

/// Everything that is wrong with a policy file, errors and warnings, also beside the law packs that it names: where it promises
/// less than they give.
#[cfg(all(feature = "explain", not(target_arch = "wasm32")))]
#[must_use]
pub fn check(text: &str) -> Vec<domain::Problem> {
    let shop = match open(text) {
        Ok(shop) => shop,
        Err(problems) => return problems.into_vec(),
    };
    let mut problems = shop.warnings.clone();
    let at = domain::Pointer::root().key("law");
    for (index, id) in shop.laws().into_iter().enumerate() {
        let beside = law::named(id, &at.index(index)).and_then(|law| shop.clone().under(law));
        problems.extend(match beside {
            Ok(beside) => engine::rights::shortfalls(&beside),
            Err(problems) => problems.into_vec(),
        });
    }
    problems
}

/// Decides a request from JSON text.
///
/// # Errors
/// Every problem of the request together; then nothing is decided.
pub fn decide<'s>(shop: &'s Shop, text: &str) -> Result<Decision<'s>, Problems> {
    let request = facts::Request::read(&Json::parse(text, Floor::Facts)?, shop)?;
    Ok(engine::rights::decide(shop, &request))
}

/// Quotes a repair, for a request from JSON text.
///
/// ```
/// let shop = makegood::open(r#"{
///     "makegood": 1, "id": "fix", "version": "1",
///     "shop": { "name": "Fix", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
///     "rules": [{ "id": "warranty", "clause": "1", "title": "Free repair", "reasons": ["defect"],
///                 "if": { "fact": "cause", "is": "normal-use" }, "window": { "from": "delivered", "length": "1 year" },
///                 "grants": [{ "remedy": "repair", "carriage": "shop" }] }],
///     "repair": {
///         "models": { "one": { "title": "One" } },
///         "kinds": { "screen": { "title": "Screen", "labour": ["open"] } },
///         "faults": { "cracked": { "title": "The screen is cracked", "parts": ["screen"] } },
///         "parts": [{ "id": "original", "kind": "screen", "grade": "original", "price": "300", "warranty": "3 months" }],
///         "operations": { "open": { "title": "Opening" } },
///         "labour": [{ "operation": "open", "price": "100" }] }
/// }"#).unwrap();
/// let quote = makegood::quote(&shop, r#"{
///     "today": "2026-03-18", "model": "one", "faults": [{ "id": "cracked", "facts": { "cause": "human-damage" } }],
///     "facts": { "delivered": "2026-01-05" }
/// }"#).unwrap();
/// assert_eq!(quote.options[0].total.most.to_string(), "400.00");
/// ```
///
/// # Errors
/// Every problem of the request together; then nothing is quoted.
#[cfg(feature = "quote")]
pub fn quote<'s>(shop: &'s Shop, text: &str) -> Result<quote::Quote<'s>, Problems> {
    let request = facts::quote::QuoteRequest::read(&Json::parse(text, Floor::Facts)?, shop)?;
    Ok(engine::quote::quote(shop, &request))
}

/// Checks a claim while it is filled in, from JSON text.
///
/// ```
/// let shop = makegood::open(r#"{
///     "makegood": 1, "id": "fix", "version": "1",
///     "shop": { "name": "Fix", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
///     "rules": [{ "id": "warranty", "clause": "1", "title": "Free repair", "reasons": ["defect"],
///                 "window": { "from": "purchased", "length": "1 year" }, "grants": [{ "remedy": "repair", "carriage": "shop" }] }],
///     "claim": { "fields": [{ "field": "purchased", "required": true }, { "field": "imei", "required": true }], "evidence": [] }
/// }"#).unwrap();
/// let claim = makegood::check_claim(&shop, r#"{
///     "today": "2026-03-18", "language": "de", "fields": { "purchased": "5.1.2026", "imei": "49 015420 323751 7" }
/// }"#).unwrap();
/// assert_eq!((claim.done, claim.of, claim.complete), (1, 2, false));
/// assert_eq!(claim.tidied[0].to, "2026-01-05");
/// assert_eq!(claim.problems[0].code.name(), "claim.imei-check-digit");
/// ```
///
/// # Errors
/// What only the page can have got wrong; what the shopper entered comes back as problems of the claim.
#[cfg(feature = "claim")]
pub fn check_claim<'s>(shop: &'s Shop, text: &str) -> Result<claim::Claim<'s>, Problems> {
    let draft = facts::claim::Draft::read(&Json::parse(text, Floor::Facts)?, shop)?;
    Ok(engine::claim::check(shop, draft))
}

/// From symptoms to what is wrong, for a request from JSON text.
///
/// ```
/// let shop = makegood::open(r#"{
///     "makegood": 1, "id": "fix", "version": "1",
///     "shop": { "name": "Fix", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
///     "facts": { "dark": { "type": "bool", "ask": "Does the screen stay dark?" }, "restarted": { "type": "bool" } },
///     "rules": [{ "id": "repair", "clause": "1", "title": "Repair", "grants": [{ "remedy": "repair", "carriage": "shop" }] }],
///     "triage": {
///         "tries": [{ "id": "restart", "title": "Restart it", "steps": ["Hold power and volume down for 10 seconds."],
///                     "if": { "fact": "dark", "is": true }, "fact": "restarted" }],
///         "outcomes": [
///             { "id": "solved", "title": "It works again", "solved": true, "if": { "fact": "restarted", "is": true } },
///             { "id": "screen", "title": "The screen is broken", "nature": "hardware", "if": { "fact": "dark", "is": true } }
///         ]
///     }
/// }"#).unwrap();
/// let triage = |facts: &str| makegood::triage(&shop, &format!(r#"{{ "today": "2026-03-18", "facts": {facts} }}"#));
/// assert_eq!(triage("{}").unwrap().next, ["dark"]);
/// assert_eq!(triage(r#"{ "dark": true }"#).unwrap().next, ["restarted"]);
/// let found = triage(r#"{ "dark": true, "restarted": false }"#).unwrap();
/// assert_eq!(found.outcomes[0].id, "screen");
/// ```
///
/// # Errors
/// Every problem of the request together; then nothing is found.
#[cfg(feature = "claim")]
pub fn triage<'s>(shop: &'s Shop, text: &str) -> Result<triage::Triage<'s>, Problems> {
    let request = facts::triage::TriageRequest::read(&Json::parse(text, Floor::Facts)?, shop)?;
    Ok(engine::triage::triage(&request))
}

/// Settles what comes back for goods of an order, from JSON text.
///
/// ```
/// let shop = makegood::open(r#"{
///     "makegood": 1, "id": "tea", "version": "1",
///     "shop": { "name": "Tea", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
///     "rules": [{ "id": "any", "clause": "1", "title": "Any time",
///                 "grants": [{ "remedy": "refund", "carriage": "shopper", "settles": { "promotion": "recalculated" } }] }]
/// }"#).unwrap();
/// let settlement = makegood::settle(&shop, r#"{
///     "today": "2026-06-10",
///     "items": [{ "id": "pot", "facts": { "price": "600.00" } }, { "id": "cup", "facts": { "price": "500.00" } }],
///     "order": {
///         "discounts": [{ "id": "autumn", "kind": "promotion", "amount": "200.00", "needs": "1000.00" }],
///         "payments": [{ "id": "card", "amount": "900.00" }]
///     },
///     "back": [{ "item": "cup" }]
/// }"#).unwrap();
/// assert_eq!(settlement.refund.least.to_string(), "300.00"); // the pot alone costs 600.00
/// ```
///
/// # Errors
/// Every problem of the request together; then nothing is settled.
#[cfg(feature = "settlement")]
pub fn settle<'s>(shop: &'s Shop, text: &str) -> Result<settlement::Settlement<'s>, Problems> {
    let request = facts::order::SettleRequest::read(&Json::parse(text, Floor::Facts)?, shop)?;
    Ok(engine::settlement::settle(shop, &request))
}

/// The receipt of an answer: the request from JSON text, the answer, the versions and hashes that it rests on, and a hash of it all.
/// Anyone who has the policy can work it out again.
///
/// # Errors
/// Every problem of the request together; then there is no answer.
#[cfg(all(feature = "quote", not(target_arch = "wasm32")))]
pub fn receipt(shop: &Shop, asked: engine::receipt::Asked, text: &str) -> Result<Json, Problems> {
    let request = Json::parse(text, Floor::Facts)?;
    let answer = answer(shop, asked, &request)?;
    Ok(engine::receipt::receipt(shop, asked, request, answer))
}

/// Works the answer of a receipt out again, and says whether it holds.
///
/// ```
/// # let shop = makegood::open(r#"{ "makegood": 1, "id": "tea", "version": "1",
/// #     "shop": { "name": "Tea", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
/// #     "rules": [{ "id": "returns", "clause": "1", "title": "Returns", "grants": [{ "remedy": "refund", "carriage": "shop" }] }] }"#).unwrap();
/// use makegood::engine::receipt::{Asked, Kind};
/// let request = r#"{ "today": "2026-03-18", "items": [{ "id": "pot" }] }"#;
/// let receipt = makegood::receipt(&shop, Asked::Decision, request).unwrap().canonical();
/// assert!(makegood::verify(&shop, &receipt).unwrap().holds);
/// let changed = receipt.replace("2026-03-18", "2026-03-17");
/// assert_eq!(makegood::verify(&shop, &changed).unwrap().differences[0].kind, Kind::Changed);
/// ```
///
/// # Errors
/// What keeps the receipt from being read.
#[cfg(all(feature = "quote", not(target_arch = "wasm32")))]
pub fn verify(shop: &Shop, text: &str) -> Result<engine::receipt::Verdict, Problems> {
    let receipt = Json::parse(text, Floor::Facts)?;
    engine::receipt::verify(shop, &receipt, |asked, request| answer(shop, asked, request))
}

#[cfg(all(feature = "quote", not(target_arch = "wasm32")))]
fn answer(shop: &Shop, asked: engine::receipt::Asked, request: &Json) -> Result<Json, Problems> {
    use engine::receipt::Asked;
    Ok(match asked {
        Asked::Decision => Json::of(&engine::rights::decide(shop, &facts::Request::read(request, shop)?)),
        Asked::Quote => Json::of(&engine::quote::quote(shop, &facts::quote::QuoteRequest::read(request, shop)?)),
        #[cfg(feature = "claim")]
        Asked::Claim => Json::of(&engine::claim::check(shop, facts::claim::Draft::read(request, shop)?)),
        #[cfg(feature = "full")]
        Asked::Settlement => {
            Json::of(&engine::settlement::settle(shop, &facts::order::SettleRequest::read(request, shop)?))
        }
    })
}
