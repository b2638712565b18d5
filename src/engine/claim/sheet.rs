//! The form while it is gone through, from the top: what stands further down may depend on what stands above.

use super::choices;
use super::read::{self, Read, Reading, Wrong};
use crate::claim::{ClaimField, FieldValue, State, Tidied};
use crate::domain::{Code, Finding, Json, Pointer, Problem};
use crate::facts::claim::{Draft, Typed};
use crate::policy::claim::{Fault, Field, FieldType};
use crate::policy::vocabulary::SettledBy;
use crate::policy::{Fact, Known, Shop, Value};

/// A field that is asked, and what is to be said of it.
pub(super) struct Asked<'s> {
    pub field: ClaimField<'s>,
    pub problems: Vec<Problem>,
    pub tidied: Option<Tidied<'s>>,
    /// Whether only the rules ask for it.
    pub of_rules: bool,
}

pub(super) struct Sheet<'s> {
    pub shop: &'s Shop,
    pub draft: Draft<'s>,
    pub asked: Vec<Asked<'s>>,
    /// What is to be said of fields that are not asked.
    pub aside: Vec<Problem>,
    /// The fault of the price book.
    pub fault: Option<&'s str>,
    /// What fields hold that are no facts.
    known: Vec<(&'s str, Value)>,
}

/// The place of a field of a draft.
pub(super) fn place(field: &str) -> Pointer {
    Pointer::root().key("fields").key(field)
}

impl Known for Sheet<'_> {
    fn value(&self, name: &str) -> Option<&Value> {
        let field = self.known.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        field.or_else(|| self.draft.gathered.facts().value(name))
    }
}

impl<'s> Sheet<'s> {
    pub(super) const fn new(shop: &'s Shop, draft: Draft<'s>) -> Self {
        Self { shop, draft, asked: Vec::new(), aside: Vec::new(), fault: None, known: Vec::new() }
    }

    /// What a field holds that is one of a list.
    pub(super) fn word(&self, field: &str) -> Option<&str> {
        match self.known.iter().find(|(known, _)| *known == field) {
            Some((_, Value::Word(word))) => Some(word),
            _ => None,
        }
    }

    /// Goes on to a field.
    pub(super) fn field(&mut self, field: Field<'s>) {
        let fact = field.fact();
        if let Some(fact) = fact
            && self.known_to_page(fact)
        {
            return;
        }
        if field.when().asked(self) != Finding::Yes {
            return;
        }
        let faults = if field.kind() == FieldType::Fault { self.faults() } else { Vec::new() };
        let blank = ClaimField {
            id: field.id(),
            kind: field.kind(),
            standard: field.is_standard(),
            fact: fact.is_some(),
            label: field.text("label").or_else(|| fact?.ask()),
            help: field.text("help").or_else(|| fact?.help()),
            example: field.example(),
            means: field.shape(self).and_then(|shape| shape.means()),
            required: field.when().required(self),
            values: self.values(field, fact, &faults),
            value: Json::Null,
            state: State::Empty,
            decides: Vec::new(),
        };
        let shape = field.shape(self);
        let asked = self.read(blank, &Reading { shape, faults: &faults }, fact, false);
        if let Some(chosen) = faults.iter().find(|fault| Some(fault.id) == asked.field.value.text()) {
            self.fault = chosen.repair;
            self.draft.gathered.imply(&chosen.stated);
        }
        self.asked.push(asked);
    }

