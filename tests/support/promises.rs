//! What is promised of every record, whatever the document.
//!
//! 1. Each non-blank character is counted once: in a field, label, furniture, or `unrecognised`.
//! 2. Each string stands in the document, at the place that `provenance` names for it: each of its words, whole or divided by
//!    a hyphen at a line's end, and no word more often than it stands there.
//! 3. Every pointer leads to something; to null where the document says that there is none ("Asukoht: -").

use ametijuhend::diagnostic::Place;
use ametijuhend::read::{Document, Flow, Metric};
use ametijuhend::record::Record;
use serde_json::Value;

/// How far a word's middle may lie outside a box, in points: boxes are rounded to a tenth.
const ROUNDING: f32 = 0.1;

/// Hyphens that may divide a word at a line's end.
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{ad}'];

/// Keys below which values are not the document's own words, but derived from them.
const DERIVED: [&str; 7] = [
    "kind",
    "level",
    "language",
    "preferred",
    "date",
    "in_force_from",
    "in_force_to",
];

/// Keys of a record that are not about fields.
const ABOUT: [&str; 8] = [
    "schema_version",
    "tool",
    "source",
    "grammar",
    "unrecognised",
    "coverage",
    "provenance",
    "diagnostics",
];

/// Every promise that a document's records break, as a sentence each.
pub fn broken(document: &Document, records: &[Record]) -> Vec<String> {
    let mut out = Vec::new();
    for record in records {
        out.extend(miscounted(document, record, is_whole(record)));
        let value = serde_json::to_value(record).expect("a record is JSON");
        out.extend(dangling(record, &value));
        for (pointer, text) in leaves(&value) {
            match record.provenance.get(&pointer) {
                None => out.push(format!("{pointer} has no provenance: {text:?}")),
                Some(places) => out.extend(misplaced(document, &pointer, &text, places)),
            }
        }
    }
    out
}

/// Whether a record is of a whole file, not of one part among several.
fn is_whole(record: &Record) -> bool {
    record
        .source
        .part
        .as_ref()
        .is_none_or(|part| part.count <= 1)
}

fn miscounted(document: &Document, record: &Record, is_alone: bool) -> Vec<String> {
    let mut out = Vec::new();
    let c = record.coverage;
    if c.assigned + c.labels + c.furniture + c.unrecognised != c.characters {
        out.push(format!("coverage does not add up: {c:?}"));
    }
    let all = non_blank(&document.text);
    // Of several records in a file each counts its own part.
    if is_alone && c.characters != all {
        out.push(format!("{} of {all} characters are counted", c.characters));
    }
    let listed: u64 = record.unrecognised.iter().map(|u| non_blank(&u.text)).sum();
    if listed != c.unrecognised {
        let told = c.unrecognised;
        out.push(format!(
            "{listed} characters are listed as unrecognised, {told} are counted"
        ));
    }
    out
}

fn non_blank(text: &str) -> u64 {
    text.chars().filter(|c| !c.is_whitespace()).count() as u64
}

/// Pointers that lead to nothing.
fn dangling(record: &Record, value: &Value) -> Vec<String> {
    let findings = record.diagnostics.iter().filter_map(|d| d.pointer.as_ref());
    record
        .provenance
        .keys()
        .chain(findings)
        .filter(|pointer| value.pointer(pointer).is_none())
        .map(|pointer| format!("{pointer} leads to nothing"))
        .collect()
}

/// The strings that are the document's own, by pointer.
fn leaves(record: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (key, value) in record.as_object().into_iter().flatten() {
        if !ABOUT.contains(&key.as_str()) {
            collect(&format!("/{key}"), value, &mut out);
        }
    }
    out
}

