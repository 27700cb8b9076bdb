//! Words of the whole collection, as evidence for hyphens at line ends.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

/// Stands for a word of several documents.
const SEVERAL: u32 = u32::MAX;

/// Which words occur in the collection, by hash, and which document has them.
#[derive(Debug, Default)]
pub struct Evidence {
    owners: FxHashMap<u64, u32>,
}

impl Evidence {
    /// Adds a document's words.
    pub fn add(&mut self, document: usize, words: &[u64]) {
        let document = number(document);
        for word in words {
            match self.owners.entry(*word) {
                Entry::Vacant(entry) => {
                    entry.insert(document);
                }
                Entry::Occupied(mut entry) => {
                    if *entry.get() != document {
                        entry.insert(SEVERAL);
                    }
                }
            }
        }
    }

    /// Those of the words that another document has, ascending.
    pub fn known(&self, document: usize, undecided: &[u64]) -> Vec<u64> {
        let document = number(document);
        let elsewhere = |word: &&u64| match self.owners.get(word) {
            Some(&owner) => owner == SEVERAL || owner != document,
            None => false,
        };
        let mut known: Vec<u64> = undecided.iter().filter(elsewhere).copied().collect();
        known.sort_unstable();
        known.dedup();
        known
    }
}

fn number(document: usize) -> u32 {
    u32::try_from(document).unwrap_or(SEVERAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_documents_decide() {
        let mut evidence = Evidence::default();
        evidence.add(0, &[1, 2, 2]);
        evidence.add(1, &[2, 3]);
        assert_eq!(evidence.known(0, &[3, 1, 2, 9]), [2, 3]);
        assert_eq!(evidence.known(1, &[3, 1, 2]), [1, 2]);
        assert_eq!(evidence.known(2, &[3, 3]), [3]);
    }

    #[test]
    fn order_does_not_matter() {
        let documents = [(0, [1, 2]), (1, [2, 3]), (2, [3, 1])];
        let mut forward = Evidence::default();
        let mut backward = Evidence::default();
        for (document, words) in &documents {
            forward.add(*document, words);
        }
        for (document, words) in documents.iter().rev() {
            backward.add(*document, words);
        }
        assert_eq!(forward.owners, backward.owners);
    }
}
