//! Findings about a document: data that travels with the value it concerns.

use std::iter::Sum;

use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

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
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
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

/// What any place may have. Trying one kind after the other, as serde does, takes thrice as long, and records are full of places.
#[derive(Deserialize)]
struct AnyPlace {
    page: Option<u32>,
    bbox: Option<[f32; 4]>,
    line_from: Option<u32>,
    line_to: Option<u32>,
    table: Option<u32>,
    row: Option<u32>,
    column: Option<u32>,
    paragraph: Option<u32>,
}

impl AnyPlace {
    fn place(self) -> Option<Place> {
        let page = || {
            Some(Place::Page {
                page: self.page?,
                bbox: self.bbox?,
            })
        };
        let lines = || {
            Some(Place::Lines {
                line_from: self.line_from?,
                line_to: self.line_to?,
            })
        };
        let cell = || {
            Some(Place::Cell {
                table: self.table?,
                row: self.row?,
                column: self.column?,
                paragraph: self.paragraph?,
            })
        };
        let paragraph = || {
            Some(Place::Paragraph {
                paragraph: self.paragraph?,
            })
        };
        page().or_else(lines).or_else(cell).or_else(paragraph)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let place = AnyPlace::deserialize(deserializer)?.place();
        place.ok_or_else(|| D::Error::custom("this is no place in a document"))
    }
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

/// Number of findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// The record must not be imported unseen.
    pub error: u64,
    /// Somebody should look.
    pub warning: u64,
    /// Worth knowing.
    pub info: u64,
}

impl Findings {
    /// Counts findings.
    pub fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut findings = Findings::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => findings.error += 1,
                Severity::Warning => findings.warning += 1,
                Severity::Info => findings.info += 1,
            }
        }
        findings
    }
}

impl Sum for Findings {
    fn sum<I: Iterator<Item = Findings>>(all: I) -> Findings {
        all.fold(Findings::default(), |sum, more| Findings {
            error: sum.error + more.error,
            warning: sum.warning + more.warning,
            info: sum.info + more.info,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_were_written() {
        let places = [
            Place::Page {
                page: 2,
                bbox: [1.5, 2.0, 3.25, 4.0],
            },
            Place::Lines {
                line_from: 3,
                line_to: 4,
            },
            Place::Cell {
                table: 1,
                row: 2,
                column: 3,
                paragraph: 4,
            },
            Place::Paragraph { paragraph: 7 },
        ];
        for place in places {
            let json = serde_json::to_string(&place).unwrap();
            assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
        }
        for wrong in ["{}", r#"{"page": 1}"#, r#"{"line_from": 1}"#, "[]"] {
            assert!(serde_json::from_str::<Place>(wrong).is_err(), "{wrong}");
        }
    }
}
