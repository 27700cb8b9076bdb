//! What marks a list's item: a number, a bullet, a letter. Read by nom; the productions are language-independent.

use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{eof, opt, peek, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use smallvec::SmallVec;

/// Characters that begin an item. The last three are what Symbol and Wingdings fonts give for a bullet.
const BULLETS: &str = "▪•●○■□◦‣·∙⁃►➢✓✔*\u{f0b7}\u{f0a7}\u{f0d8}";

/// Dashes that begin an item when a blank follows.
const DASHES: &str = "-–—−";

/// No marker has more bytes: five parts of three figures, with their dots.
const LONGEST: usize = 20;

/// Parts of a number.
pub type Parts = SmallVec<[u32; MOST_PARTS]>;

/// A number has at most so many parts.
const MOST_PARTS: usize = 5;

/// Kinds of marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkerKind {
    /// "3", "3.1", "3.1.2": its parts.
    Number(Parts),
    /// "IV".
    Roman(u32),
    /// "a)".
    Letter(char),
    /// A bullet or dash.
    Bullet(char),
}

/// A marker at the beginning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// What it is.
    pub kind: MarkerKind,
    /// Bytes from the line's beginning to the marker's own end, closing dot and blanks after it excluded.
    pub end: usize,
    /// Bytes from the line's beginning to the item's text.
    pub text: usize,
}

impl Marker {
    /// Reads a marker from the beginning of a line.
    pub fn parse(line: &str) -> Option<Marker> {
        // Most lines begin with a word, and are done with here.
        let mut chars = line.chars();
        let (first, second) = (chars.next()?, chars.next());
        let word = first.is_alphabetic() && !matches!(first, 'I' | 'V' | 'X');
        if word && !(second == Some(')') || (first == 'o' && second == Some(' '))) {
            return None;
        }
        let (rest, (kind, end_rest)) = marker(line).ok()?;
        let text = line.len() - rest.trim_start().len();
        Some(Marker {
            kind,
            end: line.len() - end_rest,
            text,
        })
    }

    /// Reads a marker that is all of a text, because its item stands elsewhere.
    pub fn alone(text: &str) -> Option<Marker> {
        if text.len() > LONGEST {
            return None;
        }
        Marker::parse(&format!("{text} x")).filter(|m| m.text > text.len())
    }

    /// A number's depth: 1 for "3", 2 for "3.1"; 0 for other markers.
    pub fn depth(&self) -> usize {
        match &self.kind {
            MarkerKind::Number(parts) => parts.len(),
            _ => 0,
        }
    }

    /// Whether it is a bullet or dash.
    pub fn is_bullet(&self) -> bool {
        matches!(self.kind, MarkerKind::Bullet(_))
    }
}

/// marker = number / roman / letter / bullet, and how many bytes were left after the marker's own characters
fn marker(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    match line.chars().next() {
        Some('0'..='9') => number(line),
        Some('I' | 'V' | 'X') => roman(line),
        Some(c) if c.is_alphabetic() => alt((letter, bullet)).parse(line),
        _ => alt((bullet, dash)).parse(line),
    }
}

/// number = 1*2DIGIT *("." 1*3DIGIT) ["." / ")"], then a blank, the end, or (after a dot) a letter: `3.1. Tagab`, `1.Üldsätted`
fn number(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    let part = |input| take_while_m_n(1, 3, |c: char| c.is_ascii_digit()).parse(input);
    let (rest, digits) = recognize((part, many0_count(preceded(char('.'), part)))).parse(line)?;
    let parts: Parts = digits.split('.').filter_map(|d| d.parse().ok()).collect();
    let left = rest.len();
    let (rest, closing) = opt(one_of(".)")).parse(rest)?;
    let boundary = |c: char| {
        c.is_whitespace() || ((closing.is_some() || parts.len() > 1) && c.is_alphabetic())
    };
    let (rest, _) = peek(alt((eof, take_while_m_n(1, 1, boundary)))).parse(rest)?;
    // A bare number in front of running text is an amount ("3 aastat"), unless a capital follows.
    let bare = parts.len() == 1 && closing.is_none();
    let capital = rest
        .trim_start()
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    if (bare && !capital) || parts[0] == 0 || parts.len() > MOST_PARTS {
        return Err(nom::Err::Error(nom::error::Error::new(
            line,
            nom::error::ErrorKind::Digit,
        )));
    }
    Ok((rest, (MarkerKind::Number(parts), left)))
}

