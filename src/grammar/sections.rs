//! Sections that are lists or running text: purpose, rights, responsibilities, tools, amendment, and what no pack knows.

use crate::grammar::context::Context;
use crate::grammar::draft::{Draft, OtherSection};
use crate::grammar::fold::fold;
use crate::grammar::heading::RawSection;
use crate::grammar::items::{self, ListItem};
use crate::layout::{Block, Line};
use crate::record::SectionKind;
use crate::text::Text;

/// All lines of some blocks, cell by cell. A cell's last line ends its paragraph.
pub fn lines_of(blocks: &[Block]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => out.push(line.clone()),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|r| &r.cells) {
                    out.extend_from_slice(cell);
                    if let (Some(last), false) = (out.last_mut(), cell.is_empty()) {
                        last.cut = true;
                    }
                }
            }
        }
    }
    out
}

/// The purpose: all of the section, as running text without item numbers. Of a second such section the paragraphs are kept.
pub fn purpose(context: &Context, section: &RawSection, draft: &mut Draft) {
    if draft.purpose.is_some() {
        return other(context, section, draft);
    }
    let items = items::items(context, &lines_of(&section.body));
    for item in &items {
        if let Some(number) = &item.number {
            context.label(number.clone());
        }
    }
    let text = context.join(items.iter().map(|i| &i.text));
    if !text.is_empty() {
        draft.purpose = Some(text);
    }
}

/// A list section: one string per item, lead-ins apart.
pub fn list(context: &Context, kind: SectionKind, blocks: &[Block], draft: &mut Draft) {
    for text in list_items(context, kind, &lines_of(blocks)) {
        draft.lists.push((kind, text));
    }
}

fn list_items(context: &Context, kind: SectionKind, lines: &[Line]) -> Vec<Text> {
    let mut out = Vec::new();
    let mut rest = lines;
    while let Some(at) = rest.iter().position(|l| is_lead_in(context, kind, l)) {
        out.extend(texts(context, &rest[..at]));
        context.label(rest[at].text.clone());
        rest = &rest[at + 1..];
    }
    out.extend(texts(context, rest));
    out
}

fn is_lead_in(context: &Context, kind: SectionKind, line: &Line) -> bool {
    let folded = fold(strip_number(line));
    // A footnote's figure may stand behind the words.
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    context.pack.is_lead_in(kind, bare)
}

fn strip_number(line: &Line) -> &str {
    let string = line.as_str();
    crate::layout::Marker::parse(string)
        .filter(|m| m.depth() > 0)
        .map_or(string, |m| &string[m.text..])
}

/// Running text as paragraphs, numbers and bullets included.
pub fn paragraphs(context: &Context, lines: &[Line]) -> Vec<Text> {
    let items = items::items(context, lines).into_iter();
    items
        .map(|item| match &item.number {
            Some(number) => context.join([number, &item.text]),
            None => item.text,
        })
        .filter(|t| !t.is_empty())
        .collect()
}

/// The items' texts. A number is a label here: the record keeps one string per item. Words that open a list of marked items
/// without being a sentence are a lead-in, whatever they are.
fn texts(context: &Context, lines: &[Line]) -> Vec<Text> {
    let mut items = items::items(context, lines);
    items::take_lead_in(context, &mut items);
    if items.iter().all(|i| i.marker.is_none()) {
        items = items::cut_prose(context, lines, items);
    }
    items
        .into_iter()
        .map(|item| numberless(context, item))
        .filter(|t| !t.is_empty())
        .collect()
}

fn numberless(context: &Context, item: ListItem) -> Text {
    if item.lost_marker {
        context.lost_marker(item.text.clone());
    }
    if let Some(number) = item.number {
        context.label(number);
    }
    item.text
}

/// A section that no pack knows, with its paragraphs.
pub fn other(context: &Context, section: &RawSection, draft: &mut Draft) {
    draft.other_sections.push(OtherSection {
        number: section.number.clone(),
        heading: context.join(&section.heading),
        text: texts(context, &lines_of(&section.body)),
    });
}
