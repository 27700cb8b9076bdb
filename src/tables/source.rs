//! Record files, one record at a time.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::file::TableError;
use super::folder::MANIFEST;
use crate::record::Record;
use crate::run::{REPORT, escape};

/// A file with records, and the folder that its name is told from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file.
    pub file: PathBuf,
    /// Its path within the given folder, with `/`.
    pub name: String,
}

/// Record files among files and folders, ordered by name. In folders these are all `.json` files but the run's report and the
/// list of tables; `.jsonl` files count where they are given by themselves.
pub fn find(given: &[PathBuf]) -> Result<Vec<Source>, TableError> {
    let mut sources = Vec::new();
    for path in given {
        if path.is_dir() {
            add_folder(path, &mut sources)?;
        } else {
            sources.push(Source {
                name: name(path.parent().unwrap_or(path), path),
                file: path.clone(),
            });
        }
    }
    sources.sort_by(|a, b| (&a.name, &a.file).cmp(&(&b.name, &b.file)));
    sources.dedup();
    Ok(sources)
}

fn add_folder(folder: &Path, sources: &mut Vec<Source>) -> Result<(), TableError> {
    let walk = ignore::WalkBuilder::new(folder)
        .standard_filters(false)
        .build();
    for entry in walk {
        let entry = entry.map_err(|error| TableError::Record {
            file: folder.display().to_string(),
            reason: format!("The folder cannot be read: {error}."),
        })?;
        let name = name(folder, entry.path());
        let is_file = entry.file_type().is_some_and(|t| t.is_file());
        if is_file && name.ends_with(".json") && ![REPORT, MANIFEST].contains(&name.as_str()) {
            sources.push(Source {
                name,
                file: entry.into_path(),
            });
        }
    }
    Ok(())
}

impl Source {
    /// Calls `each` with every record of the file and its key.
    pub fn records(
        &self,
        mut each: impl FnMut(&str, &Record) -> Result<(), TableError>,
    ) -> Result<(), TableError> {
        if !self.name.ends_with(".jsonl") {
            let bytes = fs::read(&self.file).map_err(|e| self.trouble(None, &e))?;
            let record = self.parse(&bytes, None)?;
            let id = self.name.strip_suffix(".json").unwrap_or(&self.name);
            return each(id, &record);
        }
        let file = File::open(&self.file).map_err(|e| self.trouble(None, &e))?;
        for (number, line) in (1..).zip(BufReader::new(file).split(b'\n')) {
            let line = line.map_err(|e| self.trouble(Some(number), &e))?;
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let record = self.parse(&line, Some(number))?;
            each(&key(&record), &record)?;
        }
        Ok(())
    }

    fn parse(&self, bytes: &[u8], line: Option<u64>) -> Result<Record, TableError> {
        serde_json::from_slice(bytes).map_err(|error| {
            self.trouble(
                line,
                &format!("This is no record of this version ({error}). Name what `ametijuhend extract` wrote"),
            )
        })
    }

    fn trouble(&self, line: Option<u64>, reason: &dyn std::fmt::Display) -> TableError {
        let line = line.map(|n| format!(", line {n}")).unwrap_or_default();
        TableError::Record {
            file: format!("{}{line}", self.file.display()),
            reason: format!("{reason}."),
        }
    }
}

/// The key of a record whose file does not tell it: what `extract` would name its file.
fn key(record: &Record) -> String {
    let path = &record.source.path;
    match &record.source.part {
        Some(part) if part.count > 1 => format!("{path}.{}", part.index),
        _ => path.clone(),
    }
}

fn name(root: &Path, path: &Path) -> String {
    escape(path.strip_prefix(root).unwrap_or(path))
}
