//! Whole files: written beside their target, synced, renamed, and the folder synced.
//!
//! After a kill or a power failure in the middle of it a file is the old one or the new one as a whole. Syncing takes most
//! of a short run's time, but many files can be synced at once in little more time than one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tempfile::NamedTempFile;

const PREFIX: &str = ".ametijuhend-";
const SUFFIX: &str = ".tmp";

/// So many files are synced at once. More gain nothing: measured with 4, 16 and 64 on ext4.
const SYNCS: usize = 8;

/// An empty file beside `path`, in whose place it is to come.
pub fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        // As any program would make it: what the umask leaves of it counts.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Writes one file.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = temporary(path)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folders(&BTreeSet::from([folder_of(path).to_owned()]))
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// Syncs several files.
pub fn sync_files(files: &[&File]) -> io::Result<()> {
    at_once(files, |file| file.sync_all())
}

/// Syncs folders, so that the names in them last.
pub fn sync_folders(folders: &BTreeSet<PathBuf>) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folders: Vec<&PathBuf> = folders.iter().collect();
    at_once(&folders, |folder| File::open(folder)?.sync_all())
}

fn at_once<T: Sync>(items: &[T], work: impl Fn(&T) -> io::Result<()> + Sync) -> io::Result<()> {
    if items.len() < 2 {
        return items.iter().try_for_each(work);
    }
    let next = AtomicUsize::new(0);
    let some = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..SYNCS.min(items.len()))
            .map(|_| scope.spawn(some))
            .collect();
        threads.into_iter().try_for_each(|thread| {
            let failed = |_| Err(io::Error::other("a thread failed"));
            thread.join().unwrap_or_else(failed)
        })
    })
}

/// Removes the temporary files that a killed run left in a folder, however deep. What cannot be looked at is left.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => sweep(&entry.path()),
            Ok(kind)
                if kind.is_file()
                    && name.starts_with(PREFIX.as_bytes())
                    && name.ends_with(SUFFIX.as_bytes()) =>
            {
                // It is hidden and of no use, so it may as well stay if it must.
                _ = fs::remove_file(entry.path());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn sweeps_up_only_what_is_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        let left = temporary(&deep.join("x.json")).unwrap();
        let (_, left) = left.keep().unwrap();
        let other = deep.join(".ametijuhend-notes");
        fs::write(&other, "mine").unwrap();
        sweep(folder.path());
        assert!(!left.exists());
        assert!(other.exists());
    }

    #[test]
    fn syncs_all_or_tells() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().to_owned();
        assert!(sync_folders(&BTreeSet::from([there.clone()])).is_ok());
        assert!(sync_folders(&BTreeSet::from([there.clone(), there.join("gone")])).is_err());
    }
}
