//! The fields that every form can have, and the form of a shop that has none of its own.

use std::sync::LazyLock;

use crate::domain::Json;
use crate::policy::Facts;
use crate::policy::vocabulary::FactType;

/// What kind of value a field has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// A number.
    Number,
    /// An amount.
    Money,
    /// Yes or no.
    Bool,
    /// One of the values that are listed.
    Enum,
    /// A day.
    Date,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// The number of a telephone as a device.
    Imei,
    /// An account for money.
    Account,
    /// What is wrong.
    Fault,
}

/// The types of a shop's own fields, as a policy writes them.
pub(super) const OWN_TYPES: [&str; 9] =
    ["text", "long-text", "number", "money", "bool", "enum", "date", "email", "phone"];

/// In the order of [`OWN_TYPES`].
const TYPES: [FieldType; 9] = [
    FieldType::Text,
    FieldType::LongText,
    FieldType::Number,
    FieldType::Money,
    FieldType::Bool,
    FieldType::Enum,
    FieldType::Date,
    FieldType::Email,
    FieldType::Phone,
];

/// Stands for whatever the rules still need to know.
pub(super) const QUESTIONS: &str = "questions";

/// The fields that every form can have, besides facts.
pub(super) const FIELDS: [(&str, FieldType); 12] = [
    ("order", FieldType::Text),
    ("model", FieldType::Text),
    ("serial", FieldType::Text),
    ("imei", FieldType::Imei),
    ("fault", FieldType::Fault),
    ("happened", FieldType::LongText),
    ("remedy", FieldType::Enum),
    ("name", FieldType::Text),
    ("email", FieldType::Email),
    ("phone", FieldType::Phone),
    ("address", FieldType::LongText),
    ("account", FieldType::Account),
];

/// The evidence that every form can want.
pub(super) const EVIDENCE: [&str; 2] = ["photos", "proof"];

impl FieldType {
    /// The type that a policy writes for a field of its own.
    pub(super) fn named(name: &str) -> Option<Self> {
        let at = OWN_TYPES.iter().position(|known| *known == name)?;
        TYPES.get(at).copied()
    }

    /// The type of a field that every form can have.
    pub(super) fn standard(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// How a fact is asked; tags are for the shop to tell.
    #[must_use]
    pub const fn of_fact(kind: FactType) -> Option<Self> {
        match kind {
            FactType::Bool => Some(Self::Bool),
            FactType::Enum | FactType::Category => Some(Self::Enum),
            FactType::Number => Some(Self::Number),
            FactType::Money => Some(Self::Money),
            FactType::Date => Some(Self::Date),
            FactType::Text => Some(Self::Text),
            FactType::Tags => None,
        }
    }

    /// The most characters that a value can have.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::LongText => 5000,
            Self::Email => 254,
            _ => 200,
        }
    }

    /// Whether a pattern can be held against it.
    pub(super) const fn has_pattern(self) -> bool {
        matches!(self, Self::Text | Self::LongText)
    }
}

/// The kind of the field with a name: one that every form can have, or a fact.
pub(super) fn kind(name: &str, facts: Facts<'_>) -> Option<FieldType> {
    FieldType::standard(name).or_else(|| FieldType::of_fact(facts.get(name)?.kind))
}

/// When the reason is one of these.
fn reasons(names: &[&str]) -> Json {
    Json::object([
        ("fact", Json::said("reason")),
        ("in", Json::List(names.iter().map(|name| Json::said(name)).collect())),
    ])
}

/// When one of these is wished.
fn wished(names: &[&str]) -> Json {
    Json::object([
        ("field", Json::said("remedy")),
        ("in", Json::List(names.iter().map(|name| Json::said(name)).collect())),
    ])
}

const WRONG: [&str; 3] = ["defect", "not-as-described", "damaged-in-transit"];

/// The form of a shop that has none of its own: what to find the purchase by, why, what is wrong, what is wished, and how to
/// answer.
pub(super) static FORM: LazyLock<Json> = LazyLock::new(|| {
    let field = |name: &str| Json::object([("field", Json::said(name))]);
    let needed = |name: &str| Json::object([("field", Json::said(name)), ("required", Json::Bool(true))]);
    let only = |name: &str, when: Json, required: bool| {
        Json::object([("field", Json::said(name)), ("if", when), ("required", Json::Bool(required))])
    };
    let told = ["defect", "not-as-described", "wrong-item", "missing-item", "damaged-in-transit"];
    let fields = vec![
        needed("order"),
        needed("purchased"),
        needed("reason"),
        only("model", reasons(&["defect"]), false),
        only("fault", reasons(&["defect"]), true),
        only("defectNoticed", reasons(&["defect"]), true),
        field(QUESTIONS),
        only("happened", reasons(&told), true),
        needed("remedy"),
        needed("name"),
        needed("email"),
        field("phone"),
        only("address", wished(&["exchange", "repair", "replace-part", "loan-device"]), true),
    ];
    let photos = Json::object([
        ("id", Json::said("photos")),
        ("if", reasons(&["defect", "not-as-described", "wrong-item", "damaged-in-transit"])),
        ("required", reasons(&WRONG)),
        ("kinds", Json::List(vec![Json::said("image"), Json::said("video")])),
    ]);
    Json::object([
        ("fields", Json::List(fields)),
        ("evidence", Json::List(vec![photos, Json::object([("id", Json::said("proof"))])])),
    ])
});
