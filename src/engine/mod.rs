//! Rules over facts.

#[cfg(feature = "full")]
pub mod quote;
#[cfg(feature = "full")]
pub mod receipt;
pub mod rights;
#[cfg(feature = "full")]
pub mod settlement;
