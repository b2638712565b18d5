//! What is known while a form is gone through: what the page says, then what the shopper answers, one after the other.

use std::sync::Arc;

use super::super::reading::{Placed, Reading};
use super::super::{Facts, taken};
use crate::domain::{Date, Floor, Json, Log, Pointer, Problem, Severity};
use crate::policy::{Shop, Value};

/// Facts of a claim so far.
#[derive(Clone, Debug)]
pub struct Gathered<'s> {
    shop: &'s Shop,
    today: Date,
    /// What was said, and where.
    told: Vec<(String, Json, Pointer)>,
    /// How much of it the page says.
    of_page: usize,
    /// What else follows while nothing else is said.
    implied: Vec<(String, Value)>,
    facts: Facts,
    /// What is taken to be so while nobody says otherwise, by the hash of a version.
    taken: Option<Taken>,
}

#[derive(Clone, Debug)]
struct Taken {
    version: String,
    values: Arc<[(String, Value)]>,
}

impl<'s> Gathered<'s> {
    /// What the page says; its mistakes go to the log.
    pub(super) fn of_page(shop: &'s Shop, today: Date, facts: &[(String, Json)], log: &mut Log) -> Self {
        let at = Pointer::root().key("facts");
        let told: Vec<_> = facts.iter().map(|(name, json)| (name.clone(), json.clone(), at.key(name))).collect();
        let mut gathered =
            Self { shop, today, of_page: told.len(), told, implied: Vec::new(), facts: Facts::default(), taken: None };
        gathered.facts = gathered.read(log);
        gathered
    }

    fn read(&mut self, log: &mut Log) -> Facts {
        let places: Vec<Placed<'_>> =
            self.told.iter().map(|(name, json, at)| (name.as_str(), json, at.clone())).collect();
        let today_at = Pointer::root().key("today");
        let mut reading = Reading { shop: self.shop, today: Some((self.today, &today_at)), log };
        let Some((version, stated)) = reading.stated(&places, self.implied.clone()) else { return Facts::default() };
        // The same for every answer, as long as the version is.
        let known = self.taken.take().filter(|taken| taken.version == version.used.hash);
        let taken = known.unwrap_or_else(|| Taken {
            version: version.used.hash.clone(),
            values: taken(self.shop, version, self.today).into(),
        });
        let facts = Facts::new(stated, Arc::clone(&taken.values));
        self.taken = Some(taken);
        facts
    }

    /// What is known so far.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What was said so far, for other requests about the same goods.
    #[must_use]
    pub fn told(&self) -> Json {
        Json::Object(self.told.iter().map(|(name, json, _)| (name.clone(), json.clone())).collect())
    }

    /// The same with what follows while nothing else is said.
    #[must_use]
    pub fn stated(&self) -> Json {
        let told = self.told.iter().map(|(name, json, _)| (name.clone(), json.clone()));
        let untold = self.implied.iter().filter(|(name, value)| {
            self.told.iter().all(|(told, ..)| told != name) && self.facts.stated(name) == Some(value)
        });
        Json::Object(told.chain(untold.filter_map(|(name, value)| Some((name.clone(), value.told()?)))).collect())
    }

    /// What the page says of a fact.
    #[must_use]
    pub fn by_page(&self, fact: &str) -> Option<&Json> {
        self.told.iter().take(self.of_page).find(|(name, ..)| name == fact).map(|(_, json, _)| json)
    }

    /// Learns a fact.
    ///
    /// # Errors
    /// Why it cannot be: it is no value of the fact, or it contradicts what is known; then nothing is learnt.
    pub fn learn(&mut self, fact: &str, json: Json, at: Pointer) -> Result<(), Problem> {
        let mut log = Log::new(Floor::Facts);
        self.told.push((fact.to_owned(), json, at));
        let facts = self.read(&mut log);
        match log.problems.into_vec().into_iter().find(|problem| problem.severity == Severity::Error) {
            None => {
                self.facts = facts;
                Ok(())
            }
            Some(problem) => {
                self.told.pop();
                Err(problem)
            }
        }
    }

    /// Takes something to be so while nobody says otherwise.
    pub fn imply(&mut self, stated: &[(&str, Value)]) {
        self.implied.extend(stated.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        self.facts = self.read(&mut Log::new(Floor::Facts));
    }
}
