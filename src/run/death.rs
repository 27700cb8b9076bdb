//! Of what a worker died.

use std::process::ExitStatus;

use crate::worker::protocol::Status;

/// The reason code and a sentence, from what the worker wrote to its standard error and how it ended.
///
/// Rust's runtime says what it aborts for; the exit status alone is SIGABRT for memory and stack alike.
pub fn cause(words: &str, status: Option<ExitStatus>, memory_mib: u64) -> (Status, String) {
    if words.contains("memory allocation of") {
        let message = format!(
            "Reading it takes more memory than the limit of {memory_mib} MiB. Allow more with --memory."
        );
        return (Status::Memory, message);
    }
    if words.contains("has overflowed its stack") {
        let message =
            "The program failed on it: it is nested too deeply, and the stack overflowed.";
        return (Status::Crashed, message.into());
    }
    let status = status.map_or("unknown status".into(), |status| status.to_string());
    let last = words.lines().rev().find(|line| !line.trim().is_empty());
    let last = last.map(|line| format!(", last words: {}", line.trim()));
    let message = format!(
        "The program failed on it ({status}{}).",
        last.unwrap_or_default()
    );
    (Status::Crashed, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_words_tell_memory_from_a_crash() {
        let of = |words| cause(words, None, 64).0;
        assert_eq!(of("memory allocation of 9 bytes failed"), Status::Memory);
        assert_eq!(of("thread 'x' has overflowed its stack"), Status::Crashed);
        let (status, message) = cause("noise\nlast\n\n", None, 64);
        assert_eq!(status, Status::Crashed);
        assert!(message.contains("last words: last)"), "{message}");
    }
}
