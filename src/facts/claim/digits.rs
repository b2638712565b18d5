//! Numbers with digits that check the others: IMEI, IBAN.

/// Why a text is no IMEI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImeiError {
    /// It has not 15 digits.
    Form,
    /// The last digit does not fit the others.
    CheckDigit,
}

/// An IMEI without hyphens.
///
/// 15 digits, the last of which checks the others by the Luhn formula (3GPP TS 23.003, annex B).
///
/// # Errors
/// Why it is none.
pub fn imei(text: &str) -> Result<String, ImeiError> {
    let digits: String = text.chars().filter(|c| !matches!(c, '-' | '/' | '.')).collect();
    let same = digits.chars().all(|c| digits.starts_with(c));
    if digits.len() != 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) || same {
        return Err(ImeiError::Form);
    }
    let sum = digits.bytes().rev().enumerate().fold(0_u32, |sum, (place, byte)| {
        let digit = u32::from(byte.saturating_sub(b'0'));
        let doubled = if place.is_multiple_of(2) { digit } else { digit.saturating_mul(2) };
        sum.saturating_add(if doubled > 9 { doubled.saturating_sub(9) } else { doubled })
    });
    if sum.is_multiple_of(10) { Ok(digits) } else { Err(ImeiError::CheckDigit) }
}

/// An account without separators; none if it is none.
///
/// What begins as an IBAN does, and is nearly as long as the shortest, is checked as one (ISO 13616: the remainder by 97 is 1);
/// anything else is a number, a name or an address that a way of payment knows.
#[must_use]
pub fn account(text: &str) -> Option<String> {
    let compact: String = text.chars().filter(|c| *c != '-').collect();
    let upper = compact.to_ascii_uppercase();
    let mut first = upper.bytes();
    let letters = first.by_ref().take(2).filter(u8::is_ascii_uppercase).count() == 2;
    let is_iban = letters && first.take(2).filter(u8::is_ascii_digit).count() == 2 && upper.len() > 12;
    if is_iban && upper.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return ((15..=34).contains(&upper.len()) && remainder(&upper) == 1).then_some(upper);
    }
    let good = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "@._+".contains(c);
    let length = compact.chars().count();
    ((4..=64).contains(&length) && compact.chars().all(good)).then_some(compact)
}

/// The remainder by 97 of an IBAN, its first four characters at the end, letters as 10 to 35.
fn remainder(iban: &str) -> u32 {
    let (head, tail) = iban.split_at_checked(4).unwrap_or((iban, ""));
    tail.chars().chain(head.chars()).fold(0_u32, |rest, c| {
        let value = c.to_digit(36).unwrap_or(0);
        let shifted = rest.saturating_mul(if value > 9 { 100 } else { 10 });
        shifted.saturating_add(value) % 97
    })
}

#[cfg(test)]
mod tests {
    use super::{ImeiError, account, imei};

    #[test]
    fn the_last_digit_of_an_imei_checks_the_others() {
        assert_eq!(imei("49-015420-323751-8").as_deref(), Ok("490154203237518"));
        assert_eq!(imei("490154203237517"), Err(ImeiError::CheckDigit));
        for wrong in ["49015420323751", "4901542032375180", "49015420323751a", "000000000000000", ""] {
            assert_eq!(imei(wrong), Err(ImeiError::Form), "{wrong}");
        }
    }

    #[test]
    fn an_iban_is_checked_and_other_accounts_are_not() {
        assert_eq!(account("gb29nwbk60161331926819").as_deref(), Some("GB29NWBK60161331926819"));
        assert_eq!(account("DE89370400440532013001"), None);
        assert_eq!(account("6222021234567890").as_deref(), Some("6222021234567890"));
        assert_eq!(account("wu88lin").as_deref(), Some("wu88lin"));
        assert_eq!(account("NO938601111794"), None, "a digit is missing");
        assert_eq!(account("a!"), None);
    }
}
