//! Plain text, also laid out with blanks (`pdftotext -layout`): a character's column and line are its x and y.

pub mod charset;
mod cp775;
mod damage;
mod repair;
mod single_byte;
mod words;

pub(in crate::read) use words::is_zero_width;

use crate::read::{Document, Format, Metric, ReadError};

/// The largest file that is read: decoding may treble it and composing treble it again, and positions are 32 bits.
pub const MAX_BYTES: usize = 256 << 20;

/// Reads a text file in whatever character set it is.
///
/// Each run of non-blank characters on a line is a word; its box is in columns and lines from 0 (`y0` is the line in
/// the whole file, also behind a form feed). Tabs reach to the next multiple of 8. Control characters count as blanks.
///
/// # Errors
/// `NoText` for an empty or blank file, `Corrupt` if more than a tenth of it are control characters, `Memory` beyond
/// [`MAX_BYTES`] or 4 million words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > MAX_BYTES {
        let reason = format!("text files may have {} MiB at most", MAX_BYTES >> 20);
        return Err(ReadError::Memory(reason));
    }
    if bytes.is_empty() {
        return Err(ReadError::NoText("the file is empty".into()));
    }
    let decoded = charset::decode(bytes);
    let (text, repaired) = repair::repair(&decoded.text);
    let scan = words::scan(&text)?;
    if is_binary(&text, scan.damage.controls) {
        let reason = "more than a tenth of it are control characters, so it is no text. Export the original again.";
        return Err(ReadError::Corrupt(reason.into()));
    }
    if scan.words.is_empty() {
        return Err(ReadError::NoText("the file holds only blanks".into()));
    }
    let findings = [
        decoded.doubt.map(|d| damage::choice(decoded.encoding, d)),
        scan.damage.finding(),
        damage::repaired(&repaired),
        damage::double_encoding(&scan.text, &scan.words),
    ];
    Ok(Document {
        format: Format::Text,
        metric: Metric::Cells,
        text: scan.text,
        words: scan.words,
        pages: scan.pages,
        encoding: Some(decoded.encoding.to_owned()),
        flow: Vec::new(),
        running: Vec::new(),
        pages_without_text: Vec::new(),
        findings: findings.into_iter().flatten().collect(),
        member: None,
        signatures: Vec::new(),
    })
}

/// Whether control characters are more than a tenth of what is no blank.
fn is_binary(text: &str, controls: usize) -> bool {
    controls > 0 && controls * 10 > text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests;
