//! Asking goes one way, ends, and comes to what a slow reading of the policy comes to.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use crate::{list, tried};

/// What is asked, with its answers.
const ASKED: [(&str, &[&str]); 4] =
    [("symptom", &["dark", "hot", "loud"]), ("place", &["home", "away"]), ("fell", &[]), ("new", &[])];
/// What is tried, told by a fact of each.
const TRIED: [&str; 3] = ["firstHelped", "secondHelped", "thirdHelped"];

fn answers(fact: &str) -> Vec<Value> {
    match ASKED.iter().find(|(name, _)| *name == fact) {
        Some((_, values)) if !values.is_empty() => values.iter().map(|value| json!(value)).collect(),
        _ => vec![json!(true), json!(false)],
    }
}

fn test(facts: Vec<&'static str>) -> impl Strategy<Value = Value> {
    (select(facts), any::<Index>()).prop_map(|(fact, which)| json!({ "fact": fact, "is": which.get(&answers(fact)) }))
}

fn condition(facts: Vec<&'static str>) -> impl Strategy<Value = Value> {
    test(facts).prop_recursive(2, 6, 3, |part| {
        prop_oneof![
            vec(part.clone(), 1..=3).prop_map(|parts| json!({ "all": parts })),
            vec(part.clone(), 1..=3).prop_map(|parts| json!({ "any": parts })),
            part.prop_map(|part| json!({ "not": part })),
        ]
    })
}

fn names(tries: usize) -> Vec<&'static str> {
    ASKED.iter().map(|(name, _)| *name).chain(TRIED.into_iter().take(tries)).collect()
}

