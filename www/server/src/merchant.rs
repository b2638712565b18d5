//! Who may read all claims: whoever has the merchant's key.

use std::sync::Mutex;

use subtle::ConstantTimeEq as _;
use tokio::time::{Duration, Instant};

use crate::random::{secret, sha256};

/// How long whoever gave the key need not give it again.
const SIGNED_IN: Duration = Duration::from_secs(8 * 60 * 60);
/// Those signed in at the same time; whoever signs in after them takes the place of the first.
const MOST_SIGNED_IN: usize = 16;
/// The name of the cookie.
pub const COOKIE: &str = "makegood-merchant";

/// The key, and who gave it.
pub struct Merchant {
    key: String,
    made_up: bool,
    signed_in: Mutex<Vec<([u8; 32], Instant)>>,
}

impl Merchant {
    /// With a key, or a new one.
    ///
    /// # Errors
    /// That a key is too short, or that the system gives no randomness.
    pub fn new(key: Option<String>) -> Result<Self, String> {
        let made_up = key.is_none();
        let key = key.map_or_else(secret, Ok)?;
        if key.len() < 16 {
            return Err("--merchant-key wants at least 16 characters".to_owned());
        }
        Ok(Self { key, made_up, signed_in: Mutex::new(Vec::new()) })
    }

    /// Whether the key was made up at the start, and has to be told.
    #[must_use]
    pub const fn is_made_up(&self) -> bool {
        self.made_up
    }

    /// The key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The cookie of whoever gives the key; none for any other.
    ///
    /// # Errors
    /// That the system gives no randomness.
    pub fn sign_in(&self, key: &str) -> Result<Option<String>, String> {
        // Hashes have one length, and say nothing of how far a key was right.
        if !bool::from(sha256(key.as_bytes()).ct_eq(&sha256(self.key.as_bytes()))) {
            return Ok(None);
        }
        let token = secret()?;
        if let Ok(mut signed_in) = self.signed_in.lock() {
            signed_in.retain(|(_, until)| *until > Instant::now());
            if signed_in.len() >= MOST_SIGNED_IN {
                signed_in.remove(0);
            }
            signed_in.push((sha256(token.as_bytes()), Instant::now() + SIGNED_IN));
        }
        let age = SIGNED_IN.as_secs();
        Ok(Some(format!("{COOKIE}={token}; Path=/merchant; Max-Age={age}; HttpOnly; SameSite=Strict")))
    }

    /// Whether the cookies of a request are those of somebody who gave the key.
    #[must_use]
    pub fn knows(&self, cookies: &str) -> bool {
        let Some(token) = token(cookies) else { return false };
        let token = sha256(token.as_bytes());
        self.signed_in.lock().is_ok_and(|signed_in| {
            signed_in.iter().any(|(known, until)| bool::from(known.ct_eq(&token)) && *until > Instant::now())
        })
    }

    /// Forgets whoever asks, and the cookie that makes the browser forget, too.
    #[must_use]
    pub fn sign_out(&self, cookies: &str) -> String {
        if let (Some(token), Ok(mut signed_in)) = (token(cookies), self.signed_in.lock()) {
            let token = sha256(token.as_bytes());
            signed_in.retain(|(known, _)| !bool::from(known.ct_eq(&token)));
        }
        format!("{COOKIE}=; Path=/merchant; Max-Age=0; HttpOnly; SameSite=Strict")
    }
}

fn token(cookies: &str) -> Option<&str> {
    cookies.split(';').find_map(|cookie| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::Merchant;

    fn cookie(set: &str) -> &str {
        set.split(';').next().unwrap_or_default()
    }

    #[tokio::test]
    async fn only_the_key_opens() {
        let merchant = Merchant::new(Some("a-key-of-sixteen".into())).unwrap();
        for wrong in ["", "a-key-of-sixtee", "a-key-of-sixteen ", "A-key-of-sixteen"] {
            assert_eq!(merchant.sign_in(wrong).unwrap(), None, "{wrong}");
        }
        let set = merchant.sign_in("a-key-of-sixteen").unwrap().unwrap();
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict"));
        assert!(merchant.knows(&format!("other=1; {}", cookie(&set))));
        assert!(!merchant.knows(&format!("{}0", cookie(&set))));
        assert!(!merchant.knows("makegood-merchant=") && !merchant.knows(""));
        let _ = merchant.sign_out(cookie(&set));
        assert!(!merchant.knows(cookie(&set)));
        assert!(Merchant::new(Some("short".into())).is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_signed_in_has_to_do_so_again_on_the_next_day() {
        let merchant = Merchant::new(None).unwrap();
        let set = merchant.sign_in(merchant.key()).unwrap().unwrap();
        tokio::time::advance(std::time::Duration::from_secs(9 * 60 * 60)).await;
        assert!(!merchant.knows(cookie(&set)));
    }
}
