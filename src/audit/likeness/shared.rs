//! Clauses that several documents have.

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
    /// JSON Pointer of the clause in its first document.
    pub pointer: String,
    /// Numbers of the documents, ascending.
    pub documents: Vec<u32>,
}

/// A clause's section and hash, with a document that has it. Sorted, the documents of a clause stand together.
type Having = (SectionKind, u64, u32);

/// Clauses that at least two documents have, most frequent first. Case, spacing and punctuation do not count.
pub fn shared(sketches: &[&Sketch]) -> Vec<Shared> {
    let mut having: Vec<Having> = Vec::new();
    for (number, sketch) in (0u32..).zip(sketches) {
        let clauses = sketch.clauses();
        having.extend(clauses.map(|c| (c.section, text_hash(c.text), number)));
    }
    having.sort_unstable();
    having.dedup();
    let clauses = having.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    let mut shared: Vec<Shared> = clauses
        .filter(|documents| documents.len() > 1)
        .filter_map(|documents| clause(sketches, documents))
        .collect();
    shared.sort_by(|a, b| {
        (b.documents.len(), a.section, &a.text).cmp(&(a.documents.len(), b.section, &b.text))
    });
    shared
}

fn clause(sketches: &[&Sketch], having: &[Having]) -> Option<Shared> {
    let &(section, hash, first) = having.first()?;
    let mut clauses = sketches[first as usize].clauses();
    let clause = clauses.find(|c| c.section == section && text_hash(c.text) == hash)?;
    Some(Shared {
        section,
        text: clause.text.to_owned(),
        pointer: clause.pointer.to_owned(),
        documents: having.iter().map(|h| h.2).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::likeness::sketch::Parts;

    #[test]
    fn clauses_of_several_documents_come_most_frequent_first() {
        let document = |rights: &[&str]| {
            let rights: Vec<String> = rights.iter().map(ToString::to_string).collect();
            Sketch::of(&Parts {
                rights: &rights,
                ..Parts::default()
            })
        };
        let documents = [
            document(&["Saada teavet.", "saada teavet", "teha ettepanekuid"]),
            document(&["kasutada ruume", "teha ettepanekuid;"]),
            document(&["Teha ettepanekuid", "saada  teavet"]),
        ];
        let shared = shared(&documents.iter().collect::<Vec<_>>());
        let told: Vec<_> = shared
            .iter()
            .map(|s| (s.text.as_str(), &*s.documents))
            .collect();
        let expected: [(&str, &[u32]); 2] = [
            ("teha ettepanekuid", &[0, 1, 2]),
            ("Saada teavet.", &[0, 2]),
        ];
        assert_eq!(told, expected);
        assert_eq!(shared[0].pointer, "/rights/2");
    }
}
