//! An institution, as the page shows it.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::audit::institution::NAMELESS;
use crate::audit::rows::{how, outcome};
use crate::audit::{Audit, Entry, Found, Organisation, Reference};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::record::EducationLevel;

/// An institution with its positions, records and findings. Numbers refer to the chapter's own lists.
#[derive(Debug, Default, Serialize)]
pub(super) struct Chapter<'a> {
    pub(super) name: Option<&'a str>,
    #[serde(skip)]
    pub(super) folder: Option<&'a str>,
    pub(super) units: Vec<&'a str>,
    pub(super) positions: Vec<PositionEntry<'a>>,
    references: Vec<ReferenceEntry<'a>>,
    pub(super) records: Vec<RecordEntry<'a>>,
    pub(super) findings: Vec<FindingEntry<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct PositionEntry<'a> {
    title: &'a str,
    unit: Option<&'a str>,
    /// Units around it, outermost first.
    path: &'a [u32],
    head: bool,
    records: Vec<usize>,
}

/// What a record says of another position.
#[derive(Debug, Serialize)]
struct ReferenceEntry<'a> {
    from: u32,
    relation: &'static str,
    record: usize,
    text: &'a str,
    /// As in [`crate::audit::Match::result`].
    result: &'static str,
    how: Option<String>,
    /// The positions that it means; those it may mean, if it is ambiguous.
    to: &'a [u32],
}

#[derive(Debug, Serialize)]
pub(super) struct RecordEntry<'a> {
    source: &'a str,
    part: Option<u32>,
    label: Option<&'a str>,
    title: Option<&'a str>,
    number: Option<&'a str>,
    date: Option<&'a str>,
    by: Option<&'a str>,
    education: Option<EducationLevel>,
    years: Option<f32>,
    management: Option<f32>,
    languages: &'a [(String, Option<String>)],
    template: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct FindingEntry<'a> {
    record: usize,
    rule: &'static str,
    pub(super) severity: Severity,
    message: &'a str,
    pointer: Option<&'a str>,
}

/// A chapter for each institution, and one without a name for findings about records that belong to none.
pub(super) fn all<'a>(
    audit: &'a Audit,
    findings: &'a [Found],
    language: Language,
) -> Vec<Chapter<'a>> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut homes: HashMap<u32, (usize, usize)> = HashMap::new();
    for (number, organisation) in audit.organisations.iter().enumerate() {
        let numbers = record_numbers(organisation);
        homes.extend((0..).zip(&numbers).map(|(at, &r)| (r, (number, at))));
        chapters.push(chapter(audit, organisation, &numbers));
    }
    for found in findings {
        let (chapter, record) = *homes
            .entry(found.record)
            .or_insert_with(|| homeless(&mut chapters, audit, found.record));
        chapters[chapter].findings.push(FindingEntry {
            record,
            rule: found.rule.code,
            severity: found.finding.severity.unwrap_or(found.rule.severity),
            message: language.of(&found.finding.en, &found.finding.et),
            pointer: found.finding.pointer.as_deref(),
        });
    }
    chapters
}

/// A place for a record that belongs to no position: the last chapter.
fn homeless<'a>(chapters: &mut Vec<Chapter<'a>>, audit: &'a Audit, number: u32) -> (usize, usize) {
    let at = audit.organisations.len();
    if chapters.len() == at {
        chapters.push(Chapter::default());
    }
    let records = &mut chapters[at].records;
    records.push(record(&audit.collection.entries[number as usize]));
    (at, records.len() - 1)
}

/// The institution's records, ascending.
fn record_numbers(organisation: &Organisation) -> Vec<u32> {
    let positions = organisation.institution.positions.iter();
    let mut numbers: Vec<u32> = positions.flat_map(|p| &p.records).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn chapter<'a>(audit: &'a Audit, organisation: &'a Organisation, numbers: &[u32]) -> Chapter<'a> {
    let entry = |number: &u32| &audit.collection.entries[*number as usize];
    let local = |number: &u32| numbers.binary_search(number).unwrap_or_default();
    let institution = &organisation.institution;
    Chapter {
        name: name(numbers.iter().map(entry)),
        folder: institution
            .key
            .strip_prefix(NAMELESS)
            .filter(|f| !f.is_empty()),
        units: institution.units.iter().map(|u| u.name.as_str()).collect(),
        positions: institution
            .positions
            .iter()
            .map(|p| PositionEntry {
                title: &p.title,
                unit: p.unit.as_deref(),
                path: &p.path,
                head: p.is_head,
                records: p.records.iter().map(local).collect(),
            })
            .collect(),
        references: organisation
            .references
            .iter()
            .map(|r| reference(r, local(&r.record)))
            .collect(),
        records: numbers.iter().map(|n| record(entry(n))).collect(),
        findings: Vec::new(),
    }
}

/// The institution's name, as most records write it.
fn name<'a>(entries: impl Iterator<Item = &'a Entry>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in entries.filter_map(|e| e.institution.as_deref()) {
        *counts.entry(name).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(name, _)| name)
}

fn reference(reference: &Reference, record: usize) -> ReferenceEntry<'_> {
    let (result, evidence) = outcome(reference);
    ReferenceEntry {
        from: reference.from,
        relation: reference.relation.name(),
        record,
        text: &reference.text,
        result,
        how: evidence.map(|e| how(e.how)),
        to: reference.candidates(),
    }
}

fn record(entry: &Entry) -> RecordEntry<'_> {
    let annex = entry.annex.as_ref();
    RecordEntry {
        source: &entry.source,
        part: annex.map(|(number, _)| *number),
        label: annex.and_then(|(_, label)| label.as_deref()),
        title: entry.title.as_deref(),
        number: entry.approval.number.as_deref(),
        date: entry.approval.date.as_deref(),
        by: entry.approval.by.as_deref(),
        education: entry.demands.education,
        years: entry.demands.years,
        management: entry.demands.management_years,
        languages: &entry.demands.languages,
        template: &entry.template.grammar,
    }
}
