//! The report of a run: one entry for each input.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Findings, Severity};
use crate::record::Tool;
use crate::worker::protocol::Status;

/// The report of a run, as written to `report.json`.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The tool that wrote it.
    pub tool: Tool,
    /// Whether the run was stopped before its end; then inputs are missing, and words of documents that were not
    /// read could not decide hyphens.
    pub interrupted: bool,
    /// Number of hidden files and folders that were left out.
    pub hidden_skipped: u64,
    /// Number of files and folders that `--glob` left out.
    pub glob_skipped: u64,
    /// Number of inputs that were not read, because they are as they were when an earlier run read them. Not written: the
    /// report is the same whether a run was interrupted and taken up again or not.
    #[serde(skip)]
    pub kept: u64,
    /// One entry for each input, in path order.
    pub inputs: Vec<Entry>,
}

/// What became of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Path within the given folder, escaped as by [`super::escape`]; the records have it as `source.path`.
    pub path: String,
    /// Path as given, escaped.
    pub file: String,
    /// Reason code.
    pub status: Status,
    /// Why, as a sentence; or what else is worth knowing of the input. May be empty.
    pub message: String,
    /// Records written, relative to the output folder, escaped.
    pub records: Vec<String>,
    /// Number of findings in the records.
    pub findings: Findings,
    /// Pages of which nothing could be read.
    pub pages_without_text: Vec<u32>,
}

/// The findings that make a run a failure, though every input was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailOn {
    /// Those of severity error.
    Error,
    /// Those of severity error or warning.
    Warning,
    /// All.
    Info,
    /// None: they are what a run is to tell, not its failure.
    #[default]
    Never,
}

impl FailOn {
    /// Whether a finding of this severity is one of them.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity == Severity::Error,
            FailOn::Warning => severity <= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }

    fn is_met_by(self, findings: &Findings) -> bool {
        let counts = [
            (findings.error, Severity::Error),
            (findings.warning, Severity::Warning),
            (findings.info, Severity::Info),
        ];
        let mut counts = counts.into_iter();
        counts.any(|(count, severity)| count > 0 && self.includes(severity))
    }
}

impl Report {
    pub(super) fn new(inputs: Vec<Entry>, interrupted: bool) -> Self {
        Report {
            tool: Tool {
                name: env!("CARGO_PKG_NAME").into(),
                version: env!("CARGO_PKG_VERSION").into(),
            },
            interrupted,
            hidden_skipped: 0,
            glob_skipped: 0,
            kept: 0,
            inputs,
        }
    }

    /// Whether every input was read in full and no record has a finding that is too much.
    pub fn is_good(&self, fail_on: FailOn) -> bool {
        let good =
            |entry: &Entry| entry.status == Status::Ok && !fail_on.is_met_by(&entry.findings);
        !self.interrupted && self.inputs.iter().all(good)
    }

    /// Number of inputs for each reason code that occurs.
    pub fn counts(&self) -> BTreeMap<Status, usize> {
        let mut counts = BTreeMap::new();
        for entry in &self.inputs {
            *counts.entry(entry.status).or_default() += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_severity_is_met_by_graver_ones() {
        let of = |error, warning| Findings {
            error,
            warning,
            info: 1,
        };
        let met = |f: &Findings| {
            [FailOn::Error, FailOn::Warning, FailOn::Never].map(|fail_on| fail_on.is_met_by(f))
        };
        assert_eq!(met(&of(1, 0)), [true, true, false]);
        assert_eq!(met(&of(0, 1)), [false, true, false]);
        assert_eq!(met(&of(0, 0)), [false, false, false]);
    }
}
