//! Writing: the bytes of a file, and the canonical bytes that a digest is taken over.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::text::Digest;

/// A file's text: two spaces, one key a line, a newline at the end. The same document gives the
/// same bytes on every host.
#[must_use]
pub fn pretty<T: Serialize>(document: &T) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// Canonical JSON (RFC 8785): no blanks, keys sorted.
#[must_use]
pub fn canonical<T: Serialize>(document: &T) -> String {
    // serde_json's Value sorts its keys; every key of ours is ASCII, so bytes and UTF-16 sort alike.
    serde_json::to_value(document).map(|value| value.to_string()).unwrap_or_default()
}

/// The SHA-256 of a document's canonical JSON: a fingerprint, not a signature.
#[must_use]
pub fn digest_of<T: Serialize>(document: &T) -> Digest {
    Digest::from_bytes(&Sha256::digest(canonical(document).as_bytes()))
}
