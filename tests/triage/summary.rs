//! A triage in short, as the data cases expect it: one word or line for each thing that a case can be about.

use serde_json::{Map, Value, json};

/// A triage in short.
pub fn triage(triage: &Value) -> Value {
    let decides = |list: &str| -> Map<String, Value> {
        let entries = entries(&triage[list]);
        entries.map(|entry| (text(&entry["fact"]), entry["decides"].clone())).collect()
    };
    json!({
        "version": triage["policy"]["version"],
        "model": triage["model"],
        "finding": triage["finding"],
        "outcomes": entries(&triage["outcomes"]).map(outcome).collect::<Value>(),
        "natures": entries(&triage["outcomes"]).map(|outcome| outcome["nature"].clone()).collect::<Value>(),
        "next": triage["next"],
        "tries": entries(&triage["tries"]).map(|tried| tried["id"].clone()).collect::<Value>(),
        "ask": entries(&triage["ask"]).map(|question| question["fact"].clone()).collect::<Value>(),
        "types": entries(&triage["ask"]).map(|question| question["type"].clone()).collect::<Value>(),
        "settledBy": entries(&triage["ask"]).map(|question| question["settledBy"].clone()).collect::<Value>(),
        "decides": decides("ask").into_iter().chain(decides("tries")).collect::<Map<_, _>>(),
        "icons": entries(&triage["ask"]).map(icons).collect::<Map<_, _>>(),
        "heard": entries(&triage["heard"]).map(heard).collect::<Value>(),
        "fault": triage["fault"],
        "repair": triage["repair"],
        "facts": triage["facts"],
        "problem": triage["outcomes"][0]["problem"],
        "refer": triage["outcomes"][0]["refer"],
        "steps": triage["tries"][0]["steps"],
    })
}

fn entries(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `fall maybe: dropped`; what is certain needs nothing.
fn outcome(outcome: &Value) -> Value {
    let needs: Vec<String> = entries(&outcome["needs"]).map(text).collect();
    let needs = if needs.is_empty() { String::new() } else { format!(": {}", needs.join(" ")) };
    format!("{} {}{needs}", text(&outcome["id"]), text(&outcome["finding"])).into()
}

/// The picture of a question, then those of its values.
fn icons(question: &Value) -> (String, Value) {
    let of = |value: &Value| value["icon"].as_str().unwrap_or("none").to_owned();
    let values: Vec<String> = entries(&question["values"]).map(of).collect();
    (text(&question["fact"]), format!("{}: {}", of(question), values.join(" ")).into())
}

/// `phone: The screen stays dark`, `restartHelped: false after Force a restart`.
fn heard(heard: &Value) -> Value {
    let said = if heard["label"].is_null() { text(&heard["value"]) } else { text(&heard["label"]) };
    let tried = if heard["tried"].is_null() { String::new() } else { format!(" after {}", text(&heard["tried"])) };
    format!("{}: {said}{tried}", text(&heard["fact"])).into()
}
