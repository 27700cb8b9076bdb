//! Faults on demand, so that tests can see a worker die. Debug builds only, and only with `AMETIJUHEND_FAULTS=1`.

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Extraction;
use crate::record::Record;

/// What an input begins with to order a fault; the rest is a [`Fault`] as JSON.
const MARK: &[u8] = b"fault: ";

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Fault {
    /// Never answers.
    Hang,
    /// Ends by SIGABRT.
    Abort,
    /// Panics.
    Panic,
    /// Calls itself until the stack is full.
    Stack,
    /// Allocates this many MiB, and keeps none of it.
    Memory(usize),
    /// Writes to standard output, as a careless parser does, and answers with a record.
    Print,
    /// Answers with these records and hashes. A record's purpose lists the known words.
    Answer {
        records: usize,
        #[serde(default)]
        words: Vec<u64>,
        #[serde(default)]
        undecided: Vec<u64>,
        #[serde(default)]
        errors: usize,
    },
}

/// Carries out the fault that the bytes order, if they do and faults are enabled.
pub fn ordered_by(path: &str, bytes: &[u8], known: &[u64]) -> Option<Extraction> {
    let order = bytes.strip_prefix(MARK)?;
    if std::env::var_os("AMETIJUHEND_FAULTS")? != "1" {
        return None;
    }
    match serde_json::from_slice(order).expect("a fault is well written") {
        Fault::Hang => loop {
            std::thread::park();
        },
        Fault::Abort => std::process::abort(),
        Fault::Panic => panic!("ordered"),
        Fault::Stack => Some(extraction(path, descend(1), 0, known)),
        Fault::Memory(mib) => {
            let block = vec![1_u8; mib * 1024 * 1024];
            Some(extraction(
                path,
                usize::from(block[block.len() / 2]),
                0,
                known,
            ))
        }
        Fault::Print => {
            println!("a word to the wise");
            Some(extraction(path, 1, 0, known))
        }
        Fault::Answer {
            records,
            words,
            undecided,
            errors,
        } => Some(Extraction {
            words,
            undecided,
            ..extraction(path, records, errors, known)
        }),
    }
}

fn extraction(path: &str, records: usize, errors: usize, known: &[u64]) -> Extraction {
    let mut record = Record {
        schema_version: crate::record::SCHEMA_VERSION.into(),
        purpose: Some(format!("{known:?}")),
        diagnostics: vec![
            Diagnostic {
                rule: "ordered".into(),
                severity: Severity::Error,
                message: "Ordered.".into(),
                message_et: "Tellitud.".into(),
                at: Vec::new(),
                pointer: None,
            };
            errors
        ],
        ..Record::default()
    };
    record.tool.name = "ametijuhend".into();
    record.source.path = path.into();
    Extraction {
        records: vec![record; records],
        pages_without_text: Vec::new(),
        refusal: None,
        words: Vec::new(),
        undecided: Vec::new(),
    }
}

#[allow(unconditional_recursion)]
fn descend(depth: usize) -> usize {
    let frame = std::hint::black_box([depth; 1024]);
    descend(depth + 1) + std::hint::black_box(frame)[depth % 1024]
}
