//! A quote in short, as the data cases expect it: one word or line for each thing that a case can be about.

use serde_json::{Map, Value, json};

/// A quote in short; what there is of each option stands by its name.
pub fn quote(quote: &Value) -> Value {
    let by_option = |shown: &dyn Fn(&Value) -> Value| -> Value {
        list(&quote["options"]).map(|option| (text(&option["id"]), shown(option))).collect::<Map<_, _>>().into()
    };
    let by_fault = |shown: &dyn Fn(&Value) -> Value| -> Value {
        list(&quote["faults"]).map(|fault| (text(&fault["id"]), shown(fault))).collect::<Map<_, _>>().into()
    };
    let all = |option: &Value, key: &str, shown: fn(&Value) -> Value| list(&option[key]).map(shown).collect::<Value>();
    json!({
        "version": quote["policy"]["version"],
        "currency": quote["currency"],
        "repairer": quote["repairer"],
        "way": quote["way"]["id"],
        "covered": by_fault(&covered),
        "needs": by_fault(&|fault| fault["needs"].clone()),
        "selfHelp": by_fault(&|fault| fault["selfHelp"].clone()),
        "findings": by_fault(&|fault| fault["decision"]["finding"].clone()),
        "rightsBy": by_fault(&|fault| fault["decision"]["policy"]["version"].clone()),
        "order": list(&quote["options"]).map(|option| option["id"].clone()).collect::<Value>(),
        "options": by_option(&|option| range(&option["total"]).into()),
        "grades": by_option(&|option| option["grades"].clone()),
        "lines": by_option(&|option| all(option, "lines", line)),
        "mends": by_option(&|option| all(option, "lines", mends)),
        "parts": by_option(&|option| list(&option["lines"]).filter(|line| line["part"].is_object()).map(part).collect()),
        "minutes": by_option(&|option| all(option, "lines", |line| line["minutes"].clone())),
        "discounts": by_option(&|option| all(option, "discounts", discount)),
        "tax": by_option(&|option| all(option, "tax", tax)),
        "limit": by_option(&|option| option["limit"].clone()),
        "shares": by_option(&|option| all(option, "shares", share)),
        "warranty": by_option(&|option| warranty(&option["warranty"]).into()),
        "perMonth": by_option(&|option| option["perMonth"].clone()),
        "ready": by_option(&|option| days(&option["ready"]).into()),
        "back": by_option(&|option| days(&option["back"]).into()),
        "against": by_option(&|option| against(&option["against"])),
        "worth": by_option(&|option| worth(&option["worth"])),
        "beaten": quote["beaten"],
        "more": quote["more"],
        "inspection": inspection(&quote["inspection"]),
        "validUntil": quote["validUntil"],
        "overrun": quote["overrun"],
        "loan": quote["loan"]["price"],
        "cover": cover(&quote["cover"]),
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `a`, or `a..b` while only the ends are known.
fn range(range: &Value) -> String {
    let (least, most) = (text(&range["least"]), text(&range["most"]));
    if least == most { least } else { format!("{least}..{most}") }
}

fn days(days: &Value) -> String {
    match days {
        Value::Null => "unknown".to_owned(),
        _ if days["most"].is_null() => format!("{}..", text(&days["least"])),
        _ => range(days),
    }
}

/// `maybe by shop warranty`.
fn covered(fault: &Value) -> Value {
    let by = &fault["by"];
    let by = if by.is_null() { String::new() } else { format!(" by {} {}", text(&by["by"]), text(&by["rule"])) };
    format!("{}{by}", text(&fault["covered"])).into()
}

/// `part screen-original 300.00 pays 0.00, covered: shop by warranty`; `by null` while nobody knows by which rule.
fn line(line: &Value) -> Value {
    let charge = text(&line["charge"]);
    let id = match charge.as_str() {
        "part" | "labour" | "surcharge" | "fee" => format!(" {}", text(&line["id"])),
        _ => String::new(),
    };
    let because = line["because"].as_str().map(|because| format!(", {because}")).unwrap_or_default();
    let payer = match line["payer"].as_str() {
        Some("shopper") => String::new(),
        _ => format!(": {} by {}", text(&line["payer"]), text(&line["by"]["rule"])),
    };
    format!("{charge}{id} {} pays {}{because}{payer}", text(&line["price"]), range(&line["pays"])).into()
}

/// `screen-original for screen`.
fn mends(line: &Value) -> Value {
    let faults: Vec<String> = list(&line["mends"]).map(text).collect();
    format!("{} for {}", text(&line["id"]), faults.join(" ")).into()
}

/// `screen-original original in stock, 3 months from 2026-11-04 until 2027-02-04`.
fn part(line: &Value) -> Value {
    let part = &line["part"];
    let stock = match (part["inStock"] == true, part["leadTime"].as_str()) {
        (true, _) => "in stock".to_owned(),
        (false, Some(time)) => format!("comes in {time}"),
        (false, None) => "out of stock".to_owned(),
    };
    format!("{} {} {stock}, {}", text(&line["id"]), text(&part["grade"]), warranty(&part["warranty"])).into()
}

fn warranty(warranty: &Value) -> String {
    if warranty.is_null() {
        return "none".to_owned();
    }
    let day = |key: &str| warranty[key].as_str().unwrap_or("open").to_owned();
    let continues = if warranty["continues"] == true { ", continues" } else { "" };
    format!("{} from {} until {}{continues}", text(&warranty["length"]), day("from"), day("until"))
}

/// `spring 10% 40.00`.
fn discount(discount: &Value) -> Value {
    let percent = discount["percent"].as_str().map(|percent| format!(" {percent}%")).unwrap_or_default();
    let maybe = if discount["finding"] == "maybe" { " maybe" } else { "" };
    format!("{}{percent} {}{maybe}", text(&discount["id"]), range(&discount["amount"])).into()
}

/// `0.13 in 46.02`.
fn tax(tax: &Value) -> Value {
    let how = if tax["included"] == true { "in" } else { "on" };
    format!("{} {how} {}", text(&tax["rate"]), range(&tax["amount"])).into()
}

/// `parts 300.00 750`.
fn share(share: &Value) -> Value {
    format!("{} {} {}", text(&share["of"]), text(&share["amount"]), share["thousandths"]).into()
}

/// `pays less by 150.00, warranty less, ready same`.
fn against(against: &Value) -> Value {
    if against.is_null() {
        return "first".into();
    }
    let word = |key: &str| text(&against[key]);
    format!("pays {} by {}, warranty {}, ready {}", word("pays"), word("by"), word("warranty"), word("ready")).into()
}

/// `yes up to 1200.00`.
fn worth(worth: &Value) -> Value {
    match worth {
        Value::Null => Value::Null,
        _ => format!("{} up to {}", text(&worth["finding"]), text(&worth["limit"])).into(),
    }
}

/// `odd for 50.00 pays 50.00, ready 2026-11-04`.
fn inspection(inspection: &Value) -> Value {
    if inspection.is_null() {
        return Value::Null;
    }
    let faults: Vec<String> = list(&inspection["faults"]).map(|fault| text(&fault["id"])).collect();
    let faults = if faults.is_empty() { "anything".to_owned() } else { faults.join(" ") };
    let waived = if inspection["waived"] == true { ", waived" } else { "" };
    let (price, pays) = (text(&inspection["price"]), range(&inspection["pays"]));
    format!("{faults} for {price} pays {pays}{waived}, ready {}", days(&inspection["ready"])).into()
}

fn cover(cover: &Value) -> Value {
    match cover {
        Value::Null => "none".into(),
        _ => cover["until"].as_str().unwrap_or("always").into(),
    }
}
