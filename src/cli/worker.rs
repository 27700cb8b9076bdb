//! `ametijuhend worker`.

use std::io::{self, BufReader, Write};
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, anyhow};
use clap::Args;

use ametijuhend::worker::{Ending, Limits, apply, remember_panics, serve};

/// Stack for reading. Parsers of nested formats need more than a thread has by default, and the same everywhere.
const STACK: usize = 32 * 1024 * 1024;

#[derive(Args)]
pub struct Arguments {
    /// Limit of this process's memory (address space) in MiB. Linux only.
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(super::reading::MEMORY_MIB))]
    memory: Option<u64>,
    /// Be killed when the thread that started this process ends. Linux only.
    #[arg(long)]
    die_with_parent: bool,
}

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let limits = Limits {
        memory_mib: arguments.memory,
        die_with_parent: arguments.die_with_parent,
    };
    apply(limits).context("The limits cannot be set")?;
    remember_panics();
    let output = private_stdout().context("The output cannot be set up")?;
    let reading = thread::Builder::new()
        .name("reading".into())
        .stack_size(STACK)
        .spawn(move || serve(BufReader::new(io::stdin()), output))
        .context("There is not enough memory to start. Allow more with --memory")?;
    let ending = reading
        .join()
        .map_err(|_| anyhow!("The worker failed."))??;
    Ok(match ending {
        Ending::Done => ExitCode::SUCCESS,
        Ending::Setup => ExitCode::from(super::ENVIRONMENT),
    })
}

/// The standard output for this program alone: whatever a library prints goes to the standard error.
#[cfg(unix)]
fn private_stdout() -> io::Result<impl Write + Send + 'static> {
    let own = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdout(), 3)?;
    rustix::stdio::dup2_stdout(rustix::stdio::stderr())?;
    Ok(std::fs::File::from(own))
}

#[cfg(not(unix))]
fn private_stdout() -> io::Result<impl Write + Send + 'static> {
    Ok(io::stdout())
}
