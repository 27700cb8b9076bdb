//! What commands that report findings have in common: the format, the baseline and the exit code.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anyhow::Context;
use clap::{Args, ValueEnum};

use ametijuhend::check::format::{self, Format, Style};
use ametijuhend::check::{Baseline, Report};
use ametijuhend::language::Language;
use ametijuhend::run::{FailOn, RunError, write_file};

use super::language::LanguageArguments;

#[derive(Args)]
pub struct ReportingArguments {
    /// Format of the report.
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Choice,
    /// Hide the findings that this file knows; tell those of them that no longer occur.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings to a file for --baseline; then none of them is a failure.
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// End with exit code 1 if there is a finding of this severity or a graver one. Inputs that could not be read give
    /// exit code 1 too, unless this is "never".
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t)]
    fail_on: Severity,
    #[command(flatten)]
    language: LanguageArguments,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Choice {
    /// for people, with source lines
    #[default]
    Terminal,
    /// the whole report as one JSON value
    Json,
    /// JSON, one finding a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// JUnit's XML, for CI servers
    Junit,
    /// annotations of GitHub Actions
    Github,
    /// a table
    Csv,
    /// a page that works by itself, with each document beside its record
    Html,
}

/// `--fail-on`.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Severity {
    /// findings of severity error
    #[default]
    Error,
    /// findings of severity error or warning
    Warning,
    /// any finding
    Info,
    /// nothing, whatever is found
    Never,
}

impl From<Severity> for FailOn {
    fn from(severity: Severity) -> FailOn {
        match severity {
            Severity::Error => FailOn::Error,
            Severity::Warning => FailOn::Warning,
            Severity::Info => FailOn::Info,
            Severity::Never => FailOn::Never,
        }
    }
}

impl From<Choice> for Format {
    fn from(choice: Choice) -> Format {
        match choice {
            Choice::Terminal => Format::Terminal,
            Choice::Json => Format::Json,
            Choice::Jsonl => Format::Jsonl,
            Choice::Sarif => Format::Sarif,
            Choice::Junit => Format::Junit,
            Choice::Github => Format::Github,
            Choice::Csv => Format::Csv,
            Choice::Html => Format::Html,
        }
    }
}

impl ReportingArguments {
    /// Makes sure, before anything is read, that what is asked for can be had.
    /// `output`: a file for the report; the standard output without one.
    pub fn prepare(self, output: Option<PathBuf>) -> Result<Reporting, RunError> {
        let baseline = self.baseline.as_deref().map(Baseline::read).transpose();
        Ok(Reporting {
            baseline: baseline.map_err(RunError::Setup)?,
            format: self.format.into(),
            output,
            write_baseline: self.write_baseline,
            fail_on: self.fail_on.into(),
            language: self.language.language(),
        })
    }
}

/// How to report.
pub struct Reporting {
    format: Format,
    output: Option<PathBuf>,
    baseline: Option<Baseline>,
    write_baseline: Option<PathBuf>,
    fail_on: FailOn,
    language: Language,
}

impl Reporting {
    /// The language of messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the report is to hold documents and records whole.
    pub fn shows_documents(&self) -> bool {
        self.format.shows_documents()
    }

    /// Writes the report; the exit code says whether it holds a failure.
    pub fn finish(&self, mut report: Report) -> anyhow::Result<ExitCode> {
        let files = [&self.output, &self.write_baseline];
        for file in files.into_iter().flatten() {
            refuse_input(file, &report)?;
        }
        if let Some(file) = &self.write_baseline {
            let bytes = Baseline::of(&report, file).to_json()?;
            write_file(file, &bytes).with_context(|| cannot_write(file))?;
        }
        if let Some(baseline) = &self.baseline {
            baseline.apply(&mut report);
        }
        self.write(&report)?;
        Ok(match self.is_failure(&report) {
            true => ExitCode::from(super::FAILED),
            false => ExitCode::SUCCESS,
        })
    }

    fn is_failure(&self, report: &Report) -> bool {
        let mut findings = report.documents.iter().flat_map(|d| &d.findings);
        let unread = report.counts.unread > 0 && self.fail_on != FailOn::Never;
        let fails = self.write_baseline.is_none()
            && findings.any(|finding| self.fail_on.includes(finding.severity));
        unread || fails
    }

    fn write(&self, report: &Report) -> anyhow::Result<()> {
        let style = |colour| Style {
            language: self.language,
            fail_on: self.fail_on,
            colour,
        };
        if let Some(file) = &self.output {
            let mut bytes = Vec::new();
            format::write(report, self.format, style(false), &mut bytes)?;
            return write_file(file, &bytes).with_context(|| cannot_write(file));
        }
        let stdout = io::stdout().lock();
        let colour = AutoStream::choice(&stdout) != ColorChoice::Never && stdout.is_terminal();
        let mut out = io::BufWriter::new(stdout);
        format::write(report, self.format, style(colour), &mut out)?;
        Ok(out.flush()?)
    }
}

fn cannot_write(file: &Path) -> String {
    format!("{} cannot be written", file.display())
}

/// A report must not replace what it is about.
fn refuse_input(file: &Path, report: &Report) -> Result<(), RunError> {
    let Ok(file) = fs::canonicalize(file) else {
        return Ok(());
    };
    let mut paths = report.documents.iter().map(|d| Path::new(&d.path));
    if paths.any(|path| fs::canonicalize(path).is_ok_and(|path| path == file)) {
        return Err(RunError::Usage(format!(
            "{} is an input and is not overwritten. Name another file, or leave it out with --glob.",
            file.display()
        )));
    }
    Ok(())
}
