use proptest::prelude::*;

use super::*;
use crate::read::flow::show;

fn shown(rtf: &[u8]) -> String {
    show(&read(rtf).expect("document"))
}

#[test]
fn letters_by_code_page_font_and_number() {
    let rtf = b"{\\rtf1\\ansi\\ansicpg1257\\deff0{\\fonttbl{\\f0\\fcharset186 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Symbol;}}\
        \\uc1\\'d5igus \\'f0okk \\u382\\'fe\\u-4023? \\uc2\\u352ab{\\f1\\'c6} {\\f2\\'b7} \\u-10179?\\u-8704??.\\par}";
    assert_eq!(shown(rtf), "Õigus šokk ž\u{F049} ŠЖ \u{F0B7} \u{1F600}.\n");
    assert_eq!(shown(b"{\\rtf1 \\'f0}"), "ð\n");
}

#[test]
fn paragraphs_lines_and_signs() {
    let rtf = b"{\\rtf1 {\\b Paks} tekst\\par\r\n\\b \xE4\\b0  b\\line c\\tab d\\~e\\_f\\-g \\endash  \\{x\\}\\par\\v peidus\\v0\\deleted vana\\plain uus}";
    assert_eq!(shown(rtf), "*Paks tekst\n*ä b|c d e\u{2011}fg – {x}\nuus\n");
}

#[test]
fn groups_that_are_no_text() {
    let rtf = b"{\\rtf1{\\stylesheet{\\s0 Normal;}}{\\info{\\title Pealkiri}}{\\*\\generator X;}{\\pict 0A0B}{\\*\\tundmatu x{\\b y}}\
        {\\field{\\*\\fldinst HYPERLINK}{\\fldrslt viide}}{\\upr{a}{\\*\\ud{\\u245?}}}{\\object{\\*\\objdata 00}{\\result t}}\\par}";
    assert_eq!(shown(rtf), "viideõt\n");
}

#[test]
fn list_numbers_as_written() {
    let rtf = b"{\\rtf1{\\listtext\\pard\\plain 1.1.\\tab}Tagab\\par{\\pntext\\'95\\tab}Korraldab{\\*\\pn x}\\par}";
    assert_eq!(shown(rtf), "1.1. Tagab\n• Korraldab\n");
}

#[test]
fn tables_by_their_edges() {
    let rtf = b"{\\rtf1 enne\\par\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3010\\pard\\intbl a\\cell b\\par bb\\cell c\\cell\\row\
        \\trowd\\clvmrg\\cellx1000\\cellx3000\\pard\\intbl\\cell d\\cell\\row\
        \\trowd\\cellx1000\\cellx2000\\clmrg\\cellx3000\\pard\\intbl e\\cell f\\cell g\\cell\\row\\pard p\\'e4rast\\par}";
    assert_eq!(
        shown(rtf),
        "enne\n[a][b / bb][c]\n[^][d]+2\n[e][f / g]+2\npärast\n"
    );
}

#[test]
fn headers_notes_and_text_boxes() {
    let rtf = b"{\\rtf1{\\header\\pard Asutus\\par}a{\\footnote m\\'e4rkus}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt kast\\par}}\
        {\\shprslt kast}} b\\par c\\par}";
    assert_eq!(shown(rtf), "a b\nkast\nc\nmärkus\n~Asutus\n");
}

#[test]
fn what_cannot_be_read() {
    let code = |bytes: &[u8]| read(bytes).map_err(|e| e.code()).err();
    assert_eq!(code(b"{\\rtf1}"), Some("no_text"));
    assert_eq!(code(&b"{".repeat(2000)), Some("memory"));
    let findings = read(b"{\\rtf1\\pc x}").expect("document").findings;
    assert_eq!(
        findings.first().map(|f| f.rule.as_str()),
        Some("charset-guessed")
    );
}

proptest! {
    #[test]
    fn no_words_panic(parts in proptest::collection::vec(
        "\\{|\\}|\\\\(par|cell|row|trowd|cellx-?[0-9]{1,10}|intbl|u-?[0-9]{1,6}|uc[0-9]|footnote|header|clmrg|f[0-9]|shptxt|\\*|'[0-9a-f]{2}) ?|[a-z ]{1,3}",
        0..60,
    )) {
        if let Ok(document) = read(format!("{{\\rtf1{}", parts.concat()).as_bytes()) {
            crate::layout::layout(&document);
            prop_assert!(document.words.iter().all(|w| !document.word_text(w).is_empty()));
        }
    }

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }
}
