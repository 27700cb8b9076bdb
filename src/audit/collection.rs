//! Reads a collection of records, keeping of each only what an audit needs.
//!
//! Inputs are files and folders. A file counts as records if its content is JSON of a record's shape: one record, or one a
//! line (JSON Lines). Other files are counted and passed over. Files are read by several threads; the order of the entries
//! is that of the inputs whatever their number.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::entry::{Entry, Reading};
use super::words::Words;
use crate::run::inputs::{self, Input};
use crate::run::{Globs, Interrupt, RunError, escape};
use crate::worker::protocol::{MAX_INPUT, Status};

/// A collection.
#[derive(Debug, Default)]
pub struct Collection {
    /// What the audit keeps of each record, ordered by file.
    pub entries: Vec<Entry>,
    /// Where each file with records lies, by its name in [`Entry::file`].
    pub files: BTreeMap<String, PathBuf>,
    /// Number of files that hold no records.
    pub other_files: usize,
    /// Files that could not be read, or that hold damaged records, with the reason.
    pub unreadable: Vec<(String, String)>,
}

/// What one file gave.
type FileResult = Result<Vec<Entry>, String>;

/// Reads all records in files and folders.
pub fn read(given: &[PathBuf], words: &Words, jobs: usize) -> Result<Collection, RunError> {
    let found = inputs::find(
        given,
        &Globs::new(&[])?,
        Path::new(""),
        &Interrupt::default(),
    );
    let mut collection = Collection::default();
    for (input, result) in found
        .inputs
        .iter()
        .zip(read_all(&found.inputs, words, jobs))
    {
        match result {
            Ok(entries) if entries.is_empty() => collection.other_files += 1,
            Ok(entries) => {
                collection.files.insert(name(input), input.file.clone());
                collection.entries.extend(entries);
            }
            Err(reason) => collection.unreadable.push((name(input), reason)),
        }
    }
    Ok(collection)
}

fn read_all(inputs: &[Input], words: &Words, jobs: usize) -> Vec<FileResult> {
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<FileResult>> = inputs.iter().map(|_| Mutex::new(Ok(vec![]))).collect();
    std::thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, inputs.len().max(1)) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let (Some(input), Some(slot)) = (inputs.get(at), slots.get(at)) else {
                        break;
                    };
                    *slot.lock().unwrap_or_else(PoisonError::into_inner) = read_file(input, words);
                }
            });
        }
    });
    let results = slots.into_iter();
    results
        .map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner))
        .collect()
}

fn name(input: &Input) -> String {
    escape(&input.relative)
}

fn read_file(input: &Input, words: &Words) -> FileResult {
    match &input.trouble {
        // JSON Lines may be of any size: they are read line by line.
        Some((Status::Memory, _)) if is_json_lines(&input.file) => {}
        Some((_, reason)) => return Err(reason.clone()),
        None => {}
    }
    let name = name(input);
    let mut reader = BufReader::with_capacity(1 << 16, File::open(&input.file).map_err(text)?);
    if !begins_as_object(&mut reader).map_err(text)? {
        return Ok(Vec::new());
    }
    let mut bytes = Vec::new();
    read_line(&mut reader, &mut bytes)?;
    let Ok(first) = serde_json::from_slice::<Reading>(&bytes) else {
        reader.read_to_end(&mut bytes).map_err(text)?;
        return Ok(one(&bytes, &name, words)?.into_iter().collect());
    };
    let mut entries: Vec<Entry> = first.entry(&name, Some(1), words).into_iter().collect();
    for line in 2.. {
        bytes.clear();
        if !read_line(&mut reader, &mut bytes).map_err(|e| format!("line {line}: {e}"))? {
            break;
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let reading = parse(&bytes).map_err(|e| format!("line {line}: {e}"))?;
        entries.extend(reading.entry(&name, Some(line), words));
    }
    if let [only] = entries.as_mut_slice() {
        only.line = None;
    }
    Ok(entries)
}

fn is_json_lines(file: &Path) -> bool {
    let extension = file
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default();
    ["jsonl", "ndjson"]
        .iter()
        .any(|e| extension.eq_ignore_ascii_case(e))
}

/// The next line, and whether there was one. No line is longer than a file of one record may be.
fn read_line(reader: &mut BufReader<File>, line: &mut Vec<u8>) -> Result<bool, String> {
    let limit = MAX_INPUT + 1;
    let read = reader.take(limit).read_until(b'\n', line).map_err(text)?;
    match line.len() as u64 >= limit {
        true => Err(format!("It is longer than {} MB.", MAX_INPUT / 1_000_000)),
        false => Ok(read > 0),
    }
}

fn text(error: std::io::Error) -> String {
    error.to_string()
}

/// A file that is one JSON value.
fn one(bytes: &[u8], name: &str, words: &Words) -> Result<Option<Entry>, String> {
    let looks_like = bytes
        .windows(16)
        .take(4096)
        .any(|w| w == b"\"schema_version\"");
    match parse(bytes) {
        Ok(reading) => Ok(reading.entry(name, None, words)),
        Err(_) if !looks_like => Ok(None),
        Err(error) => Err(error),
    }
}

fn parse(bytes: &[u8]) -> Result<Reading, String> {
    serde_json::from_slice(bytes).map_err(|e| {
        format!("This looks like a record but cannot be read as one ({e}). Write it anew with `ametijuhend extract`.")
    })
}

/// Whether the first character that is no blank opens an object. Nothing but blanks is consumed.
fn begins_as_object(reader: &mut BufReader<File>) -> std::io::Result<bool> {
    loop {
        let buffer = reader.fill_buf()?;
        let blanks = buffer
            .iter()
            .take_while(|b| b.is_ascii_whitespace())
            .count();
        if blanks < buffer.len() || buffer.is_empty() {
            return Ok(buffer.get(blanks) == Some(&b'{'));
        }
        reader.consume(blanks);
    }
}
