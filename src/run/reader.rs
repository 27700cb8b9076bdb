//! Reads files one after the other by a worker process that is replaced when it dies.

use std::path::Path;
use std::time::Duration;

use super::process::{Outcome, Recipe, Worker};
use super::{Interrupt, RunError};
use crate::worker::protocol::{Answer, Request, Status};

/// A worker process, or the place of one.
pub struct Reader<'a> {
    recipe: &'a Recipe,
    limit: Duration,
    interrupt: &'a Interrupt,
    worker: Option<Worker>,
}

impl<'a> Reader<'a> {
    /// The process is started with the first file.
    pub fn new(recipe: &'a Recipe, limit: Duration, interrupt: &'a Interrupt) -> Self {
        Reader {
            recipe,
            limit,
            interrupt,
            worker: None,
        }
    }

    /// Reads a file; `None` if the run is to stop.
    ///
    /// A death in a worker that has read other files may be owed to what they left in its memory. Then a new worker
    /// tries once more, so that the answer does not depend on which files went before.
    pub fn read(&mut self, request: &Request) -> Result<Option<Answer>, RunError> {
        loop {
            let used = self.worker.is_some();
            let worker = match self.worker.take() {
                Some(worker) => Some(worker),
                None => Worker::start(self.recipe, self.interrupt)?,
            };
            let Some(mut worker) = worker else {
                return Ok(None);
            };
            match worker.ask(request, self.limit, self.interrupt) {
                Outcome::Answered(answer) => {
                    self.worker = Some(worker);
                    return Ok(Some(*answer));
                }
                Outcome::Interrupted => return Ok(None),
                Outcome::Died(Status::Memory | Status::Crashed, _) if used => {}
                Outcome::Died(status, message) => {
                    return Ok(Some(Answer::failed(request.id, status, message)));
                }
            }
        }
    }
}

/// Asks for a file; one whose name is not Unicode is given by its bytes.
pub fn request(id: u64, path: String, file: &Path, known: Vec<u64>) -> Request {
    let name = file.to_str().map(str::to_owned);
    let hex = || {
        let bytes = file.as_os_str().as_encoded_bytes();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    Request {
        id,
        path,
        file_hex: if name.is_none() { Some(hex()) } else { None },
        file: name,
        known,
        files: false,
        view: false,
    }
}
