//! Records as flat tables, for spreadsheets and databases.
//!
//! ```text
//! record files ─source→ Records ─rows→ Rows ─write→ CSV, Parquet, XLSX
//!                                └──────────────→ JSON Lines (whole records)
//! ```
//!
//! A table is a struct: its fields are the columns, their doc comments the columns' descriptions (`table!`). So what is
//! written, what `schema --tables` prints and what the code fills cannot part.

mod cell;
mod clauses;
mod csv;
mod diagnostics;
mod duties;
mod export;
mod file;
mod folder;
mod format;
mod json;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;
mod positions;
mod requirements;
mod schema;
mod source;
mod write;
mod xlsx;

pub use cell::{Cell, Kind, Value};
pub use clauses::Clause;
pub use diagnostics::Finding;
pub use duties::DutyRow;
pub use export::{Exported, RECORDS, TABLES, WORKBOOK, export, file_names};
pub use file::TableError;
pub use folder::{Folder, MANIFEST};
pub use format::Format;
pub use positions::Position;
pub use requirements::Requirement;
pub use schema::{TableSchema, schemas};
pub use source::{Source, find, position_id};
pub use write::Writers;

/// A table's columns, in order.
#[derive(Debug)]
pub struct Table {
    /// Name: of the file, the sheet and in SQL.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// Columns; the first is the key, or a part of it.
    pub columns: &'static [Column],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Type of its values.
    pub kind: Kind,
    /// Whether a value may be missing.
    pub nullable: bool,
    /// What its values are.
    pub about: &'static str,
    /// The table that a workbook's cells of this column lead to: the rows there of the same position.
    pub link: Option<&'static str>,
}

/// A row of a table.
pub trait Row {
    /// The table.
    const TABLE: &'static Table;

    /// The row's values, one for each column.
    fn cells(&self) -> Vec<Value<'_>>;
}

/// Defines a table by its row. `=> "positions"` behind a field makes it a link in workbooks.
macro_rules! table {
    (
        $(#[doc = $about:expr])+
        $name:literal
        pub struct $Row:ident {
            $($(#[doc = $doc:expr])+ $field:ident: $type:ty $(=> $link:literal)?,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Row {
            $($(#[doc = $doc])+ pub $field: $type,)+
        }

        impl $crate::tables::Row for $Row {
            const TABLE: &'static $crate::tables::Table = &$crate::tables::Table {
                name: $name,
                about: concat!($($about),+),
                columns: &[$($crate::tables::Column {
                    name: stringify!($field),
                    kind: <$type as $crate::tables::Cell>::KIND,
                    nullable: <$type as $crate::tables::Cell>::NULLABLE,
                    about: concat!($($doc),+),
                    link: [$(Some($link),)? None][0],
                }),+],
            };

            fn cells(&self) -> Vec<$crate::tables::Value<'_>> {
                vec![$($crate::tables::Cell::value(&self.$field)),+]
            }
        }
    };
}
pub(crate) use table;
