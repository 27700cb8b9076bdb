//! One pass over decoded text: words with column and line, and pages.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::read::{Page, ReadError, Rect, Word};

use super::damage::Damage;

/// More words than any document has; bounds the memory that a hostile file can take.
const MAX_WORDS: usize = 4_000_000;
/// Columns between tab stops, as terminals and `pdftotext` have them.
const TAB: u32 = 8;

/// What the pass gives.
#[derive(Debug, Default)]
pub struct Scan {
    /// The words' characters, each word followed by one space.
    pub text: String,
    /// The words in reading order.
    pub words: Vec<Word>,
    /// The pages; a form feed starts a new one.
    pub pages: Vec<Page>,
    /// Characters that show damage.
    pub damage: Damage,
}

/// Splits text (at most [`super::MAX_BYTES`] long) into words.
///
/// # Errors
/// [`ReadError::Memory`] for more than 4 million words.
pub fn scan(source: &str) -> Result<Scan, ReadError> {
    let mut scanner = Scanner {
        source,
        at: 0,
        line: 0,
        column: 0,
        line_start: 0,
        word: None,
        page: PageStart::default(),
        out: Scan {
            text: String::with_capacity(source.len() + source.len() / 16 + 1),
            words: Vec::with_capacity(source.len() / 8 + 1),
            ..Scan::default()
        },
    };
    while scanner.out.words.len() <= MAX_WORDS && scanner.step() {}
    scanner.end_word();
    if scanner.out.words.len() > MAX_WORDS {
        let reason = format!("more than {MAX_WORDS} words. Split the file and run again.");
        return Err(ReadError::Memory(reason));
    }
    scanner.end_page();
    scanner.drop_empty_last_page();
    Ok(scanner.out)
}

/// A word that has begun.
struct Begun {
    /// Byte in the text.
    from: usize,
    /// Column of its first character.
    column: u32,
    /// Whether it holds characters that NFC may change.
    check: bool,
}

/// Where the current page began.
#[derive(Default)]
struct PageStart {
    word: usize,
    line: u32,
    width: u32,
}

struct Scanner<'a> {
    source: &'a str,
    /// Byte in the source; always on a character boundary.
    at: usize,
    line: u32,
    column: u32,
    line_start: usize,
    word: Option<Begun>,
    page: PageStart,
    out: Scan,
}

impl Scanner<'_> {
    /// Takes the next run of plain characters or one other character; false at the end.
    fn step(&mut self) -> bool {
        let (end, count) = plain_run(self.source.as_bytes(), self.at);
        if count > 0 {
            let run = self.source.get(self.at..end).unwrap_or_default();
            self.push(run, count, false);
            self.at = end;
        }
        match self.source.get(self.at..).and_then(|s| s.chars().next()) {
            None => false,
            Some(c) => {
                self.at += c.len_utf8();
                self.take(c);
                true
            }
        }
    }

    /// Takes a character that is not plain; `at` stands behind it.
    fn take(&mut self, c: char) {
        match c {
            ' ' => self.blank(),
            '\n' | '\u{2028}' | '\u{2029}' => self.end_line(),
            '\r' => {
                if self.source.as_bytes().get(self.at) == Some(&b'\n') {
                    self.at += 1;
                }
                self.end_line();
            }
            '\t' => {
                self.end_word();
                self.column = (self.column / TAB + 1) * TAB;
            }
            '\u{C}' => {
                self.end_word();
                self.end_page();
                self.column = 0;
                self.line_start = self.at;
            }
            '\u{AD}' => self.soft_hyphen(),
            c if is_zero_width(c) => {}
            c if c.is_whitespace() => self.blank(),
            c if c.is_control() => {
                self.out.damage.control(self.line);
                self.blank();
            }
            c => {
                if c == char::REPLACEMENT_CHARACTER {
                    self.out.damage.replacement(self.line);
                }
                self.push(c.encode_utf8(&mut [0; 4]), 1, may_change(c));
            }
        }
    }

    fn blank(&mut self) {
        self.end_word();
        self.column += 1;
    }

    /// Adds characters to the current word or begins one.
    fn push(&mut self, run: &str, count: u32, check: bool) {
        let word = self.word.get_or_insert(Begun {
            from: self.out.text.len(),
            column: self.column,
            check: false,
        });
        word.check |= check;
        self.out.text.push_str(run);
        self.column += count;
    }

    /// At a line's end, also within a column, a soft hyphen shows, and is a hyphen like any other; within a word it does
    /// not show.
    fn soft_hyphen(&mut self) {
        if self.word.is_some() && self.blank_follows() {
            self.push("-", 1, false);
        }
    }

    /// Whether the word ends here.
    fn blank_follows(&self) -> bool {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let next = rest.chars().find(|c| !is_zero_width(*c));
        next.is_none_or(|c| c.is_whitespace() || c.is_control())
    }

    fn end_word(&mut self) {
        let Some(word) = self.word.take() else { return };
        if word.check {
            self.compose(&word);
        }
        // Lengths fit: `MAX_BYTES` bounds the text.
        let range = word.from as u32..self.out.text.len() as u32;
        self.out.text.push(' ');
        let (y, x0, x1) = (self.line as f32, word.column as f32, self.column as f32);
        self.out.words.push(Word {
            range,
            bbox: Rect {
                x0,
                y0: y,
                x1,
                y1: y + 1.0,
            },
            size: 1.0,
            bold: false,
        });
        self.page.width = self.page.width.max(self.column);
    }

    /// Brings a word to NFC, and the column with it.
    fn compose(&mut self, word: &Begun) {
        let raw = self.out.text.get(word.from..).unwrap_or_default();
        if is_nfc_quick(raw.chars()) == IsNormalized::Yes {
            return;
        }
        let composed: String = raw.nfc().collect();
        self.out.text.truncate(word.from);
        self.out.text.push_str(&composed);
        self.column = word.column + composed.chars().count() as u32;
    }

    fn end_line(&mut self) {
        self.end_word();
        self.line += 1;
        self.column = 0;
        self.line_start = self.at;
    }

    fn end_page(&mut self) {
        let open = u32::from(self.line_start < self.at && self.column > 0);
        self.out.pages.push(Page {
            number: self.out.pages.len() as u32 + 1,
            width: self.page.width as f32,
            height: (self.line - self.page.line + open) as f32,
            words: self.page.word..self.out.words.len(),
            rules: Vec::new(),
        });
        self.page = PageStart {
            word: self.out.words.len(),
            line: self.line,
            width: 0,
        };
    }

    /// `pdftotext` ends every page with a form feed, the last one too.
    fn drop_empty_last_page(&mut self) {
        let pages = &mut self.out.pages;
        if pages.len() > 1 && pages.last().is_some_and(|p| p.words.is_empty()) {
            pages.pop();
        }
    }
}

/// The end of the run of plain characters from `from` on, and their number: printable ASCII and U+00C0 to U+02FF,
/// none of which NFC changes on its own.
fn plain_run(bytes: &[u8], from: usize) -> (usize, u32) {
    let (mut at, mut count) = (from, 0);
    while let Some(&b) = bytes.get(at) {
        match b {
            0x21..=0x7E => at += 1,
            0xC3..=0xCB => at += 2,
            _ => break,
        }
        count += 1;
    }
    (at, count)
}

/// Whether a word with this character must be checked for NFC; punctuation such as „ – • need not.
fn may_change(c: char) -> bool {
    c >= '\u{300}' && !('\u{2010}'..='\u{2027}').contains(&c)
}

/// Characters without width that change nothing in the text: joiners, byte order marks, direction marks.
pub(in crate::read) fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FEFF}'
    )
}
