//! One pass: reads inputs in worker processes and writes their records.

use std::path::PathBuf;

use super::inputs::Input;
use super::names::{Target, escape};
use super::output::{Output, WriteError};
use super::pool;
use super::process::Recipe;
use super::reader::{Reader, request};
use super::{Entry, Findings, Interrupt, Options, RunError};
use crate::worker::protocol::{Answer, Status};

/// What all passes of a run have in common.
pub struct Pass<'a> {
    /// What the run is told.
    pub options: &'a Options,
    /// Where records go.
    pub output: &'a Output,
    /// Whether to stop.
    pub interrupt: &'a Interrupt,
    /// What was found.
    pub inputs: &'a [Input],
    /// For each input, where its records go; none if it cannot be read.
    pub targets: &'a [Option<Target>],
}

/// An input to read.
pub struct Task<'a> {
    /// Its index.
    pub input: usize,
    /// Where its records go.
    pub target: &'a Target,
    /// Words that the collection contains.
    pub known: Vec<u64>,
}

/// What a pass tells of an input.
pub struct Done {
    /// Its index.
    pub input: usize,
    /// Its line of the report.
    pub entry: Entry,
    /// Its words.
    pub words: Vec<u64>,
    /// Words that would decide a hyphen in it.
    pub undecided: Vec<u64>,
}

impl<'a> Pass<'a> {
    /// Lines for the inputs that cannot be read; nothing for the others.
    pub fn troubles(&self) -> Vec<Option<Entry>> {
        let line = |input: &Input| {
            let (status, message) = input.trouble.clone()?;
            Some(entry(input, status, message))
        };
        self.inputs.iter().map(line).collect()
    }

    /// Every input that can be read.
    pub fn all_tasks(&self) -> Vec<Task<'a>> {
        let task = |(input, target): (usize, &'a Option<Target>)| {
            Some(Task {
                input,
                target: target.as_ref()?,
                known: Vec::new(),
            })
        };
        self.targets.iter().enumerate().filter_map(task).collect()
    }

    /// Where an input's records go.
    pub fn target(&self, input: usize) -> Option<&'a Target> {
        self.targets.get(input)?.as_ref()
    }

    /// Whether the run is to stop.
    pub fn interrupted(&self) -> bool {
        self.interrupt.signal().is_some()
    }

    /// Reads the inputs; `done` is told of each as they come. Ends early if the run is interrupted.
    pub fn carry_out(&self, tasks: &[Task], done: impl FnMut(Done)) -> Result<(), RunError> {
        let recipe = Recipe {
            program: self.options.program.clone(),
            settings: self.options.settings.clone(),
            memory_mib: self.options.memory_mib,
        };
        pool::each(
            self.options.jobs,
            tasks,
            || Reader::new(&recipe, self.options.timeout, self.interrupt),
            |reader, task| self.read(reader, task),
            done,
        )
    }

    /// Removes records that a pass wrote.
    pub fn remove(&self, files: &[PathBuf]) -> Result<(), RunError> {
        files.iter().try_for_each(|file| self.output.remove(file))
    }

    fn read(&self, reader: &mut Reader, task: &Task) -> Result<Option<Done>, RunError> {
        let Some(input) = self.inputs.get(task.input) else {
            return Ok(None);
        };
        if self.interrupted() {
            return Ok(None);
        }
        let id = u64::try_from(task.input).unwrap_or(u64::MAX);
        let request = request(id, escape(&input.relative), &input.file, task.known.clone());
        let Some(answer) = reader.read(&request)? else {
            return Ok(None);
        };
        let entry = self.write(input, task.target, &answer)?;
        Ok(Some(Done {
            input: task.input,
            entry,
            words: answer.words,
            undecided: answer.undecided,
        }))
    }

    /// Writes an answer's records; the input's line of the report.
    fn write(&self, input: &Input, target: &Target, answer: &Answer) -> Result<Entry, RunError> {
        let files = target.files(answer.records.len());
        match self.output.write_records(&files, &answer.records) {
            Ok(()) => {}
            Err(WriteError::File(reason)) => return Ok(entry(input, Status::Io, reason)),
            Err(WriteError::Folder(error)) => return Err(error),
        }
        let mut message = answer.message.clone();
        if let (true, Some(first)) = (target.renamed, files.first()) {
            let note = format!("Its name was taken, so its record is {}.", escape(first));
            message = [note, message].join(" ").trim_end().to_owned();
        }
        Ok(Entry {
            records: files.iter().map(|file| escape(file)).collect(),
            findings: Findings::of(&answer.records),
            pages_without_text: answer.pages_without_text.clone(),
            ..entry(input, answer.status, message)
        })
    }
}

fn entry(input: &Input, status: Status, message: String) -> Entry {
    Entry {
        path: escape(&input.relative),
        file: escape(&input.given),
        status,
        message,
        records: Vec::new(),
        findings: Findings::default(),
        pages_without_text: Vec::new(),
    }
}
