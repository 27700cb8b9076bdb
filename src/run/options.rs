//! What a run is told, and why it may not take place.

use std::path::PathBuf;
use std::time::Duration;

use super::{Entry, Globs};
use crate::pipeline::Settings;

/// What a run is told.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files and folders.
    pub inputs: Vec<PathBuf>,
    /// Which files of the folders are read.
    pub globs: Globs,
    /// Folder for records and report; made if it is not there.
    pub output: PathBuf,
    /// Number of worker processes, at least 1.
    pub jobs: usize,
    /// Settings of reading.
    pub settings: Settings,
    /// Time limit for one file.
    pub timeout: Duration,
    /// Memory limit of a worker process in MiB.
    pub memory_mib: u64,
    /// Whether inputs are spared that are as they were when an earlier run read them.
    pub resume: bool,
    /// Whether foreign files in the output folder may be replaced.
    pub force: bool,
    /// The program whose `worker` command is started: this program.
    pub program: PathBuf,
}

/// What the run is doing, for a progress bar and a log.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// This many files will be read.
    Begin {
        /// How many.
        files: usize,
        /// Whether they are read for the second time.
        again: bool,
    },
    /// One more is done.
    Done {
        /// What the report says of it as yet; a second reading counts only if it gave records.
        entry: &'a Entry,
        /// Whether it was read for the second time.
        again: bool,
        /// Whether it was not read, because it is as it was when an earlier run read it.
        kept: bool,
        /// How long it took to read it.
        took: Duration,
    },
}

/// Why a run did not take place, or did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The arguments contradict each other.
    #[error("{0}")]
    Usage(String),
    /// The output folder cannot be used.
    #[error("{0}")]
    Output(String),
    /// The settings cannot be used.
    #[error("{0}")]
    Setup(String),
    /// The worker process cannot be started.
    #[error("The worker process cannot be started: {0}.")]
    Worker(String),
}
