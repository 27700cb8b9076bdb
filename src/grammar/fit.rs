//! Fit: how much of a document's wording a pack lists itself.

use std::sync::Arc;

use crate::grammar::fold::fold;
use crate::grammar::pack::{Pack, Packs};
use crate::layout::{Block, Line, Marker};
use crate::record::SectionKind;

/// The pack that fits best.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The pack.
    pub pack: Arc<Pack>,
    /// How well it fits, 0 to 1.
    pub confidence: f32,
}

/// Measures all packs and takes the best; `fallback`, which knows the wordings of all families, where none fits.
pub fn best(packs: &Packs, fallback: &Arc<Pack>, blocks: &[Block]) -> Fit {
    let lines = short_lines(blocks);
    let mut best = Fit {
        pack: Arc::clone(fallback),
        confidence: 0.0,
    };
    for pack in &packs.list {
        let confidence = measure(pack, &lines);
        if confidence > best.confidence {
            best = Fit {
                pack: Arc::clone(pack),
                confidence,
            };
        }
    }
    best
}

/// The lines that may be headings, labels or column heads, folded and without their numbers.
fn short_lines(blocks: &[Block]) -> Vec<String> {
    let all: Vec<&Line> = blocks
        .iter()
        .flat_map(|b| match b {
            Block::Line(line) => vec![line],
            Block::Table(table) => table.rows.iter().flat_map(|r| r.lines()).collect(),
        })
        .collect();
    let short = all
        .into_iter()
        .filter(|l| l.as_str().split(' ').count() <= 8);
    short
        .map(|line| {
            let string = line.as_str();
            let from = Marker::parse(string)
                .filter(|m| !m.is_bullet())
                .map_or(0, |m| m.text);
            fold(&string[from..])
        })
        .collect()
}

/// The share of the recognised wordings that the pack lists itself, times the share of its required sections that are there.
fn measure(pack: &Pack, lines: &[String]) -> f32 {
    let (mut known, mut own) = (0_u32, 0_u32);
    let mut kinds = Vec::new();
    for line in lines {
        let kind = pack.headings.get(line);
        let any =
            kind.is_some() || pack.labels.get(line).is_some() || pack.columns.get(line).is_some();
        let is_own =
            pack.headings.is_own(line) || pack.labels.is_own(line) || pack.columns.is_own(line);
        kinds.extend(kind);
        known += u32::from(any);
        own += u32::from(is_own);
    }
    let required: Vec<SectionKind> = pack
        .sections
        .iter()
        .filter(|s| s.required)
        .map(|s| s.kind)
        .collect();
    let there = required.iter().filter(|k| kinds.contains(k)).count();
    let complete = if required.is_empty() {
        0.5
    } else {
        there as f32 / required.len() as f32
    };
    if known == 0 {
        0.0
    } else {
        own as f32 / known as f32 * complete
    }
}
