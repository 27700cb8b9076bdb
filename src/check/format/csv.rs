//! A table: a finding a row, and a row for each input that could not be read.

use std::io::{self, Write};

use super::code;
use super::place::page_and_line;
use crate::check::{Document, Excerpt, Finding, Report};
use crate::language::Language;
use crate::worker::protocol::Status;

const HEAD: [&str; 14] = [
    "path",
    "part",
    "title",
    "unit",
    "page",
    "line",
    "severity",
    "code",
    "rule",
    "message",
    "excerpt",
    "pointer",
    "status",
    "fingerprint",
];

/// Writes the table, in UTF-8, with commas.
pub fn write(report: &Report, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(HEAD)?;
    for document in &report.documents {
        for finding in &document.findings {
            table.write_record(of_finding(document, finding, language).map(harmless))?;
        }
        if document.findings.is_empty() && document.status != Status::Ok {
            table.write_record(of_unread(document, language).map(harmless))?;
        }
    }
    table.flush()
}

fn of_finding(document: &Document, finding: &Finding, language: Language) -> [String; 14] {
    let (page, line) = page_and_line(&finding.at);
    let mut row = of_document(document);
    row[4] = number(page);
    row[5] = number(line);
    row[6] = code(finding.severity).into();
    row[7] = finding.code.clone().unwrap_or_default();
    row[8].clone_from(&finding.rule);
    row[9] = language.of(&finding.message, &finding.message_et).into();
    row[10] = finding
        .excerpt
        .as_ref()
        .map(Excerpt::part)
        .unwrap_or_default();
    row[11] = finding.pointer.clone().unwrap_or_default();
    row[13].clone_from(&finding.fingerprint);
    row
}

fn of_unread(document: &Document, language: Language) -> [String; 14] {
    let mut row = of_document(document);
    row[9] = language.of(&document.message, &document.message_et).into();
    row
}

fn of_document(document: &Document) -> [String; 14] {
    let mut row: [String; 14] = Default::default();
    row[0].clone_from(&document.path);
    row[1] = number(document.part.as_ref().map(|part| part.index));
    row[2] = document.title.clone().unwrap_or_default();
    row[3] = document.unit.clone().unwrap_or_default();
    row[12] = document.status.code().into();
    row
}

fn number(number: Option<u32>) -> String {
    number.map(|n| n.to_string()).unwrap_or_default()
}

/// A spreadsheet would calculate a cell that begins like a formula; an apostrophe makes it text.
fn harmless(cell: String) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell,
    }
}
