//! `ametijuhend convert`, and `--format` of `extract`.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};

use ametijuhend::run::{Interrupt, Report, RunError};
use ametijuhend::tables::{self, Exported, Format, TableError};

use super::extract::interrupt;
use super::terminal::safe;

#[derive(Args)]
pub struct Arguments {
    /// Records, as `extract` writes them: files, and folders with all that is in them.
    #[arg(required = true, value_name = "RECORDS")]
    inputs: Vec<PathBuf>,
    /// Folder for the tables; made if it is not there.
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// Formats, separated by commas.
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        value_enum,
        value_delimiter = ',',
        required = true
    )]
    format: Vec<FormatName>,
    /// Replace files in the output folder even if they were not written by this tool.
    #[arg(long)]
    force: bool,
    /// No summary.
    #[arg(short, long)]
    quiet: bool,
}

/// A format on the command line.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// a file for each record, which `extract` always writes
    Json,
    /// all records in one file, one a line
    Jsonl,
    /// a file for each table
    Csv,
    /// a file for each table, typed; needs a program built with --features parquet
    Parquet,
    /// one workbook with a sheet for each table
    Xlsx,
}

pub const LONG_ABOUT: &str = "\
Write records as tables: positions, duties with their results, requirements, clauses of the other sections, findings.

csv gives positions.csv, duties.csv and so on, parquet the same with types, xlsx a workbook tables.xlsx with a sheet for \
each table, jsonl all whole records in records.jsonl. `ametijuhend schema --tables` describes every column; tables.json \
beside the tables holds the same. Rows are in the order of the records' names, so the same records give the same bytes.

Spreadsheets run a cell that begins like a formula. In CSV, texts that begin with = + - @, a tab or a line break have an \
apostrophe in front, and so have those that begin with an apostrophe: take one away to have the text. In workbooks texts \
are text cells and unchanged.

A file that holds no record of this version is named and left out; the exit code is then 1. A run that is stopped \
(exit code 130 or 143) leaves the tables as they were.

Examples:
  ametijuhend convert records -o tables --format csv,xlsx
  ametijuhend convert records.jsonl -o tables --format parquet";

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let sources = tables::find(&arguments.inputs)?;
    let formats = formats(&arguments.format);
    if formats.is_empty() {
        let reason = "Records are JSON files already. Choose --format jsonl, csv, parquet or xlsx.";
        return Err(RunError::Usage(reason.into()).into());
    }
    let interrupt = interrupt().context("Signals cannot be received")?;
    let (folder, force) = (&arguments.output, arguments.force);
    report(
        tables::export(sources, folder, &formats, force, &interrupt),
        arguments.quiet,
    )
}

/// Writes the records of a run as tables, beside them.
pub fn of_run(
    run: &Report,
    folder: &Path,
    formats: &[FormatName],
    force: bool,
    quiet: bool,
    interrupt: &Interrupt,
) -> anyhow::Result<ExitCode> {
    let formats = self::formats(formats);
    if formats.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let names: HashSet<&str> = run
        .inputs
        .iter()
        .flat_map(|e| &e.records)
        .map(String::as_str)
        .collect();
    let mut sources = tables::find(&[folder.to_owned()])?;
    sources.retain(|source| names.contains(source.name.as_str()));
    report(
        tables::export(sources, folder, &formats, force, interrupt),
        quiet,
    )
}

/// Formats of tables, each once.
fn formats(names: &[FormatName]) -> Vec<Format> {
    let mut formats: Vec<Format> = names
        .iter()
        .filter_map(|name| match name {
            FormatName::Json => None,
            FormatName::Jsonl => Some(Format::Jsonl),
            FormatName::Csv => Some(Format::Csv),
            FormatName::Parquet => Some(Format::Parquet),
            FormatName::Xlsx => Some(Format::Xlsx),
        })
        .collect();
    formats.sort_unstable();
    formats.dedup();
    formats
}

fn report(exported: Result<Exported, TableError>, quiet: bool) -> anyhow::Result<ExitCode> {
    let exported = match exported {
        Err(error @ TableError::Interrupted(signal)) => {
            writeln!(io::stderr(), "{error}")?;
            return Ok(super::stopped(signal));
        }
        other => other?,
    };
    for error in &exported.failed {
        writeln!(io::stderr(), "{}", safe(&error.to_string()))?;
    }
    if !quiet {
        let files = exported.files.len();
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "Tables: {} records in {files} files.",
            exported.records
        )?;
    }
    Ok(if exported.failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(super::FAILED)
    })
}
