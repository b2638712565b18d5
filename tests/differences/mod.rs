//! Where an answer is not the expected one.

use serde_json::Value;

/// Where what was found differs from what was expected. Objects may hold more than expected, lists may not.
pub fn differences(expected: &Value, found: &Value, at: &str, into: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                differences(value, found.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"), into);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                differences(expected, found, &format!("{at}/{index}"), into);
            }
        }
        _ if expected == found => {}
        _ => into.push(format!("{at}: expected {expected}, found {found}")),
    }
}
