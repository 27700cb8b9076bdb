use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Place, Severity};

fn read_ok(bytes: &[u8]) -> Document {
    read(bytes).expect("readable")
}

/// Words as (text, column, end column, line).
fn words(document: &Document) -> Vec<(&str, u32, u32, u32)> {
    let place = |v: f32| v as u32;
    document
        .words
        .iter()
        .map(|w| {
            let b = w.bbox;
            (document.word_text(w), place(b.x0), place(b.x1), place(b.y0))
        })
        .collect()
}

#[test]
fn columns_and_lines() {
    let d = read_ok("  Töö\tnimi \u{A0}x\r\n\na\rb\u{2028}c".as_bytes());
    let expected = [
        ("Töö", 2, 5, 0),
        ("nimi", 8, 12, 0),
        ("x", 14, 15, 0),
        ("a", 0, 1, 2),
        ("b", 0, 1, 3),
        ("c", 0, 1, 4),
    ];
    assert_eq!(words(&d), expected);
    assert_eq!(d.text, "Töö nimi x a b c ");
    assert_eq!(d.encoding.as_deref(), Some("utf-8"));
    assert!(d.findings.is_empty());
    assert_eq!((d.pages[0].width, d.pages[0].height), (15.0, 5.0));
    let word = &d.words[0];
    assert_eq!((word.bbox.y1, word.size, word.bold), (1.0, 1.0, false));
}

#[test]
fn decomposed_letters_take_one_column() {
    let d = read_ok("to\u{308}o\u{308} e\u{301}\u{301}x y".as_bytes());
    let expected = [("töö", 0, 3, 0), ("é\u{301}x", 4, 7, 0), ("y", 8, 9, 0)];
    assert_eq!(words(&d), expected);
}

#[test]
fn soft_hyphens_show_at_line_ends_only() {
    let d = read_ok(
        "tee\u{AD}nistus üles\u{AD} \u{200B}\nanded\u{AD}\r\nja \u{AD}\nlõpp\u{AD}".as_bytes(),
    );
    let texts: Vec<&str> = words(&d).iter().map(|w| w.0).collect();
    assert_eq!(texts, ["teenistus", "üles-", "anded-", "ja", "lõpp-"]);
    let d = read_ok("proto\u{AD}   • Otsused\nkollimine".as_bytes());
    let texts: Vec<&str> = words(&d).iter().map(|w| w.0).collect();
    assert_eq!(texts, ["proto-", "•", "Otsused", "kollimine"]);
}

#[test]
fn zero_width_characters_go() {
    let d = read_ok("a\u{200B}b\u{FEFF} \u{202E} c\u{2060}".as_bytes());
    assert_eq!(words(&d), [("ab", 0, 2, 0), ("c", 4, 5, 0)]);
}

#[test]
fn form_feeds_begin_pages_and_lines_count_on() {
    let d = read_ok(b"one\ntwo three\n\x0C\nfour\n\x0C");
    assert_eq!(d.pages.len(), 2);
    assert_eq!((d.pages[0].number, d.pages[0].words.clone()), (1, 0..3));
    assert_eq!((d.pages[0].width, d.pages[0].height), (9.0, 2.0));
    assert_eq!((d.pages[1].number, d.pages[1].words.clone()), (2, 3..4));
    assert_eq!(words(&d)[3], ("four", 0, 4, 3));
    let inner = read_ok(b"one\x0C\x0Ctwo");
    assert_eq!(inner.pages.len(), 3);
    assert_eq!(words(&inner)[1], ("two", 0, 3, 0));
}

#[test]
fn nothing_to_read() {
    for bytes in [&b""[..], b" \r\n\t\x0C", "\u{FEFF} \u{A0}".as_bytes()] {
        assert_eq!(read(bytes).expect_err("no text").code(), "no_text");
    }
}

