//! Where something stands in a JSON document.

use std::fmt::Write as _;

use serde::Serialize;

/// A JSON Pointer (RFC 6901): `/rules/2/window/length`. The empty pointer is the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The value under a key of the object here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut next = self.0.clone();
        next.push('/');
        next.push_str(&key.replace('~', "~0").replace('/', "~1"));
        Self(next)
    }

    /// The value at a place of the list here, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut next = self.0.clone();
        // Writing to a string cannot fail.
        let _ = write!(next, "/{index}");
        Self(next)
    }

    /// As it is written in RFC 6901.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For a sentence: the root is "the document".
    #[must_use]
    pub fn shown(&self) -> String {
        if self.0.is_empty() { "the document".to_string() } else { format!("`{}`", self.0) }
    }
}
