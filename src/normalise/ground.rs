//! Grounding: a leaf of the record is made from a text, which leaves its place and its claim behind.

use std::collections::BTreeMap;
use std::ops::Range;

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

/// Which leaf of a record holds a byte of the source, and what the leaves say.
#[derive(Clone, Debug, Default)]
pub struct Leaves {
    /// Pointer, and the string where the leaf is one of the document's own.
    list: Vec<(String, Option<Text>)>,
    /// Ranges of the source, with an index in the list.
    ranges: Vec<(Range<u32>, usize)>,
}

impl Leaves {
    /// The leaf that holds the beginning of a text.
    pub fn pointer_of(&self, text: &Text) -> Option<&str> {
        let first = text.sources().next()?.start;
        let mut ranges = self.ranges.iter();
        let (_, index) = ranges.find(|(range, _)| range.contains(&first))?;
        Some(self.list.get(*index)?.0.as_str())
    }

    /// The strings that the document says itself, with their pointers in front, in the order of pointers. Of two at one
    /// pointer the later one counts.
    pub fn strings(&self) -> impl Iterator<Item = (&str, &str)> {
        let strings = self.list.iter();
        let strings = strings.filter_map(|(p, s)| Some((p.as_str(), s.as_ref()?.as_str())));
        strings.collect::<BTreeMap<_, _>>().into_iter()
    }

    fn add(&mut self, pointer: String, text: &Text, says: bool) {
        let string = says.then(|| text.clone());
        let index = self.list.len();
        self.ranges.extend(text.sources().map(|r| (r, index)));
        self.list.push((pointer, string));
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
        self.place(pointer.into(), text, true);
        text.as_str().to_owned()
    }

    /// A leaf whose value is derived from a text: only its place and claim are taken.
    pub fn derived(&mut self, pointer: impl Into<String>, text: &Text) {
        self.place(pointer.into(), text, false);
    }

    fn place(&mut self, pointer: String, text: &Text, says: bool) {
        self.ledger.claim(text, Class::Assigned);
        let places = self.places(text);
        self.leaves.add(pointer.clone(), text, says);
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
