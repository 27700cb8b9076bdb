//! Workflow commands of GitHub Actions: `::error file=…,line=…::message`.

use std::io::{self, Write};

use super::{place, title};
use crate::check::{Document, Finding, Report};
use crate::diagnostic::{Place, Severity};
use crate::language::Language;
use crate::worker::protocol::Status;

/// Writes an annotation for each finding, and for each input that could not be read.
pub fn write(report: &Report, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for document in &report.documents {
        for finding in &document.findings {
            annotation(document, finding, language, out)?;
        }
        if document.findings.is_empty() && document.status != Status::Ok {
            let message = language.of(&document.message, &document.message_et);
            writeln!(
                out,
                "::error file={},title={}::{}",
                property(&document.path),
                document.status.code(),
                data(message)
            )?;
        }
    }
    Ok(())
}

fn annotation(
    document: &Document,
    finding: &Finding,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    write!(out, "::{command} file={}", property(&document.path))?;
    let mut message = language
        .of(&finding.message, &finding.message_et)
        .to_owned();
    match finding.at.first() {
        Some(Place::Lines { line_from, line_to }) => {
            write!(out, ",line={line_from},endLine={line_to}")?;
        }
        Some(_) => message = format!("({}) {message}", place::words(&finding.at, language)),
        None => {}
    }
    writeln!(
        out,
        ",title={}::{}",
        property(&title(finding)),
        data(&message)
    )
}

/// A command's text: what would end it or begin an escape is escaped.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// A command's property: as its text, and what separates properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("50 %\n::error::x"), "50 %25%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
