//! Problems of a pack, with their places.

use std::fmt;
use std::ops::Range;

/// A problem of a grammar pack, shown as `file:line:column: sentence`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// The file or folder.
    pub file: String,
    /// Line and column (in characters), from 1; absent where the file as a whole is meant.
    pub at: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub message: String,
}

impl PackError {
    /// A problem of a whole file or folder.
    pub fn of_file(file: &str, message: impl Into<String>) -> Self {
        PackError {
            file: file.to_owned(),
            at: None,
            message: message.into(),
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for PackError {}

/// Collects the problems of one file.
#[derive(Debug)]
pub(super) struct Problems<'a> {
    file: &'a str,
    text: &'a str,
    pub(super) list: Vec<PackError>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Problems {
            file,
            text,
            list: Vec::new(),
        }
    }

    /// Adds a problem at a byte range of the file.
    pub(super) fn add(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.list.push(PackError {
            file: self.file.to_owned(),
            at: Some(self.place(span.start)),
            message: message.into(),
        });
    }

    /// Adds what the TOML parser says.
    pub(super) fn add_toml(&mut self, error: &toml::de::Error, whole: Range<usize>) {
        let said = error.message().trim_end_matches('.');
        self.add(
            error.span().unwrap_or(whole),
            format!("{}. Correct this entry.", sentence(said)),
        );
    }

    /// Line and column of a byte position.
    pub(super) fn place(&self, position: usize) -> (usize, usize) {
        let before = self.text.get(..position).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        (line, before[start..].chars().count() + 1)
    }
}

/// With a capital first letter.
fn sentence(s: &str) -> String {
    let mut chars = s.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
