//! MinHash signatures (Broder 1997): the share of equal places estimates the Jaccard likeness of two sets of shingles.
//!
//! A signature can be computed anywhere from this description, and never changes:
//!
//! 1. A clause's words and their hashes are those of [`super::fold`].
//! 2. A shingle is the [`row_hash`] of three words that follow each other in a clause; of all its words where it has fewer.
//! 3. Place `i` of 120 holds the least, over all shingles `s`, of the upper 32 bits of `a(i)·s + b(i)` modulo 2^64, where
//!    `a(i)` and `b(i)` are the outputs number `2i` and `2i + 1` of SplitMix64 that starts at 0, `a(i)` with its lowest bit
//!    set.

use super::fold::{hashes, row_hash};

/// Number of places.
pub const PLACES: usize = 120;

/// Words in a shingle.
const SHINGLE: usize = 3;

/// A document's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(Box<[u32; PLACES]>);

impl Default for Signature {
    /// The signature of nothing.
    fn default() -> Self {
        Self(Box::new([u32::MAX; PLACES]))
    }
}

impl Signature {
    /// The signature of a set of shingles.
    pub fn of(shingles: &[u64]) -> Self {
        let mut places = Box::new([u32::MAX; PLACES]);
        for (place, &(a, b)) in places.iter_mut().zip(&FACTORS) {
            let value = |s: &u64| (a.wrapping_mul(*s).wrapping_add(b) >> 32) as u32;
            *place = shingles.iter().map(value).min().unwrap_or(u32::MAX);
        }
        Self(places)
    }

    /// The places.
    pub fn places(&self) -> &[u32; PLACES] {
        &self.0
    }

    /// Estimated likeness, 0 to 1; the standard error is at most 0.046.
    pub fn likeness(&self, other: &Signature) -> f32 {
        let equal = self.0.iter().zip(other.0.iter()).filter(|(a, b)| a == b);
        equal.count() as f32 / PLACES as f32
    }
}

/// The distinct shingles of a clause's text.
pub fn shingles(text: &str) -> Vec<u64> {
    let words = hashes(text);
    if words.is_empty() {
        return Vec::new();
    }
    words
        .windows(SHINGLE.min(words.len()))
        .map(row_hash)
        .collect()
}

const FACTORS: [(u64, u64); PLACES] = factors();

const fn factors() -> [(u64, u64); PLACES] {
    let mut factors = [(0, 0); PLACES];
    let mut state = 0u64;
    let mut i = 0;
    while i < PLACES {
        let (a, next) = split_mix(state);
        let (b, next) = split_mix(next);
        factors[i] = (a | 1, b);
        state = next;
        i += 1;
    }
    factors
}

/// One step of SplitMix64 (Steele, Lea, Flood 2014): the output and the next state.
const fn split_mix(state: u64) -> (u64, u64) {
    let next = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = next;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (z ^ (z >> 31), next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generator_is_split_mix_64() {
        // First output for state 0, as published with the generator.
        assert_eq!(split_mix(0).0, 0xE220_A839_7B1D_CDAF);
    }

    #[test]
    fn estimate_is_near_the_true_likeness() {
        let one: Vec<u64> = (0..1000).map(|i| row_hash(&[i])).collect();
        let other: Vec<u64> = (200..1200).map(|i| row_hash(&[i])).collect();
        let likeness = Signature::of(&one).likeness(&Signature::of(&other));
        assert!((likeness - 800.0 / 1200.0).abs() < 0.14, "{likeness}");
    }
}
