//! OpenDocument texts, `.odt` (ISO 26300).
//!
//! Text is what a reader sees with all tracked changes accepted. Text boxes follow the paragraph that anchors them; notes
//! stand at the end; headers and footers are [`Document::running`]. Not read: comments, pictures, charts.

mod body;
mod lists;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use self::body::Story;
use self::styles::Styles;
use super::archive::Archive;
use super::flow::{self, Block, Budget, Content, Para};
use super::xml::{Xml, decode};
use super::{Document, Format, ReadError};

/// Reads an OpenDocument text.
///
/// # Errors
/// `PasswordRequired` if it is encrypted, `Corrupt` if the ZIP or its XML is damaged or `content.xml` is missing,
/// `Memory` beyond the limits of [`Archive`], [`Xml`] and [`flow::document`], `NoText` without words.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    if is_encrypted(&mut archive)? {
        return Err(ReadError::PasswordRequired);
    }
    let mut styles = Styles::default();
    let running = match archive.read("styles.xml")? {
        Some(source) => part(&decode(&source)?, "styles.xml", &mut styles)?,
        None => Vec::new(),
    };
    let source = archive.read("content.xml")?.ok_or_else(|| {
        ReadError::Corrupt(
            "content.xml is missing from the OpenDocument text. Save it again.".into(),
        )
    })?;
    let body = part(&decode(&source)?, "content.xml", &mut styles)?;
    let running: Vec<Para> = flow::paragraphs(running)
        .into_iter()
        .filter(|p| !p.is_blank())
        .collect();
    flow::document(
        Format::Odt,
        Content {
            body,
            running,
            ..Content::default()
        },
    )
}

/// Encrypted entries are listed with how they were encrypted.
fn is_encrypted(archive: &mut Archive) -> Result<bool, ReadError> {
    let Some(source) = archive.read("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    let source = decode(&source)?;
    let mut xml = Xml::new(&source, "manifest.xml");
    xml.open()?; // manifest:manifest
    while xml.open()?.is_some() {
        while let Some(tag) = xml.open()? {
            if tag.name() == "encryption-data" {
                return Ok(true);
            }
            xml.skip()?;
        }
    }
    Ok(false)
}

/// Reads `styles.xml` or `content.xml`: styles are added, and what stands in the body, or in headers and footers, is
/// given. Notes follow it.
fn part(source: &str, name: &str, styles: &mut Styles) -> Result<Vec<Block>, ReadError> {
    let mut xml = Xml::new(source, name);
    let mut out = Vec::new();
    let mut story = Story {
        styles,
        notes: Vec::new(),
        budget: Budget::default(),
    };
    xml.open()?; // office:document-content
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "styles" | "automatic-styles" => story.styles.read(&mut xml)?,
            "master-styles" => masters(&mut story, &mut xml, &mut out)?,
            "body" => story.blocks(&mut xml, &mut out)?,
            _ => xml.skip()?,
        }
    }
    out.append(&mut story.notes);
    Ok(out)
}

/// Reads headers and footers of `style:master-page`.
fn masters(story: &mut Story, xml: &mut Xml, out: &mut Vec<Block>) -> Result<(), ReadError> {
    const RUNNING: [&str; 6] = [
        "header",
        "footer",
        "header-left",
        "footer-left",
        "header-first",
        "footer-first",
    ];
    while let Some(tag) = xml.open()? {
        if tag.name() != "master-page" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.open()? {
            if RUNNING.contains(&tag.name()) {
                story.blocks(xml, out)?;
            } else {
                xml.skip()?;
            }
        }
    }
    Ok(())
}
