//! JSON Lines: all records in one file.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::file::{TableError, Whole, failed};
use crate::record::Record;

/// The file.
pub struct Lines {
    whole: Whole,
}

impl Lines {
    /// Begins the file.
    pub fn create(path: PathBuf) -> Result<Self, TableError> {
        Whole::create(path).map(|whole| Self { whole })
    }

    /// Adds a record.
    pub fn add(&mut self, record: &Record) -> Result<(), TableError> {
        let mut line = serde_json::to_vec(record).map_err(|e| failed(self.path(), &e))?;
        line.push(b'\n');
        let written = self.whole.write_all(&line);
        written.map_err(|e| failed(self.path(), &e))
    }

    /// Gives the file its name.
    pub fn finish(self) -> Result<PathBuf, TableError> {
        self.whole.finish()
    }

    fn path(&self) -> &Path {
        self.whole.path()
    }
}
