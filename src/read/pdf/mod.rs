//! PDF (ISO 32000): two engines, one kind of document.
//!
//! `hayro` reads first. `pdf-extract` reads what the first cannot, and by choice; it knows neither bold type nor most
//! ruling lines, and cannot tell hidden text. Neither bounds its time or memory fully: the worker process does.

mod assemble;
mod cid_widths;
mod doubles;
mod extract;
mod fonts;
mod form_guard;
mod hayro;
mod letters;
mod merge;
mod page;
mod paths;
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
    let reason = reason.trim_end_matches('.');
    let en = format!(
        "The first PDF reader failed ({reason}), so the second one was used, which knows neither bold type nor most \
         table lines. Compare the record with the document."
    );
    let et = format!(
        "Esimene PDF-lugeja ei saanud failiga hakkama ({reason}), seega kasutati teist, mis ei tunne paksu kirja ega \
         enamikku tabelijooni. Võrrelge kirjet dokumendiga."
    );
    let finding = assemble::finding("pdf-engine-fallback", Severity::Info, en, et);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// One page with one word.
    fn pdf() -> Vec<u8> {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length 27>>stream\nBT /F 1 Tf 2 2 Td (a) Tj ET\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        ];
        let mut out = "%PDF-1.4\n".to_owned();
        let mut xref = "xref\n0 6\n0000000000 65535 f \n".to_owned();
        for (i, object) in objects.iter().enumerate() {
            xref += &format!("{:010} 00000 n \n", out.len());
            out += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
        }
        let start = out.len();
        out += &format!("{xref}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        out.into_bytes()
    }

    #[test]
    fn the_second_engine_is_reported() {
        let document = second(&pdf(), "it is odd.".to_owned()).expect("readable");
        assert_eq!(document.text, "a ");
        let finding = document.findings.last().expect("a finding");
        assert_eq!(finding.rule, "pdf-engine-fallback");
        assert!(
            finding.message.contains("(it is odd)"),
            "{}",
            finding.message
        );
    }

    #[test]
    fn where_the_second_engine_fails_too_the_first_reason_counts() {
        let error = second(b"nothing", "it is odd.".to_owned());
        assert_eq!(
            error.err(),
            Some(ReadError::Corrupt("it is odd.".to_owned()))
        );
    }

    #[test]
    fn panics_and_limits_become_errors() {
        let limit = guarded(|| std::panic::resume_unwind(Box::new(OverBudget("too much"))));
        assert_eq!(limit.err(), Some(ReadError::Memory("too much".to_owned())));
        let panic = guarded(|| std::panic::resume_unwind(Box::new("index out of bounds")));
        assert!(matches!(panic, Err(ReadError::Corrupt(_))));
    }
}
