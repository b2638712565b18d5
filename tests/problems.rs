//! Every code has bad input that gives exactly that problem, and its mended form that gives none.

mod documents;

use std::collections::BTreeSet;

use makegood::domain::{Code, Problem, Severity};
use serde_json::{Value, json};

/// The document of a case as text: `text` word for word, or a document in which `replace` exchanges one piece of text, or
/// `grow` and `deepen` make a value long or deep.
fn text(written: &Value) -> String {
    if let Some(text) = written["text"].as_str() {
        return text.to_owned();
    }
    let mut document = documents::document(written);
    for (pointer, growth) in written["grow"].as_object().into_iter().flatten() {
        let times = usize::try_from(growth[1].as_u64().unwrap()).unwrap();
        *document.pointer_mut(pointer).unwrap() = growth[0].as_str().unwrap().repeat(times).into();
    }
    for (pointer, depth) in written["deepen"].as_object().into_iter().flatten() {
        let place = document.pointer_mut(pointer).unwrap();
        for _ in 0..depth[1].as_u64().unwrap() {
            *place = json!({ depth[0].as_str().unwrap(): place.take() });
        }
    }
    let text = document.to_string();
    match written["replace"].as_array() {
        Some(pieces) => {
            let (from, to) = (pieces[0].as_str().unwrap(), pieces[1].as_str().unwrap());
            assert!(text.contains(from), "{from} is not in {text}");
            text.replacen(from, to, 1)
        }
        None => text,
    }
}

/// Errors and warnings of a policy.
fn of_policy(text: &str, beside: &Value) -> Vec<Problem> {
    if beside.is_null() {
        return makegood::check(text);
    }
    let law = makegood::open(&documents::document(beside).to_string()).unwrap();
    let shop = makegood::open(text).and_then(|shop| shop.under(law));
    shop.map_or_else(makegood::domain::Problems::into_vec, |shop| makegood::engine::rights::shortfalls(&shop))
}

/// The problems of a request to decide or, where the case asks for it, to quote, to settle or to check a claim.
fn of_request(policy: &Value, law: &Value, asks: Option<&str>, text: &str) -> Vec<Problem> {
    let mut shop = makegood::open(&documents::document(policy).to_string()).unwrap();
    if let Some(country) = law.as_str() {
        match makegood::law::of(country, None) {
            Ok(law) => shop = shop.under(law.unwrap()).unwrap(),
            Err(problems) => return problems.into_vec(),
        }
    }
    let problems = match asks {
        Some("quote") => makegood::quote(&shop, text).err(),
        Some("verify") => makegood::verify(&shop, text).err(),
        Some("claim") => match makegood::check_claim(&shop, text) {
            Ok(claim) => return claim.problems,
            Err(problems) => Some(problems),
        },
        Some("triage") => makegood::triage(&shop, text).err(),
        Some("settlement") => makegood::settle(&shop, text).err(),
        _ => makegood::decide(&shop, text).err(),
    };
    problems.map(makegood::domain::Problems::into_vec).unwrap_or_default()
}

/// The cases of both documents, each with what its bad and its mended form give.
fn outcomes() -> Vec<(Value, Vec<Problem>, Vec<Problem>)> {
    let files = documents::files("problems").into_iter();
    let cases = files.flat_map(|(_, file)| file["cases"].as_array().unwrap().clone());
    cases
        .map(|case| {
            let problems = |form: &str| match &case["policy"] {
                Value::Null => of_policy(&text(&case[form]), &case["beside"]),
                policy => of_request(policy, law(&case, form), case["asks"].as_str(), &text(&case[form])),
            };
            let (bad, mended) = (problems("bad"), problems("mended"));
            (case, bad, mended)
        })
        .collect()
}

/// The country of a case; one that is itself what is wrong has a mended form of its own.
fn law<'c>(case: &'c Value, form: &str) -> &'c Value {
    if case["law"].is_object() { &case["law"][form] } else { &case["law"] }
}

fn shown(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {}", problem.code.name(), problem.pointer.as_str())).collect()
}

#[test]
fn bad_input_gives_exactly_its_problem_and_the_mended_form_none() {
    let mut failed = 0;
    for (case, bad, mended) in outcomes() {
        let expected = format!("{} {}", case["code"].as_str().unwrap(), case["at"].as_str().unwrap());
        if shown(&bad) != [expected.clone()] || !mended.is_empty() {
            failed += 1;
            eprintln!("{expected}: bad gives {:?}, mended gives {:?}", shown(&bad), shown(&mended));
        }
    }
    assert_eq!(failed, 0);
}

