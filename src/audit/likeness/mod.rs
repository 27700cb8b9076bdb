//! Which documents of a collection are alike, without comparing all pairs.
//!
//! ```text
//! record ─sketch→ Sketch ─near→ Groups of near-duplicates
//!                        ─standard→ standard wordings and drifts
//!                        ─shared→ clauses that several documents have
//! ```
//!
//! A sketch is made of one record alone. Its signature is the same from release to release, so that signatures of different
//! runs can be compared, and a distributed engine can group them.

pub mod differ;
pub mod fold;
pub mod near;
pub(super) mod rows;
pub mod shared;
pub mod signature;
pub mod sketch;
pub mod standard;

use std::collections::BTreeMap;

pub use differ::Differing;
pub use near::Group;
pub use rows::{Cluster, DriftRow, SharedClause, StandardRow};
pub use shared::Shared;
pub use signature::Signature;
pub use sketch::{Clause, Sketch};
pub use standard::{Drift, Standard};

use super::Entry;

/// What is alike in a collection. Records are numbers of its entries.
#[derive(Clone, Debug, Default)]
pub struct Likeness {
    /// Near-duplicates.
    pub groups: Vec<Group>,
    /// Standard wordings, by institution and template.
    pub families: Vec<Family>,
}

/// The documents of an institution on one template.
#[derive(Clone, Debug)]
pub struct Family {
    /// The institution, as a key.
    pub institution: String,
    /// Name of the pack that fitted them.
    pub grammar: String,
    /// Its records; [`Drift::document`] counts in here.
    pub records: Vec<u32>,
    /// Clauses that nearly all of them have.
    pub standards: Vec<Standard>,
    /// Clauses that differ from those.
    pub drifts: Vec<Drift>,
}

impl Likeness {
    /// Finds what is alike among some of the entries. `institutions` has the key of each entry's institution.
    pub fn of(entries: &[Entry], institutions: &[String], records: &[u32]) -> Self {
        let mut groups = near::near(&sketches(entries, records));
        for group in &mut groups {
            for (document, _) in &mut group.documents {
                *document = records[*document as usize];
            }
        }
        let mut families: BTreeMap<(&str, &str), Vec<u32>> = BTreeMap::new();
        for &record in records {
            let institution = institutions[record as usize].as_str();
            let grammar = entries[record as usize].template.grammar.as_str();
            let family = families.entry((institution, grammar)).or_default();
            family.push(record);
        }
        let family = |((institution, grammar), records): ((&str, &str), Vec<u32>)| {
            let (standards, drifts) = standard::standard(&sketches(entries, &records));
            Family {
                institution: institution.to_owned(),
                grammar: grammar.to_owned(),
                records,
                standards,
                drifts,
            }
        };
        Self {
            groups,
            families: families.into_iter().map(family).collect(),
        }
    }
}

/// The sketches of records.
fn sketches<'a>(entries: &'a [Entry], records: &[u32]) -> Vec<&'a Sketch> {
    let all = records.iter();
    all.map(|&r| &entries[r as usize].sketch).collect()
}
