//! Folding: one spelling for all the ways in which a heading or label may be written.
//!
//! Packs and document text go through the same function, so a wording matches if both fold alike:
//! `HARIDUS :`, `Haridus` and `haridus.` are one; so are `Töö- / Teenistustingimused` and
//! `Töö-/teenistustingimused`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Folded text that knows where its characters came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the input that it stands for (start and end).
    from: Vec<(usize, usize)>,
    /// Whether `from` is kept.
    mapped: bool,
}

/// Folds a wording: NFC, lower case, `ō` as `õ`, one kind of quotes and dashes, single blanks, none around `/` nor
/// before `:`, and no closing `:`, `.` or `;`.
pub fn fold(text: &str) -> String {
    folding(text, false).text
}

/// [`fold`], keeping the positions.
pub fn fold_mapped(text: &str) -> Folded {
    folding(text, true)
}

fn folding(text: &str, mapped: bool) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        from: Vec::with_capacity(if mapped { text.len() } else { 0 }),
        mapped,
    };
    for (start, cluster) in clusters(text) {
        let end = start + cluster.len();
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii() => {
                folded.push(unify(c.to_ascii_lowercase()), start, end);
            }
            (Some(c), None) if c < COMBINING => {
                let lower = c.to_lowercase();
                lower.for_each(|c| folded.push(unify(c), start, end));
            }
            _ => {
                let lower = cluster.nfc().flat_map(char::to_lowercase);
                lower.for_each(|c| folded.push(unify(c), start, end));
            }
        }
    }
    folded.strip_closing();
    folded
}

impl Folded {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The end, in the input, of what the first `len` bytes of the folded text stand for.
    pub fn end_in_input(&self, len: usize) -> usize {
        let last = len.checked_sub(1).and_then(|i| self.from.get(i));
        last.map_or(0, |&(_, end)| end)
    }

    /// Ends of the words in the folded text, in bytes.
    pub fn word_ends(&self) -> Vec<usize> {
        let blanks = self.text.match_indices(' ').map(|(i, _)| i);
        let mut ends: Vec<usize> = blanks.collect();
        if !self.text.is_empty() {
            ends.push(self.text.len());
        }
        ends
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        if is_invisible(c) {
            return;
        }
        if c.is_whitespace() {
            if !self.text.is_empty() && !self.text.ends_with([' ', '/', '(']) {
                self.put(' ', start, end);
            }
            return;
        }
        match c {
            ':' | ';' | ',' | '.' | ')' => self.drop_blank(),
            '/' => {
                self.drop_blank();
                // "Töö - / teenistus…": the hyphen belongs to the word before it.
                if self.text.ends_with(" -") {
                    self.pop();
                    self.drop_blank();
                    self.put('-', start, start);
                }
            }
            _ => {}
        }
        // A value glued to its label's colon: "Ametikoht:lukksepp".
        if self.text.ends_with(':') && c.is_alphabetic() {
            self.put(' ', start, start);
        }
        self.put(c, start, end);
    }

    fn put(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        if self.mapped {
            let bytes = c.len_utf8();
            self.from.extend(std::iter::repeat_n((start, end), bytes));
        }
    }

    fn pop(&mut self) {
        self.text.pop();
        self.from.truncate(self.text.len());
    }

    fn drop_blank(&mut self) {
        if self.text.ends_with(' ') {
            self.pop();
        }
    }

    fn strip_closing(&mut self) {
        while self.text.ends_with([':', '.', ';', ' ']) {
            self.pop();
        }
    }
}

/// The first combining mark. No character before it combines with others, and each is its own NFC.
const COMBINING: char = '\u{300}';

/// Characters with the combining marks that follow them, so that NFC can be formed piece by piece.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut ends = rest.char_indices().skip(1);
        let end = ends
            .find(|&(_, c)| c < COMBINING || canonical_combining_class(c) == 0)
            .map_or(rest.len(), |(i, _)| i);
        if end == 0 {
            return None;
        }
        let (cluster, after) = rest.split_at(end);
        let start = at;
        at += end;
        rest = after;
        Some((start, cluster))
    })
}

/// One character for all that a typist may use in its place.
fn unify(c: char) -> char {
    match c {
        'ō' => 'õ',
        '„' | '“' | '”' | '‟' | 'ʺ' | '«' | '»' | '″' => '"',
        '’' | '‘' | 'ʼ' | '‛' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

/// Soft hyphen, zero-width blanks and joiners, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_wording_fold_alike() {
        for (written, folded) in [
            ("Haridus : ", "haridus"),
            ("HARIDUS:", "haridus"),
            ("2. Kohustused ja ülesanded.", "2. kohustused ja ülesanded"),
            (
                "Töö-/Teenistustingimuste erisused",
                "töö-/teenistustingimuste erisused",
            ),
            (
                "Töö- / teenistustingimuste  erisused",
                "töö-/teenistustingimuste erisused",
            ),
            (
                "Töö - / teenistustingimuste erisused",
                "töö-/teenistustingimuste erisused",
            ),
            ("ōigused", "õigused"),
            ("O\u{303}igused", "õigused"),
            ("\u{a0}V\u{ad}astutus\t", "vastutus"),
            ("„X” ʺY“", "\"x\" \"y\""),
            ("–", "-"),
            ("`A´ \u{1E9B}\u{323} Ǆ", "'a' \u{1E9B}\u{323} ǆ"),
            ("Ametikoht:lukksepp", "ametikoht: lukksepp"),
            ("kell 8:00", "kell 8:00"),
            ("Asendaja ( d )", "asendaja (d)"),
            ("töö- ja palgatingimused", "töö- ja palgatingimused"),
            (" :. ", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn positions_lead_back_to_the_input() {
        let text = "O\u{303}igused : saada";
        let folded = fold_mapped(text);
        assert_eq!(folded.as_str(), "õigused: saada");
        let ends = folded.word_ends();
        assert_eq!(&text[..folded.end_in_input(ends[0])], "O\u{303}igused :");
        assert_eq!(folded.end_in_input(folded.as_str().len()), text.len());
        assert_eq!(folded.end_in_input(0), 0);
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["A – B :", "x - / y", "Töö- ja\u{2011} z.", "a:b:c", "İ ŠŽ"] {
            let once = fold(text);
            assert_eq!(fold(&once), once, "{text}");
        }
    }
}
