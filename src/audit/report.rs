//! The findings of an audit as a report of the same kind as a check's, so that formats, baselines and settings are the same.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde_json::Value;

use super::{Collection, Entry, Found};
use crate::check::settings::{Level, Tree};
use crate::check::{Document, Report, document_of, finding};
use crate::diagnostic::{Diagnostic, Place};
use crate::run::RunError;
use crate::worker::protocol::Status;

/// Leaves out the findings of rules that are off in the folder of their record, and gives others their severity there
/// (`ametijuhend.toml`).
pub fn weigh(collection: &Collection, findings: Vec<Found>) -> Result<Vec<Found>, RunError> {
    let mut tree = Tree::default();
    let mut out = Vec::with_capacity(findings.len());
    for mut found in findings {
        let entry = &collection.entries[found.record as usize];
        let folder = collection.files.get(&entry.file).and_then(|f| f.parent());
        let settings = tree
            .of_folder(folder.unwrap_or(Path::new("/")))
            .map_err(|mistakes| RunError::Setup(mistakes.join("\n")))?;
        match settings.level(found.rule.name) {
            Some(Level::Off) => continue,
            Some(Level::At(severity)) => found.finding.severity = Some(severity),
            None => {}
        }
        out.push(found);
    }
    Ok(out)
}

/// The report: a document for each record, and for each file that could not be read.
pub fn report(collection: &Collection, findings: &[Found]) -> Report {
    let mut by_record: BTreeMap<u32, Vec<&Found>> = BTreeMap::new();
    for found in findings {
        by_record.entry(found.record).or_default().push(found);
    }
    let values = values(collection, &by_record);
    let mut documents: Vec<Document> = Vec::new();
    for (number, entry) in (0..).zip(&collection.entries) {
        let mut document = of_entry(entry);
        let value = values.get(&number).unwrap_or(&Value::Null);
        let mut turns = HashMap::new();
        let found = by_record.remove(&number).unwrap_or_default();
        document.findings = found
            .into_iter()
            .map(|f| finding(&diagnostic(f, value), value, None, None, &mut turns))
            .collect();
        documents.push(document);
    }
    for (file, reason) in &collection.unreadable {
        documents.push(document_of(file, Status::Corrupt, reason.clone()));
    }
    Report::new(documents)
}

fn of_entry(entry: &Entry) -> Document {
    Document {
        title: entry.title.clone(),
        institution: entry.institution.clone(),
        unit: entry.unit.clone(),
        ..document_of(&entry.file, Status::Ok, String::new())
    }
}

fn diagnostic(found: &Found, record: &Value) -> Diagnostic {
    let pointer = found.finding.pointer.clone();
    let of_field = || {
        let places = record.get("provenance")?.get(pointer.as_deref()?)?;
        serde_json::from_value::<Vec<Place>>(places.clone()).ok()
    };
    Diagnostic {
        rule: found.rule.name.to_owned(),
        severity: found.finding.severity.unwrap_or(found.rule.severity),
        message: found.finding.en.clone(),
        message_et: found.finding.et.clone(),
        at: of_field().unwrap_or_default(),
        pointer,
    }
}

/// The records that have findings, read again: an audit keeps of each only what it compares. A file that is gone by now gives
/// none; its findings are told without the wording.
fn values(collection: &Collection, wanted: &BTreeMap<u32, Vec<&Found>>) -> HashMap<u32, Value> {
    let mut out = HashMap::new();
    let mut by_file: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for &record in wanted.keys() {
        let entry = &collection.entries[record as usize];
        by_file.entry(&entry.file).or_default().push(record);
    }
    for (file, records) in by_file {
        let Some(path) = collection.files.get(file) else {
            continue;
        };
        let lines: HashMap<u32, u32> = records
            .iter()
            .filter_map(|&r| Some((collection.entries[r as usize].line?, r)))
            .collect();
        // One record in the file, or one a line.
        let read = match lines.is_empty() {
            true => whole(path).map(|value| out.extend(records.first().map(|r| (*r, value)))),
            false => of_lines(path, &lines, &mut out),
        };
        // Findings without the wording are still findings.
        read.unwrap_or_default();
    }
    out
}

fn whole(path: &Path) -> io::Result<Value> {
    Ok(serde_json::from_reader(BufReader::new(File::open(path)?))?)
}

fn of_lines(
    path: &Path,
    lines: &HashMap<u32, u32>,
    out: &mut HashMap<u32, Value>,
) -> io::Result<()> {
    for (number, line) in (1..).zip(BufReader::new(File::open(path)?).split(b'\n')) {
        if let Some(&record) = lines.get(&number) {
            out.insert(record, serde_json::from_slice(&line?)?);
        }
    }
    Ok(())
}
