//! One pass: reads inputs in worker processes and writes their records.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::inputs::Input;
use super::journal::{Journal, Line, Reading};
use super::names::{Target, escape};
use super::output::{Output, Staged, WriteError};
use super::process::Recipe;
use super::reader::{Reader, request};
use super::{Entry, Interrupt, Options, RunError, key, pool};
use crate::diagnostic::Findings;
use crate::text::hex;
use crate::worker::protocol::{Answer, Status};

/// What all passes of a run have in common.
pub struct Pass<'a> {
    /// What the run is told.
    pub options: &'a Options,
    /// Where records go.
    pub output: &'a Output,
    /// What earlier runs found out.
    pub journal: &'a Journal,
    /// See [`Line::key`].
    pub key: &'a str,
    /// Whether to stop.
    pub interrupt: &'a Interrupt,
    /// What was found.
    pub inputs: &'a [Input],
    /// For each input, where its records go; none if it cannot be read.
    pub targets: &'a [Option<Target>],
}

/// An input to read.
#[derive(Clone)]
pub struct Task<'a> {
    /// Its index.
    pub input: usize,
    /// Where its records go.
    pub target: &'a Target,
    /// Which reading it is.
    pub turn: Turn,
}

/// Which reading of an input it is.
#[derive(Clone)]
pub enum Turn {
    /// The first, which may be spared if the journal knows the input.
    First,
    /// The first, once more: the journal knows only a second one, and that does not hold any more.
    FirstAgain,
    /// The second.
    Second {
        /// Words that the collection contains, of those that the first reading asked for.
        known: Vec<u64>,
        /// Words that the first reading asked for.
        undecided: Vec<u64>,
    },
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
    /// Words that did decide.
    pub known: Vec<u64>,
    /// Whether it was not read, because the journal knows it.
    pub kept: bool,
    /// How long that took, without what writing to the disk took.
    pub took: Duration,
}

/// An input that was read, with records that have no names yet.
struct Read<'t, 'a> {
    task: &'t Task<'a>,
    reading: Reading,
    known: Vec<u64>,
    files: Files,
    took: Duration,
}

