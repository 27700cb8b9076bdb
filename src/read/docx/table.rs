//! Tables of a Word document.

use super::body::{Blocks, Story};
use super::properties::{is_on, number};
use crate::read::ReadError;
use crate::read::flow::{Cell, Row};
use crate::read::xml::Xml;

/// Reads `w:tbl`.
pub fn rows(story: &mut Story, xml: &mut Xml) -> Result<Vec<Row>, ReadError> {
    let mut rows = Vec::new();
    collect_rows(story, xml, &mut rows)?;
    Ok(rows)
}

/// Rows may stand in content controls and the like.
fn collect_rows(story: &mut Story, xml: &mut Xml, rows: &mut Vec<Row>) -> Result<(), ReadError> {
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "tr" => rows.extend(row(story, xml)?),
            "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" | "customXmlPr" | "del" | "moveFrom" => {
                xml.skip()?
            }
            _ => collect_rows(story, xml, rows)?,
        }
    }
    Ok(())
}

/// Reads `w:tr`; `None` if the row was deleted.
fn row(story: &mut Story, xml: &mut Xml) -> Result<Option<Row>, ReadError> {
    let mut row = Row::default();
    let mut deleted = false;
    cells(story, xml, &mut row, &mut deleted)?;
    Ok((!deleted).then_some(row))
}

fn cells(
    story: &mut Story,
    xml: &mut Xml,
    row: &mut Row,
    deleted: &mut bool,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "trPr" => {
                while let Some(tag) = xml.open()? {
                    match tag.name() {
                        "del" => *deleted = true,
                        "gridBefore" => {
                            let span = number(&tag)
                                .and_then(|n| usize::try_from(n).ok())
                                .unwrap_or(0);
                            row.cells.extend((span > 0).then(|| Cell {
                                span,
                                ..Cell::default()
                            }));
                        }
                        _ => {}
                    }
                    xml.skip()?;
                }
            }
            "tc" => cell(story, xml, row)?,
            "tblPrEx" | "sdtPr" | "sdtEndPr" | "customXmlPr" | "del" | "moveFrom" => xml.skip()?,
            _ => cells(story, xml, row, deleted)?,
        }
    }
    Ok(())
}

/// Reads `w:tc`.
fn cell(story: &mut Story, xml: &mut Xml, row: &mut Row) -> Result<(), ReadError> {
    let mut cell = Cell {
        span: 1,
        ..Cell::default()
    };
    story.budget.take(1)?;
    let (mut deleted, mut merged) = (false, false);
    let mut blocks = Blocks::default();
    story.cell_blocks(xml, &mut blocks, |xml| {
        while let Some(tag) = xml.open()? {
            let continues = tag.attr("val").is_none_or(|v| v == "continue");
            match tag.name() {
                "gridSpan" => {
                    cell.span = number(&tag)
                        .and_then(|n| usize::try_from(n).ok())
                        .unwrap_or(1)
                }
                "vMerge" => cell.continues = continues,
                "hMerge" => merged = continues,
                "cellDel" => deleted = is_on(&tag),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    })?;
    cell.blocks = blocks.finish();
    if deleted {
        return Ok(());
    }
    match row.cells.last_mut().filter(|_| merged) {
        Some(before) => {
            before.span = before.span.saturating_add(cell.span.max(1));
            before.blocks.append(&mut cell.blocks);
        }
        None => row.cells.push(cell),
    }
    Ok(())
}
