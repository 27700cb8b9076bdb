//! The output folder: one run at a time, whole files only, nobody else's files.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::inputs::Input;
use super::lock::{Lock, unusable};
use super::names::Target;
use super::reason::reason;
use super::{REPORT, Report, RunError, files, key};
use crate::record::Tool;
use crate::text::json_file;

/// The output folder, locked.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    force: bool,
    inputs: HashSet<PathBuf>,
    _lock: Lock,
}

/// A file that is written but has not got its name yet.
#[derive(Debug)]
pub struct Staged {
    file: NamedTempFile,
    path: PathBuf,
    /// [`Output::hash_of`] the file that it will be.
    pub hash: u64,
}

/// Why a file was not written.
#[derive(Debug)]
pub enum WriteError {
    /// This file alone cannot be written; the sentence says why.
    File(String),
    /// Nothing can be written any more.
    Folder(RunError),
}

impl Output {
    /// Makes the folder if needed, and locks it. What a killed run left half written is removed.
    pub fn open(path: &Path, force: bool) -> Result<Self, RunError> {
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_dir()) {
            return Err(RunError::Output(format!(
                "The output {} is a file. Name a folder with -o.",
                path.display()
            )));
        }
        fs::create_dir_all(path).map_err(|error| unusable(path, &error))?;
        let folder = path
            .canonicalize()
            .map_err(|error| unusable(path, &error))?;
        let lock = Lock::take(path, &folder)?;
        if lock.was_left {
            files::sweep(&folder);
        }
        Ok(Output {
            folder,
            force,
            inputs: HashSet::new(),
            _lock: lock,
        })
    }

    /// The folder, absolute and free of links.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Names the files that must never be written.
    pub fn protect(&mut self, inputs: &[Input]) {
        self.inputs = inputs.iter().map(|input| input.file.clone()).collect();
    }

    /// Makes sure that nobody else's file has one of these names, or the report's.
    pub fn check(&self, names: impl Iterator<Item = PathBuf>) -> Result<(), RunError> {
        for name in names.chain([PathBuf::from(REPORT)]) {
            let path = self.folder.join(name);
            if let Some(reason) = self.objection(&path) {
                return Err(RunError::Output(reason));
            }
        }
        Ok(())
    }

    /// Writes texts that are to get names relative to the folder.
    pub fn stage<'t>(
        &self,
        names: &[PathBuf],
        texts: impl Iterator<Item = &'t [u8]>,
    ) -> Result<Vec<Staged>, WriteError> {
        let staged = names.iter().zip(texts);
        staged.map(|(name, t)| self.stage_one(name, t)).collect()
    }

    fn stage_one(&self, name: &Path, text: &[u8]) -> Result<Staged, WriteError> {
        let path = self.folder.join(name);
        if let Some(reason) = self.objection(&path) {
            return Err(WriteError::File(reason));
        }
        let write = || {
            let mut file = files::temporary(&path)?;
            file.write_all(text)?;
            Ok(file)
        };
        let file = write().map_err(|error| sort(&path, &error))?;
        Ok(Staged {
            file,
            hash: xxh3_64(text),
            path,
        })
    }

    /// Makes sure that staged files last, before any gets its name.
    pub fn sync(&self, staged: &[&Staged]) -> Result<(), RunError> {
        let files: Vec<&File> = staged.iter().map(|s| s.file.as_file()).collect();
        files::sync_files(&files).map_err(|error| no_room(&self.folder, &error))
    }

    /// Gives the files of an input their names, and removes older records of it that have others. If one cannot be
    /// named, none is left. Returns the folders that are to be synced.
    pub fn place(
        &self,
        staged: Vec<Staged>,
        target: &Target,
        path: &str,
    ) -> Result<BTreeSet<PathBuf>, WriteError> {
        let count = staged.len();
        let mut folders = BTreeSet::new();
        let mut placed: Vec<PathBuf> = Vec::new();
        for Staged { file, path, .. } in staged {
            if let Err(error) = file.persist(&path) {
                for path in placed {
                    remove(&path).map_err(WriteError::Folder)?;
                }
                return Err(sort(&path, &error.error));
            }
            folders.insert(files::folder_of(&path).to_owned());
            placed.push(path);
        }
        let leftovers = target.leftovers(count, |name| self.is_record_of(name, path));
        for name in leftovers {
            remove(&self.folder.join(name)).map_err(WriteError::Folder)?;
        }
        Ok(folders)
    }

    /// Makes sure that names last.
    pub fn sync_folders(&self, folders: &BTreeSet<PathBuf>) -> Result<(), RunError> {
        files::sync_folders(folders).map_err(|error| no_room(&self.folder, &error))
    }

    /// Writes the report.
    pub fn write_report(&self, report: &Report) -> Result<(), RunError> {
        let path = self.folder.join(REPORT);
        let write = || {
            if let Some(reason) = self.objection(&path) {
                return Err(WriteError::File(reason));
            }
            let text = json_file(report)
                .map_err(|error| WriteError::File(format!("It cannot be written: {error}.")))?;
            files::replace(&path, &text).map_err(|error| sort(&path, &error))
        };
        write().map_err(|error| match error {
            WriteError::File(reason) => RunError::Output(reason),
            WriteError::Folder(error) => error,
        })
    }

    /// XXH3 (64 bit) of a file in the folder; none if it cannot be read.
    pub fn hash_of(&self, name: &Path) -> Option<u64> {
        let mut hash = Xxh3::new();
        let path = self.folder.join(name);
        key::chunks(&path, |chunk| hash.update(chunk)).ok()?;
        Some(hash.digest())
    }

    /// Why a file must not be replaced; `None` if it may or is not there.
    fn objection(&self, path: &Path) -> Option<String> {
        let metadata = fs::symlink_metadata(path).ok()?;
        let real = path.parent()?.canonicalize().ok()?.join(path.file_name()?);
        if self.inputs.contains(&real) {
            return Some(format!(
                "{} is an input and is not overwritten. Choose another output folder.",
                path.display()
            ));
        }
        if self.force || (metadata.is_file() && is_ours(path)) {
            return None;
        }
        Some(format!(
            "{} is in the way: it was not written by this tool. Choose another output folder, or replace it with --force.",
            path.display()
        ))
    }

    /// Whether a file in the folder is a record of this tool of the input with this path.
    fn is_record_of(&self, name: &Path, input: &str) -> bool {
        #[derive(Deserialize)]
        struct Signed {
            tool: Tool,
            source: Source,
        }
        #[derive(Deserialize)]
        struct Source {
            path: String,
        }
        let path = self.folder.join(name);
        fs::symlink_metadata(&path).is_ok_and(|m| m.is_file())
            && is_ours(&path)
            && fs::read(&path).is_ok_and(|bytes| {
                serde_json::from_slice::<Signed>(&bytes).is_ok_and(|signed| {
                    signed.tool.name == env!("CARGO_PKG_NAME") && signed.source.path == input
                })
            })
    }
}

