//! Both PDF engines, on tiny files written here and on every PDF that is at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use ametijuhend::pipeline::PdfEngine;
use ametijuhend::read::pdf::read;
use ametijuhend::read::{Document, ReadError, Rule};
use pdf_extract::{EncryptionState, EncryptionVersion, Object, Permissions};

const ENGINES: [PdfEngine; 2] = [PdfEngine::Hayro, PdfEngine::PdfExtract];
const COURIER: &str = "<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>";

/// A minimal PDF of one page: object 3 is the page, 4 its content, 5 the font, 6 and up are `extra`.
fn pdf(page: &str, content: &str, extra: &[&str]) -> Vec<u8> {
    pdf_with_font(page, content, COURIER, extra)
}

fn pdf_with_font(page: &str, content: &str, font: &str, extra: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R{page}\
             /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
        ),
        stream("", content),
        font.to_owned(),
    ];
    objects.extend(extra.iter().map(|&o| o.to_owned()));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", i + 1).bytes());
    }
    let xref = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).bytes());
    for offset in &offsets {
        out.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = offsets.len() + 1;
    out.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n").bytes());
    out
}

fn stream(dict: &str, content: &str) -> String {
    let length = content.len();
    format!("<<{dict}/Length {length}>>\nstream\n{content}\nendstream")
}

fn words(document: &Document) -> Vec<&str> {
    document
        .words
        .iter()
        .map(|w| document.word_text(w))
        .collect()
}

fn hayro(bytes: &[u8]) -> Document {
    read(bytes, PdfEngine::Hayro).expect("hayro reads it")
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.1
}

#[test]
fn words_have_places_sizes_and_weight() {
    let bytes = pdf("", "BT /F 10 Tf 72 700 Td (Tere  maailm) Tj ET", &[]);
    for engine in ENGINES {
        let document = read(&bytes, engine).expect("readable");
        assert_eq!(words(&document), ["Tere", "maailm"], "{engine:?}");
        assert_eq!(document.text, "Tere maailm ", "{engine:?}");
        let word = &document.words[1];
        assert_eq!(word.range, 5..11, "{engine:?}");
        // Courier advances 6 pt at 10 pt; the baseline is 100 pt from the top.
        let b = word.bbox;
        assert!(near(b.x0, 108.0) && near(b.x1, 144.0), "{engine:?} {b:?}");
        assert!(near(b.y0, 92.0) && near(b.y1, 102.0), "{engine:?} {b:?}");
        assert!(near(word.size, 10.0), "{engine:?}");
        assert_eq!(word.bold, engine == PdfEngine::Hayro);
    }
}

#[test]
fn a_gap_is_a_blank_and_letter_spacing_is_not() {
    let bytes = pdf(
        "",
        "BT /F 10 Tf 72 700 Td [(Omab)-300(hea)-100(d)] TJ 0 -20 Td 4 Tc (AMETIJUHEND) Tj ET",
        &[],
    );
    for engine in ENGINES {
        let document = read(&bytes, engine).expect("readable");
        assert_eq!(
            words(&document),
            ["Omab", "head", "AMETIJUHEND"],
            "{engine:?}"
        );
    }
}

#[test]
fn a_rotated_page_is_read_upright() {
    // The text runs upwards in user space; the page is turned clockwise to be read.
    let bytes = pdf(
        "/Rotate 90",
        "BT /F 10 Tf 0 1 -1 0 100 72 Tm (Tere maailm) Tj ET",
        &[],
    );
    for engine in ENGINES {
        let document = read(&bytes, engine).expect("readable");
        assert_eq!(words(&document), ["Tere", "maailm"], "{engine:?}");
        let page = &document.pages[0];
        assert!(
            near(page.width, 800.0) && near(page.height, 600.0),
            "{engine:?}"
        );
        let b = document.words[0].bbox;
        assert!(near(b.x0, 72.0) && near(b.x1, 96.0), "{engine:?} {b:?}");
        assert!(near(b.y0, 92.0) && near(b.y1, 102.0), "{engine:?} {b:?}");
    }
}

