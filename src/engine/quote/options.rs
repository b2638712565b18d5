//! The options: one part for each kind, and of all combinations those that a shopper may want to choose from.

use std::cmp::Reverse;

use super::bill::Bench;
use super::days::{Clock, per_month};
use crate::domain::{Date, Finding, Money, SortedSet};
use crate::policy::repair::Entry;
use crate::policy::vocabulary::GRADES;
use crate::quote::{Against, Compared, Cover, Line, Named, PartLine, RepairOption, Worth};

/// The most combinations that are looked at one by one.
const MOST_COMBINATIONS: usize = 256;

/// The most options that are shown.
const MOST_SHOWN: usize = 6;

/// An option, and what it is held against others by.
struct Candidate<'s> {
    option: RepairOption<'s>,
    /// The places of the grades of its parts, by kind.
    grades: Vec<usize>,
    /// The day on which its shortest warranty would end if it began today.
    warranty: Date,
}

/// The options to show.
pub(super) struct Options<'s> {
    pub shown: Vec<RepairOption<'s>>,
    pub beaten: usize,
    pub more: usize,
}

pub(super) fn options<'s>(bench: &Bench<'_, 's>, clock: Clock<'s>, cover: Option<Cover>) -> Options<'s> {
    let mut candidates: Vec<Candidate<'s>> = Vec::new();
    for parts in combinations(bench) {
        let candidate = candidate(bench, clock, cover, &parts);
        let rank = |candidate: &Candidate<'s>| (candidate.grades.clone(), candidate.option.total.most);
        let after = candidates.partition_point(|known| {
            (rank(known), known.option.id.as_str()) <= (rank(&candidate), candidate.option.id.as_str())
        });
        candidates.insert(after, candidate);
    }
    let all = candidates.len();
    let kept: Vec<bool> = candidates.iter().map(|one| !candidates.iter().any(|other| beats(other, one))).collect();
    let mut kept_in = kept.into_iter();
    candidates.retain(|_| kept_in.next().unwrap_or(true));
    let good = candidates.len();
    let chosen = shown(&candidates);
    let mut place = 0_usize;
    candidates.retain(|_| {
        place = place.saturating_add(1);
        chosen.contains(&place.saturating_sub(1))
    });
    let mut options: Vec<RepairOption<'s>> = Vec::new();
    let mut first: Option<&Candidate<'s>> = None;
    for candidate in &candidates {
        let against = first.map(|first| against(first, candidate));
        first = first.or(Some(candidate));
        options.push(RepairOption { against, ..candidate.option.clone() });
    }
    Options { more: good.saturating_sub(options.len()), beaten: all.saturating_sub(good), shown: options }
}

