//! `cargo bench --bench audit`: an audit of generated records, with the inconsistencies that the tests plant among them.
//!
//! `AUDIT_SIZES=1000,10000,100000` chooses the sizes, in records (default: 1000 and 10000). The records lie in the temporary folder
//! (`TMPDIR`), as JSON Lines, with about 4 kB each. The table is Markdown, for the README.

#[path = "collection/measure.rs"]
#[allow(dead_code, reason = "the other benchmark uses all of it")]
mod measure;
#[path = "../support/planted.rs"]
mod planted;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use measure::measured;

/// The records are the same every time.
const SEED: u64 = 2026;

/// Records of an institution, about; what is too many is left out.
const OF_INSTITUTION: usize = 30;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    println!("| records | seconds | of processor time | memory, MB | page, MB |");
    println!("|--:|--:|--:|--:|--:|");
    for size in sizes() {
        let records = folder.path().join("records.jsonl");
        write(&records, size);
        let out = folder.path().join("report");
        let mut command = Command::new(env!("CARGO_BIN_EXE_ametijuhend"));
        command.args(["audit", "--fail-on", "never", "--as-of", "2026-11-27", "-o"]);
        command
            .arg(&out)
            .arg(&records)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let run = measured(&mut command).expect("the program starts");
        assert_eq!(run.code, Some(0), "audit ends with {:?}", run.code);
        println!(
            "| {size} | {:.1} | {:.1} | {:.0} | {:.1} |",
            run.wall.as_secs_f64(),
            run.processor.as_secs_f64(),
            run.peak.all_mb,
            pages(&out)
        );
        std::fs::remove_dir_all(&out).expect("it can be removed");
    }
}

fn sizes() -> Vec<usize> {
    let Ok(value) = std::env::var("AUDIT_SIZES") else {
        return vec![1000, 10_000];
    };
    let size = |n: &str| {
        n.trim()
            .parse()
            .unwrap_or_else(|_| panic!("AUDIT_SIZES: {n:?} is no number"))
    };
    value.split(',').map(size).collect()
}

fn write(path: &Path, size: usize) {
    let mut planted = planted::collection(SEED, size / OF_INSTITUTION + 1, true);
    assert!(
        planted.records.len() >= size,
        "an institution has fewer records than that"
    );
    planted.records.truncate(size);
    let mut file = BufWriter::new(File::create(path).expect("the folder is ours"));
    for record in &mut planted.records {
        serde_json::to_writer(&mut file, record).expect("a record is JSON");
        writeln!(file).expect("it is written");
    }
}

/// Size of the HTML pages, in megabytes.
fn pages(folder: &Path) -> f64 {
    let files = std::fs::read_dir(folder)
        .expect("the report is there")
        .flatten();
    let pages = files.filter(|f| f.path().extension().is_some_and(|e| e == "html"));
    pages
        .map(|f| f.metadata().map_or(0, |m| m.len()) as f64 / 1e6)
        .sum()
}
