//! Finds the inputs.
//!
//! Every regular file in a given folder is an input, whatever its name: the content decides what it is. Not read are
//! hidden files and folders (their name begins with a dot), those that the user's globs leave out (both are counted),
//! and the output folder. A file that is given by itself is always an input. Links to files
//! are followed. Links to folders are not, so there are no loops. All that cannot be read is an input with `trouble`.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ignore::{DirEntry, WalkBuilder};

use super::reason::reason;
use super::{Globs, Interrupt, RunError};
use crate::worker::protocol::{MAX_INPUT, Status};

/// One input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The file, absolute, without links on the way to it.
    pub file: PathBuf,
    /// The file, as the user would name it.
    pub given: PathBuf,
    /// Its path within the given folder; for a given file its name.
    pub relative: PathBuf,
    /// Why it cannot be read.
    pub trouble: Option<(Status, String)>,
}

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// Inputs, ordered by relative path; none twice.
    pub inputs: Vec<Input>,
    /// Number of hidden files and folders that were left out.
    pub hidden: u64,
    /// Number of files and folders that the globs left out.
    pub excluded: u64,
}

/// What the walk leaves out, counted.
#[derive(Clone, Default)]
struct Skipped {
    hidden: Arc<AtomicU64>,
    excluded: Arc<AtomicU64>,
}

/// Refuses an output folder that is an input folder: none of its files would be read.
pub fn refuse_output(given: &[PathBuf], output: &Path) -> Result<(), RunError> {
    let Ok(output) = output.canonicalize() else {
        return Ok(());
    };
    for path in given {
        if path.canonicalize().is_ok_and(|path| path == output) {
            return Err(RunError::Usage(format!(
                "{} is given both as input and as output. Choose another output folder; it may lie inside the input.",
                path.display()
            )));
        }
    }
    Ok(())
}

/// Finds the inputs in files and folders. `output` is absolute and free of links.
pub fn find(given: &[PathBuf], globs: &Globs, output: &Path, interrupt: &Interrupt) -> Found {
    let skipped = Skipped::default();
    let mut inputs = Vec::new();
    for path in given {
        match given_folder(path) {
            Ok(root) => {
                let kept = filter(root.clone(), output.to_owned(), globs.clone(), &skipped);
                walk(path, &root, kept, interrupt, &mut inputs);
            }
            Err(trouble) => inputs.push(single(path, trouble)),
        }
    }
    let mut seen = HashSet::new();
    inputs.retain(|input: &Input| seen.insert((input.file.clone(), input.trouble.clone())));
    inputs.sort_by(|a, b| (&a.relative, &a.file).cmp(&(&b.relative, &b.file)));
    Found {
        inputs,
        hidden: skipped.hidden.load(Ordering::SeqCst),
        excluded: skipped.excluded.load(Ordering::SeqCst),
    }
}

/// The folder that a path names; if it names something else, whether that cannot be read.
fn given_folder(path: &Path) -> Result<PathBuf, Option<(Status, String)>> {
    let metadata = fs::metadata(path).map_err(|error| Some(unreadable(&error)))?;
    if !metadata.is_dir() {
        return Err(trouble_of(metadata.file_type(), metadata.len()));
    }
    path.canonicalize()
        .map_err(|error| Some(unreadable(&error)))
}

/// A path that was given by itself.
fn single(path: &Path, trouble: Option<(Status, String)>) -> Input {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let file = folder.canonicalize().map(|folder| folder.join(name));
    Input {
        file: file.unwrap_or_else(|_| path.to_owned()),
        given: path.to_owned(),
        relative: PathBuf::from(name),
        trouble,
    }
}

