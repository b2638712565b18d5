//! What a repair would cost: what is needed, who answers for it, and the options side by side.

mod bill;
mod cover;
mod days;
mod options;
mod reduce;
mod work;

use bill::{Bench, Both};
use days::Clock;

use super::rights;
use crate::VERSION;
use crate::domain::{Json, Money, Text};
use crate::facts::quote::QuoteRequest;
use crate::policy::Shop;
use crate::policy::repair::{Book, Entry};
use crate::quote::{FaultQuote, Inspection, Loan, Named, Quote, Repairer, Way};

/// Quotes a request.
#[must_use]
pub fn quote<'s>(shop: &'s Shop, request: &QuoteRequest<'s>) -> Quote<'s> {
    let book = request.book;
    let decisions = request.faults.iter().map(|(_, item)| rights::decide_item(shop, request.today, item));
    let decisions: Vec<_> = decisions.collect();
    let answered = request.faults.iter().zip(&decisions);
    let answers = answered.map(|((_, item), decision)| cover::answer(shop, request.today, item, decision));
    let answers: Vec<_> = answers.collect();
    let work = work::work(request);
    let zero = Money::zero(shop.currency);
    let bench = Bench::new(request, &answers, &work, zero);
    let clock = Clock::new(book, request.today);
    let cover = cover::cover(shop, request, request.facts());
    let options = if work.quoted.is_empty() {
        options::Options { shown: Vec::new(), beaten: 0, more: 0 }
    } else {
        options::options(&bench, clock, cover)
    };
    let faults =
        request.faults.iter().zip(&answers).zip(decisions).map(|(((fault, _), answer), decision)| FaultQuote {
            id: fault.id,
            title: fault.title(),
            covered: answer.covered(),
            by: answer.best().map(|paid| paid.by),
            needs: answer.needs.clone(),
            self_help: fault.texts("selfHelp"),
            decision,
        });
    Quote {
        engine: VERSION,
        today: request.today,
        currency: shop.currency,
        policy: &book.version.used,
        repairer: repairer(shop, book),
        model: named(request.model),
        way: request.way.map(Way::of),
        faults: faults.collect(),
        options: options.shown,
        beaten: options.beaten,
        more: options.more,
        inspection: inspection(&bench, clock),
        valid_until: book.valid_for().and_then(|length| clock.end(request.today, length)),
        overrun: book.overrun(),
        loan: book.loan().map(|loan| Loan { title: loan.title(), price: loan.price() }),
        cover,
    }
}

fn named(entry: Entry<'_>) -> Named<'_> {
    Named { id: entry.id, title: entry.title() }
}

fn repairer<'s>(shop: &'s Shop, book: Book<'s>) -> Repairer<'s> {
    let told = book.repairer();
    let text = |key| told.and_then(|told| told.get(key)).map(Text);
    let word = |key| told.and_then(|told| told.get(key)).and_then(Json::text);
    Repairer {
        name: text("name").unwrap_or_else(|| shop.name()),
        address: text("address"),
        phone: word("phone"),
        email: word("email"),
        contact: text("contact"),
    }
}

/// What must be looked at first: faults that the book does not mend, or whatever it is if none was named.
fn inspection<'s>(bench: &Bench<'_, 's>, clock: Clock<'s>) -> Option<Inspection<'s>> {
    let (request, work) = (bench.request, bench.work);
    if work.inspected.is_empty() && !request.faults.is_empty() {
        return None;
    }
    let faults = work.inspected.iter().filter_map(|place| request.faults.get(*place));
    let diagnosis = request.book.diagnosis();
    let price = diagnosis.map_or(bench.zero, Entry::price);
    Some(Inspection {
        faults: faults.map(|(fault, _)| named(*fault)).collect(),
        price,
        pays: Both::of(|_| price).range(),
        waived: diagnosis.is_some_and(|diagnosis| diagnosis.flag("waived")),
        ready: clock.found(bench),
    })
}
