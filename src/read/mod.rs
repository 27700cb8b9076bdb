//! The first stage: bytes to words with places. It knows file formats and their limits, and no Estonian.

mod archive;
mod container;
#[cfg(feature = "doc")]
mod doc;
mod docx;
mod flow;
mod html;
mod number_format;
mod odt;
pub mod pdf;
mod rtf;
pub mod sniff;
mod spans;
pub mod text;
mod view;
mod xml;

use std::ops::Range;

pub use self::container::ContainerSignature;
pub use self::view::{BlockView, CellView, PageView, ParagraphView, View, WordView};
use crate::diagnostic::{Diagnostic, Place};
use crate::pipeline::PdfEngine;

/// A file format that the tool reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// Word, `.docx` (Office Open XML, ISO 29500).
    Docx,
    /// Word before 2007, `.doc`; read only with the cargo feature `doc`.
    Doc,
    /// OpenDocument text, `.odt` (ISO 26300).
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
}

impl Format {
    /// The name used in records (`source.format`).
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Doc => "doc",
            Format::Odt => "odt",
            Format::Rtf => "rtf",
            Format::Html => "html",
        }
    }
}

/// A rectangle; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x0: f32,
    /// Top edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Bottom edge.
    pub y1: f32,
}

impl Rect {
    /// The smallest rectangle around both.
    pub fn union(self, other: Rect) -> Rect {
        Rect {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Width.
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// Height.
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// The middle of the vertical extent.
    pub fn mid_y(self) -> f32 {
        (self.y0 + self.y1) / 2.0
    }
}

/// A run of non-blank characters on one line.
#[derive(Clone, Debug)]
pub struct Word {
    /// Bytes of [`Document::text`].
    pub range: Range<u32>,
    /// Extent on the page: points from the top left for [`Metric::Points`]; for
    /// [`Metric::Cells`] columns (x) and lines (y) of the text file, counted from 0; for [`Metric::Flow`] characters
    /// from the line's beginning (x), a tab more by two, and no height.
    pub bbox: Rect,
    /// Font size in the unit of the bbox (1 for text).
    pub size: f32,
    /// Whether the font is bold; never set for text.
    pub bold: bool,
}

/// A ruling line of a page, horizontal or vertical, normalised from strokes, thin rectangles and borders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// From `x0` to `x1` at height `y`.
    Horizontal {
        /// Height.
        y: f32,
        /// Left end.
        x0: f32,
        /// Right end.
        x1: f32,
    },
    /// From `y0` to `y1` at `x`.
    Vertical {
        /// Position.
        x: f32,
        /// Upper end.
        y0: f32,
        /// Lower end.
        y1: f32,
    },
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Number, from 1.
    pub number: u32,
    /// Width in the unit of the words' boxes.
    pub width: f32,
    /// Height in the unit of the words' boxes.
    pub height: f32,
    /// The page's words: indices into [`Document::words`].
    pub words: Range<usize>,
    /// Ruling lines, sorted.
    pub rules: Vec<Rule>,
}

/// The unit of a document's coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// PDF points (1/72 inch).
    Points,
    /// Character cells of a text file.
    Cells,
    /// None: the format has paragraphs and tables but no pages ([`Document::flow`]).
    Flow,
}

/// Content of a format without pages, in reading order.
#[derive(Clone, Debug)]
pub enum Flow {
    /// A paragraph outside tables.
    Paragraph(Paragraph),
    /// A table: its rows.
    Table(Vec<FlowRow>),
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its lines: indices into [`Document::words`]. Only a line break that the author set begins a new one.
    pub lines: Vec<Range<usize>>,
    /// Where it stands: [`Place::Paragraph`] or [`Place::Cell`].
    pub place: Place,
}

/// A table's row.
#[derive(Clone, Debug, Default)]
pub struct FlowRow {
    /// Its cells from left to right.
    pub cells: Vec<FlowCell>,
}

/// A table's cell.
#[derive(Clone, Debug, Default)]
pub struct FlowCell {
    /// What stands in it. Paragraphs of nested tables follow in reading order.
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it spans, at least 1.
    pub span: usize,
    /// Whether it is the rest of the cell above (vertically merged).
    pub continues: bool,
}

/// What a reader hands to the layout.
#[derive(Clone, Debug)]
pub struct Document {
    /// The format that the content turned out to have.
    pub format: Format,
    /// Unit of coordinates.
    pub metric: Metric,
    /// All words' characters (Unicode NFC), each word followed by one space. Positions in this string
    /// identify source characters throughout the pipeline.
    pub text: String,
    /// Words in content order, page by page.
    pub words: Vec<Word>,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Character set of a text file, as decoded (`utf-8`, `windows-1257` …).
    pub encoding: Option<String>,
    /// Paragraphs and tables, for [`Metric::Flow`]; else empty.
    pub flow: Vec<Flow>,
    /// Words of running headers and footers, for formats that name them as such.
    pub running: Vec<Range<usize>>,
    /// Pages of a PDF that hold pictures but no text, from 1.
    pub pages_without_text: Vec<u32>,
    /// What the reader noticed (a guessed character set, characters without a Unicode value …).
    pub findings: Vec<Diagnostic>,
    /// The file's name in the signed container that it was found in.
    pub member: Option<String>,
    /// Signatures of that container, as they say of themselves; not verified.
    pub signatures: Vec<ContainerSignature>,
}

impl Document {
    /// The word that holds the character at a byte position of [`Document::text`].
    pub fn word_at(&self, position: u32) -> usize {
        self.words.partition_point(|w| w.range.end <= position)
    }

