//! What the engine counts with: days, money, certainty, texts, and places in documents.

mod calendar;
mod codes;
mod currency;
mod date;
mod json;
mod log;
mod money;
mod period;
mod pointer;
mod problem;
pub mod shape;
#[cfg(any(feature = "quote", feature = "settlement"))]
mod share;
mod sorted;
mod text;
mod truth;
#[cfg(feature = "explain")]
mod zone;

pub use calendar::{Calendar, Reading, Weekday};
pub use currency::Currency;
pub use date::Date;
pub use json::{Json, Refused, Tree};
pub use log::{Floor, Log, Slip};
#[cfg(feature = "quote")]
pub use money::Rate;
pub use money::{Money, MoneyError, Percent, Rounding};
pub(crate) use money::{product, sum};
pub use period::{Period, PeriodError, Unit};
pub use pointer::Pointer;
pub use problem::{Code, Problem, Problems, Severity, listed, suggestion};

#[cfg(feature = "settlement")]
pub use share::portion;
#[cfg(any(feature = "quote", feature = "settlement"))]
pub use share::shared;
pub use sorted::SortedSet;
pub use text::Text;
pub use truth::Finding;
#[cfg(feature = "explain")]
pub use zone::{is_time_zone, nearest_time_zone};
