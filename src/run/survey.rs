//! Reads inputs in worker processes without writing anything: for commands that judge what others only extract.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::evidence::Evidence;
use super::inputs::{self, Found, Input};
use super::names::escape;
use super::pass::entry;
use super::pool;
use super::process::Recipe;
use super::reader::{Reader, request};
use super::{Entry, Globs, Interrupt, RunError, Step};
use crate::diagnostic::Findings;
use crate::pipeline::Settings;
use crate::worker::protocol::Answer;

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Files and folders.
    pub inputs: Vec<PathBuf>,
    /// Which files of the folders are read.
    pub globs: Globs,
    /// Number of worker processes, at least 1.
    pub jobs: usize,
    /// Settings of reading.
    pub settings: Settings,
    /// Time limit for one file.
    pub timeout: Duration,
    /// Memory limit of a worker process in MiB.
    pub memory_mib: u64,
    /// The program whose `worker` command is started: this program.
    pub program: PathBuf,
}

/// An input to read once more, with the words that decide something in it.
struct Again {
    input: usize,
    known: Vec<u64>,
}

impl Survey {
    /// The inputs in the files and folders.
    pub(crate) fn find(&self, interrupt: &Interrupt) -> Found {
        // No folder has this name, so no folder is taken for the output.
        inputs::find(&self.inputs, &self.globs, &PathBuf::new(), interrupt)
    }

    /// Reads those of the inputs that `wanted` names, by index. `seen` is told of each answer as it comes, and once more
    /// if words of other inputs decided a hyphen in it: the second answer replaces the first.
    pub(crate) fn read(
        &self,
        inputs: &[Input],
        wanted: &[usize],
        interrupt: &Interrupt,
        progress: &dyn Fn(Step),
        seen: &mut dyn FnMut(usize, Answer),
    ) -> Result<(), RunError> {
        let mut evidence = Evidence::default();
        let mut undecided: Vec<(usize, Vec<u64>)> = Vec::new();
        let first: Vec<Again> = wanted
            .iter()
            .map(|&input| Again {
                input,
                known: Vec::new(),
            })
            .collect();
        progress(Step::Begin {
            files: first.len(),
            again: false,
        });
        self.pass(inputs, &first, interrupt, |input, mut answer, took| {
            done(inputs, input, &answer, took, false, progress);
            evidence.add(input, &std::mem::take(&mut answer.words));
            let doubts = std::mem::take(&mut answer.undecided);
            if !doubts.is_empty() {
                undecided.push((input, doubts));
            }
            seen(input, answer);
        })?;
        undecided.sort_by_key(|(input, _)| *input);
        let second: Vec<Again> = undecided
            .into_iter()
            .map(|(input, doubts)| Again {
                input,
                known: evidence.known(input, &doubts),
            })
            .filter(|again| !again.known.is_empty())
            .collect();
        if second.is_empty() || interrupt.signal().is_some() {
            return Ok(());
        }
        progress(Step::Begin {
            files: second.len(),
            again: true,
        });
        self.pass(inputs, &second, interrupt, |input, answer, took| {
            done(inputs, input, &answer, took, true, progress);
            // A second reading that fails leaves the first as it is.
            if !answer.records.is_empty() {
                seen(input, answer);
            }
        })
    }

    fn pass(
        &self,
        inputs: &[Input],
        tasks: &[Again],
        interrupt: &Interrupt,
        mut done: impl FnMut(usize, Answer, Duration),
    ) -> Result<(), RunError> {
        let recipe = Recipe {
            program: self.program.clone(),
            settings: self.settings.clone(),
            memory_mib: self.memory_mib,
        };
        let read = |reader: &mut Reader, task: &Again| {
            let Some(input) = inputs.get(task.input) else {
                return Ok(None);
            };
            if interrupt.signal().is_some() {
                return Ok(None);
            }
            let id = u64::try_from(task.input).unwrap_or(u64::MAX);
            let path = escape(&input.relative);
            let mut request = request(id, path, &input.file, task.known.clone());
            request.view = true;
            let start = Instant::now();
            let answer = reader.read(&request)?;
            Ok(answer.map(|answer| (task.input, answer, start.elapsed())))
        };
        pool::each(
            self.jobs,
            tasks,
            || Reader::new(&recipe, self.timeout, interrupt),
            read,
            |answers| {
                for (input, answer, took) in answers {
                    done(input, answer, took);
                }
                Ok(())
            },
        )
    }
}

/// Tells that an input was read.
fn done(
    inputs: &[Input],
    input: usize,
    answer: &Answer,
    took: Duration,
    again: bool,
    progress: &dyn Fn(Step),
) {
    if let Some(input) = inputs.get(input) {
        let entry = entry(input, answer.status, answer.message.clone());
        let findings = Findings::of(answer.records.iter().flat_map(|r| &r.diagnostics));
        progress(Step::Done {
            entry: &Entry { findings, ..entry },
            again,
            kept: false,
            took,
        });
    }
}