fn collect(pointer: &str, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => out.push((pointer.to_owned(), text.clone())),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                collect(&format!("{pointer}/{i}"), item, out);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                if !DERIVED.contains(&key.as_str()) {
                    collect(&format!("{pointer}/{key}"), field, out);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Which of a string's words does not stand at its places. Each character there counts once.
///
/// The order is left open: text that stands in columns is read column after column or row after row. A blank may be
/// missing within the document's word ("1.4.Juht"); one may be too many within its numbers only ("3 .7").
fn misplaced(document: &Document, pointer: &str, text: &str, places: &[Place]) -> Option<String> {
    let source = words_at(document, places);
    let mut free = source.clone();
    let mut words: Vec<String> = text.split_whitespace().map(without_soft_hyphens).collect();
    // Words that stand there as such are taken first, so that no other word takes a part of them.
    words.retain(|word| !take(&mut free, |w| (w == word).then(String::new)));
    let lost = words.iter().find(|word| {
        !take(&mut free, |w| without(w, word))
            && !take_divided(&mut free, word)
            && !take_spaced(&mut free, word)
    })?;
    let there = source.join(" ");
    Some(format!(
        "{pointer}: {lost:?} of {text:?} does not stand there: {there}"
    ))
}

fn without_soft_hyphens(word: &str) -> String {
    word.chars().filter(|c| *c != '\u{ad}').collect()
}

/// Takes from the first word that has it; `rest` says what is left of a word, if it has what is wanted.
fn take(free: &mut [String], rest: impl Fn(&str) -> Option<String>) -> bool {
    let found = free.iter_mut().find_map(|w| rest(w).map(|rest| (w, rest)));
    found.is_some_and(|(word, rest)| {
        *word = rest;
        true
    })
}

/// A word without a part of it. Something that was never together must not be found in it later.
fn without(word: &str, part: &str) -> Option<String> {
    let (before, after) = word.split_once(part)?;
    Some(format!("{before}\u{0}{after}"))
}

/// Takes the pieces of a word that hyphens at line ends divide. The word may begin within the first piece; a piece in the
/// middle is taken whole, and the last from its beginning.
fn take_divided(free: &mut [String], word: &str) -> bool {
    take_pieces(free, word, |head, left| head.ends_with(left))
}

fn take_pieces(free: &mut [String], word: &str, fits: fn(&str, &str) -> bool) -> bool {
    let mut cuts = word.char_indices().map(|(at, _)| at).skip(1);
    cuts.any(|at| {
        let (left, right) = word.split_at(at);
        let left = left.trim_end_matches(HYPHENS);
        let right = right.trim_start_matches(HYPHENS);
        if left.is_empty() || right.is_empty() {
            return false;
        }
        let is_head = |w: &String| w.strip_suffix(HYPHENS).is_some_and(|h| fits(h, left));
        let heads: Vec<usize> = (0..free.len()).filter(|&i| is_head(&free[i])).collect();
        heads.into_iter().any(|head| {
            let taken = std::mem::take(&mut free[head]);
            let done = take(free, |w| w.strip_prefix(right).map(str::to_owned))
                || take_pieces(free, right, |head, left| head == left);
            if !done {
                free[head] = taken;
            }
            done
        })
    })
}

/// Takes a number within which the document has a blank, with what is written close behind it.
fn take_spaced(free: &mut [String], number: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit() || c == '.';
    let pair = (1..free.len()).find(|&i| {
        let rest = number.strip_prefix(free[i - 1].as_str());
        let within = free[i - 1].chars().all(figure) && rest.is_some_and(|r| r.starts_with(figure));
        rest.is_some_and(|r| within && r != number && free[i].starts_with(r))
    });
    match pair {
        Some(i) => {
            let used = number.len() - free[i - 1].len();
            free[i].drain(..used);
            free[i - 1].clear();
            true
        }
        None => false,
    }
}

/// The document's words at some places, in document order.
fn words_at(document: &Document, places: &[Place]) -> Vec<String> {
    (0..document.words.len())
        .filter(|&word| places.iter().any(|place| is_at(document, word, place)))
        .map(|word| {
            let text = document.word_text(&document.words[word]);
            // A soft hyphen shows at a line's end only.
            let last = text.chars().next_back().filter(|c| *c == '\u{ad}');
            without_soft_hyphens(text) + &last.map(String::from).unwrap_or_default()
        })
        .collect()
}

fn is_at(document: &Document, word: usize, place: &Place) -> bool {
    let bbox = document.words[word].bbox;
    match (document.metric, place) {
        (Metric::Cells, Place::Lines { line_from, line_to }) => {
            (*line_from..=*line_to).contains(&(bbox.y0 as u32 + 1))
        }
        (Metric::Points, Place::Page { page, bbox: b }) => {
            let (x, y) = ((bbox.x0 + bbox.x1) / 2.0, bbox.mid_y());
            document.pages[document.page_of(word)].number == *page
                && x > b[0] - ROUNDING
                && x < b[2] + ROUNDING
                && y > b[1] - ROUNDING
                && y < b[3] + ROUNDING
        }
        (Metric::Flow, place) => document.flow.iter().any(|block| holds(block, word, place)),
        _ => false,
    }
}

fn holds(block: &Flow, word: usize, place: &Place) -> bool {
    let paragraphs: Vec<_> = match block {
        Flow::Paragraph(paragraph) => vec![paragraph],
        Flow::Table(rows) => rows
            .iter()
            .flat_map(|r| &r.cells)
            .flat_map(|c| &c.paragraphs)
            .collect(),
    };
    paragraphs
        .iter()
        .any(|p| p.place == *place && p.lines.iter().any(|l| l.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ametijuhend::pipeline::PdfEngine;
    use ametijuhend::record::Coverage;

    fn read(text: &str) -> Document {
        ametijuhend::read::read(text.as_bytes(), PdfEngine::Auto).expect("readable")
    }

    fn document() -> Document {
        read(
            "üks kaks
teenistus-   muu
ülesanded
",
        )
    }

    fn at(line_from: u32, line_to: u32) -> Vec<Place> {
        vec![Place::Lines { line_from, line_to }]
    }

    #[test]
    fn strings_are_looked_for_at_their_place() {
        let document = document();
        for text in [
            "üks kaks teenistusülesanded",
            "kaks teenistus-ülesanded",
            "teenistus- muu",
            "nistus- üles",
            "ü ks",
        ] {
            assert_eq!(misplaced(&document, "/a", text, &at(1, 3)), None);
        }
        for text in [
            "üks üks",
            "teenistuseülesanded",
            "kolm",
            "ükskaks",
            "teenistusmuus",
            "ülesandedteenistus",
            "üksks",
        ] {
            let found = misplaced(&document, "/a", text, &at(1, 3));
            assert!(found.is_some(), "{text}");
        }
        assert!(misplaced(&document, "/a", "üks", &at(2, 3)).is_some());
    }

    #[test]
    fn blanks_may_be_repaired_within_numbers() {
        let document = read("3 .7 osaleb\n1.4.Juht tuleb 5 .4/abi\n");
        for text in ["3.7", "1.4 Juht", "5.4/abi"] {
            assert_eq!(misplaced(&document, "/a", text, &at(1, 2)), None);
        }
        for text in ["osaleb1.4", ".7osaleb", "3.8", "1.4 1.4"] {
            let found = misplaced(&document, "/a", text, &at(1, 2));
            assert!(found.is_some(), "{text}");
        }
    }

    #[test]
    fn each_broken_promise_is_found() {
        let document = document();
        let all = non_blank(&document.text);
        let mut record = Record {
            purpose: Some("kaks".into()),
            coverage: Coverage {
                characters: all,
                assigned: all,
                ..Coverage::default()
            },
            ..Record::default()
        };
        record.provenance.insert("/purpose".into(), at(1, 1));
        assert_eq!(broken(&document, std::slice::from_ref(&record)), [""; 0]);

        let mut lost = record.clone();
        lost.coverage.assigned -= 1;
        let mut silent = record.clone();
        silent.coverage.assigned -= 1;
        silent.coverage.unrecognised += 1;
        let mut short = record.clone();
        short.coverage.characters -= 1;
        short.coverage.assigned -= 1;
        let mut nowhere = record.clone();
        nowhere.provenance.clear();
        let mut elsewhere = record.clone();
        elsewhere.provenance.insert("/purpose".into(), at(2, 3));
        let mut dangling = record.clone();
        dangling.provenance.insert("/rights/0".into(), at(1, 1));
        for (name, record) in [
            ("lost", lost),
            ("silent", silent),
            ("short", short),
            ("nowhere", nowhere),
            ("elsewhere", elsewhere),
            ("dangling", dangling),
        ] {
            assert_eq!(broken(&document, &[record]).len(), 1, "{name}");
        }
    }
}
