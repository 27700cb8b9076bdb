//! Formats of tables.

/// A format that records can be written in, besides one JSON file for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// All records in one file, one a line.
    Jsonl,
    /// A file for each table.
    Csv,
    /// A file for each table, typed. Needs the feature `parquet`.
    Parquet,
    /// One workbook with a sheet for each table.
    Xlsx,
}

impl Format {
    /// Extension of its files, where each table has a file.
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Format::Csv => Some("csv"),
            Format::Parquet => Some("parquet"),
            Format::Jsonl | Format::Xlsx => None,
        }
    }
}
