//! What every parser of the grammar has at hand.

use std::cell::RefCell;

use crate::diagnostic::Severity;
use crate::grammar::draft::Note;
use crate::grammar::pack::Pack;
use crate::layout::{Joiner, Line};
use crate::text::Text;

/// The pack, the joiner of lines, and where labels and findings are put.
pub struct Context<'a> {
    /// The pack that fits best.
    pub pack: &'a Pack,
    /// Joins lines to running text.
    pub joiner: &'a Joiner<'a>,
    labels: RefCell<Vec<Text>>,
    notes: RefCell<Vec<Note>>,
    lost_markers: RefCell<Vec<Text>>,
}

impl<'a> Context<'a> {
    /// A context without labels and findings yet.
    pub fn new(pack: &'a Pack, joiner: &'a Joiner<'a>) -> Self {
        Context {
            pack,
            joiner,
            labels: RefCell::default(),
            notes: RefCell::default(),
            lost_markers: RefCell::default(),
        }
    }

    /// Claims a recognised label or marker.
    pub fn label(&self, text: Text) {
        if !text.is_empty() {
            self.labels.borrow_mut().push(text);
        }
    }

    /// Adds a finding, said in English and in Estonian.
    pub fn note(
        &self,
        rule: &'static str,
        severity: Severity,
        (en, et): (impl Into<String>, impl Into<String>),
        at: Text,
    ) {
        self.notes.borrow_mut().push(Note {
            rule,
            severity,
            en: en.into(),
            et: et.into(),
            at,
        });
    }

    /// Notes an item that stands without its marker among marked ones.
    pub fn lost_marker(&self, item: Text) {
        self.lost_markers.borrow_mut().push(item);
    }

    /// Items without their markers, in the order of reading.
    pub fn lost_markers(&self) -> Vec<Text> {
        self.lost_markers.take()
    }

    /// Joins pieces by blanks, so that hyphens are left as they are and nothing is noted: for places and look-ups.
    pub fn plain_join(&self, parts: &[Text]) -> Text {
        let mut out = Text::default();
        for part in parts {
            out.push_blank();
            out.push_text(part);
        }
        out
    }

    /// Joins lines to running text.
    pub fn join<'t>(&self, parts: impl IntoIterator<Item = &'t Text>) -> Text {
        self.joiner.join(parts)
    }

    /// Joins whole lines to running text.
    pub fn join_lines<'t>(&self, lines: impl IntoIterator<Item = &'t Line>) -> Text {
        self.joiner.join(lines.into_iter().map(|l| &l.text))
    }

    /// The labels and findings, at the end.
    pub fn finish(self) -> (Vec<Text>, Vec<Note>) {
        (self.labels.into_inner(), self.notes.into_inner())
    }
}

/// Lines joined by blanks, for look-ups in the pack only: hyphens are left as they are, and nothing is noted.
pub fn plain<'t>(lines: impl IntoIterator<Item = &'t Line>) -> String {
    let mut out = String::new();
    for line in lines {
        let glued =
            out.ends_with('-') && line.as_str().chars().next().is_some_and(char::is_lowercase);
        if glued && !out.ends_with(" -") {
            out.pop();
        } else if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(line.as_str());
    }
    out
}
