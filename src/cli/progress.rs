//! The progress bar: on a terminal only.

use std::cell::Cell;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use ametijuhend::run::Step;
use ametijuhend::worker::protocol::Status;

/// How many are done, of how many; how many a second; how long it will take; how many failed.
const TEMPLATE: &str = "{msg} {wide_bar} {pos}/{len}, {per_sec}, {eta} left{prefix}";

/// A bar on the standard error, if that is a terminal and the bar is wanted.
pub struct Progress {
    bar: ProgressBar,
    failed: Cell<u64>,
}

impl Progress {
    /// Shows nothing yet.
    pub fn new(wanted: bool) -> Self {
        // indicatif draws nothing where the standard error is not a terminal.
        let target = if wanted {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        Progress {
            bar: ProgressBar::with_draw_target(None, target),
            failed: Cell::new(0),
        }
    }

    /// Shows a step.
    pub fn step(&self, step: &Step) {
        match step {
            Step::Begin { files, again } => {
                let what = if *again { "Reading again" } else { "Reading" };
                if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                    self.bar.set_style(style);
                }
                self.bar.set_message(what);
                self.bar
                    .set_length(u64::try_from(*files).unwrap_or(u64::MAX));
                self.bar.set_position(0);
                self.bar.reset_eta();
            }
            Step::Done { entry, again, .. } => {
                if !again && entry.status != Status::Ok {
                    self.failed.set(self.failed.get() + 1);
                    let failed = self.failed.get();
                    self.bar.set_prefix(format!(", not read in full: {failed}"));
                }
                self.bar.inc(1);
            }
        }
    }

    /// Removes the bar.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
