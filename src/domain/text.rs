//! A text in one or several languages.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// What the shop says, either once for everybody or once for each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same for every language.
    One(String),
    /// By BCP 47 language tag, in the order in which the shop wrote them.
    By(Vec<(String, String)>),
}

impl Default for Text {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl Text {
    /// Whether a shopper who reads this language has a text.
    #[must_use]
    pub fn speaks(&self, language: &str) -> bool {
        match self {
            Self::One(_) => true,
            Self::By(texts) => texts.iter().any(|(tag, _)| tag.eq_ignore_ascii_case(language)),
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => to.serialize_str(text),
            Self::By(texts) => {
                let mut map = to.serialize_map(Some(texts.len()))?;
                for (tag, text) in texts {
                    map.serialize_entry(tag, text)?;
                }
                map.end()
            }
        }
    }
}
