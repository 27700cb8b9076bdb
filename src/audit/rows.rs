//! The audit's tables: what records say of each other, and how each name was understood.

use super::graph::{Organisation, Reference};
use super::matcher::How;
use super::matcher::resolve::{Evidence, Meaning};
use super::{Audit, Position};
use crate::tables::table;

table! {
    /// One row for each relation between two positions that a record states.
    "edges"
    pub struct Edge {
        /// Key of the record that says it.
        position_id: String,
        /// Key of the institution: its name in letters only.
        institution: String,
        /// Title of the position.
        title: String,
        /// Its unit.
        unit: Option<String>,
        /// "reports-to", "substituted-by", "substitutes" or "has-subordinate".
        relation: &'static str,
        /// Key of the first record of the other position.
        to_position_id: String,
        /// Its title.
        to_title: String,
        /// Its unit.
        to_unit: Option<String>,
        /// JSON Pointer of the wording in the record that says it.
        pointer: String,
        /// The wording.
        text: String,
        /// How it was matched: "exact", a case such as "genitive" or "allative plural", or "slip of 1".
        how: String,
    }
}

table! {
    /// One row for each name that did not match one position by its letters.
    "matches"
    pub struct Match {
        /// Key of the record.
        position_id: String,
        /// Key of the institution: its name in letters only.
        institution: String,
        /// JSON Pointer of the name in the record.
        pointer: String,
        /// The name, as written.
        text: String,
        /// "matched", "ambiguous", "unknown", "itself", "no-position" or "office".
        result: &'static str,
        /// How it was matched: a case such as "genitive", or "slip of 1".
        how: Option<String>,
        /// What decided the unit: "named-unit", "own-unit", "without-unit" or "institution".
        unit_by: Option<String>,
        /// The positions that it means, or may mean.
        positions: Vec<String>,
    }
}

/// The table of relations that are sure.
pub fn edges(audit: &Audit) -> impl Iterator<Item = Edge> {
    let all = audit.organisations.iter();
    all.flat_map(move |o| o.references.iter().flat_map(move |r| edges_of(audit, o, r)))
}

fn edges_of<'a>(
    audit: &'a Audit,
    organisation: &'a Organisation,
    reference: &'a Reference,
) -> impl Iterator<Item = Edge> + 'a {
    let (targets, evidence) = reference.targets();
    let entries = &audit.collection.entries;
    let positions = &organisation.institution.positions;
    let from = &positions[reference.from as usize];
    targets.iter().filter_map(move |&target| {
        let to = &positions[target as usize];
        let first = *to.records.first()?;
        Some(Edge {
            position_id: entries[reference.record as usize].position_id.clone(),
            institution: organisation.institution.key.clone(),
            title: from.title.clone(),
            unit: from.unit.clone(),
            relation: reference.relation.name(),
            to_position_id: entries[first as usize].position_id.clone(),
            to_title: to.title.clone(),
            to_unit: to.unit.clone(),
            pointer: reference.pointer(),
            text: reference.text.clone(),
            how: how(evidence?.how),
        })
    })
}

/// The table of names that did not match exactly one position by their letters.
pub fn matches(audit: &Audit) -> impl Iterator<Item = Match> {
    let all = audit.organisations.iter();
    all.flat_map(move |o| {
        o.references
            .iter()
            .filter_map(move |r| match_of(audit, o, r))
    })
}

fn match_of(audit: &Audit, organisation: &Organisation, reference: &Reference) -> Option<Match> {
    if matches!(&reference.meaning, Meaning::One(_, e) if e.how == How::Exact) {
        return None;
    }
    let (result, evidence) = outcome(reference);
    let positions = &organisation.institution.positions;
    let named = reference.candidates().iter();
    let entry = &audit.collection.entries[reference.record as usize];
    Some(Match {
        position_id: entry.position_id.clone(),
        institution: organisation.institution.key.clone(),
        pointer: reference.pointer(),
        text: reference.text.clone(),
        result,
        how: evidence.map(|e| how(e.how)),
        unit_by: evidence.map(|e| e.scope.name().to_owned()),
        positions: named.map(|&p| positions[p as usize].label()).collect(),
    })
}

impl Position {
    /// Its name for messages: "nõustaja (lapsed), taastusteenuste talitus".
    pub fn label(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{}, {unit}", self.title),
            None => self.title.clone(),
        }
    }
}

/// What came of a name, and how: [`Match::result`] and its evidence.
pub(super) fn outcome(reference: &Reference) -> (&'static str, Option<&Evidence>) {
    match &reference.meaning {
        Meaning::One(_, e) => ("matched", Some(e)),
        Meaning::Several(_, e) if e.how.is_plural() => ("matched", Some(e)),
        Meaning::Several(_, e) => ("ambiguous", Some(e)),
        Meaning::Itself => ("itself", None),
        Meaning::OwnManager | Meaning::NoPosition => ("no-position", None),
        Meaning::Office => ("office", None),
        Meaning::Unknown => ("unknown", None),
    }
}

/// How a title met, in words.
pub(super) fn how(how: How) -> String {
    match how {
        How::Exact => "exact".to_owned(),
        How::Form {
            case,
            plural: false,
        } => case.name().to_owned(),
        How::Form { case, plural: true } => format!("{} plural", case.name()),
        How::Slip { distance, .. } => format!("slip of {distance}"),
    }
}