#[test]
fn controls_and_replacements_are_told() {
    let d = read_ok("esimene rida\nteine\u{7} rida\nkolmas\nnelj\u{FFFD}s rida\n".as_bytes());
    assert_eq!(d.text, "esimene rida teine rida kolmas nelj\u{FFFD}s rida ");
    let [finding] = &d.findings[..] else {
        panic!("one finding: {:?}", d.findings)
    };
    assert_eq!(finding.rule, "encoding-damage");
    assert_eq!(finding.severity, Severity::Warning);
    let line = |n| Place::Lines {
        line_from: n,
        line_to: n,
    };
    assert_eq!(finding.at, [line(2), line(4)]);
    assert!(finding.message.contains("1 unreadable") && finding.message.contains("1 control"));
}

#[test]
fn too_many_controls_are_corrupt() {
    assert_eq!(
        read(b"abc\x01\x02\0\0\0\0").expect_err("binary").code(),
        "corrupt"
    );
    assert_eq!(read(&[0; 64]).expect_err("binary").code(), "corrupt");
}

#[test]
fn text_that_was_encoded_twice_is_told() {
    let d = read_ok("TÃ¶Ã¶Ã¼lesanded\n\nÃ•igused ja nÃµuded".as_bytes());
    let [finding] = &d.findings[..] else {
        panic!("one finding: {:?}", d.findings)
    };
    assert!(
        finding.message.starts_with("4 letters"),
        "{}",
        finding.message
    );
    assert_eq!(finding.at.len(), 2);
}

#[test]
fn guessed_character_sets_are_told() {
    let d = read_ok(b"hind 5 \xA4, t\xF6\xF6");
    assert_eq!(d.encoding.as_deref(), Some("windows-1257"));
    assert_eq!(d.findings[0].severity, Severity::Info);
}

/// Ordinary text and the characters that the reader treats specially.
fn peculiar_text() -> impl Strategy<Value = String> {
    let special = "aõ-. \t\r\n\u{C}\u{B}\0\u{7}\u{85}\u{A0}\u{AD}\u{200B}\u{2028}\u{FEFF}\u{308}\u{301}o„\u{FFFD}";
    let special: Vec<char> = special.chars().collect();
    let c = prop_oneof![
        8 => prop::sample::select(special),
        1 => any::<char>(),
    ];
    prop::collection::vec(c, 0..60).prop_map(|v| v.into_iter().collect())
}

/// What a text's words must add up to, by the slow way: line by line.
fn visible(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let zero_width = |c: char| {
        matches!(c, '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
    };
    let text: String = text.chars().filter(|c| !zero_width(*c)).collect();
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let mut shown = word.replace('\u{AD}', "");
        if word.ends_with('\u{AD}') && !shown.is_empty() {
            shown.push('-');
        }
        out.extend(shown.nfc());
    }
    out
}

fn check(document: &Document) -> Result<(), TestCaseError> {
    let mut end = 0;
    for word in &document.words {
        let range = word.range.start as usize..word.range.end as usize;
        prop_assert_eq!(range.start, end);
        let text = document.text.get(range.clone());
        prop_assert!(text.is_some_and(|t| !t.is_empty() && !t.contains(char::is_whitespace)));
        prop_assert!(word.bbox.x1 > word.bbox.x0);
        let cells = text.map_or(0, |t| t.chars().count());
        prop_assert_eq!(word.bbox.x1 - word.bbox.x0, cells as f32);
        end = range.end + 1;
    }
    prop_assert_eq!(end, document.text.len());
    let mut next = 0;
    for page in &document.pages {
        prop_assert_eq!(page.words.start, next);
        next = page.words.end;
    }
    prop_assert_eq!(next, document.words.len());
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_give_a_sound_document_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(document) = read(&bytes) {
            check(&document)?;
        }
        let _ = crate::read::sniff::sniff(&bytes);
    }

    #[test]
    fn words_add_up_to_what_shows(text in peculiar_text()) {
        let scan = words::scan(&text).expect("small");
        let joined: String = scan.text.chars().filter(|c| *c != ' ').collect();
        prop_assert_eq!(joined, visible(&text));
    }

    #[test]
    fn any_text_in_any_encoding_gives_a_sound_document(text in peculiar_text(), bom in any::<bool>()) {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mark: &[u8] = if bom { b"\xFF\xFE" } else { b"" };
        for bytes in [text.into_bytes(), [mark, &utf16].concat()] {
            if let Ok(document) = read(&bytes) {
                check(&document)?;
            }
        }
    }
}
