//! Ruled tables: cells between ruling lines.

use crate::layout::line::{self, Line};
use crate::layout::table::{Row, Table};
use crate::read::{Document, Page, Rect, Rule};

/// Rules whose ends are this near (points) meet. Word leaves up to 1.5 pt between the borders of neighbouring cells.
const MEETS: f32 = 2.5;

/// A cell's edge is there when rules cover this part of it.
const COVERED: f32 = 0.6;

/// The cells of one ruled table.
#[derive(Clone, Debug)]
pub struct Grid {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// For each cell of the raster, row by row, the cell that it is merged into (its first in raster order).
    root: Vec<usize>,
}

impl Grid {
    fn columns(&self) -> usize {
        self.xs.len() - 1
    }

    /// Whether a word stands in the table.
    pub fn holds(&self, word: Rect) -> bool {
        self.cell(word).is_some()
    }

    /// The raster cell that holds the middle of a word.
    fn cell(&self, word: Rect) -> Option<usize> {
        let within = |lines: &[f32], at: f32| {
            let i = lines.partition_point(|&l| l <= at);
            (i > 0 && i < lines.len()).then(|| i - 1)
        };
        let column = within(&self.xs, (word.x0 + word.x1) / 2.0)?;
        // The middle of the lower case letters, which no neighbouring row's rule crosses.
        let row = within(&self.ys, word.y1 - 0.45 * word.height())?;
        Some(row * self.columns() + column)
    }
}

/// The ruled tables of a page, from top to bottom.
pub fn find(page: &Page) -> Vec<Grid> {
    let mut grids: Vec<Grid> = components(&page.rules)
        .iter()
        .filter_map(|rules| grid(rules))
        .collect();
    grids.sort_by(|a, b| a.ys[0].total_cmp(&b.ys[0]));
    grids
}

fn bounds(rule: &Rule) -> Rect {
    match *rule {
        Rule::Horizontal { y, x0, x1 } => Rect {
            x0,
            y0: y,
            x1,
            y1: y,
        },
        Rule::Vertical { x, y0, y1 } => Rect {
            x0: x,
            y0,
            x1: x,
            y1,
        },
    }
}

/// Groups rules that meet, directly or through others.
fn components(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in rules {
        let box_ = bounds(rule);
        let meets = |other: &Rule| {
            let o = bounds(other);
            box_.x0 <= o.x1 + MEETS
                && o.x0 <= box_.x1 + MEETS
                && box_.y0 <= o.y1 + MEETS
                && o.y0 <= box_.y1 + MEETS
        };
        let (touching, mut apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|g| g.iter().any(meets));
        let mut joined: Vec<Rule> = touching.into_iter().flatten().collect();
        joined.push(*rule);
        apart.push(joined);
        groups = apart;
    }
    groups
}

/// Values that lie closer than [`MEETS`] become one.
fn cluster(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    let mut out: Vec<f32> = Vec::new();
    for v in values {
        match out.last() {
            Some(last) if v - last < MEETS => {}
            _ => out.push(v),
        }
    }
    out
}

fn grid(rules: &[Rule]) -> Option<Grid> {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for rule in rules {
        match *rule {
            Rule::Vertical { x, .. } => xs.push(x),
            Rule::Horizontal { y, .. } => ys.push(y),
        }
    }
    if xs.is_empty() || ys.len() < 2 {
        return None;
    }
    // A table may have no border at its sides: the ends of its inner rules bound it there.
    for rule in rules {
        match *rule {
            Rule::Vertical { y0, y1, .. } => ys.extend([y0, y1]),
            Rule::Horizontal { x0, x1, .. } => xs.extend([x0, x1]),
        }
    }
    let (xs, ys) = (cluster(xs), cluster(ys));
    if xs.len() < 2 || ys.len() < 2 {
        return None;
    }
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    let mut root: Vec<usize> = (0..columns * rows).collect();
    for row in 0..rows {
        for column in 0..columns {
            let here = row * columns + column;
            if column + 1 < columns && !vertical_edge(rules, xs[column + 1], ys[row], ys[row + 1]) {
                merge(&mut root, here, here + 1);
            }
            if row + 1 < rows && !horizontal_edge(rules, ys[row + 1], xs[column], xs[column + 1]) {
                merge(&mut root, here, here + columns);
            }
        }
    }
    Some(Grid { xs, ys, root })
}

