use proptest::prelude::*;

use super::*;
use crate::read::archive::pack;
use crate::read::flow::show;

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='m' xmlns:v='v' xmlns:r='r'";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package with a body and other parts, given by name and content of their root element.
fn package(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{OFFICE}/{kind}' Target='{target}'/>")
    };
    let root = format!(
        "<Relationships>{}</Relationships>",
        relation("r0", "officeDocument", "/word/document.xml")
    );
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let mut relations = String::new();
    let mut files = vec![
        ("_rels/.rels".to_owned(), root),
        ("word/document.xml".to_owned(), document),
    ];
    for (name, element, content) in parts {
        let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
        relations.push_str(&relation(name, kind, &format!("{name}.xml")));
        files.push((
            format!("word/{name}.xml"),
            format!("<w:{element} {W}>{content}</w:{element}>"),
        ));
    }
    files.push((
        "word/_rels/document.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_bytes()))
        .collect();
    pack(&files)
}

fn with(body: &str, parts: &[(&str, &str, &str)]) -> String {
    show(&read(&package(body, parts)).expect("document"))
}

fn shown(body: &str) -> String {
    with(body, &[])
}

fn p(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

fn t(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

#[test]
fn a_word_over_several_runs_is_one() {
    let body = p(&format!(
        "{}{}{}",
        t("Töö"),
        t("ülesan"),
        t("ded &amp; õigused")
    ));
    assert_eq!(shown(&body), "Tööülesanded & õigused\n");
}

#[test]
fn signs_that_are_elements() {
    let run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>e</w:t><w:noBreakHyphen/><w:t>kiri</w:t><w:cr/>\
               <w:t>üles</w:t><w:softHyphen/><w:t>anne</w:t><w:sym w:font='Wingdings' w:char='F0A7'/>\
               <w:sym w:font='Symbol' w:char='B7'/></w:r>";
    assert_eq!(
        shown(&p(run)),
        "a b|e\u{2011}kiri|ülesanne\u{F0A7}\u{F0B7}\n"
    );
}

#[test]
fn bold_by_run_by_style_and_back() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:b w:val='0'/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:b/></w:rPr></w:style>\
        <w:style w:type='paragraph' w:styleId='Head'><w:basedOn w:val='Base'/></w:style>\
        <w:style w:type='character' w:styleId='Strong'><w:rPr><w:b/></w:rPr></w:style>";
    let body = p(
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>\
                  <w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>c</w:t></w:r>",
    ) + &p(
        "<w:pPr><w:pStyle w:val='Head'/></w:pPr><w:r><w:t>d </w:t></w:r>\
              <w:r><w:rPr><w:b w:val='false'/></w:rPr><w:t>e </w:t></w:r>\
              <w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>f</w:t></w:r>",
    );
    assert_eq!(
        with(&body, &[("styles", "styles", styles)]),
        "*a b *c\n*d e f\n"
    );
}

#[test]
fn tracked_changes_are_accepted() {
    let body = p(&format!(
        "{}<w:del><w:r><w:delText>vana </w:delText><w:t>vana</w:t></w:r></w:del><w:ins>{}</w:ins>\
         <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>",
        t("Üks "),
        t("uus "),
        t("siit "),
        t("siia"),
    ));
    assert_eq!(shown(&body), "Üks uus siia\n");
}

#[test]
fn a_deleted_mark_joins_paragraphs() {
    let body = p(&format!(
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}",
        t("Üles")
    )) + &p(&t("anne"));
    assert_eq!(shown(&body), "Ülesanne\n");
    let last = p(&t("a")) + &p(&format!("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}", t("b")));
    assert_eq!(shown(&last), "a\nb\n");
}

#[test]
fn old_properties_do_not_count() {
    let body = p(
        "<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
         <w:r><w:rPr><w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>",
    );
    assert_eq!(
        with(&body, &[("numbering", "numbering", &lists(""))]),
        "a\n"
    );
}

#[test]
fn hidden_text_and_codes_of_fields_are_dropped() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let body = p(&format!(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>peidus</w:t></w:r>{}<w:r><w:instrText>IF </w:instrText></w:r>{}{}\
         <w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>{}{}{}{}{}{}\
         <w:fldSimple w:instr='PAGE'>{}</w:fldSimple><w:hyperlink>{}</w:hyperlink>",
        field("begin"),
        t("kood"),
        field("begin"),
        field("separate"),
        t("sees"),
        field("end"),
        field("separate"),
        t("tulemus "),
        field("end"),
        t("7 "),
        t("viide"),
    ));
    assert_eq!(shown(&body), "tulemus 7 viide\n");
}

