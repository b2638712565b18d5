//! Patterns: regular expressions that are matched in time that grows with the text, whatever they are.

use regex_lite::{Regex, RegexBuilder};

/// The most memory that a compiled pattern may take, in bytes.
const LARGEST: usize = 64 * 1024;

/// Whether a pattern can be read, and is not too large.
pub(super) fn is_good(pattern: &str) -> bool {
    // By itself first, so that a bracket in it cannot close ours.
    RegexBuilder::new(pattern).size_limit(LARGEST).build().is_ok() && whole(pattern).is_some()
}

/// A good pattern that all of a text must match.
pub(super) fn whole(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST).build().ok()
}
