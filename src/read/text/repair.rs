//! Text that was saved in a wrong character set before: UTF-8 read as windows-1252 or -1257 and saved again (`TÃ¶Ã¶`), or that of
//! old Macintoshes read as windows-1250, -1252 or -1257 (`n›unik`).

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1257};

use super::charset::is_mac;

/// The text with its letters repaired, and the numbers of the lines that were, from 0.
pub fn repair(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    match macintosh(text) {
        Some(repaired) => {
            let lines = text.split('\n').zip(0..).filter(|(l, _)| !l.is_ascii());
            let numbers = lines.map(|(_, number)| number).collect();
            (Cow::Owned(repaired), numbers)
        }
        None => double_encoding(text),
    }
}

/// The text as old Macintoshes meant it, if it has none of Estonian's own letters, and all of them written back in the wrong
/// character set.
fn macintosh(text: &str) -> Option<String> {
    if text.is_ascii() || text.contains(['õ', 'ä', 'ö', 'ü']) {
        return None;
    }
    let wrong = [WINDOWS_1252, WINDOWS_1250, WINDOWS_1257].into_iter();
    let bytes = wrong
        .map(|e| e.encode(text))
        .find(|(bytes, _, lost)| !lost && is_mac(bytes))?
        .0;
    Some(MACINTOSH.decode_without_bom_handling(&bytes).0.into_owned())
}

/// The text with its doubly encoded lines repaired, and the numbers of those lines, from 0.
///
/// A line is repaired when all of it, written back in the wrong character set, is valid UTF-8 again: no Estonian wording is
/// that by chance.
pub fn double_encoding(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    if !text.contains(['Ã', 'Ć', 'Å', 'â']) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = Vec::new();
    for (number, line) in (0..).zip(text.split_inclusive('\n')) {
        match [WINDOWS_1252, WINDOWS_1257]
            .into_iter()
            .find_map(|e| repaired(line, e))
        {
            Some(repaired) => {
                lines.push(number);
                out.push_str(&repaired);
            }
            None => out.push_str(line),
        }
    }
    (Cow::Owned(out), lines)
}

fn repaired(line: &str, wrong: &'static Encoding) -> Option<String> {
    if line.is_ascii() {
        return None;
    }
    let (bytes, _, unmappable) = wrong.encode(line);
    (!unmappable)
        .then(|| String::from_utf8(bytes.into_owned()).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_old_macintoshes() {
        let right = "KESKKONNANÕUNIKU ÜLESANDED\n1. nõuab hüvitist\nplain\n2. süsteemi töökord";
        for wrong in [WINDOWS_1250, WINDOWS_1252] {
            let bytes = MACINTOSH.encode(right).0;
            let text = wrong.decode_without_bom_handling(&bytes).0;
            assert_eq!(repair(&text), (Cow::Borrowed(right), vec![0, 1, 3]));
        }
        for text in ["‹sõna›", "Tööülesanded", "plain"] {
            assert_eq!(repair(text).0, text);
        }
    }

    #[test]
    fn only_what_is_certain() {
        for right in ["Tööülesanded", "jäätmed; õigused", "„žürii“", "Šveits"] {
            let wrong = WINDOWS_1252.decode(right.as_bytes()).0.into_owned();
            assert_eq!(
                double_encoding(&wrong),
                (Cow::Owned(right.to_owned()), vec![0]),
                "{wrong}"
            );
        }
        for line in ["Tööülesanded", "São Paulo", "Ãé", "plain"] {
            assert_eq!(double_encoding(line).0, line);
        }
    }
}
