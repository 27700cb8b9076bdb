//! PDF (ISO 32000): two engines, one kind of document.
//!
//! `hayro` reads first. `pdf-extract` reads what the first cannot, and by choice; it knows neither bold type nor most
//! ruling lines, and cannot tell hidden text. Neither bounds its time or memory fully: the worker process does.

mod assemble;
mod doubles;
mod extract;
mod fonts;
mod form_guard;
mod hayro;
mod letters;
mod page;
mod rules;
mod spaced;
mod words;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::diagnostic::Severity;
use crate::pipeline::PdfEngine;
use crate::read::{Document, ReadError};

use page::OverBudget;

/// Reads a PDF whose header stands within the first 1,024 bytes.
///
/// # Errors
/// [`ReadError::PasswordRequired`] where the empty password does not open it, [`ReadError::NoText`] where no page has
/// text, [`ReadError::Memory`] where a limit is reached, [`ReadError::Corrupt`] where it cannot be parsed.
pub fn read(bytes: &[u8], engine: PdfEngine) -> Result<Document, ReadError> {
    match engine {
        PdfEngine::Hayro => guarded(|| hayro::read(bytes)),
        PdfEngine::PdfExtract => guarded(|| extract::read(bytes)),
        PdfEngine::Auto => match guarded(|| hayro::read(bytes)) {
            Err(ReadError::Corrupt(reason)) => second(bytes, reason),
            other => other,
        },
    }
}

/// Tries the second engine; where it fails too, the first one's reason counts.
fn second(bytes: &[u8], reason: String) -> Result<Document, ReadError> {
    let Ok(mut document) = guarded(|| extract::read(bytes)) else {
        return Err(ReadError::Corrupt(reason));
    };
    let message = format!(
        "The first PDF reader failed ({}), so the second one was used, which knows neither bold type nor most \
         table lines. Compare the record with the document.",
        reason.trim_end_matches('.')
    );
    let finding = assemble::finding("pdf-engine-fallback", Severity::Info, message);
    document.findings.push(finding);
    Ok(document)
}

/// Turns a panic of an engine into an error. An engine that must be stopped half-way unwinds with [`OverBudget`].
fn guarded(read: impl FnOnce() -> Result<Document, ReadError>) -> Result<Document, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|payload| Err(failure(&*payload)))
}

fn failure(payload: &(dyn Any + Send)) -> ReadError {
    match payload.downcast_ref::<OverBudget>() {
        Some(OverBudget(limit)) => ReadError::Memory((*limit).to_owned()),
        None => ReadError::Corrupt(
            "its contents break the rules of PDF so that the reader gave up. Save it again from the program that \
             made it."
                .to_owned(),
        ),
    }
}

/// Whether a page's size can be right; PDF allows up to 14,400 points.
fn is_page_size(width: f32, height: f32) -> bool {
    let fits = |v: f32| v.is_finite() && v > 0.0 && f64::from(v) <= page::MAX_COORDINATE;
    fits(width) && fits(height)
}

/// The file from its header on: offsets count from there.
fn from_header(bytes: &[u8]) -> &[u8] {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let start = head.windows(5).position(|w| w == b"%PDF-").unwrap_or(0);
    bytes.get(start..).unwrap_or_default()
}

/// What to say about a file that no engine can parse.
const NOT_PARSED: &str =
    "it is damaged or incomplete. Get it again, or save it again from the program that made it.";
