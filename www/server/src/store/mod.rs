//! What was received, in SQLite.
//!
//! A claim and its files are written in one transaction that is on the disk before anybody is told that it was received.

mod keep;
mod look;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

pub use keep::{Kept, New, NewFile};
pub use look::{Claim, File, Listed};

/// The database: one connection that writes, one that reads meanwhile.
pub struct Store {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
}

/// The format of the database.
const FORMAT: i64 = 1;

const TABLES: &str = "
    CREATE TABLE claim (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        -- SHA-256 of the secret in the sender's address, so that the database gives none away.
        secret BLOB NOT NULL UNIQUE,
        receipt_hash TEXT NOT NULL UNIQUE,
        order_number TEXT NOT NULL,
        received TEXT NOT NULL,
        receipt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE file (
        claim INTEGER NOT NULL REFERENCES claim (id),
        position INTEGER NOT NULL,
        need TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (claim, position)
    ) STRICT;
    PRAGMA user_version = 1;
";

impl Store {
    /// Opens the database of a folder, or makes it.
    ///
    /// # Errors
    /// That it cannot be opened, or is of another format.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let path = folder.join("claims.sqlite3");
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let mut writer = connected(&path).map_err(|error| told(&error))?;
        let made = made(&mut writer).map_err(|error| told(&error))?;
        if made != FORMAT {
            return Err(told(&format!("the database has format {made}, and this server knows format {FORMAT}")));
        }
        let reader = connected(&path).map_err(|error| told(&error))?;
        Ok(Self { writer: Mutex::new(writer), reader: Mutex::new(reader) })
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        // A reader that stopped half-way leaves nothing behind.
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        // A transaction that was not committed is gone.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn connected(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // Each commit waits for the disk: what was acknowledged survives a loss of power.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    Ok(connection)
}

/// The format of the database, which is made if there is none.
fn made(writer: &mut Connection) -> rusqlite::Result<i64> {
    let transaction = writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    if format(&transaction)? == 0 {
        transaction.execute_batch(TABLES)?;
    }
    transaction.commit()?;
    format(writer)
}

fn format(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The number of a claim, as people read it.
fn number(id: i64) -> String {
    format!("C-{id:06}")
}

/// The claim of a number; none if it is none.
fn id(number: &str) -> Option<i64> {
    number.strip_prefix("C-").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}
