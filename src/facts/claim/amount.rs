//! Numbers and amounts as people write them: with a comma where others have a point, in groups of three, with a sign.

use crate::domain::{Currency, Money};

/// The signs that stand before or behind an amount.
const SIGNS: [char; 9] = ['¥', '￥', '元', '円', '₩', '€', '$', '£', '₹'];

/// An amount; none if it is none, or can be two.
#[must_use]
pub fn amount(text: &str, language: &str, currency: Currency) -> Option<Money> {
    let signed = |c: char| SIGNS.contains(&c);
    let code = currency.code();
    let bare = text.strip_prefix(code).or_else(|| text.strip_suffix(code)).unwrap_or(text).trim_matches(signed);
    Money::parse(&plain(bare, group_mark(language), currency.digits())?, currency).ok()
}

/// A number with a point at most; none if it is none, or can be two.
#[must_use]
pub fn number(text: &str) -> Option<String> {
    let plain = match text.split_once(',') {
        Some((whole, rest)) if rest.len() != 3 && !text.contains('.') => format!("{whole}.{rest}"),
        _ => text.to_owned(),
    };
    Money::plain_number(&plain).map(|_| plain)
}

/// What stands between groups of three digits.
fn group_mark(language: &str) -> &'static str {
    let speech = language.get(..2).unwrap_or_default().to_ascii_lowercase();
    if ["", "en", "zh", "ja", "ko"].contains(&&*speech) { "," } else { "." }
}

/// An amount with a point before its coins and nothing else between its digits.
fn plain(text: &str, group: &str, digits: u32) -> Option<String> {
    let Some(last) = text.rfind([',', '.']) else { return Some(text.to_owned()) };
    let (whole, rest) = text.split_at_checked(last)?;
    let (mark, coins) = (rest.get(..1)?, rest.get(1..)?);
    let several = whole.contains(mark);
    let fits = !coins.is_empty() && coins.len() <= usize::try_from(digits).unwrap_or(0);
    // Three digits behind the only mark are a group where the language groups so, unless they are coins for certain.
    if several || (coins.len() == 3 && mark == group && !(fits && mark == ".")) {
        return grouped(text, mark);
    }
    let other = if mark == "," { "." } else { "," };
    if fits { Some(format!("{}.{coins}", grouped(whole, other)?)) } else { None }
}

/// Digits in groups of three, without the marks between them.
fn grouped(text: &str, mark: &str) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let good = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    good.then(|| [first, &rest.concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::{amount, number};
    use crate::domain::Currency;

    fn read(text: &str, language: &str, currency: &str) -> Option<String> {
        amount(text, language, Currency::from_code(currency)?).map(|amount| amount.to_string())
    }

    #[test]
    fn a_comma_and_a_point_mean_what_their_places_say() {
        for text in ["1299.50", "1,299.50", "1.299,50", "1299,50", "1299,5", "€1.299,50", "1,299.50EUR"] {
            assert_eq!(read(text, "de", "EUR").as_deref(), Some("1299.50"), "{text}");
        }
        for text in ["1,299", "1299", "￥1,299", "1299円"] {
            assert_eq!(read(text, "ja", "JPY").as_deref(), Some("1299"), "{text}");
        }
        assert_eq!(read("1,234,567", "de", "EUR").as_deref(), Some("1234567.00"));
        assert_eq!(read("1.299", "de-AT", "EUR").as_deref(), Some("1299.00"));
        assert_eq!(read("1,299", "en", "EUR").as_deref(), Some("1299.00"));
        assert_eq!(read("1.299", "en", "KWD").as_deref(), Some("1.299"));
        let wrong =
            ["12,34,56", "1,29,9", "1.2.3", "1,299.5.0", "12.", ",", "-5", "1,2999", "5USD", "12345.678,90", "1.299"];
        for wrong in wrong {
            assert_eq!(read(wrong, "en", "EUR"), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_that_can_be_two_is_none() {
        assert_eq!(number("1,5").as_deref(), Some("1.5"));
        assert_eq!(number("-3").as_deref(), Some("-3"));
        for wrong in ["1,500", "1,2,3", "1,5.0", "five", "", "1,"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
