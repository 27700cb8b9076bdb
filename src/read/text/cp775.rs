//! DOS code page 775 (Baltic), which the WHATWG encodings lack. Source: the Unicode Consortium's mapping
//! `VENDORS/MICSFT/PC/CP775.TXT`. õ ä ö ü Õ Ä Ö Ü have the same bytes in DOS code page 850.

/// The characters of bytes 80 to FF, in order.
const UPPER: [char; 128] = [
    'Ć', 'ü', 'é', 'ā', 'ä', 'ģ', 'å', 'ć', 'ł', 'ē', 'Ŗ', 'ŗ', 'ī', 'Ź', 'Ä', 'Å', // 80
    'É', 'æ', 'Æ', 'ō', 'ö', 'Ģ', '¢', 'Ś', 'ś', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', '¤', // 90
    'Ā', 'Ī', 'ó', 'Ż', 'ż', 'ź', '”', '¦', '©', '®', '¬', '½', '¼', 'Ł', '«', '»', // A0
    '░', '▒', '▓', '│', '┤', 'Ą', 'Č', 'Ę', 'Ė', '╣', '║', '╗', '╝', 'Į', 'Š', '┐', // B0
    '└', '┴', '┬', '├', '─', '┼', 'Ų', 'Ū', '╚', '╔', '╩', '╦', '╠', '═', '╬', 'Ž', // C0
    'ą', 'č', 'ę', 'ė', 'į', 'š', 'ų', 'ū', 'ž', '┘', '┌', '█', '▄', '▌', '▐', '▀', // D0
    'Ó', 'ß', 'Ō', 'Ń', 'õ', 'Õ', 'µ', 'ń', 'Ķ', 'ķ', 'Ļ', 'ļ', 'ņ', 'Ē', 'Ņ', '’', // E0
    '\u{AD}', '±', '“', '¾', '¶', '§', '÷', '„', '°', '∙', '·', '¹', '³', '²', '■',
    '\u{A0}', // F0
];

/// Decodes a whole text. Every byte has a character, so nothing can be lost.
pub fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    text.extend(bytes.iter().map(|&b| character(b)));
    text
}

/// The character of one byte.
fn character(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(i) => UPPER.get(usize::from(i)).copied().unwrap_or('\u{FFFD}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estonian_letters_and_quotes() {
        let bytes = b"\xE4\x84\x94\x81 \xE5\x8E\x99\x9A \xD5\xD8\xBE\xCF \xF7A\xF2 \xA6";
        assert_eq!(decode(bytes), "õäöü ÕÄÖÜ šžŠŽ „A“ ”");
    }

    #[test]
    fn the_table_has_no_character_twice() {
        let mut all = UPPER.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 128);
    }
}
