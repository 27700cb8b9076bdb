//! tmp
pub mod likeness;