    /// The page that holds a word, by index into [`Document::pages`].
    pub fn page_of(&self, word: usize) -> usize {
        self.pages.partition_point(|p| p.words.end <= word)
    }

    /// A word's characters.
    pub fn word_text(&self, word: &Word) -> &str {
        &self.text[word.range.start as usize..word.range.end as usize]
    }

    /// The paragraph of a format without pages that holds a word.
    fn paragraph_of(&self, word: usize) -> Option<&Paragraph> {
        let holds = |p: &&Paragraph| p.lines.iter().any(|l| l.contains(&word));
        self.flow.iter().find_map(|block| match block {
            Flow::Paragraph(paragraph) => Some(paragraph).filter(holds),
            Flow::Table(rows) => rows
                .iter()
                .flat_map(|r| &r.cells)
                .flat_map(|c| &c.paragraphs)
                .find(holds),
        })
    }

    /// The place of some words (indices, ascending): one entry per page and line for pages, merged runs of lines for text,
    /// one per paragraph for formats without pages.
    pub fn places(&self, words: impl IntoIterator<Item = usize>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        let mut last: Option<usize> = None;
        for index in words {
            if last == Some(index) {
                continue;
            }
            last = Some(index);
            let bbox = self.words[index].bbox;
            match self.metric {
                Metric::Cells => {
                    let line = bbox.y0 as u32 + 1;
                    match places.last_mut() {
                        Some(Place::Lines { line_from, line_to })
                            if line >= *line_from && line <= *line_to + 1 =>
                        {
                            *line_to = line.max(*line_to);
                        }
                        _ => places.push(Place::Lines {
                            line_from: line,
                            line_to: line,
                        }),
                    }
                }
                Metric::Flow => {
                    let place = self.paragraph_of(index).map(|p| p.place.clone());
                    if place != places.last().cloned() {
                        places.extend(place);
                    }
                }
                Metric::Points => {
                    let page = self.pages[self.page_of(index)].number;
                    match places.last_mut() {
                        Some(Place::Page { page: p, bbox: b })
                            if *p == page && on_same_line(*b, bbox) =>
                        {
                            *b = [
                                b[0].min(bbox.x0),
                                b[1].min(bbox.y0),
                                b[2].max(bbox.x1),
                                b[3].max(bbox.y1),
                            ];
                        }
                        _ => places.push(Place::Page {
                            page,
                            bbox: [bbox.x0, bbox.y0, bbox.x1, bbox.y1],
                        }),
                    }
                }
            }
        }
        for place in &mut places {
            if let Place::Page { bbox, .. } = place {
                for v in bbox {
                    *v = (*v * 10.0).round() / 10.0;
                }
            }
        }
        places
    }
}

/// Two boxes stand on one line if the middle of one lies within the other.
fn on_same_line(a: [f32; 4], b: Rect) -> bool {
    let mid = b.mid_y();
    mid > a[1] && mid < a[3]
}

/// Reads one document by what it holds, whatever its name.
///
/// # Errors
/// `Unsupported` for a signed container, which may hold several: see [`read_all`].
pub fn read(bytes: &[u8], engine: PdfEngine) -> Result<Document, ReadError> {
    let kind = sniff::sniff(bytes);
    if kind == sniff::Kind::Ole2 && sniff::is_encrypted_package(bytes) {
        return Err(ReadError::PasswordRequired);
    }
    if let Some(error) = kind.unsupported() {
        return Err(error);
    }
    match kind {
        sniff::Kind::Pdf => pdf::read(bytes, engine),
        sniff::Kind::Docx => docx::read(bytes),
        #[cfg(feature = "doc")]
        sniff::Kind::Ole2 => doc::read(bytes),
        sniff::Kind::Odt => odt::read(bytes),
        sniff::Kind::Rtf => rtf::read(bytes),
        sniff::Kind::Html => html::read(bytes),
        _ => text::read(bytes),
    }
}

/// Reads a file: one document, or of a signed container one for each readable file in it.
pub fn read_all(bytes: &[u8], engine: PdfEngine) -> Result<Vec<Document>, ReadError> {
    read_member(bytes, engine, 0)
}

/// Reads what lies in so many containers.
fn read_member(
    bytes: &[u8],
    engine: PdfEngine,
    nesting: usize,
) -> Result<Vec<Document>, ReadError> {
    match sniff::sniff(bytes) {
        sniff::Kind::Asic => container::read(bytes, engine, nesting),
        _ => read(bytes, engine).map(|document| vec![document]),
    }
}

/// Why an input gives no document: the reason codes of the run's report.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    /// A scan, or an empty file: there is no text in it.
    #[error("The document has no text: {0}")]
    NoText(String),
    /// Encrypted, and the empty password does not open it.
    #[error("The document is protected by a password. Remove the protection and run again.")]
    PasswordRequired,
    /// A format that the tool does not read.
    #[error("The format is not supported: {0}")]
    Unsupported(String),
    /// The file is damaged beyond reading.
    #[error("The file cannot be read: {0}")]
    Corrupt(String),
    /// A size or nesting limit was reached.
    #[error("The document exceeds a limit: {0}")]
    Memory(String),
}

impl ReadError {
    /// The reason code.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::NoText(_) => "no_text",
            ReadError::PasswordRequired => "password_required",
            ReadError::Unsupported(_) => "unsupported",
            ReadError::Corrupt(_) => "corrupt",
            ReadError::Memory(_) => "memory",
        }
    }
}
