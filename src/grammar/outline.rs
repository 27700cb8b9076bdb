//! The document's outline: its headings, numbers and bullets in reading order, for rules that judge how it is built.

use smallvec::smallvec;

use crate::grammar::context::Context;
use crate::grammar::dates;
use crate::grammar::fields;
use crate::grammar::heading::RawSection;
use crate::layout::{Block, Line, Marker, MarkerKind, Parts};
use crate::record::SectionKind;
use crate::text::Text;

/// How a document is built.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Its sections in order, numbered fields that stand between sections among them.
    pub sections: Vec<Section>,
    /// Single numbers that open lines above the first section.
    pub preamble: Vec<Number>,
    /// Labels with nothing behind them.
    pub empty_labels: Vec<Text>,
    /// Whether only lines above the title name the unit.
    pub unit_above: bool,
    /// The approval as a whole.
    pub approval: Option<Text>,
    /// A date of the approval that no calendar has.
    pub unreal_date: Option<Text>,
    /// Items without a marker among marked ones.
    pub lost_markers: Vec<Text>,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// Its number, arabic or roman.
    pub number: Option<Number>,
    /// Whether the number is a roman one.
    pub roman: bool,
    /// Its heading; empty for a numbered field.
    pub heading: Text,
    /// The wording of the pack that the heading was taken for, where it is not written so.
    pub meant: Option<String>,
    /// Whether nothing stands under the heading.
    pub empty: bool,
    /// Numbers of its items and labels, in order.
    pub numbers: Vec<Number>,
    /// Bullets in order.
    pub bullets: Vec<Bullet>,
}

/// A number at the beginning of a heading, label or item.
#[derive(Clone, Debug)]
pub struct Number {
    /// "3.4": 3 and 4.
    pub parts: Parts,
    /// Whether a dot or bracket closes it.
    pub closed: bool,
    /// The line that it opens.
    pub line: Text,
}

/// A bullet or dash at the beginning of a line.
#[derive(Clone, Debug)]
pub struct Bullet {
    /// The list that it belongs to: the lines between two that have no bullets, or a table's cell.
    pub list: usize,
    /// The character.
    pub mark: char,
    /// The line that it opens.
    pub line: Text,
}

/// The outline of some sections.
pub fn of(context: &Context, sections: &[RawSection]) -> Vec<Section> {
    sections.iter().map(|s| section(context, s)).collect()
}

/// The single numbers that open lines of what stands above the first section.
pub fn preamble(context: &Context, blocks: &[Block]) -> Vec<Number> {
    let mut marks = Marks::default();
    blocks.iter().for_each(|b| marks.add_block(context, b));
    marks.numbers.retain(|n| n.parts.len() == 1);
    marks.numbers
}

fn section(context: &Context, raw: &RawSection) -> Section {
    let mut marks = Marks::default();
    raw.body.iter().for_each(|b| marks.add_block(context, b));
    let mut numbers = marks.numbers;
    let number = match (&raw.number, raw.heading.is_empty()) {
        (Some(text), _) => heading_number(raw, text),
        // A numbered field has its number in its body.
        (None, true) if !numbers.is_empty() => Some(numbers.remove(0)),
        (None, _) => None,
    };
    Section {
        kind: raw.kind,
        number,
        roman: raw
            .number
            .as_ref()
            .is_some_and(|n| n.as_str().starts_with(['I', 'V', 'X'])),
        heading: context.plain_join(&raw.heading),
        meant: raw.meant.clone(),
        empty: !raw.body.iter().any(has_text),
        numbers,
        bullets: marks.bullets,
    }
}

fn has_text(block: &Block) -> bool {
    match block {
        Block::Line(line) => !line.text.is_empty(),
        Block::Table(table) => table.rows.iter().any(|r| r.lines().next().is_some()),
    }
}

fn heading_number(raw: &RawSection, text: &Text) -> Option<Number> {
    let kind = Marker::parse(&format!("{}. X", text.as_str()))?.kind;
    let parts = match kind {
        MarkerKind::Number(parts) => parts,
        MarkerKind::Roman(value) => smallvec![value],
        MarkerKind::Letter(_) | MarkerKind::Bullet(_) => return None,
    };
    Some(Number {
        parts,
        closed: raw.separator.as_ref().is_some_and(|s| !s.is_empty()),
        line: text.clone(),
    })
}

/// Whether a line begins with a date or with the end of one ("2007. a."), and not with a number of its own.
fn is_date(context: &Context, line: &Line) -> bool {
    let text = line.as_str().trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    digits == 4 || dates::date(text, context.pack).is_some_and(|(_, range)| range.start == 0)
}

/// What the lines of a section open with.
#[derive(Default)]
struct Marks {
    list: usize,
    numbers: Vec<Number>,
    bullets: Vec<Bullet>,
}

impl Marks {
    fn add_block(&mut self, context: &Context, block: &Block) {
        match block {
            Block::Line(line) => fields::cut_at_labels(context, line)
                .iter()
                .for_each(|l| self.add(context, l)),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|r| &r.cells) {
                    self.list += 1;
                    cell.iter().for_each(|l| self.add(context, l));
                }
                self.list += 1;
            }
        }
    }

    fn add(&mut self, context: &Context, line: &Line) {
        let Some(marker) = Marker::parse(line.as_str()) else {
            return;
        };
        match marker.kind {
            // Heads of columns may bear numbers, the same in each column.
            MarkerKind::Number(_)
                if context
                    .pack
                    .column_prefix(&line.as_str()[marker.text..])
                    .is_some() => {}
            MarkerKind::Number(_) if is_date(context, line) => {}
            MarkerKind::Number(parts) => {
                // An item with a number of its own ends the list of bullets above it.
                self.list += 1;
                let behind = &line.as_str()[marker.end..];
                self.numbers.push(Number {
                    parts,
                    closed: behind.starts_with(['.', ')']),
                    line: line.text.clone(),
                });
            }
            MarkerKind::Bullet(mark) => self.bullets.push(Bullet {
                list: self.list,
                mark,
                line: line.text.clone(),
            }),
            MarkerKind::Roman(_) | MarkerKind::Letter(_) => {}
        }
    }
}
