//! Formats that know their paragraphs and tables hand them over as they are.

use crate::layout::table::{Row, Table};
use crate::layout::{Block, Layout, Line};
use crate::read::{Document, Flow, FlowRow, Paragraph};

/// The blocks of a document without pages.
pub fn layout(document: &Document) -> Layout {
    let mut blocks = Vec::new();
    for block in &document.flow {
        match block {
            Flow::Paragraph(paragraph) => {
                blocks.extend(lines(document, paragraph).into_iter().map(Block::Line))
            }
            Flow::Table(rows) => blocks.push(Block::Table(table(document, rows))),
        }
    }
    let furniture = document
        .running
        .iter()
        .map(|r| line(document, r.clone()).text)
        .collect();
    Layout {
        blocks: super::table::release_single_columns(blocks),
        furniture,
    }
}

fn line(document: &Document, words: std::ops::Range<usize>) -> Line {
    Line::of_words(document, 0, &words.collect::<Vec<usize>>())
}

/// A paragraph's lines; each ends where the author ended it.
fn lines(document: &Document, paragraph: &Paragraph) -> Vec<Line> {
    let lines = paragraph.lines.iter().filter(|l| !l.is_empty());
    lines
        .map(|l| Line {
            cut: true,
            ..line(document, l.clone())
        })
        .collect()
}

fn table(document: &Document, flow: &[FlowRow]) -> Table {
    let columns = flow
        .iter()
        .map(|r| r.cells.iter().map(|c| c.span.max(1)).sum())
        .max()
        .unwrap_or(0);
    let mut rows: Vec<Row> = Vec::new();
    for flow_row in flow {
        let mut cells: Vec<Vec<Line>> = vec![Vec::new(); columns];
        let mut column = 0;
        for cell in &flow_row.cells {
            cells[column] = cell
                .paragraphs
                .iter()
                .flat_map(|p| lines(document, p))
                .collect();
            column += cell.span.max(1);
        }
        let tied = flow_row.cells.iter().any(|c| c.continues);
        match rows.last_mut() {
            Some(last) if tied => last
                .cells
                .iter_mut()
                .zip(cells)
                .for_each(|(cell, more)| cell.extend(more)),
            _ => rows.push(Row { cells, page: 0 }),
        }
    }
    rows.retain(|r| !r.is_empty());
    Table {
        rows,
        columns,
        ruled: true,
        top: 0.0,
        page_from: 0,
        page_to: 0,
    }
}
