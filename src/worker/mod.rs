//! The worker process: it alone touches untrusted bytes.
//!
//! [`protocol`] is what goes over the pipes, `serve` the loop, `limits` what the process takes upon itself at start.

mod answer;
#[cfg(debug_assertions)]
mod fault;
mod limits;
pub mod lines;
pub mod protocol;
mod serve;

pub use answer::remember_panics;
pub use limits::{Limits, apply};
pub use serve::{Ending, serve};
