//! What positions demand, by family.

use std::collections::BTreeMap;

use super::family::families;
use crate::audit::{Audit, Entry, Words};
use crate::tables::table;

table! {
    /// One row for each value of a demand in a family of positions.
    "demands"
    pub struct DemandRow {
        /// Family: the last word of the title ("spetsialist").
        family: String,
        /// "education", "years" or "management_years" (of experience), "language".
        demand: &'static str,
        /// The language, ISO 639-1.
        language: Option<String>,
        /// Level of education or language, or least number of years; null where a language is asked without a level.
        value: Option<String>,
        /// Number of documents of the family that demand it.
        documents: u32,
        /// Number of documents of the family.
        family_documents: u32,
        /// Share of the family's documents that demand it, 0 to 1.
        share: f32,
    }
}

/// What is demanded: the kind, the language, the value.
type Demand = (&'static str, Option<String>, Option<String>);

/// The table of demands, by family and demand.
pub fn demands(audit: &Audit, words: &Words) -> Vec<DemandRow> {
    let entries = &audit.collection.entries;
    let families = families(entries, words);
    let mut documents: BTreeMap<&str, u32> = BTreeMap::new();
    let mut counts: BTreeMap<(&str, Demand), u32> = BTreeMap::new();
    for &record in &audit.records {
        let Some(family) = families[record as usize].as_deref() else {
            continue;
        };
        *documents.entry(family).or_default() += 1;
        for demand in of(&entries[record as usize]) {
            *counts.entry((family, demand)).or_default() += 1;
        }
    }
    let row = |((family, (demand, language, value)), count): ((&str, Demand), u32)| DemandRow {
        family: family.to_owned(),
        demand,
        language,
        value,
        documents: count,
        family_documents: documents[family],
        share: count as f32 / documents[family] as f32,
    };
    counts.into_iter().map(row).collect()
}

fn of(entry: &Entry) -> Vec<Demand> {
    let demands = &entry.demands;
    let mut out: Vec<Demand> = Vec::new();
    let years = |y: f32| Some(y.to_string());
    out.extend(
        demands
            .education
            .map(|e| ("education", None, Some(e.name().to_owned()))),
    );
    out.extend(demands.years.map(|y| ("years", None, years(y))));
    out.extend(
        demands
            .management_years
            .map(|y| ("management_years", None, years(y))),
    );
    let languages = demands.languages.iter();
    out.extend(languages.map(|(l, level)| ("language", Some(l.clone()), level.clone())));
    out.sort();
    out.dedup();
    out
}
