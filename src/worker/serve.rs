//! The worker's loop.

use std::io::{self, BufRead, Write};

use super::answer::answer;
use super::lines::read_line;
use super::protocol::{Answer, Hello, MAX_LINE, Request, Start, Status};
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
            write_line(&mut output, &to_line(&Hello::SetupError(reason))?)?;
            return Ok(Ending::Setup);
        }
    };
    let ready = Hello::Ready {
        version: env!("CARGO_PKG_VERSION").into(),
    };
    write_line(&mut output, &to_line(&ready)?)?;
    while let Some(line) = read_line(&mut input, MAX_LINE)? {
        let answer = match serde_json::from_slice::<Request>(&line) {
            Ok(request) => answer(&extractor, &request),
            Err(error) => Answer::failed(0, Status::Io, format!("This is no request: {error}.")),
        };
        write_line(&mut output, &bounded(&answer)?)?;
    }
    Ok(Ending::Done)
}

fn set_up(line: &[u8]) -> Result<Extractor, String> {
    let start: Start = serde_json::from_slice(line)
        .map_err(|error| format!("The first line must hold the settings: {error}."))?;
    Extractor::new(start.settings).map_err(|error| error.to_string())
}

/// The answer as a line, or what stands for it if it is too long.
fn bounded(answer: &Answer) -> io::Result<Vec<u8>> {
    let line = to_line(answer)?;
    if line.len() <= MAX_LINE {
        return Ok(line);
    }
    to_line(&Answer::failed(
        answer.id,
        Status::Memory,
        format!("What was read from it takes more than {MAX_LINE} bytes of JSON."),
    ))
}

fn to_line(value: &impl serde::Serialize) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(value)?)
}

fn write_line(output: &mut impl Write, line: &[u8]) -> io::Result<()> {
    output.write_all(line)?;
    output.write_all(b"\n")?;
    output.flush()
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
