//! The engine for JavaScript: plain functions, plain objects. Nothing is decided here.
//!
//! Every function returns; what is wrong in the input comes back as `problems`. The binding in `www/binding` is the public face.

#[cfg(feature = "claim")]
mod form;

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::decision::Decision;
use crate::domain::{Date, Floor, Json, Log, Problem, Problems, Refused, Text, Tree};
use crate::facts::Request;
use crate::policy::{PolicyUsed, Shop, Version};
#[cfg(feature = "claim")]
use crate::{
    claim::Claim,
    facts::{claim::Draft, triage::TriageRequest},
    triage::Triage,
};
#[cfg(feature = "quote")]
use crate::{
    engine::receipt::{Asked, Verdict},
    facts::quote::QuoteRequest,
    quote::{PriceBook, Quote},
};
#[cfg(feature = "settlement")]
use crate::{facts::order::SettleRequest, settlement::Settlement};
#[cfg(feature = "claim")]
pub use form::{mark_form, read_form};

/// Smaller than the allocator that the standard library brings, in every shopper's download.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// Open shops by handle; a released place is used again. Lost when the module is restarted, then opened anew.
    static SHOPS: RefCell<Vec<Option<Shop>>> = const { RefCell::new(Vec::new()) };
}

#[derive(Serialize)]
struct Compiled<'s> {
    shop: Option<usize>,
    about: Option<About<'s>>,
    problems: &'s [Problem],
}

/// What a page may want to know of a shop.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About<'s> {
    id: &'s str,
    name: Text<'s>,
    currency: &'static str,
    time_zone: &'s str,
    languages: Vec<&'s str>,
    page: Option<&'s str>,
    versions: Vec<Published<'s>>,
    reasons: Vec<&'static str>,
    laws: Vec<&'s str>,
    law: Option<Law<'s>>,
    #[cfg(feature = "quote")]
    book: Option<PriceBook<'s>>,
}

#[derive(Serialize)]
struct Law<'s> {
    id: &'s str,
    version: &'s str,
    hash: &'s str,
    name: Text<'s>,
    notice: Text<'s>,
}

#[derive(Serialize)]
struct Published<'s> {
    id: &'s str,
    version: &'s str,
    hash: &'s str,
    from: Option<Date>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Answer<'s> {
    Decision(Box<Decision<'s>>),
    #[cfg(feature = "quote")]
    Quote(Box<Quote<'s>>),
    #[cfg(feature = "claim")]
    Claim(Box<Claim<'s>>),
    #[cfg(feature = "claim")]
    Triage(Box<Triage<'s>>),
    #[cfg(feature = "settlement")]
    Settlement(Box<Settlement<'s>>),
    #[cfg(feature = "quote")]
    Receipt(Json),
    #[cfg(feature = "quote")]
    Verdict(Verdict),
    Problems(Vec<Problem>),
}

/// Opens a policy file, beside a law if one is given; `shop` is the handle for `decide`, or `null` if there are errors.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn compile(policy: JsValue, law: JsValue) -> JsValue {
    let open = |written: &JsValue| document(written).and_then(crate::policy::open);
    let shop = match open(&policy) {
        Ok(shop) if !law.is_falsy() => open(&law).and_then(|law| shop.under(law)).map(warned),
        other => other,
    };
    match shop {
        Ok(shop) => SHOPS.with_borrow_mut(|shops| {
            let free = shops.iter().position(Option::is_none);
            let handle = free.unwrap_or(shops.len());
            let compiled =
                plain(&Compiled { shop: Some(handle), about: Some(About::of(&shop)), problems: &shop.warnings });
            match shops.get_mut(handle) {
                Some(place) => *place = Some(shop),
                None => shops.push(Some(shop)),
            }
            compiled
        }),
        Err(problems) => plain(&Compiled { shop: None, about: None, problems: problems.as_slice() }),
    }
}

/// A policy that the page could not read without loss comes as JSON text.
#[cfg(feature = "explain")]
fn document(written: &JsValue) -> Result<Json, Problems> {
    let is_none = |problem: &Problem| problem.code == crate::domain::Code::PolicyNotJson;
    match written.as_string().map(|text| Json::parse(&text, Floor::Policy)) {
        Some(read) if !read.as_ref().is_err_and(|problems| problems.as_slice().iter().any(is_none)) => read,
        // Text that is no JSON is a value of the wrong type, like any other.
        _ => json(written, Floor::Policy),
    }
}

#[cfg(not(feature = "explain"))]
fn document(written: &JsValue) -> Result<Json, Problems> {
    json(written, Floor::Policy)
}

/// Where it promises less than the law, for whoever writes it.
#[cfg(feature = "explain")]
fn warned(mut shop: Shop) -> Shop {
    shop.warnings.extend(crate::engine::rights::shortfalls(&shop));
    shop
}

#[cfg(not(feature = "explain"))]
const fn warned(shop: Shop) -> Shop {
    shop
}

/// Decides a request: `{ decision }`, or `{ problems }`.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn decide(shop: usize, request: JsValue) -> JsValue {
    answered(shop, &request, &|shop, request| {
        let request = Request::read(request, shop)?;
        Ok(Answer::Decision(Box::new(crate::engine::rights::decide(shop, &request))))
    })
}

/// Quotes a repair: `{ quote }`, or `{ problems }`.
#[cfg(feature = "quote")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn quote(shop: usize, request: JsValue) -> JsValue {
    answered(shop, &request, &|shop, request| {
        let request = QuoteRequest::read(request, shop)?;
        Ok(Answer::Quote(Box::new(crate::engine::quote::quote(shop, &request))))
    })
}

/// Checks a claim while it is filled in: `{ claim }`, or `{ problems }`.
#[cfg(feature = "claim")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn check_claim(shop: usize, draft: JsValue) -> JsValue {
    answered(shop, &draft, &|shop, draft| {
        Ok(Answer::Claim(Box::new(crate::engine::claim::check(shop, Draft::read(draft, shop)?))))
    })
}

