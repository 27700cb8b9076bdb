//! What an XAdES signature (ETSI EN 319 132-1) says of its signer. Read, not verified.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{ContainerSignature, der};
use crate::read::ReadError;
use crate::read::xml::{Xml, decode};

/// All signatures in a file of `META-INF`.
pub fn signatures(bytes: &[u8]) -> Result<Vec<ContainerSignature>, ReadError> {
    let source = decode(bytes)?;
    let mut found = Vec::new();
    collect(&mut Xml::new(&source, "a signature"), &mut found)?;
    Ok(found)
}

fn collect(xml: &mut Xml, found: &mut Vec<ContainerSignature>) -> Result<(), ReadError> {
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "Signature" => found.extend(signature(xml)?),
            _ => collect(xml, found)?,
        }
    }
    Ok(())
}

/// Reads the rest of `ds:Signature`; `None` if it names no signer.
pub fn signature(xml: &mut Xml) -> Result<Option<ContainerSignature>, ReadError> {
    let mut said = Said::default();
    said.read(xml)?;
    let role = Some(said.roles.join(", ")).filter(|r| !r.is_empty());
    let signer = said.certificate.or(said.subject);
    Ok(signer.map(|signer| ContainerSignature {
        signer,
        role,
        time: said.time,
    }))
}

/// What was found in a signature.
#[derive(Default)]
struct Said {
    /// The signer by the certificate, which is the first one that stands there.
    certificate: Option<String>,
    /// The signer by name.
    subject: Option<String>,
    roles: Vec<String>,
    time: Option<String>,
}

impl Said {
    fn read(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "X509Certificate" => {
                    let name = base64(&xml.text()?).and_then(|c| der::subject(&c));
                    self.certificate = self.certificate.take().or(name);
                }
                "X509SubjectName" => {
                    let name = common_name(&xml.text()?);
                    self.subject = self.subject.take().or(name);
                }
                "SigningTime" => {
                    let time = Some(xml.text()?.trim().to_owned()).filter(|t| !t.is_empty());
                    self.time = self.time.take().or(time);
                }
                "ClaimedRole" => {
                    let text = xml.text()?;
                    let role = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.roles.extend(Some(role).filter(|r| !r.is_empty()));
                }
                // Time stamps and revocation answers have signers of their own.
                "UnsignedProperties" => xml.skip()?,
                _ => self.read(xml)?,
            }
        }
        Ok(())
    }
}

/// "CN=…" of a distinguished name (RFC 4514).
fn common_name(name: &str) -> Option<String> {
    let value = name.split_once("CN=")?.1.trim_start_matches('"');
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            ',' | '+' | '"' | ';' => break,
            c => out.push(c),
        }
    }
    Some(der::person(out.trim())).filter(|n| !n.is_empty())
}

/// Decodes base64, over line ends.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let compact: String = text.split_whitespace().collect();
    STANDARD.decode(compact).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_certificate() {
        assert_eq!(
            common_name("C=EE, CN=MÄNNIK\\,MARI\\,47101010033, O=x"),
            Some("MARI MÄNNIK".into())
        );
        assert_eq!(common_name("CN=Amet"), Some("Amet".into()));
        assert_eq!(common_name("O=x"), None);
    }
}
