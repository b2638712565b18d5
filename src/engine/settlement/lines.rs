//! The lines of one way in which a settlement can come out.

use super::books::{Books, Gone};
use super::offers::Taken;
use super::terms::Term;
use crate::domain::{Currency, Money};
use crate::facts::order::Kind;
use crate::policy::Matter;
use crate::settlement::{Effect, Line, LineCode, Rest, Right};

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
    pub rest: Vec<Rest>,
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
        Self { currency, lines: Vec::new(), rest: Vec::new(), sum: 0 }
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

impl Lines<'_> {
    /// What stands taken, or given back, from now on.
    fn stands(&mut self, code: LineCode, of: Option<&str>, coins: i128) {
        if coins > 0 {
            let amount = Money::of_coins(coins, self.currency);
            self.rest.push(Rest { code, of: of.map(str::to_owned), amount });
        }
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
            let lost = |gone: &Gone| books.lost(index, reduction, gone);
            let about = About { of: Some(&reduction.id), ..About::default() };
            self.taken(code, matter, (lost(before), lost(after)), about, lines);
        }
        for gift in &books.order.gifts {
            let kept = |gone: &Gone| books.gift_kept(gift, gone);
            let item = books.items.get(gift.item).map(|item| item.id.as_str());
            let about = About { item, ..About::default() };
            self.taken(LineCode::GiftKept, Matter::Gifts, (kept(before), kept(after)), about, lines);
        }
        self.carriage(before, after, lines);
        let lost = |gone: &Gone| books.free_carriage_lost(gone);
        let due = (lost(before), lost(after));
        self.taken(LineCode::FreeCarriageLost, Matter::FreeCarriage, due, About::default(), lines);
    }

    /// What is due in a matter before and after, less what was taken already. Under the kinder word nothing more is taken, and
    /// what was taken comes back as far as it is no longer due.
    fn taken(
        &self,
        code: LineCode,
        matter: Matter,
        (due_before, due): (i128, i128),
        about: About<'_, 's>,
        lines: &mut Lines<'s>,
    ) {
        let (harder, right) = self.term(matter);
        let of = about.of.or(about.item);
        let before = self.told(code, of).unwrap_or(if harder { due_before } else { 0 });
        let now = if harder { due } else { due.min(before) };
        lines.add(code, before.saturating_sub(now), About { right, ..about });
        lines.stands(code, of, now);
    }

    /// The carriage that comes back; what came back is not taken again.
    fn carriage(&self, before: &Gone, after: &Gone, lines: &mut Lines<'s>) {
        let ((whole_kept, right), (part_kept, of_part)) =
            (self.term(Matter::Outbound), self.term(Matter::OutboundPart));
        let back = |gone: &Gone| self.books.carriage(gone, !whole_kept, !part_kept);
        let before = self.told(LineCode::Carriage, None).unwrap_or_else(|| back(before));
        let now = back(after).max(before);
        let right = if self.books.is_whole(after) && !whole_kept { right } else { of_part };
        lines.add(LineCode::Carriage, now.saturating_sub(before), About { right, ..About::default() });
        lines.stands(LineCode::Carriage, None, now);
    }

    /// What the request says that earlier settlements took; none if it does not say.
    fn told(&self, code: LineCode, of: Option<&str>) -> Option<i128> {
        let rest = self.books.order.rest.as_ref()?;
        let same = rest.iter().filter(|(known, name, _)| known == code.name() && name == of.unwrap_or_default());
        Some(same.map(|(_, _, amount)| amount.coins()).sum())
    }

    fn term(&self, matter: Matter) -> (bool, Option<Right<'s>>) {
        let term = self.terms.iter().find(|(known, ..)| *known == matter);
        term.map_or((false, None), |(_, term, harder)| (*harder, term.right))
    }
}

fn about<'a, 's>(taken: &Taken<'s, 'a>) -> About<'a, 's> {
    About { item: Some(&taken.item.id), units: Some(taken.back.units), of: None, right: taken.right }
}
