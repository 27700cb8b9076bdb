use proptest::prelude::*;

use super::*;
use crate::read::flow::show;

fn shown(html: &str) -> String {
    show(&read(html.as_bytes()).expect("document"))
}

#[test]
fn paragraphs_headings_and_bold() {
    let html = "<!DOCTYPE html><html><head><title>Leht</title><style>p{}</style></head><body><h1>Amet<i>ijuhend</i></h1>\
        <p>Üks &amp; <b>kaks</b><br>kol&shy;m<p>Neli<div>viis <span style='font-weight: 700'>kuus</span></div>seitse<script>var a='<p>x';</script>\
        <nav>menüü</nav><p hidden>peidus</p><span style='display:none'>peidus</span></body></html>";
    assert_eq!(
        shown(html),
        "*Ametijuhend\nÜks & *kaks|kolm\nNeli\nviis *kuus\nseitse\n"
    );
}

#[test]
fn a_head_without_end() {
    assert_eq!(shown("<html><head><meta charset=utf-8><p>Tekst"), "Tekst\n");
}

#[test]
fn lists_show_their_numbers() {
    let html = "<ol><li>a<li><p>b</p><p>c</p><ol type=a start=3><li>d</li></ol><li value=9>e</ol><ul><li>f<ul><li>g</ul></ul>\
        <ul style='list-style-type: none'><li>h</ul><li>i";
    assert_eq!(shown(html), "1. a\n2. b\nc\nc. d\n9. e\n• f\n◦ g\nh\n• i\n");
}

#[test]
fn tables_with_spans() {
    let html = "<table><caption>Pealkiri</caption><thead><tr><th>A<th colspan=2>B</thead><tr><td rowspan=2>a</td><td>b<p>bb</td><td>c</td></tr>\
        <tr><td colspan=2>d<table><tr><td>sees</table></td></tr><tr><td>e</table>pärast";
    let expected = "Pealkiri\n[*A][*B]+2\n[a][b / bb][c]\n[^][d / sees]+2\n[e]\npärast\n";
    assert_eq!(shown(html), expected);
}

#[test]
fn a_span_that_reaches_past_the_row() {
    let html = "<table><tr><td>a</td><td rowspan=0>b</td></tr><tr><td>c</td></tr><tr></tr></table>";
    assert_eq!(shown(html), "[a][b]\n[c][^]\n[][^]\n");
}

#[test]
fn headers_and_footers_as_libreoffice_saves_them() {
    let html = "<p>a<div title='header'><p>Asutus</p></div>b<div title='muu'>c</div><div title=footer><p>2<table><td>x";
    assert_eq!(shown(html), "a\nb\nc\n~Asutus\n~2\n~x\n");
}

#[test]
fn preformatted_lines() {
    assert_eq!(shown("<pre>a  b\nc</pre>d"), "a b|c\nd\n");
}

#[test]
fn spans_cannot_take_all_memory() {
    let cells = "<td rowspan=65534>".repeat(1000);
    let html = format!("<table><tr>{cells}{}", "<tr>x".repeat(10_000));
    assert_eq!(
        read(html.as_bytes()).map_err(|e| e.code()).err(),
        Some("memory")
    );
}

#[test]
fn deep_nesting_keeps_the_text() {
    let html = format!("{}tekst", "<div><table><tr><td>".repeat(2000));
    assert_eq!(read(html.as_bytes()).expect("document").text, "tekst ");
}

proptest! {
    #[test]
    fn no_tags_panic(parts in proptest::collection::vec(
        "</?(p|table|tr|td|th|ol|ul|li|b|div|head|nav|pre|br|dd|tbody)( (rowspan|colspan|value|start)=[0-9]{1,20})?>|[a-z ]{1,3}",
        0..60,
    )) {
        if let Ok(document) = read(parts.concat().as_bytes()) {
            crate::layout::layout(&document);
            prop_assert!(document.words.iter().all(|w| !document.word_text(w).is_empty()));
        }
    }

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }
}
