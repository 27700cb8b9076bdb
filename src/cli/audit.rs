//! `ametijuhend audit`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};

use ametijuhend::audit::{Audit, Found, Words, collection, html, tables as audit_tables};
use ametijuhend::diagnostic::Severity;
use ametijuhend::language;
use ametijuhend::tables::Format;

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
    /// Language of messages.
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value_t)]
    lang: Language,
    /// Number of files read at once [default: the number of processors]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Language {
    /// English
    #[default]
    En,
    /// Estonian
    Et,
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

audit/audit.html shows the organisation, what it asks of people, the history of each position, and the findings.";

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let words = Words::embedded();
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = arguments.jobs.map_or_else(processors, usize::from);
    let collection = collection::read(&arguments.inputs, &words, jobs)?;
    let as_of = arguments.as_of.unwrap_or_else(|| jiff::Zoned::now().date());
    let audit = Audit::new(collection, &as_of.to_string(), words);
    let findings = audit.findings();
    let text = listing(&audit, &findings, arguments.lang);
    io::stdout().lock().write_all(text.as_bytes())?;
    if let Some(folder) = &arguments.output {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        let mut formats: Vec<Format> = arguments.tables.iter().map(|&f| f.into()).collect();
        formats.sort_unstable();
        formats.dedup();
        audit_tables::write(&audit, folder, &formats, arguments.force)?;
        write_page(folder, arguments, &audit, &findings)?;
    }
    let unreadable = !audit.collection.unreadable.is_empty();
    Ok(if unreadable {
        ExitCode::from(super::FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

fn write_page(
    folder: &Path,
    arguments: &Arguments,
    audit: &Audit,
    findings: &[Found],
) -> anyhow::Result<()> {
    let style = html::Style {
        language: match arguments.lang {
            Language::En => language::Language::En,
            Language::Et => language::Language::Et,
        },
        check_page: arguments.check_page.as_deref(),
    };
    let mut page = Vec::new();
    html::write(audit, findings, style, &mut page)?;
    let path = folder.join("audit.html");
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))
}

fn listing(audit: &Audit, findings: &[Found], lang: Language) -> String {
    let mut out = String::new();
    for found in findings {
        let entry = &audit.collection.entries[found.record as usize];
        let severity = match found.finding.severity.unwrap_or(found.rule.severity) {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let message = match lang {
            Language::En => &found.finding.en,
            Language::Et => &found.finding.et,
        };
        let pointer = found.finding.pointer.as_deref().unwrap_or_default();
        let line = format!(
            "{}{pointer}: {severity} {}: {message}",
            entry.file, found.rule.code
        );
        out.push_str(&super::terminal::safe(&line));
        out.push('\n');
    }
    for (file, reason) in &audit.collection.unreadable {
        out.push_str(&super::terminal::safe(&format!(
            "{file}: not read: {reason}"
        )));
        out.push('\n');
    }
    let records = audit.collection.entries.len();
    let institutions = audit.organisations.len();
    out.push_str(&format!(
        "{records} records of {institutions} institutions, {} findings, {} other files\n",
        findings.len(),
        audit.collection.other_files
    ));
    out
}
