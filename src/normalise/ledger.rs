//! The ledger: each character of the document is claimed once, and what nobody claims is unrecognised.

use std::ops::Range;

use crate::read::Document;
use crate::record::{Coverage, Unrecognised};
use crate::text::Text;

/// What became of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It is in a field.
    Assigned,
    /// It is in a heading, label or marker.
    Label,
    /// It is in a page number, running header or footer.
    Furniture,
}

/// The claims on a document's characters. The first claim on a character counts.
pub struct Ledger<'a> {
    document: &'a Document,
    /// For each word, whether it belongs to the part of the document that the record is of.
    scope: &'a [bool],
    /// For each byte of the document's text, the claim.
    claims: Vec<Option<Class>>,
}

impl<'a> Ledger<'a> {
    /// A ledger without claims.
    pub fn new(document: &'a Document, scope: &'a [bool]) -> Self {
        Ledger {
            document,
            scope,
            claims: vec![None; document.text.len()],
        }
    }

    /// Claims a text's characters.
    pub fn claim(&mut self, text: &Text, class: Class) {
        for range in text.sources() {
            for claim in &mut self.claims[range.start as usize..range.end as usize] {
                claim.get_or_insert(class);
            }
        }
    }

    /// How many characters went where.
    pub fn coverage(&self) -> Coverage {
        let mut coverage = Coverage::default();
        for (word, _) in self
            .document
            .words
            .iter()
            .zip(self.scope)
            .filter(|(_, within)| **within)
        {
            for (at, _) in self.document.word_text(word).char_indices() {
                coverage.characters += 1;
                match self.claims[word.range.start as usize + at] {
                    Some(Class::Assigned) => coverage.assigned += 1,
                    Some(Class::Label) => coverage.labels += 1,
                    Some(Class::Furniture) => coverage.furniture += 1,
                    None => coverage.unrecognised += 1,
                }
            }
        }
        coverage
    }

    /// What nobody claimed, in runs of neighbouring words.
    pub fn unrecognised(&self) -> Vec<Unrecognised> {
        let mut out: Vec<Unrecognised> = Vec::new();
        let mut run: Vec<(usize, Range<usize>)> = Vec::new();
        let mut last_word: Option<usize> = None;
        for (index, word) in self
            .document
            .words
            .iter()
            .enumerate()
            .filter(|(i, _)| self.scope.get(*i) == Some(&true))
        {
            for part in self.unclaimed_parts(word.range.start as usize..word.range.end as usize) {
                if last_word.is_some_and(|l| l + 1 < index) {
                    self.flush(&mut run, &mut out);
                }
                last_word = Some(index);
                run.push((index, part));
            }
        }
        self.flush(&mut run, &mut out);
        out
    }

    fn unclaimed_parts(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        for at in range {
            if self.claims[at].is_some() {
                continue;
            }
            match parts.last_mut() {
                Some(part) if part.end == at => part.end = at + 1,
                _ => parts.push(at..at + 1),
            }
        }
        parts
    }

    fn flush(&self, run: &mut Vec<(usize, Range<usize>)>, out: &mut Vec<Unrecognised>) {
        if run.is_empty() {
            return;
        }
        let words: Vec<&str> = run
            .iter()
            .map(|(_, r)| &self.document.text[r.clone()])
            .collect();
        let at = self.document.places(run.iter().map(|(w, _)| *w));
        out.push(Unrecognised {
            text: words.join(" "),
            at,
        });
        run.clear();
    }
}