/// Whether a file begins as records and reports of this tool do, of any version. Not more of it is read, for a run may
/// find many thousands of them.
fn is_ours(path: &Path) -> bool {
    let mut start = Vec::new();
    let Ok(file) = File::open(path) else {
        return false;
    };
    if file.take(200).read_to_end(&mut start).is_err() {
        return false;
    }
    start.retain(|byte| !byte.is_ascii_whitespace());
    let signature = concat!(r#""tool":{"name":""#, env!("CARGO_PKG_NAME"), '"');
    let Some(at) = start
        .windows(signature.len())
        .position(|window| window == signature.as_bytes())
    else {
        return false;
    };
    let before = start.get(..at).unwrap_or_default();
    before == b"{" || (before.starts_with(br#"{"schema_version":""#) && before.ends_with(b"\","))
}

fn remove(path: &Path) -> Result<(), RunError> {
    fs::remove_file(path).map_err(|error| {
        RunError::Output(format!("{} cannot be removed: {error}.", path.display()))
    })
}

/// A name that cannot be written to is one file's trouble; anything else will hit the next file too.
fn sort(path: &Path, error: &io::Error) -> WriteError {
    use io::ErrorKind::{AlreadyExists, InvalidFilename, IsADirectory, NotADirectory};
    match error.kind() {
        AlreadyExists | InvalidFilename | IsADirectory | NotADirectory => WriteError::File(
            format!("{} cannot be written: {}.", path.display(), reason(error)),
        ),
        _ => WriteError::Folder(no_room(path, error)),
    }
}

fn no_room(path: &Path, error: &io::Error) -> RunError {
    RunError::Output(format!(
        "{} cannot be written: {}. Make room or choose another output folder, and run again.",
        path.display(),
        reason(error)
    ))
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
