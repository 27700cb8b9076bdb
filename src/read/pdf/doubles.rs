//! Glyphs that are painted twice at nearly the same place: bold or shadow made by overprinting.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use super::page::Glyph;

/// The second glyph is at most so many points away.
const MAX_SHIFT: f32 = 0.3;
/// The same for large letters, in ems.
const MAX_SHIFT_EM: f32 = 0.02;
/// Two glyphs nearer than this lie exactly upon each other.
const SAME_PLACE: f32 = 0.05;
/// Side of the cells that the page is divided into, in points.
const CELL: f32 = 2.0;

/// A glyph that was there before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Double {
    /// The word that holds the first one.
    pub word: usize,
    /// Whether it looks bold: the second one stands a little aside.
    pub shifted: bool,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    x: f32,
    y: f32,
    word: usize,
}

type Key = (i32, i32, char);

/// Remembers where a page's glyphs stand.
#[derive(Debug)]
pub(super) struct Doubles {
    seen: HashMap<Key, Seen, BuildHasherDefault<FxHasher>>,
}

impl Doubles {
    /// Room for so many glyphs.
    pub(super) fn of(glyphs: usize) -> Self {
        Doubles {
            seen: HashMap::with_capacity_and_hasher(glyphs, BuildHasherDefault::default()),
        }
    }

    /// Looks for an earlier glyph of the same character; else remembers this one as part of word number `word`.
    pub(super) fn find(&mut self, glyph: &Glyph, text: &str, word: usize) -> Option<Double> {
        let c = text.chars().next()?;
        let reach = MAX_SHIFT
            .max(MAX_SHIFT_EM * glyph.size)
            .min(glyph.size * 0.1);
        let (x0, x1) = (cell(glyph.x - reach), cell(glyph.x + reach));
        let (y0, y1) = (cell(glyph.y - reach), cell(glyph.y + reach));
        for x in x0..=x1 {
            for y in y0..=y1 {
                if let Some(seen) = self.seen.get(&(x, y, c)) {
                    let shift = (seen.x - glyph.x).abs().max((seen.y - glyph.y).abs());
                    if shift <= reach {
                        return Some(Double {
                            word: seen.word,
                            shifted: shift > SAME_PLACE,
                        });
                    }
                }
            }
        }
        self.remember(glyph, c, word);
        None
    }

    /// Corrects the word of a glyph that was just remembered: it turned out to begin the next one.
    pub(super) fn moved(&mut self, glyph: &Glyph, text: &str, word: usize) {
        if let Some(c) = text.chars().next() {
            self.remember(glyph, c, word);
        }
    }

    fn remember(&mut self, glyph: &Glyph, c: char, word: usize) {
        let seen = Seen {
            x: glyph.x,
            y: glyph.y,
            word,
        };
        self.seen.insert((cell(glyph.x), cell(glyph.y), c), seen);
    }
}

/// The cell of a coordinate; glyphs have none beyond 100,000.
fn cell(coordinate: f32) -> i32 {
    // `f32::floor` calls into the C library, once for each glyph and side.
    let whole = (coordinate / CELL) as i32;
    whole - i32::from(whole as f32 > coordinate / CELL)
}
