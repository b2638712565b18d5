//! What comes back for goods of an order: the price that was really paid, and what their going back changes about the rest.

mod books;
mod lines;
mod offers;
mod onto;
mod terms;

use books::Books;
use lines::{About, Lines, Way};
use offers::{Taken, candidates};
use onto::{Means, closed};
use terms::{MATTERS, Term, term};

use crate::VERSION;
use crate::decision::AmountRange;
use crate::domain::{Currency, Finding, Money, SortedSet};
use crate::facts::order::SettleRequest;
use crate::policy::{Matter, Shop};
use crate::settlement::{Breakdown, LineCode, SettledItem, Settlement};

/// The most things left open that are tried in every combination; what goes beyond is open together.
const MOST_OPEN: usize = 8;

/// Settles what comes back for the units that go back.
#[must_use]
pub fn settle<'s>(shop: &'s Shop, request: &SettleRequest) -> Settlement<'s> {
    let books = Books::of(&request.request.items, &request.order);
    let all: Vec<Vec<Taken<'s, '_>>> = request
        .back
        .iter()
        .filter_map(|back| {
            let item = request.request.items.get(back.item)?;
            let gift = request.order.gifts.iter().any(|gift| gift.item == back.item);
            Some(candidates(shop, request, back, item, gift))
        })
        .collect();
    let taken = best(&all, |taken| outcome(shop.currency, request, books.as_ref(), taken, Tried::Ends).range);
    let mut outcome = outcome(shop.currency, request, books.as_ref(), &taken, Tried::All);
    let items = taken.iter().map(|taken| SettledItem {
        item: taken.item.id.clone(),
        units: taken.back.units,
        policy: taken.policy,
        law: shop.law.as_ref().map(|law| &law.used),
        finding: taken.finding,
        right: taken.right,
    });
    outcome.open.sort_unstable();
    Settlement {
        engine: VERSION,
        today: request.request.today,
        currency: shop.currency,
        remedy: request.remedy.clone(),
        finding: Finding::any(taken.iter().map(|taken| taken.finding)),
        needs: outcome.needs.into_vec(),
        open: outcome.open,
        refund: outcome.range,
        items: items.collect(),
        least: outcome.least,
        most: outcome.most,
    }
}

/// For each item the right by which most comes back, beside the best offers of all others: certain before possible.
///
/// Each is chosen by itself, so that the order of items makes no difference.
fn best<'s, 'r>(all: &[Vec<Taken<'s, 'r>>], range: impl Fn(&[Taken<'s, 'r>]) -> AmountRange) -> Vec<Taken<'s, 'r>> {
    let first: Vec<Taken<'s, 'r>> = all.iter().filter_map(|candidates| candidates.first().cloned()).collect();
    let choose = |(index, candidates): (usize, &Vec<Taken<'s, 'r>>)| {
        let mut best: Option<(_, &Taken<'s, 'r>)> = None;
        for candidate in candidates.iter().filter(|_| candidates.len() > 1) {
            let mut taken = first.clone();
            if let Some(place) = taken.get_mut(index) {
                *place = candidate.clone();
            }
            let AmountRange { least, most } = range(&taken);
            let rank = (candidate.finding, least, most);
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, candidate));
            }
        }
        best.map(|(_, taken)| taken).or_else(|| candidates.first()).cloned()
    };
    all.iter().enumerate().filter_map(choose).collect()
}

/// Everything that a choice of rights comes to.
struct Outcome<'s> {
    range: AmountRange,
    least: Breakdown<'s>,
    most: Breakdown<'s>,
    needs: SortedSet<&'s str>,
    open: Vec<&'static str>,
}

/// What is tried of the things that are open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// Every combination.
    All,
    /// All of them the one way or the other: enough to tell which right is better.
    Ends,
}

/// One thing that is open: each way of it is tried.
enum Open<'s> {
    Term(Matter),
    Fees,
    /// Units with the same needs, which settle together.
    Units(Vec<&'s str>),
}

