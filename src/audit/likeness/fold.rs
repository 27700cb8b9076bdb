//! Words for comparison. Signatures depend on this: it must never change.

use xxhash_rust::xxh3::xxh3_64;

/// The words of a text: its longest runs of letters and digits (Unicode `Alphabetic` and `Numeric`), as written.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// A word's hash: XXH3-64, seed 0, of its lower case in UTF-8.
pub fn word_hash(word: &str) -> u64 {
    xxh3_64(word.to_lowercase().as_bytes())
}

/// Hashes of a text's words, in order.
pub fn hashes(text: &str) -> Vec<u64> {
    words(text).map(word_hash).collect()
}

/// Hash of a row of word hashes: XXH3-64, seed 0, of their little-endian bytes one after the other.
pub fn row_hash(row: &[u64]) -> u64 {
    let bytes: Vec<u8> = row.iter().flat_map(|h| h.to_le_bytes()).collect();
    xxh3_64(&bytes)
}

/// Hash of a whole text: two texts that differ only in case, spacing and punctuation have the same.
pub fn text_hash(text: &str) -> u64 {
    row_hash(&hashes(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_spacing_and_case_do_not_count() {
        assert_eq!(
            text_hash("Täidab  muid ülesandeid;"),
            text_hash("täidab muid Ülesandeid.")
        );
        assert_ne!(
            text_hash("täidab muid ülesandeid"),
            text_hash("täidab ülesandeid muid")
        );
    }
}
