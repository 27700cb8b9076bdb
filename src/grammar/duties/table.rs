//! Duties in a table: columns by their heads, rows as the layout gives them.

use crate::diagnostic::Severity;
use crate::grammar::context::{Context, plain};
use crate::grammar::draft::{Draft, Duty};
use crate::grammar::duties::{add_below, duty};
use crate::grammar::fold::fold;
use crate::grammar::items::{self, ListItem};
use crate::grammar::pack::ColumnRole;
use crate::layout::{Line, Marker, Row, Table};
use crate::text::Text;

/// A head has at most this many rows: where it is broken over lines, a table without rules may take each for a row.
const MOST_HEAD_ROWS: usize = 3;

/// Reads a table of duties; says whether it has a column of results.
pub fn read(context: &Context, table: &Table, draft: &mut Draft) -> bool {
    let (head, roles) = columns(context, table);
    for row in &table.rows[..head] {
        row.lines().for_each(|l| context.label(l.text.clone()));
    }
    for row in &table.rows[head..] {
        if is_head(context, row) {
            row.lines().for_each(|l| context.label(l.text.clone()));
        } else {
            read_row(context, table, row, &roles, draft);
        }
    }
    roles.contains(&ColumnRole::Result)
}

/// How many rows the head has, and each column's role.
fn columns(context: &Context, table: &Table) -> (usize, Vec<ColumnRole>) {
    for rows in 1..=MOST_HEAD_ROWS.min(table.rows.len()) {
        let heads: Vec<String> = (0..table.columns)
            .map(|c| {
                let lines: Vec<Line> = table.rows[..rows]
                    .iter()
                    .filter_map(|r| r.cells.get(c))
                    .flatten()
                    .cloned()
                    .collect();
                head_text(&lines)
            })
            .collect();
        let roles = context.pack.table_columns(&heads);
        let filled = heads.iter().filter(|h| !h.is_empty()).count();
        let known = roles.iter().flatten().count();
        if known > 0 && known * 2 >= filled {
            return (rows, complete(&roles, table));
        }
    }
    (0, complete(&vec![None; table.columns], table))
}

