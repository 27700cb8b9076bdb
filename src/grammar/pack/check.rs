//! The checks of a pack's single entries; what fails is told and left out.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use toml::Spanned;

use super::content::Wordings;
use super::error::Problems;
use super::keys::Key;
use super::raw::Word;
use crate::grammar::fold::fold;

/// The checks of one file.
pub(super) struct Check<'a, 'b> {
    pub(super) problems: &'a mut Problems<'b>,
    /// Where each wording was first given, by list.
    seen: HashMap<(&'static str, String), Range<usize>>,
}

impl<'a, 'b> Check<'a, 'b> {
    pub(super) fn new(problems: &'a mut Problems<'b>) -> Self {
        Check {
            problems,
            seen: HashMap::new(),
        }
    }

    pub(super) fn key<K: Key>(&mut self, word: &Word) -> Option<K> {
        let key = K::parse(word.get_ref());
        if key.is_none() {
            self.problems.add(
                word.span(),
                format!(
                    "Unknown {} \"{}\". Use one of: {}.",
                    K::WHAT,
                    word.get_ref(),
                    K::words()
                ),
            );
        }
        key
    }

    pub(super) fn one_of(
        &mut self,
        word: &Word,
        what: &str,
        valid: fn(&str) -> bool,
    ) -> Option<String> {
        if valid(word.get_ref()) {
            return Some(word.get_ref().clone());
        }
        let message = format!("\"{}\" is no {what}. Correct it.", word.get_ref());
        self.problems.add(word.span(), message);
        None
    }

    pub(super) fn number(&mut self, number: &Spanned<i64>, valid: Range<i64>) -> Option<u8> {
        let n = *number.get_ref();
        if valid.contains(&n) {
            return u8::try_from(n).ok();
        }
        let last = valid.end - 1;
        let message = format!(
            "{n} is out of range. Give a number from {} to {last}.",
            valid.start
        );
        self.problems.add(number.span(), message);
        None
    }

    pub(super) fn fold(&mut self, word: &Word) -> Option<String> {
        let folded = fold(word.get_ref());
        if folded.split(' ').any(|w| !w.is_empty() && w != "*") {
            return Some(folded);
        }
        let message = "This wording is empty once case and punctuation are set aside. Remove it.";
        self.problems.add(word.span(), message);
        None
    }

    pub(super) fn words(&mut self, words: &[Word]) -> Vec<String> {
        let mut known = BTreeSet::new();
        words
            .iter()
            .filter_map(|w| self.fold(w))
            .filter(|w| known.insert(w.clone()))
            .collect()
    }

    /// Adds a wording, unless it has another meaning already.
    pub(super) fn wording<K: Copy + PartialEq>(
        &mut self,
        map: &mut Wordings<K>,
        list: &'static str,
        word: &Word,
        key: K,
        name: impl Fn(K) -> &'static str,
    ) {
        let Some(folded) = self.fold(word) else {
            return;
        };
        let place = self
            .seen
            .entry((list, folded.clone()))
            .or_insert_with(|| word.span())
            .start;
        if let Some(&(other, _)) = map.get(&folded)
            && other != key
        {
            let (line, _) = self.problems.place(place);
            let message = format!(
                "The {list} \"{}\" means {} here, but {} in line {line}. Keep one of the two.",
                word.get_ref(),
                name(key),
                name(other)
            );
            self.problems.add(word.span(), message);
            return;
        }
        map.insert(folded, (key, true));
    }
}
