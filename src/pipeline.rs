//! Every stage, once, in order.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::read::ReadError;
use crate::record::Record;

/// Which PDF engine reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PdfEngine {
    /// `hayro`, and `pdf-extract` where the first cannot read the file.
    #[default]
    Auto,
    /// `hayro` alone.
    Hayro,
    /// `pdf-extract` alone.
    PdfExtract,
}

/// Settings of a run; they reach the worker processes as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// PDF engine.
    pub pdf_engine: PdfEngine,
    /// Folders with grammar packs, besides the embedded ones.
    pub grammars: Vec<PathBuf>,
    /// A word list (one word a line, or a Hunspell `.dic`) as evidence for line-end hyphens.
    pub dictionary: Option<PathBuf>,
}

/// Why the tool cannot start with these settings.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// A file that the settings name cannot be read.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

/// What one input gives.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// One record for each job description in the input; an order with annexes gives several.
    pub records: Vec<Record>,
    /// Pages of which nothing could be read (pictures without text), from 1.
    pub pages_without_text: Vec<u32>,
    /// Why the document is no job description; then there are no records.
    pub refusal: Option<String>,
    /// Hashes ([`crate::layout::word_hash`]) of the document's unbroken words: evidence for other documents.
    pub words: Vec<u64>,
    /// Hashes of joined forms that would decide a line-end hyphen if another document has them unbroken.
    pub undecided: Vec<u64>,
}

/// The whole way from bytes to records, with everything that is prepared once per process.
pub struct Extractor {
    settings: Settings,
}

impl Extractor {
    /// Prepares grammars and dictionary.
    pub fn new(settings: Settings) -> Result<Self, SetupError> {
        Ok(Self { settings })
    }

    /// Reads one input. `path` is written to the record's source as it is; `known` holds hashes of words that the
    /// collection is known to contain.
    pub fn extract(
        &self,
        path: &str,
        bytes: &[u8],
        known: &[u64],
    ) -> Result<Extraction, ReadError> {
        let _ = (path, bytes, known, &self.settings);
        Err(ReadError::Unsupported("nothing is read yet".into()))
    }
}
