//! Every text of a document, for rules that look at characters: values, labels and what was not recognised.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Finding;
use super::subject::Context;
use crate::diagnostic::Place;
use crate::normalise::ground;
use crate::record::Record;

/// A text with its place.
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    at: Cow<'a, [Place]>,
    pointer: Option<Cow<'a, str>>,
}

impl Piece<'_> {
    /// A finding about this text.
    pub fn finding(&self, en: impl Into<String>, et: impl Into<String>) -> Finding {
        Finding {
            severity: None,
            en: en.into(),
            et: et.into(),
            at: self.at.to_vec(),
            pointer: self.pointer.as_deref().map(str::to_owned),
        }
    }
}

/// All texts; of those at the same place the first, so that a label that is a value too counts once.
pub fn all<'a>(record: &'a Record, known: &Context<'a>) -> Vec<Piece<'a>> {
    let mut texts = Texts::default();
    for (pointer, text) in known.leaves.strings() {
        let places = record.provenance.get(pointer);
        let at = places.map_or(&[][..], Vec::as_slice);
        texts.add(text, at, Some(pointer.into()));
    }
    for (i, text) in record.unrecognised.iter().enumerate() {
        let pointer = format!("/unrecognised/{i}");
        texts.add(&text.text, text.at.as_slice(), Some(pointer.into()));
    }
    for label in known.labels {
        texts.add(label.as_str(), ground::places(known.document, label), None);
    }
    texts.pieces
}

/// Texts, each found by its places.
#[derive(Default)]
struct Texts<'a> {
    pieces: Vec<Piece<'a>>,
    at: FxHashMap<u64, Vec<usize>>,
}

impl<'a> Texts<'a> {
    /// Adds a text, unless one at its places holds it.
    fn add(
        &mut self,
        text: &'a str,
        at: impl Into<Cow<'a, [Place]>>,
        pointer: Option<Cow<'a, str>>,
    ) {
        let at = at.into();
        let holds = |piece: &Piece| {
            at.iter().all(|place| piece.at.contains(place)) && piece.text.contains(text)
        };
        let known = match at.first() {
            Some(first) => {
                let near = self.at.get(&corner(first)).into_iter().flatten();
                near.filter_map(|i| self.pieces.get(*i)).any(holds)
            }
            None => self.pieces.iter().any(holds),
        };
        if known {
            return;
        }
        for place in at.iter() {
            let near = self.at.entry(corner(place)).or_default();
            near.push(self.pieces.len());
        }
        self.pieces.push(Piece { text, at, pointer });
    }
}

/// A number that equal places have in common, and few others.
fn corner(place: &Place) -> u64 {
    let pair = |a: u32, b: u32| u64::from(a) << 32 | u64::from(b);
    match place {
        // The sum makes one of both zeros.
        Place::Page { page, bbox } => {
            pair((bbox[0] + 0.0).to_bits(), (bbox[1] + 0.0).to_bits() ^ page)
        }
        Place::Lines { line_from, line_to } => pair(*line_from, *line_to),
        Place::Cell { table, row, .. } => pair(*table, *row),
        Place::Paragraph { paragraph } => pair(0, *paragraph),
    }
}
