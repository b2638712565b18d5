//! The receipt of a claim: whether it is one, of today, and what the engine answers to the same request.

use makegood::domain::{Floor, Json, Problems};
use makegood::engine::receipt::{Difference, Kind};
use makegood::policy::Shop;
use serde_json::{Value, json};

use crate::clock::{Age, Clock};
use crate::refusal::{Code, Refusal};

/// What a receipt of a claim says that it is for.
const ASKED: &str = "claim";
/// The differences that are told.
const MOST_TOLD: usize = 20;

/// Reads a receipt as far as no law is needed: it is one of a claim, of this engine and this shop, and nobody changed it.
pub(super) fn read(text: &str, shop: &Shop) -> Result<Json, Refusal> {
    let receipt = Json::parse(text, Floor::Facts).map_err(unreadable)?;
    if receipt.word("hash").is_empty() || receipt.get("request").is_none() || receipt.get("answer").is_none() {
        return Err(Refusal::new(Code::Unreadable));
    }
    if receipt.word("asked") != ASKED {
        return Err(Refusal::new(Code::NotAClaim).with("asked", receipt.word("asked")));
    }
    let rest = receipt.entries().iter().filter(|(key, _)| key != "hash").cloned().collect();
    if Json::Object(rest).hash() != receipt.word("hash") {
        return Err(Refusal::new(Code::Changed));
    }
    let of = |key, code, found: &str| {
        let told = receipt.word(key);
        if told == found { Ok(()) } else { Err(Refusal::new(code).with("told", told).with("found", found)) }
    };
    of("engine", Code::OtherEngine, makegood::VERSION)?;
    of("shop", Code::OtherShop, shop.id())?;
    Ok(receipt)
}

/// Whether it is of today, or of the day before.
pub(super) fn is_fresh(clock: &Clock, receipt: &Json) -> Result<(), Refusal> {
    let day = receipt.get("request").map_or("", |request| request.word("today"));
    let code = match clock.age(day) {
        Some(Age::Fresh) => return Ok(()),
        Some(Age::Old) => Code::Old,
        Some(Age::Ahead) => Code::Ahead,
        None => Code::BadRequest,
    };
    Err(Refusal::new(code).with("day", day).with("today", clock.today().to_string()))
}

/// Has the engine answer the same request again.
pub(super) fn verify(shop: &Shop, receipt: &Json) -> Result<(), Refusal> {
    let verdict = makegood::verify(shop, &receipt.canonical()).map_err(unreadable)?;
    let Some(first) = verdict.differences.first() else { return Ok(()) };
    let told: Vec<Value> = verdict.differences.iter().take(MOST_TOLD).map(difference).collect();
    Err(Refusal::new(code(first)).with("pointer", &*first.pointer).and("differences", told.into()))
}

/// What a difference means for the sender.
fn code(difference: &Difference) -> Code {
    match difference.kind {
        Kind::Changed => Code::Changed,
        Kind::OtherShop => Code::OtherShop,
        Kind::OtherEngine => Code::OtherEngine,
        Kind::OtherPolicy if difference.pointer.split('/').any(|key| key == "law") => Code::OtherLaw,
        Kind::OtherPolicy => Code::OtherPolicy,
        Kind::Request => Code::BadRequest,
        Kind::OtherAnswer => Code::OtherAnswer,
    }
}

/// Whether nothing that is required is missing, and nothing is wrong.
pub(super) fn is_complete(receipt: &Json) -> Result<(), Refusal> {
    let answer = receipt.get("answer").unwrap_or(&Json::Null);
    if answer.flag("complete") {
        return Ok(());
    }
    let count = |key| match answer.get(key) {
        Some(Json::Whole(count)) => count.to_string(),
        _ => String::new(),
    };
    let problems = answer.get("problems").and_then(|problems| serde_json::to_value(problems).ok());
    let refusal = Refusal::new(Code::Incomplete).with("done", count("done")).with("of", count("of"));
    Err(refusal.and("problems", problems.unwrap_or_default()))
}

