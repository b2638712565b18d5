//! The language of whoever asks.

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use std::convert::Infallible;

/// A language of the shop's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Simplified Chinese.
    Chinese,
}

impl Language {
    /// As it stands in `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// One of two texts.
    #[must_use]
    pub const fn of<T: Copy>(self, english: T, chinese: T) -> T {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    fn named(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_', ';']).next().unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// What the address says in `lang`, or else the most wanted one that the shop speaks, or else English.
    #[must_use]
    pub fn wanted(query: Option<&str>, accepted: &str) -> Self {
        let asked = query.into_iter().flat_map(|query| query.split('&')).find_map(|pair| pair.strip_prefix("lang="));
        if let Some(language) = asked.and_then(Self::named) {
            return language;
        }
        // The weight as thousandths; the first of equals wins.
        let weight = |range: &str| -> u32 {
            let quality = range.split(';').find_map(|part| part.trim().strip_prefix("q=")).unwrap_or("1");
            let (whole, thousandths) = quality.split_once('.').unwrap_or((quality, ""));
            format!("{whole}{thousandths:0<3.3}").parse().unwrap_or(0)
        };
        let mut best = (0, Self::English);
        for range in accepted.split(',').take(50) {
            if let Some(language) = Self::named(range)
                && weight(range) > best.0
            {
                best = (weight(range), language);
            }
        }
        best.1
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let accepted = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Self::wanted(parts.uri.query(), accepted))
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, Chinese, English};

    #[test]
    fn the_most_wanted_language_that_the_shop_speaks() {
        for (accepted, language) in [
            ("", English),
            ("zh-CN,zh;q=0.9,en;q=0.8", Chinese),
            ("de, en;q=0.5, zh;q=0.7", Chinese),
            ("en-GB,en;q=0.9", English),
            ("fr", English),
            ("zh;q=0", English),
            ("zh;q=0.30, en;q=0.4", English),
            (";;;,q=,zh;q=9999999999", English),
        ] {
            assert_eq!(Language::wanted(None, accepted), language, "{accepted}");
        }
    }

    #[test]
    fn the_address_wins() {
        assert_eq!(Language::wanted(Some("a=1&lang=zh"), "en"), Chinese);
        assert_eq!(Language::wanted(Some("lang=en"), "zh"), English);
        assert_eq!(Language::wanted(Some("lang=xx"), "zh"), Chinese);
    }
}