#[test]
fn rotated_text_does_not_mix_with_upright_text() {
    let bytes = pdf(
        "",
        "BT /F 10 Tf 1 0 0 1 72 700 Tm (ABC) Tj 0 1 -1 0 90 700 Tm (DEF) Tj ET",
        &[],
    );
    for engine in ENGINES {
        let document = read(&bytes, engine).expect("readable");
        assert_eq!(words(&document), ["ABC", "DEF"], "{engine:?}");
        let b = document.words[1].bbox;
        assert!(near(b.y0, 82.0) && near(b.y1, 100.0), "{engine:?} {b:?}");
    }
}

#[test]
fn text_outside_the_crop_box_is_not_on_the_page() {
    let bytes = pdf(
        "/CropBox[50 50 550 750]",
        "BT /F 10 Tf 72 700 Td (sees) Tj 0 80 Td (kohal) Tj -60 -80 Td (vasakul) Tj ET",
        &[],
    );
    for engine in ENGINES {
        let document = read(&bytes, engine).expect("readable");
        assert_eq!(words(&document), ["sees", "l"], "{engine:?}");
        let b = document.words[0].bbox;
        assert!(near(b.x0, 22.0) && near(b.y1, 52.0), "{engine:?} {b:?}");
    }
}

#[test]
fn hidden_text_counts_only_where_nothing_else_is_written() {
    let both = hayro(&pdf(
        "",
        "BT /F 10 Tf 72 700 Td 3 Tr (peidus) Tj 0 Tr 0 -20 Td (nähtav) Tj ET",
        &[],
    ));
    assert_eq!(both.words.len(), 1);
    assert!(both.findings.iter().any(|f| f.rule == "hidden-text"));
    let scan = hayro(&pdf("", "BT /F 10 Tf 72 700 Td 3 Tr (peidus) Tj ET", &[]));
    assert_eq!(words(&scan), ["peidus"]);
    assert!(scan.findings.is_empty());
}

#[test]
fn doubled_text_is_read_once_and_is_bold() {
    let regular = COURIER.replace("-Bold", "");
    let content = "BT /F 10 Tf 72 700 Td (Tere ome) Tj 0.2 0 Td (Tere ome) Tj 0 -20 Td (lill) Tj \
                   2 Tr 0 -20 Td (paks) Tj ET";
    let bytes = pdf_with_font("", content, &regular, &[]);
    let document = hayro(&bytes);
    assert_eq!(words(&document), ["Tere", "ome", "lill", "paks"]);
    let bold: Vec<_> = document.words.iter().map(|w| w.bold).collect();
    assert_eq!(bold, [true, true, false, true]);
    let other = read(&bytes, PdfEngine::PdfExtract).expect("readable");
    assert_eq!(words(&other), ["Tere", "ome", "lill", "paks"]);
}

#[test]
fn ligatures_expand_and_accents_are_composed() {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n\
               1 begincodespacerange <00> <FF> endcodespacerange\n\
               6 beginbfchar <41> <FB01> <42> <006F0303> <43> <00740069> <44> <F0B7> <45> <00AD> <46> <200B> endbfchar\n\
               endcmap end end";
    let font = COURIER.replace(">>", "/ToUnicode 6 0 R>>");
    let content =
        "BT /F 10 Tf 72 700 Td (AaBC) Tj 0 -20 Td (Dsead) Tj 0 -20 Td [(tF)600(eE)] TJ ET";
    let bytes = pdf_with_font("", content, &font, &[&stream("", map)]);
    let document = hayro(&bytes);
    assert_eq!(words(&document), ["fiaõti", "\u{F0B7}", "sead", "te-"]);
}

#[test]
fn rules_come_from_strokes_rectangles_and_polygons_alike() {
    let text = "BT /F 10 Tf 72 700 Td (tabel) Tj ET ";
    let expected = [
        Rule::Horizontal {
            y: 200.0,
            x0: 100.0,
            x1: 300.0,
        },
        Rule::Vertical {
            x: 100.0,
            y0: 200.0,
            y1: 250.0,
        },
    ];
    let drawings = [
        "100 600 m 300 600 l S 100 600 m 100 550 l S",
        "100 599.75 200 0.5 re f 99.75 550 0.5 50 re f",
        "100 599.75 200 0.5 re f* 99.75 550 0.5 50 re B",
        "300 600 m 100 600 l 100 550 l S",
        "[3 2] 0 d 100 600 m 300 600 l 100 600 m 100 550 l s",
        "100 599.8 m 300 599.8 l 300 600.2 l 100 600.2 l h f 99.8 550 m 100.2 550 l 100.2 600 l 99.8 600 l f",
        "2 0 0 2 0 0 cm 50 300 m 150 300 l S 50 300 m 50 275 l S",
        // A shaded cell has no rules of its own.
        "0.8 g 110 560 180 30 re f 100 600 m 300 600 l S 100 600 m 100 550 l S",
    ];
    for drawing in drawings {
        let document = hayro(&pdf("", &format!("{text}{drawing}"), &[]));
        let rules = &document.pages[0].rules;
        assert!(same_rules(rules, &expected), "{drawing}: {rules:?}");
    }
}

