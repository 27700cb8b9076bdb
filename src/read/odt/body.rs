//! Paragraphs, lists and tables of an OpenDocument text (ISO 26300-1, 5 and 9).

use super::styles::{Look, Styles};
use super::table;
use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Para};
use crate::read::xml::{Node, Tag, Xml};

/// What is collected over a document.
pub struct Story<'s> {
    /// Styles, and lists counted in reading order.
    pub styles: &'s mut Styles,
    /// Paragraphs of notes, in order.
    pub notes: Vec<Block>,
    /// How many paragraphs and cells have been read.
    pub budget: Budget,
}

/// The list that is being read.
#[derive(Clone, Default)]
struct List {
    style: Option<String>,
    counts: usize,
    level: usize,
}

/// An item's number, until its first paragraph takes it.
#[derive(Clone, Default)]
struct Item {
    list: List,
    value: Option<i64>,
    taken: bool,
}

/// What is no text of the document: deleted text, comments, forms, descriptions of pictures, recipes for indexes.
const DROPPED: [&str; 14] = [
    "tracked-changes",
    "annotation",
    "annotation-end",
    "forms",
    "desc",
    "object",
    "object-ole",
    "event-listeners",
    "table-of-content-source",
    "alphabetical-index-source",
    "user-index-source",
    "bibliography-source",
    "illustration-index-source",
    "table-index-source",
];

impl Story<'_> {
    /// Reads what stands in a body, a section, a cell, a text box or a note.
    pub fn blocks(&mut self, xml: &mut Xml, out: &mut Vec<Block>) -> Result<(), ReadError> {
        self.blocks_of(xml, out, None)
    }

    fn blocks_of(
        &mut self,
        xml: &mut Xml,
        out: &mut Vec<Block>,
        mut item: Option<&mut Item>,
    ) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "p" | "h" => self.paragraph(&tag, xml, out, item.as_deref_mut())?,
                "list" => self.list(&tag, xml, out, item.as_ref().map(|i| &i.list).cloned())?,
                "table" => {
                    let rows = table::rows(self, xml)?;
                    out.push(Block::Table(rows));
                }
                "section" if tag.attr("display").as_deref() == Some("none") => xml.skip()?,
                "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "line" => {
                    self.shapes(&tag, xml, out)?
                }
                name if DROPPED.contains(&name) => xml.skip()?,
                _ => self.blocks_of(xml, out, item.as_deref_mut())?,
            }
        }
        Ok(())
    }

    /// Reads `text:list`, which may stand in an item of another.
    fn list(
        &mut self,
        tag: &Tag,
        xml: &mut Xml,
        out: &mut Vec<Block>,
        outer: Option<List>,
    ) -> Result<(), ReadError> {
        let own = tag.attr("style-name");
        let list = match outer {
            Some(outer) => List {
                style: own.or(outer.style),
                counts: outer.counts,
                level: outer.level + 1,
            },
            None => {
                let counts = self
                    .styles
                    .lists
                    .begin(tag, own.as_deref().unwrap_or_default());
                List {
                    style: own,
                    counts,
                    level: 0,
                }
            }
        };
        while let Some(tag) = xml.open()? {
            let is_header = tag.name() == "list-header";
            if !is_header && tag.name() != "list-item" {
                xml.skip()?;
                continue;
            }
            let value = tag.attr("start-value").and_then(|v| v.parse().ok());
            let mut item = Item {
                list: list.clone(),
                value,
                taken: is_header,
            };
            self.blocks_of(xml, out, Some(&mut item))?;
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        tag: &Tag,
        xml: &mut Xml,
        out: &mut Vec<Block>,
        item: Option<&mut Item>,
    ) -> Result<(), ReadError> {
        self.budget.take(1)?;
        let style = tag.attr("style-name").unwrap_or_default();
        let mut para = Para::labelled(self.label(tag, &style, item));
        let look = self.styles.paragraph(&style);
        let mut boxes = Vec::new();
        self.inline(xml, look, &mut para, &mut boxes)?;
        out.push(Block::Para(para));
        out.append(&mut boxes);
        Ok(())
    }

    fn label(&mut self, tag: &Tag, style: &str, item: Option<&mut Item>) -> String {
        let is_header = tag.attr("is-list-header").as_deref() == Some("true");
        if let Some(item) = item {
            if is_header || std::mem::replace(&mut item.taken, true) {
                return String::new();
            }
            let of_paragraph = || self.styles.list_of(style).map(str::to_owned);
            let name = item
                .list
                .style
                .clone()
                .or_else(of_paragraph)
                .unwrap_or_default();
            return self
                .styles
                .lists
                .label(item.list.counts, &name, item.list.level, item.value);
        }
        let level = tag
            .attr("outline-level")
            .and_then(|l| l.parse::<usize>().ok())
            .and_then(|l| l.checked_sub(1));
        let outside = is_header || self.styles.list_of(style) == Some("");
        match level.filter(|_| tag.name() == "h" && !outside) {
            Some(level) => self.styles.lists.outline_label(level),
            None => String::new(),
        }
    }

    /// Reads what stands in a paragraph or a span.
    fn inline(
        &mut self,
        xml: &mut Xml,
        look: Look,
        para: &mut Para,
        boxes: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let (shows, bold) = (look.hidden != Some(true), look.bold == Some(true));
        while let Some(node) = xml.next()? {
            let tag = match node {
                Node::Text(text) => {
                    if shows {
                        para.push(&text, bold);
                    }
                    continue;
                }
                Node::Open(tag) => tag,
            };
            match tag.name() {
                "s" if shows => {
                    let count = tag.attr("c").and_then(|c| c.parse().ok()).unwrap_or(1);
                    // The first of several blanks stands before the element.
                    para.push_spaced(if count >= 3_u32 { "\t" } else { " " }, bold);
                    xml.skip()?;
                }
                "tab" if shows => {
                    para.tab();
                    xml.skip()?;
                }
                "line-break" if shows => {
                    para.line_break();
                    xml.skip()?;
                }
                "span" => {
                    let own = self
                        .styles
                        .span(&tag.attr("style-name").unwrap_or_default());
                    self.inline(xml, own.or(look), para, boxes)?;
                }
                "note" => self.note(xml, shows)?,
                "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "line" => {
                    self.shapes(&tag, xml, boxes)?
                }
                "ruby-text" => xml.skip()?,
                name if DROPPED.contains(&name) => xml.skip()?,
                _ => self.inline(xml, look, para, boxes)?,
            }
        }
        Ok(())
    }

    /// Reads `text:note`: its paragraphs stand at the document's end, its sign is dropped.
    fn note(&mut self, xml: &mut Xml, shows: bool) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            if tag.name() == "note-body" && shows {
                let mut blocks = Vec::new();
                self.blocks(xml, &mut blocks)?;
                self.notes.append(&mut blocks);
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    /// Reads the text of shapes and text boxes.
    fn shapes(&mut self, tag: &Tag, xml: &mut Xml, out: &mut Vec<Block>) -> Result<(), ReadError> {
        if tag.name() != "frame" && tag.name() != "g" {
            return self.blocks(xml, out);
        }
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "text-box" => self.blocks(xml, out)?,
                "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "line" => {
                    self.shapes(&tag, xml, out)?
                }
                _ => xml.skip()?, // svg:title is no text of the document either
            }
        }
        Ok(())
    }
}
