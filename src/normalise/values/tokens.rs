//! Words and punctuation of a value, with their places.

use std::ops::Range;

use crate::grammar::fold::fold;
use crate::grammar::pack::Pack;

/// A word, or one punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word, folded; or the mark.
    pub text: String,
    /// Bytes of the input.
    pub range: Range<usize>,
    /// Whether it is a punctuation mark.
    pub mark: bool,
}

/// Splits text into words and the marks that can separate them. Hyphens and slashes belong to words, and so does a
/// point or comma between digits.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        let decimal = matches!(c, '.' | ',') && before.is_ascii_digit() && after.is_ascii_digit();
        let mark = is_mark(c) && !decimal;
        if (mark || c.is_whitespace())
            && let Some(from) = start.take()
        {
            found.push(word(text, from..at));
        }
        if mark {
            found.push(Token {
                text: c.to_string(),
                range: at..at + c.len_utf8(),
                mark: true,
            });
        } else if !c.is_whitespace() {
            start.get_or_insert(at);
        }
        before = c;
    }
    if let Some(from) = start {
        found.push(word(text, from..text.len()));
    }
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | ':' | '(' | ')' | '[' | ']' | '\n')
}

fn word(text: &str, range: Range<usize>) -> Token {
    Token {
        text: fold(text.get(range.clone()).unwrap_or_default()),
        range,
        mark: false,
    }
}

/// The number of words of a wording of preference that stands at a place.
pub(super) fn preference(all: &[Token], at: usize, pack: &Pack) -> Option<usize> {
    let here = all.get(at..)?;
    pack.preferred.iter().find_map(|wording| {
        let mut words = here.iter().map(|t| t.text.as_str());
        let fits = wording.split(' ').all(|word| words.next() == Some(word));
        fits.then(|| wording.split(' ').count())
    })
}

/// The part of `range` without blanks and any of `marks` at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>, marks: &[char]) -> Range<usize> {
    let drop = |c: char| c.is_whitespace() || marks.contains(&c);
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + part.len() - part.trim_start_matches(drop).len();
    let end = start + part.trim_matches(drop).len();
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks() {
        let text = "Eesti keel (C1), 1,5-aastane.";
        let found = tokens(text);
        let words: Vec<&str> = found.iter().map(|t| t.text.as_str()).collect();
        assert_eq!(
            words,
            ["eesti", "keel", "(", "c1", ")", ",", "1,5-aastane", "."]
        );
        for token in found.iter().filter(|t| t.mark) {
            assert_eq!(text[token.range.clone()], token.text);
        }
        assert_eq!(tokens("").len(), 0);
    }

    #[test]
    fn trimming_keeps_positions() {
        assert_eq!(trimmed(" ; a b. ", 0..8, &[';', '.']), 3..6);
        assert_eq!(trimmed("  ", 0..2, &[]).len(), 0);
    }
}
