//! What a collection holds: which fields are filled, which records stand out, what positions demand, the words of duties.
//!
//! ```text
//! record ─facts→ Facts ─fields→ per field: filled, distinct, sizes; records far from the others
//! Entry ─family→ family ─demands→ education, years, languages by family
//! Sketch ─vocabulary→ words of duties
//! ```

mod demands;
mod facts;
mod family;
mod fields;
mod vocabulary;

pub use demands::{DemandRow, demands};
pub use facts::{FIELDS, Fact, Facts};
pub use family::families;
pub use fields::{FieldRow, OutlierRow, fields, outliers};
pub use vocabulary::{WordRow, vocabulary};
