use proptest::prelude::*;

use super::*;
use crate::read::archive::pack;
use crate::read::flow::show;

fn package(automatic: &str, body: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content><office:automatic-styles>{automatic}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles>{styles}</office:document-styles>");
    pack(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles.as_bytes()),
    ])
}

fn shown(automatic: &str, body: &str, styles: &str) -> String {
    show(&read(&package(automatic, body, styles)).expect("document"))
}

#[test]
fn characters_spans_and_signs() {
    let automatic = "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>\
        <style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style>";
    let body = "<text:p>Töö<text:span text:style-name='T1'>ülesanded</text:span><text:s text:c='2'/>ja<text:tab/>\
        <text:span text:style-name='T1'>õigused</text:span><text:line-break/>rida\n teine\
        <text:span text:style-name='T2'>peidus</text:span><text:soft-page-break/><office:annotation><text:p>kommentaar</text:p>\
        </office:annotation><text:change text:change-id='c'/></text:p>";
    assert_eq!(
        shown(automatic, body, ""),
        "Tööülesanded ja *õigused|rida teine\n"
    );
}

#[test]
fn bold_by_paragraph_style_and_its_parents() {
    let styles = "<office:styles><style:style style:name='Head' style:family='paragraph'><style:text-properties fo:font-weight='bold'/>\
        </style:style></office:styles>";
    let automatic =
        "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Head'/>";
    assert_eq!(
        shown(
            automatic,
            "<text:p text:style-name='P1'>a</text:p><text:h>b</text:h>",
            styles
        ),
        "*a\nb\n"
    );
}

#[test]
fn deleted_text_is_not_read() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>vana</text:p></text:deletion></text:changed-region>\
        </text:tracked-changes><text:p>uus</text:p><text:section text:display='none'><text:p>peidus</text:p></text:section>\
        <text:section><text:p>b</text:p></text:section>";
    assert_eq!(shown("", body, ""), "uus\nb\n");
}

const LISTS: &str = "<text:list-style style:name='L1'>\
    <text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>\
    <text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix='.' text:display-levels='2'/>\
    <text:list-level-style-number text:level='3' style:num-format='a' loext:num-list-format='(%3%)'/>\
    </text:list-style><text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' text:bullet-char='▪'/></text:list-style>";

fn item(inner: &str) -> String {
    format!("<text:list-item>{inner}</text:list-item>")
}

#[test]
fn lists_are_numbered() {
    let x = "<text:p>x</text:p>";
    let inner = format!(
        "<text:list>{}{}</text:list>",
        item(&format!("{x}<text:list>{}</text:list>", item(x))),
        item(x)
    );
    let body = format!(
        "<text:list xml:id='a' text:style-name='L1'>{}{}<text:list-header>{x}</text:list-header></text:list>{x}\
         <text:list text:style-name='L1' text:continue-numbering='true'>{}</text:list>\
         <text:list text:style-name='L1'>{}</text:list>\
         <text:list text:style-name='L2'>{}</text:list>\
         <text:list text:style-name='L1' text:continue-list='a'>{}<text:list-item text:start-value='9'>{x}</text:list-item></text:list>",
        item(&format!("{x}{x}")),
        item(&format!("{x}{inner}")),
        item(x),
        item(x),
        item(x),
        item(x),
    );
    let expected = "1. x\nx\n2. x\n2.1. x\n(a) x\n2.2. x\nx\nx\n3. x\n1. x\n▪ x\n4. x\n9. x\n";
    assert_eq!(shown(LISTS, &body, ""), expected);
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let styles = "<office:styles><text:outline-style><text:outline-level-style text:level='1' style:num-format='1' style:num-suffix='.'/>\
        <text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style>\
        <style:style style:name='Plain' style:family='paragraph' style:list-style-name=''/></office:styles>";
    let h =
        |level: u32, more: &str| format!("<text:h text:outline-level='{level}' {more}>x</text:h>");
    let body = [
        h(1, ""),
        h(2, ""),
        h(1, "text:style-name='Plain'"),
        h(1, "text:is-list-header='true'"),
        h(1, ""),
        h(2, ""),
    ]
    .concat();
    assert_eq!(shown("", &body, styles), "1. x\n1.1 x\nx\nx\n2. x\n2.1 x\n");
}

#[test]
fn tables_with_merged_cells() {
    let cell = |more: &str, text: &str| {
        format!("<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let body = format!(
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>{}{}{covered}</table:table-row></table:table-header-rows>\
         <table:table-row>{covered}{}{}</table:table-row></table:table>",
        cell("table:number-rows-spanned='2'", "a"),
        cell("table:number-columns-spanned='2'", "b"),
        cell("", "c"),
        cell(
            "",
            "<draw:frame><draw:text-box><text:p>kast</text:p></draw:text-box><svg:desc>pilt</svg:desc></draw:frame>d"
        ),
    );
    assert_eq!(shown("", &body, ""), "[a][b]+2\n[^][c][d / kast]\n");
}

#[test]
fn notes_at_the_end_and_headers_aside() {
    let body = "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>märkus</text:p></text:note-body>\
        </text:note></text:p><text:p>b</text:p>";
    let styles = "<office:master-styles><style:master-page><style:header><text:p>Asutus</text:p></style:header>\
        <style:footer><text:p/></style:footer></style:master-page></office:master-styles>";
    assert_eq!(shown("", body, styles), "a\nb\nmärkus\n~Asutus\n");
}

#[test]
fn what_cannot_be_read() {
    let code = |bytes: &[u8]| read(bytes).map_err(|e| e.code()).err();
    assert_eq!(code(&package("", "", "")), Some("no_text"));
    assert_eq!(code(&package("", "<text:p>", "")), Some("corrupt"));
    assert_eq!(code(&pack(&[("mimetype", b"")])), Some("corrupt"));
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(
        code(&pack(&[
            ("META-INF/manifest.xml", manifest),
            ("content.xml", b"\x01\x02")
        ])),
        Some("password_required")
    );
}

fn element() -> impl Strategy<Value = String> {
    let names = "p|h|span|list|list-item|table|table-row|table-cell|covered-table-cell|frame|text-box|note|note-body|tab";
    let leaf = (names, "[0-9]{1,20}|x").prop_map(|(n, v)| {
        format!("<{n} number-columns-spanned='{v}' number-rows-spanned='2' number-columns-repeated='{v}' outline-level='{v}'>x y</{n}>")
    });
    leaf.prop_recursive(6, 64, 5, move |inner| {
        (names, proptest::collection::vec(inner, 0..5))
            .prop_map(|(n, c)| format!("<{n} style-name='L1'>{}</{n}>", c.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_elements_panic(body in element()) {
        if let Ok(document) = read(&package(LISTS, &body, "")) {
            crate::layout::layout(&document);
            prop_assert!(document.words.iter().all(|w| !document.word_text(w).is_empty()));
        }
    }

    #[test]
    fn no_bytes_panic(at: proptest::sample::Index, byte: u8) {
        let mut damaged = package(LISTS, "<text:p>a</text:p>", "");
        let at = at.index(damaged.len());
        damaged[at] = byte;
        let _ = read(&damaged);
    }
}
