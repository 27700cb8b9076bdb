//! Glyphs to words: by baseline and gap, since not every producer writes blanks (LaTeX has none).

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::doubles::Doubles;
use super::letters::{Letter, letters};
use super::page::{Glyph, Glyphs};
use super::spaced::letterspaced;
use crate::read::{Document, Rect, Word};

/// A gap of more ems than this is a blank; measured to hold for Word, LibreOffice, Typst, Chromium, WeasyPrint,
/// ReportLab, fpdf2, pdfLaTeX, Ghostscript and cairo.
pub(super) const BLANK_GAP: f32 = 0.18;
/// A glyph may begin so many ems before the last one's end (kerning, accents).
const MAX_OVERLAP: f32 = 0.5;
/// A baseline may differ by so many ems within a word (superscripts).
const MAX_RISE: f32 = 0.4;
/// A blank counts if the next glyph stands at least so many ems further. Chromium writes soft hyphens inside words as
/// blanks and then takes their width back.
const MIN_BLANK: f32 = 0.05;
/// A soft hyphen that advances so many ems is painted: it is a hyphen of the page.
const PAINTED: f32 = 0.1;
/// The box reaches so many ems above and below the baseline, whatever the font says.
const ASCENT: f32 = 0.8;
const DESCENT: f32 = 0.2;

/// Adds a page's words to the document, in content order. Text outside the page is left out.
pub(super) fn append(glyphs: &Glyphs, width: f32, height: f32, document: &mut Document) {
    let spaced = letterspaced(glyphs);
    let mut doubles = Doubles::of(glyphs.list.len());
    let mut word = Pending::default();
    for (index, glyph) in glyphs.list.iter().enumerate() {
        if !is_inside(glyph, width, height) {
            continue;
        }
        let text = glyphs.text_of(glyph);
        if text.chars().all(char::is_whitespace) {
            word.blank = true;
            continue;
        }
        let at = document.words.len();
        if let Some(double) = doubles.find(glyph, text, at) {
            if double.shifted {
                word.embolden(double.word, document);
            }
            continue;
        }
        if !word.continues(glyph, spaced.contains(&index)) {
            word.flush(document);
            doubles.moved(glyph, text, document.words.len());
        }
        word.add(glyph, text, document);
    }
    word.flush(document);
}

/// Whether the middle of the glyph stands on the page.
fn is_inside(glyph: &Glyph, width: f32, height: f32) -> bool {
    let (along, up) = (glyph.advance / 2.0, glyph.size * 0.25);
    let x = glyph.x + glyph.ux * along + glyph.uy * up;
    let y = glyph.y + glyph.uy * along - glyph.ux * up;
    (0.0..=width).contains(&x) && (0.0..=height).contains(&y)
}

/// The distance of two glyphs in terms of the first one's line: along it, from the first one's end, and across.
pub(super) fn distance(end: (f32, f32), direction: (f32, f32), glyph: &Glyph) -> (f32, f32) {
    let (dx, dy) = (glyph.x - end.0, glyph.y - end.1);
    let along = dx * direction.0 + dy * direction.1;
    let across = dy * direction.0 - dx * direction.1;
    (along, across)
}

/// Where the pen stands after a glyph.
pub(super) fn end_of(glyph: &Glyph) -> (f32, f32) {
    let reach = glyph.advance.max(0.0);
    (glyph.x + glyph.ux * reach, glyph.y + glyph.uy * reach)
}

/// Whether two glyphs are written in one direction.
pub(super) fn same_direction(direction: (f32, f32), glyph: &Glyph) -> bool {
    direction.0 * glyph.ux + direction.1 * glyph.uy > 0.99
}

