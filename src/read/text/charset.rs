//! Which character set a text file is in, and its characters.
//!
//! õ ä ö ü have the same bytes in windows-1252, windows-1257 and ISO-8859-4, -13 and -15; only š, ž and quotation
//! marks tell them apart, so the choice is made by these. General detectors answer windows-1252 for Estonian text
//! in windows-1257 and turn š into ð.

use std::borrow::Cow;

use encoding_rs::{
    Encoding, ISO_8859_4, ISO_8859_13, ISO_8859_15, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1257,
};

use super::cp775;

/// A decoded text.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text without byte order mark.
    pub text: Cow<'a, str>,
    /// The character set, named as by the WHATWG (lower case).
    pub encoding: &'static str,
    /// Why another character set is possible.
    pub doubt: Option<Doubt>,
}

/// Why a choice of character set may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Some bytes have another meaning in this character set, and nothing speaks for either.
    NoEvidence(&'static str),
    /// Some bytes speak for this character set, more of them for the chosen one.
    Contradictory(&'static str),
    /// A DOS code page, chosen by its Estonian letters; other characters may differ between code pages.
    Dos,
}

/// Decodes by byte order mark, else UTF-16 by its NULs, UTF-8 (also slightly damaged), a DOS code page by its
/// letters, else the single-byte character set that the bytes of š, ž and quotation marks speak for.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let bytes = bytes.strip_suffix(b"\x1A").unwrap_or(bytes); // DOS end of file
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        return known(bytes.get(bom..).unwrap_or_default(), encoding);
    }
    if let Some(encoding) = utf16_by_nuls(bytes) {
        return known(bytes, encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return certain(Cow::Borrowed(text), "utf-8");
    }
    if is_damaged_utf8(bytes) {
        return certain(String::from_utf8_lossy(bytes), "utf-8");
    }
    if is_dos(bytes) {
        return Decoded {
            text: Cow::Owned(cp775::decode(bytes)),
            encoding: "ibm775",
            doubt: Some(Doubt::Dos),
        };
    }
    single_byte(bytes)
}

fn certain<'a>(text: Cow<'a, str>, encoding: &'static str) -> Decoded<'a> {
    Decoded {
        text,
        encoding,
        doubt: None,
    }
}

fn known<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let name = if encoding == UTF_16LE {
        "utf-16le"
    } else if encoding == UTF_16BE {
        "utf-16be"
    } else {
        "utf-8"
    };
    certain(encoding.decode_without_bom_handling(bytes).0, name)
}

/// UTF-16 without byte order mark: most characters are below U+0100, so every other byte is NUL.
pub fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let first = pairs.iter().filter(|p| p[0] == 0).count();
    let second = pairs.iter().filter(|p| p[1] == 0).count();
    let most = |n: usize| n > 0 && n * 10 >= pairs.len() * 6;
    let few = |n: usize| n * 10 <= pairs.len();
    if most(second) && few(first) {
        Some(UTF_16LE)
    } else if most(first) && few(second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A file with far more well-formed sequences than broken ones is UTF-8: in a single-byte text, well-formed
/// sequences of several bytes hardly ever occur.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken * 2
}

/// Whether ü ä ö stand where a DOS code page has them, more often than where the others have them.
/// 84 and 94 are quotation marks in windows-125x, and those do not stand between letters.
fn is_dos(bytes: &[u8]) -> bool {
    let letter = |b: u8| is_letter(b) || matches!(b, 0x81 | 0x84 | 0x94);
    let (mut dos, mut other) = (0usize, 0usize);
    for (before, b, after) in neighbours(bytes).filter(|n| !n.1.is_ascii()) {
        let (left, right) = (letter(before), letter(after));
        match b {
            0x81 if left || right => dos += 1,
            0x84 | 0x94 if left && right => dos += 1,
            0xF5 | 0xF6 | 0xFC if left || right => other += 1,
            _ => {}
        }
    }
    dos > other
}

/// Each byte with its neighbours; a blank stands for the missing ones.
fn neighbours(bytes: &[u8]) -> impl Iterator<Item = (u8, u8, u8)> + '_ {
    let before = std::iter::once(b' ').chain(bytes.iter().copied());
    let after = bytes.iter().skip(1).copied().chain(std::iter::once(b' '));
    before
        .zip(bytes.iter().copied())
        .zip(after)
        .map(|((l, b), r)| (l, b, r))
}

