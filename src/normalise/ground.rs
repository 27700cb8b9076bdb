//! Grounding: a leaf of the record is made from a text, which leaves its place and its claim behind.

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::normalise::ledger::{Class, Ledger};
use crate::read::Document;
use crate::text::Text;

/// Collects the places and claims of a record's leaves.
pub struct Ground<'a> {
    document: &'a Document,
    /// The claims.
    pub ledger: Ledger<'a>,
    /// Places by JSON Pointer.
    pub provenance: BTreeMap<String, Vec<Place>>,
    /// Which leaf each source byte went to.
    pub leaves: Leaves,
}

/// Which leaf of a record holds a byte of the source: ranges with pointers.
#[derive(Clone, Debug, Default)]
pub struct Leaves(Vec<(u32, u32, String)>);

impl Leaves {
    /// The leaf that holds the beginning of a text.
    pub fn pointer_of(&self, text: &Text) -> Option<&str> {
        let first = text.sources().next()?.start;
        self.0
            .iter()
            .find(|(from, to, _)| (*from..*to).contains(&first))
            .map(|l| l.2.as_str())
    }
}

impl<'a> Ground<'a> {
    /// Without leaves yet.
    pub fn new(document: &'a Document, scope: &'a [bool]) -> Self {
        Ground {
            document,
            ledger: Ledger::new(document, scope),
            provenance: BTreeMap::new(),
            leaves: Leaves::default(),
        }
    }

    /// A leaf string at a pointer.
    pub fn leaf(&mut self, pointer: impl Into<String>, text: &Text) -> String {
        self.derived(pointer, text);
        text.as_str().to_owned()
    }

    /// A leaf whose value is derived from a text: only its place and claim are taken.
    pub fn derived(&mut self, pointer: impl Into<String>, text: &Text) {
        let pointer = pointer.into();
        self.ledger.claim(text, Class::Assigned);
        let places = self.places(text);
        self.leaves
            .0
            .extend(text.sources().map(|r| (r.start, r.end, pointer.clone())));
        self.provenance.insert(pointer, places);
    }

    /// An optional leaf.
    pub fn maybe(&mut self, pointer: &str, text: Option<&Text>) -> Option<String> {
        text.map(|t| self.leaf(pointer, t))
    }

    /// Leaves of a list.
    pub fn list<'t>(
        &mut self,
        pointer: &str,
        texts: impl IntoIterator<Item = &'t Text>,
    ) -> Vec<String> {
        texts
            .into_iter()
            .enumerate()
            .map(|(i, t)| self.leaf(format!("{pointer}/{i}"), t))
            .collect()
    }

    /// The place of a text.
    pub fn places(&self, text: &Text) -> Vec<Place> {
        places(self.document, text)
    }

    /// The leaf that holds the beginning of a text.
    pub fn pointer_of(&self, text: &Text) -> Option<String> {
        self.leaves.pointer_of(text).map(str::to_owned)
    }
}

/// Where the words of a text stand in its document.
pub fn places(document: &Document, text: &Text) -> Vec<Place> {
    let mut words: Vec<usize> = text.sources().map(|r| document.word_at(r.start)).collect();
    words.sort_unstable();
    document.places(words)
}
