//! The audit's tables: what records say of each other, and how each name was understood.

use serde::Serialize;

use super::graph::{Organisation, Reference};
use super::matcher::How;
use super::matcher::resolve::{Evidence, Meaning};
use super::{Audit, Position};

/// A relation between two positions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edge {
    /// Institution, as a key; see [`super::Institution::key`].
    pub institution: String,
    /// Position whose record says it: its number within the institution.
    pub from: u32,
    /// Its title.
    pub from_title: String,
    /// Its unit.
    pub from_unit: Option<String>,
    /// "reports-to", "substituted-by", "substitutes" or "has-subordinate".
    pub relation: &'static str,
    /// The other position.
    pub to: u32,
    /// Its title.
    pub to_title: String,
    /// Its unit.
    pub to_unit: Option<String>,
    /// File of the record that says it.
    pub file: String,
    /// JSON Pointer of the wording in that record.
    pub pointer: String,
    /// The wording.
    pub text: String,
    /// How it was matched: "exact", "genitive", "allative plural", "slip of 1".
    pub how: String,
}

/// A name that did not match exactly, with what it was taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Match {
    /// Institution, as a key.
    pub institution: String,
    /// File of the record.
    pub file: String,
    /// JSON Pointer of the name.
    pub pointer: String,
    /// The name, as written.
    pub text: String,
    /// "matched", "ambiguous", "unknown", "itself", "no-position" or "office".
    pub result: &'static str,
    /// How it was matched.
    pub how: Option<String>,
    /// What decided the unit: "named-unit", "own-unit", "without-unit" or "institution".
    pub unit_by: Option<&'static str>,
    /// The positions that it means, or may mean.
    pub positions: Vec<String>,
}

impl Audit {
    /// Every relation that is sure.
    pub fn edges(&self) -> Vec<Edge> {
        let all = self.organisations.iter();
        all.flat_map(|o| o.references.iter().flat_map(move |r| self.edges_of(o, r)))
            .collect()
    }

    fn edges_of<'a>(
        &'a self,
        organisation: &'a Organisation,
        reference: &'a Reference,
    ) -> impl Iterator<Item = Edge> + 'a {
        let (targets, evidence) = reference.targets();
        let positions = &organisation.institution.positions;
        let from = &positions[reference.from as usize];
        targets.iter().filter_map(move |&target| {
            let to = &positions[target as usize];
            Some(Edge {
                institution: organisation.institution.key.clone(),
                from: reference.from,
                from_title: from.title.clone(),
                from_unit: from.unit.clone(),
                relation: reference.relation.name(),
                to: target,
                to_title: to.title.clone(),
                to_unit: to.unit.clone(),
                file: self.collection.entries[reference.record as usize]
                    .file
                    .clone(),
                pointer: reference.pointer(),
                text: reference.text.clone(),
                how: how(evidence?.how),
            })
        })
    }

    /// Every name that did not match exactly one position by its letters.
    pub fn matches(&self) -> Vec<Match> {
        let all = self.organisations.iter();
        all.flat_map(|o| o.references.iter().filter_map(move |r| self.match_of(o, r)))
            .collect()
    }

    fn match_of(&self, organisation: &Organisation, reference: &Reference) -> Option<Match> {
        if matches!(&reference.meaning, Meaning::One(_, e) if e.how == How::Exact) {
            return None;
        }
        let (result, evidence) = outcome(reference);
        let positions = &organisation.institution.positions;
        let named = reference.candidates().iter();
        Some(Match {
            institution: organisation.institution.key.clone(),
            file: self.collection.entries[reference.record as usize]
                .file
                .clone(),
            pointer: reference.pointer(),
            text: reference.text.clone(),
            result,
            how: evidence.map(|e| how(e.how)),
            unit_by: evidence.map(|e| e.scope.name()),
            positions: named.map(|&p| positions[p as usize].label()).collect(),
        })
    }
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
