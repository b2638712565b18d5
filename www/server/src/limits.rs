//! How much anyone may ask, so that nobody can use up what others need.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::refusal::{Code, Refusal};

/// The numbers, which the command line can change.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Claims that one address may send in a minute; as many at once.
    pub claims_per_minute: NonZeroU32,
    /// Orders and claims that one address may look at in a minute.
    pub reads_per_minute: NonZeroU32,
    /// Keys that one address may try in a minute.
    pub keys_per_minute: NonZeroU32,
    /// How long a claim may take to arrive.
    pub body: Duration,
    /// How long nothing may arrive.
    pub pause: Duration,
    /// How long the headers of a request may take to arrive.
    pub headers: Duration,
    /// How long a connection may be kept.
    pub connection: Duration,
    /// Claims that may arrive at the same time.
    pub most_bodies: usize,
    /// The largest claim with its files, in bytes.
    pub most_bytes: usize,
    /// What all claims that arrive at the same time may hold together, in bytes.
    pub memory: usize,
    /// Connections at the same time.
    pub most_connections: usize,
    /// Files of one claim.
    pub most_files: usize,
    /// The largest file, in bytes.
    pub most_of_file: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            claims_per_minute: at_least_one(20),
            reads_per_minute: at_least_one(240),
            keys_per_minute: at_least_one(10),
            body: Duration::from_secs(120),
            pause: Duration::from_secs(10),
            headers: Duration::from_secs(10),
            connection: Duration::from_secs(600),
            most_bodies: 32,
            most_bytes: 64_000_000,
            memory: 256_000_000,
            most_connections: 256,
            most_files: 20,
            most_of_file: 25_000_000,
        }
    }
}

const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// The address at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// What stands between the network and the work.
pub struct Gates {
    /// For sending claims.
    pub claims: Gate,
    /// For looking at orders and claims.
    pub reads: Gate,
    /// For trying keys.
    pub keys: Gate,
    /// The numbers.
    pub limits: Limits,
    bodies: Arc<Semaphore>,
    memory: Arc<Semaphore>,
}

impl Gates {
    /// Open gates.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            claims: Gate::new(limits.claims_per_minute),
            reads: Gate::new(limits.reads_per_minute),
            keys: Gate::new(limits.keys_per_minute),
            bodies: Arc::new(Semaphore::new(limits.most_bodies)),
            memory: Arc::new(Semaphore::new(limits.memory.div_ceil(UNIT))),
            limits: limits.clone(),
        }
    }

    /// A place for one more claim that arrives.
    ///
    /// # Errors
    /// That too many do already.
    pub fn body(&self) -> Result<Held, Refusal> {
        let place = Arc::clone(&self.bodies).try_acquire_owned().map_err(|_| Refusal::busy())?;
        let held = Arc::clone(&self.memory).try_acquire_many_owned(0).map_err(|_| Refusal::busy())?;
        Ok(Held { bytes: 0, held, memory: Arc::clone(&self.memory), _place: place })
    }
}

/// Memory is handed out in pieces of so many bytes.
const UNIT: usize = 1024;

/// What a claim that arrives holds; it grows with what has arrived, so that slow senders hold little.
pub struct Held {
    bytes: usize,
    held: OwnedSemaphorePermit,
    memory: Arc<Semaphore>,
    _place: OwnedSemaphorePermit,
}

impl Held {
    /// Takes memory for more bytes.
    ///
    /// # Errors
    /// That the claims that arrive now hold it all.
    pub fn grow(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.bytes = self.bytes.saturating_add(bytes);
        let more = self.bytes.div_ceil(UNIT).saturating_sub(self.held.num_permits());
        let more = u32::try_from(more).map_err(|_| Refusal::busy())?;
        let more = Arc::clone(&self.memory).try_acquire_many_owned(more).map_err(|_| Refusal::busy())?;
        self.held.merge(more);
        Ok(())
    }
}

/// How often one address may do one thing.
pub struct Gate(DefaultKeyedRateLimiter<IpAddr>);

impl Gate {
    fn new(per_minute: NonZeroU32) -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(per_minute)))
    }

    /// Lets one through.
    ///
    /// # Errors
    /// That the address has to wait, and how long.
    pub fn pass(&self, peer: Peer) -> Result<(), Refusal> {
        // Addresses of which nothing has to be known any more.
        if self.0.len() > 10_000 {
            self.0.retain_recent();
        }
        self.0.check_key(&peer.0).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            Refusal::new(Code::TooOften).after(wait.as_secs().saturating_add(1))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::{Gates, Limits, Peer, at_least_one};

    #[test]
    fn each_address_has_its_own_measure() {
        let gates = Gates::new(&Limits { claims_per_minute: at_least_one(3), ..Limits::default() });
        let peer = |last| Peer(IpAddr::V4(Ipv4Addr::new(127, 0, 0, last)));
        let passed = |last| (0..10).filter(|_| gates.claims.pass(peer(last)).is_ok()).count();
        assert_eq!((passed(1), passed(1), passed(2)), (3, 0, 3));
    }

    #[test]
    fn memory_is_held_as_it_is_used_and_given_back() {
        let gates = Gates::new(&Limits { memory: 10_000, most_bodies: 2, ..Limits::default() });
        let mut slow = gates.body().unwrap();
        slow.grow(1).unwrap();
        let mut quick = gates.body().unwrap();
        assert!(gates.body().is_err(), "two at the same time");
        for _ in 0..8 {
            quick.grow(1000).unwrap();
        }
        quick.grow(3000).unwrap_err();
        drop(quick);
        slow.grow(9000).unwrap();
    }
}
