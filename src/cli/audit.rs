//! `ametijuhend audit`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};

use ametijuhend::audit::{Audit, Words, collection, html, report, tables as audit_tables};
use ametijuhend::language::Language;
use ametijuhend::run::{RunError, write_file};
use ametijuhend::tables::Format;

use super::reporting::ReportingArguments;

#[derive(Args)]
pub struct Arguments {
    /// Records, as `extract` writes them: files, and folders with all that is in them.
    #[arg(required = true, value_name = "RECORDS")]
    inputs: Vec<PathBuf>,
    /// Folder for the page audit.html and the tables; made if it is not there.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Formats of the tables, separated by commas.
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        value_delimiter = ',',
        default_value = "json"
    )]
    tables: Vec<TableFormat>,
    /// Replace tables in the folder even if they were not written by this tool.
    #[arg(long)]
    force: bool,
    /// Address of the page that `check --format html` wrote, as seen from audit.html; documents link to it.
    #[arg(long, value_name = "ADDRESS", requires = "output")]
    check_page: Option<String>,
    /// Day on which the collection is looked at: only job descriptions in force on it count [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<jiff::civil::Date>,
    #[command(flatten)]
    reporting: ReportingArguments,
    /// Number of files read at once [default: the number of processors]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

#[derive(Clone, Copy, ValueEnum)]
enum TableFormat {
    /// a file for each table, an array of objects
    Json,
    /// a file for each table
    Csv,
    /// a file for each table, typed; needs a program built with --features parquet
    Parquet,
    /// one workbook, audit.xlsx, with a sheet for each table
    Xlsx,
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Format {
        match format {
            TableFormat::Json => Format::Json,
            TableFormat::Csv => Format::Csv,
            TableFormat::Parquet => Format::Parquet,
            TableFormat::Xlsx => Format::Xlsx,
        }
    }
}

/// The manual of the command.
pub const LONG_ABOUT: &str = "\
Check whether the job descriptions of a collection agree with each other: whether managers and substitutes exist, whether \
positions report in circles.

Names are compared across case forms and slips of the pen; where several positions may be meant, none is chosen. Every \
name that did not match by its letters stands in the table matches, with what it was taken for and why.

With -o, tables tell who means whom, what is alike and what the collection holds: edges (relations between positions), matches, \
versions (the history of each position), clusters of near-duplicates with the words that differ, \
shared_clauses, standards (the usual wording of each section) and drifts from it, profile (how often each field is filled), \
outliers, demands (education, years, languages by family of positions) and vocabulary (the words of duties). \
`ametijuhend schema --tables` describes their columns.

  ametijuhend extract documents -o records
  ametijuhend audit records -o audit --tables csv,xlsx

Findings are told as by `check`: in the same formats, with severities set by ametijuhend.toml beside the records or above, \
and with baselines.

audit/audit.html shows the organisation, what it asks of people, the history of each position, and the findings.";

pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let reporting = arguments.reporting.prepare(None)?;
    if reporting.shows_documents() {
        let reason = "The page of an audit is written with -o FOLDER. Choose another --format, or leave it out.";
        return Err(RunError::Usage(reason.to_owned()).into());
    }
    let words = Words::embedded();
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = arguments.jobs.map_or_else(processors, usize::from);
    let collection = collection::read(&arguments.inputs, &words, jobs)?;
    let as_of = arguments.as_of.unwrap_or_else(|| jiff::Zoned::now().date());
    let audit = Audit::new(collection, &as_of.to_string(), words);
    let findings = report::weigh(&audit.collection, audit.findings())?;
    if let Some(folder) = &arguments.output {
        let mut formats: Vec<Format> = arguments.tables.iter().map(|&f| f.into()).collect();
        formats.sort_unstable();
        formats.dedup();
        audit_tables::write(&audit, folder, &formats, arguments.force)?;
        let check_page = arguments.check_page.as_deref();
        let style = html::Style {
            language: reporting.language(),
            check_page,
        };
        let mut page = Vec::new();
        html::write(&audit, &findings, style, &mut page)?;
        let path = folder.join("audit.html");
        write_file(&path, &page)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let (records, others) = (audit.collection.entries.len(), audit.collection.other_files);
    let told = match reporting.language() {
        Language::En => format!(
            "Records: {records}, in force on {as_of}: {}. Institutions: {}. Files without records: {others}.",
            audit.records.len(),
            audit.organisations.len()
        ),
        Language::Et => format!(
            "Kirjeid: {records}, neist {as_of} kehtivaid: {}. Asutusi: {}. Kirjeteta faile: {others}.",
            audit.records.len(),
            audit.organisations.len()
        ),
    };
    writeln!(io::stderr(), "{told}")?;
    reporting.finish(report::report(&audit.collection, &findings))
}
