//! A decision in short, as the data cases expect it: one word or line for each thing that a case can be about.

use serde_json::{Map, Value, json};

/// The items of a decision by their ids.
pub fn items(decision: &Value) -> Vec<(String, Value)> {
    list(&decision["items"]).map(|item| (text(&item["id"]), summary(item))).collect()
}

fn summary(item: &Value) -> Value {
    let remedies = || list(&item["remedies"]);
    let steps = || list(&item["steps"]);
    let mut nodes = Map::new();
    steps().flat_map(|step| list(&step["checks"])).for_each(|check| collect_nodes(&check["node"], &mut nodes));
    json!({
        "finding": item["finding"],
        "policy": item["policy"]["version"],
        "units": format!("{} of {}", item["units"]["left"], item["units"]["bought"]),
        "remedies": by(remedies(), "remedy", |remedy| remedy["finding"].clone()),
        "order": remedies().map(|remedy| remedy["remedy"].clone()).collect::<Value>(),
        "titles": by(remedies(), "remedy", |remedy| remedy["title"].clone()),
        "needs": by(remedies(), "remedy", |remedy| remedy["needs"].clone()),
        "offers": by(remedies(), "remedy", |remedy| list(&remedy["offers"]).map(offer).collect()),
        "beside": by(remedies(), "remedy", |remedy| beside(&remedy["beside"])),
        "ask": list(&item["ask"]).map(|question| question["fact"].clone()).collect::<Value>(),
        "questions": by(list(&item["ask"]), "fact", question),
        "choices": by(list(&item["ask"]), "fact", |question| list(&question["values"]).map(choice).collect()),
        "whatIf": list(&item["whatIf"]).map(what_if).collect::<Value>(),
        "steps": by(steps(), "rule", |step| step["finding"].clone()),
        "cites": by(steps(), "rule", |step| list(&step["cites"]).map(cite).collect()),
        "checks": by(steps(), "rule", |step| list(&step["checks"]).map(check).collect()),
        "counted": by(steps(), "rule", |step| list(&step["checks"]).flat_map(counted).collect()),
        "nodes": nodes,
        "read": by(steps().flat_map(|step| list(&step["checks"])), "pointer", |check| check["read"].clone()),
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn by<'v>(values: impl Iterator<Item = &'v Value>, name: &str, shown: impl Fn(&Value) -> Value) -> Value {
    values.map(|value| (text(&value[name]), shown(value))).collect::<Map<_, _>>().into()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `a`, or `a..b` while only the ends are known.
fn range(least: &Value, most: &Value) -> String {
    let shown = |end: &Value| end.as_str().unwrap_or_default().to_owned();
    if least == most && least.is_string() { shown(least) } else { format!("{}..{}", shown(least), shown(most)) }
}

fn until(until: &Value) -> String {
    match (until, until["settledBy"].as_str()) {
        (Value::Null, _) => "always".to_owned(),
        (_, Some(fact)) => format!("{} by {fact}", range(&until["least"], &until["most"])),
        (_, None) if until["holidays"].is_object() => {
            let known = range(&until["holidays"]["from"], &until["holidays"]["until"]);
            format!("{} with holidays of {known}", range(&until["least"], &until["most"]))
        }
        (_, None) => range(&until["least"], &until["most"]),
    }
}

/// `shop better; shop #0 ahead in carriage; law #1`.
fn beside(beside: &Value) -> Value {
    if beside.is_null() {
        return "none".into();
    }
    let side = |name: &str| {
        let side = &beside[name];
        let ahead: Vec<String> = list(&side["ahead"]).map(text).collect();
        let place = side["offer"].as_u64().map_or("none".to_owned(), |place| format!("#{place}"));
        let ahead = if ahead.is_empty() { String::new() } else { format!(" ahead in {}", ahead.join(" ")) };
        format!("{name} {place}{ahead}")
    };
    format!("{} better; {}; {}", text(&beside["better"]), side("shop"), side("law")).into()
}

fn amounts(amounts: &Value) -> String {
    if amounts.is_null() { "unknown".to_owned() } else { range(&amounts["least"], &amounts["most"]) }
}

fn offer(offer: &Value) -> Value {
    json!({
        "rule": offer["rule"],
        "clause": offer["clause"],
        "by": offer["by"],
        "finding": offer["finding"],
        "needs": offer["needs"],
        "until": until(&offer["until"]),
        "shows": until(&offer["shows"]),
        "carriage": offer["carriage"],
        "goodwill": offer["goodwill"],
        "fees": list(&offer["fees"]).map(fee).collect::<Value>(),
        "cost": amounts(&offer["cost"]),
        "back": amounts(&offer["back"]),
        "units": offer["units"],
        "deadlines": list(&offer["deadlines"]).map(deadline).collect::<Value>(),
        "proof": offer["proof"],
        "chooses": offer["chooses"],
        "carriageNeeds": offer["carriageNeeds"],
        "total": format!("cost {}, back {}", amounts(&offer["total"]["cost"]), amounts(&offer["total"]["back"])),
    })
}

/// `refund within 14 days from asked: 2026-03-25`.
fn deadline(deadline: &Value) -> Value {
    let from: Vec<String> = list(&deadline["from"]).map(text).collect();
    let (due, length) = (text(&deadline["due"]), text(&deadline["length"]));
    format!("{due} within {length} from {}: {}", from.join(" "), until(&deadline["until"])).into()
}

/// `opened-fee yes 10% 29.90`.
fn fee(fee: &Value) -> Value {
    let mut line = format!("{} {}", text(&fee["id"]), text(&fee["finding"]));
    if let Some(percent) = fee["percent"].as_str() {
        line += &format!(" {percent}%");
    }
    let open = if fee["quoted"] == true { "quoted" } else { "unknown" };
    let open = if fee["judged"] == true { "judged" } else { open };
    let amount = fee["amount"].as_str().unwrap_or(open);
    format!("{line} {amount}").into()
}

fn question(question: &Value) -> Value {
    let decides: Vec<String> = list(&question["decides"]).map(text).collect();
    format!("{} by {} for {}", text(&question["type"]), text(&question["settledBy"]), decides.join(" ")).into()
}

/// The value of a possible answer and its label.
fn choice(choice: &Value) -> Value {
    json!([choice["value"], choice["label"]])
}

/// `member is true: refund yes 2026-03-20`.
fn what_if(what_if: &Value) -> Value {
    let change = what_if["change"].as_object().unwrap();
    let tests = ["is", "in", "has", "hasNot", "notIn", "from", "until", "atLeast", "moreThan", "atMost", "lessThan"];
    let said = tests.iter().filter_map(|test| change.get(*test).map(|value| format!(" {test} {}", text(value))));
    let opens = list(&what_if["opens"]).map(|opening| {
        format!("{} {} {}", text(&opening["remedy"]), text(&opening["finding"]), until(&opening["until"]))
    });
    let (said, opens) = (said.collect::<String>(), opens.collect::<Vec<_>>().join(", "));
    format!("{}{said}: {opens}", text(&change["fact"])).into()
}

/// `BGB § 438 (unverified)`.
fn cite(cite: &Value) -> Value {
    format!("{} ({})", text(&cite["article"]), text(&cite["sure"])).into()
}

/// `unless final-sale no`.
fn check(check: &Value) -> Value {
    let id = check["id"].as_str().map(|id| format!("{id} ")).unwrap_or_default();
    format!("{} {id}{}", text(&check["part"]), text(&check["finding"])).into()
}

/// The event's day, the day on which the length ends, and the last day.
fn counted(check: &Value) -> Vec<Value> {
    let days = |counted: &Value| ["event", "ends", "last"].map(|day| text(&counted[day])).join(" ").into();
    list(&check["counted"]).map(days).collect()
}

fn collect_nodes(node: &Value, nodes: &mut Map<String, Value>) {
    if node.is_object() {
        nodes.insert(text(&node["pointer"]), node["finding"].clone());
        list(&node["of"]).for_each(|part| collect_nodes(part, nodes));
    }
}
