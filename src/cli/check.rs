//! `ametijuhend check`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use ametijuhend::check::{Options, check};

use super::extract::interrupt;
use super::progress::Progress;
use super::reading::ReadingArguments;
use super::reporting::ReportingArguments;

#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: ReadingArguments,
    #[command(flatten)]
    reporting: ReportingArguments,
    /// Write the report to a file instead of the standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Fix records where that is certain: duties whose numbers have a gap or a double, closing punctuation that differs from
    /// nearly all of its list, old names of language levels. Each fix is named in the record's "fixes". Documents are never changed.
    #[arg(long)]
    fix: bool,
    /// No progress bar.
    #[arg(short, long)]
    quiet: bool,
}

pub const LONG_ABOUT: &str = "\
Tell what is wrong with job descriptions, where it stands, why it matters, and what to do.

Files and folders are read as by `extract`, but nothing is written. Records that `extract` wrote are recognised by their \
content; they have the findings of their reading. `ametijuhend rules` lists the rules, `ametijuhend explain D201` prints the \
manual page of one.

A file named ametijuhend.toml sets what rules count for the documents in its folder and below; the nearest says it:

  [rules]
  duty-without-result = \"error\"    # or its code, D201
  S007 = \"off\"                     # off, error, warning or info

--fix changes records, in place. `extract` writes the document's own wording again when it reads the document anew.

With --baseline only new findings are told, and those that are gone. A finding is known again even after it has moved to \
another line.";

pub const AFTER_HELP: &str = "\
Examples:
  ametijuhend check documents
  ametijuhend check one.pdf --lang et
  ametijuhend check records --format csv -o findings.csv
  ametijuhend check documents --format html -o findings.html
  ametijuhend check documents --format sarif -o findings.sarif --fail-on warning
  ametijuhend check documents --write-baseline known.json
  ametijuhend check documents --baseline known.json
  ametijuhend check records --fix

Exit codes:
  0    there is no finding that --fail-on names, and all inputs were read
  1    there is one, or an input could not be read
  2    the arguments are wrong
  3    the settings cannot be used, or the report cannot be written
  130  stopped by SIGINT (Ctrl-C)
  143  stopped by SIGTERM";

pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let reporting = arguments.reporting.prepare(arguments.output)?;
    let survey = arguments.reading.survey()?;
    let interrupt = interrupt().context("Signals cannot be received")?;
    let progress = Progress::new(!arguments.quiet);
    let options = Options {
        keep: reporting.shows_documents(),
        fix: arguments.fix,
    };
    let result = check(&survey, options, &interrupt, &|step| progress.step(&step));
    progress.clear();
    let code = reporting.finish(result?)?;
    Ok(match interrupt.signal() {
        Some(signal) => super::stopped(signal),
        None => code,
    })
}
