//! Keeping a claim.

use std::sync::Arc;

use rusqlite::{ErrorCode, OptionalExtension as _, TransactionBehavior, params};

use super::{Store, number};

/// A claim that was verified.
pub struct New<'n> {
    /// SHA-256 of the secret in its address.
    pub secret: [u8; 32],
    /// By which the same claim is known again.
    pub receipt_hash: &'n str,
    /// The order that it is about.
    pub order: &'n str,
    /// When it came.
    pub received: &'n str,
    /// The receipt, as canonical JSON.
    pub receipt: &'n str,
    /// Its files.
    pub files: &'n [NewFile],
}

/// A file of a claim that was verified.
pub struct NewFile {
    /// What it is for: `photos`.
    pub need: String,
    /// As its sender calls it.
    pub name: String,
    /// Its type, by its first bytes.
    pub kind: String,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// What is in it.
    pub bytes: Arc<Vec<u8>>,
}

/// A claim that is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The number that its sender is told.
    pub number: String,
}

impl Store {
    /// Writes a claim with its files; it is on the disk when this returns. The inner error is the number of the same claim, if it
    /// was received before.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep(&self, new: &New<'_>) -> rusqlite::Result<Result<Kept, String>> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let written = transaction
            .prepare(
                "INSERT INTO claim (secret, receipt_hash, order_number, received, receipt) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![new.secret, new.receipt_hash, new.order, new.received, new.receipt]);
        match written {
            Ok(_) => {}
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                let same = "SELECT id FROM claim WHERE receipt_hash = ?1";
                let before = transaction.query_row(same, [new.receipt_hash], |row| row.get(0)).optional()?;
                return before.map_or(Err(error), |id| Ok(Err(number(id))));
            }
            Err(error) => return Err(error),
        }
        let id = transaction.last_insert_rowid();
        for (position, file) in (1_i64..).zip(new.files) {
            transaction.prepare(
                "INSERT INTO file (claim, position, need, name, kind, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?.execute(params![id, position, file.need, file.name, file.kind, file.sha256, *file.bytes])?;
        }
        transaction.commit()?;
        Ok(Ok(Kept { number: number(id) }))
    }
}
