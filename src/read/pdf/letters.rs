//! What the characters of a glyph mean for a word.

/// One character, sorted by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// Goes into the word as it is.
    Plain(char),
    /// Ends the word.
    Blank,
    /// U+00AD.
    SoftHyphen,
    /// A private-use character (a bullet of Symbol or Wingdings): a word of its own.
    Sign(char),
}

/// The characters of a glyph: ligatures expanded, invisible ones left out.
pub(super) fn letters(text: &str) -> impl Iterator<Item = Letter> + '_ {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .flat_map(|c| {
            let expanded = ligature(c);
            let single = expanded.is_empty().then_some(c);
            single.into_iter().chain(expanded.chars())
        })
        .map(sort)
}

fn sort(c: char) -> Letter {
    match c {
        '\u{AD}' => Letter::SoftHyphen,
        '\u{E000}'..='\u{F8FF}' => Letter::Sign(c),
        // NBSP and its narrow relatives are blanks too.
        c if c.is_whitespace() => Letter::Blank,
        c => Letter::Plain(c),
    }
}

/// Zero-width characters, joiners, directional marks and variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{034F}')
}

/// The letters of a Latin ligature, or nothing.
fn ligature(c: char) -> &'static str {
    match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_blanks_and_invisible_characters() {
        let found: Vec<_> = letters("\u{FB03}\u{200B}\u{A0}\u{F0B7}\u{AD}õ").collect();
        let expected = [
            Letter::Plain('f'),
            Letter::Plain('f'),
            Letter::Plain('i'),
            Letter::Blank,
            Letter::Sign('\u{F0B7}'),
            Letter::SoftHyphen,
            Letter::Plain('õ'),
        ];
        assert_eq!(found, expected);
    }
}
