//! The history of each position: its records in the order in which they came into force.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Audit;
use super::position::{Identity, identity, turns};

/// A version of a position's job description.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Version {
    /// Institution, as a key; see [`super::Institution::key`].
    pub institution: String,
    /// Unit, as written.
    pub unit: Option<String>,
    /// Title, as written.
    pub title: String,
    /// Its turn among equal annexes of one order, from 1; 0 where it is the only one.
    pub turn: u32,
    /// Which version it is, from 1.
    pub version: u32,
    /// The first day in force, ISO 8601.
    pub in_force_from: Option<String>,
    /// The last day in force; none while no end is known.
    pub in_force_to: Option<String>,
    /// Whether it is in force on the day of the audit.
    pub in_force: bool,
    /// Number of the act that approved it.
    pub act: Option<String>,
    /// Date of that act.
    pub date: Option<String>,
    /// Number of the act that repeals it.
    pub repealed_by: Option<String>,
    /// File of the record.
    pub file: String,
    /// Line in the file, where it holds several records.
    pub line: Option<u32>,
}

impl Audit {
    /// Every version of every position that has a title, ordered by institution, position and time.
    pub fn versions(&self) -> Vec<Version> {
        let mut groups: BTreeMap<(&str, Identity), Vec<u32>> = BTreeMap::new();
        for ((number, entry), institution) in
            (0..).zip(&self.collection.entries).zip(&self.institutions)
        {
            if let Some(identity) = identity(entry, &self.words) {
                groups
                    .entry((institution.as_str(), identity))
                    .or_default()
                    .push(number);
            }
        }
        let mut out = Vec::new();
        for group in groups.values() {
            for (turn, mut records) in turns(group, &self.collection.entries) {
                records.sort_by_key(|&r| (&self.spans[r as usize].from, r));
                let versions = (1..).zip(records);
                out.extend(versions.map(|(version, record)| self.version(record, turn, version)));
            }
        }
        out
    }

    fn version(&self, record: u32, turn: u32, version: u32) -> Version {
        let entry = &self.collection.entries[record as usize];
        let span = &self.spans[record as usize];
        let act = |r: u32| self.collection.entries[r as usize].approval.number.clone();
        Version {
            institution: self.institutions[record as usize].clone(),
            unit: entry.unit.clone(),
            title: entry.title.clone().unwrap_or_default(),
            turn,
            version,
            in_force_from: span.from.clone(),
            in_force_to: span.to(),
            in_force: span.holds(&self.as_of),
            act: entry.approval.number.clone(),
            date: entry.approval.date.clone(),
            repealed_by: span.repealed_by.and_then(act),
            file: entry.file.clone(),
            line: entry.line,
        }
    }
}
