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
use super::flow;
use super::{Document, Format, ReadError};

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
    flow::document(Format::Rtf, reader.finish()?)
}
