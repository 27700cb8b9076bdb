//! Patterns of sentences, as packs write them.

use serde::Serialize;

use super::tokens::word_of;
use crate::grammar::pack::check::Check;
use crate::grammar::pack::keys::FieldKey;
use crate::grammar::pack::raw::RawPack;

/// Limits of a pattern, so that no pattern of a user's pack takes long.
const MOST_STARS: usize = 2;
const MOST_PARTS: usize = 16;

/// Which form of the holder's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(in crate::grammar::pack) enum Case {
    Any,
    Subject,
    Object,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::grammar::pack) enum Part {
    Word(String),
    /// Any words, the last with this ending.
    Star(String),
    Holder(Case),
    Value,
}

/// A pattern with the field that it tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::grammar::pack) struct Sentence {
    pub key: FieldKey,
    pub parts: Vec<Part>,
}

impl Sentence {
    /// Checks what a file says.
    pub(in crate::grammar::pack) fn of(raw: &RawPack, check: &mut Check) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        for entry in &raw.sentence {
            let Some(key) = check.key::<FieldKey>(&entry.key) else {
                continue;
            };
            for pattern in &entry.patterns {
                match Sentence::parse(key, pattern.get_ref()) {
                    Ok(sentence) => sentences.push(sentence),
                    Err(message) => check.problems.add(pattern.span(), message),
                }
            }
        }
        sentences
    }

    /// Reads a pattern, or says what is wrong with it.
    pub(in crate::grammar::pack) fn parse(
        key: FieldKey,
        pattern: &str,
    ) -> Result<Sentence, String> {
        let mut parts = Vec::new();
        for word in pattern.split_whitespace() {
            parts.push(match word {
                "*" => Part::Star(String::new()),
                "{value}" => Part::Value,
                "{holder}" => Part::Holder(Case::Any),
                "{holder:subject}" => Part::Holder(Case::Subject),
                "{holder:object}" => Part::Holder(Case::Object),
                _ if word.starts_with("*-") => Part::Star(word_of(&word[2..])),
                _ if word.contains(['{', '}', '*']) => {
                    return Err(format!(
                        "\"{word}\" is unknown. Use *, *-ending, {{value}}, {{holder}}, {{holder:subject}} or {{holder:object}}."
                    ));
                }
                _ => Part::Word(word_of(word)),
            });
        }
        let stars = parts.iter().filter(|p| matches!(p, Part::Star(_)));
        if stars.count() > MOST_STARS || parts.len() > MOST_PARTS {
            return Err(format!(
                "A pattern has at most two `*` and {MOST_PARTS} pieces. Shorten it."
            ));
        }
        if parts.iter().filter(|p| **p == Part::Value).count() != 1 {
            return Err("A pattern has exactly one {value}. Correct it.".into());
        }
        if !parts
            .iter()
            .any(|p| matches!(p, Part::Word(w) if !w.is_empty()))
        {
            return Err("A pattern needs at least one word. Add the verb.".into());
        }
        Ok(Sentence { key, parts })
    }

    /// How much a match of this pattern says: words count more than placeholders.
    pub(super) fn weight(&self) -> usize {
        let weights = self.parts.iter().map(|p| match p {
            Part::Word(_) => 4,
            Part::Holder(_) => 2,
            Part::Star(ending) => usize::from(!ending.is_empty()),
            Part::Value => 0,
        });
        weights.sum()
    }
}
