//! A table whose cells say how many rows they span, while it is read (HTML standard, 4.9.12, the part that forms rows
//! and columns; old Word documents are read the same way).

use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Cell, Row};

/// The most columns or rows that a cell may span in the standard: 1,000 and 65,534.
const MAX_COLUMNS: usize = 1_000;
const MAX_ROWS: usize = 65_534;

/// A cell that reaches down over the following rows.
struct Reaching {
    column: usize,
    span: usize,
    rows_left: usize,
}

/// A table being read.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    /// Cells of the open row, with how many rows they span.
    row: Option<Vec<(Cell, usize)>>,
    reaching: Vec<Reaching>,
}

impl Table {
    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.row.get_or_insert_default();
    }

    /// Adds a cell; what the attributes say of its spans counts within the standard's limits.
    pub fn add(&mut self, blocks: Vec<Block>, columns: usize, rows: usize) {
        let span = columns.clamp(1, MAX_COLUMNS);
        let rows = if rows == 0 {
            MAX_ROWS
        } else {
            rows.min(MAX_ROWS)
        };
        let cell = Cell {
            blocks,
            span,
            ..Cell::default()
        };
        self.row.get_or_insert_default().push((cell, rows));
    }

    /// Ends the row, if one is open.
    pub fn end_row(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let Some(cells) = self.row.take() else {
            return Ok(());
        };
        let mut above = std::mem::take(&mut self.reaching);
        above.sort_by_key(|r| r.column);
        budget.take(cells.len().saturating_add(above.len()))?;
        let mut above = above.into_iter().peekable();
        let (mut row, mut column) = (Row::default(), 0_usize);
        let mut kept = Vec::new();
        for (cell, rows) in cells {
            while let Some(reaching) = above.next_if(|r| r.column <= column) {
                continue_above(reaching, &mut row, &mut column, &mut kept);
            }
            if rows > 1 {
                kept.push(Reaching {
                    column,
                    span: cell.span,
                    rows_left: rows - 1,
                });
            }
            column = column.saturating_add(cell.span);
            row.cells.push(cell);
        }
        for reaching in above {
            if reaching.column > column {
                let span = reaching.column - column;
                row.cells.push(Cell {
                    span,
                    ..Cell::default()
                });
                column = reaching.column;
            }
            continue_above(reaching, &mut row, &mut column, &mut kept);
        }
        self.reaching = kept;
        self.rows.push(row);
        Ok(())
    }

    /// The rows.
    pub fn finish(mut self, budget: &mut Budget) -> Result<Vec<Row>, ReadError> {
        self.end_row(budget)?;
        Ok(self.rows)
    }
}

fn continue_above(
    mut reaching: Reaching,
    row: &mut Row,
    column: &mut usize,
    kept: &mut Vec<Reaching>,
) {
    row.cells.push(Cell {
        span: reaching.span,
        continues: true,
        ..Cell::default()
    });
    *column = column.saturating_add(reaching.span);
    reaching.rows_left -= 1;
    if reaching.rows_left > 0 {
        kept.push(reaching);
    }
}
