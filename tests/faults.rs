//! A collection with every kind of bad input, killed at random moments and taken up again: each input has its line, and
//! in the end every file is as if nothing had happened.
//!
//! Debug builds only: in them a worker fails on order (`src/worker/fault.rs`).
#![cfg(all(target_os = "linux", debug_assertions))]

#[path = "faults/collection.rs"]
mod collection;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;

use collection::Collection;

/// How often a run is killed.
const KILLS: u32 = 20;
/// Time limit of a file: one of them waits for it in every run.
const TIMEOUT: Duration = Duration::from_secs(2);
/// Most of the work is done until then; the second pass and the report come after [`TIMEOUT`].
const BUSY: Duration = Duration::from_millis(1200);

/// Random numbers from a seed (xorshift, 64 bit).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        limit.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

fn start(folder: &Path, output: &str) -> Child {
    let mut command = Command::cargo_bin("ametijuhend").expect("built");
    let timeout = TIMEOUT.as_secs().to_string();
    command
        .current_dir(folder)
        .env("AMETIJUHEND_FAULTS", "1")
        .args(["extract", "in", "--quiet", "--jobs", "2", "--memory", "512"])
        .args(["--today", "2026-03-31", "--timeout", &timeout, "-o", output])
        .stdin(Stdio::null());
    command.spawn().expect("started")
}

/// Every file in a folder, hidden ones too, with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("readable") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let content = fs::read(&path).expect("readable");
                files.insert(path, content);
            }
        }
    }
    let strip = |(path, content): (PathBuf, _)| {
        let path = path.strip_prefix(folder).expect("within");
        (path.to_owned(), content)
    };
    files.into_iter().map(strip).collect()
}

/// Names of the files that differ, or that only one side has.
fn differences(a: &Path, b: &Path) -> Vec<PathBuf> {
    let (a, b) = (files(a), files(b));
    let names = a.keys().chain(b.keys()).cloned();
    let mut differing: Vec<PathBuf> = names.filter(|n| a.get(n) != b.get(n)).collect();
    differing.sort();
    differing.dedup();
    differing
}

/// The run that was killed has left what the undisturbed one has.
fn assert_same(folder: &Path) {
    let differing = differences(&folder.join("whole"), &folder.join("killed"));
    assert!(differing.is_empty(), "these differ: {differing:?}");
}

/// The report says of every input what is right for it, and nothing else.
fn check_report(folder: &Path, collection: &Collection) {
    let report = fs::read(folder.join("report.json")).expect("a report");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    let inputs = report["inputs"].as_array().expect("inputs");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let mut told: Vec<(String, String)> = inputs
        .iter()
        .map(|input| (text(&input["path"]), text(&input["status"])))
        .collect();
    told.sort();
    let paths = |list: Vec<&String>| list.into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        paths(told.iter().map(|(path, _)| path).collect()),
        paths(collection.expected().iter().map(|(path, _)| path).collect())
    );
    let pairs = told.iter().zip(collection.expected());
    let wrong = pairs.filter(|((_, status), (_, right))| !right.contains(&status.as_str()));
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for input in inputs {
        let records = input["records"].as_array().expect("records").len();
        let read = ["ok", "partial"].contains(&input["status"].as_str().expect("a string"));
        assert_eq!(records > 0, read, "{input}");
        assert_eq!(input["message"] != "", input["status"] != "ok", "{input}");
    }
}

#[test]
fn whatever_a_run_suffers_the_next_one_ends_as_if_nothing_had_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::create_dir(folder.join("in")).expect("made");
    let input = folder.join("in");
    let collection = Collection::write(&input);
    let undisturbed = Instant::now();
    let status = start(folder, "whole").wait().expect("waited for");
    let took = undisturbed.elapsed();
    assert_eq!(status.code(), Some(1));
    check_report(&folder.join("whole"), &collection);

    let seed = 20_260_331;
    support::tell(&format!(
        "killed {KILLS} times, with seed {seed}; an undisturbed run takes {took:?}"
    ));
    let mut random = Random(seed);
    let (mut kills, mut ends) = (0, 0);
    // One in four comes at any time, for most of the work is done early.
    while kills < KILLS {
        let mut run = start(folder, "killed");
        sleep(random.below(if kills % 4 == 3 { took } else { BUSY.min(took) }));
        if let Some(status) = run.try_wait().expect("waited for") {
            assert_eq!(status.code(), Some(1));
            assert_same(folder);
            fs::remove_dir_all(folder.join("killed")).expect("removed");
            ends += 1;
            assert!(ends <= KILLS, "the runs end before they are killed");
            continue;
        }
        run.kill().expect("killed");
        run.wait().expect("waited for");
        kills += 1;
    }
    let status = start(folder, "killed").wait().expect("waited for");
    assert_eq!(status.code(), Some(1));
    assert_same(folder);
}
