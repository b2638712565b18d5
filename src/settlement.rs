//! What comes back for goods of an order, to the coin: every line, and onto which means of payment.

use serde::Serialize;

use crate::decision::{AmountRange, by_code};
use crate::domain::{Currency, Date, Finding, Money};
use crate::policy::{Granted, PolicyUsed};

/// What a request for a settlement comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settlement<'s> {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The currency of every amount.
    #[serde(serialize_with = "by_code")]
    pub currency: Currency,
    /// The remedy that is settled.
    pub remedy: String,
    /// Whether anything may go back for it.
    pub finding: Finding,
    /// The facts that settle what is open.
    pub needs: Vec<&'s str>,
    /// What an `open` term leaves open: keys of `settles`.
    pub open: Vec<&'static str>,
    /// What comes back.
    pub refund: AmountRange,
    /// One for each entry of `back`, in its order.
    pub items: Vec<SettledItem<'s>>,
    /// How the least comes about.
    pub least: Breakdown<'s>,
    /// How the most comes about; the same while nothing is open.
    pub most: Breakdown<'s>,
}

/// Units that go back, and by which right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettledItem<'s> {
    /// The item.
    pub item: String,
    /// How many units.
    pub units: u32,
    /// The version of the policy; none while the day of purchase is not known and matters.
    pub policy: Option<&'s PolicyUsed>,
    /// The law beside it.
    pub law: Option<&'s PolicyUsed>,
    /// Whether they may go back.
    pub finding: Finding,
    /// By which right; none if by none, and for a gift, which may always go back.
    pub right: Option<Right<'s>>,
}

/// A rule, and who grants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Right<'s> {
    /// The rule.
    pub rule: &'s str,
    /// Who grants it.
    pub by: Granted,
    /// Its clause.
    pub clause: &'s str,
}

/// One way in which it can come out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Breakdown<'s> {
    /// The lines; what they give back less what they take is the refund.
    pub lines: Vec<Line<'s>>,
    /// Onto what the refund comes; together it is the refund.
    pub onto: Vec<Onto>,
    /// What of the rest of the order has been taken or given back so far: the `rest` of the next request.
    pub rest: Vec<Rest>,
    /// What stays owed, to be taken from what comes back later for the same order: the `owed` of the next request.
    pub owed: Option<Money>,
}

/// What a line gives back or takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It comes back.
    Back,
    /// It is taken from what comes back.
    Taken,
}

/// Why a line is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineCode {
    /// The price of the units before anything was taken off.
    Price,
    /// Their share of what the bundle saved.
    BundleShare,
    /// Their share of a promotion.
    PromotionShare,
    /// What a bundle saved on goods that are kept, which are no whole bundle any more.
    BundleBroken,
    /// What a promotion took off goods that are kept, which no longer meet its threshold.
    PromotionLost,
    /// A gift that is kept while its goods are not.
    GiftKept,
    /// The carriage that the order paid.
    Carriage,
    /// Carriage that was free, and that what is kept no longer earns.
    FreeCarriageLost,
    /// A fee of the offer.
    Fee,
    /// What earlier settlements left owed.
    OwedBefore,
    /// What is taken beyond what comes back: nothing is asked of the shopper, and it stays owed.
    StaysOwed,
    /// What went back to the means of payment already.
    WentBack,
    /// What was paid and did not go back yet, at most: while a price is not told.
    Paid,
}

impl LineCode {
    /// Its name in requests; none but what is told there has one.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::BundleBroken => "bundle-broken",
            Self::PromotionLost => "promotion-lost",
            Self::GiftKept => "gift-kept",
            Self::Carriage => "carriage",
            Self::FreeCarriageLost => "free-carriage-lost",
            _ => "",
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line<'s> {
    /// Why it is there.
    pub code: LineCode,
    /// What it does.
    pub effect: Effect,
    /// How much.
    pub amount: Money,
    /// The item.
    pub item: Option<String>,
    /// How many units.
    pub units: Option<u32>,
    /// The fee, the discount or the bundle.
    pub of: Option<String>,
    /// The right by which it is there.
    pub right: Option<Right<'s>>,
}

/// What of the rest of the order has been taken, or of its carriage given back, by this settlement and those before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rest {
    /// What it is.
    pub code: LineCode,
    /// The promotion, the bundle, or the item that was a gift.
    pub of: Option<String>,
    /// How much.
    pub amount: Money,
}

/// In what form an amount comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// As money.
    Money,
    /// As a coupon or voucher.
    Voucher,
    /// As credit of the store.
    StoreCredit,
    /// As money or as a voucher: nothing says which.
    Open,
}

/// What comes back onto one means of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Onto {
    /// The payment, or the coupon or voucher.
    pub id: String,
    /// What the shop calls it.
    pub method: Option<String>,
    /// In what form.
    #[serde(rename = "as")]
    pub form: Form,
    /// How much.
    pub amount: Money,
}
