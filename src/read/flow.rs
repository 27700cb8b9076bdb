//! From a tree of paragraphs and tables to a [`Document`]: what the formats without pages share.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::text::is_zero_width;
use super::{Document, Flow, FlowCell, FlowRow, Format, Metric, Paragraph, ReadError, Rect, Word};
use crate::diagnostic::{Diagnostic, Place};

/// More words than any document has; bounds the memory that a hostile file can take.
const MAX_WORDS: usize = 4_000_000;
/// The layout makes every row as wide as its table's widest; bounds what that can come to.
const MAX_GRID: usize = 4_000_000;
/// The most columns that a cell spans; Word itself stops at 63.
const MAX_SPAN: usize = 1_000;

/// More paragraphs and cells than any document has.
const MAX_PARTS: usize = 2_000_000;

/// How much further a word stands behind a tab, in characters: more than between words, whatever the tab stops are.
const WIDE: f32 = 2.0;

/// Counts paragraphs and cells while they are read: an empty one takes more memory than bytes in the file.
#[derive(Debug, Default)]
pub struct Budget(usize);

impl Budget {
    /// Takes a number of paragraphs or cells.
    ///
    /// # Errors
    /// `Memory` beyond 2 million.
    pub fn take(&mut self, parts: usize) -> Result<(), ReadError> {
        self.0 = self.0.saturating_add(parts);
        if self.0 > MAX_PARTS {
            let reason = format!(
                "more than {MAX_PARTS} paragraphs and cells. Split the document and run again."
            );
            return Err(ReadError::Memory(reason));
        }
        Ok(())
    }
}

/// What a reader found.
#[derive(Debug, Default)]
pub struct Content {
    /// Paragraphs and tables in reading order.
    pub body: Vec<Block>,
    /// Paragraphs of running headers and footers.
    pub running: Vec<Para>,
    /// What the reader noticed.
    pub findings: Vec<Diagnostic>,
    /// Character set, where the format leaves it open.
    pub encoding: Option<String>,
}

/// A part of the body.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Para(Para),
    /// A table's rows.
    Table(Vec<Row>),
}

/// A table's row.
#[derive(Debug, Default)]
pub struct Row {
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// A table's cell.
#[derive(Debug, Default)]
pub struct Cell {
    /// What stands in it, also tables.
    pub blocks: Vec<Block>,
    /// How many columns it spans; 0 counts as 1.
    pub span: usize,
    /// Whether it is the rest of the cell above.
    pub continues: bool,
}

/// A paragraph's characters.
#[derive(Debug, Default)]
pub struct Para {
    /// The list number or bullet as displayed; it becomes the first word.
    pub label: String,
    /// Characters with whether they are bold. `\n` ends a line, `\t` is a wide gap; other white space separates words.
    runs: Vec<(String, bool)>,
}

impl Para {
    /// An empty paragraph with a label.
    pub fn labelled(label: String) -> Self {
        Para {
            label,
            runs: Vec::new(),
        }
    }

    /// Adds characters. White space of any kind and length only separates words.
    pub fn push(&mut self, text: &str, bold: bool) {
        self.add(&text.replace(|c: char| c.is_whitespace(), " "), bold);
    }

    /// Adds characters of a format that shows blanks as they stand: tabs, and four blanks or more, leave a wide gap.
    pub fn push_spaced(&mut self, text: &str, bold: bool) {
        let text = text.replace(|c: char| c.is_whitespace() && c != '\t', " ");
        self.add(&text.replace("    ", "\t"), bold);
    }

    /// Leaves a wide gap.
    pub fn tab(&mut self) {
        self.add("\t", false);
    }

    fn add(&mut self, text: &str, bold: bool) {
        match self.runs.last_mut() {
            Some((last, b)) if *b == bold => last.push_str(text),
            _ => self.runs.push((text.to_owned(), bold)),
        }
    }

    /// Ends the line.
    pub fn line_break(&mut self) {
        self.runs.push(("\n".to_owned(), false));
    }

    /// Adds what stands in another paragraph.
    pub fn append(&mut self, other: Para) {
        self.runs.extend(other.runs);
    }

    /// Whether it holds nothing but blanks; the label does not count.
    pub fn is_blank(&self) -> bool {
        self.runs
            .iter()
            .all(|(text, _)| text.chars().all(char::is_whitespace))
    }
}

/// All paragraphs, those of tables in reading order.
pub fn paragraphs(blocks: Vec<Block>) -> Vec<Para> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Para(para) => out.push(para),
            Block::Table(rows) => {
                let cells = rows.into_iter().flat_map(|r| r.cells);
                out.extend(cells.flat_map(|c| paragraphs(c.blocks)));
            }
        }
    }
    out
}

