//! Rules over facts.

#[cfg(feature = "claim")]
pub mod claim;
#[cfg(feature = "quote")]
pub mod quote;
#[cfg(feature = "quote")]
pub mod receipt;
pub mod rights;
#[cfg(feature = "settlement")]
pub mod settlement;
#[cfg(feature = "claim")]
pub mod triage;
