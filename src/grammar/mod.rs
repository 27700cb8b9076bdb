//! The third stage: blocks to a draft of the record, by wordings that the grammar packs list.

pub mod dates;
pub mod fold;
pub(crate) mod numbers;
pub mod pack;
