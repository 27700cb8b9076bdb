//! Web pages.
//!
//! Tokens are the HTML standard's (by `html5gum`); of its tree only what matters is built: paragraphs, lists, tables, bold
//! and hidden text. Headers and footers that LibreOffice marks in pages it saves are [`Document::running`]. What surrounds the text of a page (menus that are not marked as such, breadcrumbs) becomes paragraphs.
//! Not read: scripts, style sheets, navigation (`nav`), pictures, form fields.

mod builder;
mod charset;
mod elements;
#[cfg(test)]
mod tests;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use self::builder::Builder;
use super::flow::{self, Content};
use super::{Document, Format, ReadError};

/// The largest page that is read; positions are 32 bits, and decoding may treble it.
const MAX_BYTES: usize = 64 << 20;

/// Reads a web page.
///
/// # Errors
/// `Memory` beyond 64 MiB and the limits of [`flow::document`], `NoText` without words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > MAX_BYTES {
        let reason = format!("web pages may have {} MiB at most", MAX_BYTES >> 20);
        return Err(ReadError::Memory(reason));
    }
    let (source, encoding) = charset::decode(bytes);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true); // scripts are no markup
    let mut builder = Builder::default();
    for token in Tokenizer::new_with_emitter(source.as_ref(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(&value.value).into_owned())
                };
                builder.start(&String::from_utf8_lossy(&tag.name), &attribute)?;
            }
            Token::EndTag(tag) => builder.end(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let (body, running) = builder.finish()?;
    let content = Content {
        body,
        running,
        encoding: Some(encoding),
        ..Content::default()
    };
    flow::document(Format::Html, content)
}
