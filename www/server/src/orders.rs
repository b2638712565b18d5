//! The shop's own records of its orders.

use makegood::domain::Json;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What is known of a purchase, as a request says it.
pub type Facts = Map<String, Value>;

/// All records.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Orders(Vec<Order>);

/// One order, without its buyer's name and address.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// As the shop's addresses have it: `1042`.
    pub number: String,
    /// As the shopper reads it: `AU-1042`.
    pub name: String,
    /// Where the goods went, as an ISO 3166-1 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The second half of an ISO 3166-2 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// What holds for all items.
    pub facts: Facts,
    /// What was bought.
    pub items: Vec<Item>,
}

/// Units of one line of an order.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its name in requests.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Units bought.
    pub quantity: i64,
    /// Units that already went back.
    pub returned: i64,
    /// What is known of it alone.
    pub facts: Facts,
}

impl Orders {
    /// Reads the records.
    ///
    /// # Errors
    /// What keeps them from being read.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| format!("the records of orders: {error}"))
    }

    /// Each order.
    pub fn all(&self) -> impl Iterator<Item = &Order> {
        self.0.iter()
    }

    /// The order of a number or a name, however it is typed.
    #[must_use]
    pub fn find(&self, number: &str) -> Option<&Order> {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
        };
        if number.len() > 100 {
            return None;
        }
        let wanted = plain(number);
        self.0.iter().find(|order| plain(&order.number) == wanted || plain(&order.name) == wanted)
    }
}

impl Order {
    /// The item of this name.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What is known of an item: what it says of itself stands before what the order says of all.
    #[must_use]
    pub fn known<'o>(&'o self, item: &'o Item) -> Vec<(&'o str, Json)> {
        let shared = self.facts.iter().filter(|(name, _)| !item.facts.contains_key(*name));
        item.facts.iter().chain(shared).map(|(name, value)| (name.as_str(), Json::from(value.clone()))).collect()
    }
}

#[cfg(test)]
mod tests {
    use makegood::domain::Json;

    use super::Orders;

    const ORDERS: &str = r##"[{ "number": "7", "name": "#AU-7", "facts": { "channel": "online", "member": true },
        "items": [{ "id": "a", "title": "A", "quantity": 1, "returned": 0, "facts": { "member": false } }] }]"##;

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        let orders = Orders::read(ORDERS).unwrap();
        for typed in ["7", "#AU-7", "au 7", " AU7 "] {
            assert!(orders.find(typed).is_some(), "{typed}");
        }
        for typed in ["", "77", "AU", "AU-7-7", &"7".repeat(200)] {
            assert!(orders.find(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn an_item_stands_before_its_order() {
        let orders = Orders::read(ORDERS).unwrap();
        let order = orders.find("7").unwrap();
        let known = order.known(order.item("a").unwrap());
        assert_eq!(known, [("member", Json::Bool(false)), ("channel", Json::Text("online".into()))]);
        assert!(Orders::read("{}").is_err());
    }
}