/// Makes the document.
///
/// Paragraphs outside tables are counted from 1, empty ones too; likewise tables, rows, columns of the table's grid, and
/// paragraphs within a cell. Those of a nested table belong to the cell that it stands in.
///
/// # Errors
/// `NoText` if there are no words, `Memory` beyond 4 million words or cells.
pub fn document(format: Format, content: Content) -> Result<Document, ReadError> {
    let mut writer = Writer::default();
    let flow = writer.body(content.body)?;
    let mut running = Vec::new();
    for para in content.running {
        running.extend(writer.lines(&para)?);
    }
    if writer.words.is_empty() {
        return Err(ReadError::NoText(
            "no characters stand in it, only pictures or nothing at all.".into(),
        ));
    }
    Ok(Document {
        format,
        metric: Metric::Flow,
        text: writer.text,
        words: writer.words,
        pages: Vec::new(),
        encoding: content.encoding,
        flow,
        running,
        pages_without_text: Vec::new(),
        findings: content.findings,
        member: None,
        signatures: Vec::new(),
    })
}

#[derive(Default)]
struct Writer {
    text: String,
    words: Vec<Word>,
    /// Where the next word begins on its line.
    column: f32,
}

impl Writer {
    fn body(&mut self, blocks: Vec<Block>) -> Result<Vec<Flow>, ReadError> {
        let mut flow = Vec::new();
        let (mut paragraph, mut table) = (0, 0);
        for block in blocks {
            flow.push(match block {
                Block::Para(para) => {
                    paragraph += 1;
                    let place = Place::Paragraph { paragraph };
                    Flow::Paragraph(Paragraph {
                        lines: self.lines(&para)?,
                        place,
                    })
                }
                Block::Table(rows) => {
                    table += 1;
                    Flow::Table(self.table(table, rows)?)
                }
            });
        }
        Ok(flow)
    }

    fn table(&mut self, table: u32, rows: Vec<Row>) -> Result<Vec<FlowRow>, ReadError> {
        let width = |r: &Row| {
            r.cells
                .iter()
                .map(|c| c.span.clamp(1, MAX_SPAN))
                .sum::<usize>()
        };
        let widest = rows.iter().map(width).max().unwrap_or(0);
        if widest.saturating_mul(rows.len()) > MAX_GRID {
            let reason = format!(
                "a table may have {MAX_GRID} cells at most. Split the document and run again."
            );
            return Err(ReadError::Memory(reason));
        }
        let mut out = Vec::new();
        for (row, cells) in (1..).zip(rows) {
            let mut flow_row = FlowRow::default();
            let mut column = 1;
            for cell in cells.cells {
                let span = cell.span.clamp(1, MAX_SPAN);
                let mut flow_cell = FlowCell {
                    paragraphs: Vec::new(),
                    span,
                    continues: cell.continues,
                };
                for (paragraph, para) in (1..).zip(paragraphs(cell.blocks)) {
                    let place = Place::Cell {
                        table,
                        row,
                        column,
                        paragraph,
                    };
                    flow_cell.paragraphs.push(Paragraph {
                        lines: self.lines(&para)?,
                        place,
                    });
                }
                column += span as u32;
                flow_row.cells.push(flow_cell);
            }
            out.push(flow_row);
        }
        Ok(out)
    }

    /// A paragraph's lines.
    fn lines(&mut self, para: &Para) -> Result<Vec<Range<usize>>, ReadError> {
        let mut lines = Vec::new();
        let mut from = self.words.len();
        self.column = 0.0;
        let first_bold = para
            .runs
            .iter()
            .find(|r| !r.0.trim().is_empty())
            .is_some_and(|r| r.1);
        for word in para.label.split_whitespace() {
            self.word(word, first_bold)?;
        }
        let mut word = Draft::default();
        for (run, bold) in &para.runs {
            for c in run.chars() {
                if c.is_whitespace() || c.is_control() {
                    self.end(&mut word)?;
                }
                match c {
                    '\n' => {
                        lines.push(from..self.words.len());
                        from = self.words.len();
                        self.column = 0.0;
                    }
                    '\t' => self.column += WIDE,
                    c if c.is_whitespace() || c.is_control() => {}
                    '\u{AD}' => {}
                    c if is_zero_width(c) => {}
                    c => word.push(c, *bold),
                }
            }
        }
        self.end(&mut word)?;
        lines.push(from..self.words.len());
        lines.retain(|l| !l.is_empty());
        Ok(lines)
    }

    fn end(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        let Draft {
            text,
            letters,
            first,
        } = std::mem::take(draft);
        if text.is_empty() {
            return Ok(());
        }
        self.word(&text, letters.unwrap_or(first))
    }

    fn word(&mut self, word: &str, bold: bool) -> Result<(), ReadError> {
        let from = self.text.len();
        if is_nfc_quick(word.chars()) == IsNormalized::Yes {
            self.text.push_str(word);
        } else {
            self.text.extend(word.nfc());
        }
        let range = u32::try_from(from)
            .ok()
            .zip(u32::try_from(self.text.len()).ok());
        let Some((from, to)) = range.filter(|_| self.words.len() < MAX_WORDS) else {
            let reason = format!("more than {MAX_WORDS} words. Split the document and run again.");
            return Err(ReadError::Memory(reason));
        };
        let x0 = self.column;
        let x1 = x0 + word.chars().count() as f32;
        self.column = x1 + 1.0;
        self.text.push(' ');
        self.words.push(Word {
            range: from..to,
            bbox: Rect {
                x0,
                x1,
                ..Rect::default()
            },
            size: 1.0,
            bold,
        });
        Ok(())
    }
}

