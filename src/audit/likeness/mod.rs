//! Which documents of a collection are alike, without comparing all pairs.
//!
//! ```text
//! record ─sketch→ Sketch ─near→ Groups of near-duplicates
//!                        ─standard→ standard wordings and drifts
//!                        ─shared→ clauses that several documents have
//! ```
//!
//! A sketch is made of one record alone. Its signature is the same from release to release, so that signatures of different
//! runs can be compared, and a distributed engine can group them.

pub mod differ;
pub mod fold;
pub mod near;
pub mod shared;
pub mod signature;
pub mod sketch;
pub mod standard;

pub use differ::Differing;
pub use near::Group;
pub use shared::Shared;
pub use signature::Signature;
pub use sketch::{Clause, Sketch};
pub use standard::{Drift, Standard};
