//! Data within a page.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use minijinja::{Value, context};
use serde::Serialize;

/// A piece of data, as the content of a script element that is never run.
#[derive(Clone, Debug)]
pub struct Block {
    id: String,
    kind: &'static str,
    content: String,
}

impl Block {
    /// Plain JSON, for what the page needs at once.
    ///
    /// # Errors
    /// If the value has no form in JSON.
    pub fn json(id: &str, value: &impl Serialize) -> io::Result<Self> {
        Ok(Block {
            id: id.to_owned(),
            kind: "application/json",
            content: escape(&serde_json::to_string(value)?),
        })
    }

    /// JSON, deflated, in base64: for what is read only when it is asked for, and so that many documents fit into a page.
    ///
    /// # Errors
    /// If the value has no form in JSON.
    pub fn packed(id: &str, value: &impl Serialize) -> io::Result<Self> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(4));
        encoder.write_all(&serde_json::to_vec(value)?)?;
        Ok(Block {
            id: id.to_owned(),
            kind: "application/octet-stream",
            content: STANDARD.encode(encoder.finish()?),
        })
    }

    /// As templates see it.
    pub(super) fn value(&self) -> Value {
        context! { id => self.id.as_str(), kind => self.kind, content => self.content.as_str() }
    }
}

/// JSON that cannot end the element it stands in: `<`, `>` and `&` occur in JSON's strings only, and so do the line
/// separators that older scripts stumble over.
fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