fn unreadable(problems: Problems) -> Refusal {
    Refusal::new(Code::Unreadable).and("problems", serde_json::to_value(problems.as_slice()).unwrap_or_default())
}

fn difference(difference: &Difference) -> Value {
    let problems = &difference.problems;
    json!({ "kind": difference.kind, "pointer": difference.pointer, "problems": problems })
}

#[cfg(test)]
mod tests {
    use makegood::domain::Json;
    use makegood::engine::receipt::Asked;
    use makegood::policy::Shop;

    use super::{Code, read, verify};

    fn shop(version: &str, days: u32) -> Shop {
        let policy = format!(
            r#"{{ "makegood": 1, "id": "tea", "version": "{version}",
                "shop": {{ "name": "Tea", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] }},
                "rules": [{{ "id": "days", "clause": "1", "title": "Returns",
                    "window": {{ "from": "delivered", "length": "{days} days" }},
                    "grants": [{{ "remedy": "refund", "carriage": "shop" }}] }}] }}"#
        );
        makegood::open(&policy).unwrap()
    }

    /// A receipt of an answer that needs no form.
    fn decided() -> String {
        let request =
            r#"{ "today": "2026-03-18", "items": [{ "id": "pot", "facts": { "delivered": "2026-03-10" } }] }"#;
        makegood::receipt(&shop("1", 14), Asked::Decision, request).unwrap().canonical()
    }

    fn hashed(text: &str) -> Json {
        let parsed = Json::parse(text, makegood::domain::Floor::Facts).unwrap();
        let mut rest: Vec<(String, Json)> = parsed.entries().iter().filter(|(key, _)| key != "hash").cloned().collect();
        rest.push(("hash".into(), Json::Text(Json::Object(rest.clone()).hash())));
        Json::Object(rest)
    }

    fn refused(shop: &Shop, receipt: &Json) -> Option<Code> {
        verify(shop, receipt).err().map(|refusal| refusal.code)
    }

    #[test]
    fn what_is_no_receipt_of_a_claim_is_told_as_such() {
        let read = |text: &str| read(text, &shop("1", 14)).unwrap_err().code;
        for text in ["", "{}", "[]", "null", "{\"hash\":\"\"}", "{\"a\":1,\"a\":2}", &"[".repeat(100_000), "\u{0}"] {
            assert_eq!(read(text), Code::Unreadable, "{text:.40}");
        }
        assert_eq!(read(&"\"x\",".repeat(300_000)), Code::Unreadable);
        assert_eq!(read(&decided()), Code::NotAClaim);
        let claimed = |text: String| hashed(&text.replace("\"asked\":\"decision\"", "\"asked\":\"claim\"")).canonical();
        assert_eq!(read(&claimed(decided()).replace("pot", "cup")), Code::Changed);
        assert_eq!(read(&claimed(decided().replace(makegood::VERSION, "0.0.1"))), Code::OtherEngine);
        assert_eq!(read(&claimed(decided().replace("\"tea\"", "\"coffee\""))), Code::OtherShop);
    }

    #[test]
    fn what_the_engine_answers_otherwise_is_told_by_its_kind() {
        let receipt = hashed(&decided());
        assert_eq!(refused(&shop("1", 14), &receipt), None);
        assert_eq!(refused(&shop("2", 14), &receipt), Some(Code::OtherPolicy));
        assert_eq!(refused(&shop("1", 15), &receipt), Some(Code::OtherPolicy), "the hash of the policy");
        let answer = hashed(&receipt.canonical().replace("2026-03-24", "2026-03-25"));
        assert_eq!(refused(&shop("1", 14), &answer), Some(Code::OtherAnswer));
        let request = hashed(&receipt.canonical().replace("\"delivered\":\"2026-03-10\"", "\"delivered\":\"soon\""));
        assert_eq!(refused(&shop("1", 14), &request), Some(Code::BadRequest));
        let law = makegood::law::of("DE", None).unwrap().unwrap();
        assert_eq!(refused(&shop("1", 14).under(law).unwrap(), &receipt), Some(Code::OtherLaw));
    }
}
