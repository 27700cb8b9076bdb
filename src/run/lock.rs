//! One run at a time for an output folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use super::RunError;

/// Held locked (`flock`) by the run that writes to the folder; the system frees it when the process ends.
const LOCK: &str = ".ametijuhend.lock";

/// A folder's lock, held as long as this lives. Its file names the process that holds it.
#[derive(Debug)]
pub struct Lock {
    file: File,
    /// Whether the run before was killed: it did not take its name out of the file.
    pub was_left: bool,
}

impl Lock {
    /// Locks a folder. `shown` is what the user calls it.
    pub fn take(shown: &Path, folder: &Path) -> Result<Self, RunError> {
        let path = folder.join(LOCK);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| unusable(shown, &error))?;
        match file.try_lock() {
            Ok(()) => Lock::sign(file).map_err(|error| unusable(shown, &error)),
            Err(TryLockError::WouldBlock) => Err(RunError::Output(format!(
                "Another run ({}) is writing to {}. Wait for it, or choose another output folder.",
                owner(&file),
                shown.display()
            ))),
            Err(TryLockError::Error(error)) => Err(unusable(shown, &error)),
        }
    }

    fn sign(mut file: File) -> io::Result<Lock> {
        let was_left = file.metadata()?.len() > 0;
        file.set_len(0)?;
        file.write_all(format!("process {}\n", std::process::id()).as_bytes())?;
        Ok(Lock { file, was_left })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // If it fails, the next run looks for leftovers that are not there.
        _ = self.file.set_len(0);
    }
}

fn owner(file: &File) -> String {
    let mut owner = String::new();
    let read = file.take(100).read_to_string(&mut owner);
    match owner.trim() {
        name if read.is_ok() && !name.is_empty() => name.to_owned(),
        _ => "a process that has not named itself".to_owned(),
    }
}

/// The folder cannot be made or written to.
pub fn unusable(path: &Path, error: &io::Error) -> RunError {
    RunError::Output(format!(
        "The output folder {} cannot be written to: {error}. Choose another with -o.",
        path.display()
    ))
}
