//! The policy document as a table: every key, what its value must look like, and what it is.

use super::names::{
    ADDRESS, AMOUNT, CATEGORY, CONDITION_NAME, CURRENCY, DATE_FACT, DAY, DIGITS, FACT, FORMAT, ID, LANGUAGE,
    MONEY_FACT, NAME, NUMBER_FACT, PERCENT, PERIOD, REMEDY, SCALAR, TEXTS, TRUE, ZONE, fact_name, name, remedy_name,
};
use super::settles::SETTLES;
use super::vocabulary::{CARRIERS, CERTAINTIES, FACT_TYPES, REASONS, ROLLS, ROUNDINGS, SETTLERS, SIDES};
use super::{meaning, test};
use crate::domain::shape::{Key, Object, Shape, optional, required};
use crate::domain::{Json, Weekday};

/// The smallest engine quotes nothing, and reads no prices.
#[cfg(not(feature = "quote"))]
const BOOK: Shape = Shape::Any;
#[cfg(feature = "quote")]
const BOOK: Shape = Shape::Object(&super::repair::TABLE);

/// Only an engine that takes claims reads their form.
#[cfg(not(feature = "claim"))]
const CLAIM: Shape = Shape::Any;
#[cfg(feature = "claim")]
const CLAIM: Shape = Shape::Object(&super::claim::TABLE);
/// From symptoms to what is wrong, and the pictures of its questions: only where claims are taken.
#[cfg(not(feature = "claim"))]
const TRIAGE: Shape = Shape::Any;
#[cfg(feature = "claim")]
const TRIAGE: Shape = Shape::Object(&super::triage::TABLE);
#[cfg(not(feature = "claim"))]
const ICON: Shape = Shape::Any;
#[cfg(feature = "claim")]
const ICON: Shape = Shape::OneOf(&super::vocabulary::ICONS);

const DAYS: Shape = Shape::List(&Shape::Own(&DAY), 0);

/// What a document is held against: a pack says whose law it tells, a policy who sells.
pub(super) fn of(document: &Json) -> &'static Object {
    if super::pack::is_pack(document) { &PACK } else { &DOCUMENT }
}

/// The policy of a shop, as one JSON object.
pub(super) static DOCUMENT: Object = Object::new(
    "Document",
    "The policy of a shop, as one JSON object.",
    &[
        optional("$schema", Shape::Text, "The address of the schema, for editors."),
        required("makegood", Shape::Own(&FORMAT), "The format: 1."),
        required("id", Shape::Own(&NAME), "The name of the policy, the same in all of its versions."),
        required("version", Shape::Text, "What the shop calls this version, often its date."),
        optional(
            "from",
            Shape::Own(&DAY),
            "The first day of purchase for which this version is in force; without it, from the beginning.",
        ),
        required("shop", Shape::Object(&SHOP), "Who sells."),
        optional("law", Shape::List(&Shape::Own(&NAME), 1), "The law packs of where the shop sells: `cn`, `us-ca`."),
        optional("calendar", Shape::Object(&CALENDAR), "Which days are worked."),
        optional(
            "categories",
            Shape::Named(name, &Shape::Object(&CATEGORY_DECLARATION)),
            "Kinds of goods, each with its parent.",
        ),
        optional(
            "remedies",
            Shape::Named(remedy_name, &Shape::Object(&REMEDY_DECLARATION)),
            "Remedies of the shop's own.",
        ),
        optional(
            "facts",
            Shape::Named(fact_name, &Shape::Either("type", "enum", &FACT_DECLARATION)),
            "Facts of the shop's own.",
        ),
        optional("conditions", Shape::Named(name, &CONDITION), "Conditions with a name, to use in several places."),
        required(
            "rules",
            Shape::List(&Shape::Object(&RULE), 1),
            "What the shop grants. Rules only ever add rights; their order carries no meaning.",
        ),
        optional("repair", BOOK, "What repairs cost: the price book."),
        optional("claim", CLAIM, "What a shopper fills in to claim something."),
        optional("triage", TRIAGE, "From symptoms to what is wrong: what to try, and what it comes to."),
    ],
)
.and(meaning::document);

/// What the law of a country or a region grants, as one JSON object.
pub(super) static PACK: Object = Object::new(
    "Pack",
    "What the law of a country or a region grants, in the language of policies.",
    &[
        optional("$schema", Shape::Text, "The address of the schema, for editors."),
        required("makegood", Shape::Own(&FORMAT), "The format: 1."),
        required("id", Shape::Own(&NAME), "The name of the pack."),
        required("version", Shape::Text, "The day of the law that it tells."),
        required("jurisdiction", Shape::Object(&JURISDICTION), "Whose law it is."),
        optional("calendar", Shape::Object(&CALENDAR), "Which days are worked."),
        optional(
            "remedies",
            Shape::Named(remedy_name, &Shape::Object(&REMEDY_DECLARATION)),
            "Remedies that only this law has.",
        ),
        optional(
            "facts",
            Shape::Named(fact_name, &Shape::Either("type", "enum", &FACT_DECLARATION)),
            "Facts that only this law asks for.",
        ),
        optional("conditions", Shape::Named(name, &CONDITION), "Conditions with a name."),
        required("rules", Shape::List(&Shape::Object(&RULE), 1), "What the law grants."),
    ],
)
.and(meaning::document);

