//! Tables without rules: columns that are told by what their lines have in common at the left edge.

mod full_row;

use crate::layout::line::{Line, VisualLine, set_limits, wide_gap};
use crate::layout::rows;
use crate::layout::table::Table;
use crate::layout::{Block, Marker, MarkerKind, begins_with_bullet, is_lone_bullet};
use crate::read::{Document, Metric};

/// How far a column's left edge may differ from line to line: one character, or 2.5 points.
fn edge_tolerance(document: &Document) -> f32 {
    match document.metric {
        Metric::Cells | Metric::Flow => 1.0,
        Metric::Points => 2.5,
    }
}

/// How much deeper than the column's edge a line in it may begin (a hanging indent): 6 characters or 36 points.
fn indent_tolerance(document: &Document) -> f32 {
    match document.metric {
        Metric::Cells | Metric::Flow => 6.0,
        Metric::Points => 36.0,
    }
}

/// The least space between two columns: two characters (one, where the line's column is full), or 0.4 em.
fn gutter(document: &Document, size: f32) -> f32 {
    match document.metric {
        Metric::Cells | Metric::Flow => 1.0,
        Metric::Points => 0.4 * size,
    }
}

/// How many lines below a zone's first are looked at for hanging bullets.
const LINES_FOR_BULLETS: usize = 12;

/// How far to the left of a column's text its bullets hang at most, in points (HTML lists: 1.5 em).
const HANGING_BULLET: f32 = 22.0;

/// Lines that stand in the same columns.
struct Zone {
    /// Left edges of the second and further columns.
    starts: Vec<f32>,
    /// Where they stand in the rows around, if not there: a row whose first column is full is set closer.
    around: Option<Vec<f32>>,
    /// Range of lines.
    from: usize,
    to: usize,
}

/// How a line stands to a zone's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It crosses a gutter, or begins where no column does.
    No,
    /// All of it stands in the first column.
    FirstOnly,
    /// A word begins at a column's edge, but only a blank stands before it: a full column, or chance.
    Tight,
    /// Something of it stands in a further column.
    Further,
}

/// Turns the lines between two ruled tables into blocks.
pub fn emit(document: &Document, plain: &mut Vec<VisualLine>, limit: f32, blocks: &mut Vec<Block>) {
    let lines = std::mem::take(plain);
    let mut next = 0;
    for zone in zones(document, &lines) {
        emit_lines(document, &lines[next..zone.from], limit, blocks);
        blocks.push(Block::Table(table(
            document,
            &lines[zone.from..zone.to],
            &zone.starts,
        )));
        next = zone.to;
    }
    emit_lines(document, &lines[next..], limit, blocks);
}

fn emit_lines(document: &Document, lines: &[VisualLine], limit: f32, blocks: &mut Vec<Block>) {
    for line in lines {
        let mut out = Line::of_words(document, line.page, &line.words);
        out.blank_above = line.blank_above;
        out.limit = limit;
        blocks.push(Block::Line(out));
    }
}

fn zones(document: &Document, lines: &[VisualLine]) -> Vec<Zone> {
    let mut out: Vec<Zone> = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let floor = out.last().map_or(0, |z| z.to);
        match zone_at(document, lines, i, floor) {
            Some(zone) => {
                i = zone.to;
                out.push(zone);
                while let Some(rest) = out.last().and_then(|z| goes_on(document, lines, z)) {
                    i = rest.to;
                    out.push(rest);
                }
            }
            None => i += 1,
        }
    }
    out
}

/// The zone that a line with several parts begins, if the lines around bear it out.
fn zone_at(document: &Document, lines: &[VisualLine], seed: usize, floor: usize) -> Option<Zone> {
    let starts = part_starts(document, &lines[seed]);
    if starts.is_empty() {
        return None;
    }
    let below = &lines[seed..lines.len().min(seed + LINES_FOR_BULLETS)];
    let starts: Vec<f32> = starts
        .iter()
        .map(|&s| with_hanging_bullets(document, below, s))
        .collect();
    let fits = |i: usize| fit(document, &lines[i], &starts);
    let to = end_of_fit(document, lines, seed, seed + 1, &fits);
    let to = trim_tail(document, lines, seed, to, &fits);
    let aligned = (seed..to)
        .filter(|&i| is_aligned(document, &lines[i], &starts))
        .count();
    let wide = widest_gap(document, &lines[seed])
        >= 2.5 * wide_gap(document.metric, lines[seed].bbox.height());
    if aligned < 2 || (aligned < 3 && !wide) || !padded(document, &lines[seed..to], &starts) {
        return None;
    }
    let mut from = seed;
    while from > floor
        && lines[from - 1].page == lines[seed].page
        && belongs_above(document, &lines[from - 1], &starts)
    {
        from -= 1;
    }
    Some(Zone {
        starts,
        around: None,
        from,
        to,
    })
}

