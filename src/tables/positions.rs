//! The table of positions.

use super::table;
use crate::diagnostic::Severity;
use crate::record::Record;

table! {
    /// One row for each record.
    "positions"
    pub struct Position {
        /// Key of the record: its file's path in the output folder without ".json".
        position_id: String,
        /// Path of the document.
        path: String,
        /// SHA-256 of the document's bytes, in hexadecimal.
        sha256: String,
        /// Format of the document: txt, pdf …
        format: String,
        /// Number of the record within its document, from 1, where the document holds several.
        part: Option<u32>,
        /// What the document calls that part ("Lisa 3").
        part_label: Option<String>,
        /// Name of the grammar pack that fitted best.
        grammar: String,
        /// How well it fits, 0 to 1.
        confidence: f32,
        /// Employer.
        institution: Option<String>,
        /// Job title, as written.
        job_title: Option<String>,
        /// Structural unit, as written.
        unit: Option<String>,
        /// Place of work.
        location: Option<String>,
        /// Whom the position reports to.
        manager: Vec<String>,
        /// Who substitutes the holder.
        substituted_by: Vec<String>,
        /// Whom the holder substitutes.
        substitutes: Vec<String>,
        /// Who reports to the holder.
        subordinates: Vec<String>,
        /// Purpose of the position.
        purpose: Option<String>,
        /// Who approved the document, as written.
        approved_by: Option<String>,
        /// Kind of the approving act, as written.
        approval_act: Option<String>,
        /// Number of that act.
        approval_number: Option<String>,
        /// Date of that act, ISO 8601, as far as the document gives it.
        approval_date: Option<String>,
        /// Whether the document is signed digitally, or says so.
        signed_digitally: bool,
        /// Who signed.
        signer: Option<String>,
        /// The signer's office.
        signer_title: Option<String>,
        /// Date of signature, ISO 8601.
        signature_date: Option<String>,
        /// Unfilled template fields, as written.
        placeholders: Vec<String>,
        /// Number of rows in "duties".
        duties: u32 => "duties",
        /// Number of rows in "requirements".
        requirements: u32 => "requirements",
        /// Number of rows in "clauses".
        clauses: u32 => "clauses",
        /// Number of rows in "diagnostics".
        diagnostics: u32 => "diagnostics",
        /// Number of findings of severity error.
        errors: u32,
        /// Number of findings of severity warning.
        warnings: u32,
        /// Share of the document's characters that belong to no field, label or page furniture, 0 to 1.
        unrecognised_share: f32,
    }
}

impl Position {
    /// The row of a record. `rows` are the numbers of its rows in duties, requirements, clauses and diagnostics.
    pub fn of(id: &str, record: &Record, rows: [usize; 4]) -> Self {
        let (source, general) = (&record.source, &record.general);
        let approval = record.approval.clone().unwrap_or_default();
        let signature = record.signature.clone().unwrap_or_default();
        let part = source.part.as_ref();
        let count = |severity| {
            let all = record.diagnostics.iter();
            number(all.filter(|d| d.severity == severity).count())
        };
        let [duties, requirements, clauses, diagnostics] = rows.map(number);
        let coverage = record.coverage;
        Position {
            position_id: id.to_owned(),
            path: source.path.clone(),
            sha256: source.sha256.clone(),
            format: source.format.clone(),
            part: part.map(|p| p.index),
            part_label: part.and_then(|p| p.label.clone()),
            grammar: record.grammar.name.clone(),
            confidence: record.grammar.confidence,
            institution: general.institution.clone(),
            job_title: general.job_title.clone(),
            unit: general.unit.clone(),
            location: general.location.clone(),
            manager: general.manager.clone(),
            substituted_by: general.substituted_by.clone(),
            substitutes: general.substitutes.clone(),
            subordinates: general.subordinates.clone(),
            purpose: record.purpose.clone(),
            approved_by: approval.by,
            approval_act: approval.act,
            approval_number: approval.number,
            approval_date: approval.date,
            signed_digitally: signature.digital,
            signer: signature.signer,
            signer_title: signature.signer_title,
            signature_date: signature.date,
            placeholders: signature.placeholders,
            duties,
            requirements,
            clauses,
            diagnostics,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            unrecognised_share: coverage.unrecognised as f32 / coverage.characters.max(1) as f32,
        }
    }
}

/// A count as a cell. A record has at most 64 MiB, so it always fits.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
