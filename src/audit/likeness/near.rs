//! Near-duplicates, by locality-sensitive hashing of signatures.
//!
//! A signature is cut into 20 bands of 6 places. Documents with an equal band are candidates: of those with a likeness of 0.85
//! all but one in 10,000 are found. Each candidate is compared exactly with at most `REPRESENTATIVES` documents of its
//! bucket, so the work grows with the number of documents, whatever the size of the groups.

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::row_hash;
use super::sketch::Sketch;

/// Least likeness (Jaccard, of the sets of shingles) of near-duplicates.
pub const NEAR: f32 = 0.85;

/// Documents with fewer shingles are too short to be compared.
const LEAST_SHINGLES: usize = 30;

/// Places in a band.
const BAND: usize = 6;

/// How many documents that are unlike each other are compared within a bucket.
const REPRESENTATIVES: usize = 8;

/// Documents that are near-duplicates of each other, directly or through others.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Numbers of the documents, ascending, each with its Jaccard likeness (0 to 1) to the first.
    pub documents: Vec<(u32, f32)>,
}

/// Groups of near-duplicates among documents, ordered by their first document.
pub fn near(sketches: &[&Sketch]) -> Vec<Group> {
    let mut found = Found {
        sketches,
        joined: UnionFind::new(sketches.len()),
        unlike: FxHashSet::default(),
    };
    let bands = sketches
        .first()
        .map_or(0, |s| s.signature.places().len() / BAND);
    for band in 0..bands {
        found.band(band);
    }
    found.groups()
}

struct Found<'a> {
    sketches: &'a [&'a Sketch],
    joined: UnionFind<usize>,
    /// Pairs that were compared exactly and are not near-duplicates.
    unlike: FxHashSet<(u32, u32)>,
}

impl Found<'_> {
    fn groups(&self) -> Vec<Group> {
        let mut by_root: FxHashMap<usize, Vec<u32>> = FxHashMap::default();
        for number in 0..self.sketches.len() {
            let members = by_root.entry(self.joined.find(number)).or_default();
            members.push(number as u32);
        }
        let mut groups: Vec<Vec<u32>> = by_root.into_values().filter(|g| g.len() > 1).collect();
        groups.sort_unstable();
        groups.iter().map(|members| self.group(members)).collect()
    }

    fn group(&self, members: &[u32]) -> Group {
        let shingles = |number: u32| self.sketches[number as usize].shingles();
        let first = members.first().map(|&n| shingles(n)).unwrap_or_default();
        let likeness = |&number: &u32| (number, jaccard(&first, &shingles(number)));
        Group {
            documents: members.iter().map(likeness).collect(),
        }
    }

    fn band(&mut self, band: usize) {
        let mut buckets: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (number, sketch) in (0u32..).zip(self.sketches) {
            let places = &sketch.signature.places()[band * BAND..][..BAND];
            if places.iter().all(|p| *p == u32::MAX) {
                continue;
            }
            let row: Vec<u64> = places.iter().map(|p| u64::from(*p)).collect();
            let bucket = buckets.entry(row_hash(&row)).or_default();
            let joined = bucket.iter().any(|&first| self.join(first, number));
            if !joined && bucket.len() < REPRESENTATIVES {
                bucket.push(number);
            }
        }
    }

    /// Whether two documents are of one group, or are near-duplicates and so become one.
    fn join(&mut self, first: u32, second: u32) -> bool {
        if self.joined.equiv(first as usize, second as usize) {
            return true;
        }
        let (a, b) = (
            self.sketches[first as usize],
            self.sketches[second as usize],
        );
        if self.unlike.contains(&(first, second)) {
            return false;
        }
        // The estimate's error is at most 0.046: three of them below the limit, nothing is lost.
        if a.signature.likeness(&b.signature) < NEAR - 0.14 {
            return false;
        }
        let near = jaccard(&a.shingles(), &b.shingles()) >= NEAR;
        if near {
            self.joined.union(first as usize, second as usize);
        } else {
            self.unlike.insert((first, second));
        }
        near
    }
}

/// Jaccard likeness of two sorted sets; 0 if one is too small to tell.
fn jaccard(a: &[u64], b: &[u64]) -> f32 {
    if a.len().min(b.len()) < LEAST_SHINGLES {
        return 0.0;
    }
    let both = a.iter().filter(|s| b.binary_search(s).is_ok()).count();
    both as f32 / (a.len() + b.len() - both) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::likeness::sketch::Parts;

    /// A document of numbered words; those from `from` on differ from every other document's.
    fn document(seed: usize, from: usize) -> Sketch {
        let rights: Vec<String> = (0..40)
            .map(|clause| {
                let word = |w: usize| {
                    let at = clause * 8 + w;
                    if at < from {
                        format!("sõna{at}")
                    } else {
                        format!("muu{seed}x{at}")
                    }
                };
                (0..8).map(word).collect::<Vec<_>>().join(" ")
            })
            .collect();
        Sketch::of(&Parts {
            rights: &rights,
            ..Parts::default()
        })
    }

    #[test]
    fn near_duplicates_are_found_and_others_not() {
        let documents = [
            document(0, 320),
            document(1, 310),
            document(2, 200),
            document(3, 0),
            document(4, 316),
        ];
        let groups = near(&documents.iter().collect::<Vec<_>>());
        assert_eq!(groups.len(), 1);
        let members: Vec<u32> = groups[0].documents.iter().map(|d| d.0).collect();
        assert_eq!(members, [0, 1, 4]);
        let likeness: Vec<f32> = groups[0].documents.iter().map(|d| d.1).collect();
        assert_eq!(likeness[0], 1.0);
        assert!(likeness[1] > 0.9 && likeness[1] < likeness[2] && likeness[2] < 1.0);
    }

    #[test]
    fn short_and_empty_documents_are_not_alike() {
        let empty = Sketch::of(&Parts {
            purpose: Some("Töö tegemine."),
            ..Parts::default()
        });
        assert_eq!(near(&[&empty, &empty]), []);
    }
}
