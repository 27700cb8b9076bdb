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
pub mod force;
mod graph;
pub mod html;
mod institution;
pub mod likeness;
pub mod matcher;
mod mention;
pub(crate) mod name;
mod position;
pub mod profile;
pub mod report;
mod rows;
mod spelling;
pub mod tables;
mod versions;
mod words;

use crate::rules::{Finding, Rule, x6xx};

pub use collection::Collection;
pub use entry::{Demands, Entry, Template};
pub use force::Span;
pub use graph::{Organisation, Reference, Relation};
pub use likeness::Likeness;
pub use mention::Mention;
pub use position::{Institution, Position, Unit};
pub use rows::{Edge, Match, edges, matches};
pub use versions::Version;
pub use words::Words;

/// A collection, understood.
#[derive(Debug)]
pub struct Audit {
    /// The words by which it is understood.
    pub words: Words,
    /// What was read.
    pub collection: Collection,
    /// The day on which it is looked at, ISO 8601.
    pub as_of: String,
    /// When each record is in force.
    pub spans: Vec<Span>,
    /// The institution of each record, as a key.
    pub institutions: Vec<String>,
    /// Numbers of the records in force on that day: those that count.
    pub records: Vec<u32>,
    /// What is alike in them.
    pub likeness: Likeness,
    /// Its institutions with what is in force, ordered by name.
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
    x6xx::x603::check,
    x6xx::x604::check,
    x6xx::x605::check,
    x6xx::x606::check,
    x6xx::x607::check,
    x6xx::x608::check,
    x6xx::x609::check,
    x6xx::x610::check,
    x6xx::x611::check,
    x6xx::x612::check,
];

impl Audit {
    /// Understands a collection as it is on a day (ISO 8601). Only records in force on that day count.
    pub fn new(collection: Collection, as_of: &str, words: Words) -> Self {
        let institutions = institution::assign(&collection.entries, &words);
        let spans = force::spans(&collection.entries, &institutions);
        let in_force: Vec<bool> = spans.iter().map(|s| s.holds(as_of)).collect();
        let organisations = graph::organisations(&collection, &institutions, &in_force, &words);
        let records: Vec<u32> = (0..).zip(&in_force).filter(|r| *r.1).map(|r| r.0).collect();
        let likeness = Likeness::of(&collection.entries, &institutions, &records);
        Self {
            words,
            records,
            likeness,
            collection,
            as_of: as_of.to_owned(),
            spans,
            institutions,
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
