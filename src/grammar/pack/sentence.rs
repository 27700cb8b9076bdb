//! Fields that a document tells in sentences: "Pearaamatupidaja allub vallavanemale ja teda asendab raamatupidaja."
//!
//! A pattern is a row of words and of
//! - `*`: one to six words; `*-le`: the same, the last of which ends so;
//! - `{value}`: the field's value. At the pattern's end it goes on to the sentence's end, or to a word by which the pack
//!   says that something else begins (`stops`, `fillers`);
//! - `{holder}`: the position, or a word that packs list for any position ("töötaja"), in any case; `{holder:subject}`
//!   and `{holder:object}`: only in the nominative, or in the genitive or partitive.
//!
//! Who substitutes whom is a matter of case: in "Juhatajat asendab õpetaja" the teacher substitutes, in "Juhataja
//! asendab õpetajat" the head does. Where the document tells the position's nominative, any other form of it is no
//! subject; else the case is read from the word's ending, by lists in the pack. Where that decides nothing ("abi asendab …"), or the word is not the position, there is no match.

mod holder;
mod pattern;
mod tokens;
mod words;

use std::ops::Range;

use super::keys::FieldKey;
use crate::layout::Marker;
pub use holder::Holder;
use holder::same;
pub(super) use pattern::Sentence;
use pattern::{Case, Part};
use tokens::{Token, comma_phrase, phrase, sentences};
pub use words::SentenceWords;

/// The most words for `*` and for a holder's name.
const MOST_WORDS: usize = 6;

/// The most words for a value in front of other words of its pattern.
const MOST_VALUE_WORDS: usize = 12;

/// A sentence longer than this, in words, tells no field.
const MOST_SENTENCE_WORDS: usize = 60;

/// A field found in running text. Ranges are bytes of that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceField {
    /// The field.
    pub key: FieldKey,
    /// The words that name it: "nimetab ametisse ja vabastab ametist".
    pub label: Range<usize>,
    /// Its value, without closing punctuation.
    pub value: Range<usize>,
    /// The whole clause, with its subject and what stands around label and value.
    pub clause: Range<usize>,
}

/// Where the pieces of a pattern stand, in tokens.
#[derive(Clone, Debug, Default)]
struct Match {
    words: Vec<usize>,
    value: Option<Range<usize>>,
    end: usize,
}

