//! Readers of single values: pure functions from the document's wording and a pack's word lists.
//!
//! Where a part of the wording is taken, they return its byte range, so that its place in the source stays known.

pub mod education;
pub mod experience;
pub mod languages;
pub mod people;
mod tokens;
