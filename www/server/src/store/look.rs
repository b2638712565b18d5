//! Looking at what was received.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Store, id, number};

/// A claim with what is known of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its number.
    pub number: String,
    /// The order that it is about.
    pub order: String,
    /// When it came.
    pub received: String,
    /// The receipt, as canonical JSON.
    pub receipt: String,
    /// Its files, without what is in them.
    pub files: Vec<File>,
}

/// A file of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its place among the files of the claim, from 1.
    pub position: i64,
    /// What it is for.
    pub need: String,
    /// As its sender calls it.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size: i64,
}

/// A claim in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub number: String,
    /// The order that it is about.
    pub order: String,
    /// When it came.
    pub received: String,
    /// The receipt.
    pub receipt: String,
    /// How many files it has.
    pub files: i64,
}

impl Store {
    /// The claim whose sender has this secret.
    ///
    /// # Errors
    /// What the database says.
    pub fn of_secret(&self, secret: &[u8; 32]) -> rusqlite::Result<Option<Claim>> {
        let reader = self.reader();
        let found =
            reader.query_row("SELECT id FROM claim WHERE secret = ?1", [secret], |row| row.get(0)).optional()?;
        found.map_or(Ok(None), |id| claim(&reader, id))
    }

    /// The claim of a number.
    ///
    /// # Errors
    /// What the database says.
    pub fn of_number(&self, number: &str) -> rusqlite::Result<Option<Claim>> {
        id(number).map_or(Ok(None), |id| claim(&self.reader(), id))
    }

    /// The newest claims: so many of them, those after a claim only.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest(&self, most: usize, before: Option<&str>) -> rusqlite::Result<Vec<Listed>> {
        let before = before.and_then(id).unwrap_or(i64::MAX);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let reader = self.reader();
        let mut listed = reader.prepare(
            "SELECT id, order_number, received, receipt, (SELECT count(*) FROM file WHERE claim = id) FROM claim
             WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
        )?;
        let rows = listed.query_map(params![before, most], |row| {
            Ok(Listed {
                number: number(row.get(0)?),
                order: row.get(1)?,
                received: row.get(2)?,
                receipt: row.get(3)?,
                files: row.get(4)?,
            })
        })?;
        rows.collect()
    }

    /// A file of a claim, with what is in it.
    ///
    /// # Errors
    /// What the database says.
    pub fn file(&self, number: &str, position: i64) -> rusqlite::Result<Option<(File, Vec<u8>)>> {
        let Some(id) = id(number) else { return Ok(None) };
        let one = format!("SELECT {ABOUT}, bytes FROM file WHERE claim = ?1 AND position = ?2");
        let reader = self.reader();
        let found = reader.query_row(&one, params![id, position], |row| Ok((file(row)?, row.get(6)?)));
        found.optional()
    }

    /// How many claims there are.
    ///
    /// # Errors
    /// What the database says.
    pub fn count(&self) -> rusqlite::Result<i64> {
        self.reader().query_row("SELECT count(*) FROM claim", [], |row| row.get(0))
    }
}

const ABOUT: &str = "position, need, name, kind, sha256, length(bytes)";

fn file(row: &Row<'_>) -> rusqlite::Result<File> {
    Ok(File {
        position: row.get(0)?,
        need: row.get(1)?,
        name: row.get(2)?,
        kind: row.get(3)?,
        sha256: row.get(4)?,
        size: row.get(5)?,
    })
}

fn claim(reader: &Connection, id: i64) -> rusqlite::Result<Option<Claim>> {
    let one = "SELECT order_number, received, receipt FROM claim WHERE id = ?1";
    let found = reader.query_row(one, [id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let Some((order, received, receipt)) = found else { return Ok(None) };
    let mut files = reader.prepare(&format!("SELECT {ABOUT} FROM file WHERE claim = ?1 ORDER BY position"))?;
    let files = files.query_map([id], file)?.collect::<rusqlite::Result<_>>()?;
    Ok(Some(Claim { number: number(id), order, received, receipt, files }))
}

#[cfg(test)]
mod tests {
    use super::super::{New, NewFile, Store};

    #[test]
    fn what_is_kept_is_there_word_for_word_and_byte_for_byte() {
        let folder = std::env::temp_dir().join(format!("makegood-store-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let strange = "a\0b \u{202e}\u{1f980} '); DROP TABLE claim; --";
        let file = |bytes: Vec<u8>| NewFile {
            need: "photos".into(),
            name: strange.into(),
            kind: "image/png".into(),
            sha256: "00".into(),
            bytes: bytes.into(),
        };
        let files = [file((0..=255).collect()), file(vec![])];
        let new = |secret: u8, hash| New {
            secret: [secret; 32],
            receipt_hash: hash,
            order: "7",
            received: "2026-03-18T00:00:00Z",
            receipt: strange,
            files: &files,
        };
        {
            let store = Store::open(&folder).unwrap();
            assert_eq!(store.keep(&new(1, "one")).unwrap().unwrap().number, "C-000001");
            assert_eq!(store.keep(&new(2, "one")).unwrap().unwrap_err(), "C-000001", "the same once only");
            assert_eq!(store.keep(&new(3, "two")).unwrap().unwrap().number, "C-000002");
            assert!(store.keep(&new(3, "three")).is_err(), "no two claims have one secret");
        }
        let store = Store::open(&folder).unwrap();
        let claim = store.of_secret(&[1; 32]).unwrap().unwrap();
        assert_eq!((claim.receipt.as_str(), claim.files.len()), (strange, 2));
        assert_eq!(store.of_number("C-000001").unwrap().unwrap(), claim);
        assert_eq!(store.of_secret(&[2; 32]).unwrap(), None);
        for number in ["C-", "C-3", "1", "C--1", "C-99999999999999999999", "C-1 OR 1=1"] {
            assert_eq!(store.of_number(number).unwrap(), None, "{number}");
        }
        let (about, bytes) = store.file("C-000001", 1).unwrap().unwrap();
        assert_eq!((about.name.as_str(), about.size, bytes), (strange, 256, (0..=255).collect::<Vec<u8>>()));
        assert_eq!(store.file("C-000001", 3).unwrap(), None);
        let numbers =
            |most, before| store.newest(most, before).unwrap().into_iter().map(|one| one.number).collect::<Vec<_>>();
        assert_eq!(numbers(9, None), ["C-000002", "C-000001"]);
        assert_eq!(numbers(1, None), ["C-000002"]);
        assert_eq!(numbers(9, Some("C-000002")), ["C-000001"]);
        assert_eq!(store.count().unwrap(), 2);
        drop(store);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
