//! The policy document as a shop writes it. Dates, periods and amounts are still text here; `compile` reads them.

use serde::Serialize;

use super::vocabulary::FactType;
use crate::domain::Text;

#[cfg(feature = "schema")]
use schemars::JsonSchema;

/// The policy of a shop, as one JSON object.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Document {
    /// The address of the schema, for editors.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema", default))]
    pub schema: Option<String>,
    /// The format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub makegood: u32,
    /// The name of the policy, the same in all of its versions.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub id: String,
    /// What the shop calls this version, often its date.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = FILLED)))]
    pub version: String,
    /// The first day of purchase for which this version is in force; without it, from the beginning.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = DAY)))]
    pub from: Option<String>,
    /// Who sells.
    pub shop: ShopSection,
    /// Which days are worked.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub calendar: CalendarSection,
    /// Kinds of goods, each with its parent.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub categories: Named<CategoryDeclaration>,
    /// Remedies of the shop's own.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub remedies: Named<RemedyDeclaration>,
    /// Facts of the shop's own.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub facts: Named<FactDeclaration>,
    /// Conditions with a name, to use in several places.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub conditions: Named<Condition>,
    /// What the shop grants. Rules only ever add rights; their order carries no meaning.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub rules: Vec<Rule>,
}

/// Who sells, where, and in which money.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct ShopSection {
    /// The shop's name.
    pub name: Text,
    /// Name of the IANA time zone in which the shop's days begin: `Asia/Shanghai`.
    pub time_zone: String,
    /// ISO 4217 code of the only currency of this policy.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[A-Z]{3}$")))]
    pub currency: String,
    /// Languages in which every text should be there, the most important first.
    #[cfg_attr(feature = "schema", schemars(length(min = 1), inner(regex(pattern = LANGUAGE))))]
    pub languages: Vec<String>,
    /// What happens to half a coin; `half-even` if not said.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = "^(half-even|half-up)$")))]
    pub rounding: Option<String>,
    /// Where the written policy can be read.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = "^(https?://|/)")))]
    pub page: Option<String>,
}

/// Which days are worked.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct CalendarSection {
    /// Days of the week without work.
    #[cfg_attr(feature = "schema", schemars(default, inner(regex(pattern = "^(mon|tue|wed|thu|fri|sat|sun)$"))))]
    pub rest_days: Vec<String>,
    /// Single days without work.
    #[cfg_attr(feature = "schema", schemars(default, inner(regex(pattern = DAY))))]
    pub holidays: Vec<String>,
    /// Single days that are worked although they are rest days or holidays.
    #[cfg_attr(feature = "schema", schemars(default, inner(regex(pattern = DAY))))]
    pub workdays: Vec<String>,
}

/// A kind of goods.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct CategoryDeclaration {
    /// The wider category that this one belongs to.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = NAME)))]
    pub parent: Option<String>,
}

/// A remedy of the shop's own.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct RemedyDeclaration {
    /// What shoppers read.
    pub title: Text,
}

/// A fact of the shop's own.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct FactDeclaration {
    /// What kind of value it has.
    #[cfg_attr(feature = "schema", schemars(rename = "type", with = "FactType"))]
    pub kind: Option<FactType>,
    /// The question to the shopper; without it, only the shop can say.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub ask: Option<Text>,
    /// A line that helps to answer.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub help: Option<Text>,
    /// The values of an `enum`, each with its label.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub values: Named<Text>,
}

/// One grant of the shop: for which reasons, under which conditions, until when, and what.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Rule {
    /// The name of the rule.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub id: String,
    /// The number of the clause in the written policy.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = FILLED)))]
    pub clause: String,
    /// What shoppers call it.
    pub title: Text,
    /// The clause itself, word for word.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub text: Option<Text>,
    /// Granted out of kindness, beyond the promise.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub goodwill: bool,
    /// The reasons for which it is there; any reason if not said.
    #[cfg_attr(feature = "schema", schemars(default, length(min = 1), inner(regex(pattern = NAME))))]
    pub reasons: Option<Vec<String>>,
    /// What must hold.
    #[cfg_attr(feature = "schema", schemars(default, rename = "if"))]
    pub condition: Option<Condition>,
    /// What must not hold, each with its reason.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unless: Vec<Exception>,
    /// Until when; without it there is no time limit.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub window: Option<Window>,
    /// What the shopper may have.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub grants: Vec<Grant>,
}

/// What takes a case out of a rule.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Exception {
    /// The name of the exception.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub id: String,
    /// When it applies.
    #[cfg_attr(feature = "schema", schemars(rename = "if"))]
    pub condition: Condition,
    /// Why, in a sentence for shoppers.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub because: Option<Text>,
}

/// Until when a rule is open.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Window {
    /// The fact, a date, that starts the clock.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub from: String,
    /// How long: `7 days`, `15 working days`, `2 weeks`, `12 months`, `1 year`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = PERIOD)))]
    pub length: String,
    /// Whether the event's own day is the first day; `false` if not said.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub counts_event_day: bool,
    /// Whether a last day on a rest day moves to the `next-working-day`; `no` if not said.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = "^(no|next-working-day)$")))]
    pub rolls: Option<String>,
}

/// One remedy and its terms.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Grant {
    /// Which remedy.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub remedy: String,
    /// Who pays for sending the goods: `shop`, `shopper`, or `none` when nothing is sent.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^(shop|shopper|none)$")))]
    pub carriage: String,
    /// What the shopper pays for it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub fees: Vec<Fee>,
}

