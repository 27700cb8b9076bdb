//! Text from files and names, made harmless for a terminal.

pub use ametijuhend::terminal::safe;
