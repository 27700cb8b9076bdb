//! Ruling lines from strokes, thin rectangles and polygons: axis-aligned, merged and sorted.

use super::merge::{MIN_LENGTH, Piece, merge};
use crate::read::Rule;

/// A filled shape up to this thick is a line; a thicker one is shading. Word's widest border is 6 pt, but it
/// draws those as strokes or nested rectangles.
const MAX_FILL_THICKNESS: f64 = 3.0;
/// A stroke wider than this is shading drawn with a broad pen (Word's widest border is 6 pt).
const MAX_STROKE_WIDTH: f64 = 6.5;
/// A line may deviate so much from its axis.
const MAX_SKEW: f64 = 0.5;
/// A polygon with more straight edges than this is a drawing.
const MAX_POLYGON_EDGES: usize = 64;

/// A point of a path on the page.
pub(super) type Point = (f64, f64);

/// The visible region, `(x0, y0, x1, y1)`.
pub(super) type Clip = (f64, f64, f64, f64);

/// Collects a page's straight pieces.
#[derive(Debug, Default)]
pub(super) struct Lines {
    horizontal: Vec<Piece>,
    vertical: Vec<Piece>,
}

impl Lines {
    /// Adds a stroked line, `width` points wide.
    pub(super) fn stroke(&mut self, a: Point, b: Point, width: f64, clip: Clip) {
        if width <= MAX_STROKE_WIDTH {
            self.edge(a, b, clip);
        }
    }

    /// Adds a filled path, given as its closed polygons: thin ones, and thin frames between their edges.
    pub(super) fn fill(&mut self, polygons: &[Vec<Point>], clip: Clip) {
        let mut edges = 0;
        for polygon in polygons {
            if self.thin(polygon, clip) {
                continue;
            }
            edges += polygon.len();
        }
        if edges <= 4 || edges > MAX_POLYGON_EDGES {
            return;
        }
        let mut wide = Lines::default();
        for polygon in polygons {
            if thickness(polygon) > MAX_FILL_THICKNESS {
                for (a, b) in sides(polygon) {
                    wide.edge(a, b, clip);
                }
            }
        }
        self.horizontal.extend(bands(&wide.horizontal));
        self.vertical.extend(bands(&wide.vertical));
    }

    /// Adds a polygon that is thin as a whole; a dot may belong to a dotted line in either direction.
    fn thin(&mut self, polygon: &[Point], clip: Clip) -> bool {
        let Some((x0, y0, x1, y1)) = bounds(polygon) else {
            return true;
        };
        let (w, h) = (x1 - x0, y1 - y0);
        if w > MAX_FILL_THICKNESS && h > MAX_FILL_THICKNESS {
            return false;
        }
        let (mid_x, mid_y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
        if h <= MAX_FILL_THICKNESS {
            self.edge((x0, mid_y), (x1, mid_y), clip);
        }
        if w <= MAX_FILL_THICKNESS {
            self.edge((mid_x, y0), (mid_x, y1), clip);
        }
        true
    }

    /// Adds an axis-aligned line as far as it is visible; any other is ignored.
    fn edge(&mut self, a: Point, b: Point, clip: Clip) {
        let (dx, dy) = ((b.0 - a.0).abs(), (b.1 - a.1).abs());
        if !(dx.is_finite() && dy.is_finite()) {
            return;
        }
        let (x0, y0, x1, y1) = clip;
        if dy <= MAX_SKEW && dx > dy {
            let at = (a.1 + b.1) / 2.0;
            push_clipped(&mut self.horizontal, at, a.0, b.0, (y0, y1), (x0, x1));
        } else if dx <= MAX_SKEW && dy > dx {
            let at = (a.0 + b.0) / 2.0;
            push_clipped(&mut self.vertical, at, a.1, b.1, (x0, x1), (y0, y1));
        }
    }

    /// The page's rules: horizontal ones by height, then vertical ones from left to right.
    pub(super) fn finish(self) -> Vec<Rule> {
        let mut rules = Vec::new();
        for p in merge(self.horizontal) {
            rules.push(Rule::Horizontal {
                y: p.at as f32,
                x0: p.from as f32,
                x1: p.to as f32,
            });
        }
        for p in merge(self.vertical) {
            rules.push(Rule::Vertical {
                x: p.at as f32,
                y0: p.from as f32,
                y1: p.to as f32,
            });
        }
        rules
    }
}

/// Adds the visible part of a piece; a border may stick out of its clip by half its width.
fn push_clipped(
    to: &mut Vec<Piece>,
    at: f64,
    a: f64,
    b: f64,
    across: (f64, f64),
    along: (f64, f64),
) {
    if at < across.0 - 1.0 || at > across.1 + 1.0 {
        return;
    }
    let (from, end) = (a.min(b).max(along.0), a.max(b).min(along.1));
    if from < end {
        to.push(Piece { at, from, to: end });
    }
}

fn bounds(polygon: &[Point]) -> Option<Clip> {
    let (&first, rest) = polygon.split_first()?;
    let start = (first.0, first.1, first.0, first.1);
    let all = rest.iter().fold(start, |b, p| {
        (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1))
    });
    [all.0, all.1, all.2, all.3]
        .iter()
        .all(|v| v.is_finite())
        .then_some(all)
}

