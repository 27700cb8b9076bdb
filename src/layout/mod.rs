//! The second stage: words with places to lines, tables and furniture. It knows geometry, and no Estonian.
//!
//! Plain text is geometry too (a character's column and line are its x and y), so one layout serves PDF, text laid out
//! in columns, and flattened text alike.

mod columns;
mod flow;
mod furniture;
mod grid;
pub mod hyphen;
mod join;
mod line;
mod marker;
mod rows;
mod split_number;
mod table;
pub mod words;

pub use join::{Doubt, Joiner};
pub use line::Line;
pub use marker::{
    Marker, MarkerKind, Parts, begins_with_bullet, bullet_within, is_lone_bullet, number_within,
};
pub use table::{Row, Table};
pub use words::{Vocabulary, load_dictionary, word_hash};

use crate::read::{Document, Metric};
use crate::text::Text;

/// A piece of the document, in reading order.
#[derive(Clone, Debug)]
pub enum Block {
    /// A line outside tables.
    Line(Line),
    /// A table, ruled or told by its columns.
    Table(Table),
}

impl Block {
    /// Its lines, in reading order; of a table, row by row.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Block::Line(line) => vec![line],
            Block::Table(table) => table.rows.iter().flat_map(Row::lines).collect(),
        }
    }
}

/// The document as the grammar sees it.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Lines and tables in reading order.
    pub blocks: Vec<Block>,
    /// Page numbers, running headers and footers, repeated table heads.
    pub furniture: Vec<Text>,
}

/// Finds lines, tables and furniture.
pub fn layout(document: &Document) -> Layout {
    if document.metric == Metric::Flow {
        return flow::layout(document);
    }
    let mut furniture = Vec::new();
    let mut blocks = Vec::new();
    let pages = line::visual_lines(document);
    let marked = furniture::find(document, &pages);
    let limit = pages
        .iter()
        .flatten()
        .map(|l| l.bbox.x1)
        .fold(0.0_f32, f32::max);
    let mut plain = Vec::new();
    for (index, lines) in pages.into_iter().enumerate() {
        let grids = grid::find(&document.pages[index]);
        let (mut body, mut page_tables) = (Vec::new(), grid::fill(document, index, &grids));
        for (line, is_furniture) in lines.into_iter().zip(&marked[index]) {
            if *is_furniture {
                furniture.push(Line::of_words(document, index, &line.words).text);
            } else {
                body.push(line.outside(document, &grids));
            }
        }
        let mut body = body.into_iter().flatten().peekable();
        page_tables.reverse();
        while body.peek().is_some() || !page_tables.is_empty() {
            let next_is_line = match (body.peek(), page_tables.last()) {
                (Some(line), Some(table)) => line.bbox.mid_y() < table.top,
                (line, _) => line.is_some(),
            };
            if next_is_line {
                plain.extend(body.next());
            } else if let Some(table) = page_tables.pop() {
                columns::emit(document, &mut plain, limit, &mut blocks);
                blocks.push(Block::Table(table));
            }
        }
    }
    columns::emit(document, &mut plain, limit, &mut blocks);
    let blocks = table::join_over_pages(blocks, &mut furniture);
    Layout {
        blocks: split_number::join(table::release_single_columns(blocks)),
        furniture,
    }
}
