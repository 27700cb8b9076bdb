//! What goes over the pipes of a worker.
//!
#![doc = "```text"]
#![doc = include_str!("protocol.txt")]
#![doc = "```"]

use serde::{Deserialize, Serialize};

use crate::diagnostic::Findings;
use crate::pipeline::Settings;
use crate::read::View;
use crate::record::Record;

/// The text above: `ametijuhend worker --help` prints it.
pub const MANUAL: &str = include_str!("protocol.txt");

/// Longest line in either direction, in bytes.
pub const MAX_LINE: usize = 64 * 1024 * 1024;

/// Largest input, in bytes.
pub const MAX_INPUT: u64 = 200_000_000;

/// The first line to the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// Settings of the run.
    pub settings: Settings,
}

/// The answer to [`Start`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hello {
    /// The worker can be asked.
    Ready {
        /// Version of this program.
        version: String,
    },
    /// The settings cannot be used; the worker has ended.
    SetupError(String),
}

/// A file to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Any number; the answer bears it too.
    pub id: u64,
    /// Path for the records.
    pub path: String,
    /// The file to open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The file to open, if its name is not Unicode: the path's bytes in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_hex: Option<String>,
    /// Hashes of words that the collection is known to contain.
    #[serde(default, with = "hashes", skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<u64>,
    /// Whether the answer is to hold [`Answer::files`] in place of records.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub files: bool,
    /// Whether the answer is to hold [`Answer::views`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub view: bool,
}

/// What became of a file: the reason codes of the run's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in full.
    Ok,
    /// Read, but a part of it is lost; the message says which.
    Partial,
    /// There is no text in it.
    NoText,
    /// Encrypted, and the empty password does not open it.
    PasswordRequired,
    /// A format that the tool does not read.
    Unsupported,
    /// Read, and it is something else.
    NotAJobDescription,
    /// Damaged beyond reading.
    Corrupt,
    /// Not read within the time limit.
    Timeout,
    /// A limit of size or memory was reached.
    Memory,
    /// This program failed on it.
    Crashed,
    /// The file could not be opened or read, or its record could not be named or written.
    Io,
}

impl Status {
    /// The code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Partial => "partial",
            Status::NoText => "no_text",
            Status::PasswordRequired => "password_required",
            Status::Unsupported => "unsupported",
            Status::NotAJobDescription => "not_a_job_description",
            Status::Corrupt => "corrupt",
            Status::Timeout => "timeout",
            Status::Memory => "memory",
            Status::Crashed => "crashed",
            Status::Io => "io",
        }
    }
}

/// What the worker says of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The request's number.
    pub id: u64,
    /// What became of the file.
    pub status: Status,
    /// Why, as a sentence; empty for [`Status::Ok`].
    pub message: String,
    /// One record for each job description.
    pub records: Vec<Record>,
    /// Pages of which nothing could be read, from 1.
    pub pages_without_text: Vec<u32>,
    /// Hashes of the file's unbroken words.
    #[serde(with = "hashes")]
    pub words: Vec<u64>,
    /// Hashes that would decide a line-end hyphen if another file has them.
    #[serde(with = "hashes")]
    pub undecided: Vec<u64>,
    /// SHA-256 of the file's bytes in hexadecimal; empty if they could not be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// The records as files, if that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<RecordFile>,
    /// What the documents in the file look like, if that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<Viewed>,
}

/// A record as a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFile {
    /// Length of its text, which follows behind the answer's line.
    pub bytes: usize,
    /// Findings about the record.
    pub findings: Findings,
    /// Dates in the record, ISO 8601, that a rule may compare with the day of the run.
    pub dates: Vec<String>,
    /// The text.
    #[serde(skip)]
    pub text: Vec<u8>,
}

/// What a document in the file looks like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Viewed {
    /// How many records it gave. Records stand in the order of the documents.
    pub records: usize,
    /// Its content with places.
    pub view: View,
}

impl Answer {
    /// An answer without records.
    pub fn failed(id: u64, status: Status, message: impl Into<String>) -> Self {
        Answer {
            id,
            status,
            message: message.into(),
            records: Vec::new(),
            pages_without_text: Vec::new(),
            words: Vec::new(),
            undecided: Vec::new(),
            sha256: String::new(),
            files: Vec::new(),
            views: Vec::new(),
        }
    }
}

/// 64-bit hashes as text, because many JSON readers keep only 53 bits of a number.
mod hashes {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// One of them.
    struct Hash(u64);

    impl fmt::Display for Hash {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            write!(f, "{:016x}", self.0)
        }
    }

    impl Serialize for Hash {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Hash {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Text;

            impl Visitor<'_> for Text {
                type Value = Hash;

                fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                    f.write_str("a hash in hexadecimal")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<Hash, E> {
                    let value = u64::from_str_radix(text, 16);
                    value
                        .map(Hash)
                        .map_err(|_| E::custom(format!("{text:?} is not a hash in hexadecimal")))
                }
            }

            deserializer.deserialize_str(Text)
        }
    }

    pub fn serialize<S: Serializer>(values: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(|v| Hash(*v)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let hashes = Vec::<Hash>::deserialize(deserializer)?;
        Ok(hashes.into_iter().map(|hash| hash.0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_travel_as_hexadecimal_text() {
        let request = Request {
            id: 7,
            path: "a.pdf".into(),
            known: vec![0x0a, u64::MAX],
            ..Request::default()
        };
        let line = serde_json::to_string(&request).unwrap();
        assert_eq!(
            line,
            r#"{"id":7,"path":"a.pdf","known":["000000000000000a","ffffffffffffffff"]}"#
        );
        assert_eq!(serde_json::from_str::<Request>(&line).unwrap(), request);
        assert!(
            serde_json::from_str::<Request>(r#"{"id":7,"path":"a","known":["word"]}"#).is_err()
        );
    }

    #[test]
    fn codes_are_the_names_in_json() {
        for status in [Status::Ok, Status::NotAJobDescription, Status::NoText] {
            assert_eq!(serde_json::to_value(status).unwrap(), status.code());
        }
    }

    #[test]
    fn the_manual_shows_lines_that_the_types_read() {
        // An example begins with an arrow and may go on in lines that are indented further.
        let mut lines: Vec<String> = Vec::new();
        for line in MANUAL.lines() {
            if let Some(start) = line.strip_prefix("  > ").or(line.strip_prefix("  < ")) {
                lines.push(start.to_owned());
            } else if let Some(rest) = line.strip_prefix("     \"") {
                lines.last_mut().unwrap().push_str(&format!("\"{rest}"));
            }
        }
        assert_eq!(lines.len(), 4);
        serde_json::from_str::<Start>(&lines[0]).unwrap();
        serde_json::from_str::<Hello>(&lines[1]).unwrap();
        serde_json::from_str::<Request>(&lines[2]).unwrap();
        serde_json::from_str::<Answer>(&lines[3]).unwrap();
    }
}
