//! Which character set a text file is in, and its characters.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE};

use super::cp775;
use super::single_byte::{self, is_letter, neighbours};

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
    /// The character set of old Macintoshes, chosen by its Estonian letters.
    Mac,
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
    if is_mac(bytes) {
        return Decoded {
            text: MACINTOSH.decode_without_bom_handling(bytes).0,
            encoding: "macintosh",
            doubt: Some(Doubt::Mac),
        };
    }
    single_byte::decode(bytes)
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

/// Whether õ ä ö ü stand where old Macintoshes have them, more often than where the others have them. In windows-125x õ and ü
/// would be a closing quote and ź or Ÿ, and those do not stand within Estonian words.
pub fn is_mac(bytes: &[u8]) -> bool {
    let letter = |b: u8| is_letter(b) || matches!(b, 0x8A | 0x9A | 0x9B | 0x9F);
    let (mut mac, mut sure, mut other) = (0usize, 0usize, 0usize);
    for (before, b, after) in neighbours(bytes).filter(|n| !n.1.is_ascii()) {
        let (left, right) = (letter(before), letter(after));
        match b {
            0x9B | 0x9F if right => (mac, sure) = (mac + 1, sure + 1),
            0x8A | 0x9A if left || right => mac += 1,
            0xE4 | 0xF5 | 0xF6 | 0xFC if left || right => other += 1,
            _ => {}
        }
    }
    sure > 0 && mac > other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dos_text() {
        let decoded = decode(b"T\x94\x94\x81lesanded: \xE4igusaktid, \xD5abloon\r\n\x1A");
        assert_eq!(decoded.encoding, "ibm775");
        assert_eq!(decoded.text, "Tööülesanded: õigusaktid, šabloon\r\n");
        let quotes = decode(b"\x84t\xF6\xF6\x94 ja \x84\xFCles\x94");
        assert_eq!(quotes.text, "„töö” ja „üles”");
    }

    #[test]
    fn macintosh_text() {
        let decoded = decode(b"T\x9A\x9A\x9Flesanded ja n\x9Buded, \xCDIGUSED, P\x8Arnu\r");
        assert_eq!(decoded.encoding, "macintosh");
        assert_eq!(decoded.text, "Tööülesanded ja nõuded, ÕIGUSED, Pärnu\r");
        let windows = decode(b"t\xF6\xF6\xFClesanne, \x8Bs\xF5na\x9B, ma\x9Ain");
        assert_ne!(windows.encoding, "macintosh");
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
