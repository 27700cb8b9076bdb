//! The general section: labels and their values.

use crate::diagnostic::Severity;
use crate::grammar::context::{Context, plain};
use crate::grammar::draft::{Draft, Field, Item, Requirement};
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::pack::FieldKey;
use crate::grammar::statements;
use crate::grammar::values::{Distribution, distribute};
use crate::layout::{Block, Line, Marker, Row, Table, number_within};
use crate::text::Text;

/// Reads the blocks of the general section, or (`section` false) what stands above it. Statements of the section that belong to
/// no label are kept as provisions; above it they stay unclaimed.
pub fn read(context: &Context, blocks: &[Block], section: bool, draft: &mut Draft) {
    let mut flat = Flat {
        section,
        ..Flat::default()
    };
    for block in blocks {
        match block {
            Block::Line(line) => flat.lines.push(line.clone()),
            Block::Table(table) => {
                flat.flush(context, draft);
                read_table(context, table, draft, &mut flat);
            }
        }
    }
    flat.flush(context, draft);
}

/// A label that no pack knows is at most this long, in words.
const MOST_LABEL_WORDS: usize = 4;

/// So many lines that begin with labels are a list of labels.
const LEAST_LABELS: usize = 3;

/// A label: its field, and its text without number and colon.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) key: FieldKey,
    pub(super) text: Text,
    /// Where its line stands: left edge and top.
    pub(super) corner: (f32, f32),
}

fn corner(line: &Line) -> (f32, f32) {
    (line.bbox.x0, line.bbox.y0)
}

