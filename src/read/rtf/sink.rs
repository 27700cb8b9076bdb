//! Where an RTF file's text goes: paragraphs, and tables by their rows' edges.

use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Cell, Para, Row};

/// Edges of cells that differ by less (in twips, 1/1440 inch) are one; Word lets rows differ by a hair.
const SAME_EDGE: i32 = 30;

/// What `\trowd … \cellx` says of a cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellShape {
    /// Its right edge, in twips.
    pub right: i32,
    /// Whether it is the rest of the cell above.
    pub continues: bool,
    /// Whether it is the rest of the cell to the left.
    pub merged: bool,
}

/// A row with its cells' right edges.
struct EdgedRow {
    left: i32,
    cells: Vec<(CellShape, Vec<Block>)>,
}

/// What goes into one body: the document's, a header's, a note's or a text box's.
#[derive(Default)]
pub struct Sink {
    blocks: Vec<Block>,
    /// The paragraph being read.
    pub para: Para,
    /// Text boxes that the paragraph anchors.
    boxes: Vec<Block>,
    cell: Vec<Block>,
    row: Vec<Vec<Block>>,
    rows: Vec<EdgedRow>,
}

impl Sink {
    /// Adds a text box.
    pub fn add_box(&mut self, mut blocks: Vec<Block>) {
        self.boxes.append(&mut blocks);
    }

    /// Ends the paragraph, which stands in a table or not.
    pub fn end_paragraph(&mut self, in_table: bool, budget: &mut Budget) -> Result<(), ReadError> {
        budget.take(1)?;
        if !in_table {
            self.end_table();
        }
        let target = if in_table {
            &mut self.cell
        } else {
            &mut self.blocks
        };
        target.push(Block::Para(std::mem::take(&mut self.para)));
        target.append(&mut self.boxes);
        Ok(())
    }

    /// Ends the cell.
    pub fn end_cell(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        self.end_paragraph(true, budget)?;
        budget.take(1)?;
        self.row.push(std::mem::take(&mut self.cell));
        Ok(())
    }

    /// Ends the row, whose cells have these shapes.
    pub fn end_row(&mut self, left: i32, shapes: &[CellShape]) {
        let mut last = left;
        let cells = std::mem::take(&mut self.row)
            .into_iter()
            .enumerate()
            .map(|(index, blocks)| {
                let next = CellShape {
                    right: last.saturating_add(SAME_EDGE * 2),
                    ..CellShape::default()
                };
                let shape = shapes.get(index).copied().unwrap_or(next);
                last = shape.right;
                (shape, blocks)
            });
        let cells = cells.collect();
        self.rows.push(EdgedRow { left, cells });
    }

    fn end_table(&mut self) {
        if !self.row.is_empty() {
            self.end_row(0, &[]);
        }
        if !self.rows.is_empty() {
            self.blocks
                .push(Block::Table(table(std::mem::take(&mut self.rows))));
        }
        self.blocks.append(&mut self.cell);
    }

    /// All that was read.
    pub fn finish(mut self, budget: &mut Budget) -> Result<Vec<Block>, ReadError> {
        if !self.para.is_blank() || !self.boxes.is_empty() {
            let in_table = !self.row.is_empty();
            self.end_paragraph(in_table, budget)?;
        }
        self.end_table();
        Ok(self.blocks)
    }
}

/// Edges of all rows make the columns.
fn table(rows: Vec<EdgedRow>) -> Vec<Row> {
    let mut edges: Vec<i32> = rows
        .iter()
        .flat_map(|r| r.cells.iter().map(|c| c.0.right).chain([r.left]))
        .collect();
    edges.sort_unstable();
    let mut grid: Vec<i32> = Vec::new();
    for edge in edges {
        if grid
            .last()
            .is_none_or(|last| edge.saturating_sub(*last) > SAME_EDGE)
        {
            grid.push(edge);
        }
    }
    let column = |edge: i32| grid.partition_point(|g| edge.saturating_sub(*g) >= 0);
    rows.into_iter().map(|row| shape(row, column)).collect()
}

fn shape(row: EdgedRow, column: impl Fn(i32) -> usize) -> Row {
    let mut out = Row::default();
    let mut at = 1;
    let before = column(row.left).saturating_sub(at);
    if before > 0 {
        out.cells.push(Cell {
            span: before,
            ..Cell::default()
        });
        at += before;
    }
    for (shape, mut blocks) in row.cells {
        let right = column(shape.right).max(at + 1);
        let span = right - at;
        at = right;
        match out.cells.last_mut().filter(|_| shape.merged) {
            Some(cell) => {
                cell.span += span;
                cell.blocks.append(&mut blocks);
            }
            None => out.cells.push(Cell {
                blocks,
                span,
                continues: shape.continues,
            }),
        }
    }
    out
}