fn outcome<'s>(
    currency: Currency,
    request: &SettleRequest,
    books: Option<&Books<'_>>,
    taken: &[Taken<'s, '_>],
    tried: Tried,
) -> Outcome<'s> {
    let Some(books) = books else { return without_price(currency, request, taken) };
    let terms: Vec<(Matter, Term<'s>)> = MATTERS.into_iter().map(|matter| (matter, term(matter, taken))).collect();
    let open = open(&terms, taken);
    let charged = |all: bool| taken.iter().map(|taken| taken.fees(books, currency, all)).collect::<Vec<_>>();
    let fees = [charged(false), charged(true)];
    let voucher = term(Matter::Voucher, taken);
    let means = Means {
        voucher: voucher.harder,
        in_order: term(Matter::Means, taken).harder == Finding::Yes,
        credit: request.remedy == "store-credit",
    };
    let way = |bits: usize| {
        let bit = |index: usize| bits >> index.min(MOST_OPEN) & 1 == 1;
        let is_on = |wanted: &dyn Fn(&Open<'s>) -> bool| open.iter().position(wanted).is_some_and(bit);
        let charged = if is_on(&|open| matches!(open, Open::Fees)) { &fees[1] } else { &fees[0] };
        let goes_back = |taken: &Taken<'s, '_>| match taken.finding {
            Finding::Yes => true,
            Finding::No => false,
            Finding::Maybe => {
                is_on(&|open| matches!(open, Open::Units(needs) if *needs == taken.needs))
                    || (open.iter().all(|open| !matches!(open, Open::Units(needs) if *needs == taken.needs))
                        && bit(open.len().saturating_sub(1)))
            }
        };
        let terms: Vec<(Matter, Term<'s>, bool)> = terms
            .iter()
            .map(|(matter, term)| {
                let open = is_on(&|open| matches!(open, Open::Term(known) if known == matter));
                (*matter, term.clone(), term.harder == Finding::Yes || (term.harder == Finding::Maybe && open))
            })
            .collect();
        let taken = taken.iter().zip(charged).filter(|(taken, _)| goes_back(taken));
        let taken = taken.map(|(taken, fees)| (taken, fees.as_slice())).collect();
        let way = Way { books, currency, taken, terms: &terms };
        let (before, after) = way.gone();
        closed(way.lines(&before, &after), books, (&before, &after), &means, currency)
    };
    let all = 0..1_usize << open.len().min(MOST_OPEN);
    let ways: Vec<Breakdown<'s>> = match tried {
        Tried::All => all.map(way).collect(),
        Tried::Ends => {
            let units = open.iter().enumerate().filter(|(_, open)| matches!(open, Open::Units(_)));
            let units = units.fold(0, |bits, (index, _)| bits | 1 << index);
            let harder = all.end.saturating_sub(1) & !units;
            [0, units, harder, units | harder].into_iter().map(way).collect()
        }
    };
    let nets: Vec<i128> = ways.iter().map(net).collect();
    let at = |index: Option<usize>| index.and_then(|index| ways.get(index)).cloned().unwrap_or_default();
    let least = at((0..nets.len()).min_by_key(|index| nets.get(*index)));
    let most = at((0..nets.len()).rev().max_by_key(|index| nets.get(*index)));
    let mut outcome = Outcome {
        range: AmountRange { least: refund(&least, currency), most: refund(&most, currency) },
        least,
        most,
        needs: SortedSet::default(),
        open: Vec::new(),
    };
    for (index, open) in open.iter().enumerate().filter(|_| tried == Tried::All) {
        let flips = (0..nets.len()).any(|bits| nets.get(bits) != nets.get(bits ^ (1 << index.min(MOST_OPEN))));
        match open {
            _ if !flips => {}
            Open::Fees => {
                for fee in taken.iter().filter(|taken| taken.finding != Finding::No).flat_map(|taken| &taken.fees) {
                    outcome.needs.extend(fee.needs.iter().copied());
                }
            }
            Open::Units(needs) => outcome.needs.extend(needs.iter().copied()),
            Open::Term(matter) => {
                if let Some((_, term)) = terms.iter().find(|(known, _)| known == matter) {
                    outcome.says(*matter, term);
                }
            }
        }
    }
    let in_coupons = |way: &Breakdown<'_>| way.onto.iter().any(|onto| onto.form == crate::settlement::Form::Open);
    if in_coupons(&outcome.least) || in_coupons(&outcome.most) {
        outcome.says(Matter::Voucher, &voucher);
    }
    outcome
}

impl<'s> Outcome<'s> {
    fn says(&mut self, matter: Matter, term: &Term<'s>) {
        if term.needs.as_slice().is_empty() {
            self.open.push(matter.words().0);
        }
        self.needs.extend(term.needs.as_slice().iter().copied());
    }
}

fn open<'s>(terms: &[(Matter, Term<'s>)], taken: &[Taken<'s, '_>]) -> Vec<Open<'s>> {
    let mut open: Vec<Open<'s>> = Vec::new();
    if taken.iter().any(|taken| taken.finding != Finding::No && taken.fees_are_open()) {
        open.push(Open::Fees);
    }
    let unsure = terms.iter().filter(|(_, term)| term.harder == Finding::Maybe);
    open.extend(unsure.map(|(matter, _)| Open::Term(*matter)));
    for taken in taken.iter().filter(|taken| taken.finding == Finding::Maybe) {
        let known = open.iter().any(|open| matches!(open, Open::Units(needs) if *needs == taken.needs));
        if !known && open.len() < MOST_OPEN {
            open.push(Open::Units(taken.needs.clone()));
        }
    }
    open
}

/// What comes back less what stays owed, in coins.
fn net(way: &Breakdown<'_>) -> i128 {
    let back: i128 = way.onto.iter().map(|onto| onto.amount.coins()).sum();
    back.saturating_sub(way.owed.map_or(0, Money::coins))
}

fn refund(way: &Breakdown<'_>, currency: Currency) -> Money {
    Money::of_coins(way.onto.iter().map(|onto| onto.amount.coins()).sum(), currency)
}

/// While a price is not told, nothing is certain but that no more comes back than was paid.
fn without_price<'s>(currency: Currency, request: &SettleRequest, taken: &[Taken<'s, '_>]) -> Outcome<'s> {
    let zero = Money::zero(currency);
    let mut needs = SortedSet::default();
    let mut most = Breakdown::default();
    if taken.iter().any(|taken| taken.finding != Finding::No) {
        needs.insert("price");
        let mut lines = Lines::new(currency);
        let left: i128 = request.order.payments.iter().map(|payment| payment.left.coins()).sum();
        lines.add(LineCode::Paid, left, About::default());
        most.lines = lines.lines;
        most.onto = onto::all(request);
    }
    for taken in taken.iter().filter(|taken| taken.finding == Finding::Maybe) {
        needs.extend(taken.needs.iter().copied());
    }
    Outcome {
        range: AmountRange { least: zero, most: refund(&most, currency) },
        least: Breakdown::default(),
        most,
        needs,
        open: Vec::new(),
    }
}
