//! The output folder: one run at a time, whole files only, nobody else's files.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::inputs::Input;
use super::lock::{lock, unusable};
use super::reason::reason;
use super::{REPORT, Report, RunError};
use crate::record::{Record, Tool};

/// No file of this tool is larger, in bytes; a larger one is not even looked into.
const MAX_OURS: u64 = 1024 * 1024 * 1024;

/// The output folder, locked.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    force: bool,
    inputs: HashSet<PathBuf>,
    _lock: File,
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
    /// Makes the folder if needed, and locks it.
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
        let lock = lock(path, &folder)?;
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

    /// Writes records to files named relative to the folder. If one cannot be written, none is left.
    pub fn write_records(&self, names: &[PathBuf], records: &[Record]) -> Result<(), WriteError> {
        for (written, (name, record)) in names.iter().zip(records).enumerate() {
            if let Err(error) = self.write(name, record) {
                for name in names.iter().take(written) {
                    self.remove(name).map_err(WriteError::Folder)?;
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// Writes the report.
    pub fn write_report(&self, report: &Report) -> Result<(), RunError> {
        self.write(Path::new(REPORT), report)
            .map_err(|error| match error {
                WriteError::File(reason) => RunError::Output(reason),
                WriteError::Folder(error) => error,
            })
    }

    /// Removes a record that this run wrote.
    pub fn remove(&self, name: &Path) -> Result<(), RunError> {
        let path = self.folder.join(name);
        fs::remove_file(&path).map_err(|error| {
            RunError::Output(format!("{} cannot be removed: {error}.", path.display()))
        })
    }

    fn write(&self, name: &Path, value: &impl Serialize) -> Result<(), WriteError> {
        let path = self.folder.join(name);
        if let Some(reason) = self.objection(&path) {
            return Err(WriteError::File(reason));
        }
        let mut bytes = serde_json::to_vec_pretty(value)
            .map_err(|error| WriteError::File(format!("The record cannot be written: {error}.")))?;
        bytes.push(b'\n');
        replace(&path, &bytes).map_err(|error| sort(&path, &error))
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
        if self.force || (metadata.is_file() && metadata.len() <= MAX_OURS && is_ours(path)) {
            return None;
        }
        Some(format!(
            "{} is in the way: it was not written by this tool. Choose another output folder, or replace it with --force.",
            path.display()
        ))
    }
}

/// Whether a file is a record or report of this tool, of any version.
fn is_ours(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Signed {
        tool: Tool,
    }
    let Ok(bytes) = fs::read(path) else {
        return false;
    };
    serde_json::from_slice::<Signed>(&bytes)
        .is_ok_and(|signed| signed.tool.name == env!("CARGO_PKG_NAME"))
}

/// After this, or after a power failure in the middle of it, the file is the old one or the new one as a whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ametijuhend-").suffix(".tmp");
    #[cfg(unix)]
    {
        // As any program would make it: what the umask leaves of it counts.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|error| error.error)?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// A name that cannot be written to is one file's trouble; anything else will hit the next file too.
fn sort(path: &Path, error: &io::Error) -> WriteError {
    use io::ErrorKind::{AlreadyExists, InvalidFilename, IsADirectory, NotADirectory};
    match error.kind() {
        AlreadyExists | InvalidFilename | IsADirectory | NotADirectory => WriteError::File(
            format!("{} cannot be written: {}.", path.display(), reason(error)),
        ),
        _ => WriteError::Folder(RunError::Output(format!(
            "{} cannot be written: {}. Make room or choose another output folder, and run again.",
            path.display(),
            reason(error)
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_its_own_files_only() {
        let folder = tempfile::tempdir().unwrap();
        let open = |force| Output::open(folder.path(), force).unwrap();
        let mut record = Record::default();
        record.tool.name = "ametijuhend".into();
        let names = [PathBuf::from("a/b.json")];
        let output = open(false);
        output.write_records(&names, &[record.clone()]).unwrap();
        output.write_records(&names, &[record.clone()]).unwrap();
        fs::write(folder.path().join("a/b.json"), "{}").unwrap();
        assert!(output.check(names.iter().cloned()).is_err());
        let refused = output.write_records(&names, &[record.clone()]);
        assert!(matches!(refused, Err(WriteError::File(_))));
        drop(output);
        open(true).write_records(&names, &[record]).unwrap();
        assert!(is_ours(&folder.path().join("a/b.json")));
    }

    #[test]
    fn leaves_no_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.json");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn never_replaces_an_input_even_by_force() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("x.json");
        fs::write(&file, "{}").unwrap();
        let mut output = Output::open(folder.path(), true).unwrap();
        output.protect(&[Input {
            file: file.clone(),
            given: file.clone(),
            relative: "x.json".into(),
            trouble: None,
        }]);
        let refused = output.write_records(&["x.json".into()], &[Record::default()]);
        assert!(matches!(refused, Err(WriteError::File(_))));
        assert_eq!(fs::read(&file).unwrap(), b"{}");
    }
}