static JURISDICTION: Object = Object::new(
    "Jurisdiction",
    "Whose law a pack tells.",
    &[
        required("name", Shape::Own(&TEXTS), "Its name."),
        optional("within", Shape::Own(&NAME), "The pack whose rules apply as well."),
        optional("countries", Shape::List(&Shape::Text, 1), "Where it holds, as codes of ISO 3166-1: `DE`."),
        optional("region", Shape::Text, "The second half of its code in ISO 3166-2: `CA` of `US-CA`."),
        required("timeZone", Shape::Own(&ZONE), "Name of the IANA time zone of its days."),
        required("currency", Shape::Own(&CURRENCY), "ISO 4217 code of its currency."),
        required("languages", Shape::List(&Shape::Own(&LANGUAGE), 1), "Languages in which every text should be there."),
        required("notice", Shape::Own(&TEXTS), "What it is, and that it is no legal advice."),
    ],
);

static SHOP: Object = Object::new(
    "Shop",
    "Who sells, where, and in which money.",
    &[
        required("name", Shape::Own(&TEXTS), "The shop's name."),
        required(
            "timeZone",
            Shape::Own(&ZONE),
            "Name of the IANA time zone in which the shop's days begin: `Asia/Shanghai`.",
        ),
        required("currency", Shape::Own(&CURRENCY), "ISO 4217 code of the only currency of this policy."),
        required(
            "languages",
            Shape::List(&Shape::Own(&LANGUAGE), 1),
            "Languages in which every text should be there, the most important first.",
        ),
        optional("rounding", Shape::OneOf(&ROUNDINGS), "What happens to half a coin; `half-even` if not said."),
        optional("page", Shape::Own(&ADDRESS), "Where the written policy can be read."),
    ],
);

static CALENDAR: Object = Object::new(
    "Calendar",
    "Which days are worked.",
    &[
        optional("restDays", Shape::List(&Shape::OneOf(&Weekday::NAMES), 0), "Days of the week without work."),
        optional("holidays", DAYS, "Single days without work."),
        optional("workdays", DAYS, "Single days that are worked although they are rest days or holidays."),
        optional(
            "covers",
            Shape::Object(&SPAN),
            "The days for which all holidays are known; a last day that depends on others is only known as far. All days if not said.",
        ),
    ],
)
.and(meaning::calendar);

static CATEGORY_DECLARATION: Object = Object::new(
    "Category",
    "A kind of goods.",
    &[optional("parent", Shape::Own(&CATEGORY), "The wider category that this one belongs to.")],
);

static REMEDY_DECLARATION: Object = Object::new(
    "Remedy",
    "A remedy of the shop's own.",
    &[required("title", Shape::Own(&TEXTS), "What shoppers read.")],
);

/// The keys that facts of all types have, and those of one type only.
macro_rules! fact_declaration {
    ($name:literal, $about:literal, $($own:expr),*) => {
        Object::new($name, $about, &[
            required("type", Shape::OneOf(&FACT_TYPES), "What kind of value it has."),
            optional("ask", Shape::Own(&TEXTS), "The question to the shopper; without it, only the shop can say."),
            optional("help", Shape::Own(&TEXTS), "A line that helps to answer."),
            optional("settledBy", Shape::OneOf(&SETTLERS), "Who can say it; the `shopper` if there is a question, else the `shop`."),
            optional("unlessTold", Shape::Own(&SCALAR), "The value that it has while nobody says otherwise."),
            optional("icon", ICON, "The picture that stands for it."),
            $($own,)*
        ])
        .and(meaning::fact)
    };
}

static FACT_DECLARATION: [Object; 2] = [
    fact_declaration!(
        "EnumFact",
        "A fact of the shop's own that has one of several values.",
        required("values", Shape::Named(name, &Shape::Own(&TEXTS)), "The values, each with its label."),
        optional("icons", Shape::Named(name, &ICON), "The pictures that stand for values.")
    ),
    fact_declaration!("Fact", "A fact of the shop's own.",),
];

