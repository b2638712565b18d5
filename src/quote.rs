//! What a repair would cost: options side by side, each with its lines, its warranty and its days.

use serde::Serialize;

use crate::decision::{AmountRange, ItemDecision, by_code};
use crate::domain::{Currency, Date, Finding, Money, Percent, Period, Rate, Text};
use crate::policy::repair::{Book, Entry};
use crate::policy::{Carriage, Granted, PolicyUsed};

/// A price book as far as a page needs it to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PriceBook<'s> {
    /// The devices.
    pub models: Vec<Device<'s>>,
    /// What can be wrong.
    pub faults: Vec<Symptom<'s>>,
    /// How a device comes to the shop, the usual way first.
    pub ways: Vec<Way<'s>>,
    /// What shoppers can choose.
    pub surcharges: Vec<Extra<'s>>,
    /// Whether a code takes something off.
    pub coupons: bool,
}

/// A device that is repaired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Device<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
    /// The faults that it can have.
    pub faults: Vec<&'s str>,
}

/// Something that can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Symptom<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// A line that helps to recognise it.
    pub help: Option<Text<'s>>,
    /// The picture that stands for it.
    pub icon: Option<&'s str>,
}

/// Something that shoppers can choose on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extra<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// The ways that it goes with; all if none.
    pub ways: Option<Vec<&'s str>>,
}

impl<'s> PriceBook<'s> {
    /// What a page needs of a book.
    #[must_use]
    pub fn of(book: Book<'s>) -> Self {
        let device = |model: Entry<'s>| Device {
            id: model.id,
            title: model.title(),
            icon: model.word("icon"),
            faults: book.faults().filter(|fault| fault.fits(model.id)).map(|fault| fault.id).collect(),
        };
        let symptom = |fault: Entry<'s>| Symptom {
            id: fault.id,
            title: fault.title(),
            help: fault.text("help"),
            icon: fault.word("icon"),
        };
        let extra = |surcharge: Entry<'s>| Extra {
            id: surcharge.id,
            title: surcharge.title(),
            ways: Some(surcharge.names("ways")).filter(|ways| !ways.is_empty()),
        };
        Self {
            models: book.models().map(device).collect(),
            faults: book.faults().map(symptom).collect(),
            ways: book.ways().map(Way::of).collect(),
            surcharges: book.surcharges().filter(|surcharge| surcharge.flag("chosen")).map(extra).collect(),
            coupons: book.discounts().any(|discount| discount.word("coupon").is_some()),
        }
    }
}

impl<'s> Way<'s> {
    /// What a page needs of a way.
    #[must_use]
    pub fn of(way: Entry<'s>) -> Self {
        Self { id: way.id, title: way.title(), place: way.text("place") }
    }
}

/// What a request for a quote comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote<'s> {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The currency of every amount.
    #[serde(serialize_with = "by_code")]
    pub currency: Currency,
    /// The version that holds the price book: the one in force today.
    pub policy: &'s PolicyUsed,
    /// Who repairs.
    pub repairer: Repairer<'s>,
    /// The device.
    pub model: Named<'s>,
    /// How it comes to the shop; none if the book knows no ways.
    pub way: Option<Way<'s>>,
    /// What is wrong, and who answers for it.
    pub faults: Vec<FaultQuote<'s>>,
    /// The ways to mend it, the best parts first; none if everything must be looked at.
    pub options: Vec<RepairOption<'s>>,
    /// How many more there are that another one beats in everything.
    pub beaten: usize,
    /// How many more there are beyond those that are shown.
    pub more: usize,
    /// What must be looked at before it can be quoted; none if nothing must.
    pub inspection: Option<Inspection<'s>>,
    /// The last day on which the quote holds.
    pub valid_until: Option<Date>,
    /// By how much of a hundred the bill may be above the quote without asking again.
    pub overrun: Percent,
    /// A device to use meanwhile.
    pub loan: Option<Loan<'s>>,
    /// Until when the device is under a free repair for defects, as far as is known; none if it is not.
    pub cover: Option<Cover>,
}

