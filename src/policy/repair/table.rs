//! The price book as a table: every key, what its value must look like, and what it is.

use super::check;
use super::names::{FRACTION, KIND, MODEL, OPERATION, WAY, country, stated_fact};
use crate::domain::shape::{Object, Own, Shape, optional, required};
use crate::policy::grammar::CONDITIONS;
use crate::policy::names::{AMOUNT, ID, PERCENT, PERIOD, SCALAR, TEXTS, name};
use crate::policy::vocabulary::{CHARGES, GRADES, HOLDS, ICONS, PER};

const fn own(own: &'static Own) -> Shape {
    Shape::Own(own)
}

const MODELS: Shape = Shape::List(&own(&MODEL), 1);

pub(in crate::policy) static REPAIR: Object = Object::new(
    "Repair",
    "What repairs cost: the price book.",
    &[
        optional("repairer", Shape::Object(&REPAIRER), "Who repairs, for the printed form."),
        required("models", Shape::Named(name, &Shape::Object(&MODEL_DECLARATION)), "The devices that are repaired."),
        required("faults", Shape::Named(name, &Shape::Object(&FAULT_DECLARATION)), "What can be wrong, in the words of shoppers."),
        optional("kinds", Shape::Named(name, &Shape::Object(&KIND_DECLARATION)), "Kinds of parts, and the labour of putting one in."),
        optional("parts", Shape::List(&Shape::Object(&PART), 0), "The parts, each with its price."),
        optional("operations", Shape::Named(name, &Shape::Object(&OPERATION_DECLARATION)), "Pieces of work."),
        optional("labour", Shape::List(&Shape::Object(&LABOUR), 0), "What the work costs."),
        optional("labourPer", Shape::OneOf(&PER), "Whether labour is paid once per `visit`, the dearest piece of work, or for each `operation`; per `visit` if not said."),
        optional("takes", own(&PERIOD), "How long work takes that says nothing of its own, from when the device and the parts are there."),
        optional("diagnosis", Shape::Object(&DIAGNOSIS), "What finding the cause costs; nothing if not said."),
        optional("ways", Shape::Named(name, &Shape::Object(&WAY_DECLARATION)), "How a device comes to the shop, the usual way first."),
        optional("surcharges", Shape::List(&Shape::Object(&SURCHARGE), 0), "What is added: express, on-site."),
        optional("discounts", Shape::List(&Shape::Object(&DISCOUNT), 0), "What is taken off, one after the other, each from what the ones before it left."),
        optional("tax", Shape::Object(&TAX), "The tax; prices say nothing of it if not said."),
        optional("warranty", own(&PERIOD), "The warranty of parts that say nothing of their own."),
        optional("validFor", own(&PERIOD), "How long a quote holds; `30 days` if not said."),
        optional("overrun", own(&PERCENT), "By how much of a hundred the bill may be above the quote without asking again; 0 if not said."),
        optional("worthUpTo", own(&PERCENT), "Up to how much of a hundred of a replacement a repair is worth it."),
        optional("loan", Shape::Object(&LOAN), "A device to use meanwhile."),
    ],
)
.and(check::repair);

static REPAIRER: Object = Object::new(
    "Repairer",
    "Who repairs.",
    &[
        optional("name", own(&TEXTS), "The name; that of the shop if not said."),
        required("address", own(&TEXTS), "The address."),
        optional("phone", Shape::Text, "The telephone number."),
        optional("email", Shape::Text, "The e-mail address."),
        optional("contact", own(&TEXTS), "Other ways to reach them."),
    ],
);

static MODEL_DECLARATION: Object = Object::new(
    "Model",
    "A device that is repaired.",
    &[
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("icon", Shape::OneOf(&ICONS), "The picture that stands for it."),
        optional("replacement", own(&AMOUNT), "What a new one costs."),
        optional(
            "facts",
            Shape::Named(stated_fact, &own(&SCALAR)),
            "What it says of itself while the request says nothing else.",
        ),
    ],
)
.and(check::said);

static FAULT_DECLARATION: Object = Object::new(
    "Fault",
    "What can be wrong. Without parts and labour it must be looked at first.",
    &[
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("help", own(&TEXTS), "A line that helps to recognise it."),
        optional("icon", Shape::OneOf(&ICONS), "The picture that stands for it."),
        optional("models", MODELS, "The models that can have it; all if not said."),
        optional("parts", Shape::List(&own(&KIND), 1), "The kinds of parts that mend it."),
        optional("labour", Shape::List(&own(&OPERATION), 1), "Work besides that of the parts."),
        optional(
            "facts",
            Shape::Named(stated_fact, &own(&SCALAR)),
            "What it says of the device while the request says nothing else: `cause`.",
        ),
        optional("selfHelp", Shape::List(&own(&TEXTS), 1), "What to try first, step by step."),
    ],
)
.and(check::said);

static KIND_DECLARATION: Object = Object::new(
    "PartKind",
    "A kind of part.",
    &[
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("labour", Shape::List(&own(&OPERATION), 1), "The work of putting one in; none if not said."),
    ],
);

