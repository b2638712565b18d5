//! Exact amounts.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use super::currency::Currency;

/// An amount in one currency, exact to its smallest coin and never negative.
///
/// ```
/// use makegood::domain::{Currency, Money, Percent, Rounding};
/// let cny = Currency::from_code("CNY").unwrap();
/// let price = Money::parse("299.95", cny).unwrap();
/// let fee = price.share(Percent::parse("10").unwrap(), Rounding::HalfEven).unwrap();
/// assert_eq!(fee.to_string(), "30.00"); // 29.995, rounded once
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    amount: Decimal,
    digits: u32,
}

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Not digits with at most one point, too many digits, or negative.
    Unreadable,
    /// An amount in another currency, whose code it names.
    OtherCurrency(String),
}

/// What happens to half a coin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// To the even neighbour: 0.125 becomes 0.12, 0.135 becomes 0.14.
    #[default]
    HalfEven,
    /// Away from zero: 0.125 becomes 0.13.
    HalfUp,
}

/// The most digits of a number; sums, shares and multiples of such amounts stay exact.
const MOST_DIGITS: usize = 18;

impl Money {
    /// Nothing to pay.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::ZERO, digits: currency.digits() }
    }

    /// Reads `"299.00"`, or `"299.00 CNY"` to state the currency.
    ///
    /// # Errors
    /// [`MoneyError::Unreadable`] for anything but digits with a point and no more minor digits than the currency has;
    /// [`MoneyError::OtherCurrency`] when another currency is stated.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let amount = match text.split_once(' ') {
            None => text,
            Some((amount, code)) if code == currency.code() => amount,
            Some((_, code)) if Currency::from_code(code).is_some() => {
                return Err(MoneyError::OtherCurrency(code.to_owned()));
            }
            Some(_) => return Err(MoneyError::Unreadable),
        };
        let digits = currency.digits();
        let whole = amount.split('.').next().unwrap_or_default();
        let amount = decimal(amount, false).ok_or(MoneyError::Unreadable)?;
        // With all of its coins it must be readable again.
        if amount.scale() > digits || whole.len().saturating_add(usize::try_from(digits).unwrap_or(0)) > MOST_DIGITS {
            return Err(MoneyError::Unreadable);
        }
        Ok(Self { amount, digits })
    }

    /// An amount that only serves to be compared, such as one between two thresholds.
    #[must_use]
    pub(crate) const fn of(amount: Decimal, currency: Currency) -> Self {
        Self { amount, digits: currency.digits() }
    }

    /// Reads a number that is no amount: digits with a point, possibly negative.
    #[must_use]
    pub(crate) fn plain_number(text: &str) -> Option<Decimal> {
        decimal(text, true)
    }

    /// A share of the amount, rounded once to the smallest coin.
    #[must_use]
    pub fn share(self, percent: Percent, rounding: Rounding) -> Option<Self> {
        Some(self.rounded(product(product(self.amount, percent.0)?, Decimal::new(1, 2))?, rounding))
    }

    /// Another amount of the same currency, rounded to the smallest coin.
    fn rounded(self, amount: Decimal, rounding: Rounding) -> Self {
        let strategy = match rounding {
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        };
        Self { amount: amount.round_dp_with_strategy(self.digits, strategy), ..self }
    }

    /// The part of it that is to the whole as one number to another, rounded once; nothing of nothing.
    #[cfg(feature = "quote")]
    #[must_use]
    pub fn part(self, of: Decimal, whole: Decimal, rounding: Rounding) -> Option<Self> {
        let part = if whole.is_zero() { Decimal::ZERO } else { product(self.amount, of)?.checked_div(whole)? };
        Some(self.rounded(part, rounding))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { amount: sum(self.amount, other.amount)?, ..self })
    }

    /// What is left after taking the other away; nothing if the other is more.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        // Nothing less nothing is a zero with a sign; there is one zero.
        let left = sum(self.amount, -other.amount).filter(|left| *left > Decimal::ZERO);
        Self { amount: left.unwrap_or_default(), ..self }
    }

    /// Both together. Amounts have at most 18 digits and a document holds fewer than ten thousand million of them, so that their
    /// sum always has a place.
    #[cfg(feature = "quote")]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.plus(other).unwrap_or(self)
    }

    /// So many times the amount.
    #[must_use]
    pub fn times(self, count: u32) -> Option<Self> {
        Some(Self { amount: product(self.amount, Decimal::from(count))?, ..self })
    }

    /// How many of the smallest coins it is.
    #[cfg(any(feature = "quote", feature = "settlement"))]
    #[must_use]
    pub(crate) fn coins(self) -> i128 {
        let mut amount = self.amount;
        amount.rescale(self.digits);
        amount.mantissa()
    }

    /// So many of the smallest coins; nothing if there are fewer than none.
    #[cfg(feature = "settlement")]
    #[must_use]
    pub(crate) fn of_coins(coins: i128, currency: Currency) -> Self {
        let amount = Decimal::try_from_i128_with_scale(coins.max(0), currency.digits());
        Self { amount: amount.unwrap_or(Decimal::MAX), digits: currency.digits() }
    }

    /// The plain number, to hold against the thresholds of a policy.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.amount
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut amount = self.amount;
        amount.rescale(self.digits);
        write!(f, "{amount}")
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A share of a hundred, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(Decimal);