static RULE: Object = Object::new(
    "Rule",
    "One grant of the shop: for which reasons, under which conditions, until when, and what.",
    &[
        required("id", Shape::Own(&ID), "The name of the rule."),
        required("clause", Shape::Text, "The number of the clause in the written policy."),
        required("title", Shape::Own(&TEXTS), "What shoppers call it."),
        optional("text", Shape::Own(&TEXTS), "The clause itself, word for word."),
        optional(
            "cites",
            Shape::List(&Shape::Object(&CITATION), 1),
            "Where the rule comes from, and how sure that is.",
        ),
        optional("inForce", Shape::Object(&SPAN), "For which days of purchase the rule holds; for all if not said."),
        optional("goodwill", Shape::Flag, "Granted out of kindness, beyond the promise."),
        optional(
            "reasons",
            Shape::List(&Shape::OneOf(&REASONS), 1),
            "The reasons for which it is there; any reason if not said.",
        ),
        optional("if", Shape::Forms(&CONDITIONS), "What must hold."),
        optional("unless", Shape::List(&Shape::Object(&EXCEPTION), 0), "What must not hold, each with its reason."),
        optional("window", Shape::Object(&WINDOW), "Until when; without it there is no time limit."),
        optional("shows", Shape::Object(&WINDOW), "Until when a fault must have shown."),
        optional(
            "proof",
            Shape::Or(&Shape::OneOf(&SIDES), &Shape::Object(&WINDOW)),
            "Who must prove a fault, or until when it must have shown for the shop to prove that there was none; after that the shopper proves it.",
        ),
        required("grants", Shape::List(&Shape::Object(&GRANT), 1), "What the shopper may have."),
    ],
)
.and(meaning::rule);

static EXCEPTION: Object = Object::new(
    "Exception",
    "What takes a case out of a rule.",
    &[
        required("id", Shape::Own(&ID), "The name of the exception."),
        required("if", Shape::Forms(&CONDITIONS), "When it applies."),
        optional("because", Shape::Own(&TEXTS), "Why, in a sentence for shoppers."),
    ],
);

static CITATION: Object = Object::new(
    "Citation",
    "Where a rule comes from.",
    &[
        required("article", Shape::Text, "The law and its article, as lawyers cite it."),
        required(
            "sure",
            Shape::OneOf(&CERTAINTIES),
            "Whether the `text` of the article was read, an `excerpt` of it, or neither: `unverified`.",
        ),
        optional("source", Shape::Own(&ADDRESS), "Where it can be read."),
    ],
);

static SPAN: Object = Object::new(
    "Span",
    "Days from one to another, both included.",
    &[optional("from", Shape::Own(&DAY), "The first day."), optional("until", Shape::Own(&DAY), "The last day.")],
)
.and(meaning::span);

static WINDOW: Object = Object::new(
    "Window",
    "From an event until so much later.",
    &[
        required(
            "from",
            Shape::Or(&Shape::Own(&DATE_FACT), &EVENTS),
            "The fact, a date, that starts the clock; of several, the latest that applies.",
        ),
        required(
            "length",
            Shape::Own(&PERIOD),
            "How long: `7 days`, `15 working days`, `2 weeks`, `12 months`, `1 year`.",
        ),
        optional("countsEventDay", Shape::Flag, "Whether the event's own day is the first day; `false` if not said."),
        optional("extends", Shape::List(&Shape::Forms(&EXTENSIONS), 1), "What makes it longer, one after the other."),
        optional(
            "rolls",
            Shape::OneOf(&ROLLS),
            "Whether a last day on a rest day moves to the `next-working-day`; `no` if not said.",
        ),
    ],
);

static EVENTS: Shape = Shape::List(&Shape::Or(&Shape::Own(&DATE_FACT), &Shape::Object(&EVENT)), 1);

static EVENT: Object = Object::new(
    "Event",
    "An event that starts the clock under a condition.",
    &[
        required("event", Shape::Own(&DATE_FACT), "The fact, a date."),
        optional("if", Shape::Forms(&CONDITIONS), "When it counts; always if not said."),
    ],
);

static EXTENSIONS: [(&str, Object); 2] = [
    (
        "length",
        Object::new(
            "LongerBy",
            "Longer by a fixed time.",
            &[
                required("length", Shape::Own(&PERIOD), "How much longer."),
                optional(
                    "afterRolling",
                    Shape::Flag,
                    "Whether the time so far moves off a rest day before this is added; `false` if not said.",
                ),
                optional("if", Shape::Forms(&CONDITIONS), "When; always if not said."),
            ],
        ),
    ),
    (
        "days",
        Object::new(
            "LongerByDays",
            "Longer by days that are counted elsewhere, such as those in repair.",
            &[
                required("days", Shape::Own(&NUMBER_FACT), "The fact, a number of whole days."),
                optional("if", Shape::Forms(&CONDITIONS), "When; always if not said."),
            ],
        ),
    ),
];

