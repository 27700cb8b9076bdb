//! The state of an RTF file's groups, and what each control word does to it.

use super::charset::Charsets;
use super::lexer::Token;
use super::sink::{CellShape, Sink};
use crate::read::ReadError;
use crate::read::flow::{Block, Budget, Content, Para, paragraphs};

/// The deepest nesting of groups.
const MAX_DEPTH: usize = 1_000;
/// More cells than Word allows in a row (63) by far.
const MAX_CELLS: usize = 1_000;

/// Groups that hold no text of the document.
const SKIPPED: [&str; 32] = [
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "colorschememapping",
    "datastore",
    "xmlnstbl",
    "latentstyles",
    "filetbl",
    "revtbl",
    "annotation",
    "atnid",
    "atnauthor",
    "nonesttables",
    "nonshppict",
    "sp",
    "bkmkstart",
    "bkmkend",
    "object",
    "userprops",
    "template",
    "upr",
    "mmathPr",
    "pgdsctbl",
    "listpicture",
    "docvar",
];
/// Groups that begin with `\*` and are read nevertheless.
const STARRED: [&str; 5] = ["shpinst", "shptxt", "ud", "footnote", "shprslt"];
/// Headers and footers.
const RUNNING: [&str; 8] = [
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
];

/// Where a group's text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Running,
    Note,
    Box,
}

/// What groups save and restore.
#[derive(Clone, Debug)]
struct State {
    skipped: bool,
    in_font_table: bool,
    font: i32,
    bold: bool,
    hidden: bool,
    in_table: bool,
    /// Whether it is a list's number, which a tab follows.
    in_label: bool,
    /// How many characters stand for one `\u` (`\uc`).
    fallback: usize,
    /// Whether the group has text of its own, and where it goes.
    opens: Option<Target>,
}

impl Default for State {
    fn default() -> Self {
        State {
            skipped: false,
            in_font_table: false,
            font: -1,
            bold: false,
            hidden: false,
            in_table: false,
            in_label: false,
            fallback: 1,
            opens: None,
        }
    }
}

/// Reads tokens.
#[derive(Default)]
pub struct Reader {
    state: State,
    saved: Vec<State>,
    charsets: Charsets,
    default_font: i32,
    /// Bytes of text that wait to be decoded together.
    bytes: Vec<u8>,
    /// First half of a character beyond U+FFFF.
    high: Option<u16>,
    /// Characters still to be left out after `\u`.
    to_skip: usize,
    /// Whether the group has just begun, and whether with `\*`.
    begins: bool,
    starred: bool,
    sinks: Vec<Sink>,
    body: Sink,
    running: Vec<Para>,
    notes: Vec<Block>,
    row_left: i32,
    shapes: Vec<CellShape>,
    shape: CellShape,
    budget: Budget,
}