fn walk(
    given: &Path,
    root: &Path,
    kept: impl Fn(&DirEntry) -> bool + Send + Sync + 'static,
    interrupt: &Interrupt,
    inputs: &mut Vec<Input>,
) {
    let entries = WalkBuilder::new(root)
        .standard_filters(false)
        .follow_links(false)
        .filter_entry(kept)
        .build()
        .take_while(|_| interrupt.signal().is_none());
    for entry in entries {
        let (file, trouble) = match entry {
            Ok(entry) if entry.depth() == 0 => continue,
            Ok(entry) => match look(&entry) {
                Look::Input => (entry.into_path(), None),
                Look::Trouble(status, message) => (entry.into_path(), Some((status, message))),
                Look::Folder => continue,
            },
            Err(error) => {
                let place = place_of(&error).unwrap_or(root).to_owned();
                (place, Some(unreadable_folder(error)))
            }
        };
        let relative = file.strip_prefix(root).unwrap_or(&file).to_owned();
        inputs.push(Input {
            given: given.join(&relative),
            relative,
            file,
            trouble,
        });
    }
}

/// What the walk takes: neither the output folder nor hidden files nor what the globs leave out.
fn filter(
    root: PathBuf,
    output: PathBuf,
    globs: Globs,
    skipped: &Skipped,
) -> impl Fn(&DirEntry) -> bool + Send + Sync + 'static {
    let skipped = skipped.clone();
    move |entry| {
        if entry.depth() == 0 {
            return true;
        }
        if entry.path() == output {
            return false;
        }
        let is_folder = entry.file_type().is_some_and(|t| t.is_dir());
        let relative = entry.path().strip_prefix(&root).unwrap_or(entry.path());
        let counter = if is_hidden(entry.file_name()) {
            &skipped.hidden
        } else if globs.exclude(relative, is_folder) {
            &skipped.excluded
        } else {
            return true;
        };
        counter.fetch_add(1, Ordering::SeqCst);
        false
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

enum Look {
    Input,
    Folder,
    Trouble(Status, String),
}

fn look(entry: &DirEntry) -> Look {
    let path = entry.path();
    let Some(file_type) = entry.file_type() else {
        return Look::Trouble(Status::Io, "This is not a file.".into());
    };
    if file_type.is_dir() {
        return look_at_folder(path);
    }
    let trouble = match fs::metadata(path) {
        Ok(target) if file_type.is_symlink() && target.is_dir() => Some((
            Status::Io,
            "This is a link to a folder, which is not followed. Give the folder itself as an input."
                .to_owned(),
        )),
        Ok(target) => trouble_of(target.file_type(), target.len()),
        Err(error) if file_type.is_symlink() => Some((
            Status::Io,
            format!("This is a link that leads nowhere: {error}."),
        )),
        Err(error) => Some(unreadable(&error)),
    };
    match trouble {
        Some((status, message)) => Look::Trouble(status, message),
        None => Look::Input,
    }
}

/// A folder that bears the name of a document deserves a word; its files are inputs all the same.
fn look_at_folder(path: &Path) -> Look {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or("");
    if ["pdf", "docx", "odt", "txt"]
        .iter()
        .any(|e| extension.eq_ignore_ascii_case(e))
    {
        return Look::Trouble(
            Status::Unsupported,
            "This is a folder, though it is named like a document. The files in it are inputs of their own."
                .into(),
        );
    }
    Look::Folder
}

fn trouble_of(file_type: FileType, size: u64) -> Option<(Status, String)> {
    if !file_type.is_file() {
        let kind = special(file_type);
        return Some((Status::Io, format!("This is {kind}, not a regular file.")));
    }
    if size > MAX_INPUT {
        let megabytes = MAX_INPUT / 1_000_000;
        return Some((
            Status::Memory,
            format!("The file is larger than {megabytes} MB."),
        ));
    }
    None
}

#[cfg(unix)]
fn special(file_type: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match file_type {
        t if t.is_fifo() => "a named pipe",
        t if t.is_socket() => "a socket",
        t if t.is_char_device() || t.is_block_device() => "a device",
        _ => "something else",
    }
}

#[cfg(not(unix))]
fn special(_file_type: FileType) -> &'static str {
    "something else"
}

fn unreadable(error: &io::Error) -> (Status, String) {
    (Status::Io, format!("The input cannot be read: {error}."))
}

fn unreadable_folder(error: ignore::Error) -> (Status, String) {
    let text = error.to_string();
    let why = error.into_io_error().as_ref().map_or(text, reason);
    (Status::Io, format!("The folder cannot be read: {why}."))
}

/// The path that an error of the walk is about.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => place_of(err),
        _ => None,
    }
}
