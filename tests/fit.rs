//! Each document of the corpus is fitted best by the pack of its family.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use ametijuhend::grammar::fit;
use ametijuhend::grammar::pack::{self, Pack, Packs};
use ametijuhend::layout;
use ametijuhend::pipeline::PdfEngine;
use ametijuhend::read;

/// Endings of files that are documents; what else lies beside them are records.
const DOCUMENTS: &[&str] = &["txt", "pdf", "docx", "odt", "rtf", "html", "htm"];

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let ending = path
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if DOCUMENTS.contains(&ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

struct Bench {
    packs: Packs,
    base: Arc<Pack>,
    /// Expected pack, chosen pack: how many.
    table: BTreeMap<(String, String), usize>,
    wrong: Vec<String>,
    /// Endings of documents in formats that the tool does not read: how many.
    unread: BTreeMap<String, usize>,
}

impl Bench {
    fn new() -> Self {
        let packs = pack::load(&[]).expect("the embedded packs load");
        let base = packs.get("base").expect("base is embedded").clone();
        Bench {
            packs,
            base,
            table: BTreeMap::new(),
            wrong: Vec::new(),
            unread: BTreeMap::new(),
        }
    }

    fn fit(&mut self, family: &str, path: &Path) {
        let bytes = fs::read(path).unwrap();
        let document = match read::read(&bytes, PdfEngine::Auto) {
            Ok(document) => document,
            Err(read::ReadError::Unsupported(_)) => {
                let ending = path.extension().map(|e| e.to_string_lossy().into_owned());
                *self.unread.entry(ending.unwrap_or_default()).or_default() += 1;
                return;
            }
            Err(error) => panic!("{}: {error}", path.display()),
        };
        let blocks = layout::layout(&document).blocks;
        let fit = fit::best(&self.packs, &self.base, &blocks);
        let chosen = fit.pack.name.clone();
        if chosen != family {
            let confidence = fit.confidence;
            self.wrong
                .push(format!("{}: {chosen} {confidence:.2}", path.display()));
        }
        *self.table.entry((family.to_owned(), chosen)).or_default() += 1;
    }

    /// Prints the table, and gives the share of documents that their own family fits best.
    fn share(&self) -> f64 {
        let mut right = 0;
        for ((family, chosen), count) in &self.table {
            println!("{family:>4} read by {chosen:<5} {count:>4}");
            right += if family == chosen { *count } else { 0 };
        }
        for (ending, count) in &self.unread {
            println!("not read: {count} .{ending}, a format that is not supported");
        }
        self.wrong.iter().for_each(|w| println!("{w}"));
        right as f64 / self.table.values().sum::<usize>().max(1) as f64
    }
}

#[test]
fn documents_are_fitted_by_their_family() {
    let corpus = env::var_os("AMETIJUHEND_CORPUS").map_or_else(|| "corpus".into(), PathBuf::from);
    let mut bench = Bench::new();
    for number in 1..=14 {
        let family = format!("t{number}");
        let documents = documents(&corpus.join(&family));
        if documents.is_empty() {
            println!("{family}: no documents in {}, skipped", corpus.display());
        }
        documents.iter().for_each(|d| bench.fit(&family, d));
    }
    let share = bench.share();
    println!("{:.1} % right", 100.0 * share);
    assert!(share >= 0.95, "{:#?}", bench.wrong);
}

#[test]
fn documents_that_are_not_of_the_corpus() {
    let folder = Path::new("../shared/eval/dev");
    if !folder.is_dir() {
        println!("{} is not there, skipped", folder.display());
        return;
    }
    let mut bench = Bench::new();
    for path in documents(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let family = name.strip_prefix("dev-").and_then(|n| n.split('-').next());
        bench.fit(family.unwrap_or("t2"), &path);
    }
    assert!(bench.share() >= 0.95, "{:#?}", bench.wrong);
}
