//! Tables of an OpenDocument text.

use super::body::Story;
use crate::read::ReadError;
use crate::read::flow::{Cell, Row};
use crate::read::xml::{Tag, Xml};

/// More repeated cells than this are taken for damage.
const MAX_REPEATED: usize = 1_000;

/// A cell that reaches down over the following rows.
struct Reaching {
    column: usize,
    span: usize,
    rows_left: usize,
}

/// Reads `table:table`.
pub fn rows(story: &mut Story, xml: &mut Xml) -> Result<Vec<Row>, ReadError> {
    let mut rows = Vec::new();
    collect(story, xml, &mut rows, &mut Vec::new())?;
    Ok(rows)
}

/// Rows may stand in groups and in the table's head.
fn collect(
    story: &mut Story,
    xml: &mut Xml,
    rows: &mut Vec<Row>,
    reaching: &mut Vec<Reaching>,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "table-row" => {
                rows.push(row(story, xml, reaching)?);
                reaching.retain_mut(|r| {
                    r.rows_left = r.rows_left.saturating_sub(1);
                    r.rows_left > 0
                });
            }
            "table-header-rows" | "table-rows" | "table-row-group" => {
                collect(story, xml, rows, reaching)?
            }
            _ => xml.skip()?,
        }
    }
    Ok(())
}

fn row(story: &mut Story, xml: &mut Xml, reaching: &mut Vec<Reaching>) -> Result<Row, ReadError> {
    let mut row = Row::default();
    let (mut column, mut covered) = (0_usize, 0_usize);
    while let Some(tag) = xml.open()? {
        let repeated = number(&tag, "number-columns-repeated").min(MAX_REPEATED);
        story.budget.take(repeated)?;
        match tag.name() {
            "table-cell" => {
                let span = number(&tag, "number-columns-spanned").min(MAX_REPEATED);
                let rows_left = number(&tag, "number-rows-spanned");
                if rows_left > 1 {
                    reaching.push(Reaching {
                        column,
                        span,
                        rows_left,
                    });
                }
                let mut cell = Cell {
                    span,
                    ..Cell::default()
                };
                story.blocks(xml, &mut cell.blocks)?;
                row.cells.push(cell);
                row.cells.extend((1..repeated).map(|_| Cell::default()));
                column = column.saturating_add(span.saturating_add(repeated - 1));
                covered = span - 1;
            }
            "covered-table-cell" => {
                xml.skip()?;
                for _ in 0..repeated {
                    if covered > 0 {
                        covered -= 1;
                        continue;
                    }
                    let above = reaching.iter().find(|r| r.column == column);
                    let span = above.map_or(1, |r| r.span);
                    row.cells.push(Cell {
                        span,
                        continues: above.is_some(),
                        ..Cell::default()
                    });
                    column = column.saturating_add(span);
                    covered = span - 1;
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(row)
}

/// A count of at least 1.
fn number(tag: &Tag, name: &str) -> usize {
    tag.attr(name)
        .and_then(|v| v.parse().ok())
        .unwrap_or(1)
        .max(1)
}
