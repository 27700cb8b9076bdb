//! Pieces of ruling lines joined to whole ones.

/// Pieces that lie on one line merge over gaps up to this: dashes (Word's are 3 pt), corners, cell borders.
const MAX_GAP: f64 = 3.5;
/// Pieces less than this apart lie on one line.
const SAME_LINE: f64 = 0.75;
/// Overlapping parallel lines less than this apart are one doubled line.
const DOUBLED: f64 = 2.5;
/// Pieces less than this apart are never taken for two lines.
const TOUCHING: f64 = 0.25;
/// What is shorter after merging is no ruling line.
pub(super) const MIN_LENGTH: f64 = 3.0;

/// A straight piece: `at` on one axis, `from` to `to` on the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

impl Piece {
    fn length(&self) -> f64 {
        self.to - self.from
    }
}

/// Joins touching pieces of one line and doubled lines, drops fragments, sorts.
pub(super) fn merge(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged = Vec::new();
    let mut rest = pieces.as_mut_slice();
    while let Some(first) = rest.first() {
        let limit = first.at + DOUBLED;
        let mut count = rest.partition_point(|p| p.at <= limit);
        // Never between pieces of one line.
        while is_touched(rest, count) {
            count += 1;
        }
        let (band, tail) = rest.split_at_mut(count);
        merge_band(band, &mut merged);
        rest = tail;
    }
    merged.retain(|p: &Piece| p.length() >= MIN_LENGTH);
    merged.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    merged
}

/// Whether the piece at `index` is hardly below the one before it.
fn is_touched(pieces: &[Piece], index: usize) -> bool {
    match (pieces.get(index.wrapping_sub(1)), pieces.get(index)) {
        (Some(before), Some(after)) => after.at - before.at <= TOUCHING,
        _ => false,
    }
}

/// Joins the pieces of a band hardly wider than a doubled line.
fn merge_band(band: &mut [Piece], merged: &mut Vec<Piece>) {
    band.sort_by(|a, b| a.from.total_cmp(&b.from).then(a.at.total_cmp(&b.at)));
    // Lines that a later piece could still continue, with the longest piece that gave each its place.
    let mut open: Vec<(Piece, f64)> = Vec::new();
    for piece in band.iter() {
        open.retain(|(line, _)| {
            let ended = line.to + MAX_GAP < piece.from;
            if ended {
                merged.push(*line);
            }
            !ended
        });
        let joined = open.iter_mut().find(|(line, _)| {
            let apart = (line.at - piece.at).abs();
            apart <= SAME_LINE || piece.from < line.to
        });
        match joined {
            Some((line, longest)) => {
                line.to = line.to.max(piece.to);
                if piece.length() > *longest {
                    line.at = piece.at;
                    *longest = piece.length();
                }
            }
            None => open.push((*piece, piece.length())),
        }
    }
    merged.extend(open.into_iter().map(|(line, _)| line));
}
