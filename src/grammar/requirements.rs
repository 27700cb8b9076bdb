//! Requirements: labels, and what stands under each.

use crate::grammar::context::{Context, plain};
use crate::grammar::draft::{Draft, Item, Requirement};
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::items::{self, ListItem};
use crate::grammar::lines::openings;
use crate::grammar::pack::{RequirementKey, RequirementLabel};
use crate::layout::{Block, Line, Marker, Row};
use crate::text::Text;

/// Reads the requirements section. Lines above its first label stay unclaimed.
pub fn read(context: &Context, blocks: &[Block], draft: &mut Draft) {
    let mut parts: Vec<Part> = vec![Part::default()];
    let listed = is_list_of_labels(context, blocks);
    for block in blocks {
        match block {
            Block::Line(line) => add_line(context, line, listed, &mut parts),
            Block::Table(table) => table
                .rows
                .iter()
                .for_each(|row| add_row(context, row, &mut parts)),
        }
    }
    for mut part in parts {
        part.settle(context);
        // Demands without a label are told apart by what they say.
        let unlabelled = RequirementLabel {
            key: RequirementKey::Other,
            group: false,
        };
        if part.label.is_some() || !part.lines.is_empty() {
            draft.requirements.push(requirement(
                context,
                part.label.unwrap_or(unlabelled),
                part.text,
                &part.lines,
            ));
        }
    }
}

/// So many kinds of demands that begin lines make a list of labels.
const LEAST_LABELS: usize = 3;

/// Whether lines outside tables are a list of labels, each with its text behind it: "Haridus Kõrgharidus", "3.2. Töökogemus Vähemalt
/// aasta". Labels of several kinds open most of the lines that are numbered, or else begin with a capital.
fn is_list_of_labels(context: &Context, blocks: &[Block]) -> bool {
    let starts = openings(blocks.iter().filter_map(|b| match b {
        Block::Line(line) => Some(line.as_str()),
        Block::Table(_) => None,
    }));
    let found: Vec<RequirementKey> = starts
        .iter()
        .filter_map(|l| {
            context
                .pack
                .requirement_prefix(l)
                .filter(|p| p.rest < l.len())
        })
        .map(|p| p.key.key)
        .collect();
    let mut kinds = found.clone();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() >= LEAST_LABELS && found.len() * 2 >= starts.len()
}

/// A label and the lines below or behind it.
#[derive(Default)]
struct Part {
    label: Option<RequirementLabel>,
    text: Option<Text>,
    /// The line that is the label and nothing else, as long as nobody has claimed it.
    whole: Option<Line>,
    lines: Vec<Line>,
}

impl Part {
    /// Claims a label's line; but several words without a colon that nothing follows are a demand by themselves, and so is
    /// one that names a skill and ends as a sentence: "Arvuti kasutamise oskus", "Arvutioskus."
    fn settle(&mut self, context: &Context) {
        let Some(line) = self.whole.take() else {
            return;
        };
        let several = self.text.as_ref().is_some_and(|t| t.as_str().contains(' '));
        let skill = self
            .label
            .is_some_and(|l| l.key == RequirementKey::ComputerSkills);
        let sentence = skill && line.as_str().ends_with(['.', ';', ',']);
        if self.lines.is_empty() && (several || sentence) && !line.as_str().ends_with(':') {
            self.text = None;
            self.lines.push(line);
        } else {
            context.label(line.text);
        }
    }
}

fn add_line(context: &Context, line: &Line, listed: bool, parts: &mut Vec<Part>) {
    let string = line.as_str();
    let marker = Marker::parse(string);
    let bullet = marker.as_ref().is_some_and(|m| m.is_bullet());
    let from = marker
        .as_ref()
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let whole = context
        .pack
        .requirement_of(&fold(&string[from..]))
        .filter(|_| !bullet && !goes_on(line, parts));
    if let Some(label) = whole {
        parts.push(Part {
            label: Some(label),
            text: Some(label_text(&line.text.slice(from, string.len()))),
            whole: Some(line.clone()),
            lines: Vec::new(),
        });
        return;
    }
    if let Some((label, text, rest, _)) =
        inline(context, line, marker.as_ref().map_or(0, |m| m.text), listed)
            .filter(|(.., colon)| !bullet || *colon)
    {
        parts.push(Part {
            label: Some(label),
            text: Some(text),
            whole: None,
            lines: vec![rest],
        });
        return;
    }
    if let Some(part) = parts.last_mut() {
        part.lines.push(line.clone());
    }
}

/// Whether a line in lower case goes on with an open one above it: "… meeskonna juhtimise" over "kogemus." is no label.
fn goes_on(line: &Line, parts: &[Part]) -> bool {
    let lower = line.as_str().starts_with(char::is_lowercase);
    let above = parts.last().and_then(|p| p.lines.last());
    let labels = parts.iter().filter_map(|p| p.text.as_ref());
    let capitals = labels.clone().count() > 0
        && labels
            .clone()
            .all(|t| t.as_str().starts_with(char::is_uppercase));
    lower && capitals && above.is_some_and(|l| !l.as_str().ends_with(['.', ';', ':']))
}

