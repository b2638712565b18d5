//! A text in one or several languages.

use serde::{Serialize, Serializer};

use super::json::Json;

/// What the shop says, either once for everybody or once for each BCP 47 language tag, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'s>(pub(crate) &'s Json);

impl Text<'_> {
    /// Whether a shopper who reads this language has a text.
    #[must_use]
    pub fn speaks(self, language: &str) -> bool {
        match self.0 {
            Json::Object(texts) => texts.iter().any(|(tag, _)| tag.eq_ignore_ascii_case(language)),
            _ => true,
        }
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}
