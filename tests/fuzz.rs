//! Files of the corpus, changed at random: whatever they become, each reader ends, does not panic, and what it reads is
//! accounted for.
//!
//! With `FUZZ_SECONDS` each reader is tried for so long, and `FUZZ_SEED` gives another start. A release build does many
//! more:
//!
//! ```text
//! FUZZ_SECONDS=600 cargo test --release --test fuzz docx -- --nocapture
//! ```
//!
//! The file that is being read is in `target/tmp/fuzz/`, so it is at hand if the process dies of it.

#[path = "fuzz/mutation.rs"]
mod mutation;
#[path = "support/promises.rs"]
mod promises;
#[path = "fuzz/seeds.rs"]
mod seeds;
mod support;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Once;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use ametijuhend::pipeline::{Extractor, PdfEngine, Settings};
use ametijuhend::read::{self, ReadError};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use mutation::{Mutation, apply, mutation};
use promises::broken;
use seeds::Seed;

/// Files for each reader, unless a time is given.
const CASES: u32 = 30;
/// Files between two looks at the clock.
const ROUND: u32 = 200;
/// A file that takes longer is taken for one that never ends: the limit of a run is 30 s, and this one counts in a release
/// build. A debug build is slower by far.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 10 });
/// The stack that a worker reads with, and some for the test.
const STACK: usize = 32 * 1024 * 1024;

#[test]
fn text() {
    fuzz("text", PdfEngine::Auto, || seeds::plain("txt"));
}

#[test]
fn html() {
    fuzz("html", PdfEngine::Auto, || seeds::plain("html"));
}

#[test]
fn rtf() {
    fuzz("rtf", PdfEngine::Auto, || seeds::plain("rtf"));
}

#[test]
fn docx() {
    fuzz("docx", PdfEngine::Auto, || seeds::zipped("docx"));
}

#[test]
fn odt() {
    fuzz("odt", PdfEngine::Auto, || seeds::zipped("odt"));
}

#[test]
fn container() {
    fuzz("container", PdfEngine::Auto, seeds::containers);
}

#[test]
fn hayro() {
    fuzz("hayro", PdfEngine::Hayro, seeds::pdfs);
}

#[test]
fn pdf_extract() {
    fuzz("pdf_extract", PdfEngine::PdfExtract, seeds::pdfs);
}

/// The name of the threads that read, whose panics are not printed.
const READING: &str = "reading";

static HOOK: Once = Once::new();

/// Which file is changed, how, and where stretches of others come from.
type Plan = (Index, Index, Index, Vec<Mutation>);

fn fuzz(name: &'static str, engine: PdfEngine, seeds: impl FnOnce() -> Vec<Seed> + Send + 'static) {
    HOOK.call_once(|| {
        // Parsers of PDF panic as they please, and the reader turns that into an error.
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(READING) {
                others(info);
            }
        }));
    });
    let work = move || Fuzz::new(name, engine, seeds()).run();
    let thread = thread::Builder::new()
        .name(READING.into())
        .stack_size(STACK);
    let ended = thread.spawn(work).expect("a thread").join();
    if let Err(payload) = ended {
        let message = payload.downcast_ref::<String>();
        panic!("{name}: {}", message.map_or("failed", String::as_str));
    }
}

struct Fuzz {
    name: &'static str,
    extractor: Extractor,
    engine: PdfEngine,
    seeds: Vec<Seed>,
    file: PathBuf,
    read: Cell<u64>,
}

impl Fuzz {
    fn new(name: &'static str, engine: PdfEngine, seeds: Vec<Seed>) -> Self {
        let settings = Settings {
            pdf_engine: engine,
            ..Settings::default()
        };
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
        fs::create_dir_all(&folder).expect("a folder");
        assert!(!seeds.is_empty(), "the corpus has no file for {name}");
        Fuzz {
            name,
            extractor: Extractor::new(settings).expect("the built-in packs are sound"),
            engine,
            seeds,
            file: folder.join(name),
            read: Cell::new(0),
        }
    }

