//! What a request for a settlement says of the order: what was paid, how, and which units go back.

mod reading;

use super::{FACTS, ITEM, Item, Request};
use crate::domain::Money;
use crate::domain::shape::{Key, Object, Shape, optional, required};
use crate::policy::Granted;

static SETTLE: Object = Object::new(
    "SettleRequest",
    "What is asked.",
    &[
        required("today", Shape::Any, "Today in the shop's time zone."),
        optional("facts", FACTS, "Facts of the whole order."),
        required("items", Shape::List(&Shape::Object(&ITEM), 1), "Every item of the order."),
        required("order", Shape::Object(&ORDER), "What the order paid."),
        required("back", Shape::List(&Shape::Object(&BACK), 1), "Which units go back."),
    ],
);

static ORDER: Object = Object::new(
    "Order",
    "What the order paid, and for what beside its items.",
    &[
        optional("carriage", Shape::Any, "Paid for sending the goods; nothing if not said."),
        optional(
            "standardCarriage",
            Shape::Any,
            "What the cheapest delivery on offer cost, if a dearer one was chosen.",
        ),
        optional("freeCarriage", Shape::Object(&FREE_CARRIAGE), "Why the carriage was free."),
        optional("discounts", Shape::List(&Shape::Either("kind", "promotion", &DISCOUNTS), 0), "Taken off the order."),
        optional("bundles", Shape::List(&Shape::Object(&BUNDLE), 0), "Items that were bought together for one price."),
        optional("gifts", Shape::List(&Shape::Object(&GIFT), 0), "Items that came as gifts."),
        required("payments", Shape::List(&Shape::Object(&PAYMENT), 0), "What was paid with."),
        optional(
            "rest",
            Shape::List(&Shape::Object(&REST), 0),
            "What earlier settlements took or gave back of the rest of the order; as the same terms would have it if not said.",
        ),
        optional("owed", Shape::Any, "What earlier settlements left owed; nothing if not said."),
    ],
);

static FREE_CARRIAGE: Object = Object::new(
    "FreeCarriage",
    "Carriage that is free from some amount of goods.",
    &[required("from", Shape::Any, "The amount."), required("instead", Shape::Any, "What it costs below.")],
);

const ON: Key = optional("on", Shape::List(&Shape::Text, 1), "The items that it is taken off; all if not said.");

static DISCOUNTS: [Object; 2] = [
    Object::new(
        "Promotion",
        "A lower price.",
        &[
            required("id", Shape::Text, "Its name."),
            required("kind", Shape::OneOf(&KINDS), "What it is."),
            required("amount", Shape::Any, "How much."),
            ON,
            optional("needs", Shape::Any, "The amount of those items that it is there from."),
        ],
    ),
    Object::new(
        "Coupon",
        "Something that is paid with instead of money.",
        &[
            required("id", Shape::Text, "Its name."),
            required("kind", Shape::OneOf(&KINDS), "What it is."),
            required("amount", Shape::Any, "How much."),
            ON,
            optional(
                "refunded",
                Shape::Any,
                "How much of it came back already; the part of what went back if not said.",
            ),
        ],
    ),
];

const KINDS: [&str; 3] = ["promotion", "coupon", "voucher"];

static BUNDLE: Object = Object::new(
    "Bundle",
    "Items that were bought together for one price.",
    &[
        required("id", Shape::Text, "Its name."),
        required("items", Shape::List(&Shape::Text, 1), "The items, with all of their units."),
        required("price", Shape::Any, "What they cost together."),
    ],
);

static GIFT: Object = Object::new(
    "Gift",
    "An item that came as a gift.",
    &[
        required("item", Shape::Text, "The item."),
        optional(
            "value",
            Shape::Any,
            "What one unit is worth; nothing is taken for it if that was not told beforehand.",
        ),
        optional("with", Shape::List(&Shape::Text, 1), "The items that it came with; all others if not said."),
        optional("spendFrom", Shape::Any, "The amount of those items that it is there from."),
    ],
);

