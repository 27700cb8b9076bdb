//! The audit over small collections that are written down here.

use std::fs;
use std::path::Path;

use ametijuhend::audit::{Audit, Words, collection};
use ametijuhend::record::{Approval, General, Record, SCHEMA_VERSION};

/// A record of a position; `fields` are "manager=…", "substituted_by=…" and so on.
fn record(institution: &str, unit: &str, title: &str, fields: &[&str]) -> Record {
    let some = |t: &str| (!t.is_empty()).then(|| t.to_owned());
    let mut general = General {
        institution: some(institution),
        unit: some(unit),
        job_title: some(title),
        ..General::default()
    };
    let mut approval = Approval::default();
    for field in fields {
        let (name, value) = field.split_once('=').expect("name=value");
        let list = || value.split(';').map(|v| v.trim().to_owned()).collect();
        match name {
            "manager" => general.manager = list(),
            "substituted_by" => general.substituted_by = list(),
            "substitutes" => general.substitutes = list(),
            "subordinates" => general.subordinates = list(),
            "number" => approval.number = some(value),
            "date" => approval.date = some(value),
            _ => panic!("{name}"),
        }
    }
    Record {
        schema_version: SCHEMA_VERSION.to_owned(),
        general,
        approval: Some(approval),
        ..Record::default()
    }
}

fn write(folder: &Path, records: &[Record]) {
    for (i, record) in records.iter().enumerate() {
        let mut record = record.clone();
        record.source.path = format!("{i:03}.pdf");
        let text = serde_json::to_string(&record).expect("a record is JSON");
        fs::write(folder.join(format!("{i:03}.pdf.json")), text).expect("a file");
    }
}

fn audit(records: &[Record]) -> Audit {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), records);
    let words = Words::embedded();
    let collection = collection::read(&[folder.path().to_owned()], &words, 2).expect("readable");
    assert_eq!(collection.entries.len(), records.len());
    Audit::new(collection, &words)
}

/// "X601 3 /general/manager/0"
fn findings(records: &[Record]) -> Vec<String> {
    let found = audit(records).findings();
    found
        .iter()
        .map(|f| {
            let pointer = f.finding.pointer.as_deref().unwrap_or("-");
            format!("{} {} {pointer}", f.rule.code, f.record)
        })
        .collect()
}

/// An office with a director, a department and a division in it.
fn office() -> Vec<Record> {
    let office = "Tasasilla Hoolekandeamet";
    let division = "Teenuste osakond, taastusteenuste talitus";
    vec![
        record(office, "", "Peadirektor", &["manager=minister"]),
        record(
            "TASASILLA HOOLEKANDEAMET",
            "Teenuste osakond",
            "Osakonnajuhataja",
            &["manager=peadirektorile", "subordinates=talituse juhataja"],
        ),
        record(
            office,
            division,
            "Talituse juhataja",
            &[
                "manager=Teenuste osakonna juhataja",
                "subordinates=Nõustajad, spetsialist",
            ],
        ),
        record(
            office,
            "taastusteenuste talitus",
            "Nõustaja (lapsed)",
            &["manager=talituse juhatajale"],
        ),
        record(
            office,
            division,
            "Nõustaja (täisealised)",
            &["manager=talitusejuhataja (edaspidi juhataja)"],
        ),
        record(
            office,
            "Rahandusosakond",
            "Osakonnajuhataja",
            &["manager=Tasasilla Hoolekandeameti peadirektor"],
        ),
        record(
            office,
            "Rahandusosakond",
            "Raamatupidaja",
            &["manager=osakonna juhatajale"],
        ),
    ]
}

#[test]
fn names_meet_across_inflection_and_units() {
    let audit = audit(&office());
    let edges: Vec<(u32, u32)> = audit
        .edges()
        .iter()
        .filter(|e| e.relation == "reports-to")
        .map(|e| (e.from, e.to))
        .collect();
    assert_eq!(edges, [(1, 0), (2, 1), (3, 2), (4, 2), (5, 0), (6, 5)]);
    assert_eq!(findings(&office()), [""; 0]);
}

#[test]
fn a_manager_that_is_no_position() {
    let mut records = office();
    records[6].general.manager = vec!["haldusdirektorile".into()];
    assert_eq!(findings(&records), ["X601 6 /general/manager/0"]);
}

#[test]
fn a_circle_of_reporting() {
    let mut records = office();
    records[1].general.manager = vec!["nõustaja (lapsed)".into()];
    assert_eq!(findings(&records), ["X602 1 /general/manager/0"]);
}

#[test]
fn several_that_may_be_meant_are_told_and_none_is_chosen() {
    let mut records = office();
    records[6].general.manager = vec!["talituse juhatajale".into()];
    records.push(record(
        "Tasasilla Hoolekandeamet",
        "Teenuste osakond, abivahendite talitus",
        "Talituse juhataja",
        &["manager=osakonnajuhataja"],
    ));
    let audit = audit(&records);
    let matches = audit.matches();
    let found = matches
        .iter()
        .find(|m| m.file.starts_with("006"))
        .expect("a match");
    assert_eq!((found.result, found.positions.len()), ("ambiguous", 2));
    assert!(audit.findings().is_empty());
}
