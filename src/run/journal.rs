//! The journal: what a run found out about its inputs, so that the next run need not read them again.
//!
//! It is a hidden file of JSON lines in the output folder. A line is added when the records of an input are whole on the
//! disk. A line is only a claim: what it says of the input and of the records is checked against both before it is
//! believed, so a line that is out of date costs nothing but a reading. Lines that are torn or of another shape are
//! passed over; of several for one target the last counts.
//!
//! At the end of a complete run the journal is written anew, a line for each target in order. So it does not grow, and
//! is the same whatever happened on the way.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::{RunError, files};
use crate::diagnostic::Findings;
use crate::worker::lines::read_line;
use crate::worker::protocol::{MAX_LINE, Status};

/// File name of the journal in the output folder.
pub const JOURNAL: &str = ".ametijuhend.journal";

/// What was read from an input, apart from its records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// SHA-256 of the input's bytes, in hexadecimal; empty if they could not be read.
    pub sha256: String,
    /// Its reason code.
    pub status: Status,
    /// Why, as a sentence.
    pub message: String,
    /// Dates in the records, ISO 8601.
    pub dates: Vec<String>,
    /// Number of findings in the records.
    pub findings: Findings,
    /// Pages of which nothing could be read.
    pub pages_without_text: Vec<u32>,
    /// Hashes of the input's unbroken words, which may decide hyphens in other inputs.
    #[serde(with = "packed")]
    pub words: Vec<u64>,
    /// Hashes of words that would decide a hyphen in this one, if nothing is known of other inputs.
    #[serde(with = "packed")]
    pub undecided: Vec<u64>,
}

impl Reading {
    /// Whether the same file would be read with the same result. Limits of time and memory, faults of the program and
    /// trouble with the disk may be gone the next time, so such inputs are always tried again.
    pub fn lasts(&self) -> bool {
        let passing = [Status::Timeout, Status::Memory, Status::Crashed, Status::Io];
        !self.sha256.is_empty() && !passing.contains(&self.status)
    }
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The file of an only record, escaped; it names the input, for no two have the same.
    pub target: String,
    /// What the records depend on besides the input: see [`super::key`].
    pub key: String,
    /// The input's path, as the records have it.
    pub path: String,
    /// The day that counted as today, ISO 8601.
    pub today: String,
    /// Words of other inputs with which it was read.
    #[serde(with = "packed")]
    pub known: Vec<u64>,
    /// Hashes of the record files, in order.
    #[serde(with = "packed")]
    pub records: Vec<u64>,
    /// What was read.
    pub reading: Reading,
}

impl Line {
    /// Whether the records would be the same if another day counted as today: the same dates lie in the future.
    pub fn holds_on(&self, today: &str) -> bool {
        let dates = &self.reading.dates;
        dates
            .iter()
            .all(|date| (date.as_str() > self.today.as_str()) == (date.as_str() > today))
    }
}

/// Where a line stands in the file.
#[derive(Clone, Copy, Debug)]
struct Place {
    from: u64,
    len: u64,
}

/// The journal of an output folder. In memory it holds where the lines stand, not the lines.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    file: File,
    /// Length of the file.
    end: u64,
    /// The last line of each target.
    places: BTreeMap<String, Place>,
}

impl Journal {
    /// Opens the journal of a folder, or begins one. Only lines with this key are seen.
    pub fn open(folder: &Path, key: &str) -> Result<Self, RunError> {
        let path = folder.join(JOURNAL);
        let state = State::open(&path, key).map_err(|error| unusable(&path, &error))?;
        Ok(Journal {
            path,
            state: Mutex::new(state),
        })
    }

    /// What it says of a target.
    pub fn line(&self, target: &str) -> Option<Line> {
        let mut state = self.state();
        let place = *state.places.get(target)?;
        let bytes = state.read(place).ok()?;
        drop(state);
        serde_json::from_slice(&bytes).ok()
    }