enum Files {
    /// The records of an earlier run are there, this many.
    Kept(usize),
    New(Vec<Staged>),
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
        let all = 0..self.inputs.len();
        all.filter_map(|input| self.task(input, Turn::First))
            .collect()
    }

    /// An input to read; none if it cannot be read.
    pub fn task(&self, input: usize, turn: Turn) -> Option<Task<'a>> {
        let target = self.targets.get(input)?.as_ref()?;
        Some(Task {
            input,
            target,
            turn,
        })
    }

    fn today(&self) -> &str {
        self.options.settings.today.as_deref().unwrap_or_default()
    }

    /// Whether the run is to stop.
    pub fn interrupted(&self) -> bool {
        self.interrupt.signal().is_some()
    }

    /// Reads the inputs; `done` is told of each as they come. Ends early if the run is interrupted.
    pub fn carry_out(&self, tasks: &[Task], mut done: impl FnMut(Done)) -> Result<(), RunError> {
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
            |batch| {
                self.commit(batch)?.into_iter().for_each(&mut done);
                Ok(())
            },
        )
    }

    fn read<'t>(
        &self,
        reader: &mut Reader,
        task: &'t Task<'a>,
    ) -> Result<Option<Read<'t, 'a>>, RunError> {
        let Some(input) = self.inputs.get(task.input) else {
            return Ok(None);
        };
        if self.interrupted() {
            return Ok(None);
        }
        let start = Instant::now();
        if let (Turn::First, true) = (&task.turn, self.options.resume)
            && let Some(line) = self.kept(input, task.target)
        {
            return Ok(Some(Read {
                task,
                files: Files::Kept(line.records.len()),
                reading: line.reading,
                known: line.known,
                took: start.elapsed(),
            }));
        }
        let known = match &task.turn {
            Turn::Second { known, .. } => known.clone(),
            Turn::First | Turn::FirstAgain => Vec::new(),
        };
        let id = u64::try_from(task.input).unwrap_or(u64::MAX);
        let mut request = request(id, escape(&input.relative), &input.file, known.clone());
        request.files = true;
        let Some(answer) = reader.read(&request)? else {
            return Ok(None);
        };
        let (reading, files) = self.stage(task, answer)?;
        Ok(Some(Read {
            task,
            reading,
            known,
            files: Files::New(files),
            took: start.elapsed(),
        }))
    }

    /// The journal's line about an input, if it holds still.
    fn kept(&self, input: &Input, target: &Target) -> Option<Line> {
        let line = self.journal.line(&escape(&target.single()))?;
        let names = target.files(line.records.len());
        let mut records = names.iter().zip(&line.records);
        let holds = line.holds_on(self.today())
            && line.path == escape(&input.relative)
            && records.all(|(name, hash)| self.output.hash_of(name) == Some(*hash))
            && sha256_of(input).as_ref() == Some(&line.reading.sha256);
        holds.then_some(line)
    }

    /// Writes an answer's records, as yet without names.
    fn stage(&self, task: &Task, answer: Answer) -> Result<(Reading, Vec<Staged>), RunError> {
        let mut reading = Reading {
            sha256: answer.sha256,
            status: answer.status,
            message: answer.message,
            dates: answer.files.iter().flat_map(|f| f.dates.clone()).collect(),
            findings: answer.files.iter().map(|f| f.findings).sum(),
            pages_without_text: answer.pages_without_text,
            words: answer.words,
            undecided: match &task.turn {
                Turn::Second { undecided, .. } => undecided.clone(),
                Turn::First | Turn::FirstAgain => answer.undecided,
            },
        };
        let names = task.target.files(answer.files.len());
        let texts = answer.files.iter().map(|file| file.text.as_slice());
        let files = match self.output.stage(&names, texts) {
            Ok(files) => files,
            Err(WriteError::File(reason)) => {
                fail(&mut reading, reason);
                Vec::new()
            }
            Err(WriteError::Folder(error)) => return Err(error),
        };
        Ok((reading, files))
    }

    /// Gives the records of several inputs their names, when they are safe on the disk, and then notes it in the journal.
    fn commit(&self, batch: Vec<Read>) -> Result<Vec<Done>, RunError> {
        let new = batch.iter().flat_map(|read| match &read.files {
            Files::New(files) => files.as_slice(),
            Files::Kept(_) => &[],
        });
        self.output.sync(&new.collect::<Vec<_>>())?;
        let mut folders = BTreeSet::new();
        let mut lines = Vec::new();
        let mut all_done = Vec::new();
        for mut read in batch {
            let Some(input) = self.inputs.get(read.task.input) else {
                continue;
            };
            let kept = matches!(read.files, Files::Kept(_));
            let (records, line) = self.place(input, &mut read, &mut folders)?;
            lines.extend(line);
            all_done.push(Done {
                input: read.task.input,
                entry: self.entry(input, read.task.target, &read.reading, records),
                words: read.reading.words,
                undecided: read.reading.undecided,
                known: read.known,
                kept,
                took: read.took,
            });
        }
        self.output.sync_folders(&folders)?;
        lines.iter().try_for_each(|line| self.journal.add(line))?;
        Ok(all_done)
    }

    /// Places an input's records. Returns their number, and what is to be noted.
    fn place(
        &self,
        input: &Input,
        read: &mut Read,
        folders: &mut BTreeSet<std::path::PathBuf>,
    ) -> Result<(usize, Option<Line>), RunError> {
        let staged = match std::mem::replace(&mut read.files, Files::Kept(0)) {
            Files::Kept(records) => return Ok((records, None)),
            // What the first reading gave stays.
            Files::New(files) if files.is_empty() && !read.known.is_empty() => {
                return Ok((0, None));
            }
            Files::New(files) => files,
        };
        let mut records: Vec<u64> = staged.iter().map(|s| s.hash).collect();
        let path = escape(&input.relative);
        match self.output.place(staged, read.task.target, &path) {
            Ok(more) => folders.extend(more),
            Err(WriteError::File(reason)) => {
                records.clear();
                fail(&mut read.reading, reason);
            }
            Err(WriteError::Folder(error)) => return Err(error),
        }
        let target = escape(&read.task.target.single());
        if !read.reading.lasts() {
            self.journal.forget(&target);
            return Ok((records.len(), None));
        }
        let count = records.len();
        let line = Line {
            target,
            key: self.key.to_owned(),
            path,
            today: self.today().to_owned(),
            known: read.known.clone(),
            records,
            reading: read.reading.clone(),
        };
        Ok((count, Some(line)))
    }

    fn entry(&self, input: &Input, target: &Target, reading: &Reading, records: usize) -> Entry {
        let files = target.files(records);
        let mut message = reading.message.clone();
        if let (true, Some(first)) = (target.renamed, files.first()) {
            let note = format!("Its name was taken, so its record is {}.", escape(first));
            message = [note, message].join(" ").trim_end().to_owned();
        }
        Entry {
            records: files.iter().map(|file| escape(file)).collect(),
            findings: reading.findings,
            pages_without_text: reading.pages_without_text.clone(),
            ..entry(input, reading.status, message)
        }
    }
}

/// Its records cannot be written.
fn fail(reading: &mut Reading, reason: String) {
    reading.status = Status::Io;
    reading.message = reason;
    reading.findings = Findings::default();
    reading.pages_without_text = Vec::new();
}

fn sha256_of(input: &Input) -> Option<String> {
    let mut hash = Sha256::new();
    key::chunks(&input.file, |chunk| hash.update(chunk)).ok()?;
    Some(hex(&hash.finalize()))
}

pub fn entry(input: &Input, status: Status, message: String) -> Entry {
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
