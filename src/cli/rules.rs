//! `ametijuhend rules`.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use ametijuhend::diagnostic::Severity;
use ametijuhend::language::Language;
use ametijuhend::rules::{RULES, Rule};

use super::language::LanguageArguments;

#[derive(Args)]
pub struct Arguments {
    /// Format of the list.
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    language: LanguageArguments,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// a line for each rule
    #[default]
    Text,
    /// one JSON value
    Json,
}

pub const LONG_ABOUT: &str = "\
List the rules: code, name, severity and what they find.

Both code and name can be given to `ametijuhend explain`, and in the [rules] of ametijuhend.toml.";

#[derive(Serialize)]
struct Line {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    title: &'static str,
}

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let language = arguments.language.language();
    let lines: Vec<Line> = RULES.iter().map(|rule| line(rule, language)).collect();
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => lines.iter().try_for_each(|line| {
            let severity = severity(line.severity, language);
            writeln!(
                out,
                "{}  {:26}  {severity:8}  {}",
                line.code, line.name, line.title
            )
        })?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &lines)?;
            writeln!(out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(rule: &Rule, language: Language) -> Line {
    Line {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        title: title(language.of(rule.en, rule.et)),
    }
}

/// The first line of a manual page, without the mark of a heading.
pub fn title(page: &str) -> &str {
    let first = page.trim_start().lines().next().unwrap_or_default();
    first.trim_start_matches('#').trim()
}

/// Error, warning or info in a language.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.of("error", "viga"),
        Severity::Warning => language.of("warning", "hoiatus"),
        Severity::Info => language.of("info", "teade"),
    }
}
