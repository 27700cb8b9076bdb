//! Rows of a table without rules: which lines belong together.

use crate::layout::line::Line;
use crate::layout::table::Row;
use crate::layout::{Marker, MarkerKind};

/// Groups lines, given as one optional part per column, into rows. The evidence, best first: numbers in the first column,
/// blank space between rows, and a capital at the beginning of the first column.
pub fn group(lines: Vec<Vec<Option<Line>>>, page: usize) -> Vec<Row> {
    let starts = starts(&lines);
    let mut rows: Vec<Row> = Vec::new();
    for (line, starts_row) in lines.into_iter().zip(starts) {
        if starts_row || rows.is_empty() {
            rows.push(Row {
                cells: vec![Vec::new(); line.len()],
                page,
            });
        }
        if let Some(row) = rows.last_mut() {
            for (cell, part) in row.cells.iter_mut().zip(line) {
                cell.extend(part);
            }
        }
    }
    rows
}

fn starts(lines: &[Vec<Option<Line>>]) -> Vec<bool> {
    let key = |i: usize| lines[i].first().and_then(Option::as_ref);
    let numbered: Vec<bool> = (0..lines.len())
        .map(|i| key(i).is_some_and(|l| is_number(l.as_str())))
        .collect();
    if let Some(first) = numbered.iter().position(|&n| n)
        && numbered.iter().filter(|&&n| n).count() >= 2
    {
        return (0..lines.len())
            .map(|i| numbered[i] || (i < first && begins(lines, i)))
            .collect();
    }
    let blanks = lines
        .iter()
        .skip(1)
        .filter(|l| l.iter().flatten().any(|p| p.blank_above))
        .count();
    let by_blanks = blanks >= 2 && blanks * 8 >= lines.len();
    (0..lines.len())
        .map(|i| {
            let blank = lines[i].iter().flatten().any(|p| p.blank_above);
            i == 0
                || if by_blanks {
                    blank && key(i).is_some()
                } else {
                    begins(lines, i)
                }
        })
        .collect()
}

/// Whether a number opens the line: an item's, of two parts or more, or a single one with its dot.
fn is_number(line: &str) -> bool {
    matches!(
        Marker::parse(line),
        Some(Marker {
            kind: MarkerKind::Number(_),
            ..
        })
    )
}

/// Without numbers and blanks: a row begins where the first column does with a capital or figure, and not in the middle of a sentence.
fn begins(lines: &[Vec<Option<Line>>], i: usize) -> bool {
    let Some(key) = lines[i].first().and_then(Option::as_ref) else {
        return false;
    };
    let lower = key.as_str().chars().next().is_none_or(char::is_lowercase);
    let bullet = Marker::parse(key.as_str()).is_some_and(|m| m.is_bullet());
    let alone = lines[i].iter().skip(1).all(Option::is_none);
    let above = lines[..i]
        .iter()
        .rev()
        .find_map(|l| l.first().and_then(Option::as_ref));
    let wrapped = above.is_some_and(|a| {
        a.limit > 0.0 && !a.as_str().ends_with(['.', ';', ':']) && !a.had_room_for(key)
    });
    let goes_on = wrapped && (alone || is_long(above));
    !(lower || bullet || goes_on)
}

/// A first column that is set in lines of several words is running text, not labels.
fn is_long(line: Option<&Line>) -> bool {
    line.is_some_and(|l| l.as_str().split(' ').count() > 4)
}
