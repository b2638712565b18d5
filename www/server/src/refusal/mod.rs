//! Why something is not taken: a stable code, and sentences for people.

mod codes;

use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

pub use codes::Code;

use crate::language::Language;

/// A refusal with what its sentence speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The stable name.
    pub code: Code,
    params: Vec<(&'static str, String)>,
    more: Map<String, Value>,
    after: Option<u64>,
}

/// The longest piece of what was sent that a sentence repeats, in characters.
const LONGEST: usize = 80;

impl Refusal {
    /// A refusal.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, params: Vec::new(), more: Map::new(), after: None }
    }

    /// With a value that its sentence speaks of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((name, shortened(&value.into())));
        self
    }

    /// With more for programs.
    #[must_use]
    pub fn and(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// With the seconds after which it may be tried again.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        self.after = Some(seconds);
        self.with("seconds", seconds.to_string())
    }

    /// That too much is under way.
    #[must_use]
    pub fn busy() -> Self {
        Self::new(Code::Busy).after(5)
    }

    /// A failure of ours; what failed is told to whoever runs the server, not to who asks.
    #[must_use]
    pub fn failed(what: &dyn std::fmt::Display) -> Self {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "error: {what}");
        Self::new(Code::Failed)
    }

    /// The sentences.
    #[must_use]
    pub fn words(&self, language: Language) -> (String, String) {
        let (title, detail) = self.code.words(language);
        (filled(title, &self.params), filled(detail, &self.params))
    }

    /// As a problem in JSON (RFC 9457).
    #[must_use]
    pub fn response(&self, language: Language) -> Response {
        let (title, detail) = self.words(language);
        let mut problem = self.more.clone();
        let status = self.code.status();
        for (key, value) in [
            ("code", json!(self.code.name())),
            ("title", json!(title)),
            ("detail", json!(detail)),
            ("status", json!(status.as_u16())),
        ] {
            problem.insert(key.to_owned(), value);
        }
        self.headed((status, Value::Object(problem).to_string()).into_response(), "application/problem+json")
    }

    /// Gives an answer the headers that go with its refusal.
    #[must_use]
    pub fn headed(&self, mut response: Response, kind: &'static str) -> Response {
        *response.status_mut() = self.code.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.code.status() == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }
}

/// Without what would break a line or turn the direction of a text.
fn shortened(value: &str) -> String {
    let shown = |c: char| if c.is_control() || is_invisible(c) { ' ' } else { c };
    let mut text: String = value.chars().take(LONGEST).map(shown).collect();
    if value.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}

/// Marks that change how the text around them reads.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn filled(template: &str, params: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, next)) = after.split_once('}') else { break };
        out.push_str(params.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = next;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Code, Refusal};
    use crate::language::Language;

    #[test]
    fn a_sentence_repeats_only_a_little_and_nothing_invisible() {
        let refusal = Refusal::new(Code::FileMissing).with("name", format!("{{code}}\u{202e}\n{}", "x".repeat(5000)));
        let (_, detail) = refusal.words(Language::English);
        assert!(detail.contains("{code}  x") && detail.contains('…') && detail.len() < 300, "{detail}");
    }

    #[test]
    fn every_code_has_its_own_name_and_sentences_in_both_languages() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            let [english, chinese] = [Language::English, Language::Chinese].map(|language| code.words(language));
            assert!(english.0.is_ascii() && english.1.ends_with('.'), "{code:?}");
            assert!(!chinese.0.is_ascii() && chinese.1.ends_with('。'), "{code:?}");
            let named = |text: &str| -> Vec<String> {
                let mut names: Vec<String> =
                    text.split('{').skip(1).filter_map(|part| part.split('}').next().map(str::to_owned)).collect();
                names.sort();
                names
            };
            assert_eq!(named(english.1), named(chinese.1), "{code:?}");
        }
    }
}
