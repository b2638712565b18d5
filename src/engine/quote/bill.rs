//! What everything costs, line by line, and who pays.
//!
//! Everything is counted in two worlds: in the first, what is not known turns out well for the shopper, in the second, badly.

use super::cover::{Answer, Paid};
use super::reduce::{self, Reduced};
use super::work::{Job, Need, Work};
use crate::decision::AmountRange;
use crate::domain::{Finding, Money, SortedSet};
use crate::facts::quote::QuoteRequest;
use crate::policy::repair::{Amount, Entry};
use crate::quote::{Because, Charge, CoveredBy, Line, Payer};

/// How what is not known turns out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum World {
    /// Well for the shopper.
    Well,
    /// Badly for the shopper.
    Badly,
}

/// Something in each of the two worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Both<T> {
    pub well: T,
    pub badly: T,
}

impl<T> Both<T> {
    pub(super) fn of(each: impl Fn(World) -> T) -> Self {
        Self { well: each(World::Well), badly: each(World::Badly) }
    }

    pub(super) const fn get(&self, world: World) -> &T {
        match world {
            World::Well => &self.well,
            World::Badly => &self.badly,
        }
    }
}

impl Both<Money> {
    pub(super) const fn range(self) -> AmountRange {
        AmountRange { least: self.well, most: self.badly }
    }
}

/// What discounts and taxes tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Parts,
    Labour,
    Diagnosis,
    Carriage,
    Surcharges,
    Fees,
}

/// A line before it is told.
pub(super) struct Charged<'s> {
    pub line: Line<'s>,
    pub group: Group,
    pub pays: Both<Money>,
}

/// What is quoted, before parts are chosen.
pub(super) struct Bench<'q, 's> {
    pub request: &'q QuoteRequest<'s>,
    pub answers: &'q [Answer<'s>],
    pub work: &'q Work<'s>,
    /// What is added, and whether for certain.
    pub surcharges: Vec<(Entry<'s>, Finding)>,
    /// Whether nobody takes a promise that is not certain.
    certain: bool,
    pub zero: Money,
}

/// The bill of one option.
pub(super) struct Bill<'s> {
    pub lines: Vec<Line<'s>>,
    pub reduced: Reduced<'s>,
}

