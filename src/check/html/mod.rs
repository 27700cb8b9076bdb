//! The report as one page that works by itself: charts, a list, and each document beside its record.
//!
//! What the page needs at once (documents, findings, words) stands in it as JSON; a document's source and record are packed
//! and opened when somebody looks at them, so that a page of thousands opens quickly.

mod index;

use std::io;

use serde::Serialize;

use super::{Document, Excerpt, Finding, Report};
use crate::diagnostic::Place;
use crate::html::{Block, Page};
use crate::language::Language;
use crate::read::View;
use crate::record::Record;

const BODY: &str = include_str!("body.html");
const STYLE: &str = include_str!("style.css");
const SCRIPTS: &[&str] = &[
    include_str!("data.js"),
    include_str!("overview.js"),
    include_str!("list.js"),
    include_str!("fields.js"),
    include_str!("source.js"),
    include_str!("document.js"),
    include_str!("main.js"),
];
const ENGLISH: &str = include_str!("strings.en.json");
const ESTONIAN: &str = include_str!("strings.et.json");

/// What the page opens when somebody looks at a document.
#[derive(Serialize)]
struct Detail<'a> {
    view: Option<&'a View>,
    record: Option<&'a Record>,
    findings: Vec<DetailFinding<'a>>,
}

/// What the list of findings does not show.
#[derive(Serialize)]
struct DetailFinding<'a> {
    at: &'a [Place],
    pointer: Option<&'a str>,
    excerpt: Option<&'a Excerpt>,
}

/// Writes the page. Documents whose view and record are missing are listed with their findings only.
///
/// # Errors
/// What the writer says.
pub fn write(report: &Report, language: Language, out: &mut impl io::Write) -> io::Result<()> {
    let words = match language {
        Language::En => ENGLISH,
        Language::Et => ESTONIAN,
    };
    let mut blocks = vec![Block::json("index", &index::Index::of(report, language))?];
    for (number, document) in report.documents.iter().enumerate() {
        if is_packed(document) {
            blocks.push(Block::packed(&format!("d{number}"), &detail(document))?);
        }
    }
    let page = Page {
        language: language.code(),
        words,
        body: BODY,
        styles: &[STYLE],
        scripts: SCRIPTS,
        blocks: &blocks,
    };
    page.write(out)
}

/// Whether there is more of the document than the list shows.
fn is_packed(document: &Document) -> bool {
    document.view.is_some() || document.record.is_some() || !document.findings.is_empty()
}

fn detail(document: &Document) -> Detail<'_> {
    Detail {
        view: document.view.as_ref(),
        record: document.record.as_ref(),
        findings: document.findings.iter().map(finding).collect(),
    }
}

fn finding(finding: &Finding) -> DetailFinding<'_> {
    DetailFinding {
        at: &finding.at,
        pointer: finding.pointer.as_deref(),
        excerpt: finding.excerpt.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::worker::protocol::Status;
    use serde_json::{Map, Value};

    fn report() -> Report {
        let finding = Finding {
            code: Some("D201".into()),
            rule: "duty-without-result".into(),
            severity: Severity::Warning,
            message: "This duty has no expected result.".into(),
            message_et: "Sellel ülesandel puudub tulemus.".into(),
            at: vec![Place::Lines {
                line_from: 1,
                line_to: 1,
            }],
            pointer: None,
            excerpt: Some(Excerpt {
                text: "1. Koostab </script> aruande".into(),
                from: 3,
                to: 20,
                line: Some(1),
            }),
            fingerprint: String::new(),
        };
        Report::new(vec![Document {
            path: "a/b.txt".into(),
            part: None,
            status: Status::Ok,
            message: String::new(),
            message_et: String::new(),
            title: Some("Laohoidja".into()),
            institution: None,
            unit: None,
            findings: vec![finding],
            view: Some(View::Text {
                lines: vec!["1. Koostab </script> aruande".into()],
            }),
            record: None,
            fixes: Vec::new(),
        }])
    }

    fn page(language: Language) -> String {
        let mut out = Vec::new();
        write(&report(), language, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn both_languages_have_the_same_sentences() {
        let keys = |text: &str| {
            let words: Map<String, Value> = serde_json::from_str(text).unwrap();
            words.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(keys(ENGLISH), keys(ESTONIAN));
    }

    #[test]
    fn scripts_and_skeleton_use_sentences_that_exist() {
        let words: Map<String, Value> = serde_json::from_str(ENGLISH).unwrap();
        let keys = crate::html::used_sentences(SCRIPTS, BODY);
        assert!(keys.len() > 40, "{keys:?}");
        for key in keys {
            assert!(words.contains_key(&key), "{key}");
        }
    }

    #[test]
    fn findings_are_in_the_language_of_the_page() {
        let (en, et) = (page(Language::En), page(Language::Et));
        assert!(en.contains("This duty has no expected result.") && !en.contains("puudub tulemus"));
        assert!(et.contains("Sellel ülesandel puudub tulemus.") && !et.contains("This duty"));
        assert!(et.contains("<html lang=\"et\">"));
    }

    #[test]
    fn documents_cannot_end_the_script() {
        let page = page(Language::En);
        assert_eq!(
            page.matches("</script>").count(),
            page.matches("<script").count()
        );
    }
}
