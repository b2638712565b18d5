//! What is done to mend the faults: which kinds of parts, which pieces of work, and what must be looked at first.

use crate::domain::SortedSet;
use crate::facts::quote::QuoteRequest;
use crate::policy::repair::Entry;

/// A kind of part that is needed.
#[derive(Clone, Debug)]
pub(super) struct Need<'s> {
    /// The kind.
    pub kind: Entry<'s>,
    /// The parts of the kind that fit, the best grade first.
    pub parts: Vec<Entry<'s>>,
    /// The faults that it mends, by their places in the request.
    pub mends: SortedSet<usize>,
}

/// A piece of work that is needed.
#[derive(Clone, Debug)]
pub(super) struct Job<'s> {
    /// The work.
    pub operation: Entry<'s>,
    /// Its price for the model.
    pub row: Entry<'s>,
    /// The faults that it mends, by their places in the request.
    pub mends: SortedSet<usize>,
}

/// Everything that is done.
#[derive(Clone, Debug, Default)]
pub(super) struct Work<'s> {
    /// By the names of the kinds.
    pub needs: Vec<Need<'s>>,
    /// By the names of the operations.
    pub jobs: Vec<Job<'s>>,
    /// The faults that can be quoted, by their places in the request.
    pub quoted: Vec<usize>,
    /// The faults that must be looked at, by their places in the request.
    pub inspected: Vec<usize>,
}

/// What the faults of a request need.
pub(super) fn work<'s>(request: &QuoteRequest<'s>) -> Work<'s> {
    let mut work = Work::default();
    for (place, (fault, _)) in request.faults.iter().enumerate() {
        match needed(request, *fault) {
            Some((kinds, operations)) => {
                kinds.into_iter().for_each(|kind| work.need(kind, request, place));
                operations.into_iter().for_each(|(operation, row)| work.job(operation, row, place));
                work.quoted.push(place);
            }
            None => work.inspected.push(place),
        }
    }
    work
}

/// A piece of work and the row that prices it.
type Priced<'s> = (Entry<'s>, Entry<'s>);

/// The kinds of parts and the pieces of work that mend a fault; none if the book lacks one of them.
fn needed<'s>(request: &QuoteRequest<'s>, fault: Entry<'s>) -> Option<(Vec<Entry<'s>>, Vec<Priced<'s>>)> {
    let (book, model) = (request.book, request.model.id);
    let kinds: Vec<Entry<'s>> = fault.names("parts").into_iter().map(|kind| book.kind(kind)).collect::<Option<_>>()?;
    let fit = kinds.iter().all(|kind| book.parts(kind.id, model).next().is_some());
    let operations = kinds.iter().flat_map(|kind| kind.names("labour")).chain(fault.names("labour"));
    let operations: Vec<Priced<'s>> = operations
        .map(|operation| book.operation(operation).zip(book.labour(operation, model)))
        .collect::<Option<_>>()?;
    let known = fault.fits(model) && fit && !(kinds.is_empty() && operations.is_empty());
    known.then_some((kinds, operations))
}

impl<'s> Work<'s> {
    fn need(&mut self, kind: Entry<'s>, request: &QuoteRequest<'s>, place: usize) {
        let at = self.needs.partition_point(|need| need.kind.id < kind.id);
        if self.needs.get(at).is_none_or(|need| need.kind.id != kind.id) {
            let mut parts: Vec<Entry<'s>> = Vec::new();
            let rank = |part: &Entry<'s>| (part.grade(), part.price(), part.id);
            // The standard library's sort would add to what a shopper downloads, for a handful of parts.
            for part in request.book.parts(kind.id, request.model.id) {
                parts.insert(parts.partition_point(|known| rank(known) <= rank(&part)), part);
            }
            self.needs.insert(at, Need { kind, parts, mends: SortedSet::default() });
        }
        if let Some(need) = self.needs.get_mut(at) {
            need.mends.insert(place);
        }
    }

    fn job(&mut self, operation: Entry<'s>, row: Entry<'s>, place: usize) {
        let at = self.jobs.partition_point(|job| job.operation.id < operation.id);
        if self.jobs.get(at).is_none_or(|job| job.operation.id != operation.id) {
            self.jobs.insert(at, Job { operation, row, mends: SortedSet::default() });
        }
        if let Some(job) = self.jobs.get_mut(at) {
            job.mends.insert(place);
        }
    }
}