/// From symptoms to what is wrong: `{ triage }`, or `{ problems }`.
#[cfg(feature = "claim")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn triage(shop: usize, request: JsValue) -> JsValue {
    answered(shop, &request, &|shop, request| {
        let request = TriageRequest::read(request, shop)?;
        Ok(Answer::Triage(Box::new(crate::engine::triage::triage(&request))))
    })
}

/// Settles what comes back for goods of an order: `{ settlement }`, or `{ problems }`.
#[cfg(feature = "settlement")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn settle(shop: usize, request: JsValue) -> JsValue {
    answered(shop, &request, &|shop, request| {
        let request = SettleRequest::read(request, shop)?;
        Ok(Answer::Settlement(Box::new(crate::engine::settlement::settle(shop, &request))))
    })
}

/// The receipt of the answer to a request: `{ receipt }`, or `{ problems }`; `asked` is `decision`, `quote`,
/// `claim` or `settlement`.
#[cfg(feature = "quote")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn receipt(shop: usize, asked: &str, request: JsValue) -> JsValue {
    let Some(asked) = Asked::named(asked) else { return JsValue::NULL };
    answered(shop, &request, &|shop, request| {
        let answer = answer(shop, asked, request)?;
        Ok(Answer::Receipt(crate::engine::receipt::receipt(shop, asked, request.clone(), answer)))
    })
}

/// Whether a receipt holds: `{ verdict }`, or `{ problems }`.
#[cfg(feature = "quote")]
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn verify(shop: usize, receipt: JsValue) -> JsValue {
    answered(shop, &receipt, &|shop, receipt| {
        let again = |asked, request: &Json| answer(shop, asked, request);
        crate::engine::receipt::verify(shop, receipt, again).map(Answer::Verdict)
    })
}

/// What an open shop answers to what JavaScript gives, or the problems that it has.
fn answered(
    shop: usize,
    given: &JsValue,
    answer: &dyn for<'s> Fn(&'s Shop, &Json) -> Result<Answer<'s>, Problems>,
) -> JsValue {
    SHOPS.with_borrow(|shops| {
        // An unknown handle is the binding's to notice: it opens the shop again.
        let Some(Some(shop)) = shops.get(shop) else { return JsValue::NULL };
        let answer = json(given, Floor::Facts).and_then(|given| answer(shop, &given));
        plain(&answer.unwrap_or_else(|problems| Answer::Problems(problems.into_vec())))
    })
}

