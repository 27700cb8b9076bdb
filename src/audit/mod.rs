//! Audits a collection: whether records agree with each other.
//!
//! ```text
//! files ─collection→ Entries ─force→ those in force ─position→ Institutions ─graph→ Organisations ─checks→ findings
//! ```
//!
//! Institutions are looked at one after another; no finding joins two, except that the same position elsewhere may be in
//! another institution (X610).

pub mod collection;
mod entry;
mod graph;
pub mod html;
mod institution;
pub mod likeness;
pub mod matcher;
mod mention;
mod name;
mod position;
pub mod profile;
mod rows;
pub mod tables;
mod words;

use crate::rules::{Finding, Rule, x6xx};

pub use collection::Collection;
pub use entry::{Demands, Entry, Template};
pub use graph::{Organisation, Reference, Relation};
pub use likeness::Likeness;
pub use mention::Mention;
pub use position::{Institution, Position, Unit};
pub use rows::{Edge, Match};
pub use words::Words;

/// A collection, understood.
#[derive(Debug)]
pub struct Audit {
    /// What was read.
    pub collection: Collection,
    /// The institution of each record, as a key.
    pub institutions: Vec<String>,
    /// Numbers of the records that count.
    pub records: Vec<u32>,
    /// What is alike in them.
    pub likeness: Likeness,
    /// Its institutions, ordered by name.
    pub organisations: Vec<Organisation>,
}

/// A finding about one record.
#[derive(Clone, Debug)]
pub struct Found {
    /// Number of the record in the collection.
    pub record: u32,
    /// The rule.
    pub rule: &'static Rule,
    /// What was found.
    pub finding: Finding,
}

/// What looks for a rule's defects in a collection.
pub type Check = fn(&Audit, &mut Vec<Found>);

/// Every rule over a collection.
const CHECKS: &[Check] = &[
    x6xx::x601::check,
    x6xx::x602::check,
    x6xx::x608::check,
    x6xx::x609::check,
];

impl Audit {
    /// Understands a collection.
    pub fn new(collection: Collection, words: &Words) -> Self {
        let in_force = vec![true; collection.entries.len()];
        let organisations = graph::organisations(&collection, &in_force, words);
        let institutions = institution::assign(&collection.entries, words);
        let records: Vec<u32> = (0..).zip(&in_force).filter(|r| *r.1).map(|r| r.0).collect();
        let likeness = Likeness::of(&collection.entries, &institutions, &records);
        Self {
            records,
            institutions,
            likeness,
            collection,
            organisations,
        }
    }

    /// The findings of every rule, ordered by record and code.
    pub fn findings(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for check in CHECKS {
            check(self, &mut found);
        }
        found.sort_by(|a, b| {
            (a.record, a.rule.code, &a.finding.pointer).cmp(&(
                b.record,
                b.rule.code,
                &b.finding.pointer,
            ))
        });
        found
    }
}
