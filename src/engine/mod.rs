//! Rules over facts.

pub mod rights;
