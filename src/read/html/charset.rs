//! The character set of a web page (HTML standard, 13.2.3.2), and its characters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::read::text::charset;

/// A page declares its character set within this many bytes; browsers look as far as 1,024, saved pages are laxer.
const DECLARED_WITHIN: usize = 4096;

/// A page's characters, with the name of the character set.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, String) {
    let has_mark = Encoding::for_bom(bytes).is_some();
    if let Some(encoding) = declared(bytes).filter(|_| !has_mark) {
        let (text, _, damaged) = encoding.decode(bytes);
        // Programs that save pages in another character set often leave the declaration as it was.
        if encoding != UTF_8 || !damaged {
            return (text, encoding.name().to_ascii_lowercase());
        }
    }
    let decoded = charset::decode(bytes);
    (decoded.text, decoded.encoding.to_owned())
}

/// `<meta charset="windows-1257">`, `content="text/html; charset=…"`, `<?xml … encoding="…"`
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let of_xml = head
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|x| x.split_once("?>"));
    let of_xml = of_xml.and_then(|(declaration, _)| value(declaration, "encoding"));
    let of_meta = || {
        let tags = head
            .split("<meta")
            .skip(1)
            .filter_map(|t| t.split_once('>'));
        tags.into_iter().find_map(|(tag, _)| value(tag, "charset"))
    };
    let label = of_xml.or_else(of_meta)?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // What could be read as ASCII is not UTF-16, whatever it says.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

/// The value behind `name=`, with or without quotation marks.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let rest = text.split_once(name)?.1.trim_start().strip_prefix('=')?;
    let rest = rest.trim_start().trim_start_matches(['"', '\'']);
    let end = rest
        .find(|c: char| c.is_whitespace() || "\"';/>".contains(c))
        .unwrap_or(rest.len());
    rest.get(..end).filter(|v| !v.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_or_not() {
        let cases: [(&[u8], &str, &str); 6] = [
            (
                b"<meta charset=\"windows-1257\"><p>\xF0\xFE",
                "šž",
                "windows-1257",
            ),
            (
                b"<META http-equiv=Content-Type content='text/html; charset=iso-8859-13'>\xF0",
                "š",
                "iso-8859-13",
            ),
            (
                b"<?xml version='1.0' encoding='ISO-8859-15'?><p>\xA8",
                "š",
                "iso-8859-15",
            ),
            (
                b"<meta charset=utf-8><p>s\xF0okk \xF5",
                "šokk õ",
                "windows-1257",
            ),
            (
                b"\xEF\xBB\xBF<meta charset=windows-1252><p>\xC5\xBE",
                "ž",
                "utf-8",
            ),
            (b"<meta charset=utf-16><p>\xC5\xBE", "ž", "utf-8"),
        ];
        for (bytes, end, name) in cases {
            let (text, encoding) = decode(bytes);
            assert!(text.ends_with(end), "{text}");
            assert_eq!(encoding, name);
        }
    }
}