fn thickness(polygon: &[Point]) -> f64 {
    bounds(polygon).map_or(0.0, |b| (b.2 - b.0).min(b.3 - b.1))
}

/// A closed polygon's sides.
fn sides(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let next = polygon.iter().cycle().skip(1);
    polygon.iter().zip(next).map(|(a, b)| (*a, *b))
}

/// Lines between parallel edges of one filled path that are a line's thickness apart: frames and outlined grids.
/// Edges that coincide belong to shapes side by side.
fn bands(edges: &[Piece]) -> Vec<Piece> {
    let mut found = Vec::new();
    for (i, a) in edges.iter().enumerate() {
        for b in edges.iter().skip(i + 1) {
            let apart = (a.at - b.at).abs();
            let (from, to) = (a.from.max(b.from), a.to.min(b.to));
            if apart > 0.05 && apart <= MAX_FILL_THICKNESS && to - from >= MIN_LENGTH {
                let at = (a.at + b.at) / 2.0;
                found.push(Piece { at, from, to });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Clip = (0.0, 0.0, 600.0, 800.0);

    fn rectangle(x: f64, y: f64, w: f64, h: f64) -> Vec<Point> {
        vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    }

    fn horizontal(y: f32, x0: f32, x1: f32) -> Rule {
        Rule::Horizontal { y, x0, x1 }
    }

    fn filled(polygons: &[Vec<Point>]) -> Vec<Rule> {
        let mut lines = Lines::default();
        lines.fill(polygons, PAGE);
        lines.finish()
    }

    #[test]
    fn a_thin_rectangle_is_one_line_and_a_wide_one_none() {
        let thin = filled(&[rectangle(10.0, 100.0, 200.0, 1.0)]);
        assert_eq!(thin, [horizontal(100.5, 10.0, 210.0)]);
        assert!(filled(&[rectangle(10.0, 100.0, 200.0, 20.0)]).is_empty());
    }

    #[test]
    fn dashes_merge_and_lone_fragments_go() {
        let mut lines = Lines::default();
        for i in 0..20 {
            let x = f64::from(i) * 6.0;
            lines.stroke((x, 50.0), (x + 3.0, 50.2), 1.0, PAGE);
        }
        lines.stroke((300.0, 50.0), (302.0, 50.0), 1.0, PAGE);
        let rules = lines.finish();
        assert_eq!(rules.len(), 1, "{rules:?}");
        assert!(matches!(rules[0], Rule::Horizontal { x0, x1, .. } if x0 == 0.0 && x1 == 117.0));
    }

    #[test]
    fn square_dots_make_a_line_in_their_own_direction_only() {
        let dots: Vec<_> = (0..50)
            .map(|i| rectangle(20.0, 100.0 + f64::from(i) * 2.0, 1.0, 1.0))
            .collect();
        let rules = filled(&dots);
        assert_eq!(
            rules,
            [Rule::Vertical {
                x: 20.5,
                y0: 100.0,
                y1: 199.0
            }]
        );
    }

    #[test]
    fn doubled_lines_are_one_and_table_rows_are_not() {
        let mut lines = Lines::default();
        lines.stroke((0.0, 10.0), (100.0, 10.0), 0.5, PAGE);
        lines.stroke((0.0, 11.5), (100.0, 11.5), 0.5, PAGE);
        lines.stroke((0.0, 20.0), (100.0, 20.0), 0.5, PAGE);
        let rules = lines.finish();
        assert_eq!(
            rules,
            [horizontal(10.0, 0.0, 100.0), horizontal(20.0, 0.0, 100.0)]
        );
    }

    #[test]
    fn a_frame_of_nested_rectangles_gives_four_lines() {
        let frame = [
            rectangle(10.0, 10.0, 100.0, 50.0),
            rectangle(11.0, 11.0, 98.0, 48.0),
        ];
        let rules = filled(&frame);
        assert_eq!(rules.len(), 4, "{rules:?}");
    }

    #[test]
    fn slanted_broad_and_clipped_strokes_are_no_rules() {
        let mut lines = Lines::default();
        lines.stroke((0.0, 0.0), (100.0, 30.0), 1.0, PAGE);
        lines.stroke((0.0, 90.0), (100.0, 90.0), 14.0, PAGE);
        lines.stroke((0.0, 900.0), (100.0, 900.0), 1.0, PAGE);
        lines.stroke((f64::NAN, 5.0), (100.0, 5.0), 1.0, PAGE);
        lines.stroke((f64::NEG_INFINITY, 5.0), (100.0, 5.0), 1.0, PAGE);
        assert!(lines.finish().is_empty());
    }
}