/// Reads sentences by patterns.
pub(super) struct Reader<'a> {
    pub sentences: &'a [Sentence],
    pub words: &'a SentenceWords,
    pub conjunctions: &'a [String],
    pub holder: &'a Holder,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        sentences: &'a [Sentence],
        words: &'a SentenceWords,
        conjunctions: &'a [String],
        holder: &'a Holder,
    ) -> Self {
        Reader {
            sentences,
            words,
            conjunctions,
            holder,
        }
    }

    /// The fields of a text, in its order.
    pub(super) fn read(&self, text: &str) -> Vec<SentenceField> {
        let start = Marker::parse(text).map_or(0, |m| m.text);
        let mut fields = Vec::new();
        for tokens in sentences(text, start) {
            if tokens.len() <= MOST_SENTENCE_WORDS {
                self.read_sentence(text, &tokens, &mut fields);
            }
        }
        fields
    }

    /// The clauses of a sentence: one field each.
    fn read_sentence(&self, text: &str, tokens: &[Token], fields: &mut Vec<SentenceField>) {
        let mut rest = tokens;
        while let Some((key, found)) = self.best(rest) {
            let Some(field) = field(text, rest, key, &found) else {
                return;
            };
            fields.push(field);
            rest = rest.get(found.end..).unwrap_or_default();
            while let Some((first, after)) = rest.split_first() {
                if !self.joins(&first.word) {
                    break;
                }
                rest = after;
            }
        }
    }

    /// The pattern that says most about the beginning of these words; the first of equals.
    fn best(&self, tokens: &[Token]) -> Option<(FieldKey, Match)> {
        let mut best: Option<(usize, FieldKey, Match)> = None;
        for sentence in self.sentences {
            let weight = sentence.weight();
            if best.as_ref().is_none_or(|(w, ..)| weight > *w)
                && has_words(&sentence.parts, tokens)
                && let Some(found) = self.matches(&sentence.parts, tokens, 0, Match::default())
            {
                best = Some((weight, sentence.key, found));
            }
        }
        best.map(|(_, key, found)| (key, found))
    }

    fn matches(&self, parts: &[Part], tokens: &[Token], at: usize, so_far: Match) -> Option<Match> {
        let Some((part, rest)) = parts.split_first() else {
            return Some(Match { end: at, ..so_far });
        };
        // A value does not begin with words like "vajadusel".
        if *part == Part::Value
            && let Some(count) = phrase(&self.words.fillers, tokens, at)
        {
            return self.matches(parts, tokens, at + count, so_far);
        }
        let found = match part {
            Part::Word(word) => {
                let fits = tokens.get(at).is_some_and(|t| t.word == *word);
                fits.then(|| {
                    let mut next = so_far.clone();
                    next.words.push(at);
                    self.matches(rest, tokens, at + 1, next)
                })?
            }
            Part::Star(ending) => self.run(tokens, at, MOST_WORDS, |end| {
                let last = &tokens[end - 1].word;
                let fits = last.len() > ending.len() && last.ends_with(ending.as_str());
                fits.then(|| self.matches(rest, tokens, end, so_far.clone()))?
            }),
            Part::Holder(case) => self.run(tokens, at, MOST_WORDS, |end| {
                let fits = self.is_holder(&tokens[at..end], *case);
                fits.then(|| self.matches(rest, tokens, end, so_far.clone()))?
            }),
            Part::Value if tokens.get(at).is_some_and(|t| self.joins(&t.word)) => None,
            Part::Value if rest.is_empty() => {
                let end = self.value_end(tokens, at);
                (end > at).then(|| Match {
                    value: Some(at..end),
                    end,
                    ..so_far.clone()
                })
            }
            Part::Value => self.run(tokens, at, MOST_VALUE_WORDS, |end| {
                let next = Match {
                    value: Some(at..end),
                    ..so_far.clone()
                };
                self.matches(rest, tokens, end, next)
            }),
        };
        // They may stand between any two pieces.
        found.or_else(|| {
            let count = phrase(&self.words.fillers, tokens, at)?;
            self.matches(parts, tokens, at + count, so_far)
        })
    }

    /// Tries the ends of a run of words that begins at `at`, the shortest first.
    fn run(
        &self,
        tokens: &[Token],
        at: usize,
        most: usize,
        attempt: impl Fn(usize) -> Option<Match>,
    ) -> Option<Match> {
        (at + 1..=tokens.len().min(at + most)).find_map(attempt)
    }

    /// Where a value ends that nothing follows in its pattern.
    fn value_end(&self, tokens: &[Token], at: usize) -> usize {
        let ends = |i: usize| {
            phrase(&self.words.stops, tokens, i).is_some()
                || phrase(&self.words.fillers, tokens, i).is_some()
                || (tokens[i - 1].comma && comma_phrase(&self.words.stops, tokens, i))
                || (self.joins(&tokens[i].word) && self.names_holder(tokens, i + 1))
        };
        (at + 1..tokens.len())
            .find(|&i| ends(i))
            .unwrap_or(tokens.len())
    }

    /// Whether the position's own name begins at a place.
    fn names_holder(&self, tokens: &[Token], at: usize) -> bool {
        let count = self.holder.words();
        let there = tokens.get(at..at.saturating_add(count));
        there.is_some_and(|t| count > 0 && self.holder.is(t.iter().map(|t| t.word.as_str())))
    }

    /// Whether these words name the position, in this case.
    fn is_holder(&self, tokens: &[Token], case: Case) -> bool {
        let Some(last) = tokens.last() else {
            return false;
        };
        let generic = tokens.len() == 1 && self.words.holders.iter().any(|h| same(h, &last.word));
        let named = self.holder.is(tokens.iter().map(|t| t.word.as_str()));
        let decided = self.holder.is_nominative(&last.word).filter(|_| named);
        match (case, decided) {
            (Case::Any, _) => generic || named,
            (_, Some(nominative)) => nominative == (case == Case::Subject),
            (_, None) => (generic || named) && self.is_case(&last.word, case),
        }
    }

    /// Whether a word joins clauses, and so begins no value.
    fn joins(&self, word: &str) -> bool {
        word.is_empty() || self.conjunctions.iter().any(|c| c == word)
    }

    fn is_case(&self, word: &str, case: Case) -> bool {
        let longest = |endings: &[String]| {
            let fitting = endings.iter().filter(|e| word.ends_with(e.as_str()));
            fitting.map(String::len).max().unwrap_or(0)
        };
        let subject = longest(&self.words.subject_endings);
        let object = longest(&self.words.object_endings);
        match case {
            Case::Any => true,
            Case::Subject => subject > object,
            Case::Object => object > subject,
        }
    }
}

/// Whether every word of a pattern stands somewhere among the tokens: most patterns are done with then.
fn has_words(parts: &[Part], tokens: &[Token]) -> bool {
    parts.iter().all(|part| match part {
        Part::Word(word) => tokens.iter().any(|t| t.word == *word),
        _ => true,
    })
}

fn field(text: &str, tokens: &[Token], key: FieldKey, found: &Match) -> Option<SentenceField> {
    let value = found.value.clone()?;
    let span = |from: usize, to: usize| {
        let from = tokens.get(from)?.from;
        let to = tokens.get(to.checked_sub(1)?)?.to;
        Some(from..to)
    };
    // Words on both sides of the value: those in front of it name the field.
    let before: Vec<usize> = found
        .words
        .iter()
        .copied()
        .filter(|&w| w < value.start)
        .collect();
    let named = if before.is_empty() {
        &found.words
    } else {
        &before
    };
    let label = span(*named.first()?, *named.last()? + 1)?;
    let value = span(value.start, value.end)?;
    let string = text.get(value.clone())?;
    let closing = string.trim_end_matches([',', '.', ';', ':', '!', ' ']);
    Some(SentenceField {
        key,
        label,
        value: value.start..value.start + closing.len(),
        clause: span(0, found.end)?,
    })
    .filter(|f| !f.value.is_empty())
}

#[cfg(test)]
#[path = "sentence_tests.rs"]
mod tests;
