//! The audit over small collections that are written down here.

#[path = "support/planted.rs"]
mod planted;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use ametijuhend::audit::{Audit, Words, collection, edges, matches};
use ametijuhend::diagnostic::Severity;
use ametijuhend::record::{Approval, General, Record, SCHEMA_VERSION};
use assert_cmd::cargo::CommandCargoExt;

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
        if record.source.path.is_empty() {
            record.source.path = format!("{i:06}.pdf");
        }
        let text = serde_json::to_string(&record).expect("a record is JSON");
        fs::write(folder.join(format!("{i:06}.pdf.json")), text).expect("a file");
    }
}

fn audit(records: &[Record]) -> Audit {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), records);
    let words = Words::embedded();
    let collection = collection::read(&[folder.path().to_owned()], &words, 2).expect("readable");
    assert_eq!(collection.entries.len(), records.len());
    Audit::new(collection, "2026-06-01", words)
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
    let number = |id: &str| -> u32 { id[..6].parse().expect("a number") };
    let edges: Vec<(u32, u32)> = edges(&audit)
        .filter(|e| e.relation == "reports-to")
        .map(|e| (number(&e.position_id), number(&e.to_position_id)))
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
    let found = matches(&audit)
        .find(|m| m.position_id.starts_with("000006"))
        .expect("a match");
    assert_eq!((found.result, found.positions.len()), ("ambiguous", 2));
    assert!(audit.findings().is_empty());
}

/// What an audit finds in a planted collection: (code, record), and how much it weighs.
fn found(records: &[Record]) -> Vec<(&'static str, usize, Severity)> {
    let audit = audit(records);
    let number = |record: u32| -> usize {
        let file = &audit.collection.entries[record as usize].file;
        file.split('.')
            .next()
            .and_then(|n| n.parse().ok())
            .expect("a number")
    };
    let all = audit.findings().into_iter();
    all.map(|f| {
        let severity = f.finding.severity.unwrap_or(f.rule.severity);
        (f.rule.code, number(f.record), severity)
    })
    .collect()
}

#[test]
fn a_consistent_collection_has_no_errors_and_no_warnings() {
    let planted = planted::collection(7, 30, false);
    let all = found(&planted.records);
    let heavy: Vec<_> = all.iter().filter(|f| f.2 != Severity::Info).collect();
    assert!(
        heavy.is_empty(),
        "{:?} of {}",
        &heavy[..heavy.len().min(12)],
        heavy.len()
    );
    assert!(
        all.is_empty(),
        "{:?} of {}",
        &all[..all.len().min(12)],
        all.len()
    );
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let planted = planted::collection(11, 120, true);
    let all = found(&planted.records);
    let mut misses = Vec::new();
    for code in planted::CODES {
        let truths: Vec<_> = planted.truth.iter().filter(|t| t.code == code).collect();
        let hits: Vec<_> = all.iter().filter(|f| f.0 == code).collect();
        let recalled = truths
            .iter()
            .filter(|t| hits.iter().any(|h| t.at.contains(&h.1)));
        let right = hits
            .iter()
            .filter(|h| truths.iter().any(|t| t.at.contains(&h.1)));
        let recall = recalled.count() as f64 / truths.len() as f64;
        let precision = right.count() as f64 / hits.len().max(1) as f64;
        println!(
            "{code}: {} planted, {} found, precision {precision:.3}, recall {recall:.3}",
            truths.len(),
            hits.len()
        );
        assert!(truths.len() >= 10, "{code}: too few to measure");
        if precision < 0.98 || recall < 0.98 {
            let wrong = hits
                .iter()
                .filter(|h| !truths.iter().any(|t| t.at.contains(&h.1)));
            let missed = truths
                .iter()
                .filter(|t| !hits.iter().any(|h| t.at.contains(&h.1)));
            let describe = |at: usize| format!("{:?}", planted.records[at].general);
            misses.push(code);
            for hit in wrong.take(4) {
                println!("  wrong: {} {}", hit.1, describe(hit.1));
            }
            for truth in missed.take(4) {
                println!("  missed: {:?} {}", truth.at, describe(truth.at[0]));
            }
        }
    }
    assert!(misses.is_empty(), "below 0.98: {misses:?}");
}

