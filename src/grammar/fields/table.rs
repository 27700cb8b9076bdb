//! Tables of the general section: labels beside values, over values, or with them in one cell.

use super::label::{Label, claim_label, inline, is_label, label_of};
use super::{Flat, push};
use crate::grammar::context::{Context, plain};
use crate::grammar::draft::Draft;
use crate::grammar::pack::FieldKey;
use crate::layout::{Line, Marker, Row, Table};
use crate::text::Text;

/// Reads a table. Rows that hold no labels are lines as others are.
pub(super) fn read(context: &Context, table: &Table, draft: &mut Draft, flat: &mut Flat) {
    let rows: Vec<Row> = table
        .rows
        .iter()
        .flat_map(|row| split_labels(context, row))
        .collect();
    let rows = merge_label_rows(context, &rows);
    let mut i = 0;
    while i < rows.len() {
        let filled: Vec<&Vec<Line>> = rows[i].cells.iter().filter(|c| !c.is_empty()).collect();
        let all_labels = filled.len() > 1 && filled.iter().all(|c| is_label(context, c));
        if all_labels && let Some(values) = rows.get(i + 1) {
            label_row(context, &rows[i], values, draft);
            i += 2;
            continue;
        }
        if !read_row(context, &rows[i], draft) {
            flat.lines.extend(rows[i].lines().cloned());
            flat.flush(context, draft);
        }
        i += 1;
    }
}

/// Where no space divides rows, several labels share a cell, and their values the next: a row for each label.
fn split_labels(context: &Context, row: &Row) -> Vec<Row> {
    let [labels, values] = row.cells.as_slice() else {
        return vec![row.clone()];
    };
    let each = |l: &Line| is_label(context, std::slice::from_ref(l));
    if labels.len() < 2 || values.is_empty() || !labels.iter().all(each) {
        return vec![row.clone()];
    }
    let beside = |value: &Line, i: usize| {
        let from = if i == 0 { f32::MIN } else { labels[i].bbox.y0 };
        let to = labels.get(i + 1).map_or(f32::MAX, |next| next.bbox.y0);
        (from..to).contains(&value.bbox.y0)
    };
    let value = |i| {
        values
            .iter()
            .filter(move |v| beside(v, i))
            .cloned()
            .collect()
    };
    labels
        .iter()
        .enumerate()
        .map(|(i, label)| Row {
            cells: vec![vec![label.clone()], value(i)],
            page: row.page,
        })
        .collect()
}

/// In a table without rules a label that wraps stands in two rows: joins them where that makes a label of the pack.
fn merge_label_rows(context: &Context, rows: &[Row]) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for row in rows {
        let wraps = out.last().is_some_and(|before| {
            let (Some(above), Some(here)) = (before.cells.first(), row.cells.first()) else {
                return false;
            };
            let joined: Vec<Line> = above.iter().chain(here).cloned().collect();
            !above.is_empty()
                && !here.is_empty()
                && !is_label(context, above)
                && !is_label(context, here)
                && is_label(context, &joined)
        });
        match out.last_mut() {
            Some(before) if wraps => before
                .cells
                .iter_mut()
                .zip(&row.cells)
                .for_each(|(a, b)| a.extend_from_slice(b)),
            _ => out.push(row.clone()),
        }
    }
    out
}

/// A row of labels over a row of values.
fn label_row(context: &Context, labels: &Row, values: &Row, draft: &mut Draft) {
    for (label, value) in labels.cells.iter().zip(&values.cells) {
        match label_of(context, label) {
            Some(label) => push(draft, label, context.join_lines(value)),
            None => value.iter().for_each(|l| context.label(l.text.clone())),
        }
    }
}

/// A row of label and value cells, or of cells that hold both. Says whether it was one.
fn read_row(context: &Context, row: &Row, draft: &mut Draft) -> bool {
    let cells: Vec<&Vec<Line>> = row
        .cells
        .iter()
        .filter(|c| !c.is_empty() && !is_number(c))
        .collect();
    let numbers = row.cells.iter().filter(|c| is_number(c));
    let mut i = 0;
    let mut any = false;
    while i < cells.len() {
        if let Some(label) = label_of(context, cells[i]) {
            let value = cells.get(i + 1).filter(|c| !is_label(context, c));
            push(
                draft,
                label,
                value.map_or(Text::default(), |v| context.join_lines(v.iter())),
            );
            i += 1 + usize::from(value.is_some());
            any = true;
        } else if let Some((label, value)) = label_and_value(context, cells[i]) {
            push(draft, label, value);
            i += 1;
            any = true;
        } else if cells.len() == 2 && i == 0 && looks_like_label(cells[0]) {
            let label = Label {
                key: FieldKey::Other,
                text: claim_label(context, cells[0]),
                corner: (0.0, 0.0),
            };
            push(draft, label, context.join_lines(cells[1].iter()));
            any = true;
            i += 2;
        } else {
            return any;
        }
    }
    numbers
        .flatten()
        .for_each(|l| context.label(l.text.clone()));
    any
}

fn is_number(cell: &[Line]) -> bool {
    cell.len() == 1
        && Marker::parse(cell[0].as_str())
            .is_some_and(|m| m.depth() > 0 && m.text == cell[0].as_str().len())
}

/// A cell that no pack knows but that stands where labels do: short, and no sentence.
fn looks_like_label(cell: &[Line]) -> bool {
    let string = plain(cell);
    string.split(' ').count() <= 6 && !string.ends_with(['.', ';'])
}

/// A cell that holds label and value: "1.1 Ametinimetus" over "Arhivaar", or "Vahetu juht: direktor".
fn label_and_value(context: &Context, cell: &[Line]) -> Option<(Label, Text)> {
    for cut in 1..cell.len() {
        if let Some(label) = label_of(context, &cell[..cut]) {
            return Some((label, context.join_lines(&cell[cut..])));
        }
    }
    let first = cell.first()?;
    let (label, value, _) = inline(context, first, false)?;
    context.label(
        first
            .text
            .slice(0, first.as_str().len() - value.as_str().len()),
    );
    let rest = std::iter::once(&value).chain(cell[1..].iter().map(|l| &l.text));
    Some((label, context.join(rest)))
}
