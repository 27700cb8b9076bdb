//! The words of duties.

use rustc_hash::FxHashMap;

use crate::audit::Audit;
use crate::audit::likeness::fold::words;
use crate::record::SectionKind;
use crate::tables::table;

/// A word of one document alone is not of the collection's vocabulary.
const LEAST: u32 = 2;

table! {
    /// One row for each word that the duties of at least two documents have, most frequent first. Words are as written, in
    /// lower case: forms of one word are several.
    "vocabulary"
    pub struct WordRow {
        /// The word.
        word: String,
        /// Number of documents that have it in a duty.
        documents: u32,
        /// Their share, 0 to 1.
        share: f32,
        /// Number of duties, and of duties within duties, that have it.
        duties: u32,
        /// Number of those that begin with it; most such words say what is done ("korraldab").
        leading: u32,
    }
}

/// What is counted of a word.
#[derive(Default)]
struct Count {
    documents: u32,
    duties: u32,
    leading: u32,
    /// The document and the duty that were counted last, from 1.
    last: (u32, u32),
}

/// The table of words.
pub fn vocabulary(audit: &Audit) -> Vec<WordRow> {
    let mut counts: FxHashMap<String, Count> = FxHashMap::default();
    let mut duty = 0;
    for (document, &record) in (1..).zip(&audit.records) {
        let sketch = &audit.collection.entries[record as usize].sketch;
        let duties = sketch
            .clauses()
            .filter(|c| c.section == SectionKind::Duties && c.pointer.ends_with("/text"));
        for clause in duties {
            duty += 1;
            let lettered = words(clause.text).filter(|w| w.contains(char::is_alphabetic));
            for (place, word) in lettered.enumerate() {
                let word = word.to_lowercase();
                match counts.get_mut(&word) {
                    Some(count) => count.add(document, duty, place),
                    None => counts.entry(word).or_default().add(document, duty, place),
                }
            }
        }
    }
    let documents = audit.records.len().max(1) as f32;
    let common = counts.into_iter().filter(|(_, c)| c.documents >= LEAST);
    let mut rows: Vec<WordRow> = common
        .map(|(word, count)| WordRow {
            word,
            documents: count.documents,
            share: count.documents as f32 / documents,
            duties: count.duties,
            leading: count.leading,
        })
        .collect();
    rows.sort_by(|a, b| (b.documents, &a.word).cmp(&(a.documents, &b.word)));
    rows
}

impl Count {
    fn add(&mut self, document: u32, duty: u32, place: usize) {
        self.documents += u32::from(self.last.0 != document);
        self.duties += u32::from(self.last.1 != duty);
        self.leading += u32::from(place == 0);
        self.last = (document, duty);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_once_a_duty() {
        let mut count = Count::default();
        for (document, duty, place) in [(1, 1, 0), (1, 1, 4), (1, 2, 3), (2, 3, 0)] {
            count.add(document, duty, place);
        }
        assert_eq!((count.documents, count.duties, count.leading), (2, 3, 2));
    }
}
