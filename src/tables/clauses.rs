//! The table of clauses.

use super::table;
use crate::record::{Record, SectionKind};

table! {
    /// One row for each paragraph or list item of the sections that are neither duties nor requirements, and for each
    /// piece of text that was not recognised.
    "clauses"
    pub struct Clause {
        /// Key of the record.
        position_id: String => "positions",
        /// "general", "rights", "responsibilities", "tools", "amendment", "other" or "unrecognised".
        section: &'static str,
        /// Number of the section in the document.
        section_number: Option<String>,
        /// Heading of the section, as written.
        heading: Option<String>,
        /// As written.
        text: String,
        /// JSON Pointer of the text in the record.
        pointer: String,
    }
}

/// The rows of a record.
pub fn rows(id: &str, record: &Record) -> Vec<Clause> {
    let mut rows = Vec::new();
    let known: [(&'static str, SectionKind, &str, &[String]); 5] = [
        (
            "general",
            SectionKind::General,
            "/general/provisions",
            &record.general.provisions,
        ),
        ("rights", SectionKind::Rights, "/rights", &record.rights),
        (
            "responsibilities",
            SectionKind::Responsibilities,
            "/responsibilities",
            &record.responsibilities,
        ),
        ("tools", SectionKind::Tools, "/tools", &record.tools),
        (
            "amendment",
            SectionKind::Amendment,
            "/amendment",
            &record.amendment,
        ),
    ];
    for (section, kind, pointer, texts) in known {
        let found = record.sections.iter().find(|s| s.kind == kind);
        let model = Clause {
            section,
            section_number: found.and_then(|s| s.number.clone()),
            heading: found.map(|s| s.heading.clone()),
            ..Clause::default()
        };
        add(&mut rows, &model, pointer, texts);
    }
    for (i, other) in record.other_sections.iter().enumerate() {
        let model = Clause {
            section: "other",
            section_number: other.number.clone(),
            heading: Some(other.heading.clone()),
            ..Clause::default()
        };
        add(
            &mut rows,
            &model,
            &format!("/other_sections/{i}/text"),
            &other.text,
        );
    }
    for (i, unrecognised) in record.unrecognised.iter().enumerate() {
        rows.push(Clause {
            section: "unrecognised",
            text: unrecognised.text.clone(),
            pointer: format!("/unrecognised/{i}/text"),
            ..Clause::default()
        });
    }
    for row in &mut rows {
        row.position_id = id.to_owned();
    }
    rows
}

fn add(rows: &mut Vec<Clause>, model: &Clause, pointer: &str, texts: &[String]) {
    rows.extend(texts.iter().enumerate().map(|(i, text)| Clause {
        text: text.clone(),
        pointer: format!("{pointer}/{i}"),
        ..model.clone()
    }));
}
