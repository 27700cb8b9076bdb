//! `cargo bench`: how long a document takes, by stage, beside `pdftotext -layout` on the same files.
//!
//! Times are medians over rounds, in microseconds for one document, in-process and on one processor. `pdftotext` is
//! run as a process, as its users run it; an empty process (`pdftotext -v`) is timed too, so that its own work can be
//! told from its start.

#[path = "../support/mod.rs"]
mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ametijuhend::layout::layout;
use ametijuhend::pipeline::{Extractor, Input, PdfEngine, Settings};
use ametijuhend::read;

use support::{Case, corpus};

/// Rounds over each document; the median counts.
const ROUNDS: usize = 15;

/// Times of one document's stages.
#[derive(Clone, Copy, Default)]
struct Stages {
    read: Duration,
    layout: Duration,
    understand: Duration,
    json: Duration,
}

impl Stages {
    fn all(&self) -> Duration {
        self.read + self.layout + self.understand + self.json
    }
}

fn main() {
    let extractor = Extractor::new(Settings::default()).expect("the built-in packs are sound");
    let pdftotext = pdftotext(&["-v"]).is_some();
    let cases = corpus();
    println!(
        "{:<52} {:>7} {:>7} {:>10} {:>7} {:>7} {:>10}",
        "µs", "read", "layout", "understand", "JSON", "all", "pdftotext"
    );
    let (mut pdfs, mut texts) = (Vec::new(), Vec::new());
    for case in &cases {
        let bytes = case.bytes();
        let Some(stages) = measure(&extractor, case, &bytes) else {
            continue;
        };
        let other = (pdftotext && case.is("pdf")).then(|| median_of(|| run_pdftotext(&case.file)));
        print_line(&case.name, &stages, other);
        match case.is("pdf") {
            true => pdfs.push((stages, other)),
            false => texts.push(stages),
        }
    }
    summary(&pdfs, &texts, pdftotext);
}

/// Median times of the stages; nothing for a document that cannot be read.
fn measure(extractor: &Extractor, case: &Case, bytes: &[u8]) -> Option<Stages> {
    read::read(bytes, PdfEngine::Auto).ok()?;
    let rounds: Vec<Stages> = (0..ROUNDS)
        .map(|_| once(extractor, &case.name, bytes))
        .collect();
    let pick = |stage: fn(&Stages) -> Duration| median(rounds.iter().map(stage).collect());
    Some(Stages {
        read: pick(|s| s.read),
        layout: pick(|s| s.layout),
        understand: pick(|s| s.understand),
        json: pick(|s| s.json),
    })
}

fn once(extractor: &Extractor, name: &str, bytes: &[u8]) -> Stages {
    let start = Instant::now();
    let document = read::read(bytes, PdfEngine::Auto).expect("it was read before");
    let read = start.elapsed();
    let start = Instant::now();
    let blocks = layout(&document);
    let layout = start.elapsed();
    let start = Instant::now();
    let extraction = extractor.understand(&Input::new(name, bytes), &document, &blocks, &[]);
    let understand = start.elapsed();
    let start = Instant::now();
    let json = serde_json::to_vec_pretty(&extraction.records).expect("records are JSON");
    std::hint::black_box(json);
    Stages {
        read,
        layout,
        understand,
        json: start.elapsed(),
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn median_of(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    median((0..ROUNDS).map(time).collect())
}

fn run_pdftotext(file: &Path) {
    let file = file.to_string_lossy();
    assert!(
        pdftotext(&["-layout", &file, "-"]).is_some(),
        "pdftotext fails on {file}"
    );
}

/// Runs `pdftotext` to its end; nothing if it is not installed or fails.
fn pdftotext(arguments: &[&str]) -> Option<()> {
    let mut command = Command::new("pdftotext");
    command
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().ok().filter(|s| s.success()).map(|_| ())
}

fn print_line(name: &str, stages: &Stages, other: Option<Duration>) {
    let micros = |d: Duration| d.as_micros();
    println!(
        "{name:<52} {:>7} {:>7} {:>10} {:>7} {:>7} {:>10}",
        micros(stages.read),
        micros(stages.layout),
        micros(stages.understand),
        micros(stages.json),
        micros(stages.all()),
        other.map_or("-".to_owned(), |o| micros(o).to_string())
    );
}

fn summary(pdfs: &[(Stages, Option<Duration>)], texts: &[Stages], pdftotext: bool) {
    let sum = |of: &[Stages]| of.iter().map(Stages::all).sum::<Duration>();
    let own: Vec<Stages> = pdfs.iter().map(|(s, _)| *s).collect();
    println!();
    per_second("PDF", own.len(), sum(&own));
    per_second("text", texts.len(), sum(texts));
    if !pdftotext {
        println!("pdftotext is not installed, so there is no comparison.");
        return;
    }
    let other: Duration = pdfs.iter().filter_map(|(_, o)| *o).sum();
    let start = median_of(|| assert!(self::pdftotext(&["-v"]).is_some()));
    let started = start * u32::try_from(pdfs.len()).unwrap_or(u32::MAX);
    println!(
        "pdftotext -layout on the same PDF files: {:.1} ms a file, of which {:.1} ms are the start of a process",
        other.as_secs_f64() * 1e3 / pdfs.len().max(1) as f64,
        start.as_secs_f64() * 1e3
    );
    println!(
        "Time for records, as a share of pdftotext's time for text: {:.2}",
        ratio(sum(&own), other)
    );
    println!(
        "The same, without the start of its processes: {:.2}",
        ratio(sum(&own), other.saturating_sub(started))
    );
}

fn per_second(what: &str, documents: usize, time: Duration) {
    println!(
        "{what}: {documents} documents in {:.1} ms, {:.0} a second on one processor",
        time.as_secs_f64() * 1e3,
        documents as f64 / time.as_secs_f64().max(f64::EPSILON)
    );
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64().max(f64::EPSILON)
}