/// roman = 1*5("I" / "V" / "X") ["."], then a blank: `II AMETIÜLESANDED`, `I. ÜLDSÄTTED`
fn roman(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    let (rest, (value, left)) = {
        let (rest, numeral) = verify(take_while_m_n(1, 5, |c| "IVX".contains(c)), |s: &str| {
            roman_value(s).is_some()
        })
        .parse(line)?;
        (rest, (roman_value(numeral).unwrap_or_default(), rest.len()))
    };
    let (rest, _) = opt(one_of(".)")).parse(rest)?;
    let (rest, _) = peek(take_while1(char::is_whitespace)).parse(rest)?;
    Ok((rest, (MarkerKind::Roman(value), left)))
}

/// The value of a roman numeral up to XXXIX, if it is written as it should be.
fn roman_value(numeral: &str) -> Option<u32> {
    let ones = numeral.trim_start_matches('X');
    let tens = numeral.len() - ones.len();
    let ones = match ones {
        // The X of "IX" is at the end, so it is not taken for a ten.
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    let value = 10 * tens as u32 + ones;
    (1..40).contains(&value).then_some(value)
}

/// letter = %x61-7A ")", then a blank: `a) koostab`
fn letter(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    let (rest, c) = terminated(
        verify(nom::character::complete::anychar, |c| c.is_lowercase()),
        peek(char(')')),
    )
    .parse(line)?;
    let left = rest.len();
    let (rest, _) = char(')').parse(rest)?;
    let (rest, _) = peek(take_while1(char::is_whitespace)).parse(rest)?;
    Ok((rest, (MarkerKind::Letter(c), left)))
}

/// bullet = one of the bullet characters: `▪ koostab`, `•koostab`; "o" counts when a blank follows
fn bullet(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    let (rest, c) = alt((one_of(BULLETS), terminated(char('o'), peek(char(' '))))).parse(line)?;
    Ok((rest, (MarkerKind::Bullet(c), rest.len())))
}

/// dash = "-" / "–" / "—", then a blank and text: `- koostab` (a dash alone is an answer, not a marker)
fn dash(line: &str) -> IResult<&str, (MarkerKind, usize)> {
    let (rest, c) = one_of(DASHES).parse(line)?;
    let left = rest.len();
    let (rest, _) = peek((
        take_while1(char::is_whitespace),
        nom::character::complete::anychar,
    ))
    .parse(rest)?;
    Ok((rest, (MarkerKind::Bullet(c), left)))
}

/// Whether a text is nothing but a bullet or dash.
pub fn is_lone_bullet(text: &str) -> bool {
    begins_with_bullet(text).is_some_and(|rest| rest.trim_start().is_empty())
}

/// What stands behind the bullet or dash that a text begins with, if a blank followed the text.
pub fn begins_with_bullet(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let bullet = match first {
        'o' => rest.is_empty() || rest.starts_with(' '),
        _ if DASHES.contains(first) => rest.is_empty() || rest.starts_with(char::is_whitespace),
        _ => BULLETS.contains(first),
    };
    bullet.then_some(rest)
}

/// Where a bullet stands within a line, after its beginning: byte position. A dash counts only after a closing `;` or `.`,
/// or after a wide gap.
pub fn bullet_within(line: &str, gaps: &[usize]) -> Option<usize> {
    let may_be = |c: char| BULLETS.contains(c) || DASHES.contains(c);
    let places = line.char_indices().skip(1);
    let mut places = places.filter(|&(_, c)| !c.is_alphanumeric() && c != ' ' && may_be(c));
    places.find_map(|(at, c)| {
        let before = line[..at].trim_end();
        let follows = line[at + c.len_utf8()..].starts_with(' ');
        let blank = line[..at].ends_with(' ');
        let bullet = BULLETS.contains(c) && c != '*' && c != '·' && blank;
        let dash = DASHES.contains(c)
            && blank
            && follows
            && (before.ends_with([';', '.']) || gaps.contains(&at));
        (bullet || dash).then_some(at)
    })
}

/// Where a number of at least two parts ("1.2") stands within a line after a wide gap: byte position.
pub fn number_within(line: &str, gaps: &[usize]) -> Option<usize> {
    gaps.iter().copied().find(|&g| {
        line.get(g..)
            .and_then(Marker::parse)
            .is_some_and(|m| m.depth() > 1)
    })
}

#[cfg(test)]
mod tests {
    use smallvec::smallvec;

    use super::*;

    fn read(line: &str) -> Option<(MarkerKind, &str)> {
        Marker::parse(line).map(|m| (m.kind, &line[m.text..]))
    }

    #[test]
    fn numbers_of_every_style() {
        use MarkerKind::*;
        assert_eq!(read("3.1 Tagab"), Some((Number(smallvec![3, 1]), "Tagab")));
        assert_eq!(read("3.1. Tagab"), Some((Number(smallvec![3, 1]), "Tagab")));
        assert_eq!(read("3.1.Tagab"), Some((Number(smallvec![3, 1]), "Tagab")));
        assert_eq!(
            read("1.Üldsätted"),
            Some((Number(smallvec![1]), "Üldsätted"))
        );
        assert_eq!(read("1 ÜLDOSA"), Some((Number(smallvec![1]), "ÜLDOSA")));
        assert_eq!(read("3."), Some((Number(smallvec![3]), "")));
        assert_eq!(
            read("8.  MUUTMINE"),
            Some((Number(smallvec![8]), "MUUTMINE"))
        );
        assert_eq!(read("II. Ülesanded"), Some((Roman(2), "Ülesanded")));
        assert_eq!(read("a) koostab"), Some((Letter('a'), "koostab")));
    }

    #[test]
    fn bullets_and_what_is_none() {
        use MarkerKind::*;
        assert_eq!(read("▪ teha"), Some((Bullet('▪'), "teha")));
        assert_eq!(read("- teha"), Some((Bullet('-'), "teha")));
        assert_eq!(read("-"), None);
        assert_eq!(read("-mööbel."), None);
        assert_eq!(read("3 aastat"), None);
        assert_eq!(read("2-aastane"), None);
        assert_eq!(
            read("06. mai 2024"),
            Some((Number(smallvec![6]), "mai 2024"))
        );
        assert_eq!(read("12.03.2025"), None);
    }

    #[test]
    fn a_marker_without_its_text() {
        let texts = [
            "-",
            "–",
            "o",
            "•",
            "• ",
            "•x",
            "ox",
            "-x",
            "- x",
            "o x",
            "a)",
            "1.",
            "1.2",
            "12.34.567.",
            "",
            " ",
            "Tagab",
            "I",
            "IV.",
        ];
        for text in texts {
            let marker = Marker::parse(&format!("{text} x"));
            let bullet = marker.as_ref().is_some_and(Marker::is_bullet);
            assert_eq!(begins_with_bullet(text).is_some(), bullet, "{text}");
            let alone = marker.filter(|m| m.text > text.len());
            let lone = alone.as_ref().is_some_and(Marker::is_bullet);
            assert_eq!(is_lone_bullet(text), lone, "{text}");
            assert_eq!(Marker::alone(text), alone, "{text}");
        }
        let longest = "111.222.333.444.555.";
        assert!(longest.len() == LONGEST && Marker::alone(longest).is_some());
    }

    #[test]
    fn a_bullet_within_a_line() {
        let line = "3.7 Koostöö tagamine. ▪ Kaasatud";
        assert_eq!(
            bullet_within(line, &[]).map(|at| &line[at..]),
            Some("▪ Kaasatud")
        );
        let line = "teostab vedu; - kaup jõuab";
        assert_eq!(
            bullet_within(line, &[]).map(|at| &line[at..]),
            Some("- kaup jõuab")
        );
        assert_eq!(bullet_within("Tallinn - Tartu", &[]), None);
    }
}
