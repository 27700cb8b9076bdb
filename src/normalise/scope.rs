//! Scope: which words of a file a record accounts for, where the file holds several.

use crate::grammar::parts::Parts;
use crate::layout::Block;
use crate::read::Document;

/// For each part, and each word of the document, whether the part's record accounts for it: for the part's own words and
/// page furniture, and for the cover, which every part's record repeats.
pub fn scopes(document: &Document, parts: &Parts) -> Vec<Vec<bool>> {
    let count = document.words.len();
    if parts.parts.len() == 1 {
        return vec![vec![true; count]];
    }
    let mut owner: Vec<Option<usize>> = vec![None; count];
    mark(document, &parts.cover, 0, &mut owner);
    for (index, blocks) in parts.parts.iter().enumerate() {
        mark(document, blocks, index + 1, &mut owner);
    }
    // Furniture belongs to what stands before it in the file.
    let mut last = 0;
    for word in &mut owner {
        last = *word.get_or_insert(last);
    }
    (1..=parts.parts.len())
        .map(|part| {
            owner
                .iter()
                .map(|o| *o == Some(part) || *o == Some(0))
                .collect()
        })
        .collect()
}

fn mark(document: &Document, blocks: &[Block], part: usize, owner: &mut [Option<usize>]) {
    for line in blocks.iter().flat_map(Block::lines) {
        for range in line.text.sources() {
            if let Some(slot) = owner.get_mut(document.word_at(range.start)) {
                *slot = Some(part);
            }
        }
    }
}
