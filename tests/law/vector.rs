//! One case of law: its facts for the engine, and what the decision must say.

use makegood::policy::Shop;
use makegood::policy::vocabulary::FactType;
use serde_json::{Map, Value, json};

use super::{packs, promise};

/// Names that differ from those of the cases.
const FACTS: [(&str, &str); 28] = [
    ("invoice_date", "invoiced"),
    ("exchanged_on", "exchanged"),
    ("exchange_completed_on", "exchanged"),
    ("part_replaced_on", "mainPartReplacedOn"),
    ("warranty_card_altered", "cardAltered"),
    ("defect_known_before_purchase", "defectKnownAtPurchase"),
    ("digital_download", "downloaded"),
    ("newspaper_or_periodical", "periodical"),
    ("proof_of_dispatch_on", "returnSent"),
    ("regular_deliveries", "regularDelivery"),
    ("merchant_proves_conformity_at_delivery", "sellerProvesConformity"),
    ("goods_lost", "goodsDisposedOf"),
    ("goods_destroyed", "goodsDisposedOf"),
    ("as_is", "soldAsIs"),
    ("all_sales_final", "finalSale"),
    ("reasonable_number_of_attempts", "reasonableAttemptsFailed"),
    ("value_much_reduced", "valueReducedByUse"),
    ("supply_begun", "digitalStarted"),
    ("routine_maintenance", "routineUpkeep"),
    ("last_item_delivered_on", "lastDelivered"),
    ("seal_broken_by_consumer", "sealBroken"),
    ("defect_apparent_on", "defectNoticed"),
    ("knew_on", "defectNoticed"),
    ("installed_on", "installed"),
    ("installed_notified_on", "installed"),
    ("returned_goods_received_on", "returnReceived"),
    ("used_beyond_inspection", "usedBeyondChecking"),
    ("price_paid", "price"),
];

const REMEDIES: [(&str, &str); 3] =
    [("return", "refund"), ("replace_part", "replace-part"), ("repair_elsewhere_at_supplier_cost", "repair-elsewhere")];

