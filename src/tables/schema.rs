//! The columns as data: `ametijuhend schema --tables`.

use serde::Serialize;

use super::{Kind, Table};

/// A table, described.
#[derive(Clone, Debug, Serialize)]
pub struct TableSchema {
    /// Its name.
    pub table: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// Its columns, in order.
    pub columns: Vec<ColumnSchema>,
}

/// A column, described.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnSchema {
    /// Its name.
    pub name: &'static str,
    /// Type of its values.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whether a value may be missing.
    pub nullable: bool,
    /// What its values are.
    pub about: &'static str,
}

/// The descriptions of tables.
pub fn schemas(tables: &[&Table]) -> Vec<TableSchema> {
    tables.iter().map(|table| schema(table)).collect()
}

fn schema(table: &Table) -> TableSchema {
    let column = |c: &super::Column| ColumnSchema {
        name: c.name,
        kind: c.kind,
        nullable: c.nullable,
        about: c.about.trim(),
    };
    TableSchema {
        table: table.name,
        about: table.about.trim(),
        columns: table.columns.iter().map(column).collect(),
    }
}
