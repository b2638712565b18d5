//! The names that every policy shares: facts, reasons, causes, remedies.

/// The types that a shop may declare, as a policy writes them.
pub const FACT_TYPES: [&str; 7] = ["bool", "enum", "number", "money", "date", "tags", "text"];

/// What happens to half a coin, as a policy writes it; the first if it says nothing.
pub const ROUNDINGS: [&str; 2] = ["half-even", "half-up"];

/// Where a last day on a rest day goes, as a policy writes it.
pub const ROLLS: [&str; 2] = ["no", "next-working-day"];

/// Who pays for sending the goods, as a policy writes it.
pub const CARRIERS: [&str; 4] = ["shop", "shopper", "none", "open"];

/// Who chooses among the remedies of a rule, as a policy writes it.
pub const SIDES: [&str; 2] = ["shopper", "shop"];

/// How sure it is that a rule says what its source says.
pub const CERTAINTIES: [&str; 3] = ["text", "excerpt", "unverified"];

/// Who can say what a declared fact is, as a policy writes it.
pub const SETTLERS: [&str; 4] = ["shopper", "delivery-note", "shop", "judgement"];

/// Whose part it is and whether it was used before, the best first.
pub const GRADES: [&str; 4] = ["original", "original-refurbished", "compatible", "used"];

/// What the price of a part can hold.
pub const HOLDS: [&str; 4] = ["part", "labour", "carriage", "handling"];

/// How often labour is paid.
pub const PER: [&str; 2] = ["visit", "operation"];

/// What a repair is charged for.
pub const CHARGES: [&str; 5] = ["parts", "labour", "diagnosis", "carriage", "surcharges"];

/// What a fault can be at bottom.
pub const NATURES: [&str; 3] = ["hardware", "software", "human-damage"];

/// The pictures for devices, faults and questions.
pub const ICONS: [&str; 29] = [
    "phone",
    "tablet",
    "laptop",
    "headphones",
    "watch",
    "speaker",
    "camera",
    "screen",
    "battery",
    "board",
    "back",
    "port",
    "button",
    "sound",
    "water",
    "software",
    "parts",
    "question",
    "charge",
    "dark",
    "frozen",
    "restart",
    "safe-mode",
    "bluetooth",
    "heat",
    "keyboard",
    "fall",
    "touch",
    "update",
];

/// What kind of value a fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactType {
    /// Yes or no.
    Bool,
    /// One of the values that are listed.
    Enum,
    /// A number, exact.
    Number,
    /// An amount in the shop's currency.
    Money,
    /// A day of the calendar.
    Date,
    /// Any number of short names.
    Tags,
    /// A word, compared letter by letter.
    Text,
    /// One of the policy's categories; only the built-in fact `category`.
    Category,
}

impl FactType {
    /// The type that a policy declares by this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let at = FACT_TYPES.iter().position(|known| *known == name)?;
        let types = [Self::Bool, Self::Enum, Self::Number, Self::Money, Self::Date, Self::Tags, Self::Text];
        types.get(at).copied()
    }

    /// For a sentence: "which is a date".
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Bool => "a yes or no",
            Self::Enum => "one of a list",
            Self::Number => "a number",
            Self::Money => "an amount",
            Self::Date => "a date",
            Self::Tags => "a list of tags",
            Self::Text => "a word",
            Self::Category => "a category",
        }
    }
}

/// Who can say what a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettledBy {
    /// The shopper knows it.
    Shopper,
    /// The carrier's note says it.
    DeliveryNote,
    /// The shop's records say it.
    Shop,
    /// It is for a court, an authority or an expert to judge.
    Judgement,
}

impl SettledBy {
    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let at = SETTLERS.iter().position(|known| *known == name)?;
        [Self::Shopper, Self::DeliveryNote, Self::Shop, Self::Judgement].get(at).copied()
    }
}

/// A fact that every policy has.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// The name in policies and requests.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: FactType,
    /// Who can say it.
    pub settled_by: SettledBy,
    /// The values of an enum.
    pub values: &'static [&'static str],
    /// What is taken to be so while nobody says otherwise.
    pub unless_told: UnlessTold,
}

/// What is taken to be so while nobody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlessTold {
    /// Nothing: it is not known.
    Unknown,
    /// It has not happened.
    Never,
    /// It is none.
    None,
    /// It is today.
    Today,
}

/// Why the shopper comes.
pub const REASONS: [&str; 8] = [
    "change-of-mind",
    "defect",
    "not-as-described",
    "wrong-item",
    "missing-item",
    "damaged-in-transit",
    "not-received",
    "late",
];

/// What a defect came from; absent while it is not known.
pub const CAUSES: [&str; 5] = ["normal-use", "human-damage", "liquid", "opened-by-others", "force-majeure"];

/// The remedies that every policy has.
pub const REMEDIES: [&str; 9] = [
    "refund",
    "exchange",
    "repair",
    "replace-part",
    "price-reduction",
    "store-credit",
    "loan-device",
    "extend-warranty",
    "compensation",
];

/// Whether a remedy gives back what was paid, less the fees.
#[must_use]
pub fn gives_money_back(remedy: &str) -> bool {
    matches!(remedy, "refund" | "store-credit")
}

/// How goods can be bought.
pub const CHANNELS: [&str; 3] = ["online", "store", "off-premises"];

const fn fact(name: &'static str, kind: FactType, settled_by: SettledBy, values: &'static [&'static str]) -> BuiltIn {
    BuiltIn { name, kind, settled_by, values, unless_told: UnlessTold::Unknown }
}

/// What the history of a purchase does not tell has not happened.
const fn history(name: &'static str, kind: FactType, unless_told: UnlessTold) -> BuiltIn {
    BuiltIn { name, kind, settled_by: SettledBy::Shop, values: &[], unless_told }
}

/// The facts that every policy has, in the order in which they are asked when nothing else decides.
pub const FACTS: [BuiltIn; 22] = [
    fact("reason", FactType::Enum, SettledBy::Shopper, &REASONS),
    fact("cause", FactType::Enum, SettledBy::Shopper, &CAUSES),
    fact("opened", FactType::Bool, SettledBy::Shopper, &[]),
    fact("accessoriesComplete", FactType::Bool, SettledBy::Shopper, &[]),
    fact("usedBeyondChecking", FactType::Bool, SettledBy::Shopper, &[]),
    fact("defectNoticed", FactType::Date, SettledBy::Shopper, &[]),
    fact("delivered", FactType::Date, SettledBy::DeliveryNote, &[]),
    fact("purchased", FactType::Date, SettledBy::Shop, &[]),
    fact("dispatched", FactType::Date, SettledBy::Shop, &[]),
    fact("category", FactType::Category, SettledBy::Shop, &[]),
    fact("tags", FactType::Tags, SettledBy::Shop, &[]),
    fact("price", FactType::Money, SettledBy::Shop, &[]),
    fact("member", FactType::Bool, SettledBy::Shop, &[]),
    fact("country", FactType::Text, SettledBy::Shop, &[]),
    fact("channel", FactType::Enum, SettledBy::Shop, &CHANNELS),
    fact("returnReceived", FactType::Date, SettledBy::Shop, &[]),
    history("asked", FactType::Date, UnlessTold::Today),
    history("exchanged", FactType::Date, UnlessTold::Never),
    history("inRepairSince", FactType::Date, UnlessTold::Never),
    history("repairs", FactType::Number, UnlessTold::None),
    history("exchanges", FactType::Number, UnlessTold::None),
    history("daysInRepair", FactType::Number, UnlessTold::None),
];
