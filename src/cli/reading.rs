//! What commands that read documents have in common: which, and how.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, ValueEnum};

use ametijuhend::pipeline::{PdfEngine, Settings};
use ametijuhend::run::{Globs, Survey};

/// Memory limits that make sense: below 192, a worker starts only if it is lucky with where the C library puts the 64 MiB that it
/// reserves for a thread.
pub const MEMORY_MIB: RangeInclusive<u64> = 256..=1_048_576;

#[derive(Args)]
pub struct ReadingArguments {
    /// Files, and folders whose files are all read.
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Of the files in folders, read only those that match, such as "*.{pdf,txt}"; with ! in front, leave these out. May
    /// be given several times; the last that matches counts.
    #[arg(short, long, value_name = "GLOB")]
    glob: Vec<String>,
    /// Number of files read at once [default: the number of processors]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// What reads PDF files.
    #[arg(long, value_name = "ENGINE", value_enum, default_value_t)]
    pdf_engine: Engine,
    /// Folder with grammar packs, besides the built-in ones. May be given several times.
    #[arg(long, value_name = "DIR")]
    grammars: Vec<PathBuf>,
    /// Word list (one word a line, or a Hunspell .dic) that helps to decide hyphens at line ends.
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
    /// The day that counts as today for the check of an approval's date, as 2026-03-31 [default: the day of the run]
    #[arg(long, value_name = "DATE")]
    today: Option<jiff::civil::Date>,
    /// Time limit for one file.
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// Memory limit for one worker process. Has an effect on Linux only.
    #[arg(long, value_name = "MIB", default_value_t = 1024, value_parser = clap::value_parser!(u64).range(MEMORY_MIB))]
    memory: u64,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Engine {
    /// hayro, and pdf-extract where hayro cannot read the file
    #[default]
    Auto,
    /// hayro alone
    Hayro,
    /// pdf-extract alone
    PdfExtract,
}

impl ReadingArguments {
    /// What is asked for.
    pub fn survey(self) -> anyhow::Result<Survey> {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Survey {
            inputs: self.inputs,
            globs: Globs::new(&self.glob)?,
            jobs: self.jobs.map_or_else(processors, usize::from),
            settings: Settings {
                pdf_engine: match self.pdf_engine {
                    Engine::Auto => PdfEngine::Auto,
                    Engine::Hayro => PdfEngine::Hayro,
                    Engine::PdfExtract => PdfEngine::PdfExtract,
                },
                grammars: self.grammars,
                dictionary: self.dictionary,
                today: Some(self.today.unwrap_or_else(today).to_string()),
            },
            timeout: Duration::from_secs(self.timeout),
            memory_mib: self.memory,
            program: std::env::current_exe().context("This program cannot find itself")?,
        })
    }
}

/// The day of the run, which all its workers share.
fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}
