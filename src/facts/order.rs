//! What a request for a settlement says of the order: what was paid, how, and which units go back.

use super::reading::Reading;
use super::{FACTS, ITEM, Item, Request, items, today_of};
use crate::domain::shape::{Key, Object, Shape, Walk, optional, required};
use crate::domain::{Code, Floor, Json, Log, Money, Pointer, Problems, shared};
use crate::policy::vocabulary::gives_money_back;
use crate::policy::{Granted, Shop, Version};

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
        optional("method", Shape::Text, "What the shop calls it: card, wallet."),
        optional("means", Shape::OneOf(&["money", "voucher"]), "Whether it is money; it is if not said."),
        required("amount", Shape::Any, "How much was paid."),
        optional("refunded", Shape::Any, "How much of it went back already; nothing if not said."),
    ],
);

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

impl SettleRequest {
    /// Reads a request against the policy that will settle it.
    ///
    /// # Errors
    /// Every problem of the request together.
    pub fn read(json: &Json, shop: &Shop) -> Result<Self, Problems> {
        let mut log = Log::new(Floor::Facts);
        let root = Pointer::root();
        Walk { root: json, log: &mut log }.value(json, &Shape::Object(&SETTLE), &root);
        let today = today_of(json, &root, &mut log);
        let items = items(json, "items", shop, today, &|_| Vec::new(), &mut log);
        let Some(today) = today.filter(|_| !log.is_bad()) else { return Err(log.problems) };
        let request = Request { today, items };
        let reading = Reading { shop, today: None, log: &mut log };
        let mut order = OrderReading { items: &request.items, reading };
        let at = root.key("order");
        let written = order.order(json.get("order").unwrap_or(&Json::Null), &at);
        let (remedy, back) = order.back(json, &root.key("back"));
        if let Some(written) = &written {
            order.adds_up(written, json, &at);
        }
        match written {
            Some(order) if !log.is_bad() => Ok(Self { request, order, remedy, back }),
            _ => Err(log.problems),
        }
    }
}

struct OrderReading<'r> {
    items: &'r [Item],
    reading: Reading<'r>,
}

