//! The worker's loop.

use std::io::{self, BufRead, Write};

use super::answer::answer;
use super::lines::read_line;
use super::protocol::{Answer, Hello, MAX_LINE, RecordFile, Request, Start, Status};
use crate::pipeline::Extractor;

/// How the loop ended, if not by a failing pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The input ended.
    Done,
    /// The settings could not be used; the output says why.
    Setup,
}

/// Answers requests until the input ends. See [`super::protocol`].
///
/// An error is one of the pipes', or a line that is too long.
pub fn serve(mut input: impl BufRead, mut output: impl Write) -> io::Result<Ending> {
    let Some(line) = read_line(&mut input, MAX_LINE)? else {
        return Ok(Ending::Done);
    };
    let extractor = match set_up(&line) {
        Ok(extractor) => extractor,
        Err(reason) => {
            output.write_all(&to_line(&Hello::SetupError(reason))?)?;
            output.flush()?;
            return Ok(Ending::Setup);
        }
    };
    let ready = Hello::Ready {
        version: env!("CARGO_PKG_VERSION").into(),
    };
    output.write_all(&to_line(&ready)?)?;
    output.flush()?;
    while let Some(line) = read_line(&mut input, MAX_LINE)? {
        let answer = match serde_json::from_slice::<Request>(&line) {
            Ok(request) => answer(&extractor, &request),
            Err(error) => Answer::failed(0, Status::Io, format!("This is no request: {error}.")),
        };
        let (line, files) = bounded(answer)?;
        output.write_all(&line)?;
        for file in files {
            output.write_all(&file.text)?;
        }
        output.flush()?;
    }
    Ok(Ending::Done)
}

fn set_up(line: &[u8]) -> Result<Extractor, String> {
    let start: Start = serde_json::from_slice(line)
        .map_err(|error| format!("The first line must hold the settings: {error}."))?;
    Extractor::new(start.settings).map_err(|error| error.to_string())
}

/// The answer as a line, and the files that follow it; or what stands for it if it is too long.
fn bounded(answer: Answer) -> io::Result<(Vec<u8>, Vec<RecordFile>)> {
    let line = to_line(&answer)?;
    let texts: usize = answer.files.iter().map(|file| file.bytes).sum();
    if line.len() - 1 + texts <= MAX_LINE {
        return Ok((line, answer.files));
    }
    let failed = Answer::failed(
        answer.id,
        Status::Memory,
        format!("What was read from it takes more than {MAX_LINE} bytes of JSON."),
    );
    Ok((to_line(&failed)?, Vec::new()))
}

fn to_line(value: &impl serde::Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &str) -> (Ending, Vec<serde_json::Value>) {
        let mut output = Vec::new();
        let ending = serve(input.as_bytes(), &mut output).unwrap();
        let text = String::from_utf8(output).unwrap();
        let values = text.lines().map(|l| serde_json::from_str(l).unwrap());
        (ending, values.collect())
    }

    #[test]
    fn refuses_a_first_line_that_holds_no_settings() {
        let (ending, answers) = lines("{\"id\": 1}\n");
        assert_eq!(ending, Ending::Setup);
        assert_eq!(answers.len(), 1);
        assert!(answers[0]["setup_error"].is_string());
    }

    #[test]
    fn records_follow_as_files_if_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let text = "AMETIJUHEND\n1. ÜLDOSA\n1.1 Ametinimetus: nõunik\n2. TEENISTUSÜLESANDED\n2.1 koostab kava.\n";
        std::fs::write(&path, text).unwrap();
        let mut input = String::from("{\"settings\": {\"today\": \"2026-01-02\"}}\n");
        for files in [true, false] {
            let request = Request {
                path: "a.txt".into(),
                file: path.to_str().map(str::to_owned),
                files,
                ..Request::default()
            };
            input += &serde_json::to_string(&request).unwrap();
            input.push('\n');
        }
        let mut output = Vec::new();
        serve(input.as_bytes(), &mut output).unwrap();
        let mut output = output.as_slice();
        let mut line = || read_line(&mut output, MAX_LINE).unwrap().unwrap();
        line();
        let with: Answer = serde_json::from_slice(&line()).unwrap();
        assert!(with.records.is_empty());
        let size = with.files[0].bytes;
        let (file, rest) = output.split_at(size);
        let without: Answer = serde_json::from_slice(rest).unwrap();
        assert_eq!(file, crate::text::json_file(&without.records[0]).unwrap());
        assert!(without.files.is_empty());
    }

    #[test]
    fn goes_on_after_a_line_that_is_no_request() {
        let (ending, answers) = lines(concat!(
            "{\"settings\": {}}\n",
            "nonsense\n",
            "{\"id\": 5, \"path\": \"a\", \"file\": \"/nowhere/at/all\"}\n"
        ));
        assert_eq!(ending, Ending::Done);
        assert_eq!(answers.len(), 3);
        assert_eq!(answers[0]["ready"]["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(answers[1]["id"], 0);
        assert_eq!(answers[1]["status"], "io");
        assert_eq!(answers[2]["id"], 5);
        assert_eq!(answers[2]["status"], "io");
    }
}
