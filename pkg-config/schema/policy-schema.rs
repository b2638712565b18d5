//! Prints the JSON Schema of the policy document.

use std::process::ExitCode;

fn main() -> ExitCode {
    let schema = makegood::policy::schema::schema();
    match serde_json::to_string_pretty(&schema) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the schema cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}
