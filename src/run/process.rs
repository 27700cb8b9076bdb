//! One worker process, seen from the run.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde::Deserialize;

use super::death::cause;
use super::{Interrupt, RunError};
use crate::pipeline::Settings;
use crate::worker::lines::read_line;
use crate::worker::protocol::{Answer, Hello, MAX_LINE, Request, Start, Status};

/// How often a waiting run looks whether it is to stop.
const TICK: Duration = Duration::from_millis(50);
/// Time for a worker to prepare grammars and dictionary.
const STARTUP: Duration = Duration::from_secs(60);
/// How much of a worker's standard error is kept, in bytes; its last words come last.
const LAST_WORDS: usize = 4096;

/// How to start a worker.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// This program.
    pub program: PathBuf,
    /// Its settings.
    pub settings: Settings,
    /// Its memory limit.
    pub memory_mib: u64,
}

/// What comes of a question.
#[derive(Debug)]
pub enum Outcome {
    /// The worker answered and can be asked again.
    Answered(Box<Answer>),
    /// The worker is dead, and this is what to say of the file.
    Died(Status, String),
    /// The run is to stop.
    Interrupted,
}

/// A worker process that waits for questions. Dropping it kills it.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    requests: Sender<Vec<u8>>,
    answers: Receiver<std::io::Result<Message>>,
    last_words: Option<JoinHandle<Vec<u8>>>,
    memory_mib: u64,
}

/// A line of a worker's, and what follows behind it.
#[derive(Debug)]
struct Message {
    line: Vec<u8>,
    texts: Vec<u8>,
}

enum Wait {
    Message(Message),
    TooLong,
    Ended,
    Late,
    Interrupted,
}

impl Worker {
    /// Starts a worker and waits until it is ready; `None` if the run is to stop.
    pub fn start(recipe: &Recipe, interrupt: &Interrupt) -> Result<Option<Self>, RunError> {
        let start = Start {
            settings: recipe.settings.clone(),
        };
        let start = serde_json::to_vec(&start).map_err(|error| {
            RunError::Setup(format!("The settings cannot be passed on: {error}."))
        })?;
        let mut worker = Worker::spawn(recipe)?;
        worker.send(start);
        let line = match worker.wait(STARTUP, interrupt) {
            Wait::Message(message) => message.line,
            Wait::Interrupted => return Ok(None),
            Wait::Late => return Err(RunError::Worker("it did not answer in time".into())),
            Wait::Ended | Wait::TooLong => {
                let (_, reason) = worker.autopsy();
                return Err(RunError::Worker(format!("it ended at once ({reason})")));
            }
        };
        match serde_json::from_slice(&line) {
            Ok(Hello::Ready { version }) if version == env!("CARGO_PKG_VERSION") => {
                Ok(Some(worker))
            }
            Ok(Hello::Ready { version }) => Err(RunError::Worker(format!(
                "the program was replaced by version {version} meanwhile"
            ))),
            Ok(Hello::SetupError(reason)) => Err(RunError::Setup(reason)),
            Err(error) => Err(RunError::Worker(format!("it does not greet: {error}"))),
        }
    }