/// A column's head, folded and without its number ("3.1 ÜLESANNE").
fn head_text(lines: &[Line]) -> String {
    let string = plain(lines);
    let from = Marker::parse(&string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    fold(&string[from..])
}

/// Roles for the columns whose heads say nothing: numbers first where there are only numbers, then duty, then result.
fn complete(roles: &[Option<ColumnRole>], table: &Table) -> Vec<ColumnRole> {
    let mut out = Vec::with_capacity(roles.len());
    for (column, role) in roles.iter().enumerate() {
        let has = |wanted| roles.contains(&Some(wanted)) || out.contains(&wanted);
        let next = match role {
            Some(role) => *role,
            None if column == 0 && roles.len() > 1 && all_numbers(table) => ColumnRole::Number,
            None if !has(ColumnRole::Duty) => ColumnRole::Duty,
            None if !has(ColumnRole::Result) => ColumnRole::Result,
            None => ColumnRole::Indicator,
        };
        out.push(next);
    }
    out
}

fn all_numbers(table: &Table) -> bool {
    let cells: Vec<&Vec<Line>> = table
        .rows
        .iter()
        .filter_map(|r| r.cells.first())
        .filter(|c| !c.is_empty())
        .collect();
    let numbers = cells
        .iter()
        .filter(|c| Marker::parse(c[0].as_str()).is_some_and(|m| m.text == c[0].as_str().len()));
    numbers.count() * 4 >= cells.len() * 3 && !cells.is_empty()
}

/// A head that is repeated in the middle of the table.
fn is_head(context: &Context, row: &Row) -> bool {
    let heads: Vec<String> = row.cells.iter().map(|c| head_text(c)).collect();
    let filled = heads.iter().filter(|h| !h.is_empty()).count();
    filled > 1
        && heads
            .iter()
            .filter(|h| context.pack.column_of(h).is_some())
            .count()
            == filled
}

fn read_row(context: &Context, table: &Table, row: &Row, roles: &[ColumnRole], draft: &mut Draft) {
    let cells = |role: ColumnRole| -> Vec<Line> {
        row.cells
            .iter()
            .zip(roles)
            .filter(|(_, r)| **r == role)
            .flat_map(|(c, _)| cut_last(c))
            .collect()
    };
    let number = cells(ColumnRole::Number);
    let mut found = duties_of(context, &number, &cells(ColumnRole::Duty));
    let activities = items::items(context, &cells(ColumnRole::Activity));
    let results = texts(context, &cells(ColumnRole::Result));
    let indicators = texts(context, &cells(ColumnRole::Indicator));
    let share = cells(ColumnRole::Share);
    if found.is_empty()
        && (table.ruled || !number.is_empty())
        && let Some(first) = results.first()
    {
        context.note(
            "result-without-duty",
            Severity::Error,
            (
                "These results stand beside an empty duty. Write the duty in, or put the results with the duty they belong to.",
                "Need tulemused seisavad tühja ülesande kõrval. Kirjutage ülesanne juurde või viige tulemused selle ülesande juurde, mille kohta need käivad.",
            ),
            first.clone(),
        );
        context.label(context.join_lines(&number));
        draft.unpaired_results.extend(results);
        return;
    }
    if found.is_empty() {
        // The rest of a row: its duty stands above.
        match draft.duties.last_mut() {
            Some(last) => {
                last.results.extend(results);
                last.indicators.extend(indicators);
                activities
                    .into_iter()
                    .for_each(|a| last.subduties.push(duty(a)));
            }
            None => draft.unpaired_results.extend(results),
        }
        return;
    }
    if let [only] = found.as_mut_slice() {
        only.results = results;
        only.indicators = indicators;
        only.share = share.first().map(|l| l.text.clone());
        activities
            .into_iter()
            .for_each(|a| only.subduties.push(duty(a)));
    } else if !results.is_empty() {
        let at = results[0].clone();
        context.note(
            "pairing-ambiguous",
            Severity::Error,
            (
                format!("One row holds {} duties and their results; the document does not say which belongs to which. Pair them by hand.", found.len()),
                format!("Ühel tabelireal on {} ülesannet koos tulemustega; dokument ei ütle, milline millise juurde kuulub. Siduge need käsitsi.", found.len()),
            ),
            at,
        );
        draft.unpaired_results.extend(results);
    }
    draft.duties.append(&mut found);
}

/// A cell's lines, of which the last ends its paragraph.
fn cut_last(cell: &[Line]) -> Vec<Line> {
    let mut lines = cell.to_vec();
    if let Some(last) = lines.last_mut() {
        last.cut = true;
    }
    lines
}

/// The duties of a cell: one for each number of the least depth; bullets and deeper numbers below them. Without numbers the
/// cell is one duty.
fn duties_of(context: &Context, number: &[Line], lines: &[Line]) -> Vec<Duty> {
    let items = items::items(context, lines);
    let base = items
        .iter()
        .map(ListItem::depth)
        .filter(|d| *d > 0)
        .min()
        .unwrap_or(0);
    let mut duties: Vec<Duty> = Vec::new();
    for item in items {
        let opens = (base > 0 && item.depth() == base) || duties.is_empty();
        if opens {
            duties.push(duty(item));
        } else if item.marker.is_none() {
            // A second paragraph of the same cell belongs to the text above it.
            extend_last(context, &mut duties, item);
        } else {
            add_below(&mut duties, base.max(1), item);
        }
    }
    if let (Some(first), false) = (duties.first_mut(), number.is_empty()) {
        let text = context.join_lines(number);
        let end = Marker::parse(text.as_str()).map_or(text.as_str().len(), |m| m.end);
        first.number = first.number.take().or(Some(text.slice(0, end)));
        context.label(text);
    }
    duties
}

fn extend_last(context: &Context, duties: &mut [Duty], item: ListItem) {
    let Some(last) = duties.last_mut() else {
        return;
    };
    let target = match last.subduties.last_mut() {
        Some(sub) => &mut sub.text,
        None => &mut last.text,
    };
    *target = context.join([&target.clone(), &item.text]);
}

/// A result cell's items; their numbers belong to no text.
fn texts(context: &Context, lines: &[Line]) -> Vec<Text> {
    items::items(context, lines)
        .into_iter()
        .map(|item| {
            if let Some(number) = item.number {
                context.label(number);
            }
            item.text
        })
        .filter(|t| !t.is_empty())
        .collect()
}
