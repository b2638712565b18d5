//! The facts of a case of law, by the names that the pack of its jurisdiction has for them.

use makegood::domain::Date;
use makegood::policy::Shop;
use makegood::policy::vocabulary::FactType;
use serde_json::{Map, Value, json};

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

fn camel(name: &str) -> String {
    if let Some((_, fact)) = FACTS.iter().find(|(known, _)| *known == name) {
        return (*fact).to_owned();
    }
    let mut words = name.split('_');
    let first = words.next().unwrap().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

pub fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

type Told = Vec<(String, Value)>;

/// The facts of a case that the pack knows, by their names there.
pub fn facts(case: &Value, law: &Shop) -> Map<String, Value> {
    let mut told: Told = Vec::new();
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
    implied(case, &mut told);
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

/// What a case says in other words than those of a pack.
fn implied(case: &Value, told: &mut Told) {
    // A part that was replaced has a period of its own, and no other part has.
    let (failed, replaced) = (&case["condition"]["failed_part"], &case["facts"]["replaced_part"]);
    told.retain(|(name, _)| name != "mainPartReplacedOn" || replaced.is_null() || failed == replaced);
    // Installed counts where that was for the trader to do.
    told.retain(|(name, _)| name != "installed" || case["facts"]["installation_required"] != false);
    if case["facts"]["repair_service_available"] == false {
        told.push(("noRepairService".into(), true.into()));
    }
    // A case tells all that is wrong with the goods.
    if case["condition"]["used_beyond_inspection"].is_null() {
        told.push(("usedBeyondChecking".into(), false.into()));
    }
    // A record is digital goods on a carrier, whether the case says so or not.
    let on_carrier = ["music_cd", "software_disc"].map(Value::from).contains(&case["goods"]["category"]);
    if on_carrier && case["goods"]["digital_goods_on_carrier"].is_null() {
        told.push(("digitalGoodsOnCarrier".into(), true.into()));
    }
    // Who agreed that goods made to order do not go back confirmed it.
    if case["facts"]["exclusion_confirmed_by_consumer"] == true && case["goods"]["custom_made"] == true {
        told.push(("customConsent".into(), true.into()));
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
}

/// Where a fault comes from. A case names human damage where there is any, and force majeure, which some packs mean otherwise.
fn causes(case: &Value, law: &Shop, told: &mut Told) {
    told.retain(|(name, _)| name != "cause");
    let cause = case["condition"]["cause"].as_str();
    match cause {
        Some("virus") => told.push(("virusDamage".into(), true.into())),
        Some("pirated_software") => told.push(("piratedSoftwareDamage".into(), true.into())),
        _ => {}
    }
    let cause = if cause == Some("liquid") {
        "liquid"
    } else if case["condition"]["human_damage"] == true && case["condition"]["established"] != false {
        "human-damage"
    } else if case["facts"]["force_majeure"] == true && law.versions[0].facts().get("forceMajeure").is_none() {
        "force-majeure"
    } else {
        "normal-use"
    };
    told.push(("cause".into(), cause.into()));
}

/// Repairs so far, as numbers and days; those of what was exchanged since do not count.
fn history(case: &Value, told: &mut Told) {
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
fn counted(case: &Value, told: &mut Told) {
    let number = |name: &str| case["facts"][name].as_i64();
    if let (Some(all), Some(back)) = (number("units"), number("reject_units")) {
        told.push(("partOnly".into(), (back < all).into()));
        if let Some(faulty) = number("nonconforming_units") {
            told.push(("goodUnitsToo".into(), (faulty < back && back < all).into()));
        }
    }
    if let (Some(paid), Some(standard)) = (number("delivery_paid"), number("cheapest_standard_delivery"))
        && paid > standard
    {
        told.push(("supplementaryDelivery".into(), (paid - standard).into()));
    }
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
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
