//! Tables, and what becomes of them at a page's end.

use crate::layout::{Block, Line, Marker};
use crate::text::Text;

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The lines of each cell, column by column; empty for an empty or merged cell.
    pub cells: Vec<Vec<Line>>,
    /// Index of the page that it begins on.
    pub page: usize,
}

impl Row {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }

    /// All lines, cell by cell.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.cells.iter().flatten()
    }

    /// The only cell with text in it, if there is just one.
    pub fn single_cell(&self) -> Option<usize> {
        let mut filled = self
            .cells
            .iter()
            .enumerate()
            .filter(|(_, lines)| !lines.is_empty());
        match (filled.next(), filled.next()) {
            (Some((column, _)), None) => Some(column),
            _ => None,
        }
    }
}

/// A table: rows of cells of lines.
#[derive(Clone, Debug)]
pub struct Table {
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// Number of columns.
    pub columns: usize,
    /// Whether ruling lines say where the cells are; otherwise the columns' edges do.
    pub ruled: bool,
    /// Upper edge on its first page.
    pub top: f32,
    /// Index of its first page.
    pub page_from: usize,
    /// Index of its last page.
    pub page_to: usize,
}

/// Joins tables that go on over a page's end, and rows that do. A repeated head row becomes furniture.
pub fn join_over_pages(blocks: Vec<Block>, furniture: &mut Vec<Text>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        match (out.last_mut(), block) {
            (Some(Block::Table(before)), Block::Table(next)) if goes_on(before, &next) => {
                append(before, next, furniture)
            }
            (_, block) => out.push(block),
        }
    }
    out
}

fn goes_on(before: &Table, next: &Table) -> bool {
    next.page_from == before.page_to + 1
        && before.ruled == next.ruled
        && before.columns == next.columns
}

fn append(table: &mut Table, mut next: Table, furniture: &mut Vec<Text>) {
    if let (Some(head), Some(repeated)) = (table.rows.first(), next.rows.first_mut())
        && begins_with(repeated, head)
    {
        for (cell, lines) in repeated.cells.iter_mut().zip(&head.cells) {
            furniture.extend(cell.drain(..lines.len()).map(|l| l.text));
        }
        if repeated.is_empty() {
            next.rows.remove(0);
        }
    }
    if let (Some(last), Some(first)) = (table.rows.last(), next.rows.first())
        && is_rest_of_row(last, first, &table.rows)
    {
        let rest = next.rows.remove(0);
        if let Some(last) = table.rows.last_mut() {
            last.cells
                .iter_mut()
                .zip(rest.cells)
                .for_each(|(cell, lines)| cell.extend(lines));
        }
    }
    table.page_to = next.page_to;
    table.rows.extend(next.rows);
}

/// Whether a row's cells begin with another row's lines: a repeated head, behind which a table without rules may have the
/// rest of a row.
fn begins_with(row: &Row, head: &Row) -> bool {
    row.cells.len() == head.cells.len()
        && row.cells.iter().zip(&head.cells).all(|(cell, lines)| {
            cell.len() >= lines.len()
                && cell
                    .iter()
                    .zip(lines)
                    .all(|(a, b)| a.as_str() == b.as_str())
        })
}

/// Whether the first row of a page is the rest of the row above: its first cell is empty, or has no number where the
/// table numbers its rows, or goes on in the middle of a sentence.
fn is_rest_of_row(last: &Row, first: &Row, rows: &[Row]) -> bool {
    let Some(line) = first.cells.first().and_then(|c| c.first()) else {
        return true;
    };
    let numbered = |row: &Row| key_marker(row).is_some_and(|m| m.depth() > 0);
    if rows.iter().filter(|r| numbered(r)).count() * 2 > rows.len() {
        return !numbered(first);
    }
    let open = last
        .cells
        .first()
        .and_then(|c| c.last())
        .is_some_and(|l| !l.as_str().ends_with(['.', ';', ':']));
    open && line.as_str().chars().next().is_some_and(char::is_lowercase)
}

/// The marker at the beginning of a row's first cell.
pub fn key_marker(row: &Row) -> Option<Marker> {
    row.cells
        .first()
        .and_then(|c| c.first())
        .and_then(|l| Marker::parse(l.as_str()))
}

/// A table of one column is no table: its lines stand for themselves.
pub fn release_single_columns(blocks: Vec<Block>) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Table(t)
                if t.rows
                    .iter()
                    .all(|r| r.cells.iter().skip(1).all(Vec::is_empty)) =>
            {
                for row in t.rows {
                    let mut lines: Vec<Line> = row.cells.into_iter().flatten().collect();
                    if let Some(last) = lines.last_mut() {
                        last.cut = true;
                    }
                    out.extend(lines.into_iter().map(Block::Line));
                }
            }
            other => out.push(other),
        }
    }
    out
}
