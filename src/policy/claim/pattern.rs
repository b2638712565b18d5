//! Patterns: regular expressions that are matched in time that grows with the text, whatever they are.

use regex_lite::{Regex, RegexBuilder};

/// The most memory that a compiled pattern may take, in bytes.
const LARGEST: usize = 64 * 1024;

/// A pattern that all of a text must match; none if it cannot be read, or is too large.
pub(super) fn whole(pattern: &str) -> Option<Regex> {
    // By itself first, so that a bracket in it cannot close ours.
    RegexBuilder::new(pattern).size_limit(LARGEST).build().ok()?;
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST).build().ok()
}