#[test]
fn an_open_field_hides_no_more_than_its_paragraph() {
    let body = p(&format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>{}",
        t("kood")
    )) + &p(&t("tekst"));
    assert_eq!(shown(&body), "\ntekst\n");
}

#[test]
fn text_boxes_follow_their_paragraph_and_are_read_once() {
    let text_box = |text: &str| {
        format!(
            "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>",
            p(&t(text))
        )
    };
    let body = p(&format!(
        "{}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{}",
        t("enne "),
        text_box("kast"),
        text_box("kast"),
        t("pärast"),
    )) + &p(&t("viimane"));
    assert_eq!(shown(&body), "enne pärast\nkast\nviimane\n");
}

#[test]
fn content_controls_are_transparent() {
    let control = |inner: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )
    };
    let body = control(&(p(&control(&t("Sisesta nimi"))) + &p(&t("b"))));
    assert_eq!(shown(&body), "Sisesta nimi\nb\n");
}

fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

#[test]
fn tables_with_merged_cells() {
    let x = |text: &str| p(&t(text));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}</w:tr>\
         <w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val='restart'/>", &x("a")),
        cell("<w:gridSpan w:val='2'/>", &(x("b") + &x("c"))),
        cell("<w:vMerge/>", &p("")),
        cell("", &x("d")),
        cell(
            "",
            &format!(
                "<w:tbl><w:tr>{}</w:tr></w:tbl>{}",
                cell("", &x("sees")),
                x("e")
            )
        ),
        cell("", &x("f")),
        cell("", &x("kustutatud")),
    );
    assert_eq!(shown(&body), "[a][b / c]+2\n[^][d][sees / e]\n[][f]\n");
}

/// Definition 0: three levels; definition 1: bullets; definition 2: linked to the style `Loetelu`. Lists 1 and 2 share the
/// first definition, `more` may add lists.
fn lists(more: &str) -> String {
    let level = |index: usize, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"
        )
    };
    format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}{}</w:abstractNum><w:abstractNum w:abstractNumId='1'>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='Loetelu'/></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>{more}",
        level(0, "decimal", "%1.", "<w:pStyle w:val='Heading1'/>"),
        level(1, "decimal", "%1.%2.", "<w:pStyle w:val='Heading2'/>"),
        level(2, "lowerLetter", "%3)", ""),
        level(3, "upperRoman", "%1/%4", "<w:lvlRestart w:val='1'/>"),
        level(
            0,
            "bullet",
            "§",
            "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>"
        ),
    )
}

fn item(list: i32, level: i32) -> String {
    let properties =
        format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
    p(&format!("<w:pPr>{properties}</w:pPr>{}", t("x")))
}

fn labels(items: &[(i32, i32)], more: &str) -> String {
    let body: String = items
        .iter()
        .map(|(list, level)| item(*list, *level))
        .collect();
    let shown = with(
        &body,
        &[
            ("numbering", "numbering", &lists(more)),
            ("styles", "styles", STYLES),
        ],
    );
    shown
        .lines()
        .map(|l| l.trim_end_matches('x').trim())
        .collect::<Vec<_>>()
        .join(" ")
}

const STYLES: &str = "<w:style w:type='numbering' w:styleId='Loetelu'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='Heading1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='Heading2'><w:basedOn w:val='Heading1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='Mine'><w:basedOn w:val='Heading2'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Plain'><w:basedOn w:val='Heading2'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:style>";

#[test]
fn numbers_count_and_begin_anew() {
    assert_eq!(
        labels(
            &[
                (1, 0),
                (1, 1),
                (1, 1),
                (1, 2),
                (1, 2),
                (1, 0),
                (1, 1),
                (1, 2)
            ],
            ""
        ),
        "1. 1.1. 1.2. a) b) 2. 2.1. a)"
    );
    // Level 4 begins anew after level 1 only.
    assert_eq!(
        labels(&[(1, 0), (1, 3), (1, 1), (1, 3), (1, 0), (1, 3)], ""),
        "1. 1/I 1.1. 1/II 2. 2/I"
    );
    // A level above that has not been used shows its start.
    assert_eq!(labels(&[(1, 1), (1, 0)], ""), "1.1. 1.");
}

#[test]
fn lists_share_a_definition_or_start_their_own_count() {
    assert_eq!(labels(&[(1, 0), (2, 0), (4, 0)], ""), "1. 2. 3.");
    let restarting = "<w:num w:numId='5'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/>\
                      </w:lvlOverride></w:num>";
    assert_eq!(
        labels(&[(1, 0), (5, 0), (5, 0), (5, 1), (1, 0)], restarting),
        "1. 7. 8. 8.1. 9."
    );
    let own = "<w:num w:numId='5'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>\
               <w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1'/></w:lvl></w:lvlOverride></w:num>";
    assert_eq!(labels(&[(5, 0), (5, 1)], own), "I I.1.");
}

