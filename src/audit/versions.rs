//! The history of each position: its records in the order in which they came into force.

use std::collections::BTreeMap;

use super::Audit;
use super::position::{Identity, identity, turns};
use crate::tables::table;

table! {
    /// One row for each version of a position's job description.
    "versions"
    pub struct Version {
        /// Key of the record.
        position_id: String,
        /// Key of the institution: its name in letters only.
        institution: String,
        /// Unit, as written.
        unit: Option<String>,
        /// Title, as written.
        title: String,
        /// Its turn among equal annexes of one order, from 1; 0 where it is the only one.
        turn: u32,
        /// Which version it is, from 1.
        version: u32,
        /// The first day in force, ISO 8601.
        in_force_from: Option<String>,
        /// The last day in force, ISO 8601; none while no end is known.
        in_force_to: Option<String>,
        /// Whether it is in force on the day of the audit.
        in_force: bool,
        /// Number of the act that approved it.
        act: Option<String>,
        /// Date of that act, ISO 8601.
        date: Option<String>,
        /// Number of the act that repeals it.
        repealed_by: Option<String>,
    }
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
            position_id: entry.position_id.clone(),
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
        }
    }
}
