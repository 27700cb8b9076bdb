//! Likeness as tables.

use super::differ::{Differing, differing, differing_clauses};
use super::{Family, shared, sketches};
use crate::audit::Audit;
use crate::tables::table;

table! {
    /// One row for each document of a cluster of near-duplicates.
    "clusters"
    pub struct Cluster {
        /// Key of the record.
        position_id: String,
        /// The cluster: key of its first record.
        cluster_id: String,
        /// Employer, as written.
        institution: Option<String>,
        /// Structural unit, as written.
        unit: Option<String>,
        /// Job title, as written.
        job_title: Option<String>,
        /// Likeness to the first record, 0 to 1: three-word sequences in common, by all that either has.
        likeness: f32,
        /// Words, and whole clauses, that this record has and the first has not.
        only_here: Vec<String>,
        /// Words, and whole clauses, that the first has and this record has not.
        only_in_first: Vec<String>,
    }
}

table! {
    /// One row for each clause that several documents have; case, spacing and punctuation do not count.
    "shared_clauses"
    pub struct SharedClause {
        /// Key of the first record that has it.
        position_id: String,
        /// JSON Pointer of the clause in that record.
        pointer: String,
        /// Section that it stands in.
        section: &'static str,
        /// As the first record has it.
        text: String,
        /// Number of documents that have it.
        documents: u32,
        /// Number of institutions that have it.
        institutions: u32,
    }
}

table! {
    /// One row for each clause that nearly all documents of an institution on one template have.
    "standards"
    pub struct StandardRow {
        /// Key of the institution: its name in letters only.
        institution: String,
        /// Template: name of the grammar pack.
        grammar: String,
        /// Section that it stands in.
        section: &'static str,
        /// Its standard wording.
        text: String,
        /// Number of documents that have it.
        having: u32,
        /// Number of documents with that section.
        documents: u32,
        /// Number of documents that drift from it.
        drifts: u32,
    }
}

table! {
    /// One row for each clause that differs from the standard wording.
    "drifts"
    pub struct DriftRow {
        /// Key of the record.
        position_id: String,
        /// JSON Pointer of the clause in the record.
        pointer: String,
        /// Key of the institution: its name in letters only.
        institution: String,
        /// Template: name of the grammar pack.
        grammar: String,
        /// Section that it stands in.
        section: &'static str,
        /// The clause, as written.
        text: String,
        /// The standard wording.
        standard: String,
        /// Words that only the clause has.
        only_here: Vec<String>,
        /// Words that only the standard wording has.
        only_in_standard: Vec<String>,
    }
}

/// The table of clusters.
pub fn clusters(audit: &Audit) -> impl Iterator<Item = Cluster> {
    audit.likeness.groups.iter().flat_map(move |group| {
        let first = group.documents.first().map_or(0, |d| d.0);
        let first = &audit.collection.entries[first as usize];
        group.documents.iter().map(move |&(record, likeness)| {
            let entry = &audit.collection.entries[record as usize];
            let Differing {
                only_first,
                only_second,
            } = differing_clauses(&first.sketch, &entry.sketch);
            Cluster {
                position_id: entry.position_id.clone(),
                cluster_id: first.position_id.clone(),
                institution: entry.institution.clone(),
                unit: entry.unit.clone(),
                job_title: entry.title.clone(),
                likeness,
                only_here: only_second,
                only_in_first: only_first,
            }
        })
    })
}

/// The table of clauses that several documents have, most frequent first.
pub fn shared_clauses(audit: &Audit) -> impl Iterator<Item = SharedClause> {
    let entries = &audit.collection.entries;
    let shared = shared::shared(&sketches(entries, &audit.records));
    shared.into_iter().map(move |clause| {
        let records = clause.documents.iter().map(|&d| audit.records[d as usize]);
        let mut of: Vec<&str> = records
            .clone()
            .map(|r| audit.institutions[r as usize].as_str())
            .collect();
        of.sort_unstable();
        of.dedup();
        let first = records.clone().next().unwrap_or_default();
        SharedClause {
            position_id: entries[first as usize].position_id.clone(),
            pointer: clause.pointer,
            section: clause.section.name(),
            text: clause.text,
            documents: number(clause.documents.len()),
            institutions: number(of.len()),
        }
    })
}

/// The table of standard wordings.
pub fn standards(audit: &Audit) -> impl Iterator<Item = StandardRow> {
    audit.likeness.families.iter().flat_map(|family| {
        let mut drifts = vec![0; family.standards.len()];
        for drift in &family.drifts {
            drifts[drift.standard] += 1;
        }
        let all = family.standards.iter().zip(drifts);
        all.map(|(standard, drifts)| StandardRow {
            institution: family.institution.clone(),
            grammar: family.grammar.clone(),
            section: standard.section.name(),
            text: standard.text.clone(),
            having: number(standard.having),
            documents: number(standard.documents),
            drifts,
        })
    })
}

/// The table of drifts.
pub fn drifts(audit: &Audit) -> impl Iterator<Item = DriftRow> {
    let of = move |family: &Family, drift: &super::Drift| {
        let standard = &family.standards[drift.standard];
        let record = family.records[drift.document];
        let differing = differing(&drift.text, &standard.text);
        DriftRow {
            position_id: audit.collection.entries[record as usize]
                .position_id
                .clone(),
            pointer: drift.pointer.clone(),
            institution: family.institution.clone(),
            grammar: family.grammar.clone(),
            section: standard.section.name(),
            text: drift.text.clone(),
            standard: standard.text.clone(),
            only_here: differing.only_first,
            only_in_standard: differing.only_second,
        }
    };
    let families = audit.likeness.families.iter();
    families.flat_map(move |family| family.drifts.iter().map(move |drift| of(family, drift)))
}

/// A count as a cell. A collection has fewer clauses than that.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