/// The word that is being read.
#[derive(Default)]
struct Pending {
    text: String,
    /// The first glyph; the box and the baseline start here.
    first: Option<Glyph>,
    /// Where the last glyph ended.
    end: (f32, f32),
    /// The furthest extent along the baseline, from the first glyph's origin.
    from: f32,
    to: f32,
    /// Largest font size, and its height over the first baseline.
    size: f32,
    shift: f32,
    last_size: f32,
    glyphs: usize,
    bold: usize,
    /// A blank came after the last character.
    blank: bool,
    /// An unpainted soft hyphen that is the last character so far.
    soft_hyphen: bool,
}

impl Pending {
    /// Whether a glyph belongs to the same word. `spaced`: its distance is letter-spacing.
    fn continues(&self, glyph: &Glyph, spaced: bool) -> bool {
        let Some(first) = &self.first else {
            return true;
        };
        let direction = (first.ux, first.uy);
        let em = self.last_size.min(glyph.size);
        let (along, across) = distance(self.end, direction, glyph);
        let rise = (across - self.shift).abs().min(across.abs());
        same_direction(direction, glyph)
            && along >= -MAX_OVERLAP * em
            && (along <= BLANK_GAP * em || spaced)
            && !(self.blank && along.abs() > MIN_BLANK * em)
            && rise <= MAX_RISE * self.size.max(glyph.size)
    }

    /// Adds a glyph's characters; blanks inside them and private-use signs end the word.
    fn add(&mut self, glyph: &Glyph, text: &str, document: &mut Document) {
        // Most glyphs are a letter or mark of ASCII.
        if let [byte @ b'!'..=b'~'] = text.as_bytes() {
            return self.push(glyph, char::from(*byte));
        }
        let painted = glyph.advance >= PAINTED * glyph.size;
        for letter in letters(text) {
            match letter {
                Letter::Blank => self.flush(document),
                Letter::SoftHyphen if painted => self.push(glyph, '-'),
                Letter::SoftHyphen => self.soft_hyphen = self.first.is_some(),
                Letter::Sign(c) => {
                    self.flush(document);
                    self.push(glyph, c);
                    self.flush(document);
                }
                Letter::Plain(c) => self.push(glyph, c),
            }
        }
    }

    fn push(&mut self, glyph: &Glyph, c: char) {
        self.text.push(c);
        self.soft_hyphen = false;
        self.blank = false;
        let first = *self.first.get_or_insert_with(|| {
            self.from = 0.0;
            self.to = 0.0;
            self.size = glyph.size;
            self.shift = 0.0;
            *glyph
        });
        let (start, across) = distance((first.x, first.y), (first.ux, first.uy), glyph);
        self.from = self.from.min(start);
        self.to = self.to.max(start + glyph.advance);
        if glyph.size > self.size * 1.1 {
            self.size = glyph.size;
            self.shift = across;
        }
        self.last_size = glyph.size;
        // The pen stays on the first baseline, so that a superscript does not lead the word away.
        let reach = start + glyph.advance.max(0.0);
        self.end = (first.x + first.ux * reach, first.y + first.uy * reach);
        self.glyphs += 1;
        self.bold += usize::from(glyph.bold);
    }

    /// Makes a word bold: one of the document, or this one if it is not there yet.
    fn embolden(&mut self, word: usize, document: &mut Document) {
        match document.words.get_mut(word) {
            Some(word) => word.bold = true,
            None => self.bold = usize::MAX / 4,
        }
    }

    /// Hands the word to the document, if there is one.
    fn flush(&mut self, document: &mut Document) {
        if let Some(first) = self.first {
            if self.soft_hyphen {
                self.text.push('-');
            }
            let start = document.text.len() as u32;
            push_normalised(&self.text, &mut document.text);
            let range = start..document.text.len() as u32;
            document.text.push(' ');
            document.words.push(Word {
                range,
                bbox: self.bbox(&first),
                size: self.size,
                bold: self.bold > self.glyphs / 2,
            });
        }
        self.text.clear();
        self.first = None;
        self.glyphs = 0;
        self.bold = 0;
        self.soft_hyphen = false;
        self.blank = false;
    }

