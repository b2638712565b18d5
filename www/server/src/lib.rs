//! The demo shop's server: an example of how a shop receives claims that it need not trust.
//!
//! In reading order:
//!
//! 1. [`options`]: the command line; [`clock`]: today in the shop's time zone; [`limits`]: how much anyone may ask.
//! 2. [`orders`]: the shop's own records; [`shops`]: its policy beside the law of each buyer.
//! 3. [`refusal`]: why a claim is not taken, as a code and a sentence.
//! 4. [`receive`]: a claim from its first byte to its number: the form, the receipt, the record, the files.
//! 5. [`store`]: what was received, in SQLite.
//! 6. [`merchant`]: who may read all claims; [`pages`]: what senders and merchants see; [`site`]: the shop's files.
//! 7. [`app`]: which address is answered by what; [`connections`]: sockets with time limits.

#![deny(missing_docs, unsafe_code, rust_2018_idioms)]
// Tests may stop; the server may not.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]
#![deny(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::iter_over_hash_type,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::missing_errors_doc,
    clippy::allow_attributes_without_reason
)]

pub mod app;
pub mod clock;
pub mod connections;
pub mod language;
pub mod limits;
pub mod merchant;
pub mod options;
pub mod orders;
pub mod pages;
pub mod random;
pub mod receive;
pub mod refusal;
pub mod shops;
pub mod site;
pub mod store;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clock::Clock;
use limits::Gates;
use merchant::Merchant;
pub use options::Options;
use orders::Orders;
use shops::Shops;
use site::Site;
use store::Store;

/// Everything that a request is answered from.
pub struct Server {
    /// The policy, beside the law of each buyer.
    pub shops: Shops,
    /// The shop's records.
    pub orders: Orders,
    /// What was received.
    pub store: Store,
    /// Today.
    pub clock: Clock,
    /// Who may read all claims.
    pub merchant: Merchant,
    /// How much anyone may ask.
    pub gates: Gates,
    /// The shop's files.
    pub site: Site,
    /// A folder of data that nobody asked to keep.
    temporary: Option<PathBuf>,
}

impl Server {
    /// Opens the policy, the records and the database.
    ///
    /// # Errors
    /// What of them cannot be opened, in a sentence.
    pub fn open(options: Options) -> Result<Arc<Self>, String> {
        let read = |path: &PathBuf| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        let orders = Orders::read(&read(&options.orders)?)?;
        let shops = Shops::open(&read(&options.policy)?, &orders)?;
        let clock = Clock::new(options.today, shops.time_zone())?;
        let merchant = Merchant::new(options.merchant_key.clone())?;
        let (folder, temporary) = match options.data {
            Some(folder) => (folder, None),
            None => {
                let folder = options.root.join(format!("target/makegood/claims-{}", std::process::id()));
                (folder.clone(), Some(folder))
            }
        };
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let store = Store::open(&folder)?;
        let site = Site::new(&options.root);
        let gates = Gates::new(&options.limits);
        Ok(Arc::new(Self { shops, orders, store, clock, merchant, gates, site, temporary }))
    }

    /// Takes away what was only there for this run.
    pub fn close(&self) {
        if let Some(folder) = &self.temporary {
            let _ = fs::remove_dir_all(folder);
        }
    }
}
