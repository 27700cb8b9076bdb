//! Records that were written earlier, recognised by their content.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::Deserialize;

use crate::record::{Record, Tool};
use crate::run::write_file;

/// No record is larger, in bytes.
const MAX_RECORD: u64 = 256 * 1024 * 1024;

/// What a file is to a check.
#[derive(Debug)]
pub enum Kind {
    /// A document to read.
    Document,
    /// A record, to be judged as it is.
    Record(Box<Record>),
    /// Another file of this tool, such as the report of a run: it has nothing to check.
    Other,
    /// A record that cannot be understood; the sentence says why.
    Broken(String),
}

#[derive(Deserialize)]
struct Signed {
    tool: Tool,
    schema_version: Option<String>,
}

/// Looks into a file. One that cannot be read is left to the workers, which say why.
pub fn kind(file: &Path) -> Kind {
    let Some(bytes) = object(file) else {
        return Kind::Document;
    };
    match serde_json::from_slice::<Signed>(&bytes) {
        Ok(signed) if signed.tool.name == env!("CARGO_PKG_NAME") => match signed.schema_version {
            Some(_) => record(&bytes),
            None => Kind::Other,
        },
        _ => Kind::Document,
    }
}

fn record(bytes: &[u8]) -> Kind {
    match serde_json::from_slice(bytes) {
        Ok(record) => Kind::Record(Box::new(record)),
        Err(error) => Kind::Broken(format!(
            "The record cannot be understood: {error}. Write it anew with `ametijuhend extract`."
        )),
    }
}

/// Writes a record in place of the one that was read.
pub fn write(file: &Path, record: &Record) -> io::Result<()> {
    let mut bytes = serde_json::to_vec_pretty(record)?;
    bytes.push(b'\n');
    write_file(file, &bytes)
}

/// The bytes of a file that begins as a JSON object does.
fn object(file: &Path) -> Option<Vec<u8>> {
    let mut file = File::open(file).ok()?;
    if file.metadata().ok()?.len() > MAX_RECORD {
        return None;
    }
    let mut bytes = vec![0; 16];
    let read = file.read(&mut bytes).ok()?;
    bytes.truncate(read);
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    file.take(MAX_RECORD).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(content: &str) -> Kind {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("any.name");
        std::fs::write(&path, content).unwrap();
        kind(&path)
    }

    #[test]
    fn content_decides() {
        let mut record = Record::default();
        record.tool.name = "ametijuhend".into();
        let text = serde_json::to_string(&record).unwrap();
        assert!(matches!(kind_of(&text), Kind::Record(_)));
        assert!(matches!(kind_of("AMETIJUHEND"), Kind::Document));
        assert!(matches!(kind_of("{Allkirjastaja}"), Kind::Document));
        let report = r#"{"tool": {"name": "ametijuhend", "version": "0.1.0"}, "inputs": []}"#;
        assert!(matches!(kind_of(report), Kind::Other));
        let broken = text.replacen("\"duties\":[]", "\"duties\":7", 1);
        assert!(matches!(kind_of(&broken), Kind::Broken(_)));
    }
}
