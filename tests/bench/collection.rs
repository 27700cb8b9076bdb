//! `cargo bench --bench collection`: a whole run of `extract` over a collection of any size, and beside it, on PDF files of the
//! same collection, programs that take only the text out.
//!
//! `COLLECTION_SIZES=1000,10000,100000` and `COLLECTION_JOBS=1,2` choose the runs (default: 1000; 1 and 2). `COLLECTION_PYTHON`
//! names a Python that has PyMuPDF, pypdfium2 and pdfplumber (default: `python3`); what is missing is said. The collection lies in
//! the temporary folder (`TMPDIR`), with about 0.1 MB a document and 0.05 MB for each run over it, and is removed at the end.
//!
//! Rates are by wall time and by processor time: the latter holds on a busy machine too. The table is Markdown, for the README.

#[path = "collection/generate.rs"]
mod generate;
#[path = "collection/measure.rs"]
mod measure;
#[path = "collection/peers.rs"]
mod peers;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use generate::{Kind, Recipe};
use measure::{Measured, measured};

/// The collection is the same every time.
const SEED: u64 = 2026;

/// So many PDF files are given to every program: the slowest takes a quarter of a second for each.
const PEER_FILES: usize = 300;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // Each run has a folder of its own, and none is removed before the last has ended: on ext4 without a journal, files are slow to
    // make for some minutes after many were removed.
    let out = folder.path().join("out");
    let sizes = numbers("COLLECTION_SIZES", &[1000]);
    let jobs = numbers("COLLECTION_JOBS", &[1, 2]);
    println!("{}\n", machine());
    println!(
        "| collection | documents | jobs | documents/s | documents/s of processor time | parent, MB | all processes, MB |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for &size in &sizes {
        for (what, kinds) in [("mixed", &Kind::ALL[..]), ("plain text", &[Kind::Text])] {
            let name = format!("{}-{size}", what.replace(' ', "-"));
            let place = folder.path().join(&name);
            Recipe::new(SEED, kinds).write(&place, size);
            for &jobs in &jobs {
                let run = extract(&place, &out.join(format!("{name}-{jobs}")), jobs);
                println!(
                    "| {what} | {size} | {jobs} | {:.0} | {:.0} | {:.0} | {:.0} |",
                    run.rate(size),
                    run.rate_of_processor(size),
                    run.peak.parent_mb,
                    run.peak.all_mb
                );
            }
        }
    }
    let place = folder.path().join("pdf");
    Recipe::new(SEED, &[Kind::Pdf]).write(&place, PEER_FILES);
    compare(&place, &out.join("pdf"));
}

/// Our records beside the peers' text, from the same files, with one process at work.
fn compare(place: &Path, out: &Path) {
    let own = extract(place, out, 1);
    println!(
        "\n| on the same {PEER_FILES} PDF files, one at a time | gives | documents/s | of processor time | ours is so many times as fast |"
    );
    println!("|---|---|--:|--:|--:|");
    let line = |name: &str, gives: &str, run: &Measured, ratio: f64| {
        println!(
            "| {name} | {gives} | {:.0} | {:.0} | {ratio:.1} |",
            run.rate(PEER_FILES),
            run.rate_of_processor(PEER_FILES)
        );
    };
    line("ametijuhend", "records", &own, 1.0);
    let (mut missing, mut least) = (Vec::new(), f64::INFINITY);
    for peer in peers::all(place) {
        match peer.run() {
            Some(run) => {
                let ratio = run.processor.as_secs_f64() / own.processor.as_secs_f64();
                least = least.min(ratio);
                line(&peer.name, "text", &run, ratio);
            }
            None => missing.push(peer.name),
        }
    }
    if least.is_finite() {
        println!("\nThe fastest of them takes {least:.2} times our processor time.");
    }
    if !missing.is_empty() {
        println!("\nNot there, so not compared: {}.", missing.join(", "));
    }
}

fn extract(place: &Path, out: &Path, jobs: usize) -> Measured {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ametijuhend"));
    command.args(["extract", "--quiet", "--jobs", &jobs.to_string(), "-o"]);
    command.arg(out).arg(place).stdout(Stdio::null());
    let run = measured(&mut command).expect("the program starts");
    // 1 says that some inputs were not read in full: the corpus holds such.
    assert!(
        matches!(run.code, Some(0 | 1)),
        "extract ends with {:?}",
        run.code
    );
    run
}

fn numbers(variable: &str, default: &[usize]) -> Vec<usize> {
    let Ok(value) = std::env::var(variable) else {
        return default.to_vec();
    };
    let number = |n: &str| {
        n.trim()
            .parse()
            .unwrap_or_else(|_| panic!("{variable}: {n:?} is no number"))
    };
    value.split(',').map(number).collect()
}

/// What it was measured on, and when.
fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown").to_owned();
    let day = jiff::Zoned::now().date();
    format!("{model}, {processors} processors, load {load} before, {day}.")
}
