//! Claims: what a form asks, what is wrong with what was entered, what is missing, and what the claim rests on.

mod evidence;
mod read;
mod sheet;

use sheet::{Asked, Sheet};

use super::rights;
use crate::VERSION;
use crate::claim::{Claim, ClaimField, FieldValue, Requests, State, Wish};
use crate::decision::{Question, RemedyDecision};
use crate::domain::{Code, Finding, Json, Pointer, Problem, Severity};
use crate::facts::Item;
use crate::facts::claim::Draft;
use crate::facts::quote::QuoteRequest;
use crate::policy::claim::{Entry, FieldType};
use crate::policy::vocabulary::SettledBy;
use crate::policy::{Fact, Shop};

/// What a draft comes to.
#[must_use]
pub fn check<'s>(shop: &'s Shop, draft: Draft<'s>) -> Claim<'s> {
    let mut sheet = Sheet::new(shop, draft);
    let mut questions = None;
    for entry in sheet.draft.form.entries() {
        match entry {
            Entry::Field(field) => sheet.field(field),
            Entry::Questions(when) => {
                questions = Some((sheet.asked.len(), when.required(&sheet)));
                sheet.answers();
            }
        }
    }
    let item = Item {
        id: sheet.draft.item.clone(),
        bought: sheet.draft.bought,
        returned: sheet.draft.returned,
        facts: sheet.draft.gathered.facts().clone(),
    };
    let (remedies, questions_left) = rights::standing(shop, sheet.draft.today, &item);
    if let Some((place, required)) = questions {
        ask(&mut sheet, place, required, &questions_left);
    }
    for asked in &mut sheet.asked {
        let question = questions_left.iter().find(|question| question.fact == asked.field.id);
        asked.field.decides = question.map(|question| question.decides.clone()).unwrap_or_default();
    }
    let wish = wish(&mut sheet, &remedies);
    let (evidence, of_files) = evidence::needs(&sheet);
    let mut claim = Claim {
        engine: VERSION,
        today: sheet.draft.today,
        currency: shop.currency,
        policy: &sheet.draft.form.version.used,
        law: shop.law.as_ref().map(|law| &law.used),
        fields: Vec::new(),
        evidence,
        problems: Vec::new(),
        tidied: Vec::new(),
        done: 0,
        of: 0,
        next: None,
        complete: false,
        wish,
        disputed: sheet.draft.disputed,
        keeps_draft: sheet.draft.form.keeps_draft(),
        requests: Requests { decision: decision(&sheet), quote: sheet.fault.and_then(|fault| quote(&sheet, fault)) },
    };
    for Asked { field, problems, tidied, .. } in sheet.asked {
        claim.fields.push(field);
        claim.problems.extend(problems);
        claim.tidied.extend(tidied);
    }
    claim.problems.extend(sheet.aside);
    claim.problems.extend(of_files);
    completeness(&mut claim, &questions_left);
    claim
}

/// What the rules still need to know becomes part of the form, after what was already answered.
fn ask<'s>(sheet: &mut Sheet<'s>, place: usize, required: bool, questions: &[Question<'s>]) {
    let answered = sheet.asked.iter().skip(place).take_while(|asked| asked.of_rules).count();
    for asked in sheet.asked.iter_mut().skip(place).take(answered) {
        asked.field.required = required;
    }
    let mut place = place.saturating_add(answered);
    for question in questions {
        let known = sheet.asked.iter().any(|asked| asked.field.id == question.fact);
        let can_say = matches!(question.settled_by, SettledBy::Shopper | SettledBy::DeliveryNote);
        let in_form = sheet.draft.form.fields().any(|field| field.id() == question.fact);
        // Of a range of days that the page tells, the rules would like to know more; but the page is not asked for.
        let of_page = sheet.draft.gathered.by_page(question.fact).is_some();
        if known || in_form || of_page || !can_say {
            continue;
        }
        if let Some(asked) = sheet.question(question.fact, required) {
            sheet.asked.insert(place, asked);
            place = place.saturating_add(1);
        }
    }
}

