//! Paragraphs, lists and tables from a web page's tags, whether they are closed or not.

use super::elements::{Inline, is_block, is_bold, is_hidden, is_of_head, is_of_table, is_void};
use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Para, paragraphs};
use crate::read::number_format::{NumberFormat, format};
use crate::read::spans::Table;

/// Elements nested deeper change nothing any more; their text is kept.
const MAX_DEPTH: usize = 256;

/// An element that is open.
struct Open {
    name: String,
    bold: bool,
    hidden: bool,
    preformatted: bool,
    what: What,
}

/// What an open element holds.
enum What {
    Nothing,
    /// A list; a bullet, or how its numbers show and the next one.
    List(Marker),
    Table(Table),
    Cell {
        columns: usize,
        rows: usize,
        /// What stood around the cell.
        outer: Body,
    },
    /// A header or footer, and what stood around it.
    Running(Body),
}

enum Marker {
    Sign(&'static str),
    Number(NumberFormat, i64),
}

/// Paragraphs of the page or of a cell.
#[derive(Default)]
struct Body {
    blocks: Vec<Block>,
    para: Para,
}

/// Takes tags and text.
#[derive(Default)]
pub struct Builder {
    open: Vec<Open>,
    body: Body,
    running: Vec<Para>,
    budget: Budget,
}

impl Builder {
    /// Takes a start tag with a way to its attributes.
    pub fn start(
        &mut self,
        name: &str,
        attribute: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), ReadError> {
        if !is_of_head(name) {
            self.close_to(|n| n == "head", |_| false)?;
        }
        match name {
            "li" => self.close_to(
                |n| n == "li",
                |n| matches!(n, "ul" | "ol" | "menu" | "dir" | "td" | "th" | "table"),
            )?,
            "dd" | "dt" => self.close_to(
                |n| n == "dd" || n == "dt",
                |n| matches!(n, "dl" | "td" | "th" | "table"),
            )?,
            "tr" | "thead" | "tbody" | "tfoot" => {
                self.close_within(&["tr", "thead", "tbody", "tfoot"])?
            }
            "td" | "th" => {
                self.close_within(&["td", "th"])?;
                if self
                    .open
                    .last()
                    .is_some_and(|o| is_of_table(&o.name) && o.name != "tr")
                {
                    self.push("tr", Inline::default(), false, What::Nothing);
                    self.begin_row();
                }
            }
            name if is_block(name) => {
                self.close_to(|n| n == "p", |n| n != "p" && is_block(n) || is_of_table(n))?
            }
            _ => {}
        }
        if is_block(name) || name == "table" {
            self.end_paragraph()?;
        }
        match name {
            "br" if !self.hidden() => self.body.para.line_break(),
            "wbr" => {}
            name if is_void(name) => {}
            name => {
                let what = self.what(name, attribute);
                let inline = attribute("style")
                    .map(|s| Inline::read(&s))
                    .unwrap_or_default();
                let hidden = is_hidden(name) || attribute("hidden").is_some();
                self.push(name, inline, hidden, what);
                self.begin(name, attribute);
            }
        }
        Ok(())
    }

    /// Takes an end tag; one that closes nothing is left out.
    pub fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if name == "br" {
            self.body.para.line_break(); // as browsers do
            return Ok(());
        }
        let is_name = |n: &str| n == name;
        match name {
            "td" | "th" => self.close_within(&[name]),
            "table" => self.close_to(is_name, |_| false),
            name if is_of_table(name) => self.close_within(&[name]),
            _ => self.close_to(is_name, |n| matches!(n, "td" | "th" | "table")),
        }
    }