/// A word that has begun.
#[derive(Default)]
struct Draft {
    text: String,
    /// Whether all its letters and digits are bold, if it has any.
    letters: Option<bool>,
    /// Whether its first character is bold.
    first: bool,
}

impl Draft {
    fn push(&mut self, c: char, bold: bool) {
        if self.text.is_empty() {
            self.first = bold;
        }
        if c.is_alphanumeric() {
            self.letters = Some(bold && self.letters.unwrap_or(true));
        }
        self.text.push(c);
    }
}

/// Shows a document for tests: a paragraph a line, `|` between its lines, `*` before bold words; tables as rows of cells
/// with `^` before a cell that continues the one above and `+2` behind a wide one.
#[cfg(test)]
pub fn show(document: &Document) -> String {
    let word = |w: &Word| format!("{}{}", if w.bold { "*" } else { "" }, document.word_text(w));
    let words = |r: &Range<usize>| {
        document.words[r.clone()]
            .iter()
            .map(word)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let para = |p: &Paragraph| p.lines.iter().map(words).collect::<Vec<_>>().join("|");
    let paras = |c: &FlowCell| {
        c.paragraphs
            .iter()
            .map(para)
            .collect::<Vec<_>>()
            .join(" / ")
    };
    let mut out = String::new();
    for block in &document.flow {
        match block {
            Flow::Paragraph(p) => out.push_str(&format!("{}\n", para(p))),
            Flow::Table(rows) => {
                for row in rows {
                    let cell = |c: &FlowCell| {
                        let span = if c.span > 1 {
                            format!("+{}", c.span)
                        } else {
                            String::new()
                        };
                        format!("[{}{}]{span}", if c.continues { "^" } else { "" }, paras(c))
                    };
                    out.push_str(&format!(
                        "{}\n",
                        row.cells.iter().map(cell).collect::<String>()
                    ));
                }
            }
        }
    }
    for range in &document.running {
        out.push_str(&format!("~{}\n", words(range)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn para(text: &str) -> Block {
        let mut para = Para::default();
        para.push(text, false);
        Block::Para(para)
    }

    fn of(body: Vec<Block>) -> Result<Document, ReadError> {
        document(
            Format::Docx,
            Content {
                body,
                ..Content::default()
            },
        )
    }

    #[test]
    fn words_join_over_runs_and_are_composed() {
        let mut p = Para {
            label: "1.".into(),
            ..Para::default()
        };
        p.push("Too\u{308}", false);
        p.push("d e\u{AD}hk", true);
        p.line_break();
        p.push("\u{200B}amet\n", true);
        let document = of(vec![Block::Para(p)]).expect("document");
        assert_eq!(document.text, "1. Toöd ehk amet ");
        assert_eq!(show(&document), "1. Toöd *ehk|*amet\n");
    }

    #[test]
    fn tabs_and_rows_of_blanks_leave_gaps() {
        let mut p = Para::default();
        p.push_spaced("Ametikoht\tjurist  või     muu", false);
        p.tab();
        p.push("a\t    b", false);
        let document = of(vec![Block::Para(p)]).expect("document");
        let gap = |pair: &[Word]| pair[1].bbox.x0 - pair[0].bbox.x1 >= 2.0;
        let gaps: Vec<bool> = document.words.windows(2).map(gap).collect();
        assert_eq!(gaps, [true, false, true, true, false]);
    }

    #[test]
    fn places_count_from_one() {
        let nested = Block::Table(vec![Row {
            cells: vec![Cell {
                blocks: vec![para("b")],
                ..Cell::default()
            }],
        }]);
        let wide = Cell {
            blocks: vec![],
            span: 2,
            ..Cell::default()
        };
        let cell = Cell {
            blocks: vec![para("a"), nested, para("c")],
            ..Cell::default()
        };
        let table = Block::Table(vec![Row {
            cells: vec![wide, cell],
        }]);
        let document = of(vec![para(""), para("x"), table]).expect("document");
        let cell = |paragraph| Place::Cell {
            table: 1,
            row: 1,
            column: 3,
            paragraph,
        };
        assert_eq!(
            document.places(0..4),
            [Place::Paragraph { paragraph: 2 }, cell(1), cell(2), cell(3)]
        );
    }

    #[test]
    fn nothing_and_too_much() {
        assert_eq!(
            of(vec![para(" \t")]).map_err(|e| e.code()).err(),
            Some("no_text")
        );
        let wide = || Row {
            cells: (0..5000)
                .map(|_| Cell {
                    span: usize::MAX,
                    ..Cell::default()
                })
                .collect(),
        };
        let error = of(vec![para("x"), Block::Table(vec![wide()])]).map_err(|e| e.code());
        assert_eq!(error.err(), Some("memory"));
    }
}
