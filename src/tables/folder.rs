//! A folder of tables: one writer at a time, nobody else's files replaced.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Table;
use super::file::{TableError, Whole, failed};
use super::schema::schemas;
use crate::record::Tool;
use crate::run::lock::Lock;

/// File name of the list of tables and their columns, which also tells that the files named there are this tool's.
pub const MANIFEST: &str = "tables.json";

/// A folder that tables are written to, locked.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// What this tool wrote there before.
    before: Before,
    _lock: Lock,
}

#[derive(Serialize)]
struct Manifest<'a> {
    tool: Tool,
    files: &'a [String],
    tables: Vec<Value>,
}

/// A manifest that was written earlier, by this command or by another one.
#[derive(Debug, Default, Deserialize)]
struct Before {
    tool: Tool,
    files: Vec<String>,
    #[serde(default)]
    tables: Vec<Value>,
}

impl Folder {
    /// Makes the folder if needed and locks it. Refuses it if somebody else's file has one of the names.
    pub fn open(path: &Path, names: &[String], force: bool) -> Result<Self, TableError> {
        fs::create_dir_all(path).map_err(|e| failed(path, &e))?;
        let lock = Lock::take(path, path).map_err(|e| TableError::Locked(e.to_string()))?;
        let before = written_before(path);
        let mut all = names.iter().map(String::as_str).chain([MANIFEST]);
        let is_ours = |name: &str| {
            before.files.iter().any(|n| n == name) || (name == MANIFEST && !before.files.is_empty())
        };
        let others =
            |name: &&str| !force && !is_ours(name) && path.join(name).symlink_metadata().is_ok();
        if let Some(name) = all.find(others) {
            return Err(TableError::InTheWay(path.join(name)));
        }
        Ok(Self {
            path: path.to_owned(),
            before,
            _lock: lock,
        })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes down which files there are this tool's, and what their columns are.
    pub fn finish(self, names: &[String], tables: &[&Table]) -> Result<(), TableError> {
        let mut files = self.before.files;
        files.retain(|name| !names.contains(name) && self.path.join(name).exists());
        // Tables of another command stay described as long as their files are there.
        let name = |table: &Value| table["table"].as_str().unwrap_or_default().to_owned();
        let is_there = |table: &Value| {
            let begins = format!("{}.", name(table));
            files.iter().any(|file| file.starts_with(&begins))
                || files.iter().any(|f| is_workbook(f))
        };
        let others = self.before.tables.into_iter();
        let mut described: Vec<Value> = others
            .filter(|t| is_there(t) && !tables.iter().any(|new| new.name == name(t)))
            .collect();
        files.extend_from_slice(names);
        files.sort();
        for schema in schemas(tables) {
            let path = self.path.join(MANIFEST);
            described.push(serde_json::to_value(schema).map_err(|e| failed(&path, &e))?);
        }
        let manifest = Manifest {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").into(),
                version: env!("CARGO_PKG_VERSION").into(),
            },
            files: &files,
            tables: described,
        };
        let path = self.path.join(MANIFEST);
        let mut whole = Whole::create(path.clone())?;
        serde_json::to_writer_pretty(&mut whole, &manifest).map_err(|e| failed(&path, &e))?;
        whole.finish()?;
        Ok(())
    }
}

/// A workbook holds all tables of its command.
fn is_workbook(file: &str) -> bool {
    file.ends_with(".xlsx")
}

fn written_before(folder: &Path) -> Before {
    let bytes = fs::read(folder.join(MANIFEST)).unwrap_or_default();
    match serde_json::from_slice::<Before>(&bytes) {
        Ok(before) if before.tool.name == env!("CARGO_PKG_NAME") => before,
        _ => Before::default(),
    }
}
