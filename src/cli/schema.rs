//! `ametijuhend schema`.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use ametijuhend::record::Record;
use ametijuhend::tables::{TABLES, schemas};

#[derive(Args)]
pub struct Arguments {
    /// Print the columns of the tables that `convert` writes instead: for each table a list of name, type, whether a value
    /// may be missing, and what it is.
    #[arg(long)]
    tables: bool,
}

pub const LONG_ABOUT: &str = "\
Print the JSON Schema (draft 2020-12) of a record, as `extract` writes it.

  ametijuhend schema > record.schema.json
  ametijuhend schema --tables > tables.json";

pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut text = if arguments.tables {
        serde_json::to_string_pretty(&schemas(&TABLES))?
    } else {
        serde_json::to_string_pretty(&schemars::schema_for!(Record))?
    };
    text.push('\n');
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
