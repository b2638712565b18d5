//! The triage as a table: every key, what its value must look like, and what it is.

use super::check;
use super::names::{BOOL_FACT, FAULT};
use crate::domain::shape::{Object, Own, Shape, optional, required};
use crate::policy::grammar::CONDITIONS;
use crate::policy::names::{ID, SCALAR, TEXTS};
use crate::policy::repair::{MODEL, stated_fact};
use crate::policy::vocabulary::{ICONS, NATURES};

const fn own(own: &'static Own) -> Shape {
    Shape::Own(own)
}

const MODELS: Shape = Shape::List(&own(&MODEL), 1);

pub(in crate::policy) static TRIAGE: Object = Object::new(
    "Triage",
    "From symptoms to what is wrong. What is asked are facts; what is tried is told by a fact as well.",
    &[
        optional("tries", Shape::List(&Shape::Object(&TRY), 0), "What to try before anything is sent in."),
        required(
            "outcomes",
            Shape::List(&Shape::Object(&OUTCOME), 1),
            "What it can come to. The first that holds is it, so that a last one can hold for all that is left.",
        ),
    ],
)
.and(check::triage);

static TRY: Object = Object::new(
    "Try",
    "Something that shoppers can do themselves.",
    &[
        required("id", own(&ID), "Its name."),
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("help", own(&TEXTS), "A line that says why, or what to mind."),
        required("steps", Shape::List(&own(&TEXTS), 1), "What to do, step by step."),
        optional("icon", Shape::OneOf(&ICONS), "The picture that stands for it."),
        optional("models", MODELS, "The models for which it makes sense; all if not said."),
        optional(
            "if",
            Shape::Forms(&CONDITIONS),
            "When it makes sense; always if not said. Where it makes none, it has not helped.",
        ),
        required("fact", own(&BOOL_FACT), "The fact, yes or no, that says whether it helped."),
    ],
);

static OUTCOME: Object = Object::new(
    "Outcome",
    "Something that it can come to.",
    &[
        required("id", own(&ID), "Its name."),
        required("title", own(&TEXTS), "What is wrong, in plain words; or, if `solved`, that it is mended."),
        optional("problem", own(&TEXTS), "The problem as the shopper would tell it, to repeat it back."),
        optional("help", own(&TEXTS), "What it means, and what comes next."),
        optional("icon", Shape::OneOf(&ICONS), "The picture that stands for it."),
        optional("nature", Shape::OneOf(&NATURES), "What it is at bottom; not known if not said."),
        optional("models", MODELS, "The models that can have it; all that its fault fits if not said."),
        required("if", Shape::Forms(&CONDITIONS), "When it is so."),
        optional("fault", own(&FAULT), "The fault, of the price book or of the claim form."),
        optional(
            "facts",
            Shape::Named(stated_fact, &own(&SCALAR)),
            "What it says of the device while the request says nothing else: `cause`.",
        ),
        optional("solved", Shape::Flag, "Whether something that was tried has helped, so that nothing is left to do."),
        optional("refer", own(&TEXTS), "Too difficult for here: who helps."),
    ],
)
.and(check::outcome);