    fn bbox(&self, first: &Glyph) -> Rect {
        let corner = |along: f32, down: f32| {
            (
                first.x + first.ux * along - first.uy * down,
                first.y + first.uy * along + first.ux * down,
            )
        };
        let a = corner(self.from, self.shift - ASCENT * self.size);
        let b = corner(self.to.max(self.from), self.shift + DESCENT * self.size);
        Rect {
            x0: a.0.min(b.0),
            y0: a.1.min(b.1),
            x1: a.0.max(b.0),
            y1: a.1.max(b.1),
        }
    }
}

/// Adds a word in NFC.
fn push_normalised(word: &str, to: &mut String) {
    if word.is_ascii() || is_nfc_quick(word.chars()) == IsNormalized::Yes {
        to.push_str(word);
    } else {
        to.extend(word.nfc());
    }
}

#[cfg(test)]
mod tests {
    use crate::read::pdf::assemble::Assembly;
    use crate::read::pdf::page::{PageContent, Placement};

    /// Words of glyphs given as text, advance and left edge, on lines 20 pt apart.
    fn words(lines: &[&[(&str, f64, f64)]]) -> Vec<String> {
        let mut page = PageContent::new(1, 600.0, 800.0);
        for (line, glyphs) in lines.iter().enumerate() {
            for (text, advance, x) in *glyphs {
                let place = Placement {
                    x: *x,
                    y: 100.0 + 20.0 * line as f64,
                    ux: 1.0,
                    uy: 0.0,
                    advance: *advance,
                    size: 10.0,
                };
                page.visible.push(text, place, false);
            }
        }
        let mut assembly = Assembly::new();
        assembly.push(page);
        let document = assembly.finish().expect("text");
        document
            .text
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn a_soft_hyphen_shows_at_the_end_of_a_line_or_where_it_is_painted() {
        let unpainted = ("\u{AD}", 0.0, 105.0);
        let inside = words(&[&[("t", 5.0, 100.0), unpainted, ("e", 5.0, 105.0)]]);
        assert_eq!(inside, ["te"]);
        let broken = words(&[&[("t", 5.0, 100.0), unpainted], &[("e", 5.0, 100.0)]]);
        assert_eq!(broken, ["t-", "e"]);
        let painted = ("\u{AD}", 3.0, 105.0);
        let range = words(&[&[("1", 5.0, 100.0), painted, ("2", 5.0, 108.0)]]);
        assert_eq!(range, ["1-2"]);
    }

    #[test]
    fn a_blank_whose_width_is_taken_back_is_none() {
        let blank = (" ", 2.5, 105.0);
        let inside = words(&[&[("t", 5.0, 100.0), blank, ("e", 5.0, 105.0)]]);
        assert_eq!(inside, ["te"]);
        let between = words(&[&[("t", 5.0, 100.0), blank, ("e", 5.0, 106.5)]]);
        assert_eq!(between, ["t", "e"]);
    }

    #[test]
    fn a_superscript_stays_with_its_word_and_the_next_line_does_not() {
        let mut page = PageContent::new(1, 600.0, 800.0);
        let at = |x, y, size| Placement {
            x,
            y,
            ux: 1.0,
            uy: 0.0,
            advance: size / 2.0,
            size,
        };
        page.visible.push("m", at(100.0, 100.0, 10.0), false);
        page.visible.push("2", at(105.0, 96.5, 6.0), false);
        page.visible.push("x", at(108.0, 111.0, 10.0), false);
        let mut assembly = Assembly::new();
        assembly.push(page);
        assert_eq!(assembly.finish().expect("text").text, "m2 x ");
    }

    #[test]
    fn even_gaps_between_single_words_of_digits_stay_gaps() {
        let digits: Vec<_> = (0..6)
            .map(|i| ("1", 5.0, 100.0 + 9.0 * f64::from(i)))
            .collect();
        assert_eq!(words(&[&digits]).len(), 6);
    }
}
