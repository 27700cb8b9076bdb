//! Rows of a flattened table whose cells begin with no marker.

use crate::grammar::context::{Context, plain};
use crate::grammar::duties::flat::duty_items;
use crate::grammar::duties::flat::rows::is_share;
use crate::grammar::duties::wording;
use crate::grammar::items::{self, ListItem};
use crate::layout::{Line, Marker, bullet_within};

/// Items of a flattened table. Where results have no markers, blank lines separate paragraphs; where there are none
/// either, a line that ends its sentence with room to spare.
pub fn split(context: &Context, lines: &[Line], columns: usize) -> Vec<ListItem> {
    let bullet = |l: &Line| {
        Marker::parse(l.as_str()).is_some_and(|m| m.is_bullet())
            || bullet_within(l.as_str(), &l.gaps).is_some()
    };
    if lines.iter().any(bullet) || items::has_lone_dashes(lines) {
        return duty_items(context, lines);
    }
    // The columns are narrower than the page: their widest line is the limit, but for lines that two cells may share.
    let widest = |shared: bool| {
        let lines = lines
            .iter()
            .filter(|l| shared || sentence_end(l.as_str()).is_none());
        lines.map(|l| l.bbox.x1).fold(0.0_f32, f32::max)
    };
    let limit = Some(widest(false))
        .filter(|w| *w > 0.0)
        .unwrap_or_else(|| widest(true));
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
            is_numbered(&line) || is_share(line.as_str()) || (closed && apart)
        });
        match out.last_mut() {
            Some(paragraph) if !ends => paragraph.push(line),
            _ => out.push(vec![line]),
        }
    }
    let out = cut_rows_without_result(out, columns);
    out.iter().flat_map(|p| single_item(context, p)).collect()
}

/// Rows with fewer cells than columns, cut where sentences end.
fn cut_rows_without_result(paragraphs: Vec<Vec<Line>>, columns: usize) -> Vec<Vec<Line>> {
    // Whether cells begin with small letters, so that they tell nothing.
    let lower = paragraphs
        .iter()
        .flat_map(|p| p.first())
        .any(|l| l.as_str().starts_with(char::is_lowercase));
    let mut rows: Vec<&[Vec<Line>]> = Vec::new();
    let mut rest = paragraphs.as_slice();
    while !rest.is_empty() {
        let next = rest
            .iter()
            .skip(1)
            .position(|p| p.first().is_some_and(is_numbered));
        let (row, below) = rest.split_at(next.map_or(rest.len(), |i| i + 1));
        rows.push(row);
        rest = below;
    }
    let ends = |p: &[Line]| (1..p.len()).any(|l| is_border(&p[l - 1], &p[l], lower));
    let shared = rows.iter().any(|row| {
        let inner = |p: &Vec<Line>| p.iter().any(|l| sentence_end(l.as_str()).is_some());
        matches!(row, [only] if inner(only) && !ends(only))
    });
    rows.into_iter()
        .flat_map(|row| {
            let mut cells = cells(row, columns, lower, shared);
            if let Some(cut) = cells.first().and_then(|c| cut_at_state(c, lower)) {
                cells.splice(0..1, cut);
            }
            cells
        })
        .collect()
}

/// A numbered cell cut where its sentences go over from something to do to a state: its last line was full by chance, or the
/// next cell shares it.
fn cut_at_state(cell: &[Line], lower: bool) -> Option<[Vec<Line>; 2]> {
    let number = Marker::parse(cell.first()?.as_str()).filter(|m| m.depth() > 1)?;
    let lines: Vec<Line> = cell.iter().flat_map(at_sentence_end).collect();
    (1..lines.len())
        .filter(|&l| is_border(&lines[l - 1], &lines[l], lower))
        .map(|l| lines.split_at(l))
        .find(|(duty, result)| {
            wording::names_activity(&plain(*duty)[number.text..])
                && wording::states_result(&plain(*result))
        })
        .map(|(duty, result)| [duty.to_vec(), result.to_vec()])
}

/// The cells of a row: those that it has, cut further where it lacks some and as many sentences end with their lines. In a row of which
/// nothing was told apart the first of them count; `shared`: there they may end within a line too.
fn cells(row: &[Vec<Line>], columns: usize, lower: bool, shared: bool) -> Vec<Vec<Line>> {
    let numbered = row.first().and_then(|p| p.first()).is_some_and(is_numbered);
    let lacking = if numbered {
        columns.saturating_sub(row.len())
    } else {
        0
    };
    let within = row.len() == 1 && lacking > 0 && shared;
    let row: Vec<Vec<Line>> = row
        .iter()
        .map(|p| {
            p.iter()
                .flat_map(|l| {
                    if within {
                        at_sentence_end(l)
                    } else {
                        vec![l.clone()]
                    }
                })
                .collect()
        })
        .collect();
    let borders: Vec<(usize, usize)> = row
        .iter()
        .enumerate()
        .flat_map(|(p, lines)| {
            (1..lines.len())
                .filter(|&l| is_border(&lines[l - 1], &lines[l], lower))
                .map(move |l| (p, l))
        })
        .collect();
    let cut = match row.len() == 1 || borders.len() == lacking {
        true => &borders[..lacking.min(borders.len())],
        false => &[],
    };
    let mut out = Vec::new();
    for (p, lines) in row.iter().enumerate() {
        let mut from = 0;
        for &(_, border) in cut.iter().filter(|(of, _)| *of == p) {
            out.push(lines[from..border].to_vec());
            from = border;
        }
        out.push(lines[from..].to_vec());
    }
    out
}

fn at_sentence_end(line: &Line) -> Vec<Line> {
    match sentence_end(line.as_str()) {
        Some(at) => {
            let (head, tail) = line.split(at);
            vec![head, tail]
        }
        None => vec![line.clone()],
    }
}

/// Where another sentence, or what follows a semicolon, begins within a line.
fn sentence_end(line: &str) -> Option<usize> {
    let from = Marker::parse(line).map_or(0, |m| m.text);
    line[from..]
        .match_indices(' ')
        .map(|(at, _)| from + at)
        .find_map(|blank| {
            let (before, after) = (&line[..blank], &line[blank + 1..]);
            let word = before.rsplit(' ').next().unwrap_or_default();
            // Shorter words with a full stop are abbreviations, or numbers.
            let closes =
                word.ends_with(';') || word.ends_with('.') && word.chars().count() > SHORT_WORD;
            let capital = after.starts_with(char::is_uppercase) || word.ends_with(';');
            (closes && capital).then_some(blank + 1)
        })
}

/// Words up to this length, the full stop included, may be abbreviations.
const SHORT_WORD: usize = 4;

/// Whether a cell may begin between two lines: a sentence ends, and another begins, or a part that a semicolon closes does.
fn is_border(above: &Line, line: &Line, lower: bool) -> bool {
    let opens = lower || line.as_str().starts_with(char::is_uppercase);
    above.as_str().ends_with(';') || (above.as_str().ends_with('.') && opens)
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
