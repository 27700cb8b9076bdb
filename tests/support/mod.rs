//! The corpus, as the tests see it.
#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses a part of this"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

/// What is expected of a document.
#[derive(Clone, Debug)]
pub enum Expected {
    /// One record for each `<case>.gold.json`, or `<case>.N.gold.json` for part N.
    Records(Vec<Value>),
    /// No record, or records with a finding of severity error (`<case>.refuse`).
    Refusal,
}

/// A document with what is expected of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Path below the root, with `/`, behind the root's name.
    pub name: String,
    /// The document.
    pub file: PathBuf,
    /// What is expected.
    pub expected: Expected,
}

impl Case {
    /// The document's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(&self.file).unwrap_or_else(|e| panic!("{}: {e}", self.file.display()))
    }

    /// Whether the file has this extension.
    pub fn is(&self, extension: &str) -> bool {
        self.file.extension().is_some_and(|e| e == extension)
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every document of the corpus.
pub fn corpus() -> Vec<Case> {
    let cases = cases(&root().join("corpus"), "corpus");
    assert!(cases.len() > 60, "the corpus is not there");
    cases
}

/// Every document in a folder, however deep, that stands beside an expectation: `<case>.<ext>` or
/// `<case>.<variant>.<ext>` beside `<case>.gold.json` or `<case>.refuse`. Sorted by name.
pub fn cases(folder: &Path, name: &str) -> Vec<Case> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    entries.sort();
    let names: Vec<String> = entries.iter().map(|p| file_name(p)).collect();
    let expectations = expectations(folder, &names);
    let mut cases = Vec::new();
    for (path, file) in entries.iter().zip(&names) {
        let name = format!("{name}/{file}");
        if path.is_dir() {
            cases.extend(self::cases(path, &name));
        } else if let Some(expected) = expected(file, &expectations) {
            cases.push(Case {
                name,
                file: path.clone(),
                expected,
            });
        }
    }
    cases
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The cases of a folder, each with what is expected.
fn expectations(folder: &Path, names: &[String]) -> Vec<(String, Expected)> {
    let mut all: Vec<(String, Expected)> = Vec::new();
    for name in names {
        if let Some(case) = name.strip_suffix(".refuse") {
            all.push((case.to_owned(), Expected::Refusal));
        }
        let Some(case) = name.strip_suffix(".gold.json") else {
            continue;
        };
        let gold: Value = fs::read(folder.join(name))
            .map_err(|e| e.to_string())
            .and_then(|b| serde_json::from_slice(&b).map_err(|e| e.to_string()))
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        let case = match gold.pointer("/source/part") {
            Some(_) => case.rsplit_once('.').map_or(case, |(base, _)| base),
            None => case,
        };
        match all.iter_mut().find(|(c, _)| c == case) {
            Some((_, Expected::Records(parts))) => parts.push(gold),
            _ => all.push((case.to_owned(), Expected::Records(vec![gold]))),
        }
    }
    for (_, expected) in &mut all {
        if let Expected::Records(parts) = expected {
            parts.sort_by_key(|p| p.pointer("/source/part/index").and_then(Value::as_u64));
        }
    }
    all
}

/// What is expected of a file: that of the case with the longest name that fits.
fn expected(file: &str, expectations: &[(String, Expected)]) -> Option<Expected> {
    let fits = |case: &str| {
        let rest = file.strip_prefix(case).and_then(|r| r.strip_prefix('.'));
        rest.is_some_and(|r| {
            let parts = r.split('.').count();
            (1..=2).contains(&parts) && !["json", "refuse"].iter().any(|e| r.ends_with(e))
        })
    };
    expectations
        .iter()
        .filter(|(case, _)| fits(case))
        .max_by_key(|(case, _)| case.len())
        .map(|(_, expected)| expected.clone())
}

/// Applies a function to each item on all processors; the results are in the items' order.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, item)) = {
                    let index = next.fetch_add(1, Ordering::SeqCst);
                    items.get(index).map(|item| (index, item))
                } {
                    let result = work(item);
                    results
                        .lock()
                        .expect("no worker failed")
                        .push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no worker failed");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Tells something even if the test passes: `println!` would be kept back.
pub fn tell(message: &str) {
    // Without a standard error there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{message}");
}
