//! `ametijuhend extract`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use clap::Args;
use signal_hook::consts::{SIGINT, SIGTERM};

use ametijuhend::run::{Interrupt, Options, run as run_all};

use super::convert::{self, FormatName};
use super::log::Log;
use super::progress::Progress;
use super::reading::ReadingArguments;
use super::reporting::Severity;
use super::summary::summary;

#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: ReadingArguments,
    /// Folder for the records and report.json; made if it is not there.
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// Formats besides one JSON file for each record, separated by commas; `ametijuhend help convert` tells about them.
    #[arg(long, value_name = "FORMAT", value_enum, value_delimiter = ',', default_values_t = [FormatName::Json])]
    format: Vec<FormatName>,
    /// Read all inputs, also those that have not changed since an earlier run read them into the same FOLDER with the same
    /// program, packs, dictionary and engine.
    #[arg(long)]
    no_resume: bool,
    /// Leave out inputs that have not changed since an earlier run. This is the default.
    #[arg(long, overrides_with = "no_resume")]
    resume: bool,
    /// Replace files in the output folder even if they were not written by this tool; never an input.
    #[arg(long)]
    force: bool,
    /// End with exit code 1 if a record has a finding of this severity or a graver one. Inputs that were not read in full
    /// give exit code 1 in any case.
    #[arg(long, value_name = "SEVERITY", value_enum, default_value = "never")]
    fail_on: Severity,
    /// Add a JSON line to this file for each input when it is done, with the time.
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Neither summary nor progress bar. Errors are still told, and report.json is written.
    #[arg(short, long)]
    quiet: bool,
}

/// The manual of the command.
pub const LONG_ABOUT: &str = "\
Read files and folders, write a JSON record for each job description.

Folders are read with all that is in them, whatever the files are named: the content decides what a file is. Not read \
are hidden files and folders (their name begins with a dot) and what --glob leaves out (the summary counts both), the \
output folder, and links to folders. A file given by itself is always read. A file may have 200 MB.

The input a/b.pdf gives FOLDER/a/b.pdf.json, where a/b.pdf is the path within the given folder; a file given by itself \
gives FOLDER/b.pdf.json. If it holds several job descriptions, it gives b.pdf.1.json, b.pdf.2.json and so on. If two \
inputs would get the same name, the later gets ~2, ~3 after its own, and the report says so. Files in FOLDER that this \
tool did not write are not replaced without --force: the run does not start. Records of earlier runs are replaced; \
those whose input is gone are left.

A run that was stopped, even killed, is taken up again by the same command; in the end FOLDER holds what an undisturbed \
run would have written. An input is not read again if neither it nor its records have changed since an earlier run with \
the same program, packs, dictionary and engine. That is known from FOLDER/.ametijuhend.journal, which may be removed. \
Inputs that ended with timeout, memory, crashed or io are always tried again. --no-resume reads all.

FOLDER/report.json has an entry for each input, with one of these codes:
  ok                     read in full
  partial                read, but a part of it is lost
  no_text                there is no text in it, as in a scan
  password_required      protected by a password
  unsupported            a format that the tool does not read
  not_a_job_description  read, and it is something else
  corrupt                damaged beyond reading
  timeout                not read within the time limit
  memory                 a limit of size or memory was reached
  crashed                this tool failed on it
  io                     the file could not be opened or read, or its record could not be written
Names are written with / between their parts, \\\\ for a backslash, and \\xHH for a byte that is not UTF-8.

Files are read in worker processes, so that one that makes a parser fail does not end the run. Where a hyphen at a \
line's end could mean two things, words of the other inputs decide: some files are therefore read twice. The records \
do not depend on --jobs.";

/// What stands at its end.
pub const AFTER_HELP: &str = "\
Examples:
  ametijuhend extract documents -o records
  ametijuhend extract documents -o records --glob '*.pdf' --glob '!drafts'
  ametijuhend extract one.pdf two.txt -o records --quiet --fail-on error
  ametijuhend extract documents -o records --log run.jsonl
  ametijuhend extract documents -o records --format csv,xlsx
  ametijuhend extract documents -o records --jobs 4 --timeout 60 --grammars our-templates

Exit codes:
  0    all is good
  1    some inputs failed or were read in part, or a record has a finding that --fail-on names
  2    the arguments are wrong
  3    the output cannot be written, another run is writing to it, or the settings cannot be used
  130  stopped by SIGINT (Ctrl-C)
  143  stopped by SIGTERM";

pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let quiet = arguments.quiet;
    let fail_on = arguments.fail_on.into();
    let formats = arguments.format.clone();
    let log = Log::open(arguments.log.as_deref())?;
    let options = options(arguments)?;
    let interrupt = interrupt().context("Signals cannot be received")?;
    let progress = Progress::new(!quiet);
    let start = Instant::now();
    let result = run_all(&options, &interrupt, &|step| {
        log.step(&step);
        progress.step(&step);
    });
    progress.clear();
    let report = result?;
    log.end(&report)?;
    if !quiet {
        let text = summary(&report, &options.output, start.elapsed());
        io::stdout().lock().write_all(text.as_bytes())?;
    }
    if let Some(signal) = interrupt.signal() {
        // Tables of a part of the inputs would pass for the whole.
        return Ok(super::stopped(signal));
    }
    let tables = convert::of_run(
        &report,
        &options.output,
        &formats,
        options.force,
        quiet,
        &interrupt,
    )?;
    Ok(if report.is_good(fail_on) {
        tables
    } else {
        ExitCode::from(super::FAILED)
    })
}

fn options(arguments: Arguments) -> anyhow::Result<Options> {
    let survey = arguments.reading.survey()?;
    Ok(Options {
        inputs: survey.inputs,
        globs: survey.globs,
        output: arguments.output,
        jobs: survey.jobs,
        settings: survey.settings,
        timeout: survey.timeout,
        memory_mib: survey.memory_mib,
        force: arguments.force,
        resume: !arguments.no_resume,
        program: survey.program,
    })
}

/// SIGINT and SIGTERM become a wish.
pub fn interrupt() -> io::Result<Interrupt> {
    let interrupt = Interrupt::default();
    for signal in [SIGINT, SIGTERM] {
        let number = usize::try_from(signal).unwrap_or_default();
        signal_hook::flag::register_usize(signal, interrupt.flag(), number)?;
    }
    Ok(interrupt)
}
