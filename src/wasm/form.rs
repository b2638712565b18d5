//! A form of the page's own: what its controls hold, and what is wrong with each.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::SHOPS;
use crate::domain::Date;
use crate::policy::claim::Entry;

/// The value of a choice that stands for "I am not sure".
const UNSURE: &str = "unsure";

/// A control that a shopper fills in.
enum Control {
    Input(HtmlInputElement),
    Select(HtmlSelectElement),
    Area(HtmlTextAreaElement),
}

/// What a control holds.
enum Held {
    /// What the shopper entered.
    Value(JsValue),
    /// Files.
    Files(Array),
    /// Nothing that counts: another choice of its group is made, or none.
    Nothing,
}

impl Control {
    /// The controls of a form that are switched on, in the order of the page.
    fn of(form: &HtmlFormElement) -> impl Iterator<Item = Self> {
        let elements = form.elements();
        let controls = (0..elements.length()).filter_map(move |index| {
            let element = JsValue::from(elements.get_with_index(index)?);
            let element = match element.dyn_into::<HtmlInputElement>() {
                Ok(input) => return Some(Self::Input(input)),
                Err(other) => other,
            };
            let element = match element.dyn_into::<HtmlSelectElement>() {
                Ok(select) => return Some(Self::Select(select)),
                Err(other) => other,
            };
            element.dyn_into::<HtmlTextAreaElement>().ok().map(Self::Area)
        });
        controls.filter(|control| !control.disabled())
    }

    fn disabled(&self) -> bool {
        match self {
            Self::Input(input) => input.disabled(),
            Self::Select(select) => select.disabled(),
            Self::Area(area) => area.disabled(),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Input(input) => input.name(),
            Self::Select(select) => select.name(),
            Self::Area(area) => area.name(),
        }
    }

    fn held(&self) -> Held {
        let text = |text: String| {
            if text == UNSURE { JsValue::NULL } else { JsValue::from(text) }
        };
        match self {
            Self::Input(input) => match input.type_().as_str() {
                "file" => Held::Files(input.files().map(|files| Array::from(&files)).unwrap_or_default()),
                "radio" if !input.checked() => Held::Nothing,
                "checkbox" if input.indeterminate() => Held::Value(JsValue::NULL),
                "checkbox" => Held::Value(input.checked().into()),
                _ => Held::Value(text(input.value())),
            },
            Self::Select(select) => Held::Value(text(select.value())),
            Self::Area(area) => Held::Value(area.value().into()),
        }
    }

    /// Says to the browser what is wrong; an empty sentence says that nothing is.
    fn mark(&self, sentence: &str) {
        let element: &web_sys::Element = match self {
            Self::Input(input) => {
                input.set_custom_validity(sentence);
                input
            }
            Self::Select(select) => {
                select.set_custom_validity(sentence);
                select
            }
            Self::Area(area) => {
                area.set_custom_validity(sentence);
                area
            }
        };
        // Whoever only listens hears what the browser shows by its colour.
        let marked = if sentence.is_empty() {
            element.remove_attribute("aria-invalid")
        } else {
            element.set_attribute("aria-invalid", "true")
        };
        drop(marked);
    }
}

/// What the controls of a form hold that are named as the fields and the evidence of the claim form in force on a day:
/// `{ fields, files }`.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn read_form(shop: usize, today: &str, form: &HtmlFormElement) -> JsValue {
    let (fields, files) = (Object::new(), Object::new());
    SHOPS.with_borrow(|shops| {
        let shop = shops.get(shop).and_then(Option::as_ref);
        let Some(known) = shop.zip(Date::parse(today)).and_then(|(shop, today)| shop.form_on(today)) else { return };
        let questions = known.entries().any(|entry| matches!(entry, Entry::Questions(_)));
        let facts = known.facts();
        let is_field = |name: &str| {
            known.fields().any(|field| field.id() == name) || (questions && facts.iter().any(|fact| fact.name == name))
        };
        for control in Control::of(form) {
            let name = control.name();
            let kept = match control.held() {
                Held::Value(value) if is_field(&name) => Reflect::set(&fields, &name.into(), &value),
                Held::Files(list) if known.evidence().any(|need| need.id() == name) => {
                    Reflect::set(&files, &name.into(), &list)
                }
                _ => Ok(true),
            };
            // A fresh object of our own takes every entry.
            drop(kept);
        }
    });
    let read = Object::new();
    for (key, value) in [("fields", &fields), ("files", &files)] {
        drop(Reflect::set(&read, &key.into(), value));
    }
    read.into()
}

/// Says what is wrong with the controls of a form, by name; an empty sentence says that nothing is. Others are left alone.
#[wasm_bindgen(skip_typescript)]
pub fn mark_form(form: &HtmlFormElement, sentences: &JsValue) {
    for control in Control::of(form) {
        let sentence = Reflect::get(sentences, &control.name().into()).ok().and_then(|said| said.as_string());
        if let Some(sentence) = sentence {
            control.mark(&sentence);
        }
    }
}
