//! A run over many inputs: find them, read each in a worker process, write the records and a report.
//!
//! An input that is as it was when an earlier run read it is not read again (`run/journal.rs`).
//!
//! Reading may take two passes. A hyphen at a line's end is sometimes decided only by a word of another document, so
//! the first pass collects words, and the second reads once more exactly those documents that they decide something
//! in. What comes out depends neither on the number of jobs nor on the order in which they finish.

mod death;
mod evidence;
mod files;
mod globs;
pub(crate) mod inputs;
mod interrupt;
mod journal;
mod key;
pub(crate) mod lock;
mod names;
mod options;
mod output;
mod pass;
mod passes;
mod pool;
mod process;
mod reader;
mod reason;
mod report;
mod survey;

pub use files::replace as write_file;
pub use globs::Globs;
pub use interrupt::Interrupt;
pub use names::escape;
pub use options::{Options, RunError, Step};
pub use report::{Entry, FailOn, Report};
pub use survey::Survey;

use inputs::Found;
use journal::Journal;
use output::Output;
use pass::Pass;
use passes::Passes;

/// File name of the report in the output folder.
pub const REPORT: &str = "report.json";

/// Carries out a run. Each input ends in one entry of the report, which is also written to the output folder. If the
/// run is interrupted, the report holds what was finished.
///
/// `progress` is told of each step, from one thread.
pub fn run(
    options: &Options,
    interrupt: &Interrupt,
    progress: &dyn Fn(Step),
) -> Result<Report, RunError> {
    let options = &with_day(options);
    inputs::refuse_output(&options.inputs, &options.output)?;
    let mut output = Output::open(&options.output, options.force)?;
    let Found {
        inputs,
        hidden,
        excluded,
    } = inputs::find(&options.inputs, &options.globs, output.folder(), interrupt);
    let targets = names::targets(&inputs);
    output.protect(&inputs);
    output.check(targets.iter().flatten().map(names::Target::single))?;

    let key = key::key(options)?;
    let journal = Journal::open(output.folder(), &key)?;
    let pass = Pass {
        options,
        output: &output,
        journal: &journal,
        key: &key,
        interrupt,
        inputs: &inputs,
        targets: &targets,
    };
    let mut passes = Passes::new(pass, progress);
    passes.first()?;
    passes.second()?;

    let (entries, kept) = passes.entries();
    let mut report = Report::new(entries, interrupt.signal().is_some());
    report.hidden_skipped = hidden;
    report.glob_skipped = excluded;
    report.kept = kept;
    output.write_report(&report)?;
    if !report.interrupted {
        journal.tidy()?;
    }
    Ok(report)
}

/// The options with the day that counts as today, lest it changes while the run goes on.
fn with_day(options: &Options) -> Options {
    let mut options = options.clone();
    options
        .settings
        .today
        .get_or_insert_with(|| jiff::Zoned::now().date().to_string());
    options
}
