//! The two passes over the inputs.

use super::evidence::Evidence;
use super::names::Target;
use super::pass::{Done, Pass, Task};
use super::{Entry, RunError, Step};
use crate::worker::protocol::Status;

/// The state of a run between its passes. For each input it holds a few lines, and hashes.
pub struct Passes<'a> {
    pass: Pass<'a>,
    entries: Vec<Option<Entry>>,
    evidence: Evidence,
    undecided: Vec<(usize, Vec<u64>)>,
}

impl<'a> Passes<'a> {
    /// Nothing is read yet.
    pub fn new(pass: Pass<'a>) -> Self {
        Passes {
            entries: pass.troubles(),
            pass,
            evidence: Evidence::default(),
            undecided: Vec::new(),
        }
    }

    /// Reads every input, writes the records and collects words.
    pub fn first(&mut self, progress: &dyn Fn(Step)) -> Result<(), RunError> {
        let tasks = self.pass.all_tasks();
        progress(Step::Begin {
            files: tasks.len(),
            again: false,
        });
        let (entries, evidence) = (&mut self.entries, &mut self.evidence);
        let undecided = &mut self.undecided;
        self.pass.carry_out(&tasks, |done| {
            evidence.add(done.input, &done.words);
            if !done.undecided.is_empty() {
                undecided.push((done.input, done.undecided));
            }
            if let Some(entry) = entries.get_mut(done.input) {
                *entry = Some(done.entry);
            }
            progress(Step::Done);
        })
    }

    /// Reads again those documents in which words of others decide a hyphen, and replaces their records.
    pub fn second(&mut self, progress: &dyn Fn(Step)) -> Result<(), RunError> {
        let mut tasks = Vec::new();
        for (input, undecided) in std::mem::take(&mut self.undecided) {
            let known = self.evidence.known(input, &undecided);
            if let (false, Some(target)) = (known.is_empty(), self.pass.target(input)) {
                tasks.push(Task {
                    input,
                    target,
                    known,
                });
            }
        }
        if tasks.is_empty() || self.pass.interrupted() {
            return Ok(());
        }
        tasks.sort_by_key(|task| task.input);
        progress(Step::Begin {
            files: tasks.len(),
            again: true,
        });
        let mut surplus = Vec::new();
        let (entries, targets) = (&mut self.entries, self.pass.targets);
        self.pass.carry_out(&tasks, |done| {
            let target = targets.get(done.input).and_then(Option::as_ref);
            if let (Some(Some(first)), Some(target)) = (entries.get_mut(done.input), target) {
                surplus.extend(replace(first, done, target));
            }
            progress(Step::Done);
        })?;
        self.pass.remove(&surplus)
    }

    /// What was finished, in the order of the inputs.
    pub fn entries(self) -> Vec<Entry> {
        self.entries.into_iter().flatten().collect()
    }
}

/// Puts the second reading in the place of the first. Returns the files that only the first had.
fn replace(first: &mut Entry, second: Done, target: &Target) -> Vec<std::path::PathBuf> {
    if second.entry.records.is_empty() {
        first.status = Status::Partial;
        first.message = format!(
            "The record was made without regard to other documents, whose words decide hyphens in it: the second reading failed with {}. {}",
            second.entry.status.code(),
            second.entry.message
        );
        return Vec::new();
    }
    let mut surplus = target.files(first.records.len());
    let kept = target.files(second.entry.records.len());
    surplus.retain(|file| !kept.contains(file));
    *first = second.entry;
    surplus
}
