//! What nobody can guess.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// 192 bits of the system's randomness, for an address or a cookie.
///
/// # Errors
/// That the system gives none.
pub fn secret() -> Result<String, String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).map_err(|error| format!("no randomness: {error}"))?;
    Ok(hex(&bytes))
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len().saturating_mul(2)), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::secret;

    #[test]
    fn secrets_are_long_and_never_the_same() {
        let secrets: BTreeSet<String> = (0..1000).map(|_| secret().unwrap()).collect();
        assert_eq!(secrets.len(), 1000);
        assert!(secrets.iter().all(|secret| secret.len() == 48));
    }
}
