//! A folder of tables: one writer at a time, nobody else's files replaced.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Table;
use super::file::{TableError, Whole, failed};
use super::schema::{TableSchema, schemas};
use crate::record::Tool;
use crate::run::lock::Lock;

/// File name of the list of tables and their columns, which also tells that the files named there are this tool's.
pub const MANIFEST: &str = "tables.json";

/// A folder that tables are written to, locked.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Files that this tool wrote there before.
    before: Vec<String>,
    _lock: Lock,
}

#[derive(Serialize)]
struct Manifest<'a> {
    tool: Tool,
    files: &'a [String],
    tables: Vec<TableSchema>,
}

#[derive(Deserialize)]
struct Signed {
    tool: Tool,
    files: Vec<String>,
}

impl Folder {
    /// Makes the folder if needed and locks it. Refuses it if somebody else's file has one of the names.
    pub fn open(path: &Path, names: &[String], force: bool) -> Result<Self, TableError> {
        fs::create_dir_all(path).map_err(|e| failed(path, &e))?;
        let lock = Lock::take(path, path).map_err(|e| TableError::Locked(e.to_string()))?;
        let before = written_before(path);
        let mut all = names.iter().map(String::as_str).chain([MANIFEST]);
        let is_ours = |name: &str| {
            before.iter().any(|n| n == name) || (name == MANIFEST && !before.is_empty())
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
        let mut files = self.before;
        files.retain(|name| !names.contains(name) && self.path.join(name).exists());
        files.extend_from_slice(names);
        files.sort();
        let manifest = Manifest {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").into(),
                version: env!("CARGO_PKG_VERSION").into(),
            },
            files: &files,
            tables: schemas(tables),
        };
        let path = self.path.join(MANIFEST);
        let mut whole = Whole::create(path.clone())?;
        serde_json::to_writer_pretty(&mut whole, &manifest).map_err(|e| failed(&path, &e))?;
        whole.finish()?;
        Ok(())
    }
}

fn written_before(folder: &Path) -> Vec<String> {
    let bytes = fs::read(folder.join(MANIFEST)).unwrap_or_default();
    match serde_json::from_slice::<Signed>(&bytes) {
        Ok(signed) if signed.tool.name == env!("CARGO_PKG_NAME") => signed.files,
        _ => Vec::new(),
    }
}
