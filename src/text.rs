//! [`Text`]: a string that knows where each of its characters stood in the source.

use std::fmt::Write;

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let text = String::with_capacity(2 * bytes.len());
    bytes.iter().fold(text, |mut text, byte| {
        // Writing to a string cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// A stretch of a [`Text`] that was copied unchanged from [`crate::read::Document::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Byte position in the string.
    at: u32,
    /// Byte position in the source text.
    from: u32,
    /// Length in bytes.
    len: u32,
}

/// A string with the source position of every character; blanks between words have none.
///
/// Repaired characters that no longer show (a hyphen at a line's end) are kept as `hidden`, so that the ledger can
/// account for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    string: String,
    runs: Vec<Run>,
    hidden: Vec<Run>,
}

impl Text {
    /// The string.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// Adds source characters as they are.
    pub fn push_source(&mut self, s: &str, from: u32) {
        let at = self.string.len() as u32;
        self.string.push_str(s);
        self.runs.push(Run {
            at,
            from,
            len: s.len() as u32,
        });
    }

    /// Adds a blank that has no place in the source, unless there is one already or nothing stands before it.
    pub fn push_blank(&mut self) {
        if !self.string.is_empty() && !self.string.ends_with(' ') {
            self.string.push(' ');
        }
    }

    /// Appends another text without a blank between.
    pub fn push_text(&mut self, other: &Text) {
        let shift = self.string.len() as u32;
        self.string.push_str(&other.string);
        self.runs.extend(other.runs.iter().map(|r| Run {
            at: r.at + shift,
            ..*r
        }));
        self.hidden.extend(other.hidden.iter().map(|r| Run {
            at: r.at + shift,
            ..*r
        }));
    }

    /// Drops the last `bytes` bytes from the string but keeps them accounted for.
    pub fn hide_end(&mut self, bytes: usize) {
        let cut = self.string.len() - bytes;
        let tail = self.slice(cut, self.string.len());
        let head = self.slice(0, cut);
        *self = head;
        let at = cut as u32;
        self.hidden.extend(
            tail.runs
                .iter()
                .chain(&tail.hidden)
                .map(|r| Run { at, ..*r }),
        );
    }

    /// The part between two byte positions. A hidden character belongs to the part that ends with or runs over it.
    pub fn slice(&self, from: usize, to: usize) -> Text {
        let (a, b) = (from as u32, to as u32);
        let mut runs = Vec::new();
        for r in &self.runs {
            let start = r.at.max(a);
            let end = (r.at + r.len).min(b);
            if start < end {
                runs.push(Run {
                    at: start - a,
                    from: r.from + (start - r.at),
                    len: end - start,
                });
            }
        }
        let hidden = self
            .hidden
            .iter()
            .filter(|h| (h.at > a || (a == 0 && h.at == 0)) && h.at <= b)
            .map(|h| Run { at: h.at - a, ..*h })
            .collect();
        Text {
            string: self.string[from..to].to_owned(),
            runs,
            hidden,
        }
    }

    /// Without blanks at its ends.
    pub fn trim(&self) -> Text {
        let s = &self.string;
        let from = s.len() - s.trim_start().len();
        let to = s.trim_end().len().max(from);
        self.slice(from, to)
    }

    /// Source byte ranges of all its characters, hidden ones included, in order of the string.
    pub fn sources(&self) -> impl Iterator<Item = std::ops::Range<u32>> + '_ {
        self.runs
            .iter()
            .chain(&self.hidden)
            .map(|r| r.from..r.from + r.len)
    }
}
