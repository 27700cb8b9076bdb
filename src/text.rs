//! [`Text`]: a string that knows where each of its characters stood in the source.

use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let text = String::with_capacity(2 * bytes.len());
    bytes.iter().fold(text, |mut text, byte| {
        // Writing to a string cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// A JSON file as this tool writes it.
pub fn json_file(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
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
/// account for them. Copies and parts share their characters.
#[derive(Clone, Debug, Default)]
pub struct Text {
    whole: Arc<Whole>,
    /// The part of the whole that this text is, in bytes.
    part: Range<u32>,
}

/// Characters that texts share.
#[derive(Clone, Debug, Default)]
struct Whole {
    string: String,
    /// In the order of the string.
    runs: Vec<Run>,
    hidden: Vec<Run>,
}

impl Text {
    /// An empty text with room for so many bytes and pieces of the source.
    pub fn with_capacity(bytes: usize, pieces: usize) -> Self {
        let whole = Whole {
            string: String::with_capacity(bytes),
            runs: Vec::with_capacity(pieces),
            hidden: Vec::new(),
        };
        Text {
            whole: Arc::new(whole),
            part: 0..0,
        }
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        &self.whole.string[self.part.start as usize..self.part.end as usize]
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.part.is_empty()
    }

    /// Adds source characters as they are.
    pub fn push_source(&mut self, s: &str, from: u32) {
        let at = self.len();
        self.change(|whole| {
            whole.string.push_str(s);
            whole.runs.push(Run {
                at,
                from,
                len: s.len() as u32,
            });
        });
    }

    /// Adds a blank that has no place in the source, unless there is one already or nothing stands before it.
    pub fn push_blank(&mut self) {
        if !self.is_empty() && !self.as_str().ends_with(' ') {
            self.change(|whole| whole.string.push(' '));
        }
    }

    /// Appends another text without a blank between.
    pub fn push_text(&mut self, other: &Text) {
        let shift = self.len();
        let moved = |r: Run| Run {
            at: r.at + shift,
            ..r
        };
        self.change(|whole| {
            whole.string.push_str(other.as_str());
            whole.runs.extend(other.runs().map(moved));
            whole.hidden.extend(other.hidden().map(moved));
        });
    }

    /// Drops the last `bytes` bytes from the string but keeps them accounted for.
    pub fn hide_end(&mut self, bytes: usize) {
        let at = self.len() - bytes as u32;
        self.change(|whole| {
            whole.string.truncate(at as usize);
            let first = whole.runs.partition_point(|r| r.at + r.len <= at);
            let tail = whole.runs.split_off(first);
            whole.hidden.iter_mut().for_each(|h| h.at = h.at.min(at));
            for run in tail {
                let kept = at.saturating_sub(run.at);
                if kept > 0 {
                    whole.runs.push(Run { len: kept, ..run });
                }
                whole.hidden.push(Run {
                    at,
                    from: run.from + kept,
                    len: run.len - kept,
                });
            }
        });
    }

    /// The part between two byte positions. A hidden character belongs to the part that ends with or runs over it.
    pub fn slice(&self, from: usize, to: usize) -> Text {
        let begin = self.part.start;
        Text {
            whole: Arc::clone(&self.whole),
            part: begin + from as u32..begin + to as u32,
        }
    }

    /// The same with characters of its own: for a part that is kept while the whole changes, which would be copied each time.
    pub fn detached(mut self) -> Text {
        self.own();
        self
    }

    /// Without blanks at its ends.
    pub fn trim(&self) -> Text {
        let s = self.as_str();
        let from = s.len() - s.trim_start().len();
        let to = s.trim_end().len().max(from);
        self.slice(from, to)
    }

    /// Source byte ranges of all its characters, hidden ones included, in order of the string.
    pub fn sources(&self) -> impl Iterator<Item = Range<u32>> + '_ {
        let all = self.runs().chain(self.hidden());
        all.map(|r| r.from..r.from + r.len)
    }

    fn len(&self) -> u32 {
        self.part.end - self.part.start
    }

    /// Its runs, with positions in its own string.
    fn runs(&self) -> impl Iterator<Item = Run> + '_ {
        let Range { start, end } = self.part;
        let runs = &self.whole.runs;
        let first = runs.partition_point(|r| r.at + r.len <= start);
        let mine = runs.iter().skip(first).take_while(move |r| r.at < end);
        mine.map(move |r| {
            let from = r.at.max(start);
            Run {
                at: from - start,
                from: r.from + (from - r.at),
                len: (r.at + r.len).min(end) - from,
            }
        })
    }

    fn hidden(&self) -> impl Iterator<Item = Run> + '_ {
        let Range { start, end } = self.part;
        let behind = move |at: u32| at > start || (start == 0 && at == 0);
        let hidden = self.whole.hidden.iter();
        hidden
            .filter(move |h| behind(h.at) && h.at <= end)
            .map(move |h| Run {
                at: h.at - start,
                ..*h
            })
    }

    /// Its characters as its own: copied if it shares them, and nothing but its part.
    fn own(&mut self) -> &mut Whole {
        if self.part != (0..self.whole.string.len() as u32) {
            self.whole = Arc::new(Whole {
                string: self.as_str().to_owned(),
                runs: self.runs().collect(),
                hidden: self.hidden().collect(),
            });
            self.part = 0..self.len();
        }
        Arc::make_mut(&mut self.whole)
    }

    /// Changes its characters, at whose end it ends.
    fn change(&mut self, change: impl FnOnce(&mut Whole)) {
        let whole = self.own();
        change(whole);
        let end = whole.string.len() as u32;
        self.part = 0..end;
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
            && self.runs().eq(other.runs())
            && self.hidden().eq(other.hidden())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: &[(&str, u32)]) -> Text {
        let mut text = Text::default();
        for (piece, from) in pieces {
            text.push_blank();
            text.push_source(piece, *from);
        }
        text
    }

    fn sources(text: &Text) -> Vec<Range<u32>> {
        text.sources().collect()
    }

    #[test]
    fn parts_and_copies_stay_as_they_are_when_the_whole_changes() {
        let mut whole = text(&[("Koostab", 10), ("kava", 20)]);
        let (copy, part) = (whole.clone(), whole.slice(4, 10).trim());
        whole.push_source("de", 30);
        assert_eq!(whole.as_str(), "Koostab kavade");
        assert_eq!(copy, text(&[("Koostab", 10), ("kava", 20)]));
        assert_eq!(part.as_str(), "tab ka");
        assert_eq!(sources(&part), [14..17, 20..22]);
        assert_eq!(part.clone().detached(), part);
        let mut more = part;
        more.push_text(&copy.slice(8, 12));
        assert_eq!(more.as_str(), "tab kakava");
        assert_eq!(sources(&more), [14..17, 20..22, 20..24]);
    }

    #[test]
    fn what_is_hidden_stays_accounted_for() {
        let mut text = text(&[("töö", 0), ("andja-", 10)]);
        text.hide_end(1);
        assert_eq!(text.as_str(), "töö andja");
        assert_eq!(sources(&text), [0..5, 10..15, 15..16]);
        text.push_source("le", 20);
        text.hide_end(4);
        assert_eq!(text.as_str(), "töö and");
        assert_eq!(sources(&text), [0..5, 10..13, 15..16, 13..15, 20..22]);
        // It belongs to the part that ends with it.
        let start = 0..5;
        assert_eq!(sources(&text.slice(0, 5)), [start]);
        assert_eq!(sources(&text.slice(6, 9)), [10..13, 15..16, 13..15, 20..22]);
    }
}
