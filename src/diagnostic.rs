//! Findings about a document: data that travels with the value it concerns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The record must not be imported unseen.
    Error,
    /// The record can be imported, but somebody should look at the place.
    Warning,
    /// Worth knowing; nothing needs to be done.
    Info,
}

/// Where something stands in the source, counted from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Place {
    /// A box on a page.
    Page {
        /// Page number.
        page: u32,
        /// `[x0, y0, x1, y1]` in points from the page's top left corner.
        bbox: [f32; 4],
    },
    /// Lines of a text file.
    Lines {
        /// First line.
        line_from: u32,
        /// Last line, inclusive.
        line_to: u32,
    },
    /// A paragraph in a table's cell, of a format without pages.
    Cell {
        /// Table, in document order.
        table: u32,
        /// Row within the table.
        row: u32,
        /// Column within the row.
        column: u32,
        /// Paragraph within the cell.
        paragraph: u32,
    },
    /// A paragraph outside tables, of a format without pages.
    Paragraph {
        /// Paragraph, in document order.
        paragraph: u32,
    },
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// The rule's name, such as `pairing-ambiguous`. Names are never reused.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What was found and what to do, as a sentence in English.
    pub message: String,
    /// The same in Estonian.
    #[serde(default)]
    pub message_et: String,
    /// Where it stands in the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<Place>,
    /// JSON Pointer (RFC 6901) of the field that it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}