/// Something with a name and the shop's words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Named<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
}

/// Who repairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Repairer<'s> {
    /// The name.
    pub name: Text<'s>,
    /// The address.
    pub address: Option<Text<'s>>,
    /// The telephone number.
    pub phone: Option<&'s str>,
    /// The e-mail address.
    pub email: Option<&'s str>,
    /// Other ways to reach them.
    pub contact: Option<Text<'s>>,
}

/// How a device comes to the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Way<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// Where it is handed over.
    pub place: Option<Text<'s>>,
}

/// Until when a device is under a free repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// The last day that is certain; none if there is no limit.
    pub until: Option<Date>,
}

/// One fault and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FaultQuote<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// Whether a promise or the law pays for mending it.
    pub covered: Finding,
    /// By what: the rule that pays, or that may pay.
    pub by: Option<CoveredBy<'s>>,
    /// The facts that settle who pays.
    pub needs: Vec<&'s str>,
    /// What to try first, step by step.
    pub self_help: Vec<Text<'s>>,
    /// What the shopper may have for it, with every step.
    pub decision: ItemDecision<'s>,
}

/// The rule by which somebody else than the shopper pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CoveredBy<'s> {
    /// The rule.
    pub rule: &'s str,
    /// Who grants it.
    pub by: Granted,
    /// Its clause.
    pub clause: &'s str,
    /// Its title.
    pub title: Text<'s>,
    /// Who pays for the journeys under it.
    pub carriage: Carriage,
}

/// One way to mend everything that can be quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RepairOption<'s> {
    /// Its name in this quote: its parts joined by `+`, or `labour` if there are none.
    pub id: String,
    /// The grades of its parts, the best first, each once.
    pub grades: Vec<&'s str>,
    /// Everything that is done, each with who pays for it.
    pub lines: Vec<Line<'s>>,
    /// What is taken off what the shopper pays.
    pub discounts: Vec<Taken<'s>>,
    /// The tax, one line for each rate.
    pub tax: Vec<TaxLine>,
    /// What the shopper pays, everything together.
    pub total: AmountRange,
    /// The most that the bill may come to without asking again.
    pub limit: Money,
    /// What the total is for: shares that add up to it.
    pub shares: Vec<Share>,
    /// The shortest warranty of its parts; none if there is none.
    pub warranty: Option<Warranty>,
    /// The most that the shopper pays, for each month of the shortest warranty; none without one.
    pub per_month: Option<Money>,
    /// When the device is ready; none if that is not known.
    pub ready: Option<Days>,
    /// When it is back with the shopper; none if it does not travel, or if that is not known.
    pub back: Option<Days>,
    /// How it compares with the first option; none for the first one.
    pub against: Option<Against>,
    /// Whether it is worth it beside a replacement; none if the policy does not say.
    pub worth: Option<Worth>,
}

/// Days between which something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Days {
    /// Not before this day.
    pub least: Date,
    /// Not after this day; none if holidays are not known that far.
    pub most: Option<Date>,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charge {
    /// A part.
    Part,
    /// Work.
    Labour,
    /// Finding the cause.
    Diagnosis,
    /// A journey to the shop.
    CarriageThere,
    /// A journey back.
    CarriageBack,
    /// Express, on-site, and the like.
    Surcharge,
    /// What the shopper pays under the rule that covers the rest.
    Fee,
}

/// Who pays for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payer {
    /// The shopper.
    Shopper,
    /// The shop.
    Shop,
    /// It depends on what is not known yet.
    Open,
}

/// Why a line costs the shopper less than its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// A promise or the law covers it, or may cover it.
    Covered,
    /// Labour is paid once per visit, and another line pays it.
    SameVisit,
    /// It is not charged when the quote is accepted.
    Accepted,
    /// Parts and labour come to the amount from which it is free, or nearly.
    FreeFrom,
}

