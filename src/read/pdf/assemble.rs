//! Pages to a [`Document`]: which text counts, and what has to be reported.

use super::page::PageContent;
use super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::read::{Document, Format, Metric, Page, ReadError};

/// A page of which more than this share of the glyphs has no Unicode value counts as one without text.
const MAX_UNMAPPED: f32 = 0.3;

/// A document under construction.
pub(super) struct Assembly {
    document: Document,
    /// Glyphs without a Unicode value on pages that are kept.
    unmapped: usize,
    /// Pages left out because too few glyphs have a Unicode value.
    damaged: Vec<u32>,
    /// Characters of hidden text beside visible text.
    hidden: usize,
}

impl Assembly {
    /// An empty document.
    pub(super) fn new() -> Self {
        Assembly {
            document: Document {
                format: Format::Pdf,
                metric: Metric::Points,
                text: String::new(),
                words: Vec::new(),
                pages: Vec::new(),
                encoding: None,
                flow: Vec::new(),
                running: Vec::new(),
                pages_without_text: Vec::new(),
                findings: Vec::new(),
                member: None,
                signatures: Vec::new(),
            },
            unmapped: 0,
            damaged: Vec::new(),
            hidden: 0,
        }
    }

    /// Adds a page. Hidden text counts only where nothing else is written: it is what text recognition found in a scan.
    pub(super) fn push(&mut self, page: PageContent) {
        let has_picture = page.has_picture();
        let glyphs = match page.visible.shows() {
            true => {
                self.hidden += page.hidden.shown();
                &page.visible
            }
            false => &page.hidden,
        };
        let first = self.document.words.len();
        let damaged = glyphs.unmapped as f32 > MAX_UNMAPPED * glyphs.shown() as f32;
        if damaged {
            self.damaged.push(page.number);
        } else {
            self.unmapped += glyphs.unmapped;
            words::append(glyphs, page.width, page.height, &mut self.document);
        }
        let end = self.document.words.len();
        if first == end && (damaged || has_picture) {
            self.document.pages_without_text.push(page.number);
        }
        self.document.pages.push(Page {
            number: page.number,
            width: page.width,
            height: page.height,
            words: first..end,
            rules: page.lines.finish(),
        });
    }

    /// The document with its findings, or why there is none.
    pub(super) fn finish(mut self) -> Result<Document, ReadError> {
        if self.document.words.is_empty() {
            return Err(ReadError::NoText(self.why_no_text()));
        }
        self.report_damage();
        if self.hidden > 0 {
            let en = format!(
                "{} characters are in the file but not painted on the page, and were left out. Compare the \
                 record with the document if something is missing.",
                self.hidden
            );
            let et = format!(
                "Failis on {} märki, mida lehele ei joonistata; need jäeti välja. Kui midagi on puudu, võrrelge kirjet \
                 dokumendiga.",
                self.hidden
            );
            self.report("hidden-text", en, et);
        }
        Ok(self.document)
    }

    fn why_no_text(&self) -> String {
        if !self.damaged.is_empty() {
            "its characters have no Unicode values. Make the PDF again from its source, or run text recognition \
             (OCR) on it."
        } else if !self.document.pages_without_text.is_empty() {
            "its pages hold only pictures. Run text recognition (OCR) on it first."
        } else {
            "its pages are empty. Check that it is the right file."
        }
        .to_owned()
    }

    fn report_damage(&mut self) {
        if !self.damaged.is_empty() {
            let pages: Vec<_> = self.damaged.iter().map(u32::to_string).collect();
            let pages = pages.join(", ");
            let en = format!(
                "Most characters on these pages have no Unicode value, and the pages were left out: {pages}. Make the \
                 PDF again from its source."
            );
            let et = format!(
                "Enamikul nende lehtede märkidest pole Unicode'i väärtust ja lehed jäeti välja: {pages}. Tehke PDF \
                 lähtefailist uuesti."
            );
            self.report("encoding-damage", en, et);
        }
        if self.unmapped > 0 {
            let en = format!(
                "{} characters have no Unicode value and are shown as \u{FFFD}. Make the PDF again from its \
                 source, or correct the record by hand.",
                self.unmapped
            );
            let et = format!(
                "{} märgil pole Unicode'i väärtust ja nende asemel on \u{FFFD}. Tehke PDF lähtefailist uuesti või \
                 parandage kirje käsitsi.",
                self.unmapped
            );
            self.report("encoding-damage", en, et);
        }
    }

    fn report(&mut self, rule: &str, en: String, et: String) {
        self.document
            .findings
            .push(finding(rule, Severity::Warning, en, et));
    }
}

/// A finding about the whole document.
pub(super) fn finding(rule: &str, severity: Severity, en: String, et: String) -> Diagnostic {
    Diagnostic {
        rule: rule.to_owned(),
        severity,
        message: en,
        message_et: et,
        at: Vec::new(),
        pointer: None,
    }
}