/// What is wished, as the remedies tell it.
fn wish<'s>(sheet: &mut Sheet<'s>, remedies: &[RemedyDecision<'s>]) -> Option<Wish<'s>> {
    let disputed = sheet.draft.disputed;
    let asked = sheet.asked.iter_mut().find(|asked| asked.field.id == "remedy")?;
    for value in asked.field.values.iter_mut().flatten() {
        let remedy = remedies.iter().find(|remedy| remedy.remedy == value.value);
        value.finding = Some(remedy.map_or(Finding::No, |remedy| remedy.finding));
    }
    let wished = asked.field.value.text()?;
    let value = asked.field.values.iter().flatten().find(|value| value.value == wished)?;
    let wish = Wish { remedy: value.value, finding: value.finding? };
    if wish.finding == Finding::No {
        let code = if disputed { Code::ClaimRemedyDisputed } else { Code::ClaimRemedyClosed };
        asked.problems.push(Problem::new(code, &sheet::place("remedy"), &[("remedy", wish.remedy)]));
    }
    Some(wish)
}

/// What asks for the decision that the claim rests on.
fn decision(sheet: &Sheet<'_>) -> Json {
    let Draft { item, bought, returned, .. } = &sheet.draft;
    let item = Json::object([
        ("id", Json::said(item)),
        ("quantity", Json::Whole((*bought).into())),
        ("returned", Json::Whole((*returned).into())),
        ("facts", sheet.draft.gathered.stated()),
    ]);
    Json::object([("today", Json::said(&sheet.draft.today.to_string())), ("items", Json::List(vec![item]))])
}

/// What asks for the price of the repair.
fn quote(sheet: &Sheet<'_>, fault: &str) -> Option<Json> {
    sheet.draft.form.book()?;
    let request = Json::object([
        ("today", Json::said(&sheet.draft.today.to_string())),
        ("facts", sheet.draft.gathered.told()),
        ("model", Json::said(sheet.word("model")?)),
        ("faults", Json::List(vec![Json::object([("id", Json::said(fault))])])),
    ]);
    QuoteRequest::read(&request, sheet.shop).is_ok().then_some(request)
}

/// How much of what is required is there, and what is best filled in next.
fn completeness(claim: &mut Claim<'_>, questions: &[Question<'_>]) {
    let fine = |field: &ClaimField<'_>| matches!(field.state, State::Good | State::Unsure);
    let required = || claim.fields.iter().filter(|field| field.required);
    let needed = || claim.evidence.iter().filter(|need| need.required);
    let enough = |given: i64, least: i64| given >= least;
    claim.done = required()
        .filter(|field| fine(field))
        .count()
        .saturating_add(needed().filter(|need| enough(need.given, need.least)).count());
    claim.of = required().count().saturating_add(needed().count());
    let empty = |id: &str| required().find(|field| field.id == id && field.state == State::Empty).map(|field| field.id);
    let settles = questions.iter().find_map(|question| empty(question.fact));
    let first = || required().find(|field| !fine(field)).map(|field| field.id);
    let files = || needed().find(|need| !enough(need.given, need.least)).map(|need| need.id);
    claim.next = settles.or_else(first).or_else(files);
    claim.complete =
        claim.done == claim.of && claim.problems.iter().all(|problem| problem.severity == Severity::Warning);
}

/// The values of a fact that is one of a list; of the reasons, those for which anything is granted.
fn choices<'s>(shop: &Shop, fact: Fact<'s>) -> Option<Vec<FieldValue<'s>>> {
    let value = |(value, label)| FieldValue { value, label, help: None, icon: None, under: None, finding: None };
    let granted = (fact.name == "reason").then(|| shop.reasons());
    let listed = |(value, _): &(&str, _)| granted.as_ref().is_none_or(|granted| granted.contains(value));
    (FieldType::of_fact(fact.kind)? == FieldType::Enum)
        .then(|| fact.values().into_iter().filter(listed).map(value).collect())
}

/// The place of a file of a draft.
fn file_place(index: usize) -> Pointer {
    Pointer::root().key("evidence").index(index)
}
