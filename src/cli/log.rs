//! `--log`: what happened, as JSON lines.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use jiff::Timestamp;
use serde::Serialize;

use ametijuhend::run::{Report, Step};
use ametijuhend::worker::protocol::Status;

use super::terminal::safe;

/// A file to which lines are added, or nothing.
pub struct Log(Option<RefCell<State>>);

struct State {
    file: BufWriter<File>,
    /// The first that went wrong.
    failure: Option<io::Error>,
}

#[derive(Serialize)]
struct Line<'a> {
    time: String,
    #[serde(flatten)]
    event: Event<'a>,
}

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Event<'a> {
    /// Reading begins, for the first or the second time.
    Begin { files: usize, again: bool },
    /// An input is done.
    Input {
        path: String,
        file: String,
        status: &'a str,
        message: String,
        records: usize,
        again: bool,
        kept: bool,
        milliseconds: u128,
    },
    /// The report is written.
    End {
        inputs: usize,
        ok: usize,
        kept: u64,
        interrupted: bool,
    },
}

impl Log {
    /// Opens the file, if there is to be one.
    pub fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let open = |path: &Path| {
            let file = OpenOptions::new().append(true).create(true).open(path);
            let file = file.with_context(|| {
                format!(
                    "The log {} cannot be written. Choose another file with --log",
                    path.display()
                )
            })?;
            let file = BufWriter::new(file);
            let failure = None;
            anyhow::Ok(RefCell::new(State { file, failure }))
        };
        path.map(open).transpose().map(Log)
    }

    /// Notes a step. It is in the file at once, so that the file can be watched.
    pub fn step(&self, step: &Step) {
        self.note(match step {
            Step::Begin { files, again } => Event::Begin {
                files: *files,
                again: *again,
            },
            Step::Done {
                entry,
                again,
                kept,
                took,
            } => Event::Input {
                path: safe(&entry.path),
                file: safe(&entry.file),
                status: entry.status.code(),
                message: safe(&entry.message),
                records: entry.records.len(),
                again: *again,
                kept: *kept,
                milliseconds: took.as_millis(),
            },
        });
    }

    /// Notes the end of the run, and tells if something could not be noted.
    pub fn end(self, report: &Report) -> anyhow::Result<()> {
        let good = |entry: &&_| {
            matches!(
                entry,
                ametijuhend::run::Entry {
                    status: Status::Ok,
                    ..
                }
            )
        };
        self.note(Event::End {
            inputs: report.inputs.len(),
            ok: report.inputs.iter().filter(good).count(),
            kept: report.kept,
            interrupted: report.interrupted,
        });
        match self.0.and_then(|state| state.into_inner().failure) {
            Some(error) => Err(error).context("The log cannot be written, though the run went on"),
            None => Ok(()),
        }
    }

    fn note(&self, event: Event) {
        let Some(state) = &self.0 else { return };
        let mut state = state.borrow_mut();
        let line = Line {
            time: Timestamp::now().to_string(),
            event,
        };
        let written = serde_json::to_string(&line)
            .map_err(io::Error::from)
            .and_then(|line| writeln!(state.file, "{line}"))
            .and_then(|()| state.file.flush());
        if let Err(error) = written {
            state.failure.get_or_insert(error);
        }
    }
}
