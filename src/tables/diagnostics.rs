//! The table of findings.

use super::table;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::record::Record;
use crate::rules;

table! {
    /// One row for each finding.
    "diagnostics"
    pub struct Finding {
        /// Key of the record.
        position_id: String => "positions",
        /// The rule's code ("D201"); `ametijuhend explain CODE` tells more.
        code: Option<&'static str>,
        /// The rule's name.
        rule: String,
        /// "error", "warning" or "info".
        severity: &'static str,
        /// What was found and what to do, in English.
        message: String,
        /// The same in Estonian.
        message_et: Option<String>,
        /// JSON Pointer of the field in the record.
        pointer: Option<String>,
        /// Page of the first place, from 1.
        page: Option<u32>,
        /// Left edge of its box, in points from the page's left.
        x0: Option<f32>,
        /// Upper edge, in points from the page's top.
        y0: Option<f32>,
        /// Right edge.
        x1: Option<f32>,
        /// Lower edge.
        y1: Option<f32>,
        /// First line of the first place, from 1, in text files.
        line_from: Option<u32>,
        /// Last line of it.
        line_to: Option<u32>,
        /// Table of the first place, from 1, in formats without pages.
        table: Option<u32>,
        /// Row in that table.
        row: Option<u32>,
        /// Column in that row.
        column: Option<u32>,
        /// Paragraph, in the cell or outside tables.
        paragraph: Option<u32>,
    }
}

/// The rows of a record.
pub fn rows(id: &str, record: &Record) -> Vec<Finding> {
    record.diagnostics.iter().map(|d| row(id, d)).collect()
}

fn row(id: &str, diagnostic: &Diagnostic) -> Finding {
    let mut row = Finding {
        position_id: id.to_owned(),
        code: rules::find(&diagnostic.rule).map(|rule| rule.code),
        rule: diagnostic.rule.clone(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        },
        message: diagnostic.message.clone(),
        message_et: Some(diagnostic.message_et.clone()).filter(|m| !m.is_empty()),
        pointer: diagnostic.pointer.clone(),
        ..Finding::default()
    };
    match diagnostic.at.first() {
        None => {}
        Some(&Place::Page {
            page,
            bbox: [x0, y0, x1, y1],
        }) => {
            row.page = Some(page);
            (row.x0, row.y0, row.x1, row.y1) = (Some(x0), Some(y0), Some(x1), Some(y1));
        }
        Some(&Place::Lines { line_from, line_to }) => {
            (row.line_from, row.line_to) = (Some(line_from), Some(line_to));
        }
        Some(&Place::Cell {
            table,
            row: line,
            column,
            paragraph,
        }) => {
            (row.table, row.row) = (Some(table), Some(line));
            (row.column, row.paragraph) = (Some(column), Some(paragraph));
        }
        Some(&Place::Paragraph { paragraph }) => row.paragraph = Some(paragraph),
    }
    row
}