/// A policy with such a triage. A try can depend on those before it.
fn policy() -> impl Strategy<Value = Value> {
    let tries: Vec<_> = (0..TRIED.len()).map(|index| option::weighted(0.8, condition(names(index)))).collect();
    let outcome = (condition(names(TRIED.len())), any::<bool>(), any::<bool>());
    (tries, vec(outcome, 1..=6)).prop_map(|(tries, outcomes)| {
        let tries = tries.into_iter().zip(TRIED).map(|(condition, fact)| {
            let mut tried = json!({ "id": fact, "title": "Try it", "steps": ["Do it."], "fact": fact });
            condition.into_iter().for_each(|condition| tried["if"] = condition);
            tried
        });
        let outcomes = outcomes.into_iter().enumerate().map(|(index, (condition, solved, worn))| {
            let mut outcome = json!({ "id": format!("outcome-{index}"), "title": "It is this", "if": condition });
            if solved {
                outcome["solved"] = true.into();
            } else {
                outcome["fault"] = (if worn { "worn" } else { "broken" }).into();
                outcome["facts"] = json!({ "cause": if worn { "normal-use" } else { "human-damage" } });
            }
            outcome
        });
        let facts = ASKED.iter().map(|(name, values)| {
            let values: Map<String, Value> = values.iter().map(|value| ((*value).to_owned(), json!(value))).collect();
            let asked = json!({ "type": if values.is_empty() { "bool" } else { "enum" }, "ask": "Well?" });
            let mut fact = asked;
            if !values.is_empty() {
                fact["values"] = values.into();
            }
            ((*name).to_owned(), fact)
        });
        let helped = TRIED.into_iter().map(|name| (name.to_owned(), json!({ "type": "bool" })));
        json!({
            "makegood": 1, "id": "random", "version": "1",
            "shop": { "name": "Random", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
            "facts": facts.chain(helped).collect::<Map<_, _>>(),
            "rules": [{ "id": "repair", "clause": "1", "title": "Repair", "grants": [{ "remedy": "repair", "carriage": "shop" }] }],
            "repair": { "models": { "one": { "title": "One" } }, "faults": { "worn": { "title": "Worn" }, "broken": { "title": "Broken" } } },
            "triage": { "tries": tries.collect::<Vec<_>>(), "outcomes": outcomes.collect::<Vec<_>>() },
        })
    })
}

/// Some answers, by the facts that they are given to.
fn known() -> impl Strategy<Value = Map<String, Value>> {
    let each: Vec<_> =
        names(TRIED.len()).into_iter().map(|fact| option::weighted(0.35, select(answers(fact)))).collect();
    each.prop_map(|values| {
        let named = names(TRIED.len()).into_iter().zip(values);
        named.filter_map(|(fact, value)| Some((fact.to_owned(), value?))).collect()
    })
}

fn text_of(shop: &makegood::policy::Shop, facts: &Map<String, Value>) -> String {
    let request = json!({ "today": "2026-11-27", "facts": facts });
    serde_json::to_string(&makegood::triage(shop, &request.to_string()).unwrap()).unwrap()
}

fn triage(shop: &makegood::policy::Shop, facts: &Map<String, Value>) -> Value {
    serde_json::from_str(&text_of(shop, facts)).unwrap()
}

fn opened(policy: &Value) -> makegood::policy::Shop {
    makegood::open(&policy.to_string()).unwrap_or_else(|problems| panic!("{problems}\n{policy}"))
}

/// The outcome that it came to.
fn settled(triage: &Value) -> Option<&Value> {
    (!["open", "none"].contains(&triage["finding"].as_str().unwrap())).then(|| &triage["outcomes"][0]["id"])
}

/// The facts that are worth learning, in their order.
fn next(triage: &Value) -> Vec<String> {
    list(&triage["next"]).iter().map(|fact| fact.as_str().unwrap().to_owned()).collect()
}

/// Whether a condition holds when everything is known.
fn holds(condition: &Value, facts: &Map<String, Value>) -> bool {
    if let Some(parts) = condition["all"].as_array() {
        return parts.iter().all(|part| holds(part, facts));
    }
    if let Some(parts) = condition["any"].as_array() {
        return parts.iter().any(|part| holds(part, facts));
    }
    if condition["not"].is_object() {
        return !holds(&condition["not"], facts);
    }
    facts[condition["fact"].as_str().unwrap()] == condition["is"]
}

/// Every way in which what is not known can be, with what makes no sense to try not having helped.
fn completions(policy: &Value, known: &Map<String, Value>) -> Vec<Map<String, Value>> {
    let mut all = vec![known.clone()];
    for fact in names(TRIED.len()) {
        let tried = list(&policy["triage"]["tries"]).iter().find(|tried| tried["fact"] == fact);
        let each = all.into_iter().flat_map(|facts| {
            let sense = tried.is_none_or(|tried| tried["if"].is_null() || holds(&tried["if"], &facts));
            let values = match facts.get(fact) {
                Some(value) => vec![value.clone()],
                None if sense => answers(fact),
                None => vec![json!(false)],
            };
            values.into_iter().map(move |value| {
                let mut facts = facts.clone();
                facts.insert(fact.to_owned(), value);
                facts
            })
        });
        all = each.collect();
    }
    all
}

/// What a complete set of facts comes to: the first outcome that holds.
fn slowly<'p>(policy: &'p Value, facts: &Map<String, Value>) -> Option<&'p Value> {
    let mut outcomes = list(&policy["triage"]["outcomes"]).iter();
    outcomes.find(|outcome| holds(&outcome["if"], facts)).map(|outcome| &outcome["id"])
}

