//! Programs that take the text out of PDF files, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::measure::{Measured, Peak, measured};

/// A program with its way of reading files.
pub struct Peer {
    pub name: String,
    files: Vec<PathBuf>,
    way: Way,
}

enum Way {
    /// A process for each file, as it is used.
    Poppler,
    /// One process for all files: a module of Python, and what reads the file `f`.
    Python(&'static str, &'static str),
}

/// PyMuPDF, pypdfium2 and pdfplumber as their manuals say to take text out.
const PYTHON: [(&str, &str, &str); 3] = [
    (
        "PyMuPDF",
        "pymupdf",
        "d = pymupdf.open(f); t = [p.get_text() for p in d]; d.close()",
    ),
    (
        "pypdfium2",
        "pypdfium2",
        "d = pypdfium2.PdfDocument(f); t = [p.get_textpage().get_text_range() for p in d]; d.close()",
    ),
    (
        "pdfplumber",
        "pdfplumber",
        "d = pdfplumber.open(f); t = [p.extract_text() for p in d.pages]; d.close()",
    ),
];

/// All peers, for the files of a folder and its folders.
pub fn all(folder: &Path) -> Vec<Peer> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let mut peers = vec![Peer {
        name: "pdftotext -layout".to_owned(),
        files: files.clone(),
        way: Way::Poppler,
    }];
    peers.extend(PYTHON.map(|(name, module, read)| Peer {
        name: name.to_owned(),
        files: files.clone(),
        way: Way::Python(module, read),
    }));
    peers
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => collect(&path, files),
            path => files.push(path),
        }
    }
}

impl Peer {
    /// Reads all files; nothing if the program is not there or fails on one.
    pub fn run(&self) -> Option<Measured> {
        match self.way {
            Way::Poppler => self.poppler(),
            Way::Python(module, read) => self.python(module, read),
        }
    }

    fn poppler(&self) -> Option<Measured> {
        let mut sum: Option<Measured> = None;
        for file in &self.files {
            let mut command = Command::new("pdftotext");
            command.arg("-layout").arg(file).arg("-");
            quiet(&mut command);
            let run = run_to_success(&mut command)?;
            sum = Some(match sum {
                None => run,
                Some(sum) => Measured {
                    wall: sum.wall + run.wall,
                    processor: sum.processor + run.processor,
                    peak: Peak::default(),
                    code: run.code,
                },
            });
        }
        sum
    }

    fn python(&self, module: &str, read: &str) -> Option<Measured> {
        let python = std::env::var("COLLECTION_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let script = format!("import sys, {module}\nfor f in sys.argv[1:]:\n    {read}\n");
        let mut command = Command::new(python);
        command.arg("-c").arg(script).args(&self.files);
        quiet(&mut command);
        run_to_success(&mut command)
    }
}

fn quiet(command: &mut Command) {
    command.stdout(Stdio::null()).stderr(Stdio::null());
}

fn run_to_success(command: &mut Command) -> Option<Measured> {
    measured(command).ok().filter(|run| run.code == Some(0))
}