/// The answer to a request as it is handed over, and read back: what JavaScript has is what a receipt holds.
#[cfg(feature = "quote")]
fn answer(shop: &Shop, asked: Asked, request: &Json) -> Result<Json, Problems> {
    let answer = match asked {
        Asked::Decision => plain(&crate::engine::rights::decide(shop, &Request::read(request, shop)?)),
        Asked::Quote => plain(&crate::engine::quote::quote(shop, &QuoteRequest::read(request, shop)?)),
        #[cfg(feature = "claim")]
        Asked::Claim => plain(&crate::engine::claim::check(shop, Draft::read(request, shop)?)),
        #[cfg(feature = "full")]
        Asked::Settlement => plain(&crate::engine::settlement::settle(shop, &SettleRequest::read(request, shop)?)),
    };
    json(&answer, Floor::Facts)
}

/// Forgets a shop.
#[wasm_bindgen(skip_typescript)]
pub fn release(shop: usize) {
    SHOPS.with_borrow_mut(|shops| {
        if let Some(place) = shops.get_mut(shop) {
            *place = None;
        }
    });
}

/// The version of the engine.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn version() -> String {
    crate::VERSION.to_owned()
}

impl<'s> Law<'s> {
    fn of(version: &'s Version) -> Option<Self> {
        let jurisdiction = version.jurisdiction()?;
        let PolicyUsed { id, version, hash } = &version.used;
        Some(Self { id, version, hash, name: jurisdiction.name(), notice: jurisdiction.notice() })
    }
}

impl<'s> About<'s> {
    fn of(shop: &'s Shop) -> Self {
        let versions = shop.versions.iter().map(|version| Published {
            id: &version.used.id,
            version: &version.used.version,
            hash: &version.used.hash,
            from: version.from,
        });
        Self {
            id: shop.id(),
            name: shop.name(),
            currency: shop.currency.code(),
            time_zone: shop.time_zone(),
            languages: shop.languages(),
            page: shop.page(),
            versions: versions.collect(),
            reasons: shop.reasons(),
            laws: shop.laws(),
            law: shop.law.as_ref().and_then(Law::of),
            #[cfg(feature = "quote")]
            book: shop.book().map(PriceBook::of),
        }
    }
}

/// A document as JavaScript hands it over.
///
/// Read by hand: serde-wasm-bindgen's reader cannot tell `undefined`, which is absent, from `null`, and would bring the
/// formatting of floating-point numbers along for sentences that nobody sees.
fn json(value: &JsValue, floor: Floor) -> Result<Json, Problems> {
    tree(value, &Tree::default(), 0).map_err(|why| {
        let mut log = Log::new(floor);
        log.refused(why);
        log.problems
    })
}

fn tree(value: &JsValue, tree_so_far: &Tree, depth: usize) -> Result<Json, Refused> {
    if let Some(text) = value.as_string() {
        tree_so_far.weigh(text.len())?;
        return Ok(Json::Text(text));
    }
    tree_so_far.weigh(0)?;
    if value.is_null() || value.is_undefined() {
        return Ok(Json::Null);
    }
    if let Some(value) = value.as_bool() {
        return Ok(Json::Bool(value));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Tree::number(number));
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let depth = Tree::deeper(depth)?;
        return list.iter().map(|value| tree(&value, tree_so_far, depth)).collect::<Result<_, _>>().map(Json::List);
    }
    let Some(keys) = Reflect::own_keys(value).ok().filter(|_| is_plain(value)) else { return Ok(Json::Foreign) };
    let depth = Tree::deeper(depth)?;
    let mut entries = Vec::new();
    for key in keys.iter() {
        let Ok(inner) = Reflect::get(value, &key) else { return Ok(Json::Foreign) };
        // A key without a value is not there, as in `JSON.stringify`; nor is a symbol.
        if let Some(key) = key.as_string().filter(|_| !inner.is_undefined()) {
            tree_so_far.weigh(key.len())?;
            entries.push((key, tree(&inner, tree_so_far, depth)?));
        }
    }
    Ok(Json::Object(entries))
}

/// Whether an object is one of JSON, from this page or from another frame. A `Date` or a `Map` has no keys to read, and must not
/// pass for an object without keys.
fn is_plain(value: &JsValue) -> bool {
    let above = |value: &JsValue| Reflect::get_prototype_of(value).map_or(JsValue::NULL, JsValue::from);
    let prototype = above(value);
    value.is_object() && (prototype.is_null() || above(&prototype).is_null())
}

/// A plain object: maps as objects, `null` for what is absent.
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