/// ASCII letters and those Estonian ones that have the same byte in all candidates.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || matches!(byte, 0xF5 | 0xE4 | 0xF6 | 0xFC | 0xD5 | 0xC4 | 0xD6 | 0xDC)
}

/// What a byte in its surroundings speaks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// š ž of windows-1257 and ISO-8859-13.
    Baltic,
    /// Quotation marks of ISO-8859-13.
    BalticIso,
    /// š ž of windows-1252.
    Western,
    /// š ž of ISO-8859-15.
    Latin9,
    /// š ž of ISO-8859-4.
    Latin4,
}

/// What one byte speaks for; `left` and `right` say whether letters stand beside it.
fn sign(byte: u8, left: bool, right: bool) -> Option<Sign> {
    match byte {
        0xF0 | 0xFE | 0xD0 | 0xDE if left || right => Some(Sign::Baltic),
        0x9A | 0x9E | 0x8A | 0x8E if left || right => Some(Sign::Western),
        0xA6 | 0xA8 | 0xB8 if right => Some(Sign::Latin9),
        0xB4 if left && right => Some(Sign::Latin9),
        0xB9 | 0xBE if right => Some(Sign::Latin4),
        0xA9 | 0xAE if left && right => Some(Sign::Latin4),
        0xA5 if right && !left => Some(Sign::BalticIso),
        0xA1 | 0xB4 if left && !right => Some(Sign::BalticIso),
        _ => None,
    }
}

/// A character set among those that share õ ä ö ü.
struct Candidate {
    encoding: &'static Encoding,
    name: &'static str,
    signs: &'static [Sign],
}

/// In order of preference where nothing decides.
static CANDIDATES: [Candidate; 5] = [
    Candidate {
        encoding: WINDOWS_1257,
        name: "windows-1257",
        signs: &[Sign::Baltic],
    },
    Candidate {
        encoding: ISO_8859_13,
        name: "iso-8859-13",
        signs: &[Sign::Baltic, Sign::BalticIso],
    },
    Candidate {
        encoding: WINDOWS_1252,
        name: "windows-1252",
        signs: &[Sign::Western],
    },
    Candidate {
        encoding: ISO_8859_15,
        name: "iso-8859-15",
        signs: &[Sign::Latin9],
    },
    Candidate {
        encoding: ISO_8859_4,
        name: "iso-8859-4",
        signs: &[Sign::Latin4],
    },
];

impl Candidate {
    /// The character of a byte; U+FFFD where it has none (a C1 control is none).
    fn character(&self, byte: u8) -> char {
        let byte = [byte];
        let (text, _) = self.encoding.decode_without_bom_handling(&byte);
        match text.chars().next() {
            Some(c) if !c.is_control() => c,
            _ => char::REPLACEMENT_CHARACTER,
        }
    }

    /// Signs for it less the characters that it does not have.
    fn score(&self, signs: &[(Sign, i64)], present: &[(u8, i64)]) -> i64 {
        let support = signs.iter().filter(|(s, _)| self.signs.contains(s));
        let missing = present
            .iter()
            .filter(|(b, _)| self.character(*b) == char::REPLACEMENT_CHARACTER);
        support.map(|(_, n)| n).sum::<i64>() - missing.map(|(_, n)| n).sum::<i64>()
    }
}

/// Decodes by the best single-byte candidate.
fn single_byte(bytes: &[u8]) -> Decoded<'_> {
    let (signs, present) = survey(bytes);
    let mut best = &CANDIDATES[0];
    let mut best_score = i64::MIN;
    for candidate in &CANDIDATES {
        let score = candidate.score(&signs, &present);
        if score > best_score {
            (best, best_score) = (candidate, score);
        }
    }
    Decoded {
        text: best.encoding.decode_without_bom_handling(bytes).0,
        encoding: best.name,
        doubt: doubt(best, best_score, &signs, &present),
    }
}

/// Counts the signs and the bytes from 80 on.
fn survey(bytes: &[u8]) -> (Vec<(Sign, i64)>, Vec<(u8, i64)>) {
    let mut signs: Vec<(Sign, i64)> = Vec::new();
    let mut counts = [0i64; 256];
    for (before, b, after) in neighbours(bytes).filter(|n| !n.1.is_ascii()) {
        counts[usize::from(b)] += 1;
        if let Some(found) = sign(b, is_letter(before), is_letter(after)) {
            match signs.iter_mut().find(|(s, _)| *s == found) {
                Some((_, n)) => *n += 1,
                None => signs.push((found, 1)),
            }
        }
    }
    let present = (0u8..=255).zip(counts).filter(|(_, n)| *n > 0).collect();
    (signs, present)
}

