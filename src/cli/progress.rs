//! The progress bar: on a terminal only.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use ametijuhend::run::Step;

/// A bar on the standard error, if that is a terminal and the bar is wanted.
pub struct Progress(ProgressBar);

impl Progress {
    /// Shows nothing yet.
    pub fn new(wanted: bool) -> Self {
        // indicatif draws nothing where the standard error is not a terminal.
        let target = if wanted {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        Progress(ProgressBar::with_draw_target(None, target))
    }

    /// Shows a step.
    pub fn step(&self, step: Step) {
        match step {
            Step::Begin { files, again } => {
                let what = if again { "Reading again" } else { "Reading" };
                let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
                if let Ok(style) = style {
                    self.0.set_style(style);
                }
                self.0.set_message(what);
                self.0.set_length(u64::try_from(files).unwrap_or(u64::MAX));
                self.0.set_position(0);
                self.0.reset_eta();
            }
            Step::Done => self.0.inc(1),
        }
    }

    /// Removes the bar.
    pub fn clear(&self) {
        self.0.finish_and_clear();
    }
}
