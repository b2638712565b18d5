//! The claim form as a table: every key, what its value must look like, and what it is.

use super::names::{FIELD, FIELD_NAME, PATTERN, REPAIR_FAULT, TYPE_CODE, model};
use super::{check, evidence, standard};
use crate::domain::shape::{Object, Own, Shape, optional, required};
use crate::policy::names::{CONDITION_NAME, ID, SCALAR, TEXTS, name};
use crate::policy::repair::stated_fact;
use crate::policy::vocabulary::ICONS;
use crate::policy::{grammar, test};

const fn own(own: &'static Own) -> Shape {
    Shape::Own(own)
}

/// Whether something is so: always, never, or under a condition.
const WHEN: Shape = Shape::Or(&Shape::Flag, &Shape::Forms(&CONDITIONS));

pub(in crate::policy) static CLAIM: Object = Object::new(
    "Claim",
    "What a shopper fills in to claim something.",
    &[
        optional(
            "fields",
            Shape::List(&Shape::Object(&FIELD_DECLARATION), 1),
            "What is asked, in this order; a form that suits most shops if not said.",
        ),
        optional(
            "evidence",
            Shape::List(&Shape::Object(&EVIDENCE), 0),
            "Which photos and papers are wanted; those of that form if not said.",
        ),
        optional(
            "faults",
            Shape::Named(name, &Shape::Object(&FAULT)),
            "What can be wrong, in up to three levels; the faults of the price book if not said.",
        ),
        optional(
            "serials",
            Shape::List(&Shape::Object(&SERIAL), 1),
            "What serial numbers look like, by brand or by what else is known.",
        ),
        optional(
            "imeis",
            Shape::Named(model, &Shape::List(&own(&TYPE_CODE), 1)),
            "The type codes of each model: the first eight digits of its IMEIs.",
        ),
        optional(
            "keepsDraft",
            Shape::Flag,
            "Whether a draft may be kept on the shopper's device, if the shopper agrees.",
        ),
    ],
)
.and(check::claim);

static FIELD_DECLARATION: Object = Object::new(
    "Field",
    "Something that is asked: a field that every form can have, a fact, `questions` for whatever the rules still need to know, or a field of the shop's own.",
    &[
        required("field", own(&FIELD_NAME), "Its name."),
        optional("type", Shape::OneOf(&standard::OWN_TYPES), "What kind of value it has; only of a field of the shop's own, which has one."),
        optional("label", own(&TEXTS), "What shoppers read; a field of the shop's own has one."),
        optional("help", own(&TEXTS), "A line that helps to fill it in."),
        optional("example", Shape::Text, "What it could be."),
        optional("values", Shape::Named(name, &own(&TEXTS)), "What can be chosen, each with its label."),
        optional("if", Shape::Forms(&CONDITIONS), "When it is asked, by what stands before it; always if not said."),
        optional("required", WHEN, "Whether the claim is incomplete without it; `false` if not said."),
        optional("pattern", own(&PATTERN), "The regular expression that all of it must match."),
        optional("means", own(&TEXTS), "What the pattern means, for shoppers."),
    ],
)
.and(check::field);

static EVIDENCE: Object = Object::new(
    "Evidence",
    "Photos or papers that are wanted: `photos`, `proof` of purchase, or something of the shop's own.",
    &[
        required("id", own(&ID), "Its name."),
        optional("title", own(&TEXTS), "What shoppers call it; what is the shop's own has one."),
        optional("help", own(&TEXTS), "What it must show."),
        optional("if", Shape::Forms(&CONDITIONS), "When it is wanted; always if not said."),
        optional("required", WHEN, "Whether the claim is incomplete without it; `false` if not said."),
        optional(
            "kinds",
            Shape::List(&Shape::OneOf(&evidence::KINDS), 1),
            "What is taken; images and PDF if not said.",
        ),
        optional("least", Shape::Whole(1), "How many there must be where it is required; 1 if not said."),
        optional("most", Shape::Whole(1), "How many there can be; 5 if not said."),
        optional("maxBytes", Shape::Whole(1), "How large a file can be; 10,000,000 if not said."),
    ],
)
.and(check::evidence);

static FAULT: Object = Object::new(
    "ClaimFault",
    "Something that can be wrong, or a kind of it.",
    &[
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("help", own(&TEXTS), "A line that helps to recognise it."),
        optional("icon", Shape::OneOf(&ICONS), "The picture that stands for it."),
        optional("faults", Shape::Named(name, &Shape::Object(&FAULT)), "The faults of this kind."),
        optional("repair", own(&REPAIR_FAULT), "The fault of the price book that it is."),
        optional(
            "facts",
            Shape::Named(stated_fact, &own(&SCALAR)),
            "What it says of the goods while nothing else does: `cause`.",
        ),
    ],
);

static SERIAL: Object = Object::new(
    "Serial",
    "What serial numbers look like.",
    &[
        optional("if", Shape::Forms(&CONDITIONS), "When; always if not said. The first that holds counts."),
        required("pattern", own(&PATTERN), "The regular expression that all of it must match."),
        required("means", own(&TEXTS), "What the pattern means, for shoppers."),
    ],
);

static CONDITION: Shape = Shape::Forms(&CONDITIONS);

/// As in rules, and with tests on other fields.
pub(in crate::policy) static CONDITIONS: [(&str, Object); 6] = [
    ("all", Object::new("FormAll", "All of these.", &[required("all", Shape::List(&CONDITION, 1), "The parts.")])),
    (
        "any",
        Object::new("FormAny", "At least one of these.", &[required("any", Shape::List(&CONDITION, 1), "The parts.")]),
    ),
    (
        "not",
        Object::new("FormNot", "The opposite.", &[required("not", Shape::Forms(&CONDITIONS), "What must not hold.")]),
    ),
    (
        "condition",
        Object::new(
            "FormCondition",
            "A condition by its name.",
            &[required("condition", own(&CONDITION_NAME), "Its name under `/conditions`.")],
        ),
    ),
    ("fact", Object::new("FormTest", "What a fact must be.", &grammar::TEST).and(test::check)),
    (
        "field",
        Object::new(
            "FieldTest",
            "What another field must be.",
            &[
                required("field", own(&FIELD), "The name of the field."),
                optional("is", own(&SCALAR), "Exactly this."),
                optional("in", Shape::List(&Shape::Text, 1), "One of these."),
                optional("has", Shape::Text, "Of a fault: this one, or one of this kind."),
            ],
        )
        .and(check::test),
    ),
];