impl<'q, 's> Bench<'q, 's> {
    pub(super) fn new(
        request: &'q QuoteRequest<'s>,
        answers: &'q [Answer<'s>],
        work: &'q Work<'s>,
        zero: Money,
    ) -> Self {
        let way = request.way.map(|way| way.id);
        let wished = |surcharge: &Entry<'_>| {
            let ways = surcharge.names("ways");
            let here = ways.is_empty() || way.is_some_and(|way| ways.contains(&way));
            here && (!surcharge.flag("chosen") || request.surcharges.contains(&surcharge.id))
        };
        let applies = |surcharge: Entry<'s>| {
            let finding = surcharge.condition().map_or(Finding::Yes, |condition| condition.finding(request.facts()));
            (surcharge, finding)
        };
        let surcharges = request.book.surcharges().filter(wished).map(applies);
        Self {
            request,
            answers,
            work,
            surcharges: surcharges.filter(|(_, finding)| *finding != Finding::No).collect(),
            certain: false,
            zero,
        }
    }

    /// The bill for these parts, one for each kind.
    pub(super) fn bill(&self, parts: &[Entry<'s>]) -> Bill<'s> {
        let charged = self.charged(parts);
        let reduced = reduce::reduced(self, &charged);
        if !self.certain && reduced.total.well > reduced.total.badly {
            // Nobody takes a promise under which they pay more.
            return Bench { certain: true, surcharges: self.surcharges.clone(), ..*self }.bill(parts);
        }
        let told = |charged: Charged<'s>| Line { pays: charged.pays.range(), ..charged.line };
        Bill { lines: charged.into_iter().map(told).collect(), reduced }
    }

    fn charged(&self, parts: &[Entry<'s>]) -> Vec<Charged<'s>> {
        let mut lines: Vec<Charged<'s>> = Vec::new();
        for (need, part) in self.work.needs.iter().zip(parts) {
            lines.push(self.part(need, *part));
        }
        lines.extend(self.work.jobs.iter().map(|job| self.labour(job)));
        let work = Both::of(|world| sum(self.zero, lines.iter().map(|charged| *charged.pays.get(world))));
        let uncovered = sum(self.zero, parts.iter().map(|part| part.price())).and(self.labour_if(|_| false));
        for place in &self.work.quoted {
            lines.extend(self.fee(*place));
        }
        for (surcharge, finding) in &self.surcharges {
            lines.push(self.surcharge(*surcharge, *finding, work, uncovered));
        }
        lines.extend(self.diagnosis());
        // What is free from an amount is held against all that is paid so far in the end, so that a dearer repair is never the
        // cheaper one.
        let mut spent = reduce::work(self, &lines);
        for (key, charge) in [("there", Charge::CarriageThere), ("back", Charge::CarriageBack)] {
            let way = self.request.way.and_then(|way| Some((way, way.journey(key)?)));
            if let Some((way, journey)) = way {
                let carriage = self.carriage(way, journey, charge, spent);
                spent = Both::of(|world| spent.get(world).and(*carriage.pays.get(world)));
                lines.push(carriage);
            }
        }
        lines
    }

    /// What is paid for a fault.
    fn answered(&self, answer: &'q Answer<'s>, world: World) -> Option<&'q Paid<'s>> {
        answer.paid(if self.certain { World::Badly } else { world })
    }

    /// By whom a line is paid that mends these faults.
    fn paid(&self, mends: &SortedSet<usize>, world: World) -> Option<CoveredBy<'s>> {
        let answers = mends.as_slice().iter().filter_map(|place| self.answers.get(*place));
        answers.filter_map(|answer| self.answered(answer, world)).map(|paid| paid.by).next()
    }

    fn part(&self, need: &Need<'s>, part: Entry<'s>) -> Charged<'s> {
        let price = part.price();
        let covered = Both::of(|world| self.paid(&need.mends, world));
        let pays = Both::of(|world| if covered.get(world).is_some() { self.zero } else { price });
        let line = Line { mends: self.faults(&need.mends), ..self.line(Charge::Part, part, price) };
        settled(line, Group::Parts, pays, covered, None)
    }

    fn labour(&self, job: &Job<'s>) -> Charged<'s> {
        let price = job.row.price();
        let covered = Both::of(|world| self.paid(&job.mends, world));
        let dearest = |world: World| {
            let open = self.work.jobs.iter().filter(|job| self.paid(&job.mends, world).is_none());
            // The first of the dearest.
            let dearest = open.reduce(|known, job| if job.row.price() > known.row.price() { job } else { known });
            dearest.is_some_and(|dearest| dearest.operation.id == job.operation.id)
        };
        let pays = Both::of(|world| {
            let pays = covered.get(world).is_none() && (!self.request.book.labour_per_visit() || dearest(world));
            if pays { price } else { self.zero }
        });
        let line = self.line(Charge::Labour, job.operation, price);
        let line = Line { mends: self.faults(&job.mends), minutes: job.row.whole("minutes"), ..line };
        settled(line, Group::Labour, pays, covered, Some(Because::SameVisit))
    }

    /// What labour comes to if these faults are covered.
    fn labour_if(&self, covered: impl Fn(&SortedSet<usize>) -> bool) -> Money {
        let open = self.work.jobs.iter().filter(|job| !covered(&job.mends)).map(|job| job.row.price());
        if self.request.book.labour_per_visit() { open.max().unwrap_or(self.zero) } else { sum(self.zero, open) }
    }

    /// What the shopper pays under the rule that covers the rest.
    fn fee(&self, place: usize) -> Option<Charged<'s>> {
        let answer = self.answers.get(place)?;
        let (fault, _) = self.request.faults.get(place)?;
        let pays = Both::of(|world| self.answered(answer, world).map_or(self.zero, |paid| paid.fee));
        let price = pays.well.max(pays.badly);
        let line = Line {
            mends: vec![fault.id],
            by: answer.best().map(|paid| paid.by),
            ..self.line(Charge::Fee, *fault, price)
        };
        (price > self.zero).then_some(Charged { line, group: Group::Fees, pays })
    }

    fn surcharge(&self, surcharge: Entry<'s>, finding: Finding, work: Both<Money>, uncovered: Money) -> Charged<'s> {
        let rounding = self.request.book.version.rounding;
        let of = |work: Money| match surcharge.amount() {
            Some(Amount::Percent(percent)) => work.share(percent, rounding).unwrap_or(self.zero),
            Some(Amount::Fixed(amount)) => amount,
            None => self.zero,
        };
        let free = |world| *work.get(world) == self.zero;
        let covered = Both::of(|world| {
            let paid = self.answers.iter().filter_map(|answer| self.answered(answer, world)).map(|paid| paid.by).next();
            paid.filter(|_| free(world))
        });
        let pays = Both::of(|world| {
            let due = !free(world) && (finding == Finding::Yes || world == World::Badly);
            if due { of(*work.get(world)) } else { self.zero }
        });
        let line = self.line(Charge::Surcharge, surcharge, of(uncovered));
        settled(line, Group::Surcharges, pays, covered, None)
    }

    fn diagnosis(&self) -> Option<Charged<'s>> {
        let diagnosis = self.request.book.diagnosis()?;
        let open = self.answers.iter().any(|answer| answer.covered() == Finding::Maybe);
        if !open && self.work.inspected.is_empty() {
            return None;
        }
        let price = diagnosis.price();
        let waived = diagnosis.flag("waived");
        let covered = Both::of(|world| {
            let paid: Option<Vec<_>> = self.answers.iter().map(|answer| self.answered(answer, world)).collect();
            paid.and_then(|paid| paid.first().map(|paid| paid.by)).filter(|_| !waived)
        });
        let pays = Both::of(|world| if waived || covered.get(world).is_some() { self.zero } else { price });
        let line = self.line(Charge::Diagnosis, diagnosis, price);
        Some(settled(line, Group::Diagnosis, pays, covered, Some(Because::Accepted)))
    }

    fn carriage(&self, way: Entry<'s>, journey: Entry<'s>, charge: Charge, spent: Both<Money>) -> Charged<'s> {
        let price = journey.price();
        let covered = Both::of(|world| {
            let paid = self.answers.iter().filter_map(|answer| self.answered(answer, world));
            paid.filter(|paid| paid.carries()).map(|paid| paid.by).next()
        });
        let pays = Both::of(|world| match (covered.get(world), journey.money("freeFrom")) {
            (Some(_), _) => self.zero,
            // Never more than what is missing, so that a dearer repair is never the cheaper one.
            (None, Some(from)) => price.min(from.minus(*spent.get(world))),
            (None, None) => price,
        });
        settled(self.line(charge, way, price), Group::Carriage, pays, covered, Some(Because::FreeFrom))
    }

    fn faults(&self, places: &SortedSet<usize>) -> Vec<&'s str> {
        let faults = places.as_slice().iter().filter_map(|place| self.request.faults.get(*place));
        faults.map(|(fault, _)| fault.id).collect()
    }

    fn line(&self, charge: Charge, entry: Entry<'s>, price: Money) -> Line<'s> {
        Line {
            charge,
            id: entry.id,
            title: entry.title(),
            mends: Vec::new(),
            price,
            pays: AmountRange { least: self.zero, most: self.zero },
            payer: Payer::Shopper,
            because: None,
            by: None,
            part: None,
            minutes: None,
        }
    }
}

/// A line with who pays for it; `otherwise` is why it may cost less although nobody covers it.
fn settled<'s>(
    line: Line<'s>,
    group: Group,
    pays: Both<Money>,
    covered: Both<Option<CoveredBy<'s>>>,
    otherwise: Option<Because>,
) -> Charged<'s> {
    let payer = match (covered.well, covered.badly) {
        (_, Some(_)) => Payer::Shop,
        (Some(_), None) => Payer::Open,
        (None, None) => Payer::Shopper,
    };
    let because = match payer {
        Payer::Shop => Some(Because::Covered),
        _ if pays.badly < line.price => otherwise,
        Payer::Open => Some(Because::Covered),
        Payer::Shopper => None,
    };
    let by = covered.badly.or(covered.well);
    Charged { line: Line { payer, because, by, ..line }, group, pays }
}

/// All of them together.
pub(super) fn sum(zero: Money, amounts: impl IntoIterator<Item = Money>) -> Money {
    amounts.into_iter().fold(zero, Money::and)
}
