//! The shop's policy beside the law of each country from which it has orders.

use makegood::domain::Problems;
use makegood::law;
use makegood::policy::Shop;

use crate::orders::{Order, Orders};

/// A buyer's country and region.
type Place = (Option<String>, Option<String>);

/// The policy, opened for each buyer.
pub struct Shops {
    promise: Shop,
    beside: Vec<(Place, Shop)>,
}

impl Shops {
    /// Opens the policy, alone and for each country of the orders.
    ///
    /// # Errors
    /// What is wrong with the policy.
    pub fn open(policy: &str, orders: &Orders) -> Result<Self, String> {
        let told = |problems: Problems| format!("the policy: {problems}");
        let promise = makegood::open(policy).map_err(told)?;
        let mut beside: Vec<(Place, Shop)> = Vec::new();
        for order in orders.all() {
            let place = place(order);
            if beside.iter().all(|(known, _)| *known != place) {
                let law = match &place.0 {
                    Some(country) => law::of(country, place.1.as_deref()).map_err(told)?,
                    None => None,
                };
                let shop = promise.clone();
                beside.push((place, law.map_or(Ok(shop.clone()), |law| shop.under(law)).map_err(told)?));
            }
        }
        Ok(Self { promise, beside })
    }

    /// The policy beside the law of an order's buyer.
    #[must_use]
    pub fn of(&self, order: &Order) -> &Shop {
        let place = place(order);
        self.beside.iter().find(|(known, _)| *known == place).map_or(&self.promise, |(_, shop)| shop)
    }

    /// The policy alone.
    #[must_use]
    pub const fn promise(&self) -> &Shop {
        &self.promise
    }

    /// The shop's time zone.
    #[must_use]
    pub fn time_zone(&self) -> &str {
        self.promise.time_zone()
    }
}

fn place(order: &Order) -> Place {
    (order.country.clone(), order.region.clone())
}