#[test]
fn bullets_and_lists_that_are_not_there() {
    assert_eq!(labels(&[(3, 0), (3, 0)], ""), "\u{F0A7} \u{F0A7}");
    assert_eq!(labels(&[(99, 0), (1, 40), (1, -1)], ""), "  1.");
}

#[test]
fn styles_number_their_paragraphs() {
    let styled = |style: &str| {
        p(&format!(
            "<w:pPr><w:pStyle w:val='{style}'/></w:pPr>{}",
            t(style)
        ))
    };
    let body = ["Heading1", "Heading2", "Mine", "Plain", "Heading1"]
        .map(styled)
        .concat();
    let parts = [
        ("numbering", "numbering", lists("")),
        ("styles", "styles", STYLES.to_owned()),
    ];
    let parts: Vec<(&str, &str, &str)> =
        parts.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    assert_eq!(
        with(&body, &parts),
        "1. Heading1\n1.1. Heading2\n1.2. Mine\nPlain\n2. Heading1\n"
    );
}

#[test]
fn notes_stand_at_the_end_and_headers_aside() {
    let body = p(&format!(
        "{}<w:r><w:footnoteReference w:id='2'/></w:r>",
        t("a")
    )) + &p(&t("b"))
        + "<w:sectPr><w:headerReference r:id='header1'/><w:footerReference r:id='footer1'/></w:sectPr>";
    let header = p(&t("Asutus"));
    let footer = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", &p(&t("lk 1"))));
    let notes = format!(
        "<w:footnote w:id='1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>",
        p(&t("-")),
        p(&t("märkus"))
    );
    let shown = with(
        &body,
        &[
            ("header1", "hdr", &header),
            ("footer1", "ftr", &footer),
            ("footnotes", "footnotes", &notes),
        ],
    );
    assert_eq!(shown, "a\nb\nmärkus\n~Asutus\n~lk 1\n");
}

#[test]
fn what_cannot_be_read() {
    let code = |bytes: &[u8]| read(bytes).map_err(|e| e.code()).err();
    assert_eq!(code(&package("", &[])), Some("no_text"));
    assert_eq!(code(&package(&p("<w:r>"), &[])), Some("corrupt"));
    assert_eq!(code(&package(&"<w:sdt>".repeat(300), &[])), Some("memory"));
    assert_eq!(code(&pack(&[("a", b"b")])), Some("corrupt"));
    assert_eq!(code(b"PK\x03\x04"), Some("corrupt"));
}

#[test]
fn styles_based_on_each_other_end() {
    let styles = "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>";
    let body = p(&format!("<w:pPr><w:pStyle w:val='a'/></w:pPr>{}", t("x")));
    assert_eq!(with(&body, &[("styles", "styles", styles)]), "x\n");
}

#[test]
fn an_embedded_part_is_reported() {
    let document = read(&package(
        &format!("{}<w:altChunk r:id='x'/>", p(&t("a"))),
        &[],
    ))
    .expect("document");
    assert_eq!(
        document.findings.first().map(|f| f.rule.as_str()),
        Some("embedded-part-unread")
    );
}

fn element() -> impl Strategy<Value = String> {
    let names = "p|r|t|tbl|tr|tc|tcPr|gridSpan|vMerge|pPr|rPr|numPr|numId|ilvl|b|vanish|sdt|del|fldChar|drawing|txbxContent|hMerge";
    let leaf = (names, "[0-9]{1,20}|begin|a")
        .prop_map(|(n, v)| format!("<w:{n} w:val='{v}' w:fldCharType='{v}'>x y</w:{n}>"));
    leaf.prop_recursive(6, 64, 5, move |inner| {
        (names, proptest::collection::vec(inner, 0..5))
            .prop_map(|(n, c)| format!("<w:{n}>{}</w:{n}>", c.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>, at: proptest::sample::Index, byte: u8) {
        let _ = read(&bytes);
        let mut damaged = package(&p(&t("a")), &[("numbering", "numbering", &lists("")), ("styles", "styles", STYLES)]);
        let at = at.index(damaged.len());
        damaged[at] = byte;
        let _ = read(&damaged);
    }

    #[test]
    fn no_elements_panic(body in element()) {
        if let Ok(document) = read(&package(&body, &[("numbering", "numbering", &lists(""))])) {
            crate::layout::layout(&document);
            prop_assert!(document.words.iter().all(|w| !document.word_text(w).is_empty()));
        }
    }
}