static PART: Object = Object::new(
    "Part",
    "A part and its price.",
    &[
        required("id", own(&ID), "Its name."),
        required("kind", own(&KIND), "What kind of part it is."),
        optional("models", MODELS, "The models that it fits; all if not said."),
        required("grade", Shape::OneOf(&GRADES), "Whose it is, and whether it was used before."),
        optional("title", own(&TEXTS), "What shoppers call it."),
        required("price", own(&AMOUNT), "Its price."),
        optional("holds", Shape::List(&Shape::OneOf(&HOLDS), 1), "What the price holds; the `part` if not said."),
        optional("warranty", own(&PERIOD), "Its warranty."),
        optional("stock", Shape::Whole(0), "How many are there; enough if not said."),
        optional("leadTime", own(&PERIOD), "How long one takes to come when there is none."),
    ],
);

static OPERATION_DECLARATION: Object =
    Object::new("Operation", "A piece of work.", &[required("title", own(&TEXTS), "What shoppers call it.")]);

static LABOUR: Object = Object::new(
    "Labour",
    "What a piece of work costs.",
    &[
        required("operation", own(&OPERATION), "Which work."),
        optional("models", MODELS, "The models for which it costs this; all others if not said."),
        required("price", own(&AMOUNT), "Its price."),
        optional("minutes", Shape::Whole(1), "How many minutes it takes at the bench."),
        optional("takes", own(&PERIOD), "How long it takes from when the device and the parts are there."),
    ],
);

static DIAGNOSIS: Object = Object::new(
    "Diagnosis",
    "What finding the cause costs. It is asked for where a fault must be looked at, or where the cause decides who pays.",
    &[
        required("price", own(&AMOUNT), "Its price."),
        optional("waived", Shape::Flag, "Whether it costs nothing when the quote is accepted."),
        optional("takes", own(&PERIOD), "How long it takes from when the device is there."),
    ],
);

static WAY_DECLARATION: Object = Object::new(
    "Way",
    "How a device comes to the shop and back.",
    &[
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("place", own(&TEXTS), "Where it is handed over."),
        optional("there", Shape::Object(&JOURNEY), "The journey to the shop."),
        optional("back", Shape::Object(&JOURNEY), "The journey back."),
    ],
);

static JOURNEY: Object = Object::new(
    "Journey",
    "A journey of the device.",
    &[
        required("price", own(&AMOUNT), "Its price."),
        optional(
            "freeFrom",
            own(&AMOUNT),
            "Free when parts and labour, with discounts taken off, come to this much; below it never more than what is missing.",
        ),
        optional("takes", own(&PERIOD), "How long it takes."),
    ],
);

static SURCHARGE: Object = Object::new(
    "Surcharge",
    "What is added to parts and labour; exactly one of `percent` and `amount`.",
    &[
        required("id", own(&ID), "Its name."),
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("percent", own(&PERCENT), "Percent of parts and labour, rounded once."),
        optional("amount", own(&AMOUNT), "An amount."),
        optional("ways", Shape::List(&own(&WAY), 1), "Only for these ways; for all if not said."),
        optional("chosen", Shape::Flag, "Whether only shoppers have it who choose it."),
        optional("if", Shape::Forms(&CONDITIONS), "When; always if not said."),
        optional("takes", own(&PERIOD), "How long the work takes instead."),
    ],
)
.and(check::share);

static DISCOUNT: Object = Object::new(
    "Discount",
    "What is taken off; exactly one of `percent` and `amount`.",
    &[
        required("id", own(&ID), "Its name."),
        required("title", own(&TEXTS), "What shoppers call it."),
        optional("percent", own(&PERCENT), "Percent of each of what it is off, each rounded once."),
        optional("amount", own(&AMOUNT), "An amount, borne by each in proportion; never more than there is to pay."),
        optional("off", Shape::List(&Shape::OneOf(&CHARGES), 1), "From what; from `parts` and `labour` if not said."),
        optional("if", Shape::Forms(&CONDITIONS), "When; always if not said."),
        optional("coupon", Shape::Text, "Only with this code. Whoever reads the policy can read it."),
        optional("repairs", Shape::Whole(2), "Only when so many faults are mended at once."),
    ],
)
.and(check::share);

static TAX: Object = Object::new(
    "Tax",
    "The tax.",
    &[
        required("rate", own(&FRACTION), "The rate as a fraction: `0.13` for 13 %."),
        optional("services", own(&FRACTION), "The rate of everything that is no part; the same if not said."),
        required("included", Shape::Flag, "Whether prices hold it; else it is added."),
        optional(
            "countries",
            Shape::Named(country, &Shape::Object(&TAX_IN)),
            "Rates for buyers in other countries, by their codes in ISO 3166-1.",
        ),
    ],
);

static TAX_IN: Object = Object::new(
    "TaxInCountry",
    "The tax of one country.",
    &[
        required("rate", own(&FRACTION), "The rate as a fraction."),
        optional("services", own(&FRACTION), "The rate of everything that is no part; the same if not said."),
    ],
);

static LOAN: Object = Object::new(
    "Loan",
    "A device to use meanwhile.",
    &[optional("title", own(&TEXTS), "What it is."), required("price", own(&AMOUNT), "What it costs.")],
);
