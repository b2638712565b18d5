//! Receipts: an answer with everything that anyone needs to work it out again.

use serde::Serialize;

use crate::VERSION;
use crate::domain::shape::{Object, Shape, Walk, required};
use crate::domain::{Code, Floor, Json, Log, Pointer, Problem, Problems};
use crate::policy::Shop;

/// What a receipt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What may go back.
    Decision,
    /// What a repair would cost.
    Quote,
    /// What a shopper claims.
    #[cfg(feature = "claim")]
    Claim,
    /// What comes back for goods of an order.
    #[cfg(feature = "full")]
    Settlement,
}

impl Asked {
    const ALL: &[Self] = &[
        Self::Decision,
        Self::Quote,
        #[cfg(feature = "claim")]
        Self::Claim,
        #[cfg(feature = "full")]
        Self::Settlement,
    ];

    /// The word for it in a receipt.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Quote => "quote",
            #[cfg(feature = "claim")]
            Self::Claim => "claim",
            #[cfg(feature = "full")]
            Self::Settlement => "settlement",
        }
    }

    /// What a receipt says that it is for.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|asked| asked.name() == name)
    }
}

/// What an engine can answer.
#[cfg(not(feature = "claim"))]
const ASKED: &[&str] = &["decision", "quote"];
#[cfg(all(feature = "claim", not(feature = "full")))]
const ASKED: &[&str] = &["decision", "quote", "claim"];
#[cfg(feature = "full")]
const ASKED: &[&str] = &["decision", "quote", "claim", "settlement"];

static RECEIPT: Object = Object::new(
    "Receipt",
    "An answer with everything that it follows from.",
    &[
        required("makegood", Shape::Any, "The format: 1."),
        required("engine", Shape::Text, "The version of the engine that answered."),
        required("shop", Shape::Text, "The name of the policy."),
        required("asked", Shape::OneOf(ASKED), "What was asked."),
        required("request", Shape::Any, "The request, word for word."),
        required("answer", Shape::Any, "The answer, with the version and the hash of the policy and of the law."),
        required("hash", Shape::Text, "SHA-256 of the rest."),
    ],
);

/// Whether a receipt holds, and what differs if it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether the same request gives the same answer today, and nothing was changed.
    pub holds: bool,
    /// What differs, most of all first.
    pub differences: Vec<Difference>,
}

/// Something in which a receipt differs from what it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What is wrong.
    pub kind: Kind,
    /// Where in the receipt.
    pub pointer: String,
    /// What the receipt says; none if it says nothing.
    pub told: Option<Json>,
    /// What it should say; none if it should say nothing.
    pub found: Option<Json>,
    /// What is wrong with the request, if that is it.
    pub problems: Vec<Problem>,
}

/// What is wrong with a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It was changed after it was made.
    Changed,
    /// It was made under the policy of another shop.
    OtherShop,
    /// It was made by another version of the engine.
    OtherEngine,
    /// It rests on a version of the policy, or of the law, that is not published here.
    OtherPolicy,
    /// The request cannot be read.
    Request,
    /// The request gives another answer.
    OtherAnswer,
}

/// The most differences that are told.
const MOST: usize = 100;

/// The receipt of an answer.
#[must_use]
pub fn receipt(shop: &Shop, asked: Asked, request: Json, answer: Json) -> Json {
    let entries = [
        ("makegood", Json::Whole(1)),
        ("engine", Json::said(VERSION)),
        ("shop", Json::said(shop.id())),
        ("asked", Json::said(asked.name())),
        ("request", request),
        ("answer", answer),
    ];
    let mut entries: Vec<(String, Json)> = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let hash = hash(&entries);
    entries.push(("hash".to_owned(), Json::Text(hash)));
    Json::Object(entries)
}

fn hash(entries: &[(String, Json)]) -> String {
    let rest = entries.iter().filter(|(key, _)| key != "hash").cloned().collect();
    Json::Object(rest).hash()
}

/// Holds a receipt against what its request comes to: `answer` works it out again.
///
/// # Errors
/// What keeps the receipt from being read.
pub fn verify(
    shop: &Shop,
    receipt: &Json,
    answer: impl FnOnce(Asked, &Json) -> Result<Json, Problems>,
) -> Result<Verdict, Problems> {
    let mut log = Log::new(Floor::Facts);
    let root = Pointer::root();
    Walk { root: receipt, log: &mut log }.value(receipt, &Shape::Object(&RECEIPT), &root);
    if receipt.get("makegood").is_some_and(|format| *format != Json::Whole(1)) {
        log.add(Code::FactsUnknownFormat, &root.key("makegood"), &[]);
    }
    let (Some(asked), false) = (Asked::named(receipt.word("asked")), log.is_bad()) else { return Err(log.problems) };
    let mut differences = Differences(Vec::new());
    differences.word(Kind::Changed, receipt, "hash", &hash(receipt.entries()));
    differences.word(Kind::OtherShop, receipt, "shop", shop.id());
    differences.word(Kind::OtherEngine, receipt, "engine", VERSION);
    match answer(asked, receipt.get("request").unwrap_or(&Json::Null)) {
        Ok(answer) => differences.between(receipt.get("answer"), Some(&answer), &root.key("answer")),
        Err(problems) => differences.add(Difference {
            kind: Kind::Request,
            pointer: root.key("request").as_str().to_owned(),
            told: None,
            found: None,
            problems: problems.into_vec(),
        }),
    }
    Ok(Verdict { holds: differences.0.is_empty(), differences: differences.0 })
}

/// What differs so far, by kind.
struct Differences(Vec<Difference>);

impl Differences {
    fn add(&mut self, difference: Difference) {
        if self.0.len() < MOST {
            let at = self.0.partition_point(|known| known.kind <= difference.kind);
            self.0.insert(at, difference);
        }
    }

    fn word(&mut self, kind: Kind, receipt: &Json, key: &str, found: &str) {
        if receipt.word(key) != found {
            let pointer = Pointer::root().key(key).as_str().to_owned();
            self.add(Difference {
                kind,
                pointer,
                told: Some(Json::said(receipt.word(key))),
                found: Some(Json::said(found)),
                problems: Vec::new(),
            });
        }
    }

    /// Everything in which two values differ.
    fn between(&mut self, told: Option<&Json>, found: Option<&Json>, at: &Pointer) {
        match (told, found) {
            (Some(Json::Object(told_entries)), Some(Json::Object(found_entries))) => {
                for (key, told) in told_entries {
                    self.between(Some(told), found.and_then(|found| found.get(key)), &at.key(key));
                }
                for (key, found) in
                    found_entries.iter().filter(|(key, _)| told.is_some_and(|told| told.get(key).is_none()))
                {
                    self.between(None, Some(found), &at.key(key));
                }
            }
            (Some(Json::List(told)), Some(Json::List(found))) => {
                for index in 0..told.len().max(found.len()) {
                    self.between(told.get(index), found.get(index), &at.index(index));
                }
            }
            (told, found) if told == found => {}
            (told, found) => {
                let pointer = at.as_str().to_owned();
                let kind = if is_of_policy(&pointer) { Kind::OtherPolicy } else { Kind::OtherAnswer };
                self.add(Difference {
                    kind,
                    pointer,
                    told: told.cloned(),
                    found: found.cloned(),
                    problems: Vec::new(),
                });
            }
        }
    }
}

/// Whether a place in an answer names the policy or the law that it rests on.
fn is_of_policy(pointer: &str) -> bool {
    pointer.rsplit('/').take(2).any(|key| matches!(key, "policy" | "law"))
}
