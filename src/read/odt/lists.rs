//! Lists of an OpenDocument text (ISO 26300-1, 5.3): the number or bullet that is displayed before a paragraph.

use std::collections::HashMap;

use crate::read::ReadError;
use crate::read::number_format::{NumberFormat, format};
use crate::read::xml::{Tag, Xml};

/// OpenDocument's lists have ten levels.
pub const LEVELS: usize = 10;

/// How one level shows.
#[derive(Clone, Debug)]
enum Level {
    Bullet(String),
    Number(Number),
}

#[derive(Clone, Debug)]
struct Number {
    format: NumberFormat,
    prefix: String,
    suffix: String,
    /// How many levels it shows, itself included.
    display: usize,
    start: i64,
    /// LibreOffice's own form, "%1%.%2%)", which says where every separator stands.
    pattern: Option<String>,
}

/// A list style's levels, counted from 0.
#[derive(Clone, Debug, Default)]
pub struct ListStyle(HashMap<usize, Level>);

/// Counts of a list.
type Counts = [Option<i64>; LEVELS];

/// A document's list styles and how far its lists have been counted.
#[derive(Debug, Default)]
pub struct Lists {
    styles: HashMap<String, ListStyle>,
    outline: ListStyle,
    outline_counts: Counts,
    counts: Vec<Counts>,
    /// Lists by identifier, and the last one of each style: indices of counts.
    by_id: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
}

impl Lists {
    /// Adds a list style.
    pub fn add(&mut self, name: String, style: ListStyle) {
        self.styles.insert(name, style);
    }

    /// Sets how headings outside lists are numbered.
    pub fn set_outline(&mut self, style: ListStyle) {
        self.outline = style;
    }

    /// Begins a list, or goes on with an earlier one; gives the index of its counts.
    pub fn begin(&mut self, tag: &Tag, style: &str) -> usize {
        let continued = tag
            .attr("continue-list")
            .and_then(|id| self.by_id.get(&id).copied());
        let goes_on = tag.attr("continue-numbering").as_deref() == Some("true");
        let last = self.by_style.get(style).copied().filter(|_| goes_on);
        let index = continued.or(last).unwrap_or_else(|| {
            self.counts.push(Counts::default());
            self.counts.len() - 1
        });
        self.by_style.insert(style.to_owned(), index);
        self.by_id.extend(tag.attr("id").map(|id| (id, index)));
        index
    }

    /// Counts an item and gives what stands before it.
    pub fn label(&mut self, list: usize, style: &str, level: usize, value: Option<i64>) -> String {
        match self.styles.get(style).zip(self.counts.get_mut(list)) {
            Some((style, counts)) => style.label(counts, level, value),
            None => String::new(),
        }
    }

    /// Counts a heading outside lists and gives what stands before it.
    pub fn outline_label(&mut self, level: usize) -> String {
        self.outline.label(&mut self.outline_counts, level, None)
    }
}

impl ListStyle {
    fn label(&self, counts: &mut Counts, level: usize, value: Option<i64>) -> String {
        for slot in counts.iter_mut().skip(level.saturating_add(1)) {
            *slot = None;
        }
        if let Some(slot) = counts.get_mut(level) {
            let next = slot.map_or_else(|| self.start(level), |n| n.saturating_add(1));
            *slot = Some(value.unwrap_or(next));
        }
        match self.0.get(&level) {
            Some(Level::Bullet(sign)) => sign.clone(),
            Some(Level::Number(number)) => self.number(number, counts, level),
            None => String::new(),
        }
    }

    fn start(&self, level: usize) -> i64 {
        match self.0.get(&level) {
            Some(Level::Number(number)) => number.start,
            _ => 1,
        }
    }

    /// The number of a level alone; `None` if the level shows none.
    fn part(&self, counts: &Counts, level: usize) -> Option<String> {
        let Some(Level::Number(number)) = self.0.get(&level) else {
            return None;
        };
        let value = counts.get(level).copied().flatten().unwrap_or(number.start);
        Some(format(value, number.format)).filter(|s| !s.is_empty())
    }

    fn number(&self, number: &Number, counts: &Counts, level: usize) -> String {
        if let Some(pattern) = &number.pattern {
            return self.fill(pattern, counts);
        }
        let first = (level + 1).saturating_sub(number.display.max(1));
        let parts: Vec<String> = (first..=level)
            .filter_map(|l| self.part(counts, l))
            .collect();
        format!("{}{}{}", number.prefix, parts.join("."), number.suffix)
    }

    /// "%1%.%2%)": a level between two percent signs stands for its number.
    fn fill(&self, pattern: &str, counts: &Counts) -> String {
        let mut out = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('%') {
            out.push_str(before);
            let inner = after
                .split_once('%')
                .and_then(|(n, tail)| Some((n.parse::<usize>().ok()?, tail)));
            rest = match inner {
                Some((level, tail)) => {
                    out.push_str(
                        &self
                            .part(counts, level.saturating_sub(1))
                            .unwrap_or_default(),
                    );
                    tail
                }
                None => {
                    out.push('%');
                    after
                }
            };
        }
        out + rest
    }
}

/// Reads `text:list-style` or `text:outline-style`.
pub fn list_style(xml: &mut Xml) -> Result<ListStyle, ReadError> {
    let mut levels = HashMap::new();
    while let Some(tag) = xml.open()? {
        let index = tag
            .attr("level")
            .and_then(|l| l.parse::<usize>().ok())
            .and_then(|l| l.checked_sub(1));
        let level = match tag.name() {
            "list-level-style-bullet" => {
                Some(Level::Bullet(tag.attr("bullet-char").unwrap_or_default()))
            }
            // The picture itself is not read; that there is a sign is.
            "list-level-style-image" => Some(Level::Bullet("•".to_owned())),
            "list-level-style-number" | "outline-level-style" => Some(Level::Number(number(&tag))),
            _ => None,
        };
        levels.extend(index.filter(|i| *i < LEVELS).zip(level));
        xml.skip()?;
    }
    Ok(ListStyle(levels))
}

fn number(tag: &Tag) -> Number {
    let number = |name: &str| tag.attr(name).and_then(|v| v.parse::<i64>().ok());
    Number {
        format: NumberFormat::like(&tag.attr("num-format").unwrap_or_default()),
        prefix: tag.attr("num-prefix").unwrap_or_default(),
        suffix: tag.attr("num-suffix").unwrap_or_default(),
        display: number("display-levels")
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(1)
            .min(LEVELS),
        start: number("start-value").unwrap_or(1),
        pattern: tag.attr("num-list-format"),
    }
}
