//! The second stage: geometry. It knows lines, columns, tables, lists and hyphens, and no headings.

pub mod hyphen;
pub mod words;
