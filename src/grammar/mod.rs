//! The third stage: blocks to a draft of the record, by wordings that the grammar packs list.

pub mod fold;
pub mod pack;
