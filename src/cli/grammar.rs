//! `ametijuhend grammar`: what the packs hold, whether they are right, and which of them fits a document.

mod fit;
mod show;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};

use ametijuhend::grammar::pack::{self, Pack, Packs};
use ametijuhend::pipeline::SetupError;
use ametijuhend::run::RunError;

use super::terminal::safe;

pub const LONG_ABOUT: &str = "\
Look into the grammar packs: the wordings by which documents are read.

A pack is a folder with a pack.toml that lists the headings, labels and column heads of a family of job descriptions. \
The built-in packs are t1 to t14; base knows the wordings of all families, and is used where no family fits. Your own \
packs stand beside them with --grammars FOLDER, and replace those of the same name.";

#[derive(Args)]
#[command(long_about = LONG_ABOUT)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List the packs: name, fingerprint, how much they hold, title.
    List(Dirs),
    /// Print all wordings of a pack, merged with those of the pack that it extends.
    Show {
        /// Name of the pack.
        name: String,
        #[command(flatten)]
        dirs: Dirs,
    },
    /// Look for mistakes in packs; exit code 1 if there are any.
    Check {
        /// Folder of a pack, or of several.
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Tell how well each pack fits a document, and why; the best first.
    Fit {
        /// The document.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Tell only of this many packs.
        #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
        top: usize,
        #[command(flatten)]
        dirs: Dirs,
    },
}

#[derive(Args)]
struct Dirs {
    /// Folder with grammar packs, besides the built-in ones. May be given several times.
    #[arg(long, value_name = "DIR")]
    grammars: Vec<PathBuf>,
}

impl Dirs {
    fn load(&self) -> anyhow::Result<Packs> {
        Ok(pack::load(&self.grammars).map_err(SetupError::Grammar)?)
    }
}

pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::List(dirs) => list(&dirs.load()?),
        Command::Show { name, dirs } => {
            let packs = dirs.load()?;
            print(&show::show(find(&packs, &name)?))
        }
        Command::Check { dir } => check(&dir),
        Command::Fit { file, top, dirs } => {
            let packs = dirs.load()?;
            let base = Arc::clone(find(&packs, "base")?);
            print(&fit::fit(&packs, &base, &file, top)?)
        }
    }
}

fn find<'a>(packs: &'a Packs, name: &str) -> anyhow::Result<&'a Arc<Pack>> {
    let found = packs.get(name);
    Ok(found.ok_or_else(|| {
        let names: Vec<&str> = packs.list.iter().map(|p| p.name.as_str()).collect();
        RunError::Usage(format!(
            "There is no pack \"{name}\". Use one of: {}.",
            names.join(", ")
        ))
    })?)
}

fn print(text: &str) -> anyhow::Result<ExitCode> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn list(packs: &Packs) -> anyhow::Result<ExitCode> {
    let mut text = format!(
        "{:<8} {:<16} {:>8} {:>6} {:>7} {:>12}  title\n",
        "name", "fingerprint", "headings", "labels", "columns", "requirements"
    );
    for pack in &packs.list {
        // A family's own wordings; those that all share are counted once, with the pack that holds them.
        text += &format!(
            "{:<8} {:<16} {:>8} {:>6} {:>7} {:>12}  {}\n",
            safe(&pack.name),
            pack.fingerprint,
            count(&pack.headings),
            count(&pack.labels),
            count(&pack.columns),
            count(&pack.requirements),
            safe(&pack.title)
        );
    }
    print(&text)
}

fn count<K: Copy>(lexicon: &pack::Lexicon<K>) -> usize {
    let wordings = lexicon.wordings();
    wordings.iter().filter(|(.., own)| *own).count()
}

fn check(dir: &std::path::Path) -> anyhow::Result<ExitCode> {
    let errors = pack::check(dir);
    let mut out = io::stdout().lock();
    for error in &errors {
        writeln!(out, "{}", safe(&error.to_string()))?;
    }
    if errors.is_empty() {
        writeln!(out, "No mistakes found.")?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(super::FAILED))
}
