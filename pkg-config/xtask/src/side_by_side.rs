//! Work on several things at a time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What the work gives for each, in their order; as many at a time as there are cores.
pub fn side_by_side<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match all.get(at) {
                Some(one) => done.push((at, work(one))),
                None => return done,
            }
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(all.len())).map(|_| scope.spawn(share)).collect();
        let shares =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        shares.flatten().collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_come_in_the_order_of_what_they_are_for() {
        let slow_first = |number: &u64| {
            std::thread::sleep(std::time::Duration::from_millis(20 - number));
            number * number
        };
        let numbers: Vec<u64> = (0..20).collect();
        assert_eq!(
            side_by_side(&numbers, slow_first),
            numbers.iter().map(|number| number * number).collect::<Vec<_>>()
        );
        assert!(side_by_side(&[], slow_first).is_empty());
    }
}
