//! Claims as the page makes them: filled in until the engine has nothing more to ask.

use makegood::domain::Json;
use makegood::engine::receipt::Asked;
use makegood_server::Server;
use makegood_server::orders::{Item, Order};
use makegood_server::random::{hex, sha256};
use serde_json::{Map, Value, json};

use super::form::Part;

/// Numbers that are the same in every run.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

/// A claim that is ready to be sent.
#[derive(Clone, Debug)]
pub struct Claim {
    pub order: String,
    pub draft: Value,
    pub receipt: String,
    /// The files by their names.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Claim {
    pub fn parts(&self) -> Vec<Part> {
        let files = self.files.iter().map(|(name, bytes)| Part::file(name, bytes));
        std::iter::once(Part::receipt(&self.receipt)).chain(files).collect()
    }

    /// The receipt, to be changed.
    pub fn told(&self) -> Value {
        serde_json::from_str(&self.receipt).unwrap()
    }
}

/// A receipt whose hash fits what it says.
pub fn hashed(mut receipt: Value) -> String {
    receipt.as_object_mut().unwrap().remove("hash");
    let hash = Json::from(receipt.clone()).hash();
    receipt["hash"] = json!(hash);
    receipt.to_string()
}

/// The beginnings of files.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR";
const PDF: &[u8] = b"%PDF-1.7\n";

/// A file that such a need takes.
fn file(need: &Value, dice: &mut Dice) -> (Value, String, Vec<u8>) {
    let kinds = need["kinds"].to_string();
    let (kind, ending, head) = match (kinds.contains("image"), dice.below(3)) {
        (true, 0) => ("image/png", "png", PNG),
        (true, _) => ("image/jpeg", "jpg", JPEG),
        (false, _) => ("application/pdf", "pdf", PDF),
    };
    let more = 1 + dice.below(6000);
    let bytes = [head, &dice.bytes(more)].concat();
    let name = format!("{}.{ending}", dice.one(&["photo", "屏幕", "IMG_0001", "../a b", "צילום", "🦀"]));
    let entry =
        json!({ "for": need["id"], "name": name, "type": kind, "bytes": bytes.len(), "sha256": hex(&sha256(&bytes)) });
    (entry, name, bytes)
}

/// What stands in a field; none if nobody knows.
fn filled(field: &Value, dice: &mut Dice) -> Option<Value> {
    let values = field["values"].as_array();
    let parents: Vec<&Value> = values.into_iter().flatten().map(|value| &value["under"]).collect();
    // The most exact fault, and a remedy that is open.
    let fits = |value: &&Value| !parents.contains(&&value["value"]) && value["finding"] != "no";
    let choices: Vec<&Value> = values.into_iter().flatten().filter(fits).collect();
    if let Some(example) = field["example"].as_str() {
        return Some(json!(example));
    }
    Some(match field["type"].as_str()? {
        "enum" | "fault" if values.is_some() => choices.get(dice.below(choices.len()))?["value"].clone(),
        "bool" => json!(dice.below(2) == 0),
        "date" => json!(dice.one(&["2026-11-19", "2026-11-20"])),
        "number" => json!("2"),
        "money" => json!("10.00"),
        "email" => json!(dice.one(&["yue@example.com", "Yue.Lin@EXAMPLE.com"])),
        "phone" => json!("+86 571 8888 0000"),
        "imei" => json!("490154203237518"),
        "account" => json!("6222021234567890"),
        _ => json!(dice.one(&["Yue Lin", "林悦", "It went black.", "<b>a</b> & \"b\"", "a\u{202e}b", "🦀 🦀"])),
    })
}

/// The facts of an item, as its order page tells them.
pub fn facts(order: &Order, item: &Item) -> Map<String, Value> {
    let mut facts = order.facts.clone();
    facts.extend(item.facts.clone());
    facts
}

/// A draft of an item before anything is filled in.
pub fn draft(order: &Order, item: &Item, today: &str) -> Value {
    json!({
        "today": today, "language": "en", "facts": facts(order, item),
        "item": { "id": item.id, "quantity": item.quantity, "returned": item.returned },
        "fields": { "order": order.name }, "evidence": [],
    })
}

/// The receipt of a draft.
pub fn receipt(shop: &makegood::policy::Shop, draft: &Value) -> Option<String> {
    makegood::receipt(shop, Asked::Claim, &draft.to_string()).ok().map(|receipt| receipt.canonical())
}

/// A complete claim of this seed; none where an item has nothing to claim.
pub fn claim(server: &Server, seed: u64) -> Option<Claim> {
    let mut dice = Dice::new(seed);
    let orders: Vec<&Order> = server.orders.all().collect();
    let order = *dice.one(&orders);
    let item = dice.one(&order.items);
    let shop = server.shops.of(order);
    let day = *dice.one(&["2026-11-20", "2026-11-21", "2026-11-22"]);
    let mut draft = draft(order, item, day);
    // So that no two are the same.
    draft["fields"]["name"] = json!(format!("{} {seed}", dice.one(&["Yue", "悦", "O’Neill", "<i>", "יואב"])));
    if dice.below(4) == 0 {
        draft["disputed"] = json!(true);
    }
    let mut files = Vec::new();
    for _ in 0..30 {
        let answer = makegood::check_claim(shop, &draft.to_string()).ok()?;
        let answer = serde_json::to_value(&answer).unwrap();
        if answer["complete"] == true {
            let receipt = receipt(shop, &draft)?;
            return Some(Claim { order: order.number.clone(), draft, receipt, files });
        }
        let empty = |field: &&Value| field["state"] == "empty" && (field["required"] == true || field["id"] == "phone");
        let fields: Vec<&Value> = answer["fields"].as_array()?.iter().filter(empty).collect();
        let few = |need: &&Value| need["required"] == true && need["given"].as_i64() < need["least"].as_i64();
        let need = answer["evidence"].as_array()?.iter().find(few);
        for field in &fields {
            draft["fields"][field["id"].as_str()?] = filled(field, &mut dice)?;
        }
        if let (true, Some(need)) = (fields.is_empty(), need) {
            let (entry, name, bytes) = file(need, &mut dice);
            draft["evidence"].as_array_mut()?.push(entry);
            files.push((name, bytes));
        } else if fields.is_empty() {
            return None;
        }
    }
    None
}

/// As many complete claims, from this seed on.
pub fn claims(server: &Server, seed: u64, count: usize) -> Vec<Claim> {
    let claims: Vec<Claim> =
        (seed..seed + 20 * count as u64).filter_map(|seed| claim(server, seed)).take(count).collect();
    assert_eq!(claims.len(), count, "complete claims");
    claims
}