/// Something that the shopper pays; exactly one of `percent`, `amount` and `quoted`.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Fee {
    /// The name of the fee.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub id: String,
    /// What shoppers call it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub title: Option<Text>,
    /// When it is due; always if not said.
    #[cfg_attr(feature = "schema", schemars(default, rename = "if"))]
    pub condition: Option<Condition>,
    /// Percent of the price of a unit, rounded once.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = DECIMAL)))]
    pub percent: Option<String>,
    /// An amount for each unit.
    #[cfg_attr(feature = "schema", schemars(default, regex(pattern = AMOUNT)))]
    pub amount: Option<String>,
    /// Told beforehand in a quote.
    #[cfg_attr(feature = "schema", schemars(default, extend("enum" = [true])))]
    pub quoted: Option<bool>,
}

/// What must hold, made of tests on facts.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(untagged, deny_unknown_fields))]
pub enum Condition {
    /// All of these.
    All {
        /// The parts.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        all: Vec<Condition>,
    },
    /// At least one of these.
    Any {
        /// The parts.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        any: Vec<Condition>,
    },
    /// The opposite.
    Not {
        /// What must not hold.
        not: Box<Condition>,
    },
    /// A condition by its name.
    Named {
        /// Its name under `/conditions`.
        #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
        condition: String,
    },
    /// A test on one fact.
    Test(Box<Test>),
}

impl Default for Condition {
    fn default() -> Self {
        Self::All { all: Vec::new() }
    }
}

/// What a fact must be: one of `is`, `in`, `under` and `has`, or a range.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename_all = "camelCase", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Test {
    /// The name of the fact.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(!skip, regex(pattern = NAME)))]
    pub fact: String,
    /// Exactly this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<Scalar>,
    /// One of these.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1), inner(regex(pattern = FILLED))))]
    pub one_of: Option<Vec<String>>,
    /// This category or one below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = NAME)))]
    pub under: Option<String>,
    /// This tag among others.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = FILLED)))]
    pub has: Option<String>,
    /// This day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = DAY)))]
    pub from: Option<String>,
    /// This day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = DAY)))]
    pub until: Option<String>,
    /// This much or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = AMOUNT)))]
    pub at_least: Option<String>,
    /// This much or less.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = AMOUNT)))]
    pub at_most: Option<String>,
    /// More than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = AMOUNT)))]
    pub more_than: Option<String>,
    /// Less than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = AMOUNT)))]
    pub less_than: Option<String>,
}

/// A value to compare with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Scalar {
    /// Yes or no.
    Bool(bool),
    /// A name, a day, a number or an amount.
    Text(String),
}

/// Things under names of the shop's own, in the order in which they were written.
#[derive(Clone, Debug)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(feature = "schema")]
pub use patterns::*;

#[cfg(feature = "schema")]
mod patterns {
    //! What the schema can say of texts that `compile` reads.

    use std::borrow::Cow;
    use std::collections::BTreeMap;

    use schemars::generate::SchemaSettings;
    use schemars::transform::RecursiveTransform;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde_json::Value;

    use super::Named;
    use crate::domain::Text;

    pub(super) const NAME: &str = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$";
    pub(super) const FILLED: &str = r"\S";
    pub(super) const DAY: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    pub(super) const LANGUAGE: &str = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
    pub(super) const PERIOD: &str = r"^0*[1-9][0-9]* (days?|working days?|weeks?|months?|years?)$";
    pub(super) const DECIMAL: &str = r"^[0-9]{1,18}(\.[0-9]{1,17})?$";
    pub(super) const AMOUNT: &str = r"^-?[0-9]{1,18}(\.[0-9]{1,17})?( [A-Z]{3})?$";

    impl<T: JsonSchema> JsonSchema for Named<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Named".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut schema = BTreeMap::<String, T>::json_schema(generator);
            schema.insert("propertyNames".to_owned(), json_schema!({ "pattern": NAME }).into());
            schema
        }
    }

    impl JsonSchema for Text {
        fn schema_name() -> Cow<'static, str> {
            "Text".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "One text, or one for each language tag.",
                "anyOf": [
                    { "type": "string", "pattern": FILLED },
                    {
                        "type": "object",
                        "minProperties": 1,
                        "propertyNames": { "pattern": LANGUAGE },
                        "additionalProperties": { "type": "string", "pattern": FILLED }
                    }
                ]
            })
        }
    }

    /// The JSON Schema of a policy file: one document, or a list of documents, one for each version.
    #[must_use]
    pub fn schema() -> Schema {
        let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(leave_out_null));
        let mut schema = settings.into_generator().into_root_schema_for::<File>();
        schema.insert("title".to_owned(), "Makegood policy".into());
        schema
    }

    /// What is not there is left out of a document, never written as `null`.
    fn leave_out_null(schema: &mut Schema) {
        if let Some(Value::Array(types)) = schema.get("type") {
            let only = types.iter().find(|name| *name != "null").cloned();
            schema.insert("type".to_owned(), only.unwrap_or_default());
        }
        if schema.get("default").is_some_and(Value::is_null) {
            schema.remove("default");
        }
        let Some(Value::Array(forms)) = schema.get_mut("anyOf") else { return };
        forms.retain(|form| form.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = forms.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }

    /// A policy file.
    #[derive(JsonSchema)]
    #[schemars(untagged)]
    #[expect(dead_code, reason = "only its schema is used")]
    enum File {
        /// One document.
        One(Box<super::Document>),
        /// The versions of one policy.
        Versions(#[schemars(length(min = 1))] Vec<super::Document>),
    }
}
