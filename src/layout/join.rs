//! Lines to running text: blanks between lines, hyphens at their ends decided by evidence.

use std::cell::RefCell;

use crate::layout::hyphen::{Evidence, Joint, joined_form, joint};
use crate::layout::words::{Vocabulary, word_hash};
use crate::text::Text;

/// A line-end hyphen that the document does not decide.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// The word in the reading that was chosen.
    pub word: Text,
    /// Hash of the joined form: it decides, if another document has it.
    pub joined: Option<u64>,
}

/// Joins lines, and remembers what it could not decide.
pub struct Joiner<'a> {
    vocabulary: &'a Vocabulary,
    conjunctions: &'a [String],
    doubts: RefCell<Vec<Doubt>>,
}

impl<'a> Joiner<'a> {
    /// A joiner that knows a document's words, and the conjunctions behind a suspended hyphen ("sise- ja väliskliendid").
    pub fn new(vocabulary: &'a Vocabulary, conjunctions: &'a [String]) -> Self {
        Joiner {
            vocabulary,
            conjunctions,
            doubts: RefCell::default(),
        }
    }

    /// Running text of some lines.
    pub fn join<'t>(&self, lines: impl IntoIterator<Item = &'t Text>) -> Text {
        let mut out = Text::default();
        for line in lines {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            if out.is_empty() {
                out = line;
            } else if ends_in_hyphen(out.as_str()) {
                self.at_hyphen(&mut out, &line);
            } else {
                out.push_blank();
                out.push_text(&line);
            }
        }
        out
    }

    fn at_hyphen(&self, out: &mut Text, line: &Text) {
        let start = out.as_str().rfind(' ').map_or(0, |b| b + 1);
        let left = out.as_str()[start..].to_owned();
        let right = line.as_str().split(' ').next().unwrap_or_default();
        let (joint, evidence) = joint(&left, right, self.vocabulary, self.conjunctions);
        match joint {
            Joint::Join => {
                let hyphen = out.as_str().chars().next_back().map_or(0, char::len_utf8);
                out.hide_end(hyphen);
            }
            Joint::Keep => {}
            Joint::KeepBlank => out.push_blank(),
        }
        out.push_text(line);
        if evidence == Evidence::Undecided {
            let end = out.as_str()[start..]
                .find(' ')
                .map_or(out.as_str().len(), |e| start + e);
            let joined = joined_form(&left, right).map(|form| word_hash(&form));
            self.doubts.borrow_mut().push(Doubt {
                word: out.slice(start, end).detached(),
                joined,
            });
        }
    }

    /// What could not be decided, and the hashes of the joined forms that would decide it.
    pub fn finish(self) -> (Vec<Doubt>, Vec<u64>) {
        // A parser may join the same lines twice.
        let mut doubts: Vec<Doubt> = Vec::new();
        for doubt in self.doubts.into_inner() {
            if !doubts.iter().any(|d| d.word == doubt.word) {
                doubts.push(doubt);
            }
        }
        let hashes = doubts.iter().filter_map(|d| d.joined).collect();
        (doubts, hashes)
    }
}

/// Whether a line ends in a hyphen behind a letter or figure.
fn ends_in_hyphen(line: &str) -> bool {
    let mut end = line.chars().rev();
    matches!(end.next(), Some('-' | '\u{2010}' | '\u{2011}'))
        && end.next().is_some_and(char::is_alphanumeric)
}
