//! Rich Text Format, version 1.9.1, as far as Word and LibreOffice write it.
//!
//! List numbers are the ones written in the file (`\listtext`). Text boxes follow the paragraph that anchors them, notes
//! stand at the end, headers and footers are [`Document::running`]. Nested tables are flattened into their cell. Not read:
//! pictures, comments, codes of fields, hidden and deleted text.

mod charset;
mod lexer;
mod reader;
mod sink;
#[cfg(test)]
mod tests;

use self::lexer::Lexer;
use self::reader::Reader;
use super::flow::{self, Content};
use super::{Document, Format, ReadError};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads an RTF file.
///
/// # Errors
/// `Memory` for groups nested deeper than 1,000 and beyond the limits of [`flow::document`], `NoText` without words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let start = bytes.iter().position(|b| *b == b'{').unwrap_or(0);
    let mut reader = Reader::default();
    for token in Lexer(bytes.get(start..).unwrap_or_default()) {
        reader.take(token)?;
    }
    let (body, running, unknown) = reader.finish()?;
    let findings = unknown.map(code_page).into_iter().collect();
    flow::document(
        Format::Rtf,
        Content {
            body,
            running,
            findings,
            encoding: None,
        },
    )
}

fn code_page(number: i32) -> Diagnostic {
    Diagnostic {
        rule: "charset-guessed".to_owned(),
        severity: Severity::Warning,
        message: format!(
            "The document is in code page {number}, which the tool does not know; it was read as windows-1252. Check its \
             letters, or save it in another format and run again."
        ),
        at: Vec::new(),
        pointer: None,
    }
}
