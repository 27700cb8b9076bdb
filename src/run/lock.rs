//! One run at a time for an output folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use super::RunError;

/// Held locked (`flock`) by the run that writes to the folder; the system frees it when the process ends.
const LOCK: &str = ".ametijuhend.lock";

/// Locks a folder as long as the file lives. `shown` is what the user calls it.
pub fn lock(shown: &Path, folder: &Path) -> Result<File, RunError> {
    let path = folder.join(LOCK);
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|error| unusable(shown, &error))?;
    match file.try_lock() {
        Ok(()) => {
            let owner = format!("process {}\n", std::process::id());
            file.set_len(0)
                .and_then(|()| file.write_all(owner.as_bytes()))
                .map_err(|error| unusable(shown, &error))?;
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut owner = String::new();
            let known = (&file).take(100).read_to_string(&mut owner).is_ok();
            let owner = Some(owner.trim()).filter(|o| known && !o.is_empty());
            Err(RunError::Output(format!(
                "Another run ({}) is writing to {}. Wait for it, or choose another output folder.",
                owner.unwrap_or("a process that has not named itself"),
                shown.display()
            )))
        }
        Err(TryLockError::Error(error)) => Err(unusable(shown, &error)),
    }
}

/// The folder cannot be made or written to.
pub fn unusable(path: &Path, error: &io::Error) -> RunError {
    RunError::Output(format!(
        "The output folder {} cannot be written to: {error}. Choose another with -o.",
        path.display()
    ))
}
