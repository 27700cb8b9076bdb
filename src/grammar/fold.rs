//! Folding: one spelling for all the ways in which a heading or label may be written.
//!
//! Packs and document text go through the same function, so a wording matches if both fold alike:
//! `HARIDUS :`, `Haridus` and `haridus.` are one; so are `Töö- / Teenistustingimused` and
//! `Töö-/teenistustingimused`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Folded text that knows where its characters came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    folded.extend(text);
    folded.strip_closing();
    folded
}

/// The first word of a folded text, without folding what follows.
pub fn fold_first_word(text: &str) -> String {
    if let Some(mut begin) = fold_beginning(text) {
        begin.truncate(begin.find(' ').unwrap_or(begin.len()));
        return begin;
    }
    let mut folded = Folded::default();
    for (start, cluster) in clusters(text) {
        folded.push_cluster(cluster, start);
        // A slash takes back a blank before itself, and one before a hyphen before itself.
        if let Some((_, behind)) = folded.text.split_once(' ')
            && !matches!(behind, "" | "-" | "- ")
        {
            break;
        }
    }
    folded.strip_closing();
    if let Some(end) = folded.text.find(' ') {
        folded.text.truncate(end);
    }
    folded.text
}

/// What a text ends with, folded: its last word, or more. None where that does not fold by itself.
pub fn fold_end(text: &str) -> Option<String> {
    let (rest, end) = text.rsplit_once(' ')?;
    (rest.ends_with(keeps_blank) && end.starts_with(is_plain)).then(|| fold(end))
}

/// What a text begins with, folded: its first word, or more. None where that does not fold by itself.
fn fold_beginning(text: &str) -> Option<String> {
    let (begin, rest) = text.split_once(' ')?;
    (begin.ends_with(keeps_blank) && rest.starts_with(is_plain)).then(|| fold(begin))
}

/// Whether a character folds by itself, whatever stands beside it.
fn is_plain(c: char) -> bool {
    c < COMBINING && c.is_alphanumeric()
}

/// Whether a blank behind a character stays, if something plain stands behind the blank.
fn keeps_blank(c: char) -> bool {
    is_plain(c) || (c.is_ascii_graphic() && !matches!(c, '/' | '('))
}

/// Lines that are folded as one text. A hyphen at the end of a line joins the next one to it.
pub fn fold_lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let mut folded = Folded::default();
    let mut hyphen = false;
    for line in lines {
        if hyphen {
            folded.pop();
        } else {
            folded.push(' ', 0, 0);
        }
        hyphen = line.ends_with('-');
        folded.extend(line);
    }
    folded.strip_closing();
    folded.text
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

    fn extend(&mut self, text: &str) {
        self.text.reserve(text.len());
        let mut at = 0;
        while at < text.len() {
            at += match plain_words(&text[at..]) {
                0 => {
                    let cluster = first_cluster(&text[at..]);
                    self.push_cluster(cluster, at);
                    cluster.len()
                }
                run => {
                    self.push_run(&text[at..at + run], at);
                    run
                }
            };
        }
    }

    /// What [`plain_words`] has found.
    fn push_run(&mut self, run: &str, start: usize) {
        self.part_from_colon(run.chars().next(), start);
        let from = self.text.len();
        self.text.push_str(run);
        self.text[from..].make_ascii_lowercase();
        if self.mapped {
            for (at, c) in run.char_indices() {
                let place = (start + at, start + at + c.len_utf8());
                self.from.extend(std::iter::repeat_n(place, c.len_utf8()));
            }
        }
    }

    /// A character with its combining marks.
    fn push_cluster(&mut self, cluster: &str, start: usize) {
        let end = start + cluster.len();
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii() => {
                self.push(unify(c.to_ascii_lowercase()), start, end);
            }
            (Some(c), None) if c < COMBINING => lower(c, |c| self.push(unify(c), start, end)),
            _ => {
                let lower = cluster.nfc().flat_map(char::to_lowercase);
                lower.for_each(|c| self.push(unify(c), start, end));
            }
        }
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        if is_invisible(c) {
            return;
        }
        if c.is_whitespace() {
            if !matches!(self.last(), None | Some(b' ' | b'/' | b'(')) {
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
        self.part_from_colon(Some(c), start);
        self.put(c, start, end);
    }

    /// A value may be glued to its label's colon: "Ametikoht:lukksepp".
    fn part_from_colon(&mut self, next: Option<char>, at: usize) {
        if self.last() == Some(b':') && next.is_some_and(char::is_alphabetic) {
            self.put(' ', at, at);
        }
    }

    fn last(&self) -> Option<u8> {
        self.text.as_bytes().last().copied()
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
        if self.last() == Some(b' ') {
            self.pop();
        }
    }

    fn strip_closing(&mut self) {
        while matches!(self.last(), Some(b':' | b'.' | b';' | b' ')) {
            self.pop();
        }
    }
}

/// The first combining mark. No character before it combines with others, and each is its own NFC.
const COMBINING: char = '\u{300}';

/// The byte that it begins with; characters before it begin with lesser ones.
const MARKS: u8 = 0xcc;

/// How many bytes of a text's beginning are letters and figures of ASCII and small letters of Latin-1, with single blanks between
/// them. The last letter is left out if it may bear a mark.
fn plain_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let letter = |at: usize| match bytes.get(at..)? {
        [b, ..] if b.is_ascii_alphanumeric() => Some(1),
        [0xc3, 0x9f..=0xbf, ..] => Some(2),
        _ => None,
    };
    let (mut end, mut last) = (0, 0);
    loop {
        let blank = usize::from(end > 0 && bytes.get(end) == Some(&b' '));
        let Some(length) = letter(end + blank) else {
            break;
        };
        last = end + blank;
        end = last + length;
    }
    match bytes.get(end) {
        Some(b) if *b >= MARKS => last,
        _ => end,
    }
}

/// The first character with the combining marks that follow it, so that NFC can be formed piece by piece.
fn first_cluster(text: &str) -> &str {
    let first = text.chars().next().map_or(0, char::len_utf8);
    if text.as_bytes().get(first).is_none_or(|b| *b < MARKS) {
        return &text[..first];
    }
    let combines = |c: char| c >= COMBINING && canonical_combining_class(c) != 0;
    let mut others = text.char_indices().skip(1);
    let end = others.find(|&(_, c)| !combines(c));
    &text[..end.map_or(text.len(), |(i, _)| i)]
}

/// Characters with the combining marks that follow them.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|r| !r.is_empty())?;
        let cluster = first_cluster(rest);
        at += cluster.len();
        Some((at - cluster.len(), cluster))
    })
}

/// The lower case of a character; that of Latin-1's letters without looking it up.
fn lower(c: char, mut take: impl FnMut(char)) {
    match c {
        'ß'..='ÿ' => take(c),
        'À'..='Þ' if c != '×' => take(char::from(c as u8 + 0x20)),
        _ => c.to_lowercase().for_each(take),
    }
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
#[path = "fold/tests.rs"]
mod tests;
