//! How somebody can be reached: e-mail addresses and telephone numbers.

/// An e-mail address with its domain in small letters; none if it is none.
///
/// The form is that of `<input type="email">` in the HTML standard, with letters of all languages, and a domain with at least
/// one point: what it lets through may still reach nobody.
#[must_use]
pub fn email(text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    let letter = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric();
    let atom = |c: char| letter(c) || "!#$%&'*+/=?^_`{|}~-".contains(c);
    let good = |part: &str| !part.is_empty() && part.chars().all(atom);
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().count() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| letter(c) || c == '-')
    };
    let (_, top) = domain.rsplit_once('.')?;
    let named = top.chars().count() >= 2 && !top.chars().all(|c| c.is_ascii_digit());
    if local.chars().count() > 64 || !local.split('.').all(good) || !domain.split('.').all(label) || !named {
        return None;
    }
    Some(format!("{local}@{}", domain.to_ascii_lowercase()))
}

/// A telephone number in its international form (E.164); none if it is none, or has no code of a country.
///
/// A nought in brackets is for calls inside the country, and no part of the number.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let text = text.replacen("(0)", "", 1);
    let rest: String = text.chars().filter(|c| !matches!(c, '-' | '.' | '(' | ')' | '/')).collect();
    let digits = rest.strip_prefix('+').or_else(|| rest.strip_prefix("00"))?;
    let good = (7..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::{email, phone};

    #[test]
    fn the_domain_of_an_address_is_in_small_letters() {
        assert_eq!(email("Yue.Lin@Example.COM").as_deref(), Some("Yue.Lin@example.com"));
        assert_eq!(email("müller@bücher.example").as_deref(), Some("müller@bücher.example"));
        for wrong in ["", "a", "a@", "@b.com", "a@b", "a..b@c.de", "a@-b.com", "a@b.1", "a@b..com", "a b@c.com"] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_has_the_code_of_a_country() {
        assert_eq!(phone("+49(30)901820").as_deref(), Some("+4930901820"));
        assert_eq!(phone("004930901820").as_deref(), Some("+4930901820"));
        assert_eq!(phone("+49(0)30901820").as_deref(), Some("+4930901820"));
        for wrong in ["030901820", "+0301234567", "+12345", "+1234567890123456", "+49x0901820"] {
            assert_eq!(phone(wrong), None, "{wrong}");
        }
    }
}