fn same_rules(found: &[Rule], expected: &[Rule]) -> bool {
    let numbers = |rule: &Rule| match *rule {
        Rule::Horizontal { y, x0, x1 } => (0, [y, x0, x1]),
        Rule::Vertical { x, y0, y1 } => (1, [x, y0, y1]),
    };
    found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| {
            let (a, b) = (numbers(a), numbers(b));
            a.0 == b.0 && a.1.iter().zip(b.1).all(|(a, b)| (a - b).abs() < 0.6)
        })
}

#[test]
fn a_broken_cross_reference_table_is_repaired() {
    let text = "BT /F 10 Tf 72 700 Td (Tere maailm) Tj ET";
    let mut bytes = pdf("", text, &[]);
    let at = bytes
        .windows(9)
        .rposition(|w| w == b"startxref")
        .expect("has one");
    bytes.truncate(at);
    bytes.extend(b"startxref\n99999\n%%EOF\n");
    assert_eq!(
        words(&read(&bytes, PdfEngine::Auto).expect("readable")),
        ["Tere", "maailm"]
    );
    let mut late = vec![b'\n'; 1000];
    late.extend(pdf("", text, &[]));
    for engine in ENGINES {
        let document = read(&late, engine).expect("the header may stand within 1,024 bytes");
        assert_eq!(words(&document), ["Tere", "maailm"], "{engine:?}");
    }
}

#[test]
fn truncated_and_mutated_files_never_panic() {
    let bytes = pdf(
        "",
        "BT /F 10 Tf 72 700 Td (Tere maailm) Tj ET 0 0 9 9 re S",
        &[],
    );
    for end in (0..bytes.len()).step_by(7) {
        for engine in [PdfEngine::Auto, PdfEngine::PdfExtract] {
            let _ = read(&bytes[..end], engine);
        }
    }
    let mut seed = 1u32;
    for _ in 0..300 {
        let mut mutated = bytes.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % mutated.len();
            mutated[at] = (seed >> 24) as u8;
        }
        let _ = read(&mutated, PdfEngine::Auto);
    }
}

#[test]
fn garbage_is_corrupt() {
    let garbage: Vec<u8> = (0..5000u32).map(|i| (i * 7919 % 251) as u8).collect();
    let mut headed = b"%PDF-1.7\n".to_vec();
    headed.extend(&garbage);
    for bytes in [&b""[..], &b"%PDF-1.4"[..], &garbage, &headed] {
        for engine in [PdfEngine::Auto, PdfEngine::Hayro, PdfEngine::PdfExtract] {
            let error = read(bytes, engine).expect_err("nothing to read");
            assert!(
                matches!(error, ReadError::Corrupt(_)),
                "{engine:?}: {error}"
            );
        }
    }
}

#[test]
fn forms_that_draw_themselves_come_to_an_end() {
    let page = "BT /F 10 Tf 72 700 Td (Tere) Tj ET /X Do";
    let dict = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]";
    let form = stream(dict, "BT /F 10 Tf 72 600 Td (sees) Tj ET /X Do");
    let bytes = pdf("", page, &[&form]);
    assert_eq!(words(&hayro(&bytes)), ["Tere", "sees"]);
    let second = read(&bytes, PdfEngine::PdfExtract);
    assert!(matches!(second, Err(ReadError::Memory(_))), "{second:?}");
}