#[test]
fn every_code_has_bad_input() {
    let covered: BTreeSet<String> =
        outcomes().iter().map(|(case, _, _)| case["code"].as_str().unwrap().to_owned()).collect();
    let missing: Vec<&str> = Code::ALL.iter().map(|code| code.name()).filter(|name| !covered.contains(*name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn codes_are_named_by_their_document_and_stay_distinct() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for name in names {
        let (floor, what) = name.split_once('.').unwrap();
        assert!(["policy", "facts", "claim"].contains(&floor), "{name}");
        assert!(what.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
    }
}

/// What every sentence to a developer keeps to; `inputs` are the pieces of input that it repeats.
fn slips(sentence: &str, inputs: &[&String]) -> Vec<&'static str> {
    let own = inputs.iter().fold(sentence.to_owned(), |own, input| own.replace(input.as_str(), ""));
    let first = sentence.chars().next();
    let rules = [
        ("it is empty", sentence.trim().is_empty()),
        ("it has several lines", sentence.contains(['\n', '\r'])),
        ("it begins with a capital", first.is_some_and(char::is_uppercase)),
        ("it ends with a full stop", sentence.ends_with('.')),
        (
            "it names a Rust type",
            ["String", "Vec<", "Option", "i64", "usize", "struct", "::"].iter().any(|name| own.contains(name)),
        ),
        ("a parameter is left over", own.contains(['{', '}'])),
        ("a parameter is empty", own.contains("``") && !inputs.iter().any(|input| input.is_empty())),
    ];
    rules.into_iter().filter_map(|(rule, broken)| broken.then_some(rule)).collect()
}

#[test]
fn sentences_are_one_plain_line_and_say_what_to_do() {
    for (_, bad, _) in outcomes() {
        for problem in bad {
            let inputs: Vec<&String> = problem.params.iter().map(|(_, input)| input).collect();
            // Quoting takes the input out of the sentence, so an empty pair of backticks is an empty parameter only without it.
            let quoted = inputs.iter().any(|input| problem.message.contains(&format!("`{input}`")));
            for sentence in [&problem.message, &problem.help] {
                let mut slips = slips(sentence, &inputs);
                slips.retain(|slip| *slip != "a parameter is empty" || !quoted);
                assert!(slips.is_empty(), "{}: {sentence}: {}", problem.code.name(), slips.join(", "));
            }
        }
    }
}

#[test]
fn a_sentence_shows_input_in_one_short_line() {
    let policy =
        documents::document(&json!({ "on": "plain", "set": { "/id": format!("line\nbreak {}", "x".repeat(500)) } }));
    let problem = &of_policy(&policy.to_string(), &Value::Null)[0];
    assert!(problem.message.starts_with("`line break xxx"), "{}", problem.message);
    assert!(problem.message.chars().count() < 150, "{}", problem.message);
}

#[test]
fn a_misspelt_name_is_met_with_the_right_one() {
    let cases = [
        ("/rules/0/if/condition", json!("aksed"), "did you mean `asked`?"),
        ("/rules/0/grants/0/remedy", json!("Refund"), "did you mean `refund`?"),
        ("/shop/timeZone", json!("Asia/Shangai"), "did you mean `Asia/Shanghai`?"),
        ("/shop/currency", json!("EUR0"), "did you mean `EUR`?"),
        ("/conditions/asked/fact", json!("openend"), "did you mean `opened`?"),
        ("/rules/0/titel", json!("Returns"), "did you mean `title`?"),
        ("/rules/0/grants/0/carriage", json!("shoper"), "did you mean `shopper`?"),
    ];
    for (pointer, value, help) in cases {
        let policy = documents::document(&json!({ "on": "plain", "set": { pointer: value } }));
        let problems = of_policy(&policy.to_string(), &Value::Null);
        assert!(problems.iter().any(|problem| problem.help == help), "{pointer}: {problems:?}");
    }
}

#[test]
fn all_problems_of_a_policy_are_told_together() {
    let changes = json!({ "on": "electronics", "set": {
        "/shop/timeZone": "Asia/Shangai", "/shop/page": "policy", "/calendar/holidays/0": "2026-02-30",
        "/conditions/resaleable/all/0/fact": "accessories", "/rules/0/window/length": "0 days", "/rules/1/clause": "",
        "/rules/2/unless/0/if": { "condition": "own-falt" }, "/rules/5/grants/0/fees/0/amount": 20, "/rules/6/titel": "x"
    }, "remove": ["/rules/3/title"] });
    let expected = [
        "policy.bad-address /shop/page",
        "policy.bad-date /calendar/holidays/0",
        "policy.bad-window /rules/0/window/length",
        "policy.blank /rules/1/clause",
        "policy.missing-key /rules/3",
        "policy.money-as-number /rules/5/grants/0/fees/0/amount",
        "policy.unknown-condition /rules/2/unless/0/if/condition",
        "policy.unknown-fact /conditions/resaleable/all/0/fact",
        "policy.unknown-key /rules/6/titel",
        "policy.unknown-time-zone /shop/timeZone",
    ];
    let mut found = shown(&of_policy(&documents::document(&changes).to_string(), &Value::Null));
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn all_problems_of_all_versions_are_told_together() {
    let second = json!({ "on": "plain", "set": { "/from": "soon", "/rules/0/id": "" } });
    let versions = json!([{ "on": "plain", "set": { "/version": "" } }, second]);
    let found = shown(&of_policy(&documents::document(&versions).to_string(), &Value::Null));
    for expected in ["policy.blank /0/version", "policy.bad-date /1/from", "policy.blank /1/rules/0/id"] {
        assert!(found.iter().any(|problem| problem == expected), "{expected}: {found:?}");
    }
}

#[test]
fn a_policy_with_warnings_only_still_answers() {
    let text = documents::document(
        &json!({ "on": "plain", "set": { "/conditions/spare": { "fact": "member", "is": true } } }),
    );
    let shop = makegood::open(&text.to_string()).unwrap();
    assert!(shop.warnings.iter().all(|problem| problem.severity == Severity::Warning));
    assert!(makegood::decide(&shop, r#"{ "today": "2026-06-10", "items": [{ "id": "it" }] }"#).is_ok());
}

#[test]
fn huge_and_deep_documents_are_refused_quickly() {
    let huge = format!("{{ \"makegood\": \"{}\" }}", "x".repeat(10_000_000));
    assert_eq!(shown(&of_policy(&huge, &Value::Null)), ["policy.too-large "]);
    for (open, close) in [("[", "]"), ("{\"not\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(shown(&of_policy(&deep, &Value::Null)), ["policy.too-deep "]);
        assert_eq!(shown(&of_request(&json!("plain"), &Value::Null, None, &deep)), ["facts.too-deep "]);
    }
    let many = format!("[{}1]", "1,".repeat(5_000_000));
    assert_eq!(shown(&of_request(&json!("plain"), &Value::Null, None, &many)), ["facts.too-large "]);
}
