//! CSV: RFC 4180, UTF-8, commas, a line of column names first. Spreadsheets run cells that begin like a formula; such texts
//! get an apostrophe in front, and so do texts that begin with one, so that taking one away gives the text back.

use std::borrow::Cow;
use std::path::Path;

use csv::Writer;

use super::file::{TableError, Whole, failed};
use super::write::TableWriter;
use super::{Table, Value};

/// Characters that make a spreadsheet take a text for a formula.
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A file for each table.
pub struct CsvTables {
    files: Vec<(&'static str, Writer<Whole>)>,
}

impl CsvTables {
    /// Begins the files.
    pub fn create(folder: &Path, tables: &[&'static Table]) -> Result<Self, TableError> {
        let mut files = Vec::new();
        for table in tables {
            let whole = Whole::create(folder.join(format!("{}.csv", table.name)))?;
            let mut writer = Writer::from_writer(whole);
            let names = table.columns.iter().map(|c| c.name);
            write(&mut writer, names.map(Cow::Borrowed))?;
            files.push((table.name, writer));
        }
        Ok(Self { files })
    }
}

impl TableWriter for CsvTables {
    fn row(&mut self, table: &'static Table, cells: &[Value]) -> Result<(), TableError> {
        let file = self.files.iter_mut().find(|(name, _)| *name == table.name);
        match file {
            Some((_, writer)) => write(writer, cells.iter().map(cell)),
            None => Ok(()),
        }
    }

    fn finish(self: Box<Self>) -> Result<Vec<std::path::PathBuf>, TableError> {
        let finish = |(_, writer): (_, Writer<Whole>)| {
            let path = writer.get_ref().path().to_owned();
            let whole = writer.into_inner().map_err(|e| failed(&path, &e.error()))?;
            whole.finish()
        };
        self.files.into_iter().map(finish).collect()
    }
}

fn write<'a>(
    writer: &mut Writer<Whole>,
    cells: impl Iterator<Item = Cow<'a, str>>,
) -> Result<(), TableError> {
    let cells: Vec<Cow<str>> = cells.collect();
    let written = writer.write_record(cells.iter().map(|c| c.as_bytes()));
    written.map_err(|error| failed(writer.get_ref().path(), &error))
}

fn cell<'a>(value: &'a Value) -> Cow<'a, str> {
    let text = value.to_text();
    match value {
        Value::Text(_) | Value::List(_) => neutral(text),
        _ => text,
    }
}

/// A text that no spreadsheet runs.
fn neutral(text: Cow<str>) -> Cow<str> {
    if text.starts_with(DANGEROUS) || text.starts_with('\'') {
        return format!("'{text}").into();
    }
    text
}

/// Whether a spreadsheet might take a text for a formula.
pub fn is_dangerous(text: &str) -> bool {
    text.starts_with(DANGEROUS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_neutralised_and_come_back() {
        for text in ["=1+1", "-1", "@x", "\t=1", "'quoted", "+372", "＝1"] {
            let neutral = neutral(text.into());
            assert_eq!(neutral.strip_prefix('\''), Some(text));
        }
        assert_eq!(neutral("Peab – arvestust".into()), "Peab – arvestust");
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(cell(&Value::Integer(-3)), "-3");
    }
}
