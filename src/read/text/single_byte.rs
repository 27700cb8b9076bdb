//! The single-byte character sets of Windows and ISO that Estonian text comes in.
//!
//! õ ä ö ü have the same bytes in windows-1252, windows-1257 and ISO-8859-4, -13 and -15; only š, ž and quotation
//! marks tell them apart, so the choice is made by these. General detectors answer windows-1252 for Estonian text
//! in windows-1257 and turn š into ð.

use encoding_rs::{Encoding, ISO_8859_4, ISO_8859_13, ISO_8859_15, WINDOWS_1252, WINDOWS_1257};

use super::charset::{Decoded, Doubt};

/// Decodes by the best candidate.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let survey = survey(bytes);
    let mut best = &CANDIDATES[0];
    let mut best_score = i64::MIN;
    for candidate in &CANDIDATES {
        let score = candidate.score(&survey);
        if score > best_score {
            (best, best_score) = (candidate, score);
        }
    }
    Decoded {
        text: best.encoding.decode_without_bom_handling(bytes).0,
        encoding: best.name,
        doubt: doubt(best, best_score, &survey),
    }
}

/// Each byte with its neighbours; a blank stands for the missing ones.
pub fn neighbours(bytes: &[u8]) -> impl Iterator<Item = (u8, u8, u8)> + '_ {
    let before = std::iter::once(b' ').chain(bytes.iter().copied());
    let after = bytes.iter().skip(1).copied().chain(std::iter::once(b' '));
    before
        .zip(bytes.iter().copied())
        .zip(after)
        .map(|((l, b), r)| (l, b, r))
}

/// ASCII letters and those Estonian ones that have the same byte in all candidates.
pub fn is_letter(byte: u8) -> bool {
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
    fn score(&self, survey: &Survey) -> i64 {
        let support = survey.signs.iter().filter(|(s, _)| self.signs.contains(s));
        let missing = survey
            .present
            .iter()
            .filter(|(b, _)| self.character(*b) == char::REPLACEMENT_CHARACTER);
        support.map(|(_, n)| n).sum::<i64>() - missing.map(|(_, n)| n).sum::<i64>()
    }
}

/// What a text holds besides ASCII.
struct Survey {
    /// Signs and how often they occur.
    signs: Vec<(Sign, i64)>,
    /// Bytes from 80 on and how often they occur.
    present: Vec<(u8, i64)>,
}

/// Counts the signs and the bytes from 80 on.
fn survey(bytes: &[u8]) -> Survey {
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
    Survey { signs, present }
}

fn doubt(best: &Candidate, best_score: i64, survey: &Survey) -> Option<Doubt> {
    let against = survey.signs.iter().find(|(s, _)| !best.signs.contains(s));
    if let Some((sign, _)) = against {
        let rival = CANDIDATES.iter().find(|c| c.signs.contains(sign))?;
        return Some(Doubt::Contradictory(rival.name));
    }
    let rival = CANDIDATES.iter().find(|c| {
        c.name != best.name
            && c.score(survey) == best_score
            && survey
                .present
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
}
