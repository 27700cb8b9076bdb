//! One request, one answer.

use std::fs::{self, File};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::path::PathBuf;
use std::sync::Mutex;

use super::protocol::{Answer, MAX_INPUT, RecordFile, Request, Status, Viewed};
use crate::diagnostic::Findings;
use crate::pipeline::{Extraction, Extractor, Input};
use crate::read::{Document, ReadError, View};
use crate::record::Record;
use crate::text::json_file;

/// Reads the file that is asked for. A panic of a parser becomes [`Status::Crashed`].
pub fn answer(extractor: &Extractor, request: &Request) -> Answer {
    let bytes = match contents(request) {
        Ok(bytes) => bytes,
        Err((status, message)) => return Answer::failed(request.id, status, message),
    };
    let input = Input::new(&request.path, &bytes);
    let mut answer = read(extractor, request, &input);
    answer.sha256 = input.sha256;
    if !request.files {
        return answer;
    }
    let records = std::mem::take(&mut answer.records);
    match records.iter().map(file).collect() {
        Ok(files) => Answer { files, ..answer },
        Err(error) => {
            let message = format!("Its record cannot be written: {error}.");
            Answer::failed(request.id, Status::Io, message)
        }
    }
}

/// A record as a file.
fn file(record: &Record) -> serde_json::Result<RecordFile> {
    let text = json_file(record)?;
    let approval = record.approval.as_ref().and_then(|a| a.date.clone());
    let signature = record.signature.as_ref().and_then(|s| s.date.clone());
    Ok(RecordFile {
        bytes: text.len(),
        findings: Findings::of(&record.diagnostics),
        dates: [approval, signature].into_iter().flatten().collect(),
        text,
    })
}

fn read(extractor: &Extractor, request: &Request, input: &Input) -> Answer {
    let read = catch_unwind(AssertUnwindSafe(|| extract(extractor, request, input)));
    match read {
        Ok(Ok((extraction, views))) => Answer {
            views,
            ..from_extraction(request.id, extraction)
        },
        Ok(Err(error)) => Answer::failed(request.id, status_of(&error), error.to_string()),
        Err(_) => Answer::failed(request.id, Status::Crashed, last_panic()),
    }
}

fn extract(
    extractor: &Extractor,
    request: &Request,
    input: &Input,
) -> Result<(Extraction, Vec<Viewed>), ReadError> {
    #[cfg(debug_assertions)]
    if let Some(extraction) = super::fault::ordered_by(input.path, input.bytes, &request.known) {
        return Ok((extraction, Vec::new()));
    }
    let mut views = Vec::new();
    let show = |document: &Document, records| {
        if request.view {
            let view = View::of(document);
            views.push(Viewed { records, view });
        }
    };
    let extraction = extractor.extract_and_show(input, &request.known, show)?;
    Ok((extraction, views))
}

fn from_extraction(id: u64, extraction: Extraction) -> Answer {
    let (status, message) = judge(&extraction);
    Answer {
        id,
        status,
        message,
        records: extraction.records,
        pages_without_text: extraction.pages_without_text,
        words: extraction.words,
        undecided: extraction.undecided,
        sha256: String::new(),
        files: Vec::new(),
        views: Vec::new(),
    }
}

fn judge(extraction: &Extraction) -> (Status, String) {
    if let Some(reason) = &extraction.refusal {
        return (Status::NotAJobDescription, reason.clone());
    }
    if extraction.records.is_empty() {
        let message = "No job description was found in the document.";
        return (Status::NotAJobDescription, message.into());
    }
    if extraction.pages_without_text.is_empty() {
        return (Status::Ok, String::new());
    }
    let pages: Vec<String> = extraction
        .pages_without_text
        .iter()
        .map(u32::to_string)
        .collect();
    let message = format!(
        "Pages without text, of which nothing was read: {}. Run text recognition on them and try again.",
        pages.join(", ")
    );
    (Status::Partial, message)
}

fn status_of(error: &ReadError) -> Status {
    match error {
        ReadError::NoText(_) => Status::NoText,
        ReadError::PasswordRequired => Status::PasswordRequired,
        ReadError::Unsupported(_) => Status::Unsupported,
        ReadError::Corrupt(_) => Status::Corrupt,
        ReadError::Memory(_) => Status::Memory,
    }
}

