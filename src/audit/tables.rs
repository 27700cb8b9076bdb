//! The audit's tables: who means whom, versions, what is alike, and what the collection holds.

use std::path::{Path, PathBuf};

use super::Audit;
use super::likeness::rows::{clusters, drifts, shared_clauses, standards};
use super::likeness::{Cluster, DriftRow, SharedClause, StandardRow};
use super::profile::{DemandRow, FieldRow, OutlierRow, WordRow};
use super::profile::{demands, fields, outliers, vocabulary};
use super::rows::{Edge, Match, edges, matches};
use super::versions::Version;
use crate::tables::{Folder, Format, Row, Table, TableError, Writers, file_names};

/// The tables.
pub const TABLES: [&Table; 11] = [
    Edge::TABLE,
    Match::TABLE,
    Version::TABLE,
    Cluster::TABLE,
    SharedClause::TABLE,
    StandardRow::TABLE,
    DriftRow::TABLE,
    FieldRow::TABLE,
    OutlierRow::TABLE,
    DemandRow::TABLE,
    WordRow::TABLE,
];

/// File name of the workbook.
pub const WORKBOOK: &str = "audit.xlsx";

/// Writes the tables into a folder in each format. Files there that this tool did not write are replaced only with `force`.
pub fn write(
    audit: &Audit,
    folder: &Path,
    formats: &[Format],
    force: bool,
) -> Result<Vec<PathBuf>, TableError> {
    let names = file_names(formats, &TABLES, WORKBOOK);
    let folder = Folder::open(folder, &names, force)?;
    let mut writers = Writers::create(folder.path(), formats, &TABLES, WORKBOOK)?;
    add(&mut writers, edges(audit))?;
    add(&mut writers, matches(audit))?;
    add(&mut writers, audit.versions())?;
    add(&mut writers, clusters(audit))?;
    add(&mut writers, shared_clauses(audit))?;
    add(&mut writers, standards(audit))?;
    add(&mut writers, drifts(audit))?;
    add(&mut writers, fields(audit))?;
    add(&mut writers, outliers(audit))?;
    add(&mut writers, demands(audit, &audit.words))?;
    add(&mut writers, vocabulary(audit))?;
    let files = writers.finish()?;
    folder.finish(&names, &TABLES)?;
    Ok(files)
}

fn add<R: Row>(writers: &mut Writers, rows: impl IntoIterator<Item = R>) -> Result<(), TableError> {
    rows.into_iter().try_for_each(|row| writers.add(&row))
}
