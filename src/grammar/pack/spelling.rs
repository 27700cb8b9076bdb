//! The wordings of headings as they are compared letter by letter.

use super::Lexicon;
use crate::record::SectionKind;

/// The wordings of a pack's headings.
#[derive(Clone, Debug)]
pub struct Spellings {
    /// Those without `*`, sorted.
    pub plain: Vec<Spelling>,
    /// What follows a `*` at the beginning, sorted: "vastutus" of "* vastutus".
    pub tails: Vec<Spelling>,
}

/// A wording of headings of a kind.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// Folded.
    pub text: String,
    /// What it heads.
    pub kind: SectionKind,
    length: usize,
    letters: u64,
}

impl Spellings {
    pub(super) fn of(headings: &Lexicon<SectionKind>) -> Spellings {
        let (mut plain, mut tails) = (Vec::new(), Vec::new());
        for (wording, kind, _) in headings.wordings() {
            match wording.strip_prefix("* ") {
                Some(tail) => tails.push(Spelling::new(tail, kind)),
                None if wording.contains('*') => {}
                None => plain.push(Spelling::new(&wording, kind)),
            }
        }
        Spellings { plain, tails }
    }
}

impl Spelling {
    /// A folded text that heads a kind of section.
    pub fn new(text: &str, kind: SectionKind) -> Spelling {
        Spelling {
            text: text.to_owned(),
            kind,
            length: text.chars().count(),
            letters: letters(text),
        }
    }

    /// Whether so many wrong letters may make this of another text: each letter that only one of the two has is wrong.
    pub fn may_be(&self, other: &Spelling, wrong: usize) -> bool {
        let lacks = (self.letters & !other.letters).count_ones();
        let adds = (other.letters & !self.letters).count_ones();
        self.length.abs_diff(other.length) <= wrong && lacks.max(adds) as usize <= wrong
    }
}

/// Which letters a text has, by their code's last six bits.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, c| set | 1 << (c as u32 % 64))
}