/// The file's bytes. Its kind and size are looked at first, so that a pipe is not waited for.
fn contents(request: &Request) -> Result<Vec<u8>, (Status, String)> {
    let path = file_of(request).map_err(|message| (Status::Io, message))?;
    let io = |error: std::io::Error| (Status::Io, format!("The file cannot be read: {error}."));
    let metadata = fs::metadata(&path).map_err(io)?;
    if !metadata.is_file() {
        return Err((Status::Io, "This is not a regular file.".into()));
    }
    if metadata.len() > MAX_INPUT {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = File::open(&path).map_err(io)?;
    file.take(MAX_INPUT + 1)
        .read_to_end(&mut bytes)
        .map_err(io)?;
    if bytes.is_empty() {
        return Err((Status::NoText, "The file is empty.".into()));
    }
    if bytes.len() as u64 > MAX_INPUT {
        return Err(too_large());
    }
    Ok(bytes)
}

fn too_large() -> (Status, String) {
    let message = format!("The file is larger than {} MB.", MAX_INPUT / 1_000_000);
    (Status::Memory, message)
}

fn file_of(request: &Request) -> Result<PathBuf, String> {
    match (&request.file, &request.file_hex) {
        (Some(file), None) => Ok(PathBuf::from(file)),
        (None, Some(hex)) => from_hex(hex),
        _ => Err("A request must have either file or file_hex.".into()),
    }
}

#[cfg(unix)]
fn from_hex(hex: &str) -> Result<PathBuf, String> {
    use std::os::unix::ffi::OsStringExt;

    let bytes: Option<Vec<u8>> = hex
        .as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [a, b] => {
                let digit = |c: &u8| {
                    char::from(*c)
                        .to_digit(16)
                        .and_then(|d| u8::try_from(d).ok())
                };
                Some(digit(a)? * 16 + digit(b)?)
            }
            _ => None,
        })
        .collect();
    let bytes = bytes.ok_or("The value of file_hex is not hexadecimal.")?;
    Ok(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn from_hex(_hex: &str) -> Result<PathBuf, String> {
    Err("On this system file_hex cannot be used.".into())
}

static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Keeps what a panic says for the answer, instead of printing it.
pub fn remember_panics() {
    set_hook(Box::new(|info| {
        let what = info.payload_as_str().unwrap_or("without a message");
        let place = info
            .location()
            .map(|l| format!(" ({}:{})", short(l.file()), l.line()));
        let text = format!("The program failed: {what}{}.", place.unwrap_or_default());
        if let Ok(mut last) = LAST_PANIC.lock() {
            *last = Some(text);
        }
    }));
}

/// A source path without the folders of the machine that built the program.
fn short(path: &str) -> String {
    let mut parts: Vec<&str> = path.rsplit(['/', '\\']).take(3).collect();
    parts.reverse();
    parts.join("/")
}

fn last_panic() -> String {
    let taken = LAST_PANIC.lock().ok().and_then(|mut last| last.take());
    taken.unwrap_or_else(|| "The program failed without a message.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extraction(records: usize, pages: &[u32], refusal: Option<&str>) -> Extraction {
        Extraction {
            records: vec![Record::default(); records],
            pages_without_text: pages.to_vec(),
            refusal: refusal.map(str::to_owned),
            words: Vec::new(),
            undecided: Vec::new(),
        }
    }

    #[test]
    fn judges_by_what_is_missing() {
        assert_eq!(
            judge(&extraction(1, &[], None)),
            (Status::Ok, String::new())
        );
        let (status, message) = judge(&extraction(1, &[2, 5], None));
        assert_eq!(status, Status::Partial);
        assert!(message.contains("2, 5"), "{message}");
        let (status, _) = judge(&extraction(0, &[], None));
        assert_eq!(status, Status::NotAJobDescription);
        let refused = judge(&extraction(0, &[], Some("An invoice.")));
        assert_eq!(refused, (Status::NotAJobDescription, "An invoice.".into()));
    }

    #[test]
    fn asks_for_exactly_one_file() {
        let mut request = Request::default();
        assert!(file_of(&request).is_err());
        request.file = Some("a".into());
        assert_eq!(file_of(&request), Ok(PathBuf::from("a")));
        request.file_hex = Some("61".into());
        assert!(file_of(&request).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn hexadecimal_names_hold_any_byte() {
        use std::os::unix::ffi::OsStrExt;
        let path = from_hex("61ff").unwrap();
        assert_eq!(path.as_os_str().as_bytes(), b"a\xff");
        assert!(from_hex("6").is_err());
        assert!(from_hex("zz").is_err());
        assert!(from_hex("+1").is_err());
    }
}
