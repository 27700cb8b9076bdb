//! Checks job descriptions: what is wrong with them, where, and what to do.
//!
//! ```text
//! inputs ─survey or record→ Document ─settings, baseline→ Report ─format→ terminal, json, sarif …
//! ```

mod baseline;
mod documents;
mod excerpt;
mod fingerprint;
pub mod fix;
pub mod format;
pub mod html;
mod records;
mod report;
pub mod settings;
mod unread;

pub use baseline::Baseline;
pub(crate) use documents::{finding, without_record as document_of};
pub use fingerprint::fingerprint;
pub use report::{Counts, Document, Excerpt, Finding, Fixed, Report};

pub use crate::read::{BlockView, CellView, PageView, ParagraphView, View, WordView};

use std::path::Path;
use std::sync::Arc;

use records::Kind;
use settings::{Settings, Tree};

use crate::record::Record;
use crate::run::inputs::Input;
use crate::run::{Interrupt, RunError, Step, Survey, escape};
use crate::worker::protocol::Status;

/// What a check does besides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The report holds views and records, for the HTML page.
    pub keep: bool,
    /// Records are fixed, and written again where that changed them.
    pub fix: bool,
}

/// Checks the inputs of a survey. Records among them have the findings of their reading, for rules look at the document; everything
/// else is read. If the run is interrupted, the report holds what was finished.
///
/// `progress` is told of each step, from one thread.
pub fn check(
    survey: &Survey,
    options: Options,
    interrupt: &Interrupt,
    progress: &dyn Fn(Step),
) -> Result<Report, RunError> {
    let inputs = survey.find(interrupt).inputs;
    let settings = settings_of(&inputs)?;
    let mut documents: Vec<Vec<Document>> = vec![Vec::new(); inputs.len()];
    let mut to_read = Vec::new();
    for (index, (input, documents)) in inputs.iter().zip(&mut documents).enumerate() {
        match without_reading(input, options) {
            Some(found) => *documents = found,
            None => to_read.push(index),
        }
    }
    let is_record = |d: &Document| d.status == Status::Ok || d.status == Status::Io;
    if options.fix && !documents.iter().flatten().any(is_record) {
        return Err(RunError::Usage(
            "None of the inputs is a record. --fix changes records only: write them with `ametijuhend extract`, then fix these."
                .to_owned(),
        ));
    }
    survey.read(
        &inputs,
        &to_read,
        interrupt,
        progress,
        &mut |index, answer| {
            if let (Some(input), Some(slot)) = (inputs.get(index), documents.get_mut(index)) {
                *slot = documents::of_answer(&escape(&input.given), answer, options.keep);
            }
        },
    )?;
    for (documents, settings) in documents.iter_mut().zip(&settings) {
        for document in documents {
            settings.apply(&mut document.findings);
        }
    }
    Ok(Report::new(documents.into_iter().flatten().collect()))
}

/// The settings for each input.
fn settings_of(inputs: &[Input]) -> Result<Vec<Arc<Settings>>, RunError> {
    let mut tree = Tree::default();
    inputs
        .iter()
        .map(|input| {
            let folder = input.file.parent().unwrap_or(Path::new("/"));
            tree.of_folder(folder)
                .map_err(|mistakes| RunError::Setup(mistakes.join("\n")))
        })
        .collect()
}

/// The documents of an input that no worker needs to read; none if one must.
fn without_reading(input: &Input, options: Options) -> Option<Vec<Document>> {
    let path = escape(&input.given);
    if let Some((status, message)) = &input.trouble {
        let document = documents::without_record(&path, *status, message.clone());
        return Some(vec![document]);
    }
    let name = input.file.file_name();
    if name.is_some_and(|name| name == settings::FILE) {
        return Some(Vec::new());
    }
    match records::kind(&input.file) {
        Kind::Document => None,
        Kind::Other => Some(Vec::new()),
        Kind::Record(record) => Some(vec![of_record(&path, &input.file, *record, options)]),
        Kind::Broken(reason) => {
            let document = documents::without_record(&path, Status::Corrupt, reason);
            Some(vec![document])
        }
    }
}

fn of_record(path: &str, file: &Path, mut record: Record, options: Options) -> Document {
    let fixes = match options.fix {
        true => fix::fix(&mut record),
        false => Vec::new(),
    };
    if !fixes.is_empty()
        && let Err(reason) = records::write(file, &record)
    {
        let message =
            format!("The fixed record cannot be written: {reason}. The old one is still there.");
        return documents::without_record(path, Status::Io, message);
    }
    Document {
        fixes,
        ..documents::of_record(path, record, None, options.keep)
    }
}
