//! Arguments to run to exit code.

mod audit;
mod check;
mod convert;
mod explain;
mod extract;
mod grammar;
mod language;
mod log;
mod progress;
mod reading;
mod reporting;
mod rules;
mod schema;
mod summary;
mod terminal;
mod worker;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use ametijuhend::run::RunError;

/// Some inputs failed, or what was asked for with an option such as --fail-on came true.
const FAILED: u8 = 1;
/// The arguments are wrong.
const USAGE: u8 = 2;
/// The surroundings do not allow the run.
const ENVIRONMENT: u8 = 3;

/// Stopped by a signal: 130 for SIGINT, 143 for SIGTERM.
fn stopped(signal: usize) -> ExitCode {
    ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}

/// Turns Estonian job descriptions (ametijuhend) into structured JSON records.
#[derive(Parser)]
#[command(version, long_about = LONG_ABOUT, after_long_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read files and folders, write a JSON record for each job description.
    #[command(long_about = extract::LONG_ABOUT, after_long_help = extract::AFTER_HELP)]
    Extract(extract::Arguments),
    /// Tell what is wrong with job descriptions, where, and what to do.
    #[command(long_about = check::LONG_ABOUT, after_long_help = check::AFTER_HELP)]
    Check(check::Arguments),
    /// List the rules of `check`.
    #[command(long_about = rules::LONG_ABOUT)]
    Rules(rules::Arguments),
    /// Print the manual page of a rule.
    #[command(long_about = explain::LONG_ABOUT, after_long_help = explain::AFTER_HELP)]
    Explain(explain::Arguments),
    /// Check whether the records of a collection agree with each other.
    #[command(long_about = audit::LONG_ABOUT)]
    Audit(audit::Arguments),
    /// Look into the grammar packs: list, show, check, fit.
    Grammar(grammar::Arguments),
    /// Write records as tables: CSV, Parquet, XLSX, JSON Lines.
    #[command(long_about = convert::LONG_ABOUT)]
    Convert(convert::Arguments),
    /// Print the JSON Schema of a record, or the columns of the tables.
    #[command(long_about = schema::LONG_ABOUT)]
    Schema(schema::Arguments),
    /// Read files on behalf of another program, by JSON lines on standard input and output.
    #[command(long_about = ametijuhend::worker::protocol::MANUAL)]
    Worker(worker::Arguments),
}

const LONG_ABOUT: &str = "\
Turns Estonian job descriptions (ametijuhend) into structured JSON records.

Each record holds the job description's duties, results, requirements and other parts in the document's own words, \
with the place where each of them stood, and findings where the document does not decide what is meant. Nothing is \
sent anywhere.

Start with:

  ametijuhend extract documents -o records";

const EXIT_CODES: &str = "\
Exit codes:
  0    all is good
  1    some inputs failed or were read in part, or a record has a finding that --fail-on names
  2    the arguments are wrong
  3    the surroundings do not allow the run: the output cannot be written, or the settings cannot be used
  130  stopped by SIGINT (Ctrl-C)
  143  stopped by SIGTERM
If the reader of the standard output goes away, the exit code is 0.";

/// Carries out what the command line asks for.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Extract(arguments) => extract::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Audit(arguments) => audit::run(arguments),
        Command::Grammar(arguments) => grammar::run(arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Worker(arguments) => worker::run(&arguments),
    };
    result.unwrap_or_else(|error| complain(&error))
}

/// Says what went wrong in one sentence, and what exit code that is.
fn complain(error: &anyhow::Error) -> ExitCode {
    let io_kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    if io_kind == Some(io::ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    let message = terminal::safe(&format!("{error:#}"));
    // If even the standard error is gone, the exit code still tells.
    let _ = writeln!(io::stderr(), "ametijuhend: {message}");
    match error.downcast_ref::<RunError>() {
        Some(RunError::Usage(_)) => ExitCode::from(USAGE),
        _ => ExitCode::from(ENVIRONMENT),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Arguments::command().debug_assert();
    }
}