fn camel(name: &str) -> String {
    if let Some((_, fact)) = FACTS.iter().find(|(known, _)| *known == name) {
        return (*fact).to_owned();
    }
    let mut words = name.split('_');
    let first = words.next().unwrap().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

fn remedy(name: &str) -> String {
    REMEDIES.iter().find(|(known, _)| *known == name).map_or_else(|| kebab(name), |(_, remedy)| (*remedy).to_owned())
}

/// The facts of a case that the pack knows, by their names there.
fn facts(case: &Value, law: &Shop) -> Map<String, Value> {
    let mut told: Vec<(String, Value)> = Vec::new();
    for part in ["goods", "condition", "facts"] {
        for (name, value) in case[part].as_object().into_iter().flatten() {
            told.push((camel(name), value.clone()));
        }
    }
    let reason = match case["reason"].as_str().unwrap() {
        "late_delivery" => "late".to_owned(),
        reason => kebab(reason),
    };
    let channel = match case["channel"].as_str().unwrap() {
        "distance" => "online",
        "offline" => "store",
        _ => "off-premises",
    };
    told.push(("goodsKind".into(), kebab(case["goods"]["category"].as_str().unwrap()).into()));
    told.push(("reason".into(), reason.into()));
    told.push(("channel".into(), channel.into()));
    told.push(("purchased".into(), case["purchased"].clone()));
    told.push(("delivered".into(), case["delivered"].clone()));
    causes(case, law, &mut told);
    // A part that was replaced has a period of its own, and no other part has.
    let (failed, replaced) = (&case["condition"]["failed_part"], &case["facts"]["replaced_part"]);
    told.retain(|(name, _)| name != "mainPartReplacedOn" || replaced.is_null() || failed == replaced);
    // Installed counts where that was for the trader to do.
    told.retain(|(name, _)| name != "installed" || case["facts"]["installation_required"] != false);
    if case["facts"]["repair_service_available"] == false {
        told.push(("noRepairService".into(), true.into()));
    }
    if case["facts"]["proof_of_dispatch_on"].is_string() {
        told.push(("proofOfDispatch".into(), true.into()));
    }
    if case["facts"]["supplier_failed_to_remedy"] == true {
        told.push(("sellerFailed".into(), true.into()));
    }
    // Of several things, or several lots of one, the last that came.
    let came = ["items", "lots", "deliveries"].iter().filter_map(|list| case["facts"][*list].as_array()).flatten();
    if let Some(last) = came.filter_map(|one| one["delivered"].as_str()).max() {
        told.push(("lastDelivered".into(), last.into()));
    }
    // Who asks for the money where the same model is at hand does not want that.
    let at_hand =
        case["facts"]["same_model_available"] == true || case["facts"]["equivalent_same_brand_available"] == true;
    if at_hand && case["request"] == "return" && case["facts"]["consumer_refuses_exchange"].is_null() {
        told.push(("consumerRefusesExchange".into(), true.into()));
    }
    history(case, &mut told);
    counted(case, &mut told);
    // A fault without a day of its own shows when it is told.
    let there = case["delivered"].as_str() <= case["asked_on"].as_str();
    if there && case["facts"]["defect_apparent_on"].is_null() && case["facts"]["knew_on"].is_null() {
        told.push(("defectNoticed".into(), case["asked_on"].clone()));
    }
    // What is still to come is told as an expected day.
    for (name, value) in &mut told {
        if ["returnReceived", "delivered"].contains(&name.as_str()) && value.as_str() > case["asked_on"].as_str() {
            *value = json!({ "from": *value, "to": *value });
        }
    }
    told.retain(|(name, _)| name != "category");
    let known = law.versions[0].facts();
    let fitting = told.into_iter().filter_map(|(name, value)| {
        let kind = known.get(&name)?.kind;
        Some((name, fitted(kind, value)?))
    });
    fitting.collect()
}

/// Where a fault comes from. A case names human damage where there is any, and force majeure, which some packs mean otherwise.
fn causes(case: &Value, law: &Shop, told: &mut Vec<(String, Value)>) {
    told.retain(|(name, _)| name != "cause");
    let cause = case["condition"]["cause"].as_str();
    match cause {
        Some("virus") => told.push(("virusDamage".into(), true.into())),
        Some("pirated_software") => told.push(("piratedSoftwareDamage".into(), true.into())),
        _ => {}
    }
    let cause = if cause == Some("liquid") {
        "liquid"
    } else if case["condition"]["human_damage"] == true {
        "human-damage"
    } else if case["facts"]["force_majeure"] == true && law.versions[0].facts().get("forceMajeure").is_none() {
        "force-majeure"
    } else {
        "normal-use"
    };
    told.push(("cause".into(), cause.into()));
}

/// Repairs so far, as numbers and days; those of what was exchanged since do not count.
fn history(case: &Value, told: &mut Vec<(String, Value)>) {
    let exchanged = case["facts"]["exchanged_on"].as_str().or(case["facts"]["exchange_completed_on"].as_str());
    let of_another = |repair: &&Value| {
        exchanged.is_some() && repair["returned"].as_str().is_some_and(|back| Some(back) <= exchanged)
    };
    let repairs: Vec<&Value> =
        case["repairs"].as_array().unwrap().iter().filter(|repair| !of_another(repair)).collect();
    let failed = repairs.iter().filter(|repair| repair["fixed"] == false).count();
    let number = |value: u64| Value::from(value);
    let mut days = 0;
    let mut so_far = 0;
    let mut waiting = 0;
    // A fault that showed after delivery was hidden, unless the case says otherwise.
    let showed_later = case["facts"]["defect_apparent_on"].as_str() > case["delivered"].as_str();
    let hidden = case["condition"]["defect_hidden"].as_bool().unwrap_or(showed_later);
    told.push(("defectHidden".into(), hidden.into()));
    for repair in repairs {
        let span = |from: &str, until: &str| Some((day(repair[from].as_str()?), day(repair[until].as_str()?)));
        days += repair["days"].as_u64().unwrap_or(0);
        if let Some((sent, back)) = span("sent", "returned") {
            days += u64::from(sent.days_until(back));
        }
        if let Some((asked, back)) = span("requested", "received_back") {
            days += u64::from(asked.days_until(back));
            // Both ends count: section 22(7) of the Consumer Rights Act 2015.
            waiting += u64::from(asked.days_until(back)) + 1;
            told.push(("waitingEnded".into(), repair["received_back"].clone()));
        }
        if let (Some(sent), true) = (repair["sent"].as_str(), repair["returned"].is_null()) {
            so_far = u64::from(day(sent).days_until(day(case["asked_on"].as_str().unwrap())));
            told.push(("inRepairSince".into(), sent.into()));
            told.push(("daysAtRepairer".into(), number(so_far)));
        }
        if let (Some(asked), true) = (repair["requested"].as_str(), repair["received_back"].is_null()) {
            told.push(("inRepairSince".into(), asked.into()));
        }
        if let Some(back) = repair["returned"].as_str() {
            told.push(("repairReturned".into(), back.into()));
        }
        if let Some(cause) = repair["delay_cause"].as_str() {
            told.push(("repairDelay".into(), kebab(cause).into()));
        }
        if repair["as_conformity_remedy"] == true {
            told.push(("repairedAsRemedy".into(), true.into()));
        }
    }
    told.push(("repairs".into(), number(u64::try_from(failed).unwrap())));
    told.push(("daysInRepair".into(), number(days)));
    told.push(("daysInRepairInAll".into(), number(days + so_far)));
    told.push(("waitingDays".into(), number(waiting)));
    if let Some(complained) = case["facts"]["complained_on"].as_str() {
        told.push(("complained".into(), true.into()));
        let start = if hidden { &case["facts"]["defect_apparent_on"] } else { &case["delivered"] };
        let before = start.as_str().map_or(0, |start| day(start).days_until(day(complained)));
        told.push(("daysBeforeComplaint".into(), number(before.into())));
        if let Some(refused) = case["facts"]["refused_on"].as_str() {
            told.push(("refused".into(), true.into()));
            told.push(("daysPending".into(), number(day(complained).days_until(day(refused)).into())));
        }
    }
    if case["facts"]["trader_agreed_on"].is_string() {
        told.push(("rejectionAgreed".into(), true.into()));
    }
    if let Some(count) = case["facts"]["replacements_so_far"].as_u64() {
        told.push(("exchanges".into(), number(count)));
    }
}

/// What follows from the numbers of a case: how many go back, and what a dearer delivery cost more.
fn counted(case: &Value, told: &mut Vec<(String, Value)>) {
    let number = |name: &str| case["facts"][name].as_i64();
    if let (Some(all), Some(back)) = (number("units"), number("reject_units")) {
        told.push(("partOnly".into(), (back < all).into()));
        if let Some(faulty) = number("nonconforming_units") {
            told.push(("goodUnitsToo".into(), (faulty < back && back < all).into()));
        }
    }
    if let (Some(paid), Some(standard)) = (number("delivery_paid"), number("cheapest_standard_delivery")) {
        told.push(("supplementaryDelivery".into(), (paid - standard).into()));
    }
}

fn day(text: &str) -> makegood::domain::Date {
    makegood::domain::Date::parse(text).unwrap()
}

fn fitted(kind: FactType, value: Value) -> Option<Value> {
    match (kind, value) {
        (FactType::Bool, value @ Value::Bool(_)) => Some(value),
        (FactType::Money | FactType::Number, Value::Number(number)) => Some(number.to_string().into()),
        (FactType::Date, value @ Value::Object(_)) => Some(value),
        (FactType::Date | FactType::Money | FactType::Number, value @ Value::String(_)) => Some(value),
        (FactType::Enum | FactType::Text, Value::String(text)) => Some(kebab(&text).into()),
        _ => None,
    }
}

/// What the decision says otherwise than the case expects.
pub fn slips(case: &Value) -> Vec<String> {
    let mut packs = packs::of(case["jurisdiction"].as_str().unwrap());
    let pack = packs.last_mut().unwrap();
    let holidays = ["statutory_holidays", "public_holidays", "federal_holidays"];
    for days in holidays.iter().filter_map(|name| case["facts"][*name].as_array()) {
        let known = pack["calendar"]["holidays"].as_array().cloned().unwrap_or_default();
        pack["calendar"]["holidays"] = known.into_iter().chain(days.iter().cloned()).collect();
    }
    let jurisdiction = packs.last().unwrap()["jurisdiction"].clone();
    let law = match makegood::open(&Value::from(packs).to_string()) {
        Ok(shop) => shop,
        Err(problems) => return vec![format!("the pack has problems: {problems}")],
    };
    let facts = facts(case, &law);
    let shop = match promise::of(&case["facts"]["merchant_policy"], &jurisdiction) {
        None => law,
        Some(promise) => makegood::open(&promise.to_string()).and_then(|shop| shop.under(law)).unwrap(),
    };
    let request = json!({ "today": case["asked_on"], "items": [{ "id": "it", "facts": facts }] });
    let decision = match makegood::decide(&shop, &request.to_string()) {
        Ok(decision) => serde_json::to_value(&decision).unwrap(),
        Err(problems) => return vec![format!("the request has problems: {problems}")],
    };
    compare(case, &decision["items"][0])
}

fn compare(case: &Value, item: &Value) -> Vec<String> {
    let expect = &case["expect"];
    let wanted = remedy(case["request"].as_str().unwrap());
    let remedies = item["remedies"].as_array().unwrap();
    let granted: Vec<&str> = remedies
        .iter()
        .filter(|remedy| remedy["finding"] == "yes")
        .map(|remedy| remedy["remedy"].as_str().unwrap())
        .collect();
    let of = |name: &str| remedies.iter().find(|remedy| remedy["remedy"] == name);
    let offer = of(&wanted).filter(|_| granted.contains(&wanted.as_str())).map(|remedy| &remedy["offers"][0]);
    let mut slips = Vec::new();
    let mut check = |what: &str, found: Value, expected: Value| {
        if found != expected {
            slips.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    let finding = of(&wanted).map_or("no", |remedy| remedy["finding"].as_str().unwrap());
    check("allowed", finding.into(), if expect["allowed"] == true { "yes" } else { "no" }.into());
    let mut expected: Vec<String> =
        expect["remedies"].as_array().unwrap().iter().map(|name| remedy(name.as_str().unwrap())).collect();
    let mut found: Vec<String> = granted.iter().map(|name| (*name).to_owned()).collect();
    expected.sort();
    found.sort();
    check("remedies", found.into(), expected.into());
    let offers = of(&wanted).map_or(&[][..], |remedy| remedy["offers"].as_array().unwrap());
    let unlimited = offers.iter().any(|offer| offer["finding"] == "yes" && offer["until"].is_null());
    let last = match offer {
        // A case names the day of the best offer, or none where another offer has no limit. Where nothing limits the asking, it
        // may name the last day on which a fault must have shown.
        Some(_) if unlimited && expect["last_day"].is_null() => Value::Null,
        // A last day that nobody can know yet may be none.
        Some(offer)
            if expect["last_day"].is_null() && offer["until"].is_object() && offer["until"]["most"].is_null() =>
        {
            Value::Null
        }
        Some(offer) if offer["until"].is_null() => shown_until(item, offer),
        Some(offer) => offer["until"]["least"].clone(),
        None => closed_on(item, &wanted),
    };
    check("last_day", last, expect["last_day"].clone());
    if let Some(offer) = offer {
        let payer = match offer["carriage"].as_str().unwrap() {
            "shop" => json!("merchant"),
            "shopper" => json!("consumer"),
            _ => Value::Null,
        };
        let expected = match expect["freight_payer"].as_str() {
            Some("merchant_unless_returned_in_person") => json!("merchant"),
            _ => expect["freight_payer"].clone(),
        };
        check("freight_payer", payer, expected);
        if expect["refund_by"].is_string() {
            let deadlines = offer["deadlines"].as_array().unwrap();
            let refund = deadlines.iter().find(|deadline| deadline["due"] == "refund");
            check(
                "refund_by",
                refund.map_or(Value::Null, |refund| refund["until"]["least"].clone()),
                expect["refund_by"].clone(),
            );
        }
        if let Some(burden) = expect["burden_of_proof"].as_str() {
            let found = match offer["proof"].as_str() {
                Some("shop") => "merchant",
                Some("shopper") => "consumer",
                _ => "open",
            };
            check("burden_of_proof", found.into(), burden.into());
        }
        let basis = expect["basis"].as_str().unwrap_or_default();
        if !basis.is_empty() {
            check("basis", offer["by"].clone(), if basis == "statute_over_policy" { "law" } else { "shop" }.into());
        }
        let fee = &expect["fee"];
        if fee["amount"].is_null() && fee["type"].is_string() {
            check("fee", offer["fees"][0]["judged"].clone(), true.into());
        } else if fee["type"] == "none" || fee["type"] == "use" {
            check("fee", json!(offer["fees"].as_array().unwrap().len()), json!(0));
        }
    }
    slips
}

fn shown_until(item: &Value, offer: &Value) -> Value {
    let step = item["steps"].as_array().unwrap().iter().find(|step| step["rule"] == offer["rule"]).unwrap();
    let shows = step["checks"].as_array().unwrap().iter().find(|check| check["part"] == "shows");
    shows.map_or(Value::Null, |shows| shows["until"]["least"].clone())
}

/// The last day of a right that was there and is over, or that fails for another reason; none if it never arose.
fn closed_on(item: &Value, wanted: &str) -> Value {
    let mut last = Value::Null;
    for step in item["steps"].as_array().unwrap() {
        let grants = step["grants"].as_array().unwrap().iter().any(|grant| grant == wanted);
        let checks = step["checks"].as_array().unwrap();
        let arose = checks.iter().all(|check| {
            !["reasons", "unless", "in-force"].contains(&check["part"].as_str().unwrap()) || check["finding"] == "yes"
        });
        // Where nothing limits the asking, a fault that showed too late names the day.
        let too_late = |check: &&Value| check["part"] == "shows" && check["finding"] == "no";
        let window = checks.iter().find(too_late).or(checks.iter().find(|check| check["part"] == "window"));
        if let (true, true, Some(window)) = (grants, arose, window) {
            let day = &window["until"]["least"];
            if last.is_null() || day.as_str() > last.as_str() {
                last = day.clone();
            }
        }
    }
    last
}
