//! Fields: how often filled, how different, how large; and records that stand out.

use std::collections::BTreeMap;

use super::facts::{FIELDS, Fact};
use crate::audit::Audit;
use crate::tables::table;

/// An institution with fewer documents that fill a field tells too little of what is usual.
const LEAST: usize = 20;

/// Tukey's far fence: so many interquartile ranges beyond the quartiles.
const FAR: f32 = 3.0;

table! {
    /// One row for each field, over the whole collection and over each institution.
    "profile"
    pub struct FieldRow {
        /// Key of the institution: its name in letters only; null for the whole collection.
        institution: Option<String>,
        /// The field, named by where it stands in the record.
        field: &'static str,
        /// Number of documents.
        documents: u32,
        /// Number of documents that fill the field.
        filled: u32,
        /// Their share, 0 to 1.
        filled_share: f32,
        /// Number of distinct values; a list counts as one value, and case, spacing and punctuation do not count.
        distinct: u32,
        /// Median number of items, of the documents that fill it.
        items_median: Option<f32>,
        /// Largest number of items.
        items_most: Option<u32>,
        /// Median number of characters, of the documents that fill it.
        characters_median: Option<f32>,
        /// Largest number of characters.
        characters_most: Option<u32>,
    }
}

table! {
    /// One row for each field of a record that is far larger or smaller than in the institution's other documents: beyond
    /// Tukey's far fences, three interquartile ranges outside the quartiles. Institutions count where 20 documents fill
    /// the field.
    "outliers"
    pub struct OutlierRow {
        /// Key of the record.
        position_id: String,
        /// Key of the institution: its name in letters only.
        institution: String,
        /// The field, named by where it stands in the record.
        field: &'static str,
        /// "items" or "characters".
        measure: &'static str,
        /// The measure of this record.
        value: u32,
        /// Its median over the institution.
        median: f32,
        /// The lower fence.
        low: f32,
        /// The upper fence.
        high: f32,
    }
}

/// A measure of what a field holds, with its name.
type Measure = (&'static str, fn(&Fact) -> u32);

/// The measures of a field.
const MEASURES: [Measure; 2] = [("items", |f| f.items), ("characters", |f| f.characters)];

/// The table of fields.
pub fn fields(audit: &Audit) -> Vec<FieldRow> {
    let whole = (None, audit.records.clone());
    let institutions = by_institution(audit).into_iter();
    let each = institutions.map(|(name, records)| (Some(name.to_owned()), records));
    let mut rows = Vec::new();
    for (institution, records) in std::iter::once(whole).chain(each) {
        for (number, name) in FIELDS.iter().enumerate() {
            let facts = facts(audit, &records, number);
            rows.push(row(institution.clone(), name, records.len(), &facts));
        }
    }
    rows
}

/// The table of records that stand out, by institution, field and record.
pub fn outliers(audit: &Audit) -> Vec<OutlierRow> {
    let mut rows = Vec::new();
    for (institution, records) in by_institution(audit) {
        for (number, field) in FIELDS.iter().enumerate() {
            for (measure, of) in MEASURES {
                let facts = facts(audit, &records, number);
                let Some(fences) = Fences::of(facts.iter().map(|f| of(&f.1)).collect()) else {
                    continue;
                };
                let out = facts.iter().filter(|f| fences.exclude(of(&f.1)));
                rows.extend(out.map(|(record, fact)| {
                    OutlierRow {
                        position_id: audit.collection.entries[*record as usize]
                            .position_id
                            .clone(),
                        institution: institution.to_owned(),
                        field,
                        measure,
                        value: of(fact),
                        median: fences.median,
                        low: fences.low,
                        high: fences.high,
                    }
                }));
            }
        }
    }
    rows
}

fn by_institution(audit: &Audit) -> BTreeMap<&str, Vec<u32>> {
    let mut groups: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for &record in &audit.records {
        let institution = audit.institutions[record as usize].as_str();
        groups.entry(institution).or_default().push(record);
    }
    groups
}

/// The records that fill a field, with what they hold.
fn facts(audit: &Audit, records: &[u32], field: usize) -> Vec<(u32, Fact)> {
    let fact = |&record: &u32| {
        let entry = &audit.collection.entries[record as usize];
        (record, entry.facts.get(field))
    };
    let all = records.iter().map(fact);
    all.filter(|(_, fact)| fact.items > 0).collect()
}

fn row(
    institution: Option<String>,
    field: &'static str,
    documents: usize,
    facts: &[(u32, Fact)],
) -> FieldRow {
    let mut hashes: Vec<u64> = facts.iter().map(|f| f.1.hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let [items, characters] = MEASURES.map(|(_, of)| sorted(facts.iter().map(|f| of(&f.1))));
    FieldRow {
        institution,
        field,
        documents: number(documents),
        filled: number(facts.len()),
        filled_share: facts.len() as f32 / documents.max(1) as f32,
        distinct: number(hashes.len()),
        items_median: quantile(&items, 0.5),
        items_most: items.last().copied(),
        characters_median: quantile(&characters, 0.5),
        characters_most: characters.last().copied(),
    }
}

/// What is usual.
#[derive(Debug)]
struct Fences {
    median: f32,
    low: f32,
    high: f32,
}

impl Fences {
    /// The fences of so many values; none where they are too few or nearly all the same.
    fn of(values: Vec<u32>) -> Option<Self> {
        let values = sorted(values.into_iter());
        if values.len() < LEAST {
            return None;
        }
        let (first, third) = (quantile(&values, 0.25)?, quantile(&values, 0.75)?);
        let range = third - first;
        (range > 0.0).then_some(Self {
            median: quantile(&values, 0.5)?,
            low: first - FAR * range,
            high: third + FAR * range,
        })
    }

    fn exclude(&self, value: u32) -> bool {
        let value = value as f32;
        value < self.low || value > self.high
    }
}

fn sorted(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    values
}

/// A quantile of sorted values, between neighbours by their distance.
fn quantile(sorted: &[u32], share: f32) -> Option<f32> {
    let place = share * sorted.len().checked_sub(1)? as f32;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    let (below, above) = (*sorted.get(below)? as f32, *sorted.get(above)? as f32);
    Some(below + (above - below) * place.fract())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        assert_eq!(quantile(&[1, 2, 3, 5], 0.5), Some(2.5));
        assert_eq!(quantile(&[7], 0.75), Some(7.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn far_values_are_outside_the_fences() {
        let mut values: Vec<u32> = (0..30).map(|i| 8 + i % 5).collect();
        values.push(60);
        let fences = Fences::of(values).expect("enough values");
        assert!(fences.exclude(60) && !fences.exclude(14));
        assert!(Fences::of(vec![3; 30]).is_none());
        assert!(Fences::of(vec![1, 2, 90]).is_none());
    }
}