    /// What the page says is not asked for; where the shopper says something else, somebody should look.
    fn known_to_page(&mut self, fact: Fact<'s>) -> bool {
        let Some(told) = self.draft.gathered.by_page(fact.name).cloned() else { return false };
        let told = match told {
            Json::Text(text) => Typed::Text(text),
            Json::Bool(flag) => Typed::Flag(flag),
            Json::Whole(number) => Typed::Text(number.to_string()),
            _ => return true,
        };
        let Some(blank) = blank(self.shop, fact, false) else { return true };
        let read = |typed: &Typed| Some(read::value(&blank, typed, &Reading::default(), self)?.value.ok());
        let shown = |json: Option<Json>, typed: &Typed| match (json, typed) {
            (Some(Json::Text(text)), _) => text,
            (_, Typed::Text(text) | Typed::Read(text, _)) => text.clone(),
            (_, Typed::Flag(flag)) => flag.to_string(),
            (_, Typed::Unsure) => String::new(),
        };
        if let Some(typed) = self.draft.typed(fact.name)
            && let (Some(entered), Some(known)) = (read(typed), read(&told))
            && (entered.is_none() || entered != known)
        {
            let (value, other) = (shown(entered, typed), shown(known, &told));
            let params = [("value", &*value), ("other", &*other)];
            self.aside.push(Problem::new(Code::ClaimDiffers, &place(fact.name), &params));
        }
        true
    }

    /// What was answered to questions that only the rules ask.
    pub(super) fn answers(&mut self) {
        let form = self.draft.form;
        let listed = |name: &str| form.fields().any(|field| field.id() == name);
        if self.draft.fields.iter().all(|(name, _)| listed(name)) {
            return;
        }
        for fact in form.facts() {
            let listed = listed(fact.name);
            let can_say = matches!(fact.settled_by, SettledBy::Shopper | SettledBy::DeliveryNote);
            if listed || !can_say || self.draft.typed(fact.name).is_none() || self.known_to_page(fact) {
                continue;
            }
            if let Some(asked) = self.question(fact.name, false) {
                self.asked.push(asked);
            }
        }
    }

