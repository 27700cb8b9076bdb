//! The two passes over the inputs.

use super::evidence::Evidence;
use super::pass::{Done, Pass, Task, Turn};
use super::{Entry, RunError, Step};
use crate::worker::protocol::Status;

/// The state of a run between its passes. For each input it holds a few lines, and hashes.
pub struct Passes<'a> {
    pass: Pass<'a>,
    progress: &'a dyn Fn(Step),
    entries: Vec<Option<Entry>>,
    evidence: Evidence,
    open: Vec<Open>,
    kept: u64,
}

/// An input in which words of others may decide a hyphen.
struct Open {
    input: usize,
    undecided: Vec<u64>,
    /// Words with which its record, of an earlier run, was made.
    applied: Vec<u64>,
}

impl<'a> Passes<'a> {
    /// Nothing is read yet.
    pub fn new(pass: Pass<'a>, progress: &'a dyn Fn(Step)) -> Self {
        Passes {
            entries: pass.troubles(),
            pass,
            progress,
            evidence: Evidence::default(),
            open: Vec::new(),
            kept: 0,
        }
    }

    /// Reads every input, writes the records and collects words.
    pub fn first(&mut self) -> Result<(), RunError> {
        let tasks = self.pass.all_tasks();
        self.begin(&tasks, false);
        self.pass.carry_out(&tasks, |done| {
            tell(self.progress, &done, false);
            self.kept += u64::from(done.kept);
            self.evidence.add(done.input, &done.words);
            if !done.undecided.is_empty() {
                self.open.push(Open {
                    input: done.input,
                    undecided: done.undecided,
                    applied: done.known,
                });
            }
            if let Some(entry) = self.entries.get_mut(done.input) {
                *entry = Some(done.entry);
            }
        })
    }

    /// Reads again those documents in which words of others decide a hyphen, and replaces their records.
    pub fn second(&mut self) -> Result<(), RunError> {
        let (mut restore, mut again) = (Vec::new(), Vec::new());
        let mut open = std::mem::take(&mut self.open);
        open.sort_by_key(|open| open.input);
        for open in open {
            let known = self.evidence.known(open.input, &open.undecided);
            if known == open.applied {
                continue;
            }
            if !open.applied.is_empty() {
                restore.extend(self.pass.task(open.input, Turn::FirstAgain));
            }
            if !known.is_empty() {
                let undecided = open.undecided;
                let turn = Turn::Second { known, undecided };
                again.extend(self.pass.task(open.input, turn));
            }
        }
        self.restore(&restore)?;
        self.again(&again)
    }

    /// Makes records anew as if there were no other documents: other words than before are known now, or none.
    fn restore(&mut self, tasks: &[Task]) -> Result<(), RunError> {
        if tasks.is_empty() || self.pass.interrupted() {
            return Ok(());
        }
        self.begin(tasks, true);
        self.pass.carry_out(tasks, |done| {
            tell(self.progress, &done, true);
            if let Some(entry) = self.entries.get_mut(done.input) {
                *entry = Some(done.entry);
            }
        })
    }

    fn again(&mut self, tasks: &[Task]) -> Result<(), RunError> {
        if tasks.is_empty() || self.pass.interrupted() {
            return Ok(());
        }
        self.begin(tasks, true);
        self.pass.carry_out(tasks, |done| {
            tell(self.progress, &done, true);
            if let Some(Some(first)) = self.entries.get_mut(done.input) {
                replace(first, done);
            }
        })
    }

    /// What was finished, in the order of the inputs, and how many of them the journal knew.
    pub fn entries(self) -> (Vec<Entry>, u64) {
        (self.entries.into_iter().flatten().collect(), self.kept)
    }

    fn begin(&self, tasks: &[Task], again: bool) {
        (self.progress)(Step::Begin {
            files: tasks.len(),
            again,
        });
    }
}

fn tell(progress: &dyn Fn(Step), done: &Done, again: bool) {
    progress(Step::Done {
        entry: &done.entry,
        again,
        kept: done.kept,
        took: done.took,
    });
}

/// Puts the second reading in the place of the first.
fn replace(first: &mut Entry, second: Done) {
    if !second.entry.records.is_empty() {
        *first = second.entry;
        return;
    }
    first.status = Status::Partial;
    first.message = format!(
        "The record was made without regard to other documents, whose words decide hyphens in it: the second reading failed with {}. {}",
        second.entry.status.code(),
        second.entry.message
    );
}
