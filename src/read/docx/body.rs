//! Paragraphs and tables of a Word document's parts (ISO 29500-1, 17.3 and 17.4), as accepted and displayed.

use std::collections::HashSet;

use super::numbering::Numbering;
use super::properties::{self, Numbered, RunProperties};
use super::styles::Styles;
use super::table;
use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Para};
use crate::read::xml::{Node, Tag, Xml};

/// What is the same for all parts of a document, and what is collected over them.
#[derive(Default)]
pub struct Story<'s> {
    /// The document's styles.
    styles: Option<&'s Styles>,
    /// Its lists, counted in reading order.
    numbering: Numbering,
    /// Relationship identifiers of the sections' headers and footers, in order.
    pub running: Vec<String>,
    /// Footnotes and endnotes that are referred to, in order.
    pub notes: Vec<(Note, String)>,
    /// Whether a part in another format is embedded (`w:altChunk`).
    pub has_embedded: bool,
    /// How many paragraphs and cells have been read.
    pub budget: Budget,
    /// Fields that have begun: whether their instruction is being read.
    fields: Vec<bool>,
    seen: HashSet<(Note, String)>,
}

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// At the page's foot.
    Foot,
    /// At the end.
    End,
}

/// Paragraphs and tables of one body, cell, text box, note or header.
#[derive(Default)]
pub struct Blocks {
    /// What is complete.
    pub done: Vec<Block>,
    /// Paragraphs without a mark of their own, which run on into the next.
    pending: Para,
}

impl Blocks {
    /// What was collected.
    pub fn finish(mut self) -> Vec<Block> {
        if !self.pending.is_blank() {
            self.done.push(Block::Para(self.pending));
        }
        self.done
    }
}

/// A paragraph being read.
#[derive(Default)]
struct Reading {
    para: Para,
    /// What holds for its runs where they say nothing.
    base: RunProperties,
    /// What its text boxes hold.
    boxes: Vec<Block>,
}

/// What is dropped: what was deleted or moved away, properties, and what fields are made from.
const DROPPED: [&str; 13] = [
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "sdtPr",
    "sdtEndPr",
    "customXmlPr",
    "smartTagPr",
    "instrText",
    "delText",
    "delInstrText",
    "rt",
    "ctrlPr",
];

