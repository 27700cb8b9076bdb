//! The report in the formats that people and programs read.

mod csv;
mod github;
mod json;
mod junit;
mod place;
mod sarif;
mod terminal;
mod uri;

use std::io::{self, Write};

use super::Report;
use crate::language::Language;
use crate::run::FailOn;

/// A format of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: each finding with its source line.
    #[default]
    Terminal,
    /// The whole report as one JSON value.
    Json,
    /// A finding a line.
    Jsonl,
    /// SARIF 2.1.0 (OASIS), for code scanning services and editors.
    Sarif,
    /// JUnit's XML, for CI servers.
    Junit,
    /// Workflow commands of GitHub Actions, which become annotations.
    Github,
    /// A table: a finding a row.
    Csv,
    /// A page that works by itself, with each document beside its record.
    Html,
}

impl Format {
    /// Whether it shows documents and records whole, not only findings.
    pub fn shows_documents(self) -> bool {
        self == Format::Html
    }
}

/// How to write a report.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Language of messages.
    pub language: Language,
    /// The findings that are failures, for formats that tell failures from remarks.
    pub fail_on: FailOn,
    /// Whether the terminal format is coloured by escape sequences.
    pub colour: bool,
}

/// Writes a report.
///
/// # Errors
/// What the writer says.
pub fn write(report: &Report, format: Format, style: Style, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Terminal => terminal::write(report, style, out),
        Format::Json => json::write(report, out),
        Format::Jsonl => json::write_lines(report, out),
        Format::Sarif => sarif::write(report, style.language, out),
        Format::Junit => junit::write(report, style, out),
        Format::Github => github::write(report, style.language, out),
        Format::Csv => csv::write(report, style.language, out),
        Format::Html => super::html::write(report, style.language, &mut { out }),
    }
}

/// Error, warning or info, as in JSON.
fn code(severity: crate::diagnostic::Severity) -> &'static str {
    use crate::diagnostic::Severity;
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// `D201 duty-without-result`.
fn title(finding: &super::Finding) -> String {
    match &finding.code {
        Some(code) => format!("{code} {}", finding.rule),
        None => finding.rule.clone(),
    }
}
