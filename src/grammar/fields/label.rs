//! Labels of the general section, alone on their lines or with their values behind them.

use crate::grammar::context::{Context, plain};
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::lines::openings;
use crate::grammar::pack::FieldKey;
use crate::layout::{Line, Marker};
use crate::text::Text;

/// A label that no pack knows is at most this long, in words.
const MOST_LABEL_WORDS: usize = 4;

/// So many lines that begin with labels are a list of labels.
const LEAST_LABELS: usize = 3;

/// A label: its field, and its text without number and colon.
#[derive(Clone, Debug)]
pub(in crate::grammar) struct Label {
    pub(in crate::grammar) key: FieldKey,
    pub(in crate::grammar) text: Text,
    /// Where its line stands: left edge and top.
    pub(in crate::grammar) corner: (f32, f32),
}

fn corner(line: &Line) -> (f32, f32) {
    (line.bbox.x0, line.bbox.y0)
}

/// Reads lines as one label, if they are a label of the pack and nothing else.
pub(super) fn label_of(context: &Context, lines: &[Line]) -> Option<Label> {
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
pub(super) fn claim_label(context: &Context, lines: &[Line]) -> Text {
    let text = context.join_lines(lines);
    context.label(text.clone());
    let from = Marker::parse(text.as_str())
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    let to = text.as_str().trim_end_matches([':', ' ']).len().max(from);
    text.slice(from, to)
}

pub(super) fn is_label(context: &Context, lines: &[Line]) -> bool {
    let string = plain(lines);
    let from = Marker::parse(&string)
        .filter(|m| m.depth() > 0)
        .map_or(0, |m| m.text);
    context.pack.field_of(&fold(&string[from..])).is_some()
}

/// "Vahetu juht: direktor", "1.1 STRUKTUURIÜKSUS haldusosakond", "Alluvad puuduvad": label and value on one line, and whether a
/// colon stands between. `listed`: the lines around are a list of labels, so that a value may begin like a sentence goes on.
pub(super) fn inline(context: &Context, line: &Line, listed: bool) -> Option<(Label, Text, bool)> {
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

pub(super) fn begins_with_label(context: &Context, line: &Line) -> bool {
    is_label(context, std::slice::from_ref(line)) || inline(context, line, false).is_some()
}

/// Whether lines are a list of labels, each with its value behind it: "1.2. Vahetu juht osakonna juhataja", "Alluvad puuduvad". Where
/// most of those that are numbered, or else begin with a capital, begin with a label, the others that do are no sentences either.
pub(super) fn is_list_of_labels(context: &Context, lines: &[Line]) -> bool {
    let starts = openings(lines.iter().map(Line::as_str));
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

pub(super) fn is_numbered(line: &Line) -> bool {
    Marker::parse(line.as_str()).is_some_and(|m| m.depth() > 0)
}

/// Among labels with colons, a line of the same shape has a label that no pack knows: "Tööaeg: 40 tundi nädalas".
pub(super) fn unknown_inline(line: &Line, colons: bool) -> Option<(Label, Line)> {
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
