//! Lists of a Word document (ISO 29500-1, 17.9): the number or bullet that is displayed before a paragraph.

use std::collections::{HashMap, HashSet};

use super::properties::{is_on, number};
use super::styles::Styles;
use crate::read::ReadError;
use crate::read::number_format::{NumberFormat, format};
use crate::read::xml::Xml;

/// Word's lists have nine levels.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: i64,
    format: NumberFormat,
    /// "%1.%2."
    text: String,
    /// The level (from 1) whose use begins the count anew; 0 never does. Any higher level where this is not said.
    restart: Option<usize>,
    /// Whether numbers of all levels show as decimals.
    legal: bool,
    /// The paragraph style that stands for this level.
    style: Option<String>,
    hidden: bool,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 0,
            format: NumberFormat::Decimal,
            text: String::new(),
            restart: None,
            legal: false,
            style: None,
            hidden: false,
        }
    }
}

/// A definition that several lists may share (`w:abstractNum`).
#[derive(Debug, Default)]
struct Definition {
    levels: HashMap<usize, Level>,
    /// The numbering style that holds the levels instead.
    elsewhere: Option<String>,
}

/// A list (`w:num`).
#[derive(Debug, Default)]
struct List {
    definition: i64,
    starts: HashMap<usize, i64>,
    levels: HashMap<usize, Level>,
}

