//! A number that was broken at its dot: "4" on one line, ".2 vastutab" on the next.

use crate::layout::{Block, Line};

/// Joins such lines.
pub fn join(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let (Some(Block::Line(head)), Block::Line(tail)) = (out.last_mut(), &block)
            && is_head(head.as_str())
            && is_tail(tail.as_str())
        {
            *head = joined(head, tail);
        } else {
            out.push(block);
        }
    }
    out
}

fn joined(head: &Line, tail: &Line) -> Line {
    let mut line = tail.clone();
    line.text = head.text.clone();
    line.text.push_text(&tail.text);
    line.gaps = tail.gaps.iter().map(|g| g + head.as_str().len()).collect();
    line.bbox.x0 = head.bbox.x0;
    line.blank_above = head.blank_above;
    line
}

/// "4", and nothing else.
pub fn is_head(line: &str) -> bool {
    (1..=2).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit())
}

/// ".2 vastutab"
pub fn is_tail(line: &str) -> bool {
    line.strip_prefix('.')
        .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
}