    /// Adds a line for a target, in place of those before.
    pub fn add(&self, line: &Line) -> Result<(), RunError> {
        let mut bytes = serde_json::to_vec(line).map_err(|error| {
            RunError::Output(format!(
                "The journal {} cannot be written: {error}.",
                self.path.display()
            ))
        })?;
        bytes.push(b'\n');
        self.state()
            .add(&line.target, &bytes)
            .map_err(|error| unusable(&self.path, &error))
    }

    /// Nothing is known of a target any more.
    pub fn forget(&self, target: &str) {
        self.state().places.remove(target);
    }

    /// Writes the journal anew, without the lines that count no more.
    pub fn tidy(&self) -> Result<(), RunError> {
        self.state()
            .tidy(&self.path)
            .map_err(|error| unusable(&self.path, &error))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Whoever panicked while holding it left at worst a line too few.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn open(path: &Path, key: &str) -> io::Result<State> {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)?;
        let mut state = State {
            end: 0,
            places: BTreeMap::new(),
            file,
        };
        state.scan(key)?;
        Ok(state)
    }

    /// Looks where the lines stand. What a killed run left of its last line gets an end, lest the next line is lost too.
    fn scan(&mut self, key: &str) -> io::Result<()> {
        #[derive(Deserialize)]
        struct Head {
            target: String,
            key: String,
        }
        let len = self.file.metadata()?.len();
        let mut reader = BufReader::new(&self.file);
        while let Some(line) = read_line(&mut reader, MAX_LINE)? {
            let place = Place {
                from: self.end,
                len: line.len() as u64 + 1,
            };
            self.end += place.len;
            if let Ok(head) = serde_json::from_slice::<Head>(&line)
                && head.key == key
            {
                self.places.insert(head.target, place);
            }
        }
        if self.end > len {
            self.file.write_all(b"\n")?;
        }
        Ok(())
    }

    fn read(&mut self, place: Place) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(place.from))?;
        let mut bytes = Vec::new();
        (&self.file).take(place.len).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn add(&mut self, target: &str, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::End(0))?;
        self.file.write_all(bytes)?;
        let len = bytes.len() as u64;
        let place = Place {
            from: self.end,
            len,
        };
        self.end += len;
        self.places.insert(target.to_owned(), place);
        Ok(())
    }

    /// Whether the file holds just the lines that count, in order.
    fn is_tidy(&self) -> bool {
        let mut end = 0;
        let in_order = self.places.values().all(|place| {
            let follows = place.from == end;
            end = place.from + place.len;
            follows
        });
        in_order && end == self.end
    }

    fn tidy(&mut self, path: &Path) -> io::Result<()> {
        if self.is_tidy() {
            return Ok(());
        }
        let places: Vec<(String, Place)> = std::mem::take(&mut self.places).into_iter().collect();
        let mut new = files::temporary(path)?;
        let mut end = 0;
        for (target, place) in places {
            new.write_all(&self.read(place)?)?;
            let from = end;
            end += place.len;
            let len = place.len;
            self.places.insert(target, Place { from, len });
        }
        new.as_file().sync_all()?;
        self.file = new.persist(path).map_err(|error| error.error)?;
        self.end = end;
        Ok(())
    }
}

fn unusable(path: &Path, error: &io::Error) -> RunError {
    RunError::Output(format!(
        "The journal {} cannot be read or written: {error}. Make room or remove it, and run again.",
        path.display()
    ))
}

/// Hashes as one short string: base64 of their bytes, the least significant first.
mod packed {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD_NO_PAD;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(values: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        serializer.serialize_str(&STANDARD_NO_PAD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = STANDARD_NO_PAD.decode(text).map_err(D::Error::custom)?;
        let (hashes, rest) = bytes.as_chunks::<8>();
        if !rest.is_empty() {
            return Err(D::Error::custom("hashes have eight bytes each"));
        }
        Ok(hashes.iter().map(|h| u64::from_le_bytes(*h)).collect())
    }
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
