//! What a grant says of the rest of the order when goods go back: gifts, promotions, bundles, carriage, vouchers.

use super::condition::{Condition, Known};
use super::grammar::CONDITIONS;
use super::rule::Grant;
use crate::domain::shape::{Object, Shape, optional, required};
use crate::domain::{Finding, Json};

/// Something of an order that goods going back can touch beyond their own price.
///
/// Each has a word that is harder on the shopper and one that is kinder; [`Matter::words`] has both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A gift whose goods went back, and which stays with the shopper.
    Gifts,
    /// A promotion whose threshold is no longer met.
    Promotion,
    /// A bundle that is no longer whole.
    Bundle,
    /// The carriage that the order paid, when the whole order goes back.
    Outbound,
    /// The carriage that the order paid, when a part of the order goes back.
    OutboundPart,
    /// Free carriage whose threshold is no longer met.
    FreeCarriage,
    /// What was paid by coupon or voucher.
    Voucher,
    /// In which order the means of payment are filled.
    Means,
}

impl Matter {
    /// All of them.
    #[cfg(feature = "explain")]
    pub const ALL: [Self; 8] = [
        Self::Gifts,
        Self::Promotion,
        Self::Bundle,
        Self::Outbound,
        Self::OutboundPart,
        Self::FreeCarriage,
        Self::Voucher,
        Self::Means,
    ];

    /// Its key, the word that is harder on the shopper, and the one that is kinder.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Gifts => ("gifts", "back-or-value", "keep"),
            Self::Promotion => ("promotion", "recalculated", "kept"),
            Self::Bundle => ("bundle", "single-price", "share"),
            Self::Outbound => ("outbound", "kept", "refunded"),
            Self::OutboundPart => ("outboundPart", "kept", "share"),
            Self::FreeCarriage => ("freeCarriage", "taken-back", "kept"),
            Self::Voucher => ("voucher", "as-voucher", "as-money"),
            Self::Means => ("means", "in-order", "in-proportion"),
        }
    }

    /// What holds in a policy that does not say: nothing is taken, the carriage comes back with the last of the goods, and
    /// each coupon and voucher comes back as what it was.
    const fn unless_said(self) -> Finding {
        match self {
            Self::OutboundPart | Self::Voucher => Finding::Yes,
            _ => Finding::No,
        }
    }
}

impl<'s> Grant<'s> {
    /// Whether the word that is harder on the shopper holds. Open while that depends on what is not known, and where a law
    /// says nothing.
    #[must_use]
    pub fn harder(self, matter: Matter, known: &dyn Known) -> Finding {
        let (_, harder, kinder) = matter.words();
        let Some(written) = self.settles(matter) else {
            return if self.is_law() { Finding::Maybe } else { matter.unless_said() };
        };
        let word = match self.settles_condition(matter).map(|condition| condition.finding(known)) {
            None => written.text().unwrap_or_default(),
            Some(Finding::Yes) => written.word("then"),
            Some(Finding::No) => written.word("else"),
            Some(Finding::Maybe) => return Finding::Maybe,
        };
        match word {
            word if word == harder => Finding::Yes,
            word if word == kinder => Finding::No,
            _ => Finding::Maybe,
        }
    }

    /// What it says of a matter.
    #[must_use]
    pub fn settles(self, matter: Matter) -> Option<&'s Json> {
        self.json().get("settles")?.get(matter.words().0)
    }

    /// What it depends on which word holds.
    #[must_use]
    pub fn settles_condition(self, matter: Matter) -> Option<Condition<'s>> {
        Some(self.conditioned(self.settles(matter)?.get("if")?))
    }
}

/// A word, or one of two depending on a condition.
macro_rules! terms {
    ($($words:ident $conditional:ident $name:literal [$($word:literal),+];)+) => {$(
        static $words: [&str; 3] = [$($word,)+ "open"];
        static $conditional: Object = Object::new($name, "One word or another, depending on a condition.", &[
            required("if", Shape::Forms(&CONDITIONS), "The condition."),
            required("then", Shape::OneOf(&$words), "What holds if it does."),
            required("else", Shape::OneOf(&$words), "What holds if it does not."),
        ]);
    )+};
}

terms! {
    GIFTS GIFTS_IF "GiftsTerm" ["back-or-value", "keep"];
    PROMOTION PROMOTION_IF "PromotionTerm" ["recalculated", "kept"];
    BUNDLE BUNDLE_IF "BundleTerm" ["single-price", "share"];
    OUTBOUND OUTBOUND_IF "OutboundTerm" ["kept", "refunded"];
    OUTBOUND_PART OUTBOUND_PART_IF "OutboundPartTerm" ["kept", "share"];
    FREE_CARRIAGE FREE_CARRIAGE_IF "FreeCarriageTerm" ["taken-back", "kept"];
    VOUCHER VOUCHER_IF "VoucherTerm" ["as-voucher", "as-money"];
    MEANS MEANS_IF "MeansTerm" ["in-order", "in-proportion"];
}

macro_rules! term {
    ($words:ident $conditional:ident) => {
        Shape::Or(&Shape::OneOf(&$words), &Shape::Object(&$conditional))
    };
}

pub(super) static SETTLES: Object = Object::new(
    "Settles",
    "What happens to the rest of the order when goods go back for money; `open` when nothing says so.",
    &[
        optional(
            "gifts",
            term!(GIFTS GIFTS_IF),
            "A gift whose goods went back: it goes `back-or-value` is taken, or the shopper may `keep` it. `keep` if not said.",
        ),
        optional(
            "promotion",
            term!(PROMOTION PROMOTION_IF),
            "A promotion whose threshold what is kept no longer meets: what is kept is `recalculated` without it, or it is `kept`. `kept` if not said.",
        ),
        optional(
            "bundle",
            term!(BUNDLE BUNDLE_IF),
            "A bundle of which a part is kept: at its `single-price`, or at its `share` of the bundle's price. `share` if not said.",
        ),
        optional(
            "outbound",
            term!(OUTBOUND OUTBOUND_IF),
            "The carriage that the order paid, once all goods have gone back: `refunded` or `kept`. `refunded` if not said.",
        ),
        optional(
            "outboundPart",
            term!(OUTBOUND_PART OUTBOUND_PART_IF),
            "The same while some goods are kept: the `share` of what goes back is refunded, or it is `kept` until all have gone back. `kept` if not said.",
        ),
        optional(
            "freeCarriage",
            term!(FREE_CARRIAGE FREE_CARRIAGE_IF),
            "Free carriage whose threshold what is kept no longer meets: `taken-back` or `kept`. `kept` if not said.",
        ),
        optional(
            "voucher",
            term!(VOUCHER VOUCHER_IF),
            "What was paid by coupon or voucher comes back `as-voucher` or `as-money`. `as-voucher` if not said.",
        ),
        optional(
            "means",
            term!(MEANS MEANS_IF),
            "Of several means of payment, each gets back its part `in-proportion` to what it paid, or they are filled `in-order`. `in-proportion` if not said.",
        ),
    ],
);