#[test]
fn forms_that_multiply_without_end_are_stopped() {
    // Thirty levels, each drawing the next one ten times.
    let dict = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]";
    let forms: Vec<_> = (0..30)
        .map(|i| {
            let resources = format!("{dict}/Resources<</XObject<</X {} 0 R>>>>", 7 + i);
            stream(&resources, &"/X Do ".repeat(10))
        })
        .chain([stream(dict, "0 0 m 9 9 l S")])
        .collect();
    let forms: Vec<_> = forms.iter().map(String::as_str).collect();
    let bytes = pdf("", "BT /F 10 Tf 72 700 Td (Tere) Tj ET /X Do", &forms);
    for engine in ENGINES {
        let error = read(&bytes, engine).expect_err("too much");
        assert!(matches!(error, ReadError::Memory(_)), "{engine:?}: {error}");
    }
}

#[test]
fn impossible_places_and_sizes_are_skipped() {
    let content = "BT /F 10 Tf 72 700 Td (Tere) Tj 1 0 0 1 999999999999 5 Tm (kaugel) Tj 0 0 0 0 9 9 Tm (null) Tj ET \
                   999999999999 0 m 999999999999 999999999999 l S 0 -999999999999 m 999999999999 -999999999999 l S";
    for engine in ENGINES {
        let document = read(&pdf("", content, &[]), engine).expect("readable");
        assert_eq!(words(&document), ["Tere"], "{engine:?}");
        assert!(document.pages[0].rules.is_empty(), "{engine:?}");
    }
}

#[test]
fn pages_without_text_are_told() {
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        "x",
    );
    for engine in ENGINES {
        let scan = read(&pdf("", "100 0 0 100 0 0 cm /X Do", &[&image]), engine);
        let Err(ReadError::NoText(message)) = scan else {
            panic!("{engine:?}: {scan:?}");
        };
        assert!(message.contains("OCR"), "{engine:?}: {message}");
        let empty = read(&pdf("", "", &[]), engine);
        assert!(
            matches!(empty, Err(ReadError::NoText(_))),
            "{engine:?}: {empty:?}"
        );
    }
}

#[test]
fn glyphs_without_unicode_are_counted() {
    let widths = "600 ".repeat(36);
    let font = format!(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]\
         /CharProcs<</foo 6 0 R/a 6 0 R/b 6 0 R>>/Encoding<</Differences[65/foo 97/a/b]>>\
         /FirstChar 65/LastChar 100/Widths[{widths}]>>"
    );
    let shape = stream("", "600 0 0 0 600 700 d1 0 0 600 700 re f");
    let make = |text: &str| {
        let content = format!("BT /F 10 Tf 72 700 Td ({text}) Tj ET");
        pdf_with_font("", &content, &font, &[&shape])
    };
    let few = hayro(&make("abAab"));
    assert_eq!(words(&few), ["ab\u{FFFD}ab"]);
    let finding = few.findings.first().expect("a finding");
    assert_eq!(finding.rule, "encoding-damage");
    assert!(finding.message.starts_with("1 "), "{}", finding.message);
    let many = read(&make("abAAab"), PdfEngine::Hayro);
    assert!(
        matches!(&many, Err(ReadError::NoText(m)) if m.contains("Unicode")),
        "{many:?}"
    );
}

#[test]
fn a_password_is_asked_for_only_if_there_is_one() {
    let plain = pdf("", "BT /F 10 Tf 72 700 Td (Tere) Tj ET", &[]);
    for engine in [PdfEngine::Auto, PdfEngine::Hayro, PdfEngine::PdfExtract] {
        let open = read(&encrypted(&plain, ""), engine).expect("the empty password opens it");
        assert_eq!(words(&open), ["Tere"], "{engine:?}");
        let shut = read(&encrypted(&plain, "salajane"), engine);
        assert_eq!(shut.err(), Some(ReadError::PasswordRequired), "{engine:?}");
    }
}

/// The file, encrypted with a user's password (RC4, 128 bits).
fn encrypted(bytes: &[u8], password: &str) -> Vec<u8> {
    let mut document = pdf_extract::Document::load_mem(bytes).expect("readable");
    let id = || Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", Object::Array(vec![id(), id()]));
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "omanik",
        user_password: password,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a valid encryption");
    document.encrypt(&state).expect("encrypts");
    let mut out = Vec::new();
    document.save_to(&mut out).expect("writes");
    out
}

