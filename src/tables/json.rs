//! JSON: a file for each table, an array of objects, one a line.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::file::{TableError, Whole, failed};
use super::write::TableWriter;
use super::{Table, Value};

/// A file for each table.
pub struct JsonTables {
    files: Vec<TableFile>,
}

struct TableFile {
    name: &'static str,
    whole: Whole,
    rows: u64,
}

impl JsonTables {
    /// Begins the files.
    pub fn create(folder: &Path, tables: &[&'static Table]) -> Result<Self, TableError> {
        let begin = |table: &&'static Table| {
            let whole = Whole::create(folder.join(format!("{}.json", table.name)))?;
            Ok(TableFile {
                name: table.name,
                whole,
                rows: 0,
            })
        };
        let files = tables.iter().map(begin).collect::<Result<_, _>>()?;
        Ok(Self { files })
    }
}

impl TableWriter for JsonTables {
    fn row(&mut self, table: &'static Table, cells: &[Value]) -> Result<(), TableError> {
        let Some(file) = self.files.iter_mut().find(|f| f.name == table.name) else {
            return Ok(());
        };
        let object = object(table, cells);
        let comma = if file.rows == 0 { "[\n" } else { ",\n" };
        file.rows += 1;
        file.write(&format!("{comma}{object}"))
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, TableError> {
        let finish = |mut file: TableFile| {
            file.write(if file.rows == 0 { "[]\n" } else { "\n]\n" })?;
            file.whole.finish()
        };
        self.files.into_iter().map(finish).collect()
    }
}

impl TableFile {
    fn write(&mut self, text: &str) -> Result<(), TableError> {
        let written = self.whole.write_all(text.as_bytes());
        written.map_err(|error| failed(self.whole.path(), &error))
    }
}

/// A row, its columns in the table's order.
fn object(table: &Table, cells: &[Value]) -> String {
    let columns = table.columns.iter().zip(cells);
    let members = columns.map(|(c, value)| format!("{}:{}", Json::from(c.name), json(value)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Text(text) => Json::from(text.as_ref()),
        Value::List(items) => Json::from(items.to_vec()),
        Value::Integer(number) => Json::from(*number),
        Value::Number(number) => Json::from(*number),
        Value::Boolean(value) => Json::from(*value),
    }
}