/// What of the same table follows a zone.
fn goes_on(document: &Document, lines: &[VisualLine], zone: &Zone) -> Option<Zone> {
    goes_on_below(document, lines, zone)
        .or_else(|| full_row::row(document, lines, zone))
        .or_else(|| full_row::after(document, lines, zone))
}

/// Where the lines of one page that stand in columns end, `from` their first and `next` the first that is in question.
fn end_of_fit(
    document: &Document,
    lines: &[VisualLine],
    from: usize,
    next: usize,
    fits: &impl Fn(usize) -> Fit,
) -> usize {
    let ends = |&to: &usize| match fits(to) {
        Fit::No => true,
        Fit::FirstOnly => opens_section(document, &lines[from..=to]),
        Fit::Tight | Fit::Further => false,
    };
    let page = lines[from].page;
    (next..lines.len())
        .find(|to| lines[*to].page != page || ends(to))
        .unwrap_or(lines.len())
}

/// Whether the last line is a heading, and no row of the table above: below rows 3.1, 3.2 it has the number 4, or 3 again.
fn opens_section(document: &Document, lines: &[VisualLine]) -> bool {
    let number = |l: &VisualLine| {
        let line = Line::of_words(document, l.page, &l.words);
        match Marker::parse(line.as_str())?.kind {
            MarkerKind::Number(parts) => Some(parts),
            _ => None,
        }
    };
    let Some((last, above)) = lines.split_last() else {
        return false;
    };
    let Some(&[value]) = number(last).as_deref() else {
        return false;
    };
    let mut rows = above.iter().filter_map(number).filter(|n| n.len() > 1);
    let chapter = rows.next_back().map(|n| n[0]);
    chapter.is_some_and(|c| value == c || value == c + 1)
}

/// A column whose bullets hang to the left of its text begins at the bullets, though they may stand close to the column before.
fn with_hanging_bullets(document: &Document, lines: &[VisualLine], start: f32) -> f32 {
    if document.metric != Metric::Points {
        return start;
    }
    let hangs = |&w: &usize| {
        let word = &document.words[w];
        let left = start - word.bbox.x0;
        (is_lone_bullet(document.word_text(word)) && left > 0.0 && left < HANGING_BULLET)
            .then_some(word.bbox.x0)
    };
    let bullets: Vec<f32> = lines
        .iter()
        .flat_map(|l| l.words.iter().skip(1).filter_map(hangs))
        .collect();
    let first = bullets.iter().copied().reduce(f32::min);
    match first {
        Some(x)
            if bullets
                .iter()
                .filter(|b| (*b - x).abs() < edge_tolerance(document))
                .count()
                >= 2 =>
        {
            x
        }
        _ => start,
    }
}

/// Columns of text are kept apart by padding, which differs from line to line. Where two blanks stand everywhere, labels of like
/// length make the parts begin alike by chance.
fn padded(document: &Document, lines: &[VisualLine], starts: &[f32]) -> bool {
    document.metric == Metric::Points
        || lines
            .iter()
            .any(|l| is_aligned(document, l, starts) && widest_gap(document, l) >= 3.0)
}

/// The rest of a zone on the next page: what stands there in the same columns, even if it is a single row. In text the
/// columns may have moved a little.
fn goes_on_below(document: &Document, lines: &[VisualLine], zone: &Zone) -> Option<Zone> {
    let from = zone.to;
    let page = lines.get(from)?.page;
    if lines[from - 1].page == page {
        return None;
    }
    let shifts: &[f32] = if document.metric == Metric::Cells {
        &[0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0]
    } else {
        &[0.0]
    };
    let moved = |shift: &f32| zone.starts.iter().map(|s| s + shift).collect::<Vec<f32>>();
    let candidates = shifts.iter().map(moved).filter_map(|starts| {
        let fits = |i: usize| fit(document, &lines[i], &starts);
        let to = end_of_fit(document, lines, from, from, &fits);
        let further = (from..to).filter(|&i| fits(i) == Fit::Further).count();
        let aligned = (from..to)
            .filter(|&i| is_aligned(document, &lines[i], &starts))
            .count();
        let begins = (from..to).take(2).any(|i| fits(i) == Fit::Further);
        (further > 0 && aligned > 0 && begins).then(|| {
            (
                further,
                Zone {
                    from,
                    to: trim_tail(document, lines, from, to, &fits),
                    starts: starts.clone(),
                    around: None,
                },
            )
        })
    });
    // The first of the best: an unmoved zone before a moved one.
    candidates
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, zone)| zone)
}