static DEADLINE: Object = Object::new(
    "Deadline",
    "Until when something must be done.",
    &[
        required(
            "from",
            Shape::Or(&Shape::Own(&DATE_FACT), &EVENTS),
            "The fact, a date, that starts the clock; of several, the latest that applies.",
        ),
        required("length", Shape::Own(&PERIOD), "How long."),
        optional("countsEventDay", Shape::Flag, "Whether the event's own day is the first day; `false` if not said."),
        optional(
            "rolls",
            Shape::OneOf(&ROLLS),
            "Whether a last day on a rest day moves to the `next-working-day`; `no` if not said.",
        ),
    ],
);

static GRANT: Object = Object::new(
    "Grant",
    "One remedy and its terms.",
    &[
        required("remedy", Shape::Own(&REMEDY), "Which remedy."),
    required(
        "carriage",
        Shape::Or(&Shape::OneOf(&CARRIERS), &Shape::Object(&CARRIAGE)),
        "Who pays for sending the goods: `shop`, `shopper`, `none` when nothing is sent, `open` when nothing says so.",
    ),
    optional("chooses", Shape::OneOf(&SIDES), "Who chooses among the remedies of the rule."),
        optional("sendBy", Shape::Object(&DEADLINE), "Until when the goods must be sent."),
        optional("refundBy", Shape::Object(&DEADLINE), "Until when the money must be back."),
        optional("fees", Shape::List(&Shape::Object(&FEE), 0), "What the shopper pays for it."),
        optional("settles", Shape::Object(&SETTLES), "What happens to gifts, promotions, bundles, carriage and vouchers."),
    ],
)
.and(meaning::grant);

static CARRIAGE: Object = Object::new(
    "Carriage",
    "Who pays for sending the goods, depending on a condition.",
    &[
        required("if", Shape::Forms(&CONDITIONS), "The condition."),
        required("then", Shape::OneOf(&CARRIERS), "Who pays if it holds."),
        required("else", Shape::OneOf(&CARRIERS), "Who pays if it does not."),
    ],
);

static FEE: Object = Object::new(
    "Fee",
    "Something that the shopper pays; exactly one of `percent`, `amount`, `fact`, `quoted` and `judged`.",
    &[
        required("id", Shape::Own(&ID), "The name of the fee."),
        optional("title", Shape::Own(&TEXTS), "What shoppers call it."),
        optional("if", Shape::Forms(&CONDITIONS), "When it is due; always if not said."),
        optional("percent", Shape::Own(&PERCENT), "Percent of the price of a unit, rounded once."),
        optional("amount", Shape::Own(&AMOUNT), "An amount for each unit."),
        optional("quoted", Shape::Own(&TRUE), "Told beforehand in a quote."),
        optional("fact", Shape::Own(&MONEY_FACT), "As much as a fact says, for each unit."),
        optional("judged", Shape::Own(&TRUE), "For a court, an authority or an expert to judge."),
        optional(
            "settled",
            Shape::Flag,
            "Left out of a settlement, which takes it from the order itself: a gift, an extra for delivery.",
        ),
    ],
)
.and(meaning::fee);

/// What must hold, made of tests on facts.
static CONDITION: Shape = Shape::Forms(&CONDITIONS);

pub(super) static CONDITIONS: [(&str, Object); 5] = [
    ("all", Object::new("All", "All of these.", &[required("all", Shape::List(&CONDITION, 1), "The parts.")])),
    ("any", Object::new("Any", "At least one of these.", &[required("any", Shape::List(&CONDITION, 1), "The parts.")])),
    ("not", Object::new("Not", "The opposite.", &[required("not", Shape::Forms(&CONDITIONS), "What must not hold.")])),
    (
        "condition",
        Object::new(
            "Condition",
            "A condition by its name.",
            &[required("condition", Shape::Own(&CONDITION_NAME), "Its name under `/conditions`.")],
        ),
    ),
    (
        "fact",
        Object::new("Test", "What a fact must be: one of `is`, `in`, `under` and `has`, or a range.", &TEST)
            .and(test::check),
    ),
];

pub(super) static TEST: [Key; 11] = [
    required("fact", Shape::Own(&FACT), "The name of the fact."),
    optional("is", Shape::Own(&SCALAR), "Exactly this."),
    optional("in", Shape::List(&Shape::Text, 1), "One of these."),
    optional("under", Shape::Text, "This category or one below it."),
    optional("has", Shape::Text, "This tag among others."),
    optional("from", Shape::Text, "This day or later."),
    optional(
        "until",
        Shape::Or(&Shape::Text, &Shape::Object(&WINDOW)),
        "This day or earlier; or no later than the last day of a window.",
    ),
    optional("atLeast", Shape::Own(&DIGITS), "This much or more."),
    optional("atMost", Shape::Own(&DIGITS), "This much or less."),
    optional("moreThan", Shape::Own(&DIGITS), "More than this."),
    optional("lessThan", Shape::Own(&DIGITS), "Less than this."),
];
