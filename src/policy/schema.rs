//! The JSON Schema of a policy file, written from the table of its keys.

use serde_json::{Map, Value, json};

use super::grammar;
use super::names::{LANGUAGE_FORM, NAME_FORM};
use crate::domain::shape::{Form, Object, Shape};

/// The JSON Schema of a policy file: one document, or a list of documents, one for each version.
#[must_use]
pub fn schema() -> Value {
    let mut defs = Defs(Map::new());
    let document = defs.object(&grammar::DOCUMENT);
    let pack = defs.object(&grammar::PACK);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Makegood policy",
        "description": "A policy file.",
        "anyOf": [
            with("One document.", document.clone()),
            with("The law of a country or a region.", pack.clone()),
            with("Laws that lie within each other, the widest first.", json!({ "type": "array", "items": pack, "minItems": 1 })),
            with("The versions of one policy.", json!({ "type": "array", "items": document, "minItems": 1 })),
        ],
        "$defs": defs.0,
    })
}

/// The definitions so far, by name; a name is taken before its object is written, because conditions hold conditions.
struct Defs(Map<String, Value>);

impl Defs {
    fn object(&mut self, object: &Object) -> Value {
        let (name, about) = object.about;
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Value::Null);
            let properties: Map<String, Value> =
                object.keys.iter().map(|key| (key.name.to_owned(), with(key.about, self.shape(&key.shape)))).collect();
            let required: Vec<&str> = object.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
            let written = json!({
                "type": "object", "properties": properties, "required": required, "additionalProperties": false
            });
            self.0.insert(name.to_owned(), with(about, written));
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Any => json!({}),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Text => pattern(r"\S"),
            Shape::Whole(least) => json!({ "type": "integer", "minimum": least }),
            Shape::OneOf(words) => json!({ "enum": words }),
            Shape::Own(own) => form(&own.form),
            Shape::List(of, least) => json!({ "type": "array", "items": self.shape(of), "minItems": least }),
            Shape::Named(_, of) => json!({
                "type": "object", "propertyNames": { "pattern": NAME_FORM }, "additionalProperties": self.shape(of)
            }),
            Shape::Object(object) => self.object(object),
            Shape::Forms(forms) => {
                let forms: Vec<Value> = forms.iter().map(|(_, object)| self.object(object)).collect();
                json!({ "anyOf": forms })
            }
            Shape::Or(plain, other) => json!({ "anyOf": [self.shape(plain), self.shape(other)] }),
            Shape::Either(key, value, [one, other]) => json!({
                "if": { "properties": { *key: { "const": value } } },
                "then": self.object(one),
                "else": self.object(other),
            }),
        }
    }
}

fn with(about: &str, mut schema: Value) -> Value {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), about.into());
    }
    schema
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn form(form: &Form) -> Value {
    match form {
        Form::Pattern(of) => pattern(of),
        Form::Number(number) => json!({ "const": number }),
        Form::True => json!({ "const": true }),
        Form::Scalar => json!({ "anyOf": [{ "type": "boolean" }, pattern(r"\S")] }),
        Form::Text => json!({
            "anyOf": [
                pattern(r"\S"),
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": { "pattern": LANGUAGE_FORM },
                    "additionalProperties": pattern(r"\S")
                }
            ]
        }),
    }
}
