//! Running text as sentences of words.

use crate::grammar::fold::fold;

/// A word as it is compared: folded, without punctuation around it.
pub(in crate::grammar::pack) fn word_of(word: &str) -> String {
    fold(word)
        .trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"' | '\'' | '!'))
        .to_owned()
}

/// A word of the text.
pub(in crate::grammar::pack) struct Token {
    pub word: String,
    pub from: usize,
    pub to: usize,
    /// Whether a comma follows.
    pub comma: bool,
}

/// The words of each sentence from a byte position on.
pub(in crate::grammar::pack) fn sentences(text: &str, start: usize) -> Vec<Vec<Token>> {
    let mut out: Vec<Vec<Token>> = vec![Vec::new()];
    let mut at = start;
    for piece in text.get(start..).unwrap_or_default().split(' ') {
        let from = at;
        at += piece.len() + 1;
        let bare = piece.trim();
        if bare.is_empty() {
            continue;
        }
        let from = from + (piece.len() - piece.trim_start().len());
        let token = Token {
            word: word_of(bare),
            from,
            to: from + bare.len(),
            comma: bare.ends_with(','),
        };
        let closes = bare.ends_with([';', '!'])
            || (bare.ends_with('.')
                && text
                    .get(at..)
                    .and_then(|t| t.trim_start().chars().next())
                    .is_none_or(char::is_uppercase));
        if let Some(sentence) = out.last_mut() {
            sentence.push(token);
        }
        if closes {
            out.push(Vec::new());
        }
    }
    out.retain(|s| !s.is_empty());
    out
}

/// How many tokens the longest of some phrases takes at a place. Phrases that begin with a comma are not meant.
pub(in crate::grammar::pack) fn phrase(
    phrases: &[String],
    tokens: &[Token],
    at: usize,
) -> Option<usize> {
    let there = tokens.get(at..)?;
    let first = there.first()?.word.as_str();
    let counts = phrases
        .iter()
        .filter(|p| p.starts_with(first))
        .filter_map(|p| {
            let mut words = there.iter();
            let fits = |w: &str| words.next().is_some_and(|t| t.word == w);
            p.split(' ').all(fits).then(|| p.split(' ').count())
        });
    counts.max()
}

/// Whether a phrase that a comma opens (", kes") stands at a place.
pub(in crate::grammar::pack) fn comma_phrase(
    phrases: &[String],
    tokens: &[Token],
    at: usize,
) -> bool {
    phrases
        .iter()
        .filter_map(|p| p.strip_prefix(", "))
        .any(|p| phrase(&[p.to_owned()], tokens, at).is_some())
}