/// One thing that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line<'s> {
    /// What it is for.
    pub charge: Charge,
    /// The name in the policy: of the part, the operation, the way, the surcharge, or the fee.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// The faults that it mends.
    pub mends: Vec<&'s str>,
    /// Its price by itself.
    pub price: Money,
    /// What the shopper pays of it.
    pub pays: AmountRange,
    /// Who pays.
    pub payer: Payer,
    /// Why the shopper pays less than the price.
    pub because: Option<Because>,
    /// The rule by which the shop pays.
    pub by: Option<CoveredBy<'s>>,
    /// What there is to know of a part.
    pub part: Option<PartLine<'s>>,
    /// Minutes of work at the bench.
    pub minutes: Option<i64>,
}

/// What there is to know of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartLine<'s> {
    /// What kind of part it is.
    pub kind: Named<'s>,
    /// Whose it is, and whether it was used before.
    pub grade: &'s str,
    /// What the price holds.
    pub holds: Vec<&'s str>,
    /// Whether it is in stock; else it takes some time to come.
    pub in_stock: bool,
    /// How long it takes to come.
    pub lead_time: Option<Period>,
    /// Its own warranty.
    pub warranty: Option<Warranty>,
}

/// A warranty of something that is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Warranty {
    /// How long by itself.
    pub length: Period,
    /// From the day on which the device is ready, if that is known.
    pub from: Option<Date>,
    /// Its last day: that of the device's own cover if that is later. None if that is not known, or if the cover has no limit.
    pub until: Option<Date>,
    /// Whether the device's own cover lasts longer, and goes on.
    pub continues: bool,
}

/// Something that is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Taken<'s> {
    /// The name in the policy.
    pub id: &'s str,
    /// What shoppers call it.
    pub title: Option<Text<'s>>,
    /// Percent, if that is what it is.
    pub percent: Option<Percent>,
    /// How much.
    pub amount: AmountRange,
    /// Whether it depends on what is not known yet.
    pub finding: Finding,
}

/// The tax of one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TaxLine {
    /// The rate as a fraction.
    pub rate: Rate,
    /// Whether it is held in the prices; else it is added to them.
    pub included: bool,
    /// How much.
    pub amount: AmountRange,
}

/// A share of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What it is for.
    pub of: Portion,
    /// How much of what the shopper pays at most, discounts taken off.
    pub amount: Money,
    /// In thousandths of it; they add up to 1000.
    pub thousandths: u32,
}

/// What a share of the total is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portion {
    /// Parts.
    Parts,
    /// Labour and finding the cause.
    Labour,
    /// Journeys.
    Carriage,
    /// Surcharges and fees.
    Surcharges,
    /// Tax that is added.
    Tax,
}

/// How an option compares with the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Against {
    /// Cheaper or dearer, by what the shopper pays at most.
    pub pays: Compared,
    /// By how much.
    pub by: Money,
    /// Whether its shortest warranty is longer.
    pub warranty: Compared,
    /// Whether it is ready later.
    pub ready: Compared,
}

/// Less, the same, or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compared {
    /// Less, shorter, sooner.
    Less,
    /// The same, or not known.
    Same,
    /// More, longer, later.
    More,
}

/// Whether a repair is worth it beside a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    /// What a new device costs.
    pub replacement: Money,
    /// Up to how much of a hundred of it a repair is worth it.
    pub share: Percent,
    /// Up to how much.
    pub limit: Money,
    /// Whether it is.
    pub finding: Finding,
}

/// What must be looked at before it can be quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inspection<'s> {
    /// The faults that no part and no work of the book mends; empty if none was named.
    pub faults: Vec<Named<'s>>,
    /// What finding the cause costs.
    pub price: Money,
    /// What the shopper pays of it.
    pub pays: AmountRange,
    /// Whether it costs nothing when the quote that follows is accepted.
    pub waived: bool,
    /// When the cause is found; none if that is not known.
    pub ready: Option<Days>,
}

/// A device to use meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Loan<'s> {
    /// What it is.
    pub title: Option<Text<'s>>,
    /// What it costs.
    pub price: Money,
}