/// The places of those that are shown: the first, the cheapest, the one with the longest warranty, the soonest, then the rest.
fn shown(candidates: &[Candidate<'_>]) -> SortedSet<usize> {
    let places = || 0..candidates.len();
    let mut chosen: SortedSet<usize> = places().take(1).collect();
    let of = |place: &usize| candidates.get(*place);
    chosen.extend(places().min_by_key(|place| of(place).map(|one| one.option.total.most)));
    chosen.extend(places().min_by_key(|place| Reverse(of(place).map(|one| one.warranty))));
    chosen.extend(places().min_by_key(|place| of(place).map(|one| soon(&one.option))));
    for place in places() {
        if chosen.as_slice().len() < MOST_SHOWN {
            chosen.insert(place);
        }
    }
    chosen
}

/// The day on which it is ready; one that is not known is the latest.
fn soon(option: &RepairOption<'_>) -> Date {
    option.ready.map_or(Date::LAST, |ready| ready.least)
}

/// Whether one is worse than another in nothing, and better in something.
fn beats(one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let money = |candidate: &Candidate<'_>| (candidate.option.total.most, candidate.option.total.least);
    let ((most, least), (other_most, other_least)) = (money(one), money(other));
    let days = (soon(&one.option), soon(&other.option));
    let pairs = || one.grades.iter().zip(&other.grades);
    let no_worse = most <= other_most
        && least <= other_least
        && pairs().all(|(one, other)| one <= other)
        && one.warranty >= other.warranty
        && days.0 <= days.1;
    let better = most < other_most
        || least < other_least
        || pairs().any(|(one, other)| one < other)
        || one.warranty > other.warranty
        || days.0 < days.1;
    no_worse && better
}

/// One part for each kind, in every combination or, where those are too many, all of one grade as far as possible.
fn combinations<'s>(bench: &Bench<'_, 's>) -> Vec<Vec<Entry<'s>>> {
    let needs = &bench.work.needs;
    let count = needs.iter().fold(1_usize, |count, need| count.saturating_mul(need.parts.len()));
    if count <= MOST_COMBINATIONS {
        return needs.iter().fold(vec![Vec::new()], |known, need| {
            let with = |parts: &Vec<Entry<'s>>, part: &Entry<'s>| [parts.as_slice(), &[*part]].concat();
            known.iter().flat_map(|parts| need.parts.iter().map(move |part| with(parts, part))).collect()
        });
    }
    let mut uniform: Vec<Vec<Entry<'s>>> = Vec::new();
    for wanted in 0..GRADES.len() {
        let nearest = |parts: &[Entry<'s>]| {
            // The grade itself, else the next worse, else the next better.
            parts.iter().copied().min_by_key(|part| {
                let (grade, _) = part.grade();
                (grade < wanted, grade.abs_diff(wanted))
            })
        };
        let parts: Vec<Entry<'s>> = needs.iter().filter_map(|need| nearest(&need.parts)).collect();
        let ids = |parts: &[Entry<'s>]| parts.iter().map(|part| part.id).collect::<Vec<_>>();
        if uniform.iter().all(|known| ids(known) != ids(&parts)) {
            uniform.push(parts);
        }
    }
    uniform
}

fn candidate<'s>(bench: &Bench<'_, 's>, clock: Clock<'s>, cover: Option<Cover>, parts: &[Entry<'s>]) -> Candidate<'s> {
    let book = bench.request.book;
    let rounding = book.version.rounding;
    let bill = bench.bill(parts);
    let ready = clock.ready(bench, parts);
    let lengths: Vec<_> = parts.iter().map(|part| part.period("warranty").or_else(|| book.warranty())).collect();
    let shortest = lengths.iter().copied().min_by_key(|length| clock.length(*length)).flatten();
    let mut lines: Vec<Line<'s>> = bill.lines;
    for ((line, part), length) in lines.iter_mut().zip(parts).zip(&lengths) {
        let warranty = length.map(|length| clock.warranty(length, ready, cover));
        line.part = Some(part_line(bench, *part, warranty));
    }
    let mut grades: SortedSet<(usize, &'static str)> = SortedSet::default();
    grades.extend(parts.iter().map(|part| part.grade()));
    let ids: Vec<&str> = parts.iter().map(|part| part.id).collect();
    let total = bill.reduced.total;
    let overrun = total.badly.share(book.overrun(), rounding).unwrap_or(bench.zero);
    let option = RepairOption {
        id: if ids.is_empty() { "labour".to_owned() } else { ids.join("+") },
        grades: grades.into_vec().into_iter().map(|(_, grade)| grade).collect(),
        lines,
        discounts: bill.reduced.discounts,
        tax: bill.reduced.tax,
        total: total.range(),
        limit: total.badly.and(overrun),
        shares: bill.reduced.shares,
        warranty: shortest.map(|length| clock.warranty(length, ready, cover)),
        per_month: shortest.and_then(|length| per_month(total.badly, length, rounding)),
        ready,
        back: ready.and_then(|ready| clock.back(bench, ready)),
        against: None,
        worth: worth(bench, total.well, total.badly),
    };
    let grades = parts.iter().map(|part| part.grade().0).collect();
    Candidate { option, grades, warranty: clock.length(shortest) }
}

fn part_line<'s>(bench: &Bench<'_, 's>, part: Entry<'s>, warranty: Option<crate::quote::Warranty>) -> PartLine<'s> {
    let kind = part.word("kind").and_then(|kind| bench.request.book.kind(kind));
    let holds = part.names("holds");
    PartLine {
        kind: kind.map_or(Named { id: "", title: None }, |kind| Named { id: kind.id, title: kind.title() }),
        grade: part.grade().1,
        holds: if holds.is_empty() { vec!["part"] } else { holds },
        in_stock: part.whole("stock") != Some(0),
        lead_time: part.period("leadTime"),
        warranty,
    }
}

fn worth(bench: &Bench<'_, '_>, least: Money, most: Money) -> Option<Worth> {
    let book = bench.request.book;
    let replacement = bench.request.model.money("replacement")?;
    let share = book.worth_up_to()?;
    let limit = replacement.share(share, book.version.rounding)?;
    let finding = match (most <= limit, least > limit) {
        (true, _) => Finding::Yes,
        (_, true) => Finding::No,
        _ => Finding::Maybe,
    };
    Some(Worth { replacement, share, limit, finding })
}

fn against(first: &Candidate<'_>, other: &Candidate<'_>) -> Against {
    let compared = |ordering: std::cmp::Ordering| match ordering {
        std::cmp::Ordering::Less => Compared::Less,
        std::cmp::Ordering::Equal => Compared::Same,
        std::cmp::Ordering::Greater => Compared::More,
    };
    let (one, this) = (first.option.total.most, other.option.total.most);
    let both_known = first.option.ready.is_some() && other.option.ready.is_some();
    let ready = soon(&other.option).cmp(&soon(&first.option));
    Against {
        pays: compared(this.cmp(&one)),
        by: if this > one { this.minus(one) } else { one.minus(this) },
        warranty: compared(other.warranty.cmp(&first.warranty)),
        ready: if both_known { compared(ready) } else { Compared::Same },
    }
}
