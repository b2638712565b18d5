//! The lines of one way in which a settlement can come out.

use super::books::{Books, Gone};
use super::offers::Taken;
use super::terms::Term;
use crate::domain::{Currency, Money};
use crate::facts::order::Kind;
use crate::policy::Matter;
use crate::settlement::{Effect, Line, LineCode, Right};

/// One way in which it can come out.
pub(super) struct Way<'w, 's, 'r> {
    pub books: &'w Books<'r>,
    pub currency: Currency,
    /// What goes back in it, with what each charges.
    pub taken: Vec<(&'w Taken<'s, 'r>, &'w [(&'s str, i128)])>,
    /// What is taken to hold in each matter.
    pub terms: &'w [(Matter, Term<'s>, bool)],
}

/// Lines while they are written, and what they come to.
pub(super) struct Lines<'s> {
    currency: Currency,
    pub lines: Vec<Line<'s>>,
    pub sum: i128,
}

/// What a line is about.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'a, 's> {
    item: Option<&'a str>,
    units: Option<u32>,
    of: Option<&'a str>,
    right: Option<Right<'s>>,
}

impl<'s> Lines<'s> {
    pub(super) const fn new(currency: Currency) -> Self {
        Self { currency, lines: Vec::new(), sum: 0 }
    }

    /// A line that gives back, or takes if there are fewer coins than none; no line for nothing.
    pub(super) fn add(&mut self, code: LineCode, coins: i128, about: About<'_, 's>) {
        if coins == 0 {
            return;
        }
        self.sum = self.sum.saturating_add(coins);
        self.lines.push(Line {
            code,
            effect: if coins > 0 { Effect::Back } else { Effect::Taken },
            amount: Money::of_coins(coins.saturating_abs(), self.currency),
            item: about.item.map(str::to_owned),
            units: about.units,
            of: about.of.map(str::to_owned),
            right: about.right,
        });
    }
}

impl<'s> Way<'_, 's, '_> {
    /// The units that have gone back before and after.
    pub(super) fn gone(&self) -> (Vec<u32>, Vec<u32>) {
        let before: Vec<u32> = self.books.items.iter().map(|item| item.returned).collect();
        let mut after = before.clone();
        for (taken, _) in &self.taken {
            if let Some(units) = after.get_mut(taken.back.item) {
                *units = units.saturating_add(taken.back.units);
            }
        }
        (before, after)
    }

    /// Every line but those that keep the refund within what can be given back.
    pub(super) fn lines(&self, before: &Gone, after: &Gone) -> Lines<'s> {
        let mut lines = Lines::new(self.currency);
        self.goods(before, after, &mut lines);
        self.rest(before, after, &mut lines);
        for (taken, fees) in &self.taken {
            for (fee, coins) in *fees {
                let about = About { of: Some(fee), ..about(taken) };
                lines.add(LineCode::Fee, coins.saturating_neg(), about);
            }
        }
        lines.add(LineCode::OwedBefore, self.books.order.owed.coins().saturating_neg(), About::default());
        lines
    }

    /// What the units really cost.
    fn goods(&self, before: &Gone, after: &Gone, lines: &mut Lines<'s>) {
        let books = self.books;
        for (taken, _) in &self.taken {
            let place = taken.back.item;
            let about = about(taken);
            lines.add(LineCode::Price, books.price(place).saturating_mul(taken.back.units.into()), about);
            for (index, reduction) in books.order.reductions.iter().enumerate() {
                let code = match reduction.kind {
                    Kind::Bundle => LineCode::BundleShare,
                    Kind::Promotion => LineCode::PromotionShare,
                    Kind::Voucher => continue,
                };
                let borne = |gone: &Gone| books.borne(index, place, gone.get(place).copied().unwrap_or_default());
                let about = About { of: Some(&reduction.id), ..about };
                lines.add(code, borne(before).saturating_sub(borne(after)), about);
            }
        }
    }

    /// What the units that go back change about the rest of the order.
    fn rest(&self, before: &Gone, after: &Gone, lines: &mut Lines<'s>) {
        let books = self.books;
        for (index, reduction) in books.order.reductions.iter().enumerate() {
            let (code, matter) = match reduction.kind {
                Kind::Bundle => (LineCode::BundleBroken, Matter::Bundle),
                Kind::Promotion => (LineCode::PromotionLost, Matter::Promotion),
                Kind::Voucher => continue,
            };
            let (harder, right) = self.term(matter);
            if harder {
                let lost = |gone: &Gone| books.lost(index, reduction, gone);
                let about = About { of: Some(&reduction.id), right, ..About::default() };
                lines.add(code, lost(before).saturating_sub(lost(after)), about);
            }
        }
        let (harder, right) = self.term(Matter::Gifts);
        for gift in books.order.gifts.iter().filter(|_| harder) {
            let kept = |gone: &Gone| books.gift_kept(gift, gone);
            let item = books.items.get(gift.item).map(|item| item.id.as_str());
            let about = About { item, right, ..About::default() };
            lines.add(LineCode::GiftKept, kept(before).saturating_sub(kept(after)), about);
        }
        let ((whole_kept, right), (part_kept, of_part)) =
            (self.term(Matter::Outbound), self.term(Matter::OutboundPart));
        let back = |gone: &Gone| books.carriage(gone, !whole_kept, !part_kept);
        let right = if books.is_whole(after) && !whole_kept { right } else { of_part };
        lines.add(LineCode::Carriage, back(after).saturating_sub(back(before)), About { right, ..About::default() });
        let (harder, right) = self.term(Matter::FreeCarriage);
        if harder {
            let lost = |gone: &Gone| books.free_carriage_lost(gone);
            let about = About { right, ..About::default() };
            lines.add(LineCode::FreeCarriageLost, lost(before).saturating_sub(lost(after)), about);
        }
    }

    fn term(&self, matter: Matter) -> (bool, Option<Right<'s>>) {
        let term = self.terms.iter().find(|(known, ..)| *known == matter);
        term.map_or((false, None), |(_, term, harder)| (*harder, term.right))
    }
}

fn about<'a, 's>(taken: &Taken<'s, 'a>) -> About<'a, 's> {
    About { item: Some(&taken.item.id), units: Some(taken.back.units), of: None, right: taken.right }
}