/// "7.1. Haridus: magistrikraad", "6.1 HARIDUS keskharidus": the label, its text, the line's rest, and whether a colon stands between.
fn inline(
    context: &Context,
    line: &Line,
    from: usize,
    listed: bool,
) -> Option<(RequirementLabel, Text, Line, bool)> {
    let string = line.as_str();
    let found = context.pack.requirement_prefix(&string[from..])?;
    let (label_end, rest) = (from + found.label_end, from + found.rest);
    if rest >= string.len() {
        return None;
    }
    let colon = string[..label_end].ends_with(':');
    let dash = string[label_end..rest].contains(['-', '–']);
    let capitals = is_capitals(&string[from..label_end]) && !is_capitals(&string[rest..]);
    if !(colon || dash || capitals || listed || line.gaps.contains(&rest)) {
        return None;
    }
    context.label(line.text.slice(0, rest));
    let (_, tail) = line.split(rest);
    Some((
        found.key,
        label_text(&line.text.slice(from, label_end)),
        tail,
        colon,
    ))
}

fn label_text(text: &Text) -> Text {
    let to = text.as_str().trim_end_matches([':', ' ', '.']).len();
    text.slice(0, to)
}

fn add_row(context: &Context, row: &Row, parts: &mut Vec<Part>) {
    let cells: Vec<&Vec<Line>> = row.cells.iter().filter(|c| !c.is_empty()).collect();
    let [first, rest @ ..] = cells.as_slice() else {
        return;
    };
    let number = first.len() == 1
        && Marker::parse(first[0].as_str())
            .is_some_and(|m| m.depth() > 0 && m.text == first[0].as_str().len());
    let (label_cell, values) = match rest {
        [second, values @ ..] if number => {
            context.label(first[0].text.clone());
            (*second, values)
        }
        _ => (*first, rest),
    };
    let string = plain(label_cell.iter());
    let from = Marker::parse(&string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let label = context.pack.requirement_of(&fold(&string[from..]));
    let is_first_column = row.cells.first().is_some_and(|c| !c.is_empty());
    if let (Some(label), false) = (label, values.is_empty()) {
        let text = context.join_lines(label_cell.iter());
        context.label(text.clone());
        let from = Marker::parse(text.as_str())
            .filter(|m| m.depth() > 0)
            .map_or(0, |m| m.text);
        let text = label_text(&text.slice(from, text.as_str().len()));
        parts.push(Part {
            label: Some(label),
            text: Some(text),
            whole: None,
            lines: cut(values.iter().flat_map(|c| c.iter())),
        });
    } else if !values.is_empty() && is_first_column && string.split(' ').count() <= 6 {
        // A label that no pack knows: another requirement.
        let text = label_text(&context.join_lines(label_cell.iter()));
        context.label(context.join_lines(label_cell.iter()));
        let label = RequirementLabel {
            key: RequirementKey::Other,
            group: false,
        };
        parts.push(Part {
            label: Some(label),
            text: Some(text),
            whole: None,
            lines: cut(values.iter().flat_map(|c| c.iter())),
        });
    } else {
        for line in cells.iter().flat_map(|c| c.iter()) {
            add_line(context, line, false, parts);
        }
    }
}

/// A cell's lines, of which the last ends its paragraph.
fn cut<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Line> {
    let mut out: Vec<Line> = lines.cloned().collect();
    if let Some(last) = out.last_mut() {
        last.cut = true;
    }
    out
}

fn requirement(
    context: &Context,
    label: RequirementLabel,
    text: Option<Text>,
    lines: &[Line],
) -> Requirement {
    let groups = competency_lines(label.key, lines).into_iter();
    let mut found: Vec<ListItem> = groups
        .flat_map(|group| items::items(context, &group))
        .collect();
    if text.is_none() {
        items::take_lead_in(context, &mut found);
    }
    let items = found.into_iter().map(|item| {
        item.number.into_iter().for_each(|n| context.label(n));
        Item {
            marked: item.marker.is_some(),
            text: item.text,
        }
    });
    Requirement {
        key: label.key,
        label: text,
        is_group: label.group,
        items: items.filter(|i| !i.text.is_empty()).collect(),
    }
}

/// Among competencies a line that ends in a colon heads the ones below it; it is never the rest of the item above.
fn competency_lines(key: RequirementKey, lines: &[Line]) -> Vec<Vec<Line>> {
    let mut out: Vec<Vec<Line>> = vec![Vec::new()];
    for line in lines {
        let heads = key == RequirementKey::Competencies && is_name(line);
        if heads {
            out.push(vec![line.clone()]);
            out.push(Vec::new());
        } else if let Some(group) = out.last_mut() {
            group.push(line.clone());
        }
    }
    out.retain(|g| !g.is_empty());
    out
}

/// "Kliendikesksus:": a capital, no marker, and a colon at the end.
pub fn is_name(line: &Line) -> bool {
    let string = line.as_str().trim_end();
    string.ends_with(':')
        && Marker::parse(string).is_none()
        && string.chars().next().is_some_and(char::is_uppercase)
        && string.split(' ').count() <= 8
}
