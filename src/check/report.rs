//! The report of a check: one value, from which every output format is made.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Place, Severity};
use crate::read::View;
use crate::record::{Fix, Part, Record, Tool};
use crate::worker::protocol::Status;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The tool that wrote it.
    pub tool: Tool,
    /// One for each job description, and one for each input that gave none, ordered by path and part.
    pub documents: Vec<Document>,
    /// How many there are of everything.
    pub counts: Counts,
    /// Findings of the baseline that no longer occur.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Fixed>,
}

/// A job description, or an input that holds none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Path as given; the form of [`crate::run::escape`].
    pub path: String,
    /// Which part of the file it is, where the file holds several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// What became of the input.
    pub status: Status,
    /// Why, as a sentence; empty for [`Status::Ok`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// The same in Estonian.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message_et: String,
    /// Job title, or the title line where it names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// Structural unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What is wrong with it, in the order of the source.
    pub findings: Vec<Finding>,
    /// What the source looks like; only where it was asked for (HTML), and only the pages of this part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// The record; only where it was asked for (HTML).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    /// What was fixed in the record now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's code, such as "D201"; none for what is noticed while reading and has no page in the manual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The rule's name, such as "duty-without-result".
    pub rule: String,
    /// How much it weighs, after the settings.
    pub severity: Severity,
    /// What is wrong and what to do, in English.
    pub message: String,
    /// The same in Estonian.
    pub message_et: String,
    /// Where it stands in the source; empty if it is about the document as a whole, or about something absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<Place>,
    /// JSON Pointer (RFC 6901) of the record's field that it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What it points at, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    /// Tells the finding from others even after lines have moved; the baseline holds it.
    pub fingerprint: String,
}

/// Lines of the source, with the part that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The line or lines, parted by line feeds, as in the source: nothing is escaped.
    pub text: String,
    /// Where in the text the part begins, in characters (Unicode scalar values).
    pub from: usize,
    /// Where it ends, exclusive.
    pub to: usize,
    /// Number of the first line, for text files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Excerpt {
    /// The part that the finding is about.
    pub fn part(&self) -> String {
        let length = self.to.saturating_sub(self.from);
        self.text.chars().skip(self.from).take(length).collect()
    }
}

/// A finding of the baseline that no longer occurs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fixed {
    /// Path of the document.
    pub path: String,
    /// The rule's name.
    pub rule: String,
    /// [`Finding::fingerprint`].
    pub fingerprint: String,
}

/// How many there are of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Job descriptions that were checked.
    pub checked: u64,
    /// Inputs that could not be checked.
    pub unread: u64,
    /// Findings of severity error.
    pub error: u64,
    /// Findings of severity warning.
    pub warning: u64,
    /// Findings of severity info.
    pub info: u64,
    /// Findings that the baseline hides.
    pub known: u64,
    /// Findings of the baseline that no longer occur.
    pub fixed: u64,
}

impl Report {
    /// A report of these documents, counted.
    pub fn new(documents: Vec<Document>) -> Self {
        let mut report = Report {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").into(),
                version: env!("CARGO_PKG_VERSION").into(),
            },
            documents,
            ..Report::default()
        };
        report.count();
        report
    }

    /// Counts anew; what the baseline hides stays as it is.
    pub fn count(&mut self) {
        let mut counts = Counts {
            known: self.counts.known,
            fixed: self.fixed.len() as u64,
            ..Counts::default()
        };
        for document in &self.documents {
            match document.status {
                Status::Ok | Status::Partial => counts.checked += 1,
                _ => counts.unread += 1,
            }
            for finding in &document.findings {
                match finding.severity {
                    Severity::Error => counts.error += 1,
                    Severity::Warning => counts.warning += 1,
                    Severity::Info => counts.info += 1,
                }
            }
        }
        self.counts = counts;
    }
}
