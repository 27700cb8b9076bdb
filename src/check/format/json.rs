//! JSON: the report as it is, or a finding a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::check::{Document, Finding, Report};
use crate::record::Part;
use crate::worker::protocol::Status;

/// One JSON value.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

/// A line of `jsonl`.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a Part>,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Finding(&'a Finding),
    Unread {
        status: Status,
        message: &'a str,
        message_et: &'a str,
    },
}

/// A line for each finding, and for each input that could not be read in full.
pub fn write_lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for document in &report.documents {
        let unread = (document.status != Status::Ok).then(|| What::Unread {
            status: document.status,
            message: &document.message,
            message_et: &document.message_et,
        });
        let findings = document.findings.iter().map(What::Finding);
        for what in unread.into_iter().chain(findings) {
            serde_json::to_writer(&mut *out, &line(document, what))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

fn line<'a>(document: &'a Document, what: What<'a>) -> Line<'a> {
    Line {
        path: &document.path,
        part: document.part.as_ref(),
        what,
    }
}