/// Cuts what follows the zone's last line with something in a further column, but for the wrapped rest of its first column.
fn trim_tail(
    document: &Document,
    lines: &[VisualLine],
    seed: usize,
    to: usize,
    fits: &impl Fn(usize) -> Fit,
) -> usize {
    let last = (seed..to)
        .rev()
        .find(|&i| fits(i) == Fit::Further)
        .unwrap_or(seed);
    let marker =
        |i: usize| Marker::parse(Line::of_words(document, lines[i].page, &lines[i].words).as_str());
    let depth = (seed..=last)
        .filter_map(marker)
        .map(|m| m.depth())
        .max()
        .unwrap_or(0);
    let goes_on = |i: &usize| {
        let first = lines[*i]
            .words
            .first()
            .map(|&w| document.word_text(&document.words[w]))
            .unwrap_or_default();
        let number = marker(*i).map_or(0, |m| m.depth());
        // A further row, whose first column is full, has a number like the rows above.
        let row = fits(*i) == Fit::Tight && number > 1 && number == depth;
        (row || (!lines[*i].blank_above && number == 0)) && first.chars().any(char::is_alphanumeric)
    };
    let rest = (last + 1..to).take_while(goes_on).count();
    last + 1 + rest
}

/// Left edges of a line's parts after the first: a part begins after a wide gap.
fn part_starts(document: &Document, line: &VisualLine) -> Vec<f32> {
    let starts = gaps(document, line, |gap, size| {
        gap >= wide_gap(document.metric, size)
    });
    starts.map(|(_, x)| x).collect()
}

fn widest_gap(document: &Document, line: &VisualLine) -> f32 {
    gaps(document, line, |_, _| true)
        .map(|g| g.0)
        .fold(0.0, f32::max)
}

/// For each pair of neighbouring words whose gap and size `count`: the gap, and where the second begins. A number or bullet and
/// its text are one part whatever stands between.
fn gaps<'a>(
    document: &'a Document,
    line: &'a VisualLine,
    count: impl Fn(f32, f32) -> bool + 'a,
) -> impl Iterator<Item = (f32, f32)> + 'a {
    line.words
        .windows(2)
        .enumerate()
        .filter_map(move |(i, pair)| {
            let (a, b) = (&document.words[pair[0]], &document.words[pair[1]]);
            let gap = b.bbox.x0 - a.bbox.x1;
            if !count(gap, b.size) {
                return None;
            }
            let word = document.word_text(a);
            let bullet = begins_with_bullet(word).is_some();
            let heading_number = i == 0 && word.ends_with('.') && Marker::parse(word).is_some();
            (!bullet && !heading_number).then_some((gap, b.bbox.x0))
        })
}

fn fit(document: &Document, line: &VisualLine, starts: &[f32]) -> Fit {
    let tolerance = edge_tolerance(document);
    let words = || line.words.iter().map(|&w| &document.words[w]);
    let mut fit = Fit::FirstOnly;
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(f32::MAX) - tolerance;
        let before = words().rev().find(|w| w.bbox.x0 < start - tolerance);
        let first = words().find(|w| w.bbox.x0 >= start - tolerance && w.bbox.x0 < end);
        // A hanging bullet may stand close to a full column before it.
        let bullet = first.is_some_and(|f| is_lone_bullet(document.word_text(f)));
        let gutter = |size| if bullet { 0.0 } else { gutter(document, size) };
        if before.is_some_and(|b| b.bbox.x1 > start - gutter(b.size) + 0.01) {
            return Fit::No;
        }
        let Some(first) = first else { continue };
        let aligned = first.bbox.x0 - start <= tolerance;
        let apart = before.is_none_or(|b| {
            first.bbox.x0 - b.bbox.x1 >= wide_gap(document.metric, first.size) - 0.01
        });
        if first.bbox.x0 > start + indent_tolerance(document) || !(aligned || apart) {
            return Fit::No;
        }
        let closer = words()
            .skip(1)
            .take_while(|w| w.bbox.x0 < start - tolerance)
            .map(|w| document.word_text(w))
            .any(|w| is_lone_bullet(w) && !matches!(w, "-" | "–"));
        let further = || {
            part_starts(document, line)
                .iter()
                .any(|x| *x > start + tolerance && !starts.contains(x))
        };
        // The column begins at a bullet further left, or at a part further right: a word stands at its edge by chance.
        if !apart && (closer || further()) {
            return Fit::No;
        }
        fit = if apart {
            Fit::Further
        } else if fit == Fit::Further {
            fit
        } else {
            Fit::Tight
        };
    }
    fit
}