proptest! {
    #![proptest_config(tried(300))]

    #[test]
    fn a_learnt_fact_never_changes_what_it_came_to(policy in policy(), known in known(), fact in select(names(3)), which in any::<Index>()) {
        let shop = opened(&policy);
        let before = triage(&shop, &known);
        let mut more = known.clone();
        more.entry(fact).or_insert_with(|| which.get(&answers(fact)).clone());
        let after = triage(&shop, &more);
        // What was not worth trying, and is told all the same, is news.
        let senseless = !known.contains_key(fact) && TRIED.contains(&fact) && more[fact] == json!(true);
        if settled(&before).is_some() && !senseless {
            for key in ["finding", "outcomes", "fault", "repair"] {
                prop_assert_eq!(&before[key], &after[key], "{} changes with {}", key, fact);
            }
        }
    }

    #[test]
    fn what_is_certain_is_what_it_comes_to_however_the_rest_is(policy in policy(), known in known()) {
        let found = triage(&opened(&policy), &known);
        for facts in completions(&policy, &known) {
            let slowly = slowly(&policy, &facts);
            match settled(&found) {
                Some(outcome) => prop_assert_eq!(Some(outcome), slowly),
                None if found["finding"] == "none" => prop_assert!(slowly.is_none()),
                None => {
                    let still = list(&found["outcomes"]).iter().any(|outcome| Some(&outcome["id"]) == slowly);
                    prop_assert!(still || slowly.is_none(), "{:?} is ruled out, but can be", slowly);
                }
            }
        }
    }

    #[test]
    fn asking_ends_and_each_answer_leaves_less_in_question(policy in policy(), choices in vec(any::<Index>(), 8)) {
        let shop = opened(&policy);
        let mut facts = Map::new();
        let mut found = triage(&shop, &facts);
        for choice in &choices {
            let Some(fact) = next(&found).into_iter().next() else { break };
            prop_assert!(!facts.contains_key(&fact), "{fact} is asked again");
            facts.insert(fact.clone(), choice.get(&answers(&fact)).clone());
            let after = triage(&shop, &facts);
            let before: Vec<_> = list(&found["outcomes"]).iter().map(|outcome| &outcome["id"]).collect();
            prop_assert!(list(&after["outcomes"]).iter().all(|outcome| before.contains(&&outcome["id"])));
            found = after;
        }
        // Seven facts are all there are.
        prop_assert!(next(&found).is_empty());
        prop_assert_ne!(&found["finding"], "open", "everything was answered");
        let all = completions(&policy, &facts);
        prop_assert_eq!(settled(&found), slowly(&policy, &all[0]));
    }

    #[test]
    fn what_settles_most_comes_first(policy in policy(), known in known()) {
        let shop = opened(&policy);
        let found = triage(&shop, &known);
        let open = |fact: &str| {
            let answers = answers(fact);
            let left = answers.iter().map(|answer| {
                let mut facts = known.clone();
                facts.insert(fact.to_owned(), answer.clone());
                let after = triage(&shop, &facts);
                if settled(&after).is_some() { 0 } else { list(&after["outcomes"]).len() }
            });
            (left.sum::<usize>(), answers.len())
        };
        let open: Vec<_> = next(&found).iter().map(|fact| open(fact)).collect();
        for pair in open.windows(2) {
            prop_assert!(pair[0].0 * pair[1].1 <= pair[1].0 * pair[0].1, "{:?} of {}", open, found["next"]);
        }
    }

    #[test]
    fn the_next_fact_is_one_to_ask_or_one_to_try(policy in policy(), known in known()) {
        let found = triage(&opened(&policy), &known);
        let facts = |key: &str| list(&found[key]).iter().map(|entry| entry["fact"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let (mut both, mut next) = ([facts("ask"), facts("tries")].concat(), next(&found));
        prop_assert!(facts("ask").iter().all(|fact| !TRIED.contains(&fact.as_str())));
        prop_assert!(facts("tries").iter().all(|fact| TRIED.contains(&fact.as_str())));
        prop_assert!(both.iter().all(|fact| !known.contains_key(fact)));
        both.sort();
        next.sort();
        prop_assert_eq!(both, next);
        prop_assert!(settled(&found).is_none() || facts("ask").is_empty() && facts("tries").is_empty());
        for entry in list(&found["ask"]).iter().chain(list(&found["tries"])) {
            prop_assert!(!list(&entry["decides"]).is_empty(), "{} decides nothing", entry["fact"]);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes_in_whatever_order(policy in policy(), known in known()) {
        let shop = opened(&policy);
        let text = text_of(&shop, &known);
        prop_assert_eq!(&text, &text_of(&opened(&policy), &known));
        let facts: Vec<String> = known.iter().rev().map(|(fact, value)| format!("{}:{value}", json!(fact))).collect();
        let turned = format!(r#"{{ "facts": {{ {} }}, "today": "2026-11-27" }}"#, facts.join(","));
        prop_assert_eq!(&text, &serde_json::to_string(&makegood::triage(&shop, &turned).unwrap()).unwrap());
    }
}
