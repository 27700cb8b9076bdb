//! Inputs, and pages, of which nothing could be read.

use super::fingerprint::fingerprint;
use super::report::Finding;
use crate::diagnostic::Severity;
use crate::rules;
use crate::worker::protocol::Status;

const NO_JOB_DESCRIPTION: &str = "not-a-job-description";
const NO_TEXT: &str = "no-text-layer";

/// What became of an input, in Estonian; empty if it was read in full.
pub fn estonian(status: Status) -> String {
    let text = match status {
        Status::Ok => "",
        Status::Partial => {
            "Osal lehekülgedest ei ole teksti ja neid ei loetud. Tuvasta neil tekst (OCR) ja proovi uuesti."
        }
        Status::NoText => {
            "Dokumendis ei ole teksti, näiteks on see skannitud. Tuvasta tekst (OCR) ja proovi uuesti."
        }
        Status::PasswordRequired => {
            "Dokument on parooliga kaitstud. Eemalda kaitse ja proovi uuesti."
        }
        Status::Unsupported => {
            "Seda vormingut ei loeta. Salvesta dokument PDF-, DOCX-, ODT- või tekstifailina."
        }
        Status::NotAJobDescription => "See ei ole ametijuhend. Jäta fail kontrollist välja.",
        Status::Corrupt => "Fail on rikutud ja seda ei saa lugeda. Hangi terve fail.",
        Status::Timeout => "Faili ei jõutud lubatud ajaga lugeda. Anna rohkem aega: --timeout.",
        Status::Memory => {
            "Fail ületas suuruse või mälu piiri. Anna rohkem mälu (--memory) või jaga fail osadeks."
        }
        Status::Crashed => {
            "Programm ebaõnnestus selle faili lugemisel. Palun teata sellest programmi autoritele."
        }
        Status::Io => {
            "Faili ei saanud avada või lugeda. Kontrolli, kas see on olemas ja kas sul on õigus seda lugeda."
        }
    };
    text.to_owned()
}

/// The finding that an input without a record is, where it is one of the catalogue.
pub fn finding(status: Status, message: &str) -> Option<Finding> {
    let rule = match status {
        Status::NotAJobDescription => NO_JOB_DESCRIPTION,
        Status::NoText => NO_TEXT,
        _ => return None,
    };
    Some(of_rule(rule, message.to_owned(), estonian(status), ""))
}

/// The finding that a page without text is.
pub fn page(number: u32) -> Finding {
    of_rule(
        NO_TEXT,
        format!(
            "Page {number} is a picture without text, and nothing was read of it. Run text recognition on it."
        ),
        format!(
            "Lehekülg {number} on tekstita pilt ja sellelt ei loetud midagi. Tuvasta sellel tekst (OCR)."
        ),
        &number.to_string(),
    )
}

fn of_rule(rule: &str, message: String, message_et: String, content: &str) -> Finding {
    Finding {
        code: rules::find(rule).map(|rule| rule.code.to_owned()),
        rule: rule.to_owned(),
        severity: Severity::Error,
        message,
        message_et,
        at: Vec::new(),
        pointer: None,
        excerpt: None,
        fingerprint: fingerprint(rule, None, content, 1),
    }
}