impl OrderReading<'_> {
    fn order(&mut self, json: &Json, at: &Pointer) -> Option<Order> {
        let zero = Money::zero(self.reading.shop.currency);
        let carriage = self.amount(json, "carriage", at);
        let standard = self.amount(json, "standardCarriage", at);
        let free = json.get("freeCarriage").and_then(|free| {
            let at = at.key("freeCarriage");
            let (from, instead) = (self.amount(free, "from", &at), self.amount(free, "instead", &at));
            Some((from?, instead?))
        });
        let mut reductions = Vec::new();
        // What is left of the price of each item, after each reduction; none while a price is not told.
        let mut left: Option<Vec<i128>> = self.items.iter().map(worth).map(|worth| Some(worth?.coins())).collect();
        let (bundles, discounts) = (at.key("bundles"), at.key("discounts"));
        for (index, bundle) in json.list("bundles").iter().enumerate() {
            reductions.extend(self.bundle(bundle, &bundles.index(index), &mut left));
        }
        for (index, discount) in json.list("discounts").iter().enumerate() {
            reductions.extend(self.discount(discount, &discounts.index(index), &mut left));
        }
        let gifts = self.each(json, "gifts", at, Self::gift);
        let payments = self.each(json, "payments", at, Self::payment);
        let owed = self.amount(json, "owed", at);
        self.distinct(json.list("payments").iter().map(|json| json.word("id")), &at.key("payments"));
        let reductions_named = ["bundles", "discounts"].map(|key| json.list(key));
        for (key, named) in ["bundles", "discounts"].into_iter().zip(reductions_named) {
            self.distinct(named.iter().map(|json| json.word("id")), &at.key(key));
        }
        let carriage = carriage.unwrap_or(zero);
        Some(Order {
            carriage,
            standard: standard.unwrap_or(carriage).min(carriage),
            free,
            reductions,
            gifts,
            payments,
            owed: owed.unwrap_or(zero),
        })
    }

    fn each<T>(
        &mut self,
        json: &Json,
        key: &str,
        at: &Pointer,
        read: fn(&mut Self, &Json, &Pointer) -> Option<T>,
    ) -> Vec<T> {
        let at = at.key(key);
        json.list(key).iter().enumerate().filter_map(|(index, json)| read(self, json, &at.index(index))).collect()
    }

    fn amount(&mut self, json: &Json, key: &str, at: &Pointer) -> Option<Money> {
        json.get(key).and_then(|json| self.reading.money(json, &at.key(key)))
    }

    fn item(&mut self, id: &str, at: &Pointer) -> Option<usize> {
        let place = self.items.iter().position(|item| item.id == id);
        if place.is_none() && !id.is_empty() {
            let known = self.items.iter().map(|item| item.id.as_str());
            self.reading.log.unknown(Code::FactsUnknownItem, at, id, known, "tell the item under `/items`");
        }
        place
    }

    /// The places of the items under a key; of all items if the key is not there.
    fn places(&mut self, json: &Json, key: &str, at: &Pointer) -> Vec<usize> {
        let Some(listed) = json.get(key) else { return (0..self.items.len()).collect() };
        let at = at.key(key);
        let ids = listed.values().iter().enumerate();
        let mut places: Vec<usize> =
            ids.filter_map(|(index, id)| self.item(id.text().unwrap_or_default(), &at.index(index))).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn bundle(&mut self, json: &Json, at: &Pointer, left: &mut Option<Vec<i128>>) -> Option<Reduction> {
        let on = self.places(json, "items", at);
        let price = self.amount(json, "price", at)?;
        let single = on.iter().map(|place| self.items.get(*place).and_then(worth));
        let single = single.reduce(|sum, worth| sum?.plus(worth?)).flatten();
        if let Some(single) = single.filter(|single| *single <= price) {
            let params = [("value", &*price.to_string()), ("price", &*single.to_string())];
            self.reading.log.add(Code::FactsBundleDearer, &at.key("price"), &params);
        }
        let saved = single.map_or(price, |single| single.minus(price));
        self.reduction(json, at, Kind::Bundle, (saved, on, None), left)
    }

    fn discount(&mut self, json: &Json, at: &Pointer, left: &mut Option<Vec<i128>>) -> Option<Reduction> {
        let on = self.places(json, "on", at);
        let kind = if json.word("kind") == "promotion" { Kind::Promotion } else { Kind::Voucher };
        let needs = self.amount(json, "needs", at);
        let amount = self.amount(json, "amount", at)?;
        self.reduction(json, at, kind, (amount, on, needs), left)
    }

    fn reduction(
        &mut self,
        json: &Json,
        at: &Pointer,
        kind: Kind,
        (amount, on, needs): (Money, Vec<usize>, Option<Money>),
        left: &mut Option<Vec<i128>>,
    ) -> Option<Reduction> {
        let mut shares = Vec::new();
        if let Some(left) = left {
            let own = |(place, coins): (usize, &i128)| if on.contains(&place) { *coins } else { 0 };
            let weights: Vec<i128> = left.iter().enumerate().map(own).collect();
            let goods: i128 = weights.iter().sum();
            if amount.coins() > goods && kind != Kind::Bundle {
                let price = Money::of_coins(goods, self.reading.shop.currency);
                let params = [("value", &*amount.to_string()), ("price", &*price.to_string())];
                self.reading.log.add(Code::FactsDiscountTooLarge, &at.key("amount"), &params);
            }
            // The odd coins go by name, because the order of items carries no meaning.
            let mut order: Vec<usize> = (0..weights.len()).collect();
            order.sort_by_key(|place| self.items.get(*place).map(|item| &item.id));
            shares = shared(amount.coins(), &weights, &order);
            for (coins, share) in left.iter_mut().zip(&shares) {
                *coins = coins.saturating_sub(*share);
            }
        }
        Some(Reduction { id: json.word("id").to_owned(), kind, on, needs, shares })
    }

    fn gift(&mut self, json: &Json, at: &Pointer) -> Option<Gift> {
        let item = self.item(json.word("item"), &at.key("item"));
        let mut with = self.places(json, "with", at);
        let from = self.amount(json, "spendFrom", at);
        let value = self.amount(json, "value", at).unwrap_or(Money::zero(self.reading.shop.currency));
        let item = item?;
        with.retain(|place| *place != item);
        Some(Gift { item, value, with, from })
    }

    fn payment(&mut self, json: &Json, at: &Pointer) -> Option<Payment> {
        let zero = Money::zero(self.reading.shop.currency);
        let refunded = self.amount(json, "refunded", at).unwrap_or(zero);
        let amount = self.amount(json, "amount", at)?;
        if refunded > amount {
            let params = [("refunded", &*refunded.to_string()), ("amount", &*amount.to_string())];
            self.reading.log.add(Code::FactsRefundedMore, &at.key("refunded"), &params);
        }
        Some(Payment {
            id: json.word("id").to_owned(),
            method: json.get("method").and_then(Json::text).map(str::to_owned),
            voucher: json.word("means") == "voucher",
            left: amount.minus(refunded),
        })
    }

    fn distinct<'j>(&mut self, names: impl Iterator<Item = &'j str> + Clone, at: &Pointer) {
        for (index, name) in names.clone().enumerate() {
            if !name.is_empty() && names.clone().take(index).any(|earlier| earlier == name) {
                self.reading.log.add(Code::FactsDuplicateName, &at.index(index).key("id"), &[("value", name)]);
            }
        }
    }

    fn back(&mut self, json: &Json, at: &Pointer) -> (String, Vec<Back>) {
        let mut back: Vec<Back> = Vec::new();
        let remedy = |json: &Json| json.get("remedy").and_then(Json::text).unwrap_or("refund").to_owned();
        let first = json.list("back").first().map_or(String::new(), remedy);
        for (index, json) in json.list("back").iter().enumerate() {
            let at = at.index(index);
            let own = remedy(json);
            if !gives_money_back(&own) {
                self.reading.log.add(Code::FactsNoMoneyBack, &at.key("remedy"), &[("value", &own)]);
            } else if own != first {
                let params = [("value", &*own), ("other", &*first)];
                self.reading.log.add(Code::FactsMixedRemedies, &at.key("remedy"), &params);
            }
            let Some(item) = self.item(json.word("item"), &at.key("item")) else { continue };
            if back.iter().any(|other| other.item == item) {
                self.reading.log.add(Code::FactsDuplicateId, &at.key("item"), &[("value", json.word("item"))]);
            }
            back.extend(self.units_back(json, &at, item));
        }
        (first, back)
    }

    fn units_back(&mut self, json: &Json, at: &Pointer, place: usize) -> Option<Back> {
        let item = self.items.get(place)?;
        let left = item.bought.saturating_sub(item.returned);
        let units = self.reading.units(json, "units", at, 1, left)?;
        if units > left {
            let (returned, bought) = (item.returned.saturating_add(units).to_string(), item.bought.to_string());
            let params = [("returned", &*returned), ("bought", &*bought)];
            self.reading.log.add(Code::FactsReturnedMore, &at.key("units"), &params);
        }
        let rule = json.get("rule").and_then(Json::text);
        if let Some(rule) = rule {
            let all = || self.reading.shop.versions.iter().chain(&self.reading.shop.law).flat_map(Version::rules);
            if all().all(|known| known.id() != rule) {
                let known: Vec<&str> = all().map(|rule| rule.id()).collect();
                let otherwise = "name a rule of the policy or of the law, or leave it out";
                self.reading.log.unknown(Code::FactsUnknownRule, &at.key("rule"), rule, known.into_iter(), otherwise);
            }
        }
        let by = match json.word("by") {
            "shop" => Some(Granted::Shop),
            "law" => Some(Granted::Law),
            _ => None,
        };
        Some(Back { item: place, units, rule: rule.map(str::to_owned), by })
    }

    /// What the goods and their carriage cost is what was paid.
    fn adds_up(&mut self, order: &Order, json: &Json, at: &Pointer) {
        let currency = self.reading.shop.currency;
        let Some(goods) = self.items.iter().map(|item| Some(worth(item)?.coins())).sum::<Option<i128>>() else {
            return;
        };
        let off: i128 = order.reductions.iter().flat_map(|reduction| &reduction.shares).sum();
        let due = goods.saturating_sub(off).saturating_add(order.carriage.coins());
        let amounts = json.get("order").map_or(&[][..], |order| order.list("payments")).iter();
        let paid: i128 =
            amounts.filter_map(|json| Money::parse(json.word("amount"), currency).ok()).map(Money::coins).sum();
        if paid != due && !self.reading.log.is_bad() {
            let (due, paid) = (Money::of_coins(due, currency).to_string(), Money::of_coins(paid, currency).to_string());
            self.reading.log.add(Code::FactsDoesNotAddUp, &at.key("payments"), &[("due", &due), ("paid", &paid)]);
        }
    }
}

/// What all units of an item cost before anything is taken off.
#[must_use]
pub fn worth(item: &Item) -> Option<Money> {
    item.facts.price()?.times(item.bought)
}
