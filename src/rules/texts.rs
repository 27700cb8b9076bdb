//! Every text of a document, for rules that look at characters: values, labels and what was not recognised.

use super::{Finding, Subject};
use crate::diagnostic::Place;

/// A text with its place.
pub struct Piece {
    /// The text.
    pub text: String,
    at: Vec<Place>,
    pointer: Option<String>,
}

impl Piece {
    /// A finding about this text.
    pub fn finding(&self, en: impl Into<String>, et: impl Into<String>) -> Finding {
        Finding {
            severity: None,
            en: en.into(),
            et: et.into(),
            at: self.at.clone(),
            pointer: self.pointer.clone(),
        }
    }
}

/// All texts; of those at the same place the first, so that a label that is a value too counts once.
pub fn all(subject: &Subject) -> Vec<Piece> {
    let record = subject.record;
    let mut out: Vec<Piece> = Vec::new();
    for (pointer, text) in subject.leaves.strings() {
        let at = record.provenance.get(pointer).cloned().unwrap_or_default();
        add(&mut out, text.to_owned(), at, Some(pointer.to_owned()));
    }
    for (i, text) in record.unrecognised.iter().enumerate() {
        let pointer = format!("/unrecognised/{i}");
        add(&mut out, text.text.clone(), text.at.clone(), Some(pointer));
    }
    for label in subject.labels {
        let text = label.as_str().to_owned();
        add(&mut out, text, subject.places(label), None);
    }
    out
}

fn add(out: &mut Vec<Piece>, text: String, at: Vec<Place>, pointer: Option<String>) {
    let known = |p: &Piece| at.iter().all(|place| p.at.contains(place)) && p.text.contains(&text);
    if !out.iter().any(known) {
        out.push(Piece { text, at, pointer });
    }
}