impl Percent {
    /// Nothing of it.
    #[cfg(feature = "quote")]
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads `"10"` or `"12.5"`; nothing below 0 or above 100.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        decimal(text, false).filter(|percent| *percent <= Decimal::ONE_HUNDRED && percent.scale() <= 6).map(Self)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A rate of tax as a fraction: `0.13` is 13 %.
#[cfg(feature = "quote")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(Decimal);

#[cfg(feature = "quote")]
impl Rate {
    /// Reads `"0.13"`; nothing below 0 or above 100.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        decimal(text, false).filter(|rate| *rate <= Decimal::ONE_HUNDRED && rate.scale() <= 6).map(Self)
    }

    /// Whether it takes more than the amount itself, as no tax does.
    #[must_use]
    pub fn is_above_one(self) -> bool {
        self.0 > Decimal::ONE
    }

    /// As so much of a hundred.
    #[must_use]
    pub fn as_percent(self) -> Decimal {
        product(self.0, Decimal::ONE_HUNDRED).unwrap_or_default().normalize()
    }

    /// The tax that is added to a price, rounded once.
    #[must_use]
    pub fn added_to(self, price: Money, rounding: Rounding) -> Option<Money> {
        Some(price.rounded(product(price.amount, self.0)?, rounding))
    }

    /// The tax that a price holds, rounded once.
    #[must_use]
    pub fn held_in(self, price: Money, rounding: Rounding) -> Option<Money> {
        let with = sum(self.0, Decimal::ONE)?;
        Some(price.rounded(product(price.amount, self.0)?.checked_div(with)?, rounding))
    }
}

#[cfg(feature = "quote")]
impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0.normalize())
    }
}

/// Both together; one function for all sums, because the compiler would write it out at each of them.
#[inline(never)]
pub(crate) fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_add(other)
}

/// One times the other; one function for the same reason.
#[inline(never)]
pub(crate) fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_mul(other)
}

/// Reads plain digits with at most one point between digits; a leading `-` where it is allowed. No `+`, no exponent, no
/// separators.
fn decimal(text: &str, negative: bool) -> Option<Decimal> {
    let magnitude = if negative { text.strip_prefix('-').unwrap_or(text) } else { text };
    let (whole, fraction) = match magnitude.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (magnitude, ""),
    };
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.len().saturating_add(fraction.len());
    if whole.is_empty() || digits > MOST_DIGITS || !plain(whole) || !plain(fraction) {
        return None;
    }
    let coins: i64 = [whole, fraction].concat().parse().ok()?;
    let signed = if magnitude.len() < text.len() { coins.checked_neg()? } else { coins };
    Some(Decimal::new(signed, u32::try_from(fraction.len()).ok()?))
}
