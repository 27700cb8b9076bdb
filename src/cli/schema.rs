//! `ametijuhend schema`.

use std::io::{self, Write};
use std::process::ExitCode;

use ametijuhend::record::Record;

pub const LONG_ABOUT: &str = "\
Print the JSON Schema (draft 2020-12) of a record, as `extract` writes it.

  ametijuhend schema > record.schema.json";

pub fn run() -> anyhow::Result<ExitCode> {
    let schema = schemars::schema_for!(Record);
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