/// A document's lists and how far they have been counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<i64, Definition>,
    lists: HashMap<i64, List>,
    /// Counts by definition, which its lists share.
    counts: HashMap<i64, [Option<i64>; LEVELS]>,
    /// Lists and levels whose own start has been used.
    started: HashSet<(i64, usize)>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(source: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new(source, "numbering.xml");
        let mut numbering = Numbering::default();
        xml.open()?; // w:numbering
        while let Some(tag) = xml.open()? {
            let id = |name: &str| tag.attr(name).and_then(|v| v.trim().parse::<i64>().ok());
            match tag.name() {
                "abstractNum" => {
                    let definition = definition(&mut xml)?;
                    numbering
                        .definitions
                        .insert(id("abstractNumId").unwrap_or(-1), definition);
                }
                "num" => {
                    let list = list(&mut xml)?;
                    numbering.lists.insert(id("numId").unwrap_or(-1), list);
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// The definition that holds a list's levels.
    fn definition_of(&self, list: i64, styles: &Styles) -> Option<i64> {
        let id = self.lists.get(&list)?.definition;
        let elsewhere = self
            .definitions
            .get(&id)
            .and_then(|d| d.elsewhere.as_deref());
        let linked = elsewhere.and_then(|style| styles.list_of(style));
        let linked = linked
            .and_then(|list| self.lists.get(&list))
            .map(|l| l.definition);
        Some(
            linked
                .filter(|d| self.definitions.contains_key(d))
                .unwrap_or(id),
        )
    }

    /// The level that a paragraph style stands for in a list.
    pub fn level_of_style<'a>(
        &self,
        list: i64,
        styles: &Styles,
        identifiers: impl Iterator<Item = &'a str>,
    ) -> Option<usize> {
        let levels = &self
            .definitions
            .get(&self.definition_of(list, styles)?)?
            .levels;
        let of = |id: &str| {
            levels
                .iter()
                .find(|(_, l)| l.style.as_deref() == Some(id))
                .map(|(i, _)| *i)
        };
        identifiers.into_iter().find_map(of)
    }

    /// Counts a paragraph and gives what stands before it; empty if nothing shows.
    pub fn label(&mut self, list_id: i64, level: usize, styles: &Styles) -> String {
        let definition_id = self.definition_of(list_id, styles);
        let Some((list, id)) = self
            .lists
            .get(&list_id)
            .zip(definition_id)
            .filter(|_| level < LEVELS)
        else {
            return String::new();
        };
        let definition = self.definitions.get(&id);
        let find = |index: usize| {
            let own = list.levels.get(&index);
            own.or_else(|| definition.and_then(|d| d.levels.get(&index)))
                .cloned()
                .unwrap_or_default()
        };
        let levels: [Level; LEVELS] = std::array::from_fn(find);
        let counts = self.counts.entry(id).or_default();
        for index in list.starts.keys() {
            let slot = counts.get_mut(*index).filter(|_| *index <= level);
            if let Some(slot) = slot.filter(|_| self.started.insert((list_id, *index))) {
                *slot = None;
            }
        }
        let start = |index: usize| {
            let own = list.starts.get(&index).copied();
            own.or_else(|| levels.get(index).map(|l| l.start))
                .unwrap_or(1)
        };
        count(counts, level, &levels, start(level));
        let Some(current) = levels.get(level).filter(|l| !l.hidden) else {
            return String::new();
        };
        label(current, &levels, |index| {
            counts
                .get(index)
                .copied()
                .flatten()
                .unwrap_or_else(|| start(index))
        })
    }
}

/// Counts one more at a level, and begins those below anew.
fn count(counts: &mut [Option<i64>; LEVELS], level: usize, levels: &[Level; LEVELS], start: i64) {
    for (index, slot) in counts.iter_mut().enumerate() {
        if index == level {
            *slot = Some(slot.map_or(start, |n| n.saturating_add(1)));
        } else if index > level {
            let restart = levels.get(index).and_then(|l| l.restart);
            if restart.is_none_or(|after| level < after) {
                *slot = None;
            }
        }
    }
}

/// Fills "%1.%2." in.
fn label(level: &Level, levels: &[Level; LEVELS], value: impl Fn(usize) -> i64) -> String {
    if level.format == NumberFormat::Bullet {
        return level.text.clone();
    }
    let mut out = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars
            .peek()
            .and_then(|d| d.to_digit(10))
            .filter(|d| c == '%' && *d > 0);
        let Some(digit) = digit else {
            out.push(c);
            continue;
        };
        chars.next();
        let index = digit as usize - 1;
        let of = levels
            .get(index)
            .map_or(NumberFormat::Decimal, |l| l.format);
        let shown = if level.legal && of != NumberFormat::None {
            NumberFormat::Decimal
        } else {
            of
        };
        out.push_str(&format(value(index), shown));
    }
    out
}

fn definition(xml: &mut Xml) -> Result<Definition, ReadError> {
    let mut definition = Definition::default();
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "lvl" => {
                let index = tag.attr("ilvl").and_then(|v| v.trim().parse().ok());
                let level = level(xml)?;
                definition.levels.extend(index.map(|i| (i, level)));
            }
            "numStyleLink" => {
                definition.elsewhere = tag.attr("val");
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    Ok(definition)
}

fn list(xml: &mut Xml) -> Result<List, ReadError> {
    let mut list = List::default();
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "abstractNumId" => {
                list.definition = number(&tag).unwrap_or(-1);
                xml.skip()?;
            }
            "lvlOverride" => {
                let index: Option<usize> = tag.attr("ilvl").and_then(|v| v.trim().parse().ok());
                while let Some(tag) = xml.open()? {
                    match tag.name() {
                        "startOverride" => {
                            list.starts.extend(index.zip(number(&tag)));
                            xml.skip()?;
                        }
                        "lvl" => {
                            let level = level(xml)?;
                            list.levels.extend(index.map(|i| (i, level)));
                        }
                        _ => xml.skip()?,
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(list)
}

/// Reads `w:lvl`.
fn level(xml: &mut Xml) -> Result<Level, ReadError> {
    let mut level = Level::default();
    let mut font = None;
    while let Some(tag) = xml.open()? {
        match tag.name() {
            "start" => level.start = number(&tag).unwrap_or(0),
            "numFmt" => level.format = NumberFormat::named(&tag.attr("val").unwrap_or_default()),
            "lvlText" => level.text = tag.attr("val").unwrap_or_default(),
            "lvlRestart" => level.restart = number(&tag).and_then(|n| usize::try_from(n).ok()),
            "isLgl" => level.legal = is_on(&tag),
            "pStyle" => level.style = tag.attr("val"),
            "rPr" => {
                while let Some(tag) = xml.open()? {
                    match tag.name() {
                        "rFonts" => font = tag.attr("ascii").or_else(|| tag.attr("hAnsi")),
                        "vanish" => level.hidden = is_on(&tag),
                        _ => {}
                    }
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    if level.format == NumberFormat::Bullet {
        level.text = symbols(&level.text, font.as_deref());
    }
    Ok(level)
}

/// Characters of a symbol font in the private area where Word, too, keeps them.
pub fn symbols(text: &str, font: Option<&str>) -> String {
    let is_symbol =
        font.is_some_and(|f| f == "Symbol" || f.starts_with("Wingdings") || f == "Webdings");
    let of = |c: char| match u32::from(c) {
        code @ 0x21..=0xFF if is_symbol => char::from_u32(0xF000 + code).unwrap_or(c),
        _ => c,
    };
    text.chars().map(of).collect()
}
