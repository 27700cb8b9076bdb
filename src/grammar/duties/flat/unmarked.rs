//! Rows of a flattened table whose cells begin with no marker.

use crate::grammar::context::Context;
use crate::grammar::duties::flat::duty_items;
use crate::grammar::items::ListItem;
use crate::layout::{Line, Marker, bullet_within};

/// Items of a flattened table. Where results have no markers, blank lines separate paragraphs; where there are none
/// either, a line that ends its sentence with room to spare.
pub fn split(context: &Context, lines: &[Line], columns: usize) -> Vec<ListItem> {
    let bullet = |l: &Line| {
        Marker::parse(l.as_str()).is_some_and(|m| m.is_bullet())
            || bullet_within(l.as_str(), &l.gaps).is_some()
    };
    if lines.iter().any(bullet) {
        return duty_items(context, lines);
    }
    // The columns are narrower than the page: their widest line is the limit.
    let limit = lines.iter().map(|l| l.bbox.x1).fold(0.0_f32, f32::max);
    let lines: Vec<Line> = lines
        .iter()
        .flat_map(cut_at_gap)
        .map(|l| Line { limit, ..l })
        .collect();
    let by_blanks = lines
        .iter()
        .skip(1)
        .any(|l| l.blank_above && !is_numbered(l));
    let mut out: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let ends = out.last().and_then(|p| p.last()).is_some_and(|last| {
            let closed = last.as_str().ends_with(['.', ';'])
                && !line
                    .as_str()
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_lowercase() && last.as_str().ends_with('.'));
            let apart = if by_blanks {
                line.blank_above || last.cut
            } else {
                last.had_room_for(&line)
            };
            is_numbered(&line) || (closed && apart)
        });
        match out.last_mut() {
            Some(paragraph) if !ends => paragraph.push(line),
            _ => out.push(vec![line]),
        }
    }
    let out = cut_rows_without_result(out, columns);
    out.iter().flat_map(|p| single_item(context, p)).collect()
}

/// A row of which nothing was told apart: its columns begin behind the first sentences that end with their lines.
fn cut_rows_without_result(paragraphs: Vec<Vec<Line>>, columns: usize) -> Vec<Vec<Line>> {
    let mut out: Vec<Vec<Line>> = Vec::new();
    let opens_row = |p: Option<&Vec<Line>>| p.is_none_or(|p| p.first().is_some_and(is_numbered));
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let alone = opens_row(Some(paragraph)) && opens_row(paragraphs.get(i + 1));
        let is_border = |l: &usize| {
            let capital = paragraph[*l]
                .as_str()
                .chars()
                .next()
                .is_some_and(char::is_uppercase);
            paragraph[l - 1].as_str().ends_with('.') && capital
        };
        let borders =
            (1..paragraph.len())
                .filter(is_border)
                .take(if alone { columns - 1 } else { 0 });
        let mut from = 0;
        for border in borders.chain([paragraph.len()]) {
            out.push(paragraph[from..border].to_vec());
            from = border;
        }
    }
    out
}

fn is_numbered(line: &Line) -> bool {
    Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 1)
}

/// Cuts a line behind a sentence where a wide gap stands: a short duty and its result share it.
fn cut_at_gap(line: &Line) -> Vec<Line> {
    match line
        .gaps
        .iter()
        .find(|&&g| line.as_str()[..g].trim_end().ends_with(['.', ';']))
    {
        Some(&at) if Marker::parse(line.as_str()).is_none_or(|m| m.text < at) => {
            let (head, tail) = line.split(at);
            vec![head, tail]
        }
        _ => vec![line.clone()],
    }
}

/// A paragraph as one item.
fn single_item(context: &Context, lines: &[Line]) -> Option<ListItem> {
    let first = lines.first()?;
    let marker = Marker::parse(first.as_str()).filter(|m| m.depth() > 1);
    let from = marker.as_ref().map_or(0, |m| m.text);
    let number = marker.as_ref().map(|m| first.text.slice(0, m.end));
    if let Some(m) = &marker {
        context.label(first.text.slice(m.end, m.text).trim());
    }
    let rest = first.text.slice(from, first.as_str().len());
    let text = context.join(std::iter::once(&rest).chain(lines[1..].iter().map(|l| &l.text)));
    Some(ListItem {
        marker,
        number,
        text,
        lost_marker: false,
    })
}
