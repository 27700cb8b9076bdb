//! `ametijuhend` turns Estonian job descriptions into structured, grounded, normalised records.
//!
//! The data goes one way (see ARCHITECTURE.md, and `pipeline.rs`, which names every stage once):
//!
//! ```text
//! bytes ─read→ Document ─layout→ Blocks ─grammar→ Draft ─normalise→ Record
//! ```
//!
//! What is deliberately absent: no stage looks back at an earlier one's input, nothing after
//! `read` refuses a document, and no wording of a template stands in Rust (it is in `grammars/`).

pub mod audit;
pub mod check;
pub mod diagnostic;
pub mod grammar;
pub mod html;
pub mod language;
pub mod layout;
pub mod normalise;
pub mod pipeline;
pub mod read;
pub mod record;
pub mod rules;
pub mod run;
pub mod tables;
pub mod text;
pub mod worker;