    fn spawn(recipe: &Recipe) -> Result<Self, RunError> {
        let mut command = Command::new(&recipe.program);
        command
            .arg("worker")
            .arg("--die-with-parent")
            .args(["--memory", &recipe.memory_mib.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // Ctrl-C reaches a whole group; the run itself decides when its workers stop.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command
            .spawn()
            .map_err(|error| RunError::Worker(error.to_string()))?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(stdin), Some(stdout), Some(stderr)) = pipes else {
            return Err(RunError::Worker("it has no pipes".into()));
        };
        // One line at most waits here, so a worker cannot fill the run's memory.
        let (lines, answers) = sync_channel(1);
        thread::spawn(move || read_messages(stdout, &lines));
        let (requests, to_write) = channel();
        thread::spawn(move || write_lines(stdin, &to_write));
        let last_words = thread::spawn(move || read_last_words(stderr));
        Ok(Worker {
            child,
            requests,
            answers,
            last_words: Some(last_words),
            memory_mib: recipe.memory_mib,
        })
    }

    /// Asks, and waits for the answer no longer than `limit`. Unless it is answered, the worker is no more.
    pub fn ask(&mut self, request: &Request, limit: Duration, interrupt: &Interrupt) -> Outcome {
        match serde_json::to_vec(request) {
            Ok(line) => self.send(line),
            Err(error) => {
                return Outcome::Died(Status::Io, format!("It cannot be asked for: {error}."));
            }
        }
        match self.wait(limit, interrupt) {
            Wait::Message(message) => match answer_of(&message) {
                Ok(answer) if answer.id == request.id => Outcome::Answered(Box::new(answer)),
                Ok(_) => Outcome::Died(Status::Crashed, "The worker answered out of turn.".into()),
                Err(error) => Outcome::Died(
                    Status::Crashed,
                    format!("The worker's answer cannot be understood: {error}."),
                ),
            },
            Wait::TooLong => Outcome::Died(
                Status::Memory,
                format!("The worker's answer is longer than {MAX_LINE} bytes."),
            ),
            Wait::Late => Outcome::Died(
                Status::Timeout,
                format!(
                    "It was not read within {} s. Allow more with --timeout.",
                    limit.as_secs()
                ),
            ),
            Wait::Ended => {
                let (status, message) = self.autopsy();
                Outcome::Died(status, message)
            }
            Wait::Interrupted => Outcome::Interrupted,
        }
    }

    /// A worker that does not take its line is found out by not answering.
    fn send(&self, mut line: Vec<u8>) {
        line.push(b'\n');
        let _ = self.requests.send(line);
    }

    fn wait(&self, limit: Duration, interrupt: &Interrupt) -> Wait {
        let start = Instant::now();
        loop {
            let left = limit.saturating_sub(start.elapsed());
            match self.answers.recv_timeout(left.min(TICK)) {
                Ok(Ok(message)) => return Wait::Message(message),
                Ok(Err(error)) if error.kind() == std::io::ErrorKind::FileTooLarge => {
                    return Wait::TooLong;
                }
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Wait::Ended,
                Err(RecvTimeoutError::Timeout) if interrupt.signal().is_some() => {
                    return Wait::Interrupted;
                }
                Err(RecvTimeoutError::Timeout) if left.is_zero() => return Wait::Late,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Of what a worker died whose output has ended.
    fn autopsy(&mut self) -> (Status, String) {
        let status = self.end();
        let words = self.last_words.take().and_then(|reader| reader.join().ok());
        let words = String::from_utf8_lossy(&words.unwrap_or_default()).into_owned();
        cause(&words, status, self.memory_mib)
    }

    /// Kills and reaps; a process that has died already keeps its own status.
    fn end(&mut self) -> Option<std::process::ExitStatus> {
        let _ = self.child.kill();
        self.child.wait().ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.end();
    }
}

fn read_messages(stdout: impl Read, messages: &SyncSender<std::io::Result<Message>>) {
    let mut reader = BufReader::new(stdout);
    while let Some(message) = read_message(&mut reader).transpose() {
        let failed = message.is_err();
        if messages.send(message).is_err() || failed {
            return;
        }
    }
}

fn read_message(reader: &mut impl BufRead) -> std::io::Result<Option<Message>> {
    let Some(line) = read_line(reader, MAX_LINE)? else {
        return Ok(None);
    };
    let size = size_of_texts(&line);
    if size > MAX_LINE as u64 {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    let mut texts = Vec::new();
    let read = reader.by_ref().take(size).read_to_end(&mut texts)?;
    match read as u64 == size {
        true => Ok(Some(Message { line, texts })),
        false => Err(std::io::ErrorKind::UnexpectedEof.into()),
    }
}

/// How many bytes follow behind a line. One that cannot be understood is judged by who waits for it.
fn size_of_texts(line: &[u8]) -> u64 {
    #[derive(Deserialize)]
    struct Sizes {
        #[serde(default)]
        files: Vec<Size>,
    }
    #[derive(Deserialize)]
    struct Size {
        bytes: u64,
    }
    let sizes = serde_json::from_slice(line).unwrap_or(Sizes { files: Vec::new() });
    let sizes = sizes.files.iter().map(|file| file.bytes);
    sizes.fold(0, u64::saturating_add)
}

/// The answer with the texts of its files.
fn answer_of(message: &Message) -> serde_json::Result<Answer> {
    let mut answer: Answer = serde_json::from_slice(&message.line)?;
    let mut texts = message.texts.as_slice();
    for file in &mut answer.files {
        let (text, rest) = texts.split_at_checked(file.bytes).unwrap_or_default();
        file.text = text.to_vec();
        texts = rest;
    }
    Ok(answer)
}

fn write_lines(mut stdin: ChildStdin, lines: &Receiver<Vec<u8>>) {
    for line in lines {
        if stdin.write_all(&line).is_err() {
            return;
        }
    }
}

fn read_last_words(mut stderr: impl Read) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut buffer = [0; LAST_WORDS];
    while let Ok(count @ 1..) = stderr.read(&mut buffer) {
        kept.extend(buffer.iter().take(count));
        let surplus = kept.len().saturating_sub(LAST_WORDS);
        kept.drain(..surplus);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_follow_behind_their_line() {
        let file = |bytes: usize| {
            let findings = r#"{"error":0,"warning":1,"info":0}"#;
            format!(r#"{{"bytes":{bytes},"findings":{findings},"dates":[]}}"#)
        };
        let line = format!(
            concat!(
                r#"{{"id":1,"status":"ok","message":"","records":[],"pages_without_text":[],"#,
                r#""words":[],"undecided":[],"files":[{},{}]}}"#
            ),
            file(3),
            file(4)
        );
        let sent = format!("{{}}\n{line}\n{{a}}{{b}}\n{{}}\n");
        let mut reader = BufReader::new(sent.as_bytes());
        let mut next = || read_message(&mut reader).unwrap();
        assert!(next().unwrap().texts.is_empty());
        let answer = answer_of(&next().unwrap()).unwrap();
        let texts: Vec<&[u8]> = answer.files.iter().map(|f| f.text.as_slice()).collect();
        assert_eq!(texts, [&b"{a}"[..], b"{b}\n"]);
        assert_eq!(next().unwrap().line, b"{}");
        assert!(next().is_none());
    }

    #[test]
    fn files_that_are_cut_off_or_too_long_are_errors() {
        let error = |sent: &str| read_message(&mut sent.as_bytes()).unwrap_err().kind();
        let cut_off = "{\"files\":[{\"bytes\":9}]}\nshort";
        assert_eq!(error(cut_off), std::io::ErrorKind::UnexpectedEof);
        let too_long = "{\"files\":[{\"bytes\":18446744073709551615},{\"bytes\":1}]}\n";
        assert_eq!(error(too_long), std::io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn keeps_only_the_end_of_a_long_complaint() {
        let mut text = vec![b'x'; 3 * LAST_WORDS];
        text.extend(b"the end");
        let kept = read_last_words(&text[..]);
        assert_eq!(kept.len(), LAST_WORDS);
        assert!(kept.ends_with(b"the end"));
    }
}
