//! What a rule may look at.

use std::cell::OnceCell;
use std::ops::Deref;

use crate::diagnostic::Place;
use crate::grammar::outline::Outline;
use crate::grammar::pack::Pack;
use crate::normalise::ground::{self, Leaves};
use crate::read::Document;
use crate::record::Record;
use crate::rules::Finding;
use crate::rules::numbering::{self, Found};
use crate::rules::texts::{self, Piece};
use crate::text::Text;

/// What is known of a document besides its record.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The pack that fitted the document.
    pub pack: &'a Pack,
    /// How the document is built.
    pub outline: &'a Outline,
    /// The document as it was read.
    pub document: &'a Document,
    /// Which leaf of the record holds which part of the document.
    pub leaves: &'a Leaves,
    /// Recognised characters that are no values.
    pub labels: &'a [Text],
    /// The day that counts as today, ISO 8601.
    pub today: &'a str,
}

/// A record, and what else is known of the document.
pub struct Subject<'a> {
    /// The record.
    pub record: &'a Record,
    known: &'a Context<'a>,
    pieces: OnceCell<Vec<Piece<'a>>>,
    numbering: OnceCell<Vec<Found>>,
}

impl<'a> Context<'a> {
    /// The record with what is known besides.
    pub fn subject(&'a self, record: &'a Record) -> Subject<'a> {
        Subject {
            record,
            known: self,
            pieces: OnceCell::new(),
            numbering: OnceCell::new(),
        }
    }
}

impl<'a> Deref for Subject<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Context<'a> {
        self.known
    }
}

impl<'a> Subject<'a> {
    /// Where a text stands.
    pub fn places(&self, text: &Text) -> Vec<Place> {
        ground::places(self.document, text)
    }

    /// A finding about a text, with its place and the field that holds it.
    pub fn finding(&self, text: &Text, en: impl Into<String>, et: impl Into<String>) -> Finding {
        Finding {
            severity: None,
            en: en.into(),
            et: et.into(),
            at: self.places(text),
            pointer: self.leaves.pointer_of(text).map(str::to_owned),
        }
    }

    /// Every text of the document that is a value, a label or unrecognised.
    pub fn pieces(&self) -> &[Piece<'a>] {
        self.pieces
            .get_or_init(|| texts::all(self.record, self.known))
    }

    /// What is wrong with the document's numbers.
    pub fn numbering(&self) -> &[Found] {
        self.numbering.get_or_init(|| numbering::all(self))
    }
}
