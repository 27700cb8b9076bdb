//! What a document looks like: the source as a report shows it, without the characters' positions that the pipeline needs.

use serde::{Deserialize, Serialize};

use super::{Document, Flow, FlowCell, Metric, Page, Paragraph, Rule};
use crate::diagnostic::Place;

/// A document's content with its places, for showing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum View {
    /// Pages with words and ruling lines (PDF).
    Pages {
        /// The pages in order.
        pages: Vec<PageView>,
    },
    /// Lines of a text file, as decoded; index 0 is line 1. Trailing blanks are left out, tabs are blanks.
    Text {
        /// The lines.
        lines: Vec<String>,
    },
    /// Paragraphs and tables of a format without pages, in reading order.
    Flow {
        /// The content.
        blocks: Vec<BlockView>,
    },
}

/// A page; all lengths in points (1/72 inch), y downwards from the top left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageView {
    /// Its number, from 1, as in [`Place::Page`].
    pub number: u32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Its words in content order.
    pub words: Vec<WordView>,
    /// Its ruling lines, `[x0, y0, x1, y1]`, horizontal or vertical.
    pub rules: Vec<[f32; 4]>,
}

/// A word on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordView {
    /// Its characters.
    pub text: String,
    /// `[x0, y0, x1, y1]`.
    pub bbox: [f32; 4],
    /// Font size.
    pub size: f32,
    /// Whether the font is bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
}

/// A piece of a document without pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockView {
    /// A paragraph outside tables.
    Paragraph(ParagraphView),
    /// A table: rows of cells.
    Table(Vec<Vec<CellView>>),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParagraphView {
    /// [`Place::Paragraph`] or [`Place::Cell`].
    pub place: Place,
    /// Its lines, as the author broke them.
    pub lines: Vec<String>,
}

/// A table's cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// How many columns it spans, at least 1.
    pub span: usize,
    /// Whether it is the rest of the cell above.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub continues: bool,
    /// What stands in it.
    pub paragraphs: Vec<ParagraphView>,
}

impl View {
    /// The view of a document.
    pub fn of(document: &Document) -> View {
        match document.metric {
            Metric::Points => View::Pages {
                pages: document.pages.iter().map(|p| page(document, p)).collect(),
            },
            Metric::Cells => View::Text {
                lines: text_lines(document),
            },
            Metric::Flow => View::Flow {
                blocks: document.flow.iter().map(|b| block(document, b)).collect(),
            },
        }
    }

    /// Without the pages that `keep` does not want; other views stay whole.
    pub fn with_pages(mut self, keep: impl Fn(u32) -> bool) -> View {
        if let View::Pages { pages } = &mut self {
            pages.retain(|page| keep(page.number));
        }
        self
    }
}

fn page(document: &Document, page: &Page) -> PageView {
    let words = document.words.get(page.words.clone()).unwrap_or_default();
    PageView {
        number: page.number,
        width: tenth(page.width),
        height: tenth(page.height),
        words: words
            .iter()
            .map(|word| WordView {
                text: document.word_text(word).to_owned(),
                bbox: [word.bbox.x0, word.bbox.y0, word.bbox.x1, word.bbox.y1].map(tenth),
                size: tenth(word.size),
                bold: word.bold,
            })
            .collect(),
        rules: page
            .rules
            .iter()
            .map(|rule| ends(rule).map(tenth))
            .collect(),
    }
}

fn ends(rule: &Rule) -> [f32; 4] {
    match *rule {
        Rule::Horizontal { y, x0, x1 } => [x0, y, x1, y],
        Rule::Vertical { x, y0, y1 } => [x, y0, x, y1],
    }
}

/// As exact as the places of records.
fn tenth(value: f32) -> f32 {
    (value * 10.0).round() / 10.0
}

/// Words back on their columns.
fn text_lines(document: &Document) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in &document.words {
        let line = word.bbox.y0.max(0.0) as usize;
        if lines.len() <= line {
            lines.resize(line + 1, String::new());
        }
        let Some(text) = lines.get_mut(line) else {
            continue;
        };
        let missing = (word.bbox.x0.max(0.0) as usize).saturating_sub(text.chars().count());
        text.extend(std::iter::repeat_n(' ', missing));
        text.push_str(document.word_text(word));
    }
    lines
}

fn block(document: &Document, block: &Flow) -> BlockView {
    match block {
        Flow::Paragraph(p) => BlockView::Paragraph(paragraph(document, p)),
        Flow::Table(rows) => BlockView::Table(
            rows.iter()
                .map(|row| row.cells.iter().map(|c| cell(document, c)).collect())
                .collect(),
        ),
    }
}

fn cell(document: &Document, cell: &FlowCell) -> CellView {
    CellView {
        span: cell.span.max(1),
        continues: cell.continues,
        paragraphs: cell
            .paragraphs
            .iter()
            .map(|p| paragraph(document, p))
            .collect(),
    }
}

fn paragraph(document: &Document, paragraph: &Paragraph) -> ParagraphView {
    let line = |words: &std::ops::Range<usize>| {
        let words = document.words.get(words.clone()).unwrap_or_default();
        let words: Vec<&str> = words.iter().map(|w| document.word_text(w)).collect();
        words.join(" ")
    };
    ParagraphView {
        place: paragraph.place.clone(),
        lines: paragraph.lines.iter().map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::PdfEngine;
    use crate::read;

    #[test]
    fn text_keeps_its_lines_and_columns() {
        let text = "AMETIJUHEND\n\n   3.1.  Koostab   aruande\n";
        let document = read::read(text.as_bytes(), PdfEngine::Auto).unwrap();
        let View::Text { lines } = View::of(&document) else {
            panic!("a text file has lines");
        };
        assert_eq!(lines, ["AMETIJUHEND", "", "   3.1.  Koostab   aruande"]);
    }

    #[test]
    fn web_pages_keep_their_tables() {
        let html = "<html><body><p>Ametijuhend</p><table><tr><td>Koostab</td><td>Aruanne</td></tr></table></body></html>";
        let document = read::read(html.as_bytes(), PdfEngine::Auto).unwrap();
        let View::Flow { blocks } = View::of(&document) else {
            panic!("a web page has paragraphs");
        };
        let [BlockView::Paragraph(first), BlockView::Table(rows)] = blocks.as_slice() else {
            panic!("{blocks:?}");
        };
        assert_eq!(first.lines, ["Ametijuhend"]);
        assert_eq!(rows[0][1].paragraphs[0].lines, ["Aruanne"]);
    }
}
