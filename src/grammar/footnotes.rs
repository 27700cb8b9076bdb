//! Footnotes: they belong to none of the sections between which they stand.

use crate::grammar::heading::RawSection;
use crate::layout::{Block, Line, Marker};

/// Leaves footnotes out of the sections, so that they become unrecognised text. A footnote opens with a figure without a dot that a
/// word above bears at its end ("põhimäärusest1"), and goes on up to the next marker.
pub fn leave(sections: &mut [RawSection]) {
    let lines = sections.iter().flat_map(|s| &s.body).filter_map(line);
    let figures: Vec<String> = lines.flat_map(|l| references(l.as_str())).collect();
    if figures.is_empty() {
        return;
    }
    for section in sections {
        let mut within = false;
        section.body.retain(|block| {
            let Some(line) = line(block) else {
                within = false;
                return true;
            };
            let opens = figure(line.as_str()).is_some_and(|f| figures.iter().any(|g| g == f));
            within = opens || (within && Marker::parse(line.as_str()).is_none());
            !within
        });
    }
}

fn line(block: &Block) -> Option<&Line> {
    match block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    }
}

/// The figure that opens a footnote: "1 Lisaks …".
fn figure(text: &str) -> Option<&str> {
    let (figure, rest) = text.split_once(' ')?;
    let is_figure = figure.len() <= 2 && figure.bytes().all(|b| b.is_ascii_digit());
    (is_figure && rest.starts_with(char::is_uppercase)).then_some(figure)
}

/// The figures at the ends of words of small letters: "õigusi1:" has one, "C1" and "B2" none.
fn references(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(' ').filter_map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let letters = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let small = letters.chars().count() > 2 && letters.chars().all(char::is_lowercase);
        let digits = &bare[letters.len()..];
        (small && !digits.is_empty()).then(|| digits.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_footnotes() {
        assert_eq!(figure("1 Lisaks seaduses sätestatule."), Some("1"));
        for text in ["1. Lisaks", "3 aastat tööd", "2015 Kinnitatud"] {
            assert_eq!(figure(text), None, "{text}");
        }
        let found: Vec<String> =
            references("kooli põhimäärusest1; tasemel C1, omab õigusi2: m2").collect();
        assert_eq!(found, ["1", "2"]);
    }
}
