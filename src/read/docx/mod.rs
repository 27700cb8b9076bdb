//! Word documents, `.docx` (Office Open XML, ISO 29500).
//!
//! Text is what a reader sees with all tracked changes accepted: list numbers as displayed, no hidden text, results of
//! fields and not their codes. Text boxes follow the paragraph that anchors them; notes stand at the end; headers and
//! footers are [`Document::running`]. Not read: comments, pictures, charts.

mod body;
mod numbering;
mod parts;
mod properties;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use self::body::{Blocks, Note, Story};
use self::numbering::Numbering;
use self::parts::Parts;
use self::styles::Styles;
use super::archive::Archive;
use super::flow::{self, Block, Content, Para};
use super::xml::{Xml, decode};
use super::{Document, Format, ReadError};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads a Word document.
///
/// # Errors
/// `Corrupt` if the ZIP or its XML is damaged or the main part is missing, `Memory` beyond the limits of
/// [`Archive`], [`Xml`] and [`flow::document`], `PasswordRequired` if a part is encrypted, `NoText` without words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut parts = Parts::open(Archive::open(bytes)?)?;
    let styles = match parts.related("styles")? {
        Some(source) => Styles::read(&decode(&source)?)?,
        None => Styles::default(),
    };
    let numbering = match parts.related("numbering")? {
        Some(source) => Numbering::read(&decode(&source)?)?,
        None => Numbering::default(),
    };
    let mut story = Story::new(&styles, numbering);
    let source = parts.main()?;
    let mut body = blocks(&mut story, &decode(&source)?, "document.xml")?;
    notes(&mut story, &mut parts, &mut body)?;
    let running = running(&mut story, &mut parts)?;
    let findings = story.has_embedded.then(embedded).into_iter().collect();
    flow::document(
        Format::Docx,
        Content {
            body,
            running,
            findings,
            encoding: None,
        },
    )
}

/// All blocks of a part.
fn blocks(story: &mut Story, source: &str, name: &str) -> Result<Vec<Block>, ReadError> {
    let mut blocks = Blocks::default();
    story.blocks(&mut Xml::new(source, name), &mut blocks)?;
    Ok(blocks.finish())
}

/// Appends the notes that are referred to.
fn notes(story: &mut Story, parts: &mut Parts, body: &mut Vec<Block>) -> Result<(), ReadError> {
    for (kind, part) in [(Note::Foot, "footnotes"), (Note::End, "endnotes")] {
        let wanted: Vec<String> = story
            .notes
            .iter()
            .filter(|n| n.0 == kind)
            .map(|n| n.1.clone())
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let Some(source) = parts.related(part)? else {
            continue;
        };
        let source = decode(&source)?;
        let mut xml = Xml::new(&source, part);
        let mut found = Vec::new();
        xml.open()?; // w:footnotes
        while let Some(tag) = xml.open()? {
            let id = tag.attr("id").unwrap_or_default();
            match wanted.iter().position(|w| *w == id) {
                Some(at) => {
                    let mut blocks = Blocks::default();
                    story.blocks(&mut xml, &mut blocks)?;
                    found.push((at, blocks.finish()));
                }
                None => xml.skip()?,
            }
        }
        found.sort_by_key(|(at, _)| *at);
        body.extend(found.into_iter().flat_map(|(_, blocks)| blocks));
    }
    Ok(())
}

/// Paragraphs of headers and footers, those in tables too.
fn running(story: &mut Story, parts: &mut Parts) -> Result<Vec<Para>, ReadError> {
    let mut running = Vec::new();
    for id in std::mem::take(&mut story.running) {
        if let Some(source) = parts.by_id(&id)? {
            let blocks = blocks(story, &decode(&source)?, "header or footer")?;
            running.extend(flow::paragraphs(blocks));
        }
    }
    Ok(running)
}

fn embedded() -> Diagnostic {
    Diagnostic {
        rule: "embedded-part-unread".to_owned(),
        severity: Severity::Warning,
        message: "A part of this Word document is embedded in another format and was not read. Open the document in Word, \
                  save it, and run again."
            .to_owned(),
        message_et: "Osa sellest Wordi dokumendist on manustatud teises vormingus ja jäi lugemata. Avage dokument Wordis, \
                     salvestage see ja käivitage uuesti."
            .to_owned(),
        at: Vec::new(),
        pointer: None,
    }
}
