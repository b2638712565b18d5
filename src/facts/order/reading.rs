//! Reads what a request says of the order, and whether it adds up.

use super::{Back, Gift, Kind, Order, Payment, Reduction, SETTLE, SettleRequest, worth};
use crate::domain::shape::{Shape, Walk};
use crate::domain::{Code, Floor, Json, Log, Money, Pointer, Problems, shared};
use crate::facts::reading::Reading;
use crate::facts::{Item, Request, items, today_of};
use crate::policy::vocabulary::gives_money_back;
use crate::policy::{Granted, Shop, Version};

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
        let rest = json.get("rest").map(|_| self.each(json, "rest", at, Self::rest));
        let rest = rest.map(|rest| self.known(rest, json, at));
        let owed = told(json, "owed").and_then(|owed| self.reading.money(owed, &at.key("owed")));
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
            rest,
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
        let refunded = self.amount(json, "refunded", at);
        if let Some(refunded) = refunded.filter(|refunded| *refunded > amount) {
            let params = [("refunded", &*refunded.to_string()), ("amount", &*amount.to_string())];
            self.reading.log.add(Code::FactsRefundedMore, &at.key("refunded"), &params);
        }
        let reduction = self.reduction(json, at, kind, (amount, on, needs), left)?;
        Some(Reduction { refunded, ..reduction })
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
        Some(Reduction { id: json.word("id").to_owned(), kind, on, needs, refunded: None, shares })
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
            method: told(json, "method")
                .and_then(|method| self.reading.text(method, &at.key("method")))
                .map(str::to_owned),
            voucher: json.word("means") == "voucher",
            left: amount.minus(refunded),
        })
    }

    fn rest(&mut self, json: &Json, at: &Pointer) -> Option<(String, String, Money)> {
        let of = told(json, "of").and_then(|of| self.reading.text(of, &at.key("of"))).unwrap_or_default();
        Some((json.word("code").to_owned(), of.to_owned(), self.amount(json, "amount", at)?))
    }

    /// What was taken was taken for something of this order.
    fn known(&mut self, rest: Vec<(String, String, Money)>, json: &Json, at: &Pointer) -> Vec<(String, String, Money)> {
        let ids = |key: &str, id: &str| json.list(key).iter().map(|json| json.word(id)).collect::<Vec<_>>();
        for (index, (code, of, _)) in rest.iter().enumerate() {
            let known = match code.as_str() {
                "bundle-broken" => ids("bundles", "id"),
                "promotion-lost" => ids("discounts", "id"),
                "gift-kept" => ids("gifts", "item"),
                _ => vec![""],
            };
            if !known.contains(&of.as_str()) && !self.reading.log.is_bad() {
                let at = at.key("rest").index(index).key("of");
                let known = known.into_iter();
                self.reading.log.unknown(
                    Code::FactsUnknownName,
                    &at,
                    of,
                    known,
                    "give back what the last settlement said",
                );
            }
        }
        rest
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

/// What a settlement gives as `null` comes back as that, and is not told.
fn told<'j>(json: &'j Json, key: &str) -> Option<&'j Json> {
    json.get(key).filter(|value| **value != Json::Null)
}
