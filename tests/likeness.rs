//! What is alike in a collection, and its tables, over records that are written down here.

use std::fs;
use std::path::Path;
use std::process::Command;

use ametijuhend::audit::{Audit, Words, collection};
use ametijuhend::record::{
    Duty, Education, EducationLevel, General, Grammar, Record, SCHEMA_VERSION, Source,
};
use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

/// A record of the institution "Näidisamet" whose duties are told apart by `seed`.
fn record(name: &str, title: &str, seed: usize) -> Record {
    let duty = |d: usize| Duty {
        text: format!("haldab ruumi {seed}r{d} igal nädalal koos hooldajaga"),
        ..Duty::default()
    };
    Record {
        schema_version: SCHEMA_VERSION.to_owned(),
        source: Source {
            path: format!("{name}.pdf"),
            ..Source::default()
        },
        grammar: Grammar {
            name: "t1".to_owned(),
            ..Grammar::default()
        },
        general: General {
            institution: Some("Näidisamet".to_owned()),
            job_title: Some(title.to_owned()),
            ..General::default()
        },
        duties: (0..12).map(duty).collect(),
        rights: vec![
            "saada tööks vajalikku teavet ja töövahendeid".to_owned(),
            "teha ettepanekuid töö paremaks korraldamiseks".to_owned(),
        ],
        ..Record::default()
    }
}

/// Six records of one template. "e" is "a" but for a word; "f" drifts from a standard wording.
fn collection_of_six() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut records = vec![
        record("a", "arhivaar", 1),
        record("b", "vanem arhivaar", 2),
        record("c", "hooldaja", 3),
        record("d", "hooldaja", 4),
        record("e", "arhivaar", 1),
        record("f", "kojamees", 5),
    ];
    records[4].duties[0].text.push_str(" lõpus");
    records[5].rights[0] = "Saada tööks vajalikku teavet ning töövahendeid.".to_owned();
    for record in &mut records[..2] {
        record.requirements.education = Some(Education {
            text: "kõrgharidus".to_owned(),
            level: Some(EducationLevel::Higher),
            eqf: None,
        });
    }
    write(folder.path(), &records);
    folder
}

fn write(folder: &Path, records: &[Record]) {
    fs::create_dir(folder.join("records")).unwrap();
    for record in records {
        let path = folder.join(format!("records/{}.json", record.source.path));
        fs::write(path, serde_json::to_vec(record).unwrap()).unwrap();
    }
}

/// Runs the audit in the folder; its tables are in `out`.
fn audit(folder: &Path, formats: &str) {
    let output = Command::cargo_bin("ametijuhend")
        .unwrap()
        .current_dir(folder)
        .args(["audit", "records", "-o", "out", "--tables", formats])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_some_and(|c| c < 2), "{told}");
}

fn table(folder: &Path, name: &str) -> Vec<Value> {
    let bytes = fs::read(folder.join(format!("out/{name}.json"))).unwrap();
    let rows: Value = serde_json::from_slice(&bytes).unwrap();
    rows.as_array().unwrap().clone()
}

#[test]
fn near_duplicates_and_drifts_are_findings() {
    let folder = collection_of_six();
    let words = Words::embedded();
    let collection = collection::read(&[folder.path().join("records")], &words, 2).unwrap();
    let audit = Audit::new(collection, "2026-06-01", words);
    let found: Vec<String> = audit
        .findings()
        .iter()
        .filter(|f| ["X608", "X609"].contains(&f.rule.code))
        .map(|f| {
            let entry = &audit.collection.entries[f.record as usize];
            let pointer = f.finding.pointer.as_deref().unwrap_or_default();
            format!("{} {}{pointer}", f.rule.code, entry.position_id)
        })
        .collect();
    assert_eq!(
        found,
        ["X608 e.pdf/general/job_title", "X609 f.pdf/rights/0"]
    );
}

#[test]
fn tables_tell_what_is_alike() {
    let folder = collection_of_six();
    audit(folder.path(), "json,csv");
    let clusters = table(folder.path(), "clusters");
    let members: Vec<&Value> = clusters.iter().map(|r| &r["position_id"]).collect();
    assert_eq!(members, ["a.pdf", "e.pdf"]);
    assert_eq!(clusters[1]["cluster_id"], "a.pdf");
    assert_eq!(clusters[1]["only_here"], serde_json::json!(["lõpus"]));
    assert_eq!(
        clusters[1]["only_in_first"],
        serde_json::json!(["kõrgharidus"])
    );

    let standards = table(folder.path(), "standards");
    assert_eq!(standards.len(), 2);
    assert_eq!(
        (&standards[0]["having"], &standards[0]["drifts"]),
        (&5.into(), &1.into())
    );
    let drifts = table(folder.path(), "drifts");
    assert_eq!(drifts.len(), 1);
    assert_eq!(drifts[0]["only_here"], serde_json::json!(["ning"]));
    assert_eq!(drifts[0]["only_in_standard"], serde_json::json!(["ja"]));

    let shared = table(folder.path(), "shared_clauses");
    assert_eq!(
        shared[0]["text"],
        "teha ettepanekuid töö paremaks korraldamiseks"
    );
    assert_eq!(shared[0]["documents"], 6);
    assert!(folder.path().join("out/clusters.csv").is_file());
}

#[test]
fn tables_tell_what_the_collection_holds() {
    let folder = collection_of_six();
    audit(folder.path(), "json");
    let profile = table(folder.path(), "profile");
    let education = profile
        .iter()
        .find(|r| r["institution"].is_null() && r["field"] == "requirements.education")
        .unwrap();
    assert_eq!(
        (&education["filled"], &education["documents"]),
        (&2.into(), &6.into())
    );
    assert_eq!(education["distinct"], 1);

    let demands = table(folder.path(), "demands");
    assert_eq!(demands.len(), 1);
    assert_eq!(
        (&demands[0]["family"], &demands[0]["value"]),
        (&"arhivaar".into(), &"higher".into())
    );
    assert_eq!(
        (&demands[0]["documents"], &demands[0]["family_documents"]),
        (&2.into(), &3.into())
    );

    let vocabulary = table(folder.path(), "vocabulary");
    assert_eq!(
        (&vocabulary[0]["word"], &vocabulary[0]["documents"]),
        (&"haldab".into(), &6.into())
    );
    assert_eq!(vocabulary[0]["leading"], 72);
    assert_eq!(table(folder.path(), "outliers"), Vec::<Value>::new());
}

#[test]
fn the_same_records_give_the_same_tables() {
    let folder = collection_of_six();
    audit(folder.path(), "json,csv,xlsx");
    let read = || -> Vec<(std::ffi::OsString, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(folder.path().join("out"))
            .unwrap()
            .map(|e| e.unwrap())
            .map(|e| (e.file_name(), fs::read(e.path()).unwrap()))
            .collect();
        files.sort();
        files
    };
    let first = read();
    audit(folder.path(), "json,csv,xlsx");
    assert!(first == read());
}
