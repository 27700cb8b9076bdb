//! Headings on lines of their own: out of tables, and off the text before them.

use super::{is_capitals, number};
use crate::grammar::context::plain;
use crate::grammar::fold::fold;
use crate::grammar::pack::Pack;
use crate::layout::{Block, Line, Marker, Row, Table};

/// Takes headings out of tables, and cuts lines at a heading within them, so that every heading has a line of its own.
pub(super) fn explode(pack: &Pack, blocks: &[Block]) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => match cut_at_heading(pack, line) {
                Some((head, tail)) => out.extend([Block::Line(head), Block::Line(tail)]),
                None => out.push(block.clone()),
            },
            Block::Table(table) => explode_table(pack, table, &mut out),
        }
    }
    out
}

fn explode_table(pack: &Pack, table: &Table, out: &mut Vec<Block>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut loose = false;
    for row in &table.rows {
        let heading = heads_section(pack, row);
        let single = row.single_cell().is_some();
        if heading || (loose && single && !table.ruled) {
            flush(table, &mut rows, out);
            let mut lines: Vec<Line> = row.lines().cloned().collect();
            if heading
                && !single
                && let Some(key) = row.cells[0].len().checked_sub(1)
            {
                lines[key].cut = true;
            }
            out.extend(lines.into_iter().map(Block::Line));
            loose = true;
        } else {
            loose = false;
            rows.push(row.clone());
        }
    }
    flush(table, &mut rows, out);
}

fn flush(table: &Table, rows: &mut Vec<Row>, out: &mut Vec<Block>) {
    if !rows.is_empty() {
        out.push(Block::Table(Table {
            rows: std::mem::take(rows),
            ..table.clone()
        }));
    }
}

/// Whether a row's first cell opens a section: a numbered heading of the pack (its text may stand in the next cell), or any
/// heading of the pack that is alone in its row.
fn heads_section(pack: &Pack, row: &Row) -> bool {
    let cells: Vec<&Vec<Line>> = row.cells.iter().filter(|c| !c.is_empty()).collect();
    let Some(first) = cells.first() else {
        return false;
    };
    let string = plain(first.iter());
    let Some((value, from, _)) = number(&string) else {
        return false;
    };
    let whole = pack.section_of(&fold(&string[from..])).is_some();
    let begins = first.first().is_some_and(|l| {
        number(l.as_str()).is_some_and(|(v, from, _)| {
            v.is_some() && pack.section_of(&fold(&l.as_str()[from..])).is_some()
        })
    });
    match cells.len() {
        1 => begins || (whole && (value.is_some() || is_capitals(&string) || first[0].bold)),
        2 => whole && value.is_some(),
        // Number, heading and text in cells of their own.
        _ => false,
    }
}

/// Cuts a line before a numbered heading that stands at its end: "AMETIJUHEND 1. ÜLDOSA", "… eest. 3. PÕHIKOHUSTUSED".
fn cut_at_heading(pack: &Pack, line: &Line) -> Option<(Line, Line)> {
    let string = line.as_str();
    for (at, _) in string
        .match_indices(' ')
        .skip(if Marker::parse(string).is_some() {
            1
        } else {
            0
        })
    {
        let tail = &string[at + 1..];
        let opens = tail.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c));
        if opens
            && let Some((Some(_), from, _)) = number(tail)
            && from < tail.len()
            && (pack.section_of(&fold(&tail[from..])).is_some())
        {
            return Some(line.split(at + 1));
        }
    }
    None
}