    /// A fact as a field of the form.
    pub(super) fn question(&mut self, name: &str, required: bool) -> Option<Asked<'s>> {
        let fact = self.draft.form.fact(name)?;
        let blank = blank(self.shop, fact, required)?;
        Some(self.read(blank, &Reading::default(), Some(fact), true))
    }

    /// Reads what stands in a field, and learns it if it can be.
    fn read(
        &mut self,
        mut field: ClaimField<'s>,
        reading: &Reading<'_, 's>,
        fact: Option<Fact<'s>>,
        of_rules: bool,
    ) -> Asked<'s> {
        let mut problems = Vec::new();
        let mut changed = None;
        let at = place(field.id);
        match self.draft.typed(field.id) {
            Some(Typed::Unsure) if fact.is_some() => field.state = State::Unsure,
            Some(Typed::Unsure) | None => {}
            Some(typed) => {
                let read = read::value(&field, typed, reading, self);
                let learnt =
                    read.map(|Read { value, tidied }| Ok((self.learn(&field, fact, value?, reading.faults)?, tidied)));
                match learnt {
                    Some(Ok((json, tidied))) => {
                        field.value = json;
                        field.state = State::Good;
                        changed = tidied;
                    }
                    Some(Err(Wrong { code, params })) => {
                        let params: Vec<_> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
                        problems.push(Problem::new(code, &at, &params));
                        field.state = State::Wrong;
                    }
                    None => {}
                }
            }
        }
        if field.required && field.state == State::Empty {
            problems.push(Problem::new(Code::ClaimMissing, &at, &[("field", field.id)]));
        }
        Asked { field, problems, tidied: changed, of_rules }
    }

    fn learn(
        &mut self,
        field: &ClaimField<'s>,
        fact: Option<Fact<'s>>,
        json: Json,
        faults: &[Fault<'s>],
    ) -> Result<Json, Wrong> {
        if fact.is_some() {
            let learnt = self.draft.gathered.learn(field.id, json.clone(), place(field.id));
            return learnt.map(|()| json).map_err(|problem| read::refused(field.id, &problem, self.shop));
        }
        let value = match &json {
            Json::Bool(flag) => Value::Bool(*flag),
            Json::Text(fault) if field.kind == FieldType::Fault => Value::Tags(above(faults, fault)),
            json => Value::Word(json.text().unwrap_or_default().to_owned()),
        };
        if let (FieldType::Imei, Json::Text(imei)) = (field.kind, &json) {
            let of = imei.get(..8).and_then(|code| self.draft.form.model_of(code));
            if let (Some(of), Some(model)) = (of, self.word("model"))
                && of != model
            {
                return Err(Wrong::new(Code::ClaimImeiOtherModel, &[("model", model), ("other", of)]));
            }
        }
        self.known.push((field.id, value));
        Ok(json)
    }

    /// What can be chosen in a field.
    fn values(&self, field: Field<'s>, fact: Option<Fact<'s>>, faults: &[Fault<'s>]) -> Option<Vec<FieldValue<'s>>> {
        let value = |value, label| FieldValue { value, label, help: None, icon: None, under: None, finding: None };
        if let Some(fact) = fact {
            return choices(self.shop, fact);
        }
        match (field.kind(), field.id()) {
            (FieldType::Fault, _) => {
                let value = |fault: &Fault<'s>| FieldValue {
                    value: fault.id,
                    label: fault.title,
                    help: fault.help,
                    icon: fault.icon,
                    under: fault.under,
                    finding: None,
                };
                Some(faults.iter().map(value).collect())
            }
            (FieldType::Enum, "remedy") => {
                let facts = self.draft.gathered.facts();
                let version = self.shop.version_for(facts).unwrap_or(self.draft.form.version);
                Some(self.shop.remedies(version).into_iter().map(|(remedy, title)| value(remedy, title)).collect())
            }
            (FieldType::Enum, "model") => {
                let models = self.draft.form.book()?.models();
                let value = |model: crate::policy::repair::Entry<'s>| FieldValue {
                    icon: model.word("icon"),
                    ..value(model.id, model.title())
                };
                Some(models.map(value).collect())
            }
            (FieldType::Enum, _) => Some(field.values().map(|(name, label)| value(name, Some(label))).collect()),
            _ => None,
        }
    }

    /// What can be wrong with the model, if it is known; a kind with none of its faults left is none either.
    fn faults(&self) -> Vec<Fault<'s>> {
        let mut kept: Vec<Fault<'s>> = Vec::new();
        // Faults stand behind their kinds.
        for fault in self.draft.form.faults().into_iter().rev() {
            if if fault.last { self.fits(&fault) } else { kept.iter().any(|below| below.under == Some(fault.id)) } {
                kept.push(fault);
            }
        }
        kept.reverse();
        kept
    }

    /// Whether the model, if it is known, can have a fault.
    fn fits(&self, fault: &Fault<'s>) -> bool {
        let book = self.draft.form.book();
        let repair = fault.repair.and_then(|repair| book?.fault(repair));
        match (repair, self.word("model")) {
            (Some(repair), Some(model)) => repair.fits(model),
            _ => true,
        }
    }
}

/// A fact as a field in which nothing stands yet.
fn blank<'s>(shop: &Shop, fact: Fact<'s>, required: bool) -> Option<ClaimField<'s>> {
    Some(ClaimField {
        id: fact.name,
        kind: FieldType::of_fact(fact.kind)?,
        standard: false,
        fact: true,
        label: fact.ask(),
        help: fact.help(),
        example: None,
        means: None,
        required,
        values: choices(shop, fact),
        value: Json::Null,
        state: State::Empty,
        decides: Vec::new(),
    })
}

/// A fault, and the kinds that it belongs to.
fn above(faults: &[Fault<'_>], id: &str) -> Vec<String> {
    let mut line = Vec::new();
    let mut next = faults.iter().find(|fault| fault.id == id);
    while let Some(fault) = next {
        line.push(fault.id.to_owned());
        next = faults.iter().find(|other| Some(other.id) == fault.under);
    }
    line
}
