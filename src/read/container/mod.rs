//! Signed containers: ASiC and BDOC (ETSI EN 319 162-1), and the older DDOC. One document for each file inside that is
//! readable.
//!
//! Who signed, when and as what is taken from the signatures as they stand there. **Nothing is verified**: neither the
//! signature's value nor the certificate nor the files' digests. Verify with DigiDoc where that matters.

mod asic;
mod ddoc;
mod der;
mod xades;

use serde::{Deserialize, Serialize};

use super::{Document, ReadError, read_member};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::PdfEngine;

/// How deep containers are opened: a container, and containers in it.
const MAX_NESTING: usize = 2;

/// A signature of a container, as it says of itself; not verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerSignature {
    /// The signer by the certificate's subject: given name and surname as written there, else the common name. The
    /// personal code is left out.
    pub signer: String,
    /// The role or office that the signer claims.
    pub role: Option<String>,
    /// When it was signed, as the signer's computer says (`2024-03-05T10:11:12Z`).
    pub time: Option<String>,
}

/// What is in a container.
#[derive(Debug, Default)]
struct Opened {
    /// Files by name, in the container's order, or why one cannot be had.
    members: Vec<(String, Result<Vec<u8>, ReadError>)>,
    signatures: Vec<ContainerSignature>,
    /// Signatures that cannot be read.
    trouble: Vec<(String, ReadError)>,
}

/// Reads all documents in a container. Files that cannot be read are reported as findings of those that can.
///
/// # Errors
/// `Corrupt` or `Memory` if the container itself cannot be opened; if none of its files can be read, the first error of
/// them; `NoText` if there are no files.
pub fn read(bytes: &[u8], engine: PdfEngine, nesting: usize) -> Result<Vec<Document>, ReadError> {
    if nesting >= MAX_NESTING {
        let reason = "containers lie in each other too deeply. Take the documents out and run again on them.";
        return Err(ReadError::Memory(reason.into()));
    }
    let opened = if bytes.starts_with(b"PK") {
        asic::open(bytes)?
    } else {
        ddoc::open(bytes)?
    };
    let (mut documents, mut unread) = (Vec::new(), Vec::new());
    for (name, content) in opened.members {
        match content.and_then(|c| read_member(&c, engine, nesting + 1)) {
            Ok(found) => documents.extend(found.into_iter().map(|d| within(d, &name))),
            Err(error) => unread.push((name, error)),
        }
    }
    if documents.is_empty() {
        return Err(first_reason(unread));
    }
    unread.extend(opened.trouble);
    for document in &mut documents {
        document
            .signatures
            .extend(opened.signatures.iter().cloned());
        document
            .findings
            .extend(unread.iter().map(|(name, error)| finding(name, error)));
    }
    Ok(documents)
}

fn within(mut document: Document, name: &str) -> Document {
    document.member = Some(match document.member {
        Some(inner) => format!("{name}/{inner}"),
        None => name.to_owned(),
    });
    document
}

/// The error that says most: one of a document rather than that a picture is no document.
fn first_reason(unread: Vec<(String, ReadError)>) -> ReadError {
    let is_document = |e: &ReadError| !matches!(e, ReadError::Unsupported(_));
    let best = unread.iter().position(|(_, e)| is_document(e)).unwrap_or(0);
    match unread.into_iter().nth(best) {
        Some((_, error)) => error,
        None => ReadError::NoText("the signed container holds no files.".into()),
    }
}

fn finding(name: &str, error: &ReadError) -> Diagnostic {
    Diagnostic {
        rule: "member-unread".to_owned(),
        severity: Severity::Warning,
        message: format!("The file {name:?} in the same container was not read. {error}"),
        message_et: format!("Samas konteineris olev fail {name:?} jäi lugemata. {error}"),
        at: Vec::new(),
        pointer: None,
    }
}

#[cfg(test)]
mod tests;
