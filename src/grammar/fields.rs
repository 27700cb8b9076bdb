//! The general section: labels and their values.

mod label;
mod table;

use crate::diagnostic::Severity;
use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, Field, Item, Requirement};
use crate::grammar::pack::FieldKey;
use crate::grammar::statements;
use crate::grammar::values::{Distribution, distribute};
use crate::layout::{Block, Line, Marker, number_within};
use crate::text::Text;
pub(super) use label::Label;
use label::{
    begins_with_label, inline, is_label, is_list_of_labels, is_numbered, label_of, unknown_inline,
};

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
                table::read(context, table, draft, &mut flat);
            }
        }
    }
    flat.flush(context, draft);
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
            } else if let Some((label, value, _)) =
                inline(context, &lines[i], listed && !is_small(&labels, &lines[i]))
            {
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
    !values.is_empty() && is_small(labels, line)
}

/// Whether a line begins with a small letter where labels begin with capitals: "büroo juhile" below "Kellele allub" is no label
/// "büroo" with a value.
fn is_small(labels: &[Label], line: &Line) -> bool {
    let capital = |l: &Label| l.text.as_str().starts_with(char::is_uppercase);
    line.as_str().starts_with(char::is_lowercase) && labels.last().is_some_and(capital)
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