static PAYMENT: Object = Object::new(
    "Payment",
    "A means that was paid with.",
    &[
        required("id", Shape::Text, "Its name."),
        optional("method", Shape::Any, "What the shop calls it: card, wallet."),
        optional("means", Shape::OneOf(&["money", "voucher"]), "Whether it is money; it is if not said."),
        required("amount", Shape::Any, "How much was paid."),
        optional("refunded", Shape::Any, "How much of it went back already; nothing if not said."),
    ],
);

static REST: Object = Object::new(
    "Rest",
    "What of the rest of the order was taken, or of its carriage given back.",
    &[
        required("code", Shape::OneOf(&RESTS), "What it is."),
        optional("of", Shape::Any, "The promotion, the bundle, or the item that was a gift."),
        required("amount", Shape::Any, "How much."),
    ],
);

/// What goods that go back can change about the rest of the order, as lines name it.
pub const RESTS: [&str; 5] = ["bundle-broken", "promotion-lost", "gift-kept", "carriage", "free-carriage-lost"];

static BACK: Object = Object::new(
    "Back",
    "Units that go back.",
    &[
        required("item", Shape::Text, "The item."),
        optional("units", Shape::Any, "How many; all that are left if not said."),
        optional("remedy", Shape::Text, "For which remedy; `refund` if not said."),
        optional("rule", Shape::Text, "By which rule; by the one that gives most if not said."),
        optional("by", Shape::OneOf(&["shop", "law"]), "By a promise of the shop, or by the law."),
    ],
);

/// A request for a settlement that has been read.
#[derive(Clone, Debug)]
pub struct SettleRequest {
    /// The items of the order, as for a decision.
    pub request: Request,
    /// What the order paid.
    pub order: Order,
    /// For which remedy units go back.
    pub remedy: String,
    /// Which units go back, each item once.
    pub back: Vec<Back>,
}

/// What an order paid.
#[derive(Clone, Debug)]
pub struct Order {
    /// Paid for sending the goods.
    pub carriage: Money,
    /// What of it the cheapest delivery would have cost.
    pub standard: Money,
    /// From which amount carriage was free, and what it would have cost.
    pub free: Option<(Money, Money)>,
    /// What was taken off, with the share of each item: the bundles, then the discounts in their order.
    pub reductions: Vec<Reduction>,
    /// The gifts.
    pub gifts: Vec<Gift>,
    /// What was paid with.
    pub payments: Vec<Payment>,
    /// What earlier settlements took or gave back of the rest of the order: what it is, of which, how much; none if that is not
    /// told.
    pub rest: Option<Vec<(String, String, Money)>>,
    /// Left owed by earlier settlements.
    pub owed: Money,
}

/// What a reduction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Less than one by one, because they are bought together.
    Bundle,
    /// A lower price.
    Promotion,
    /// Something that is paid with instead of money.
    Voucher,
}

/// Something that was taken off the prices of items.
#[derive(Clone, Debug)]
pub struct Reduction {
    /// Its name.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The places of the items.
    pub on: Vec<usize>,
    /// The amount of those items that it is there from.
    pub needs: Option<Money>,
    /// What of a coupon or voucher came back already, if that is told.
    pub refunded: Option<Money>,
    /// What each item of the request bears of it, in coins; nothing while a price is not told.
    pub shares: Vec<i128>,
}

/// An item that came as a gift.
#[derive(Clone, Debug)]
pub struct Gift {
    /// The place of the item.
    pub item: usize,
    /// What one unit is worth.
    pub value: Money,
    /// The places of the items that it came with.
    pub with: Vec<usize>,
    /// The amount of those items that it is there from.
    pub from: Option<Money>,
}

/// A means that was paid with.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Its name.
    pub id: String,
    /// What the shop calls it.
    pub method: Option<String>,
    /// Whether it is no money.
    pub voucher: bool,
    /// How much can still go back to it.
    pub left: Money,
}

/// Units of an item that go back.
#[derive(Clone, Debug)]
pub struct Back {
    /// The place of the item.
    pub item: usize,
    /// How many.
    pub units: u32,
    /// By which rule.
    pub rule: Option<String>,
    /// Granted by whom.
    pub by: Option<Granted>,
}

/// What all units of an item cost before anything is taken off.
#[must_use]
pub fn worth(item: &Item) -> Option<Money> {
    item.facts.price()?.times(item.bought)
}