fn doubt(
    best: &Candidate,
    best_score: i64,
    signs: &[(Sign, i64)],
    present: &[(u8, i64)],
) -> Option<Doubt> {
    let against = signs.iter().find(|(s, _)| !best.signs.contains(s));
    if let Some((sign, _)) = against {
        let rival = CANDIDATES.iter().find(|c| c.signs.contains(sign))?;
        return Some(Doubt::Contradictory(rival.name));
    }
    let rival = CANDIDATES.iter().find(|c| {
        c.name != best.name
            && c.score(signs, present) == best_score
            && present
                .iter()
                .any(|(b, _)| c.character(*b) != best.character(*b))
    })?;
    Some(Doubt::NoEvidence(rival.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_character_sets_apart() {
        let text = "Žürii šabloonid, „töö“ ja õpe";
        for candidate in &CANDIDATES[..3] {
            // encoding_rs encodes all of these characters in windows-125x; ISO-8859-13 has the low quote too.
            let (bytes, _, lost) = candidate.encoding.encode(text);
            assert!(!lost, "{}", candidate.name);
            let decoded = decode(&bytes);
            assert_eq!(decoded.encoding, candidate.name);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.doubt, None, "{}", candidate.name);
        }
        let plain = "Žürii šabloonid, töö ja õpe, garaaž ja Šveits";
        for candidate in &CANDIDATES[3..] {
            let (bytes, _, lost) = candidate.encoding.encode(plain);
            assert!(!lost, "{}", candidate.name);
            let decoded = decode(&bytes);
            assert_eq!(decoded.encoding, candidate.name);
            assert_eq!(decoded.text, plain);
        }
    }

    #[test]
    fn letters_that_all_agree_on_need_no_finding() {
        let decoded = decode(b"T\xF6\xF6\xFClesanded, \xF5igused \xA7 5");
        assert_eq!(decoded.encoding, "windows-1257");
        assert_eq!(decoded.text, "Tööülesanded, õigused § 5");
        assert_eq!(decoded.doubt, None);
    }

    #[test]
    fn no_evidence_and_contradictory_evidence_are_told() {
        let no = decode(b"hind 5 \xA4, t\xF6\xF6");
        assert_eq!(no.doubt, Some(Doubt::NoEvidence("iso-8859-15")));
        let both = decode(b"\xF0abloon, gara\xFE, ma\x9Ain");
        assert_eq!(both.encoding, "windows-1257");
        assert_eq!(both.doubt, Some(Doubt::Contradictory("windows-1252")));
    }

    #[test]
    fn dos_text() {
        let decoded = decode(b"T\x94\x94\x81lesanded: \xE4igusaktid, \xD5abloon\r\n\x1A");
        assert_eq!(decoded.encoding, "ibm775");
        assert_eq!(decoded.text, "Tööülesanded: õigusaktid, šabloon\r\n");
        let quotes = decode(b"\x84t\xF6\xF6\x94 ja \x84\xFCles\x94");
        assert_eq!(quotes.text, "„töö” ja „üles”");
    }

    #[test]
    fn unicode_with_and_without_mark() {
        let text = "Tööülesanded „š“";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cases: [(&[u8], &[u8], &str); 6] = [
            (b"", text.as_bytes(), "utf-8"),
            (b"\xEF\xBB\xBF", text.as_bytes(), "utf-8"),
            (b"", &le, "utf-16le"),
            (b"\xFF\xFE", &le, "utf-16le"),
            (b"", &be, "utf-16be"),
            (b"\xFE\xFF", &be, "utf-16be"),
        ];
        for (mark, body, name) in cases {
            let bytes = [mark, body].concat();
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_ref(), decoded.encoding), (text, name));
        }
    }

    #[test]
    fn a_cut_utf8_file_stays_utf8() {
        let bytes = "Tööülesanded ja õ".as_bytes();
        let decoded = decode(&bytes[..bytes.len() - 1]);
        assert_eq!(decoded.encoding, "utf-8");
        assert_eq!(decoded.text, "Tööülesanded ja \u{FFFD}");
    }
}
