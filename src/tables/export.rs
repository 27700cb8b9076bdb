//! Records to tables: `extract --format` and `convert`.

use std::path::{Path, PathBuf};

use super::file::TableError;
use super::folder::Folder;
use super::jsonl::Lines;
use super::source::Source;
use super::write::Writers;
use super::{
    Clause, DutyRow, Finding, Format, Position, Requirement, Row, Table, clauses, diagnostics,
    duties, requirements,
};
use crate::record::Record;
use crate::run::Interrupt;

/// The tables of records.
pub const TABLES: [&Table; 5] = [
    Position::TABLE,
    DutyRow::TABLE,
    Requirement::TABLE,
    Clause::TABLE,
    Finding::TABLE,
];

/// File name of the workbook.
pub const WORKBOOK: &str = "tables.xlsx";

/// File name of all records.
pub const RECORDS: &str = "records.jsonl";

/// What an export did.
#[derive(Debug, Default)]
pub struct Exported {
    /// Files written.
    pub files: Vec<PathBuf>,
    /// Number of records in them.
    pub records: u64,
    /// Files that hold no record of this version, with the reason; they are left out.
    pub failed: Vec<TableError>,
}

/// Writes records into a folder, in the order of the sources, in each format. Files there that this tool did not write are
/// replaced only with `force`. An interrupt leaves the folder as it was. One record is in memory at a time.
pub fn export(
    sources: impl IntoIterator<Item = Source>,
    folder: &Path,
    formats: &[Format],
    force: bool,
    interrupt: &Interrupt,
) -> Result<Exported, TableError> {
    let names = file_names(formats, &TABLES, WORKBOOK);
    let folder = Folder::open(folder, &names, force)?;
    let mut writers = Writers::create(folder.path(), formats, &TABLES, WORKBOOK)?;
    let mut lines = formats
        .contains(&Format::Jsonl)
        .then(|| Lines::create(folder.path().join(RECORDS)))
        .transpose()?;
    let mut exported = Exported::default();
    for source in sources {
        if let Some(signal) = interrupt.signal() {
            return Err(TableError::Interrupted(signal));
        }
        let mut records = 0;
        let result = source.records(|id, record| {
            records += 1;
            if let Some(lines) = &mut lines {
                lines.add(record)?;
            }
            add(&mut writers, id, record)
        });
        exported.records += records;
        match result {
            Err(error @ TableError::Record { .. }) => exported.failed.push(error),
            other => other?,
        }
    }
    exported.files = writers.finish()?;
    if let Some(lines) = lines {
        exported.files.push(lines.finish()?);
    }
    folder.finish(&names, &TABLES)?;
    Ok(exported)
}

/// Names of the files that tables have in each format. `workbook` is that of the XLSX file.
pub fn file_names(formats: &[Format], tables: &[&Table], workbook: &str) -> Vec<String> {
    let mut names = Vec::new();
    for format in formats {
        match format.extension() {
            None if *format == Format::Jsonl => names.push(RECORDS.to_owned()),
            None => names.push(workbook.to_owned()),
            Some(extension) => {
                names.extend(tables.iter().map(|t| format!("{}.{extension}", t.name)))
            }
        }
    }
    names
}

fn add(writers: &mut Writers, id: &str, record: &Record) -> Result<(), TableError> {
    let duties = duties::rows(id, record);
    let requirements = requirements::rows(id, record);
    let clauses = clauses::rows(id, record);
    let findings = diagnostics::rows(id, record);
    let counts = [
        duties.len(),
        requirements.len(),
        clauses.len(),
        findings.len(),
    ];
    writers.add(&Position::of(id, record, counts))?;
    add_all(writers, &duties)?;
    add_all(writers, &requirements)?;
    add_all(writers, &clauses)?;
    add_all(writers, &findings)
}

fn add_all<R: Row>(writers: &mut Writers, rows: &[R]) -> Result<(), TableError> {
    rows.iter().try_for_each(|row| writers.add(row))
}
