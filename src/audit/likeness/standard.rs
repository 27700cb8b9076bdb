//! The standard wording of each section, found from the data, and what drifts from it.
//!
//! Documents of one group (an institution's, on one template) repeat many clauses word for word. A clause that nearly all of
//! them have in a section is standard there. A document drifts where it lacks a standard clause and has, in the same
//! section, one that is nearly the same and that hardly any other document has.

use rustc_hash::{FxHashMap, FxHashSet};

use super::differ::word_likeness;
use super::fold::{text_hash, words};
use super::sketch::{Clause, Sketch};
use crate::record::SectionKind;

/// The share of a group's documents with the section that must have a clause, for it to be standard.
const SHARE: f32 = 0.8;

/// The least number of documents that must have it.
const LEAST: usize = 4;

/// The largest share of documents that may have a drift; a wording of more is another standard, not a drift.
const RARE: f32 = 0.1;

/// How alike a drift is to the standard clause at least.
const ALIKE: f32 = 0.7;

/// Clauses of fewer words are too short to tell a drift from another clause.
const LEAST_WORDS: usize = 4;

/// A clause that nearly all documents of a group have.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// The section it stands in.
    pub section: SectionKind,
    /// As its first document has it.
    pub text: String,
    /// Number of documents that have it.
    pub having: usize,
    /// Number of documents with the section.
    pub documents: usize,
}

/// A clause that differs from the standard one.
#[derive(Clone, Debug, PartialEq)]
pub struct Drift {
    /// Number of the document within its group.
    pub document: usize,
    /// JSON Pointer of the clause.
    pub pointer: String,
    /// The clause, as written.
    pub text: String,
    /// Number of the standard clause.
    pub standard: usize,
}

/// A document's clauses of one section, with their hashes.
type Section<'a> = Vec<(u64, Clause<'a>)>;

/// Standard clauses of a group of documents, by section and place, and the drifts from them, by document.
pub fn standard(sketches: &[&Sketch]) -> (Vec<Standard>, Vec<Drift>) {
    let (mut standards, mut drifts) = (Vec::new(), Vec::new());
    if sketches.len() < LEAST {
        return (standards, drifts);
    }
    let kinds: FxHashSet<SectionKind> = sketches
        .iter()
        .flat_map(|s| s.clauses().map(|c| c.section))
        .collect();
    let mut kinds: Vec<SectionKind> = kinds.into_iter().collect();
    kinds.sort_unstable();
    for kind in kinds {
        let sections: Vec<(usize, Section)> = sketches
            .iter()
            .enumerate()
            .map(|(number, sketch)| (number, section(sketch, kind)))
            .filter(|(_, section)| !section.is_empty())
            .collect();
        one_section(kind, &sections, &mut standards, &mut drifts);
    }
    drifts.sort_by_key(|d| (d.document, d.standard));
    (standards, drifts)
}

fn section(sketch: &Sketch, kind: SectionKind) -> Section<'_> {
    let clauses = sketch.clauses().filter(|c| c.section == kind);
    clauses.map(|c| (text_hash(c.text), c)).collect()
}

fn one_section(
    kind: SectionKind,
    sections: &[(usize, Section)],
    standards: &mut Vec<Standard>,
    drifts: &mut Vec<Drift>,
) {
    let counts = counts(sections);
    let documents = sections.len();
    let least = LEAST.max((SHARE * documents as f32).ceil() as usize);
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    let mut here: Vec<(u64, usize)> = Vec::new();
    for &(hash, clause) in sections.iter().flat_map(|(_, s)| s) {
        if counts[&hash] >= least && seen.insert(hash) {
            here.push((hash, standards.len()));
            standards.push(Standard {
                section: kind,
                text: clause.text.to_string(),
                having: counts[&hash],
                documents,
            });
        }
    }
    let most = ((RARE * documents as f32) as usize).max(1);
    for (number, section) in sections {
        let mut rare: Vec<Clause> = section
            .iter()
            .filter(|(hash, _)| counts[hash] <= most)
            .map(|(_, clause)| *clause)
            .collect();
        let has: FxHashSet<u64> = section.iter().map(|(hash, _)| *hash).collect();
        for &(_, standard) in here.iter().filter(|(hash, _)| !has.contains(hash)) {
            let Some(at) = likest(&standards[standard].text, &rare) else {
                continue;
            };
            let clause = rare.remove(at);
            drifts.push(Drift {
                document: *number,
                pointer: clause.pointer.to_string(),
                text: clause.text.to_string(),
                standard,
            });
        }
    }
}

/// In how many documents each clause stands.
fn counts(sections: &[(usize, Section)]) -> FxHashMap<u64, usize> {
    let mut counts: FxHashMap<u64, usize> = FxHashMap::default();
    for (_, section) in sections {
        let distinct: FxHashSet<u64> = section.iter().map(|(hash, _)| *hash).collect();
        for hash in distinct {
            *counts.entry(hash).or_default() += 1;
        }
    }
    counts
}

/// The clause that is most like a standard one, if any is enough.
fn likest(standard: &str, clauses: &[Clause]) -> Option<usize> {
    if words(standard).count() < LEAST_WORDS {
        return None;
    }
    (0..clauses.len())
        .map(|i| (word_likeness(standard, clauses[i].text), i))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .map(|(_, i)| i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::likeness::sketch::Parts;

    fn document(rights: &[&str]) -> Sketch {
        let rights: Vec<String> = rights.iter().map(ToString::to_string).collect();
        Sketch::of(&Parts {
            rights: &rights,
            ..Parts::default()
        })
    }

    fn group(last: &[&str]) -> (Vec<Standard>, Vec<Drift>) {
        let mut documents: Vec<Sketch> = (0..5)
            .map(|i| {
                document(&[
                    "saada tööks vajalikku teavet ja töövahendeid",
                    "teha ettepanekuid töö korraldamiseks",
                    &format!("kasutada ruumi number {i} iga päev"),
                ])
            })
            .collect();
        documents.push(document(last));
        standard(&documents.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_changed_standard_clause_is_a_drift() {
        let (standards, drifts) = group(&[
            "Saada tööks vajalikku teavet ning töövahendeid.",
            "teha ettepanekuid töö korraldamiseks",
        ]);
        assert_eq!(standards.len(), 2);
        assert_eq!((standards[0].having, standards[0].documents), (5, 6));
        assert_eq!(drifts.len(), 1);
        assert_eq!(drifts[0].document, 5);
        assert_eq!(drifts[0].pointer, "/rights/0");
        assert_eq!(drifts[0].standard, 0);
    }

    #[test]
    fn what_is_left_out_or_added_is_no_drift() {
        let (_, drifts) = group(&[
            "teha ettepanekuid töö korraldamiseks",
            "allkirjastada oma valdkonna kirju",
        ]);
        assert_eq!(drifts, []);
    }

    #[test]
    fn a_group_of_few_has_no_standard() {
        let one = document(&["saada tööks vajalikku teavet"]);
        assert_eq!(standard(&[&one, &one, &one]).0, []);
    }
}