/// Reads lines as one label, if they are a label of the pack and nothing else.
fn label_of(context: &Context, lines: &[Line]) -> Option<Label> {
    let string = plain(lines);
    let from = Marker::parse(&string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let key = context.pack.field_of(&fold(&string[from..]))?;
    Some(Label {
        key,
        text: claim_label(context, lines),
        corner: lines.first().map_or((0.0, 0.0), corner),
    })
}

/// Claims a label's lines, and gives its text without number and colon.
fn claim_label(context: &Context, lines: &[Line]) -> Text {
    let text = context.join_lines(lines);
    context.label(text.clone());
    let from = Marker::parse(text.as_str())
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let to = text.as_str().trim_end_matches([':', ' ']).len().max(from);
    text.slice(from, to)
}

fn read_table(context: &Context, table: &Table, draft: &mut Draft, flat: &mut Flat) {
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

fn is_label(context: &Context, lines: &[Line]) -> bool {
    let string = plain(lines);
    let from = Marker::parse(&string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    context.pack.field_of(&fold(&string[from..])).is_some()
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

/// "Vahetu juht: direktor", "1.1 STRUKTUURIÜKSUS haldusosakond", "Alluvad puuduvad": label and value on one line, and whether a
/// colon stands between. `listed`: the lines around are a list of labels, so that a value may begin like a sentence goes on.
fn inline(context: &Context, line: &Line, listed: bool) -> Option<(Label, Text, bool)> {
    let string = line.as_str();
    let marker = Marker::parse(string).filter(|m| m.depth() > 0);
    let from = marker.as_ref().map_or(0, |m| m.text);
    let (key, label_end, rest) = label_prefix(context, &string[from..])?;
    let (label_end, rest) = (from + label_end, from + rest);
    if rest >= string.len() {
        return None;
    }
    let (name, value) = (&string[from..label_end], &string[rest..]);
    let colon = string[..rest].trim_end().ends_with(':');
    let gap = line.gaps.contains(&rest);
    let none = context.pack.is_none(&fold(value));
    let capitals = is_capitals(name) && !is_capitals(value);
    let numbered = marker.is_some() && !value.starts_with(char::is_lowercase);
    // "põhitöö nr 412"
    let figure = value.chars().all(|c| c.is_ascii_digit());
    if !(colon || gap || none || capitals || numbered || listed || figure) {
        return None;
    }
    let label = line.text.slice(from, label_end);
    let to = label.as_str().trim_end_matches([':', ' ']).len();
    let label = Label {
        key,
        text: label.slice(0, to),
        corner: corner(line),
    };
    Some((label, line.text.slice(rest, string.len()), colon))
}

/// The field or requirement that a line begins with: its key, where the label ends, and where the rest begins. A requirement's
/// label counts with a colon only: its words begin sentences too.
fn label_prefix(context: &Context, text: &str) -> Option<(FieldKey, usize, usize)> {
    let field = context
        .pack
        .field_prefix(text)
        .map(|p| (p.key, p.label_end, p.rest));
    let requirement = || {
        let found = context.pack.requirement_prefix(text)?;
        let colon = text[..found.rest].trim_end().ends_with(':');
        colon.then_some((
            FieldKey::Requirement(found.key.key),
            found.label_end,
            found.rest,
        ))
    };
    field
        .or_else(requirement)
        .or_else(|| glued_label(context, text))
}

/// A label in capitals that has lost its blanks: "KEDAASENDAB arendusjuhti".
fn glued_label(context: &Context, text: &str) -> Option<(FieldKey, usize, usize)> {
    let end = text.find([' ', ':']).unwrap_or(text.len());
    let word = text
        .get(..end)
        .filter(|w| is_capitals(w) && w.chars().count() >= LEAST_GLUED)?;
    let key = context.pack.labels.glued(&fold(word))?;
    let rest = text[end..].trim_start_matches([' ', ':']);
    Some((key, end, text.len() - rest.len()))
}

/// A label without blanks has at least this many letters.
const LEAST_GLUED: usize = 8;

fn begins_with_label(context: &Context, line: &Line) -> bool {
    is_label(context, std::slice::from_ref(line)) || inline(context, line, false).is_some()
}

/// Whether lines are a list of labels, each with its value behind it: "1.2. Vahetu juht osakonna juhataja", "Alluvad puuduvad". Where
/// most of those that are numbered, or else begin with a capital, begin with a label, the others that do are no sentences either.
fn is_list_of_labels(context: &Context, lines: &[Line]) -> bool {
    let texts = || lines.iter().map(Line::as_str);
    let mut starts: Vec<&str> = texts()
        .filter_map(|l| Some(&l[Marker::parse(l).filter(|m| m.depth() > 0)?.text..]))
        .collect();
    if starts.is_empty() {
        starts = texts()
            .filter(|l| l.starts_with(char::is_uppercase))
            .collect();
    }
    let verbs = &context.pack.sentence_words.subject_verbs;
    let sentence = |value: &str| {
        value
            .split(' ')
            .next()
            .is_some_and(|w| verbs.contains(&fold(w)))
    };
    let labelled = starts
        .iter()
        .filter(|l| label_prefix(context, l).is_some_and(|(_, _, rest)| !sentence(&l[rest..])))
        .count();
    labelled >= LEAST_LABELS && labelled * 4 >= starts.len() * 3
}

fn is_numbered(line: &Line) -> bool {
    Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 0)
}

/// Among labels with colons, a line of the same shape has a label that no pack knows: "Tööaeg: 40 tundi nädalas".
fn unknown_inline(line: &Line, colons: bool) -> Option<(Label, Line)> {
    let string = line.as_str();
    let from = Marker::parse(string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let colon = string.find(": ").filter(|c| *c > from && colons)?;
    let name = string[from..colon].trim_end();
    let shaped = name.split(' ').count() <= MOST_LABEL_WORDS
        && name.chars().next().is_some_and(char::is_uppercase)
        && !name.contains([',', '.', ';']);
    let label = Label {
        key: FieldKey::Other,
        text: line.text.slice(from, from + name.len()),
        corner: corner(line),
    };
    let value = line.split(colon + 1).1;
    (shaped && !value.text.is_empty()).then_some((label, value))
}

/// Puts a value where its field belongs, or what it says where it is a sentence of its own.
fn push_told(context: &Context, draft: &mut Draft, label: Label, value: Text) {
    match statements::in_value(context, &label, &value, draft) {
        Some((key, name)) => {
            context.label(value);
            push(draft, Label { key, ..label }, name);
        }
        None => push(draft, label, value),
    }
}

/// Puts a value where its field belongs: purpose and requirements may stand among the general fields.
pub(super) fn push(draft: &mut Draft, label: Label, value: Text) {
    if value.is_empty() {
        draft.outline.empty_labels.push(label.text.clone());
    }
    match label.key {
        FieldKey::Purpose if draft.purpose.is_none() => {
            draft.purpose = (!value.is_empty()).then_some(value)
        }
        FieldKey::Requirement(key) => draft.requirements.push(Requirement {
            key,
            label: Some(label.text),
            is_group: false,
            items: vec![Item {
                marked: false,
                text: value,
            }],
        }),
        key => draft.fields.push(Field {
            key,
            label: label.text,
            value,
        }),
    }
}

/// Lines outside tables: labels and values in a row.
#[derive(Default)]
struct Flat {
    lines: Vec<Line>,
    /// All lines of the section outside tables, as far as they were read.
    seen: Vec<Line>,
    /// Whether labels are set apart by colons here.
    colons: bool,
    /// Whether these are lines of the general section, of which nothing is left out.
    section: bool,
}

impl Flat {
    /// Pairs the labels and values gathered so far.
    fn flush(&mut self, context: &Context, draft: &mut Draft) {
        let lines: Vec<Line> = std::mem::take(&mut self.lines)
            .iter()
            .flat_map(|l| cut_at_labels(context, l))
            .collect();
        self.seen.extend_from_slice(&lines);
        let mut labels: Vec<Label> = Vec::new();
        let mut values: Vec<Line> = Vec::new();
        let numbered = lines
            .iter()
            .any(|l| is_numbered(l) && begins_with_label(context, l));
        let listed = is_list_of_labels(context, &lines);
        self.colons |= lines
            .iter()
            .filter(|l| inline(context, l, false).is_some_and(|(_, _, colon)| colon))
            .count()
            >= 2;
        let mut i = 0;
        while i < lines.len() {
            let used = (1..=2.min(lines.len() - i))
                .find(|&n| is_label(context, &lines[i..i + n]))
                .filter(|_| !is_rest_of_value(&labels, &values, &lines[i]));
            if let Some(label) = used.and_then(|n| label_of(context, &lines[i..i + n])) {
                if !values.is_empty() {
                    self.pair(context, &mut labels, &mut values, draft);
                }
                labels.push(label);
                i += used.unwrap_or(1);
            } else if let Some((label, value, _)) = inline(context, &lines[i], listed) {
                self.pair(context, &mut labels, &mut values, draft);
                context.label(
                    lines[i]
                        .text
                        .slice(0, lines[i].as_str().len() - value.as_str().len()),
                );
                labels.push(label);
                let mut rest = lines[i].clone();
                rest.text = value;
                values.push(rest);
                i += 1;
            } else if let Some((label, value)) = unknown_inline(&lines[i], self.colons) {
                self.pair(context, &mut labels, &mut values, draft);
                context.label(label.text.clone());
                labels.push(label);
                values.push(value);
                i += 1;
            } else {
                // Where labels are numbered, another number begins something that is no value.
                if numbered && is_numbered(&lines[i]) && !values.is_empty() {
                    self.pair(context, &mut labels, &mut values, draft);
                }
                if numbered && is_numbered(&lines[i]) && labels.len() == 1 && values.is_empty() {
                    self.pair(context, &mut labels, &mut values, draft);
                }
                values.push(lines[i].clone());
                i += 1;
            }
        }
        self.pair(context, &mut labels, &mut values, draft);
    }

    fn pair(
        &mut self,
        context: &Context,
        labels: &mut Vec<Label>,
        values: &mut Vec<Line>,
        draft: &mut Draft,
    ) {
        let labels = std::mem::take(labels);
        let values = std::mem::take(values);
        if values.is_empty() {
            labels
                .into_iter()
                .for_each(|l| push(draft, l, Text::default()));
            return;
        }
        if labels.is_empty() {
            if self.section {
                statements::read(context, &values, &self.seen, draft);
            }
            return;
        }
        if let Some(owner) = sole_owner(&labels, &values) {
            for (i, label) in labels.into_iter().enumerate() {
                if i == owner {
                    push_told(context, draft, label, context.join_lines(&values));
                } else {
                    push(draft, label, Text::default());
                }
            }
            return;
        }
        let row = labels.iter().all(|l| l.corner.1 == labels[0].corner.1);
        let at = context.join_lines(&values);
        match distribute(&values, labels.len()) {
            // A row of labels over a row of values that are told apart.
            Distribution::Certain(groups) if row => {
                for (label, group) in labels.into_iter().zip(groups) {
                    push(draft, label, context.join(&group));
                }
            }
            Distribution::Certain(groups) | Distribution::ByOrder(groups) => {
                let names: Vec<&str> = labels.iter().map(|l| l.text.as_str()).collect();
                context.note(
                    "label-value-separated",
                    if row { Severity::Info } else { Severity::Warning },
                    (
                        format!("The values of {} stand apart from their labels and were given to them by their order. Compare them with the document.", names.join(", ")),
                        format!("Siltide {} väärtused seisavad siltidest eraldi ja jagati neile järjekorra põhjal. Võrrelge neid dokumendiga.", names.join(", ")),
                    ),
                    at,
                );
                for (label, group) in labels.into_iter().zip(groups) {
                    push(draft, label, context.join(&group));
                }
            }
            Distribution::Undecided => {
                context.note(
                    "label-value-separated",
                    Severity::Warning,
                    (
                        format!("{} labels stand before values that cannot be told apart; the values are kept as unrecognised text. Enter them by hand.", labels.len()),
                        format!("{} silti seisavad enne väärtusi, mida ei saa üksteisest eristada; väärtused jäid tundmatuks tekstiks. Sisestage need käsitsi.", labels.len()),
                    ),
                    at,
                );
                labels
                    .into_iter()
                    .for_each(|l| push(draft, l, Text::default()));
            }
        }
    }
}

/// Whether a line goes on with the value above it, though it reads like a label: "talitus" below "Hooldamise osakonna", where labels
/// begin with capitals.
fn is_rest_of_value(labels: &[Label], values: &[Line], line: &Line) -> bool {
    let capital = |l: &Label| l.text.as_str().starts_with(char::is_uppercase);
    line.as_str().starts_with(char::is_lowercase)
        && !values.is_empty()
        && labels.last().is_some_and(capital)
}

/// The label that all values belong to: the only one; or, where a single value stands below several labels, the last of those one
/// below the other, or the nearest of those in a row. The others have none.
fn sole_owner(labels: &[Label], values: &[Line]) -> Option<usize> {
    let [value] = values else {
        return (labels.len() == 1).then_some(0);
    };
    let last = labels.len() - 1;
    let row = labels.iter().all(|l| l.corner.1 == labels[last].corner.1);
    if !row && value.gaps.is_empty() {
        return Some(last);
    }
    let single = matches!(
        distribute(values, 1),
        Distribution::Certain(_) | Distribution::ByOrder(_)
    );
    let divides = matches!(
        distribute(values, labels.len()),
        Distribution::Certain(_) | Distribution::ByOrder(_)
    );
    if last == 0 {
        return Some(0);
    }
    let distance = |l: &Label| (l.corner.0 - value.bbox.x0).abs();
    (single && !divides)
        .then(|| {
            (0..labels.len()).min_by(|a, b| distance(&labels[*a]).total_cmp(&distance(&labels[*b])))
        })
        .flatten()
}

/// Cuts a line at further labels on it: "1.1 Ametinimetus  1.2 Struktuuriüksus".
pub fn cut_at_labels(context: &Context, line: &Line) -> Vec<Line> {
    let string = line.as_str();
    let next = number_within(string, &line.gaps).or_else(|| {
        string.match_indices(' ').map(|(at, _)| at + 1).find(|&at| {
            Marker::parse(&string[at..]).is_some_and(|m| {
                m.depth() > 1 && context.pack.field_prefix(&string[at + m.text..]).is_some()
            })
        })
    });
    match next {
        Some(at) if Marker::parse(string).is_some_and(|m| m.depth() > 1) => {
            let (head, tail) = line.split(at);
            let mut out = vec![head];
            out.extend(cut_at_labels(context, &tail));
            out
        }
        _ => vec![line.clone()],
    }
}