/// PDFs of the repository's corpus and, where it exists, of the evaluation folder.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join("corpus"), &mut found);
    let shared = root.join("../shared/eval/dev");
    let shared = match shared.is_dir() {
        true => shared,
        false => root.join("../../shared/eval/dev"),
    };
    if !shared.is_dir() {
        eprintln!("There are no evaluation documents beside the project, so only corpus/ is read.");
    }
    collect(&shared, &mut found);
    found.sort();
    if found.is_empty() {
        eprintln!("There is no PDF to read, so nothing is compared.");
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "pdf") {
            found.push(path);
        }
    }
}

/// The share of two documents' characters that stand in the same words.
fn agreement(a: &Document, b: &Document) -> f64 {
    let count = |document: &Document| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in words(document) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let (a, b) = (count(a), count(b));
    let weight = |counts: &BTreeMap<String, usize>| -> usize {
        counts.iter().map(|(w, n)| w.chars().count() * n).sum()
    };
    let common: usize = a
        .iter()
        .map(|(w, n)| w.chars().count() * n.min(b.get(w).unwrap_or(&0)))
        .sum();
    common as f64 / weight(&a).max(weight(&b)).max(1) as f64
}

#[test]
fn both_engines_read_the_same_words() {
    for path in documents() {
        let bytes = std::fs::read(&path).expect("readable file");
        let Ok(first) = read(&bytes, PdfEngine::Hayro) else {
            continue;
        };
        match read(&bytes, PdfEngine::PdfExtract) {
            Ok(second) => {
                let share = agreement(&first, &second);
                assert!(share >= 0.98, "{}: {share:.3}", path.display());
            }
            Err(error) => panic!("{}: {error}", path.display()),
        }
    }
}

#[test]
fn words_stand_where_poppler_sees_them() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("pdftotext is not installed, so places are not compared.");
        return;
    }
    for path in documents() {
        let bytes = std::fs::read(&path).expect("readable file");
        let Ok(document) = read(&bytes, PdfEngine::Hayro) else {
            continue;
        };
        let theirs = poppler_words(&path);
        let mut compared = 0;
        for (index, word) in document.words.iter().enumerate() {
            let page = document.page_of(index);
            let text = document.word_text(word);
            let same_word = |w: &&(usize, f32, f32, f32, String)| {
                w.0 == page && w.4 == text && (w.3 - word.bbox.y0).abs() < word.size
            };
            let mut candidates = theirs.iter().filter(same_word).peekable();
            if candidates.peek().is_none() {
                continue;
            }
            compared += 1;
            let fits = candidates
                .any(|w| (w.1 - word.bbox.x0).abs() < 1.0 && (w.2 - word.bbox.x1).abs() < 1.0);
            assert!(fits, "{}: {text} at {:?}", path.display(), word.bbox);
        }
        let share = compared as f32 / document.words.len() as f32;
        assert!(share > 0.9, "{}: only {share:.2} found", path.display());
    }
}

/// Words of `pdftotext -bbox`: page from 0, x0, x1, y0, text.
fn poppler_words(path: &Path) -> Vec<(usize, f32, f32, f32, String)> {
    let output = Command::new("pdftotext")
        .arg("-bbox")
        .arg(path)
        .arg("-")
        .output();
    let text = String::from_utf8_lossy(&output.expect("pdftotext runs").stdout).into_owned();
    let mut page = 0usize;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        let Some(rest) = line.strip_prefix("<word ") else {
            continue;
        };
        let value = |key: &str| -> f32 {
            let from = rest.split_once(&format!("{key}=\"")).map_or("", |(_, r)| r);
            from.split('"')
                .next()
                .unwrap_or("")
                .parse()
                .unwrap_or(f32::NAN)
        };
        let text = rest.split_once('>').map_or("", |(_, r)| r);
        let text = text.trim_end_matches("</word>").replace("&lt;", "<");
        let text = text
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
        // Poppler keeps soft hyphens.
        let text = match text.strip_suffix('\u{AD}') {
            Some(start) => format!("{start}-"),
            None => text,
        };
        let text = text.replace('\u{AD}', "");
        found.push((page - 1, value("xMin"), value("xMax"), value("yMin"), text));
    }
    found
}