/// Whether a line has a part that begins at a column's edge: behind a wide gap, or with a bullet.
fn is_aligned(document: &Document, line: &VisualLine, starts: &[f32]) -> bool {
    let at_edge = |x: f32| {
        starts
            .iter()
            .any(|s| (x - s).abs() <= edge_tolerance(document))
    };
    let bullet = |&w: &usize| {
        let word = &document.words[w];
        at_edge(word.bbox.x0) && is_lone_bullet(document.word_text(word))
    };
    part_starts(document, line).into_iter().any(at_edge) || line.words.iter().any(bullet)
}

/// A line above the seed belongs to the zone when something of it stands in a further column: the rest of a row from the
/// page before, or a head that is centred over its columns.
fn belongs_above(document: &Document, line: &VisualLine, starts: &[f32]) -> bool {
    if fit(document, line, starts) == Fit::Further {
        return true;
    }
    let parts = part_starts(document, line);
    let edges: Vec<f32> = starts.iter().copied().chain([f32::MAX]).collect();
    let words = || line.words.iter().map(|&w| &document.words[w].bbox);
    let crosses = |(part, edge): (&f32, &f32)| words().any(|w| w.x0 < *part && w.x1 > *edge);
    parts.len() == starts.len()
        && !parts.iter().zip(starts).any(crosses)
        && parts
            .iter()
            .enumerate()
            .all(|(k, x)| *x >= starts[k] - edge_tolerance(document) && *x < edges[k + 1])
}

/// A bullet at a cell's end that stands just before the next cell's text opens that text.
fn move_bullets(document: &Document, parts: &mut [Vec<usize>]) {
    for k in 1..parts.len() {
        let (before, after) = parts.split_at_mut(k);
        let (Some(left), Some(right)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        if let (Some(&bullet), Some(&text), true) = (left.last(), right.first(), left.len() > 1) {
            let (b, t) = (&document.words[bullet], &document.words[text]);
            let near = t.bbox.x0 - b.bbox.x1
                < wide_gap(document.metric, t.size)
                    .max(HANGING_BULLET * (t.size - 1.0).clamp(0.0, 1.0));
            if near && is_lone_bullet(document.word_text(b)) {
                left.pop();
                right.insert(0, bullet);
            }
        }
    }
}

/// The table of a zone's lines.
fn table(document: &Document, lines: &[VisualLine], starts: &[f32]) -> Table {
    let tolerance = edge_tolerance(document);
    let columns = starts.len() + 1;
    let mut cells: Vec<Vec<Option<Line>>> = Vec::new();
    for line in lines {
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); columns];
        for &word in &line.words {
            let x = document.words[word].bbox.x0;
            parts[starts.iter().filter(|&&s| x >= s - tolerance).count()].push(word);
        }
        move_bullets(document, &mut parts);
        let row = parts.iter().map(|words| {
            (!words.is_empty()).then(|| {
                let mut cell = Line::of_words(document, line.page, words);
                cell.blank_above = line.blank_above;
                cell
            })
        });
        cells.push(row.collect());
    }
    for column in 0..columns {
        let mut in_column: Vec<Line> = cells.iter().filter_map(|r| r[column].clone()).collect();
        set_limits(&mut in_column, 0.0);
        let mut limits = in_column.into_iter().map(|l| l.limit);
        for cell in cells.iter_mut().filter_map(|r| r[column].as_mut()) {
            cell.limit = limits.next().unwrap_or(cell.limit);
        }
    }
    let page = lines.first().map_or(0, |l| l.page);
    let top = lines.first().map_or(0.0, |l| l.bbox.y0);
    Table {
        rows: rows::group(cells, page),
        columns,
        ruled: false,
        top,
        page_from: page,
        page_to: page,
    }
}

#[cfg(test)]
mod tests {
    use crate::pipeline::PdfEngine;
    use crate::read;

    /// Columns whose text goes on over the page with one line only, the document's last.
    #[test]
    fn a_single_last_line_on_the_next_page() {
        let row = |left: &str, right: &str| format!("{left:<50}{right}\n");
        let table: String = (1..6)
            .map(|n| row(&format!("3.{n}. Koostab aruande"), "Aruanne on koostatud."))
            .collect();
        for last in ["ja esitab selle juhatajale", "Aruanne on esitatud."] {
            let text = format!("{table}\u{c}{last}");
            let document = read::read(text.as_bytes(), PdfEngine::Auto).expect("a text");
            let layout = super::super::layout(&document);
            let shown: usize = layout.blocks.iter().map(|b| b.lines().len()).sum();
            assert_eq!(shown, 11, "{last}");
        }
    }
}