    fn run(&self) {
        let number = |key: &str| env::var(key).ok().map(|v| v.parse::<u64>().expect(key));
        let seed = number("FUZZ_SEED").unwrap_or(2026);
        let start = Instant::now();
        let mut done: u64 = 0;
        match number("FUZZ_SECONDS") {
            None => self.round(seed, CASES),
            Some(seconds) => {
                while start.elapsed() < Duration::from_secs(seconds) {
                    self.round(seed + done, ROUND);
                    done += u64::from(ROUND);
                }
                let read = self.read.get();
                println!(
                    "{}: {done} files in {seconds} s, {read} of them gave a document",
                    self.name
                );
            }
        }
        assert!(
            self.read.get() > 0,
            "no changed file could be read, so little was tried"
        );
    }

    fn round(&self, seed: u64, cases: u32) {
        let config = Config {
            cases,
            rng_seed: RngSeed::Fixed(seed),
            failure_persistence: None,
            max_shrink_iters: 2000,
            ..Config::default()
        };
        let at = any::<Index>;
        let changes = prop::collection::vec(mutation(), 1..8);
        let plan = (at(), at(), at(), changes);
        let outcome = TestRunner::new(config).run(&plan, |plan| {
            let bytes = self.change(&plan);
            fs::write(&self.file, &bytes).expect("writable");
            match self.complaint(&bytes) {
                None => Ok(()),
                Some(complaint) => Err(TestCaseError::fail(complaint)),
            }
        });
        if let Err(error) = outcome {
            let kept = self.file.with_extension("failed");
            // The last file that failed is the smallest: shrinking ends with files that do not.
            panic!("seed {seed}; the file is {}\n{error}", kept.display());
        }
    }

    fn change(&self, (which, part, other, mutations): &Plan) -> Vec<u8> {
        let mut seed = which.get(&self.seeds).clone();
        let mut other = other.get(&self.seeds).clone();
        let others = other.parts();
        let spliced = part.index(others.len());
        let mut parts = seed.parts();
        let changed = part.index(parts.len());
        apply(mutations, parts[changed], others[spliced]);
        seed.bytes()
    }

    /// What is wrong with how a file is read.
    fn complaint(&self, bytes: &[u8]) -> Option<String> {
        let start = Instant::now();
        let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.broken(bytes)));
        let took = start.elapsed();
        let complaint = match checked {
            Err(payload) => Some(format!("it panics: {}", text_of(&*payload))),
            Ok(broken) if !broken.is_empty() => Some(broken.join("\n")),
            Ok(_) => (took > LONGEST).then(|| format!("it takes {took:?}")),
        };
        if complaint.is_some() {
            fs::write(self.file.with_extension("failed"), bytes).expect("writable");
        }
        complaint
    }

    fn broken(&self, bytes: &[u8]) -> Vec<String> {
        let documents = match read::read_all(bytes, self.engine) {
            Ok(documents) => documents,
            Err(error) => return silent(&error),
        };
        self.read.set(self.read.get() + 1);
        let extraction = match self.extractor.extract("a", bytes, &[]) {
            Ok(extraction) => extraction,
            Err(error) => return vec![format!("read, and then not read: {error}")],
        };
        let json = serde_json::to_string(&extraction.records);
        let mut complaints: Vec<String> = json.err().iter().map(|e| e.to_string()).collect();
        // Which of several documents gave which records is not told here.
        if let [document] = documents.as_slice() {
            complaints.extend(broken(document, &extraction.records));
        }
        complaints
    }
}

/// An error must say something.
fn silent(error: &ReadError) -> Vec<String> {
    let told = error.to_string();
    let silent = told.len() < 10;
    silent
        .then(|| format!("the error says only {told:?}"))
        .into_iter()
        .collect()
}

fn text_of(payload: &(dyn std::any::Any + Send)) -> &str {
    let string = payload.downcast_ref::<String>().map(String::as_str);
    string
        .or(payload.downcast_ref::<&str>().copied())
        .unwrap_or("without a message")
}
