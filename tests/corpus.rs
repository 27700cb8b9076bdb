//! Every document of the corpus gives the record that is expected of it.
//!
//! `known_differences.txt` names the documents that do not yet, each with the reason. The test fails if another one
//! differs, and also if one that is named there differs no longer. With the environment variable
//! `REWRITE_KNOWN_DIFFERENCES` set, it brings the list up to date instead: reasons that somebody wrote stay, and what is new
//! gets the names of the groups of facts that differ.
//!
//! Each document is read by itself: no other document helps to decide its line-end hyphens.

#[path = "support/facts.rs"]
mod facts;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use ametijuhend::diagnostic::Severity;
use ametijuhend::pipeline::{Extractor, Settings};
use ametijuhend::record::Record;
use serde_json::Value;

use facts::differences;
use support::{Case, Expected, cases, corpus, each, root, tell};

/// Further documents of the same kind, which lie beside the project on some machines.
const NEIGHBOUR: &str = "../shared/eval/dev";

/// Environment variable that asks for the list of known differences to be rewritten.
const REWRITE: &str = "REWRITE_KNOWN_DIFFERENCES";

/// How a reason begins that nobody has written yet.
const DRAFTED: &str = "differs in ";

/// The two tests share the list.
static LIST: Mutex<()> = Mutex::new(());

#[test]
fn the_corpus_gives_the_expected_records() {
    check(&corpus(), "corpus/");
}

#[test]
fn the_neighbouring_documents_give_the_expected_records() {
    let folder = root().join(NEIGHBOUR);
    if folder.is_dir() {
        check(&cases(&folder, "dev"), "dev/");
    } else {
        tell(&format!(
            "{NEIGHBOUR} is not there: its documents were not tested."
        ));
    }
}

/// Compares each document with what is expected of it, and the outcome with the list of known differences.
fn check(cases: &[Case], prefix: &str) {
    let extractor = Extractor::new(Settings::default()).expect("the built-in packs are sound");
    let outcomes = each(cases, |case| outcome(&extractor, case));
    if std::env::var_os(REWRITE).is_some() {
        return rewrite(prefix, cases, &outcomes);
    }
    let mut known = known_differences();
    known.retain(|name, _| name.starts_with(prefix));
    let (mut report, mut perfect) = (String::new(), 0);
    for (case, differences) in cases.iter().zip(&outcomes) {
        match (differences.is_empty(), known.remove(&case.name)) {
            (true, None) => perfect += 1,
            (false, Some(_)) => {}
            (true, Some(_)) => {
                perfect += 1;
                let _ = writeln!(
                    report,
                    "{}: differs no longer; remove it from known_differences.txt",
                    case.name
                );
            }
            (false, None) => {
                let _ = writeln!(report, "{}:\n    {}", case.name, differences.join("\n    "));
            }
        }
    }
    for name in known.keys() {
        let _ = writeln!(
            report,
            "{name}: is in known_differences.txt, but there is no such document"
        );
    }
    tell(&format!(
        "{prefix} {perfect} of {} documents are as expected.",
        cases.len()
    ));
    assert!(report.is_empty(), "\n{report}");
}

/// How what a document gives differs from what is expected.
fn outcome(extractor: &Extractor, case: &Case) -> Vec<String> {
    let extraction = match extractor.extract(&case.name, &case.bytes(), &[]) {
        Ok(extraction) => extraction,
        Err(error) => return vec![format!("{}: {error}", error.code())],
    };
    match &case.expected {
        Expected::Refusal => extraction
            .records
            .iter()
            .filter(|record| !is_doubted(record))
            .map(|_| "it was taken for a job description".to_owned())
            .collect(),
        Expected::Records(golds) => compare(golds, &extraction.records, extraction.refusal),
    }
}

fn compare(golds: &[Value], records: &[Record], refusal: Option<String>) -> Vec<String> {
    let mut out: Vec<String> = refusal
        .map(|r| format!("refused: {r}"))
        .into_iter()
        .collect();
    if golds.len() != records.len() {
        out.push(format!(
            "{} records instead of {}",
            records.len(),
            golds.len()
        ));
    }
    for (part, (gold, record)) in golds.iter().zip(records).enumerate() {
        let record = serde_json::to_value(record).expect("a record is JSON");
        let lines = differences(gold, &record);
        out.extend(lines.into_iter().map(|l| match golds.len() {
            1 => l,
            _ => format!("part {}: {l}", part + 1),
        }));
    }
    out
}

fn is_doubted(record: &Record) -> bool {
    record
        .diagnostics
        .iter()
        .any(|d| d.severity == Severity::Error)
}

fn list_file() -> PathBuf {
    root().join("tests/known_differences.txt")
}

/// Documents by name, with the reason why they differ.
fn known_differences() -> BTreeMap<String, String> {
    let text = fs::read_to_string(list_file()).expect("tests/known_differences.txt is there");
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| match line.split_once(": ") {
            Some((name, reason)) if !reason.trim().is_empty() => {
                (name.to_owned(), reason.to_owned())
            }
            _ => panic!("known_differences.txt: \"{line}\" has no reason"),
        })
        .collect()
}

/// Brings the list up to date for the documents of a prefix.
fn rewrite(prefix: &str, cases: &[Case], outcomes: &[Vec<String>]) {
    let _alone = LIST.lock().unwrap_or_else(PoisonError::into_inner);
    let old = known_differences();
    let mut new: BTreeMap<&str, String> = BTreeMap::new();
    for (name, reason) in &old {
        if !name.starts_with(prefix) {
            new.insert(name, reason.clone());
        }
    }
    for (case, differences) in cases.iter().zip(outcomes) {
        if !differences.is_empty() {
            let written = old.get(&case.name).filter(|r| !r.starts_with(DRAFTED));
            new.insert(
                &case.name,
                written.cloned().unwrap_or_else(|| draft(differences)),
            );
        }
    }
    let head = "# Documents whose record is not yet the expected one: path, colon, reason. See corpus.rs.\n";
    let lines: String = new.iter().map(|(n, r)| format!("{n}: {r}\n")).collect();
    fs::write(list_file(), format!("{head}{lines}")).expect("the list can be written");
    tell(&format!(
        "known_differences.txt has been rewritten for {prefix}"
    ));
}

/// The groups of facts that differ, each once.
fn draft(differences: &[String]) -> String {
    let mut groups: Vec<&str> = Vec::new();
    for line in differences {
        let fact = line.strip_prefix("part ").and_then(|l| l.split_once(": "));
        let line = fact.map_or(line.as_str(), |(_, rest)| rest);
        let group = line.split_once(": ").map_or(line, |(group, _)| group);
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    format!("{DRAFTED}{}", groups.join(", "))
}