impl<'s> Story<'s> {
    /// A document of which nothing has been read yet.
    pub fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Story {
            styles: Some(styles),
            numbering,
            ..Story::default()
        }
    }

    /// Reads what stands in a body, a cell, a text box, a note or a header.
    pub fn blocks(&mut self, xml: &mut Xml, blocks: &mut Blocks) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            self.block(&tag, xml, blocks)?;
        }
        Ok(())
    }

    fn block(&mut self, tag: &Tag, xml: &mut Xml, blocks: &mut Blocks) -> Result<(), ReadError> {
        match tag.name() {
            "p" => self.paragraph(xml, blocks),
            "tbl" => {
                let rows = table::rows(self, xml)?;
                blocks.done.push(Block::Table(rows));
                Ok(())
            }
            "sectPr" => self.section(xml),
            "AlternateContent" => self.choice(xml, |story, xml| story.blocks(xml, blocks)),
            "altChunk" => {
                self.has_embedded = true;
                xml.skip()
            }
            name if DROPPED.contains(&name) => xml.skip(),
            _ => self.blocks(xml, blocks),
        }
    }

    /// Reads a cell, whose properties are read by the caller.
    pub fn cell_blocks(
        &mut self,
        xml: &mut Xml,
        blocks: &mut Blocks,
        mut properties: impl FnMut(&mut Xml) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "tcPr" => properties(xml)?,
                _ => self.block(&tag, xml, blocks)?,
            }
        }
        Ok(())
    }

    /// Reads the first choice of `mc:AlternateContent`, or the fallback if there is no choice.
    fn choice(
        &mut self,
        xml: &mut Xml,
        mut read: impl FnMut(&mut Self, &mut Xml) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut taken = false;
        while let Some(tag) = xml.open()? {
            if !taken && matches!(tag.name(), "Choice" | "Fallback") {
                taken = true;
                read(self, xml)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    /// Reads `w:sectPr`: which headers and footers belong to the section.
    fn section(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            if matches!(tag.name(), "headerReference" | "footerReference") {
                let id = tag.attr("id").filter(|id| !self.running.contains(id));
                self.running.extend(id);
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn paragraph(&mut self, xml: &mut Xml, blocks: &mut Blocks) -> Result<(), ReadError> {
        self.budget.take(1)?;
        let mut reading = Reading {
            base: self.base(None),
            ..Reading::default()
        };
        let mut properties = ParagraphProperties::default();
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if tag.name() == "pPr" => {
                    properties = self.paragraph_properties(xml)?;
                    reading.base = self.base(properties.style.as_deref());
                }
                Node::Open(tag) => self.inline(&tag, xml, &mut reading)?,
                Node::Text(_) => {}
            }
        }
        // An instruction that is still open is damaged or goes on with a paragraph that shows.
        self.fields
            .iter_mut()
            .for_each(|instruction| *instruction = false);
        let mut para = std::mem::take(&mut blocks.pending);
        para.append(reading.para);
        if properties.runs_on {
            blocks.pending = para;
        } else {
            para.label = self.label(&properties);
            blocks.done.push(Block::Para(para));
        }
        blocks.done.extend(reading.boxes);
        Ok(())
    }

    fn base(&self, style: Option<&str>) -> RunProperties {
        self.styles
            .map(|s| s.of_paragraph(style))
            .unwrap_or_default()
    }

    /// Counts a paragraph in its list.
    fn label(&mut self, properties: &ParagraphProperties) -> String {
        let Some(styles) = self.styles else {
            return String::new();
        };
        let style = properties.style.as_deref();
        let of_style = styles.numbered(style);
        let own = properties.numbered;
        let Some(list) = own.list.or(of_style.list).filter(|id| *id != 0) else {
            return String::new();
        };
        let linked = || {
            self.numbering
                .level_of_style(list, styles, styles.identifiers(style))
        };
        let level = own.level.or_else(linked).or(of_style.level).unwrap_or(0);
        self.numbering.label(list, level, styles)
    }

    /// Reads `w:pPr`.
    fn paragraph_properties(&mut self, xml: &mut Xml) -> Result<ParagraphProperties, ReadError> {
        let mut properties = ParagraphProperties::default();
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "pStyle" => {
                    properties.style = tag.attr("val");
                    xml.skip()?;
                }
                "numPr" => properties.numbered = properties::numbered(xml)?,
                "rPr" => properties.runs_on = properties::run(xml)?.runs_on,
                "sectPr" => self.section(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(properties)
    }

    /// Reads an element of a paragraph: a run, or something that holds runs.
    fn inline(&mut self, tag: &Tag, xml: &mut Xml, reading: &mut Reading) -> Result<(), ReadError> {
        match tag.name() {
            "r" => self.run(xml, reading),
            "AlternateContent" => self.choice(xml, |story, xml| story.inlines(xml, reading)),
            name if DROPPED.contains(&name) => xml.skip(),
            _ => self.inlines(xml, reading),
        }
    }

    fn inlines(&mut self, xml: &mut Xml, reading: &mut Reading) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            self.inline(&tag, xml, reading)?;
        }
        Ok(())
    }

    fn run(&mut self, xml: &mut Xml, reading: &mut Reading) -> Result<(), ReadError> {
        let mut properties = reading.base;
        while let Some(tag) = xml.open()? {
            if tag.name() == "rPr" {
                properties = self.run_properties(xml, reading.base)?;
            } else {
                self.run_part(&tag, xml, properties, reading)?;
            }
        }
        Ok(())
    }

    /// A run's own word counts, then its character style's, then its paragraph's. Bold in both styles is not bold: the
    /// property toggles (17.7.3).
    fn run_properties(
        &self,
        xml: &mut Xml,
        base: RunProperties,
    ) -> Result<RunProperties, ReadError> {
        let run = properties::run(xml)?;
        let style = run
            .style
            .as_deref()
            .zip(self.styles)
            .map(|(id, s)| s.of_characters(id));
        let toggled = |style: Option<bool>, base: Option<bool>| match (style, base) {
            (Some(true), Some(true)) => Some(false),
            (Some(true), _) => Some(true),
            _ => base,
        };
        let style = style.unwrap_or_default();
        Ok(run.own.or(RunProperties {
            bold: toggled(style.bold, base.bold),
            hidden: toggled(style.hidden, base.hidden),
        }))
    }

    fn run_part(
        &mut self,
        tag: &Tag,
        xml: &mut Xml,
        properties: RunProperties,
        reading: &mut Reading,
    ) -> Result<(), ReadError> {
        let shows = properties.hidden != Some(true) && !self.fields.contains(&true);
        let bold = properties.bold == Some(true);
        let mut show = |text: &str| {
            if shows {
                reading.para.push_spaced(text, bold);
            }
        };
        match tag.name() {
            "t" => {
                let text = xml.text()?;
                show(&text);
                return Ok(());
            }
            "tab" | "ptab" => show("\t"),
            "noBreakHyphen" => show("\u{2011}"),
            "sym" => show(&symbol(tag)),
            "br" | "cr" if shows => reading.para.line_break(),
            "fldChar" => self.field(tag.attr("fldCharType").as_deref()),
            "footnoteReference" if shows => self.note(Note::Foot, tag),
            "endnoteReference" if shows => self.note(Note::End, tag),
            "AlternateContent" => {
                return self.choice(xml, |story, xml| {
                    while let Some(tag) = xml.open()? {
                        story.run_part(&tag, xml, properties, reading)?;
                    }
                    Ok(())
                });
            }
            "ruby" | "rubyBase" | "r" => return self.inlines(xml, reading),
            "drawing" | "pict" | "object" if shows => return self.boxes(xml, reading),
            _ => {}
        }
        xml.skip()
    }

    /// Keeps track of which part of a field is being read; only its result shows.
    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(true),
            Some("separate") => {
                if let Some(instruction) = self.fields.last_mut() {
                    *instruction = false;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn note(&mut self, kind: Note, tag: &Tag) {
        let note = tag.attr("id").map(|id| (kind, id));
        let note = note.filter(|n| self.seen.insert(n.clone()));
        self.notes.extend(note);
    }

    /// Looks for text boxes in a drawing.
    fn boxes(&mut self, xml: &mut Xml, reading: &mut Reading) -> Result<(), ReadError> {
        while let Some(tag) = xml.open()? {
            match tag.name() {
                "txbxContent" => {
                    let mut blocks = Blocks::default();
                    let fields = std::mem::take(&mut self.fields);
                    self.blocks(xml, &mut blocks)?;
                    self.fields = fields;
                    reading.boxes.extend(blocks.finish());
                }
                "AlternateContent" => self.choice(xml, |story, xml| story.boxes(xml, reading))?,
                _ => self.boxes(xml, reading)?,
            }
        }
        Ok(())
    }
}

/// What a paragraph's properties say.
#[derive(Default)]
struct ParagraphProperties {
    style: Option<String>,
    numbered: Numbered,
    /// Whether its mark was deleted or is hidden.
    runs_on: bool,
}

/// `w:sym`: a character of a symbol font, by its code.
fn symbol(tag: &Tag) -> String {
    let code = tag
        .attr("char")
        .and_then(|c| u32::from_str_radix(c.trim(), 16).ok());
    let code = code.map(|c| if c < 0x100 { 0xF000 + c } else { c });
    code.and_then(char::from_u32)
        .map(String::from)
        .unwrap_or_default()
}