fn merge(root: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root[a], root[b]);
    let (low, high) = (a.min(b), a.max(b));
    root.iter_mut()
        .filter(|r| **r == high)
        .for_each(|r| *r = low);
}

fn vertical_edge(rules: &[Rule], at: f32, from: f32, to: f32) -> bool {
    let covered: f32 = rules
        .iter()
        .filter_map(|r| match *r {
            Rule::Vertical { x, y0, y1 } if (x - at).abs() < MEETS => {
                Some((y1.min(to) - y0.max(from)).max(0.0))
            }
            _ => None,
        })
        .sum();
    covered >= COVERED * (to - from)
}

fn horizontal_edge(rules: &[Rule], at: f32, from: f32, to: f32) -> bool {
    let covered: f32 = rules
        .iter()
        .filter_map(|r| match *r {
            Rule::Horizontal { y, x0, x1 } if (y - at).abs() < MEETS => {
                Some((x1.min(to) - x0.max(from)).max(0.0))
            }
            _ => None,
        })
        .sum();
    covered >= COVERED * (to - from)
}

/// Puts the page's words into the grids' cells and reads their lines.
pub fn fill(document: &Document, page: usize, grids: &[Grid]) -> Vec<Table> {
    let mut words: Vec<Vec<Vec<usize>>> = grids
        .iter()
        .map(|g| vec![Vec::new(); g.root.len()])
        .collect();
    for index in document.pages[page].words.clone() {
        for (grid, cells) in grids.iter().zip(&mut words) {
            if let Some(cell) = grid.cell(document.words[index].bbox) {
                cells[grid.root[cell]].push(index);
                break;
            }
        }
    }
    grids
        .iter()
        .zip(words)
        .map(|(grid, cells)| table(document, page, grid, cells))
        .collect()
}

/// The table of one grid. Raster rows that a merged cell ties together give one row.
fn table(document: &Document, page: usize, grid: &Grid, words: Vec<Vec<usize>>) -> Table {
    let columns = grid.columns();
    let mut rows: Vec<Row> = Vec::new();
    let mut tied_to_next = false;
    for row in 0..grid.ys.len() - 1 {
        let cells = (0..columns).map(|column| {
            let cell = row * columns + column;
            cell_lines(document, page, grid, cell, &words[cell])
        });
        match rows.last_mut() {
            Some(last) if tied_to_next => last
                .cells
                .iter_mut()
                .zip(cells)
                .for_each(|(c, lines)| c.extend(lines)),
            _ => rows.push(Row {
                cells: cells.collect(),
                page,
            }),
        }
        tied_to_next = (0..columns).any(|c| {
            let below = (row + 1) * columns + c;
            // Tied by a cell that is merged downwards, unless everything is: then the rows are one anyway.
            below < grid.root.len() && grid.root[below] < (row + 1) * columns
        });
    }
    rows.retain(|r| !r.is_empty());
    Table {
        rows,
        columns,
        ruled: true,
        top: grid.ys[0],
        page_from: page,
        page_to: page,
    }
}

fn cell_lines(
    document: &Document,
    page: usize,
    grid: &Grid,
    cell: usize,
    words: &[usize],
) -> Vec<Line> {
    let lines = line::group(document, page, words.to_vec());
    let columns = grid.columns();
    let last = (cell % columns..columns)
        .take_while(|c| grid.root[cell - cell % columns + c] == grid.root[cell])
        .last();
    let right = grid.xs[last.unwrap_or(cell % columns) + 1];
    let mut out: Vec<Line> = lines
        .iter()
        .map(|l| Line::of_words(document, page, &l.words))
        .collect();
    line::set_limits(&mut out, right);
    out
}
