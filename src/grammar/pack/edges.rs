//! With what words wordings begin and end: most texts are done with when these are known.

use std::hash::Hasher;
use std::rc::Rc;

use rustc_hash::{FxHashSet, FxHasher};

use super::super::fold::{Folded, fold, fold_end, fold_first_word, fold_mapped};

/// The most words that a `*` in a wording stands for: "Näidise valla peaspetsialisti" is three.
pub(super) const STAR_WORDS: usize = 4;

/// A folded text that is looked up in several lexicons.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub(super) text: Rc<str>,
    ends: Ends,
}

/// The words at the ends of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    first: u64,
    last: u64,
    /// Whether it is a single word, or nothing.
    single: bool,
}

impl Ends {
    /// Those of a text as written; most texts are not folded for that.
    pub fn of(text: &str) -> Self {
        match fold_end(text) {
            Some(end) => Ends {
                first: opening(text),
                last: last_word(&end),
                single: false,
            },
            None => Ends::of_folded(&fold(text)),
        }
    }

    fn of_folded(folded: &str) -> Self {
        Ends {
            first: first_word(folded),
            last: last_word(folded),
            single: !folded.contains(' '),
        }
    }
}

impl Phrase {
    /// A text that is folded already.
    pub fn of_folded(text: String) -> Self {
        Phrase {
            ends: Ends::of_folded(&text),
            text: text.into(),
        }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded text, to keep.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.text)
    }
}

/// A text as written, whose beginning is looked up in several lexicons; without one, it begins with no wording.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    pub(super) folded: Folded,
    pub(super) ends: Vec<usize>,
    first: u64,
}

impl Beginning {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let folded = fold_mapped(text);
        Beginning {
            ends: folded.word_ends(),
            first: first_word(folded.as_str()),
            folded,
        }
    }
}

/// A hash of the first word.
pub(super) fn first_word(folded: &str) -> u64 {
    hash(folded.split(' ').next().unwrap_or_default())
}

/// A hash of the first word of a text as written.
fn opening(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|b| !b.is_ascii_alphanumeric());
    let end = end.unwrap_or(bytes.len());
    let mut word = [0; 32];
    // A plain word before another one folds to its small letters.
    match (word.get_mut(..end), bytes.get(end), bytes.get(end + 1)) {
        (Some(word), Some(b' '), Some(next)) if end > 0 && next.is_ascii_alphanumeric() => {
            word.copy_from_slice(&bytes[..end]);
            word.make_ascii_lowercase();
            hash_bytes(word)
        }
        _ => hash(&fold_first_word(text)),
    }
}

/// A hash of the last word.
pub(super) fn last_word(folded: &str) -> u64 {
    hash(folded.rsplit(' ').next().unwrap_or_default())
}

/// A hash of a word, punctuation behind it left out.
fn hash(word: &str) -> u64 {
    hash_bytes(word.trim_end_matches([':', '.', ';']).as_bytes())
}

fn hash_bytes(word: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word);
    hasher.finish()
}

/// With what words wordings begin and end. Most lines begin and end with others, and are done with then.
#[derive(Clone, Debug, Default)]
pub struct Edges {
    /// First words of wordings without `*`.
    firsts: FxHashSet<u64>,
    /// Last words of wordings with `*`.
    lasts: FxHashSet<u64>,
    /// First words of wordings that end with `*`.
    openings: FxHashSet<u64>,
    /// Whether a wording begins and ends with `*`.
    open: bool,
}

impl Edges {
    /// Whether a text may be a wording.
    pub fn may_be(&self, phrase: &Phrase) -> bool {
        self.may_span(&phrase.ends, &phrase.ends)
    }

    /// Whether a text that begins as one and ends as another (or the same) may be a wording.
    pub fn may_span(&self, from: &Ends, to: &Ends) -> bool {
        self.firsts.contains(&from.first) || self.may_be_starred(from.first, to.last)
    }

    /// Whether lines, the first and last of several, may be a wording together. A single word may be joined with what stands
    /// before or behind it.
    pub fn may_join(&self, first: &Ends, last: &Ends) -> bool {
        first.single || last.single || self.may_span(first, last)
    }

    /// Whether a text (as written) may begin with a wording without `*`.
    pub fn may_open(&self, text: &str) -> bool {
        self.firsts.contains(&opening(text))
    }

    /// Whether a text with these ends may begin with a wording without `*`.
    pub fn may_open_with(&self, ends: &Ends) -> bool {
        self.firsts.contains(&ends.first)
    }

    /// Whether a text may begin with a wording without `*`.
    pub fn may_begin(&self, begin: &Beginning) -> bool {
        self.firsts.contains(&begin.first)
    }

    /// Whether a text with these first and last words may be a wording with `*`.
    pub(super) fn may_be_starred(&self, first: u64, last: u64) -> bool {
        self.open || self.lasts.contains(&last) || self.openings.contains(&first)
    }

    /// Adds a wording.
    pub(super) fn add(&mut self, words: &[&str]) {
        let stars = words.iter().filter(|w| **w == "*").count();
        match (stars, words.first(), words.last()) {
            (0, Some(first), _) => _ = self.firsts.insert(hash(first)),
            (_, Some(&"*"), Some(&"*")) => self.open = true,
            (_, Some(first), Some(&"*")) => _ = self.openings.insert(hash(first)),
            (_, _, Some(last)) => _ = self.lasts.insert(hash(last)),
            _ => {}
        }
    }

    /// Adds those of another lexicon.
    pub(super) fn extend(&mut self, other: &Edges) {
        self.firsts.extend(&other.firsts);
        self.lasts.extend(&other.lasts);
        self.openings.extend(&other.openings);
        self.open |= other.open;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether the ends of a text are found as they are when all of it is folded.
    fn agrees(text: &str) -> bool {
        let folded = fold(text);
        opening(text) == first_word(&folded) && Ends::of(text) == Ends::of_folded(&folded)
    }

    #[test]
    fn the_ends_are_found_without_folding_the_rest() {
        for text in [
            "Asendab kes",
            "ASENDAB: juhatajat",
            "asendab  kes",
            "Õpetaja kohustused",
            "Õpetaja KOHUSTUSED.:",
            "a / b",
            "a ( b",
            "x -/ y z",
            "asendab",
            "",
            "3.1 x",
            "Asendab e\u{301}",
            "e\u{301} asendab",
            "abcdefghijklmnopqrstuvwxyzabcdefghi x",
        ] {
            assert!(agrees(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_ends_of_any_text(text in "[a-cA-Cõ-üŠİōʼ0-2 .:;,/()–\u{a0}\u{301}-]{0,24}") {
            prop_assert!(agrees(&text), "{:?}", text);
        }
    }
}