/// What `audit` prints of the office with a manager that nobody is.
fn printed(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::cargo_bin("ametijuhend")
        .expect("built")
        .current_dir(folder)
        .args(["audit", "records", "--as-of", "2026-06-01", "--lang", "en"])
        .args(arguments)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code(), text)
}

/// JSON Lines are read line by line, so no size of the file is too large: blanks make it one here.
#[test]
fn lines_of_records_may_make_a_large_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let blanks = vec![b' '; 1_000_000];
    for (name, readable) in [("all.jsonl", 2), ("all.json", 0)] {
        let path = folder.path().join(name);
        let mut file = fs::File::create(&path).expect("a file");
        for record in &office()[..2] {
            let line = serde_json::to_string(record).expect("a record is JSON");
            writeln!(file, "{line}").expect("it is written");
            for _ in 0..101 {
                file.write_all(&blanks).expect("it is written");
                writeln!(file).expect("it is written");
            }
        }
        let read = collection::read(&[path], &Words::embedded(), 1).expect("it is read");
        assert_eq!(read.entries.len(), readable, "{name}");
        assert_eq!(read.unreadable.len(), usize::from(readable == 0), "{name}");
    }
}

#[test]
fn findings_are_reported_as_by_a_check() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = folder.path().join("records");
    fs::create_dir(&records).expect("a folder");
    let mut all = office();
    all[6].general.manager = vec!["haldusdirektorile".into()];
    all.iter_mut()
        .for_each(|r| r.tool.name = "ametijuhend".into());
    write(&records, &all);

    let (code, text) = printed(folder.path(), &["--format", "json", "--fail-on", "warning"]);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let finding = &report["documents"][6]["findings"][0];
    assert_eq!((code, finding["code"].as_str()), (Some(1), Some("X601")));
    assert_eq!(finding["pointer"], "/general/manager/0");
    assert_eq!(finding["excerpt"]["text"], "haldusdirektorile");
    assert_eq!(report["counts"]["checked"], 7);

    // Known findings are hidden, and settings count.
    let written = printed(folder.path(), &["--write-baseline", "known.json"]);
    assert_eq!(written.0, Some(0));
    let arguments = [
        "--baseline",
        "known.json",
        "--fail-on",
        "info",
        "--format",
        "jsonl",
    ];
    assert_eq!(printed(folder.path(), &arguments), (Some(0), String::new()));
    let off = "[rules]\nmanager-unknown = \"off\"\n";
    fs::write(records.join("ametijuhend.toml"), off).expect("a file");
    let arguments = ["--fail-on", "info", "--format", "jsonl"];
    assert_eq!(printed(folder.path(), &arguments), (Some(0), String::new()));
    assert_eq!(printed(folder.path(), &["--format", "html"]).0, Some(2));
}

#[test]
fn tables_of_both_commands_are_described_beside_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = folder.path().join("records");
    fs::create_dir(&records).expect("a folder");
    write(&records, &office());
    let run = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("ametijuhend").expect("built");
        let status = command.current_dir(folder.path()).args(arguments).output();
        assert!(status.expect("it runs").status.success(), "{arguments:?}");
    };
    run(&["convert", "records", "-o", "out", "--format", "csv"]);
    run(&["audit", "records", "-o", "out", "--tables", "csv"]);
    run(&["audit", "records", "-o", "out", "--tables", "csv"]);
    let text = fs::read(folder.path().join("out/tables.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let tables = manifest["tables"].as_array().expect("a list");
    let names: Vec<&str> = tables.iter().filter_map(|t| t["table"].as_str()).collect();
    for name in ["positions", "edges", "versions", "clusters"] {
        assert_eq!(names.iter().filter(|n| **n == name).count(), 1, "{name}");
        let file = format!("{name}.csv");
        assert!(
            manifest["files"]
                .as_array()
                .expect("a list")
                .iter()
                .any(|f| *f == file)
        );
    }
}
