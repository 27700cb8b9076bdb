//! The words by which sentences are read.

use serde::Serialize;

use crate::grammar::pack::check::Check;
use crate::grammar::pack::raw::RawPack;
use crate::grammar::pack::words::add;

/// The words by which sentences are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SentenceWords {
    /// Words for the holder of any position: "töötaja".
    pub holders: Vec<String>,
    /// Endings of words in the nominative: "ja".
    pub subject_endings: Vec<String>,
    /// Endings of words in the genitive or partitive: "jat".
    pub object_endings: Vec<String>,
    /// Verbs whose subject is the word before them: "allub".
    pub subject_verbs: Vec<String>,
    /// Phrases that may stand anywhere: "tema äraolekul".
    pub fillers: Vec<String>,
    /// Phrases before which a value ends: "kes", "ja teda asendab". "," stands for the comma.
    pub stops: Vec<String>,
}

impl SentenceWords {
    /// Checks what a file says.
    pub(in crate::grammar::pack) fn of(raw: &RawPack, check: &mut Check) -> SentenceWords {
        let words = &raw.sentences;
        SentenceWords {
            holders: check.words(&words.holders),
            subject_endings: check.words(&words.subject_endings),
            object_endings: check.words(&words.object_endings),
            subject_verbs: check.words(&words.subject_verbs),
            fillers: check.words(&words.fillers),
            stops: check.words(&words.stops),
        }
    }

    pub(in crate::grammar::pack) fn extend(&mut self, more: SentenceWords) {
        add(&mut self.holders, more.holders);
        add(&mut self.subject_endings, more.subject_endings);
        add(&mut self.object_endings, more.object_endings);
        add(&mut self.subject_verbs, more.subject_verbs);
        add(&mut self.fillers, more.fillers);
        add(&mut self.stops, more.stops);
    }
}
