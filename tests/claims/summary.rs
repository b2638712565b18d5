//! A claim in short, as the data cases expect it: one word or line for each thing that a case can be about.

use serde_json::{Map, Value, json};

/// A claim in short; what there is of each field stands by its name.
pub fn claim(claim: &Value) -> Value {
    let by_field = |shown: &dyn Fn(&Value) -> Value| -> Value {
        list(&claim["fields"]).map(|field| (text(&field["id"]), shown(field))).collect::<Map<_, _>>().into()
    };
    let by_need = |shown: &dyn Fn(&Value) -> Value| -> Value {
        list(&claim["evidence"]).map(|need| (text(&need["id"]), shown(need))).collect::<Map<_, _>>().into()
    };
    let item = &claim["decision"]["items"][0];
    let ids = |all: &Value| list(all).map(|one| one["id"].clone()).collect::<Value>();
    let required = |all: &Value| -> Value {
        list(all).filter(|one| one["required"] == true).map(|one| one["id"].clone()).collect()
    };
    json!({
        "version": claim["policy"]["version"],
        "law": claim["law"]["id"],
        "currency": claim["currency"],
        "asks": ids(&claim["fields"]),
        "required": required(&claim["fields"]),
        "fields": by_field(&state),
        "types": by_field(&|field| field["type"].clone()),
        "standard": by_field(&|field| field["standard"].clone()),
        "facts": by_field(&|field| field["fact"].clone()),
        "labels": by_field(&|field| field["label"].clone()),
        "helps": by_field(&|field| field["help"].clone()),
        "examples": by_field(&|field| field["example"].clone()),
        "means": by_field(&|field| field["means"].clone()),
        "values": by_field(&|field| list(&field["values"]).map(choice).collect()),
        "chosen": by_field(&|field| list(&field["values"]).map(|choice| choice["label"].clone()).collect()),
        "decides": by_field(&|field| field["decides"].clone()),
        "wrong": list(&claim["problems"]).map(problem).collect::<Value>(),
        "warnings": list(&claim["problems"]).filter(|one| one["severity"] == "warning").map(problem).collect::<Value>(),
        "tidied": list(&claim["tidied"]).map(tidied).collect::<Value>(),
        "progress": format!("{} of {}", claim["done"], claim["of"]),
        "next": claim["next"],
        "complete": claim["complete"],
        "wish": wish(&claim["wish"]),
        "disputed": claim["disputed"],
        "keepsDraft": claim["keepsDraft"],
        "needs": ids(&claim["evidence"]),
        "needed": required(&claim["evidence"]),
        "evidence": by_need(&|need| {
            let part = |key: &str| text(&need[key]);
            format!("{} of {} to {}, at most {} bytes", part("given"), part("least"), part("most"), part("maxBytes")).into()
        }),
        "takes": by_need(&|need| need["kinds"].clone()),
        "titles": by_need(&|need| json!([need["standard"], need["title"], need["help"]])),
        "item": format!("{}, {} of {} left", text(&item["id"]), item["units"]["left"], item["units"]["bought"]),
        "finding": item["finding"],
        "rightsBy": item["policy"]["version"],
        "remedies": list(&item["remedies"])
            .map(|remedy| (text(&remedy["remedy"]), remedy["finding"].clone()))
            .collect::<Map<_, _>>(),
        "asked": list(&item["ask"]).map(|question| question["fact"].clone()).collect::<Value>(),
        "quote": quote(&claim["quote"]),
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `good D-1042`; `wrong` and `empty` hold nothing.
fn state(field: &Value) -> Value {
    let value = if field["value"].is_null() { String::new() } else { format!(" {}", text(&field["value"])) };
    format!("{}{value}", text(&field["state"])).into()
}

/// `glass under display`, `repair yes`.
fn choice(choice: &Value) -> Value {
    let under = choice["under"].as_str().map(|under| format!(" under {under}")).unwrap_or_default();
    let finding = choice["finding"].as_str().map(|finding| format!(" {finding}")).unwrap_or_default();
    format!("{}{under}{finding}", text(&choice["value"])).into()
}

/// `claim.before-event /fields/delivered value 2026-11-01, event purchased, other 2026-11-02`.
fn problem(problem: &Value) -> Value {
    let params = problem["params"].as_object().into_iter().flatten();
    let params: Vec<String> = params.map(|(name, value)| format!("{name} {}", text(value))).collect();
    let of = if params.is_empty() { String::new() } else { format!(" {}", params.join(", ")) };
    format!("{} {}{of}", text(&problem["code"]), text(&problem["pointer"])).into()
}

/// `serial: on12345678 -> ON12345678 by case`.
fn tidied(tidied: &Value) -> Value {
    let by: Vec<String> = list(&tidied["by"]).map(text).collect();
    let part = |key: &str| text(&tidied[key]);
    format!("{}: {} -> {} by {}", part("field"), part("from"), part("to"), by.join(" ")).into()
}

/// `repair yes`.
fn wish(wish: &Value) -> Value {
    if wish.is_null() { Value::Null } else { format!("{} {}", text(&wish["remedy"]), text(&wish["finding"])).into() }
}

/// `one screen: 300.00` for the model, the fault and what the best option comes to.
fn quote(quote: &Value) -> Value {
    if quote.is_null() {
        return Value::Null;
    }
    let faults: Vec<String> = list(&quote["faults"]).map(|fault| text(&fault["id"])).collect();
    let total = &quote["options"][0]["total"]["most"];
    format!("{} {}: {}", text(&quote["model"]["id"]), faults.join(" "), text(total)).into()
}
