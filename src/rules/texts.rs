//! Every text of a document, for rules that look at characters: values, labels and what was not recognised.

use std::borrow::Cow;

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
    let mut out: Vec<Piece> = Vec::new();
    for (pointer, text) in known.leaves.strings() {
        let places = record.provenance.get(pointer);
        add(
            &mut out,
            Piece {
                text,
                at: places.map_or(&[][..], Vec::as_slice).into(),
                pointer: Some(pointer.into()),
            },
        );
    }
    for (i, text) in record.unrecognised.iter().enumerate() {
        add(
            &mut out,
            Piece {
                text: &text.text,
                at: text.at.as_slice().into(),
                pointer: Some(format!("/unrecognised/{i}").into()),
            },
        );
    }
    for label in known.labels {
        add(
            &mut out,
            Piece {
                text: label.as_str(),
                at: ground::places(known.document, label).into(),
                pointer: None,
            },
        );
    }
    out
}

fn add<'a>(out: &mut Vec<Piece<'a>>, piece: Piece<'a>) {
    let known = |p: &Piece| {
        p.text.len() >= piece.text.len()
            && piece.at.iter().all(|place| p.at.contains(place))
            && p.text.contains(piece.text)
    };
    if !out.iter().any(known) {
        out.push(piece);
    }
}
