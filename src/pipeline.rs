//! Every stage, once, in order.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::grammar::pack::{self, Pack, PackError, Packs};
use crate::grammar::{self, fit, parts};
use crate::layout::{self, Joiner, Layout, Vocabulary};
use crate::normalise::left_out::LeftOut;
use crate::normalise::{self, Origin, scope};
use crate::read::{self, Document, ReadError};
use crate::record::{Part, Record};
use crate::rules;
use crate::text::hex;

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
    /// The day that counts as today, ISO 8601; the day of the run if absent. It decides only whether an approval's date
    /// lies in the future.
    pub today: Option<String>,
}

impl Settings {
    /// The day that counts as today, ISO 8601.
    pub fn today_or_now(&self) -> String {
        let now = || jiff::Zoned::now().date().to_string();
        self.today.clone().unwrap_or_else(now)
    }
}

/// Why the tool cannot start with these settings.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// A file that the settings name cannot be read.
    #[error("{}: {reason}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The grammar packs hold mistakes.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Grammar(Vec<PackError>),
}

/// A file's content.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    /// Path, for the records.
    pub path: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Their SHA-256 in hexadecimal.
    pub sha256: String,
}

impl<'a> Input<'a> {
    /// Hashes the bytes.
    pub fn new(path: &'a str, bytes: &'a [u8]) -> Self {
        Input {
            path,
            bytes,
            sha256: hex(&Sha256::digest(bytes)),
        }
    }
}

/// What one input gives.
#[derive(Clone, Debug, Default)]
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

impl Extraction {
    /// Names the file in a container that the records are of, where the document does not name its parts itself.
    fn name(&mut self, member: Option<&str>) {
        for record in &mut self.records {
            let part = record.source.part.get_or_insert_with(Part::default);
            part.label = part.label.take().or_else(|| member.map(str::to_owned));
        }
    }

    /// Adds another document of the same input. What is no job description does not count beside what is.
    fn add(&mut self, other: Extraction) {
        self.records.extend(other.records);
        let refusal = self.refusal.take().or(other.refusal);
        self.refusal = refusal.filter(|_| self.records.is_empty());
        self.pages_without_text.extend(other.pages_without_text);
        self.words.extend(other.words);
        self.undecided.extend(other.undecided);
    }

    /// Numbers the records over all documents.
    fn number(&mut self) {
        let count = self.records.len() as u32;
        let parts = self
            .records
            .iter_mut()
            .filter_map(|r| r.source.part.as_mut());
        for (index, part) in (1..).zip(parts) {
            (part.index, part.count) = (index, count);
        }
    }
}

/// The whole way from bytes to records, with everything that is prepared once per process.
pub struct Extractor {
    settings: Settings,
    packs: Packs,
    fallback: Arc<Pack>,
    dictionary: Option<Arc<HashSet<u64>>>,
    today: String,
}

impl Extractor {
    /// Prepares grammars and dictionary.
    pub fn new(settings: Settings) -> Result<Self, SetupError> {
        let packs = pack::load(&settings.grammars).map_err(SetupError::Grammar)?;
        let dictionary = settings
            .dictionary
            .as_deref()
            .map(layout::load_dictionary)
            .transpose()?
            .map(Arc::new);
        let fallback = packs.get("base").cloned().ok_or_else(|| {
            SetupError::Grammar(vec![PackError::of_file(
                "grammars",
                "There is no pack named \"base\". Add one.",
            )])
        })?;
        let today = settings.today_or_now();
        Ok(Self {
            today,
            settings,
            packs,
            fallback,
            dictionary,
        })
    }

    /// The grammar packs in use.
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// Reads one input. `path` is written to the record's source as it is; `known` holds hashes of words that the
    /// collection is known to contain.
    pub fn extract(
        &self,
        path: &str,
        bytes: &[u8],
        known: &[u64],
    ) -> Result<Extraction, ReadError> {
        self.extract_and_show(&Input::new(path, bytes), known, |_, _| {})
    }

    /// As [`Extractor::extract`]; `show` is told of each document in the input, and of how many records it gave.
    pub fn extract_and_show(
        &self,
        input: &Input,
        known: &[u64],
        mut show: impl FnMut(&Document, usize),
    ) -> Result<Extraction, ReadError> {
        let documents = read::read_all(input.bytes, self.settings.pdf_engine)?;
        let mut whole = Extraction::default();
        for document in &documents {
            let layout = layout::layout(document);
            let mut part = self.understand(input, document, &layout, known);
            if documents.len() > 1 {
                part.name(document.member.as_deref());
            }
            show(document, part.records.len());
            whole.add(part);
        }
        if documents.len() > 1 {
            whole.number();
        }
        Ok(whole)
    }

    /// The stages behind the layout: grammar and normalisation. See [`Extractor::extract`].
    pub fn understand(
        &self,
        input: &Input,
        document: &Document,
        layout: &Layout,
        known: &[u64],
    ) -> Extraction {
        let vocabulary = Vocabulary::of_document(document)
            .with_dictionary(self.dictionary.clone())
            .with_known(known);
        let parts = parts::split(&self.fallback, &layout.blocks);
        let scopes = scope::scopes(document, &parts);
        let mut extraction = Extraction {
            records: Vec::new(),
            pages_without_text: document.pages_without_text.clone(),
            refusal: None,
            words: vocabulary.hashes(),
            undecided: Vec::new(),
        };
        let count = parts.parts.len() as u32;
        let mut left_out = Vec::new();
        for (index, (blocks, scope)) in (1..).zip(parts.parts.iter().zip(&scopes)) {
            let fit = fit::best(&self.packs, &self.fallback, blocks);
            let joiner = Joiner::new(&vocabulary, &fit.pack.document.conjunctions);
            let draft = grammar::parse(&fit.pack, &joiner, &parts.cover, blocks);
            let (doubts, undecided) = joiner.finish();
            extraction.undecided.extend(undecided);
            if let Some(reason) = grammar::refusal(&draft) {
                left_out.push(LeftOut {
                    index,
                    reason,
                    blocks,
                });
                continue;
            }
            let part = (count > 1 || !parts.cover.is_empty()).then_some((index, count));
            let origin = Origin {
                path: input.path,
                sha256: &input.sha256,
                confidence: fit.confidence,
                part,
                scope,
            };
            let (mut record, leaves) = normalise::record(
                &origin,
                document,
                &fit.pack,
                &draft,
                &layout.furniture,
                &doubts,
            );
            let known = rules::Context {
                pack: &fit.family,
                outline: &draft.outline,
                document,
                leaves: &leaves,
                labels: &draft.labels,
                today: &self.today,
            };
            rules::apply(&mut record, &known);
            extraction.records.push(record);
        }
        match extraction.records.first_mut() {
            Some(first) => {
                let findings = left_out.iter().map(|part| part.finding(document, count));
                first.diagnostics.extend(findings);
                rules::sort(&mut first.diagnostics);
            }
            None => extraction.refusal = left_out.into_iter().next().map(|part| part.reason),
        }
        extraction
    }
}
