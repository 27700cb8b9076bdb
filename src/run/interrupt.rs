//! The wish to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Tells a run that it is to stop. Clones tell the same run.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicUsize>);

impl Interrupt {
    /// The number of the signal that asked for it; `None` while nothing did.
    pub fn signal(&self) -> Option<usize> {
        Some(self.0.load(Ordering::SeqCst)).filter(|signal| *signal != 0)
    }

    /// Where a signal handler is to store its signal's number.
    pub fn flag(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.0)
    }
}
