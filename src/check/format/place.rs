//! A finding's place in words.

use crate::diagnostic::Place;
use crate::language::Language;

/// `page 3`, `line 12`, `table 1, row 2, column 1`; empty without a place.
pub fn words(at: &[Place], language: Language) -> String {
    let et = language == Language::Et;
    match at.first() {
        None => String::new(),
        Some(Place::Page { page, .. }) => format!("{} {page}", if et { "lk" } else { "page" }),
        Some(Place::Lines { line_from, .. }) => {
            format!("{} {line_from}", if et { "rida" } else { "line" })
        }
        Some(Place::Paragraph { paragraph }) => {
            format!("{} {paragraph}", if et { "lõik" } else { "paragraph" })
        }
        Some(Place::Cell {
            table, row, column, ..
        }) if et => format!("tabel {table}, rida {row}, veerg {column}"),
        Some(Place::Cell {
            table, row, column, ..
        }) => format!("table {table}, row {row}, column {column}"),
    }
}

/// Page and line of the first place, where it has them.
pub fn page_and_line(at: &[Place]) -> (Option<u32>, Option<u32>) {
    match at.first() {
        Some(Place::Page { page, .. }) => (Some(*page), None),
        Some(Place::Lines { line_from, .. }) => (None, Some(*line_from)),
        _ => (None, None),
    }
}