    /// Takes characters.
    pub fn text(&mut self, text: &str) {
        let Some(open) = self.open.last() else {
            return self.body.para.push(text, false);
        };
        if open.hidden {
            return;
        }
        if !open.preformatted {
            return self.body.para.push(text, open.bold);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.body.para.line_break();
            }
            self.body.para.push(line, open.bold);
        }
    }

    /// The page's text, and what is running.
    pub fn finish(mut self) -> Result<(Vec<Block>, Vec<Para>), ReadError> {
        while !self.open.is_empty() {
            self.pop()?;
        }
        self.end_paragraph()?;
        Ok((self.body.blocks, self.running))
    }

    fn hidden(&self) -> bool {
        self.open.last().is_some_and(|o| o.hidden)
    }

    /// What an element will hold.
    fn what(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> What {
        let number = |name: &str| attribute(name).and_then(|v| v.trim().parse::<i64>().ok());
        let count = |name: &str| number(name).and_then(|n| usize::try_from(n).ok());
        match name {
            "ol" => {
                let example = attribute("type").unwrap_or_else(|| "1".to_owned());
                What::List(Marker::Number(
                    NumberFormat::like(&example),
                    number("start").unwrap_or(1),
                ))
            }
            "ul" | "menu" | "dir" => What::List(Marker::Sign(self.sign(attribute))),
            "table" => What::Table(Table::default()),
            // So LibreOffice saves them.
            "div"
                if matches!(attribute("title").as_deref(), Some("header" | "footer"))
                    && self.open.len() < MAX_DEPTH =>
            {
                What::Running(std::mem::take(&mut self.body))
            }
            "td" | "th"
                if self.open.last().is_some_and(|o| o.name == "tr")
                    && self.open.len() < MAX_DEPTH =>
            {
                What::Cell {
                    columns: count("colspan").unwrap_or(1),
                    rows: count("rowspan").unwrap_or(1),
                    outer: std::mem::take(&mut self.body),
                }
            }
            _ => What::Nothing,
        }
    }

    /// The bullet of a list by how deep it is, as browsers choose it.
    fn sign(&self, attribute: &dyn Fn(&str) -> Option<String>) -> &'static str {
        if attribute("style").is_some_and(|s| Inline::read(&s).no_marker) {
            return "";
        }
        let outer = self
            .open
            .iter()
            .filter(|o| matches!(o.what, What::List(_)))
            .count();
        ["•", "◦"].get(outer).copied().unwrap_or("▪")
    }

    fn push(&mut self, name: &str, inline: Inline, hidden: bool, what: What) {
        if self.open.len() >= MAX_DEPTH {
            return;
        }
        let outer = self.open.last();
        let bold = outer.is_some_and(|o| o.bold);
        self.open.push(Open {
            name: name.to_owned(),
            bold: inline.bold.unwrap_or(bold || is_bold(name)),
            hidden: hidden || inline.hidden || outer.is_some_and(|o| o.hidden),
            preformatted: name == "pre" || outer.is_some_and(|o| o.preformatted),
            what,
        });
    }

    /// What happens once an element is open.
    fn begin(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        match name {
            "li" if !self.hidden() => {
                self.label(attribute("value").and_then(|v| v.trim().parse().ok()))
            }
            "tr" => self.begin_row(),
            _ => {}
        }
    }

    fn begin_row(&mut self) {
        let tables = self
            .open
            .iter_mut()
            .rev()
            .filter_map(|o| match &mut o.what {
                What::Table(table) => Some(table),
                _ => None,
            });
        if let Some(table) = tables.into_iter().next() {
            table.begin_row();
        }
    }

    /// Puts a list item's bullet or number before its first paragraph.
    fn label(&mut self, value: Option<i64>) {
        let lists = self
            .open
            .iter_mut()
            .rev()
            .filter_map(|o| match &mut o.what {
                What::List(marker) => Some(marker),
                _ => None,
            });
        self.body.para.label = match lists.into_iter().next() {
            Some(Marker::Sign(sign)) => (*sign).to_owned(),
            Some(Marker::Number(shown, next)) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                format!("{}.", format(number, *shown))
            }
            None => "•".to_owned(),
        };
    }

    /// Ends the paragraph; one without text leaves its label to the next.
    fn end_paragraph(&mut self) -> Result<(), ReadError> {
        if self.body.para.is_blank() {
            self.body.para = Para::labelled(std::mem::take(&mut self.body.para.label));
            return Ok(());
        }
        self.budget.take(1)?;
        self.body
            .blocks
            .push(Block::Para(std::mem::take(&mut self.body.para)));
        Ok(())
    }

    /// Closes up to and including the innermost element that is meant, unless one that stops stands within.
    fn close_to(
        &mut self,
        meant: impl Fn(&str) -> bool,
        stops: impl Fn(&str) -> bool,
    ) -> Result<(), ReadError> {
        let found = self
            .open
            .iter()
            .rposition(|o| meant(&o.name) || stops(&o.name));
        let Some(at) = found.filter(|at| self.open.get(*at).is_some_and(|o| meant(&o.name))) else {
            return Ok(());
        };
        while self.open.len() > at {
            self.pop()?;
        }
        Ok(())
    }

    /// Closes the innermost table's open parts of these names.
    fn close_within(&mut self, names: &[&str]) -> Result<(), ReadError> {
        let table = self
            .open
            .iter()
            .rposition(|o| o.name == "table")
            .map_or(0, |at| at + 1);
        let inner = self
            .open
            .iter()
            .skip(table)
            .position(|o| names.contains(&o.name.as_str()));
        if let Some(at) = inner {
            while self.open.len() > table + at {
                self.pop()?;
            }
        }
        Ok(())
    }

    /// Closes the innermost element.
    fn pop(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        if is_block(&open.name) || is_of_table(&open.name) {
            self.end_paragraph()?;
        }
        match open.what {
            What::Cell {
                columns,
                rows,
                outer,
            } => {
                let cell = std::mem::replace(&mut self.body, outer);
                if !open.hidden {
                    self.add_cell(cell.blocks, columns, rows);
                }
            }
            What::Running(outer) => {
                let running = std::mem::replace(&mut self.body, outer);
                self.running.extend(paragraphs(running.blocks));
            }
            What::Table(table) => {
                let rows = table.finish(&mut self.budget)?;
                if !rows.is_empty() {
                    self.body.blocks.push(Block::Table(rows));
                }
            }
            What::List(_) | What::Nothing => {}
        }
        match open.name.as_str() {
            "li" => self.body.para.label.clear(),
            "tr" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn add_cell(&mut self, blocks: Vec<Block>, columns: usize, rows: usize) {
        for open in self.open.iter_mut().rev() {
            if let What::Table(table) = &mut open.what {
                return table.add(blocks, columns, rows);
            }
        }
        // A cell outside any table: its paragraphs stand where they are.
        let mut blocks = blocks;
        self.body.blocks.append(&mut blocks);
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        for open in self.open.iter_mut().rev() {
            if let What::Table(table) = &mut open.what {
                return table.end_row(&mut self.budget);
            }
        }
        Ok(())
    }
}
