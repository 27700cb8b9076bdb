//! What each word of a wording about languages means.

use std::ops::Range;

use super::super::tokens::{Token, preference};
use crate::grammar::pack::Pack;

/// Levels in ascending order.
const LEVELS: [&str; 7] = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];

/// How far ahead the noun "keel" may stand behind words of its own: "inglise või mõni muu keel".
const WORDS_AHEAD: usize = 3;

/// What a word or mark means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mean {
    /// A language.
    Language(String),
    /// "võõrkeel", whichever.
    Foreign,
    /// The noun "keel".
    Noun,
    /// A level.
    Level(String),
    /// "või"
    Or,
    /// "ja"
    And,
    Comma,
    /// "soovitavalt"
    Preferred,
    Open,
    Close,
    Colon,
    /// ";" or "."
    Stop,
    Word,
}

impl Mean {
    /// Whether it joins two languages.
    pub(super) fn is_joint(&self) -> bool {
        matches!(self, Mean::Or | Mean::And | Mean::Comma)
    }
}

/// The meanings of words. A language's name counts only before the noun, a level, a bracket, or
/// nothing: not in "Eesti Vabariigi".
pub(super) fn meanings(all: &[Token], pack: &Pack) -> Vec<Mean> {
    let mut means: Vec<Mean> = (0..all.len()).map(|i| mean(all, i, pack)).collect();
    for at in 0..means.len() {
        let compound = all
            .get(at)
            .is_some_and(|t| language(&t.text, pack).is_some_and(|(_, c)| c));
        let is_name = matches!(means.get(at), Some(Mean::Language(_)));
        if is_name
            && !compound
            && !stands_for_language(means.get(at + 1..).unwrap_or_default())
            && let Some(mean) = means.get_mut(at)
        {
            *mean = Mean::Word;
        }
    }
    means
}

/// The lesser of two levels.
pub(super) fn lesser(a: &str, b: &str) -> String {
    let rank = |level: &str| LEVELS.iter().position(|l| *l == level);
    if rank(b) < rank(a) { b } else { a }.to_owned()
}

/// Sentences, as ranges of words; the closing mark belongs to the sentence. Marks within brackets do not count.
pub(super) fn sentences(means: &[Mean]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, mean) in means.iter().enumerate() {
        match mean {
            Mean::Open => depth += 1,
            Mean::Close => depth = depth.saturating_sub(1),
            Mean::Stop if depth == 0 => {
                found.push(start..at + 1);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < means.len() {
        found.push(start..means.len());
    }
    found
}

fn mean(all: &[Token], at: usize, pack: &Pack) -> Mean {
    let Some(token) = all.get(at) else {
        return Mean::Word;
    };
    if token.mark {
        return mark(&token.text);
    }
    let word = token.text.as_str();
    if let Some(level) = level(word, pack) {
        return Mean::Level(level);
    }
    if pack.foreign.iter().any(|f| word.starts_with(f.as_str())) {
        return Mean::Foreign;
    }
    if let Some((code, _)) = language(word, pack) {
        return Mean::Language(code);
    }
    if pack
        .language_nouns
        .iter()
        .any(|n| word.starts_with(n.as_str()))
    {
        return Mean::Noun;
    }
    if pack.document.alternatives.iter().any(|a| a == word) {
        return Mean::Or;
    }
    if pack.document.conjunctions.iter().any(|c| c == word) {
        return Mean::And;
    }
    match preference(all, at, pack) {
        Some(_) => Mean::Preferred,
        None => Mean::Word,
    }
}

fn mark(mark: &str) -> Mean {
    match mark {
        "(" | "[" => Mean::Open,
        ")" | "]" => Mean::Close,
        "," => Mean::Comma,
        ":" => Mean::Colon,
        _ => Mean::Stop,
    }
}

/// A level: "c1", "c1-tasemel", "kõrgtasemel"; of "b2-c1" and "b2/c1" the lesser.
fn level(word: &str, pack: &Pack) -> Option<String> {
    let known = |part: &str| {
        let found = pack
            .language_levels
            .iter()
            .find(|l| l.words.iter().any(|w| w == part));
        found.map(|l| l.level.clone())
    };
    let mut parts = word.split(['-', '/']);
    let first = known(parts.next()?)?;
    Some(parts.filter_map(known).fold(first, |a, b| lesser(&a, &b)))
}

/// The language that a word names, and whether the noun is part of it: "eestikeelne".
fn language(word: &str, pack: &Pack) -> Option<(String, bool)> {
    pack.languages.iter().find_map(|entry| {
        entry.words.iter().find_map(|name| {
            let rest = word.strip_prefix(name.as_str())?;
            let compound = pack
                .language_nouns
                .iter()
                .any(|n| rest.starts_with(n.as_str()));
            let fits = compound || rest.is_empty() || rest == "-";
            fits.then(|| (entry.code.clone(), compound))
        })
    })
}

/// Whether what follows a name makes it the name of a language.
fn stands_for_language(after: &[Mean]) -> bool {
    let mut words = 0;
    let mut joined = false;
    for mean in after {
        match mean {
            Mean::Noun | Mean::Foreign | Mean::Level(_) | Mean::Stop => {
                return *mean != Mean::Stop || words == 0;
            }
            // "(soovitavalt inglise või vene)"
            Mean::Close if words == 0 => return true,
            Mean::Word if joined && words < WORDS_AHEAD => words += 1,
            Mean::Word => return false,
            joint if joint.is_joint() => joined = true,
            _ => {}
        }
    }
    words == 0
}
