//! Rules over facts.

#[cfg(feature = "full")]
pub mod quote;
pub mod rights;
#[cfg(feature = "full")]
pub mod settlement;
