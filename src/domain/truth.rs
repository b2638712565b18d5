//! What is certain.

use serde::Serialize;

/// It is so, it is not so, or it depends on something that is not known yet.
///
/// Combined as Kleene's three-valued logic: a single `no` settles "all of these", a single `yes` settles "any of these".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// It is not so, whatever else is learnt.
    No,
    /// It depends on what is not known yet.
    Maybe,
    /// It is so, whatever else is learnt.
    Yes,
}

impl Finding {
    /// All of them hold; nothing to hold is a yes.
    #[must_use]
    pub fn all(findings: impl IntoIterator<Item = Self>) -> Self {
        Self::until(Self::No, findings, Self::Yes, Self::min)
    }

    /// At least one of them holds; nothing to hold is a no.
    #[must_use]
    pub fn any(findings: impl IntoIterator<Item = Self>) -> Self {
        Self::until(Self::Yes, findings, Self::No, Self::max)
    }

    /// All of them together; none is looked at any more once it is settled.
    fn until(
        settled: Self,
        findings: impl IntoIterator<Item = Self>,
        first: Self,
        both: impl Fn(Self, Self) -> Self,
    ) -> Self {
        let mut so_far = first;
        for finding in findings {
            so_far = both(so_far, finding);
            if so_far == settled {
                break;
            }
        }
        so_far
    }
}

impl std::ops::Not for Finding {
    type Output = Self;

    /// The opposite; what is not known stays not known.
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

impl From<bool> for Finding {
    fn from(so: bool) -> Self {
        if so { Self::Yes } else { Self::No }
    }
}
