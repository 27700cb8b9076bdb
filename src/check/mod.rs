//! Checks job descriptions: what is wrong with them, where, and what to do.

pub mod html;
mod report;

pub use report::{Counts, Document, Excerpt, Finding, Fixed, Report};

pub use crate::read::{BlockView, CellView, PageView, ParagraphView, View, WordView};
