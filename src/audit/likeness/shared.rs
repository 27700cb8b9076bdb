//! Clauses that several documents have.

use rustc_hash::FxHashMap;

use super::fold::text_hash;
use super::sketch::Sketch;
use crate::record::SectionKind;

/// A clause of several documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The section it stands in.
    pub section: SectionKind,
    /// As its first document has it.
    pub text: String,
    /// Numbers of the documents, ascending.
    pub documents: Vec<u32>,
}

/// Clauses that at least two documents have, most frequent first.
pub fn shared(sketches: &[&Sketch]) -> Vec<Shared> {
    let mut documents: FxHashMap<(SectionKind, u64), Vec<u32>> = FxHashMap::default();
    for (number, sketch) in (0u32..).zip(sketches) {
        for clause in &sketch.clauses {
            let key = (clause.section, text_hash(&clause.text));
            let having = documents.entry(key).or_default();
            if having.last() != Some(&number) {
                having.push(number);
            }
        }
    }
    documents.retain(|_, having| having.len() > 1);
    let mut shared: Vec<Shared> = documents
        .into_iter()
        .filter_map(|((section, hash), documents)| {
            let first = sketches[*documents.first()? as usize];
            let mut clauses = first.clauses.iter();
            let clause = clauses.find(|c| c.section == section && text_hash(&c.text) == hash)?;
            Some(Shared {
                section,
                text: clause.text.to_string(),
                documents,
            })
        })
        .collect();
    shared.sort_by(|a, b| {
        (b.documents.len(), a.section, &a.text).cmp(&(a.documents.len(), b.section, &b.text))
    });
    shared
}
