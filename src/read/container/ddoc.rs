//! DDOC, Estonia's container before 2015: an XML file with the signed files in base64.

use super::{Opened, xades};
use crate::read::ReadError;
use crate::read::xml::{Xml, decode};

/// Opens a container.
pub fn open(bytes: &[u8]) -> Result<Opened, ReadError> {
    let source = decode(bytes)?;
    let mut xml = Xml::new(&source, "the container");
    let mut opened = Opened::default();
    xml.open()?; // SignedDoc
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "DataFile" => {
                let name = tag.attr("Filename").unwrap_or_default();
                let is_inside = tag.attr("ContentType").as_deref() == Some("EMBEDDED_BASE64");
                let text = xml.text()?;
                let content = match xades::base64(&text) {
                    Some(content) if is_inside && !content.is_empty() => Ok(content),
                    _ => Err(ReadError::Corrupt(
                        "its content is not in the container, or damaged. Get the file itself."
                            .into(),
                    )),
                };
                opened.members.push((name, content));
            }
            "Signature" => opened.signatures.extend(xades::signature(&mut xml)?),
            _ => xml.skip()?,
        }
    }
    Ok(opened)
}
