//! Letter-spacing ("A M E T I J U H E N D" as one word): even gaps that are wider than a blank.

use std::collections::HashSet;

use super::page::{Glyph, Glyphs};
use super::words::{BLANK_GAP, distance, end_of, same_direction};

/// A letter-spaced stretch has at least so many gaps.
const MIN_GAPS: usize = 3;
/// No gap of it is wider than this, in ems.
const MAX_GAP: f32 = 1.0;
/// Its gaps differ by no more than this, in ems.
const EVEN: f32 = 0.03;

/// The glyphs (indices) that belong to the glyph before them, though the gap is wide.
pub(super) fn letterspaced(glyphs: &Glyphs) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut stretch: Vec<usize> = Vec::new();
    let mut gap = 0.0;
    for (index, pair) in glyphs.list.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        match letter_gap(glyphs, before, after) {
            Some(this) if stretch.is_empty() || (this - gap).abs() <= EVEN => {
                if stretch.is_empty() {
                    gap = this;
                }
                stretch.push(index + 1);
            }
            this => {
                take(&mut stretch, &mut found);
                if let Some(this) = this {
                    gap = this;
                    stretch.push(index + 1);
                }
            }
        }
    }
    take(&mut stretch, &mut found);
    found
}

fn take(stretch: &mut Vec<usize>, found: &mut HashSet<usize>) {
    if stretch.len() >= MIN_GAPS {
        found.extend(stretch.iter());
    }
    stretch.clear();
}

/// The gap between two letters in ems, if it is wider than a blank but could be letter-spacing.
fn letter_gap(glyphs: &Glyphs, before: &Glyph, after: &Glyph) -> Option<f32> {
    let direction = (before.ux, before.uy);
    let (along, across) = distance(end_of(before), direction, after);
    let gap = along / before.size;
    let fits = gap > BLANK_GAP
        && gap <= MAX_GAP
        && across.abs() < 0.05 * before.size
        && before.size == after.size
        && same_direction(direction, after);
    // Word boundaries inside a letter-spaced line are known by their blanks.
    let letter = |g| glyphs.text_of(g).chars().all(char::is_alphabetic);
    (fits && letter(before) && letter(after)).then_some(gap)
}
