//! With what words wordings begin and end: most texts are done with when these are known.

use std::hash::Hasher;
use std::rc::Rc;

use rustc_hash::{FxHashSet, FxHasher};

use super::super::fold::{Folded, fold_first_word, fold_mapped};

/// The most words that a `*` in a wording stands for: "Näidise valla peaspetsialisti" is three.
pub(super) const STAR_WORDS: usize = 4;

/// A folded text that is looked up in several lexicons.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub(super) text: Rc<str>,
    first: u64,
    last: u64,
    words: usize,
}

impl Phrase {
    /// A text that is folded already.
    pub fn of_folded(text: String) -> Self {
        Phrase {
            first: first_word(&text),
            last: last_word(&text),
            words: text.split(' ').count(),
            text: text.into(),
        }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a single word, or nothing.
    pub fn is_word(&self) -> bool {
        self.words == 1
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
    /// The most words of a wording.
    most: usize,
}

impl Edges {
    /// Whether a text may be a wording.
    pub fn may_be(&self, phrase: &Phrase) -> bool {
        self.firsts.contains(&phrase.first) || self.may_be_starred(phrase.first, phrase.last)
    }

    /// Whether a text that begins as the first of these and ends as the second may be a wording.
    pub fn may_span(&self, from: &Phrase, to: &Phrase) -> bool {
        self.firsts.contains(&from.first) || self.may_be_starred(from.first, to.last)
    }

    /// Whether a text (as written) may begin with a wording without `*`.
    pub fn may_open(&self, text: &str) -> bool {
        Edges::any_may_open(&[self], text)
    }

    /// Whether a text (as written) may begin with a wording without `*` of any of these.
    pub fn any_may_open(edges: &[&Edges], text: &str) -> bool {
        let first = opening(text);
        edges.iter().any(|e| e.firsts.contains(&first))
    }

    /// Whether a text may begin with a wording without `*`.
    pub fn may_begin(&self, begin: &Beginning) -> bool {
        self.firsts.contains(&begin.first)
    }

    /// Whether a text has more words than any wording.
    pub fn is_longer(&self, phrase: &Phrase) -> bool {
        phrase.words > self.most
    }

    /// Whether a text with these first and last words may be a wording with `*`.
    pub(super) fn may_be_starred(&self, first: u64, last: u64) -> bool {
        self.open || self.lasts.contains(&last) || self.openings.contains(&first)
    }

    /// Adds a wording.
    pub(super) fn add(&mut self, words: &[&str]) {
        let stars = words.iter().filter(|w| **w == "*").count();
        self.most = self.most.max(words.len() + stars * (STAR_WORDS - 1));
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
        self.most = self.most.max(other.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_is_found_without_folding_the_rest() {
        for text in [
            "Asendab kes",
            "ASENDAB: juhatajat",
            "asendab  kes",
            "Õpetaja kohustused",
            "a / b",
            "asendab",
            "",
            "3.1 x",
            "Asendab e\u{301}",
            "abcdefghijklmnopqrstuvwxyzabcdefghi x",
        ] {
            assert_eq!(
                opening(text),
                first_word(&crate::grammar::fold::fold(text)),
                "{text}"
            );
        }
    }
}