impl Reader {
    /// Takes the next token.
    pub fn take(&mut self, token: Token) -> Result<(), ReadError> {
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Byte(byte) => {
                self.begins = false;
                if self.to_skip > 0 {
                    self.to_skip -= 1;
                } else if !self.state.skipped && !self.state.in_font_table {
                    self.bytes.push(byte);
                }
                Ok(())
            }
            Token::Sign(sign) => {
                self.sign(sign);
                Ok(())
            }
            Token::Word(word, number) => self.word(word, number),
        }
    }

    /// The body with its notes, and what is running.
    pub fn finish(mut self) -> Result<Content, ReadError> {
        while !self.saved.is_empty() {
            self.close()?;
        }
        self.flush();
        let mut body = self.body.finish(&mut self.budget)?;
        body.append(&mut self.notes);
        self.running.retain(|p| !p.is_blank());
        Ok(Content {
            body,
            running: self.running,
            findings: self.charsets.finding().into_iter().collect(),
            encoding: None,
        })
    }

    fn open(&mut self) -> Result<(), ReadError> {
        self.flush();
        if self.saved.len() >= MAX_DEPTH {
            return Err(ReadError::Memory(format!(
                "groups of the RTF file are nested deeper than {MAX_DEPTH}"
            )));
        }
        self.saved.push(self.state.clone());
        self.state.opens = None;
        self.to_skip = 0;
        (self.begins, self.starred) = (true, false);
        Ok(())
    }

    fn close(&mut self) -> Result<(), ReadError> {
        self.flush();
        self.to_skip = 0;
        self.begins = false;
        let opened = self.state.opens;
        if let Some(state) = self.saved.pop() {
            self.state = state;
        }
        let Some((target, sink)) = opened.and_then(|t| Some((t, self.sinks.pop()?))) else {
            return Ok(());
        };
        let mut blocks = sink.finish(&mut self.budget)?;
        match target {
            Target::Running => self.running.extend(paragraphs(blocks)),
            Target::Note => self.notes.append(&mut blocks),
            Target::Box => self.sink().add_box(blocks),
        }
        Ok(())
    }

    fn sink(&mut self) -> &mut Sink {
        self.sinks.last_mut().unwrap_or(&mut self.body)
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let font = if self.state.font < 0 {
            self.default_font
        } else {
            self.state.font
        };
        let text = self.charsets.decode(&bytes, font);
        self.show(&text);
    }

    fn show(&mut self, text: &str) {
        if !self.state.skipped && !self.state.hidden && !self.state.in_font_table {
            let bold = self.state.bold;
            self.sink().para.push_spaced(text, bold);
        }
    }

    fn sign(&mut self, sign: u8) {
        if sign == b'*' {
            self.starred = self.begins;
            return;
        }
        self.begins = false;
        self.flush();
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return;
        }
        match sign {
            b'~' => self.show(" "),
            b'_' => self.show("\u{2011}"),
            b'\\' | b'{' | b'}' => self.bytes_push(sign),
            _ => {} // `\-` is a soft hyphen
        }
    }

    fn bytes_push(&mut self, byte: u8) {
        if !self.state.skipped {
            self.bytes.push(byte);
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), ReadError> {
        self.flush();
        let (begins, starred) = (
            std::mem::take(&mut self.begins),
            std::mem::take(&mut self.starred),
        );
        if begins && self.destination(word, starred) {
            return Ok(());
        }
        if word == "u" {
            self.unicode(number.unwrap_or(0));
            return Ok(());
        }
        if self.state.skipped {
            return Ok(());
        }
        let on = number != Some(0);
        match word {
            "par" | "sect" | "page" | "column" => self.end_paragraph()?,
            "line" => self.sink().para.line_break(),
            "tab" if !self.state.in_label => self.show("\t"),
            "cell" => self.end_cell()?,
            "nestcell" => self.end_paragraph()?,
            "row" => self.end_row(),
            "trowd" => {
                (self.row_left, self.shapes, self.shape) = (0, Vec::new(), CellShape::default())
            }
            "trleft" => self.row_left = number.unwrap_or(0),
            "clvmrg" => self.shape.continues = true,
            "clmrg" => self.shape.merged = true,
            "cellx" if self.shapes.len() < MAX_CELLS => {
                let shape = std::mem::take(&mut self.shape);
                self.shapes.push(CellShape {
                    right: number.unwrap_or(0),
                    ..shape
                });
            }
            "intbl" => self.state.in_table = true,
            "itap" => self.state.in_table = number.unwrap_or(0) > 0,
            "pard" => self.state.in_table = false,
            "plain" => {
                (self.state.bold, self.state.hidden, self.state.font) = (false, false, -1);
            }
            "b" => self.state.bold = on,
            "v" | "deleted" => self.state.hidden = on,
            "f" => self.state.font = number.unwrap_or(0),
            "deff" => self.default_font = number.unwrap_or(0),
            "ansicpg" => self.charsets.set_document(number.unwrap_or(0)),
            "mac" => self.charsets.set_document(10000),
            "pc" => self.charsets.set_document(437),
            "pca" => self.charsets.set_document(850),
            "fcharset" => self.charsets.set_font(self.state.font, number.unwrap_or(0)),
            "cpg" => self
                .charsets
                .set_font_page(self.state.font, number.unwrap_or(0)),
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            word => self.show(character(word)),
        }
        Ok(())
    }

    /// A group's first word says what the group is for; true if that was all it says.
    fn destination(&mut self, word: &str, starred: bool) -> bool {
        if SKIPPED.contains(&word) || (starred && !STARRED.contains(&word)) {
            self.state.skipped = true;
            return true;
        }
        let target = match word {
            "fonttbl" => {
                self.state.in_font_table = true;
                return true;
            }
            "listtext" | "pntext" => {
                self.state.in_label = true;
                return true;
            }
            // The Unicode half of `\upr`, and the picture of an object as text.
            "ud" | "result" => {
                self.state.skipped = false;
                return true;
            }
            "shprslt" => {
                self.state.skipped = true;
                return true;
            }
            _ if self.state.skipped => return false,
            "footnote" => Target::Note,
            "shptxt" => Target::Box,
            word if RUNNING.contains(&word) => Target::Running,
            _ => return false,
        };
        self.state.opens = Some(target);
        self.state.in_table = false;
        self.sinks.push(Sink::default());
        true
    }

    /// `\u-3913?`: a UTF-16 unit, and what older programs show instead.
    fn unicode(&mut self, number: i32) {
        self.to_skip = self.state.fallback;
        let unit = (number & 0xFFFF) as u16;
        let units = match self.high.take() {
            Some(high) => vec![high, unit],
            None if (0xD800..0xDC00).contains(&unit) => {
                self.high = Some(unit);
                return;
            }
            None => vec![unit],
        };
        self.show(&String::from_utf16_lossy(&units));
    }

    fn end_paragraph(&mut self) -> Result<(), ReadError> {
        let in_table = self.state.in_table;
        let sink = self.sinks.last_mut().unwrap_or(&mut self.body);
        sink.end_paragraph(in_table, &mut self.budget)
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        let sink = self.sinks.last_mut().unwrap_or(&mut self.body);
        sink.end_cell(&mut self.budget)
    }

    fn end_row(&mut self) {
        let sink = self.sinks.last_mut().unwrap_or(&mut self.body);
        sink.end_row(self.row_left, &self.shapes);
    }
}

/// Control words that stand for a character.
fn character(word: &str) -> &'static str {
    match word {
        "tab" | "emspace" | "enspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => "",
    }
}
