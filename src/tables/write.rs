//! One row, into every format that was asked for.

use std::path::{Path, PathBuf};

use super::csv::CsvTables;
use super::file::TableError;
use super::xlsx::Workbook;
use super::{Format, Row, Table, Value};

/// What writes tables in one format.
pub trait TableWriter {
    /// Adds a row to a table.
    fn row(&mut self, table: &'static Table, cells: &[Value]) -> Result<(), TableError>;

    /// Completes the files and gives them their names.
    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, TableError>;
}

/// Writers of every format.
pub struct Writers(Vec<Box<dyn TableWriter>>);

impl Writers {
    /// Begins files for `tables` in an existing folder. `workbook` is the name of the XLSX file. [`Format::Jsonl`] is not
    /// of tables and does nothing here.
    pub fn create(
        folder: &Path,
        formats: &[Format],
        tables: &[&'static Table],
        workbook: &str,
    ) -> Result<Self, TableError> {
        let mut writers: Vec<Box<dyn TableWriter>> = Vec::new();
        for format in formats {
            match format {
                Format::Jsonl => {}
                Format::Csv => writers.push(Box::new(CsvTables::create(folder, tables)?)),
                Format::Parquet => writers.push(parquet(folder, tables)?),
                Format::Xlsx => {
                    writers.push(Box::new(Workbook::create(folder.join(workbook), tables)?))
                }
            }
        }
        Ok(Self(writers))
    }

    /// Adds a row to its table.
    pub fn add<R: Row>(&mut self, row: &R) -> Result<(), TableError> {
        let cells = row.cells();
        for writer in &mut self.0 {
            writer.row(R::TABLE, &cells)?;
        }
        Ok(())
    }

    /// Completes all files.
    pub fn finish(self) -> Result<Vec<PathBuf>, TableError> {
        let mut files = Vec::new();
        for writer in self.0 {
            files.extend(writer.finish()?);
        }
        Ok(files)
    }
}

#[cfg(feature = "parquet")]
fn parquet(folder: &Path, tables: &[&'static Table]) -> Result<Box<dyn TableWriter>, TableError> {
    Ok(Box::new(super::parquet::ParquetTables::create(
        folder, tables,
    )?))
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Path, _: &[&'static Table]) -> Result<Box<dyn TableWriter>, TableError> {
    Err(TableError::NoParquet)
}
