//! The JSON Schema of the policy document, held by a standard validator against the same documents as the engine.
#![cfg(feature = "schema")]

mod documents;

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

fn schema() -> Value {
    serde_json::to_value(makegood::policy::schema::schema()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// What the validator says against a document.
fn refusals(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-config/policy.schema.json");
    let published = fs::read_to_string(file).unwrap();
    let current = serde_json::to_string_pretty(&makegood::policy::schema::schema()).unwrap();
    assert!(published == format!("{current}\n"), "the schema has changed: run `cargo xtask schema`");
}

#[test]
fn the_schema_is_itself_valid() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn good_documents_are_accepted() {
    let validator = validator();
    for (name, policy) in documents::files("policies") {
        assert_eq!(refusals(&validator, &policy), Vec::<String>::new(), "{name}");
        assert!(makegood::open(&policy.to_string()).unwrap().warnings.is_empty(), "{name}");
    }
}

#[test]
fn policies_of_all_cases_are_accepted() {
    let validator = validator();
    for (file, value) in documents::files("rights") {
        for case in value["cases"].as_array().unwrap() {
            let policy = documents::document(&case["policy"]);
            assert_eq!(refusals(&validator, &policy), Vec::<String>::new(), "{file}: {}", case["name"]);
        }
    }
}

/// Cases of policies: with a mark, the schema sees the problem too; the mended form is good either way.
#[test]
fn bad_shapes_are_refused_and_mended_ones_accepted() {
    let validator = validator();
    let mut failures = Vec::new();
    let mut marked = 0;
    let files =
        documents::files("problems").into_iter().filter(|(name, _)| ["policy", "triage"].contains(&name.as_str()));
    let cases = files.flat_map(|(_, file)| file["cases"].as_array().unwrap().clone());
    for case in cases.filter(|case| case["policy"].is_null()) {
        let read = |form: &str| match case[form]["text"].as_str() {
            Some(text) => serde_json::from_str(text).ok(),
            None => Some(documents::document(&case[form])),
        };
        let about = format!("{} {}", case["code"], case["at"]);
        if case["schema"] == true {
            marked += 1;
            if read("bad").is_some_and(|bad| validator.is_valid(&bad)) {
                failures.push(format!("{about}: the bad form is accepted"));
            }
        }
        if let Some(mended) = read("mended") {
            let refusals = refusals(&validator, &mended);
            if !refusals.is_empty() {
                failures.push(format!("{about}: the mended form is refused: {}", refusals.join("; ")));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(marked > 40, "only {marked}");
}
