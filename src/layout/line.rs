//! Lines: words that stand beside each other.

use crate::layout::grid::Grid;
use crate::read::{Document, Metric, Rect};
use crate::text::Text;

/// Words whose baselines differ by less than this part of their size stand on one line. Chosen so that bullets and
/// superscripts stay on their line while the tightest line pitch seen (1.0) is kept apart.
const SAME_BASELINE: f32 = 0.35;

/// A gap above of more than this part of the usual pitch is a blank one.
const BLANK_ABOVE: f32 = 1.45;

/// A line of text, in a cell or by itself.
#[derive(Clone, Debug)]
pub struct Line {
    /// The words, with one blank between them.
    pub text: Text,
    /// Index of the page.
    pub page: usize,
    /// Extent.
    pub bbox: Rect,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Font size.
    pub size: f32,
    /// Positions in the text where a gap stands that is wider than between words.
    pub gaps: Vec<usize>,
    /// Whether more than the usual space stands above.
    pub blank_above: bool,
    /// Right limit of the column that it stands in.
    pub limit: f32,
    /// Width of its first word.
    pub first_width: f32,
    /// Whether it surely ends its paragraph (it was cut from a longer line).
    pub cut: bool,
}

impl Line {
    /// A line of some words (indices, in order of x) of one page.
    pub fn of_words(document: &Document, page: usize, words: &[usize]) -> Line {
        let bytes = words.iter().map(|&w| document.words[w].range.len() + 1);
        let mut text = Text::with_capacity(bytes.sum(), words.len());
        let mut gaps = Vec::new();
        let mut bbox: Option<Rect> = None;
        let mut size = 0.0_f32;
        for &index in words {
            let word = &document.words[index];
            if let Some(before) = bbox {
                text.push_blank();
                if word.bbox.x0 - before.x1 >= wide_gap(document.metric, word.size) {
                    gaps.push(text.as_str().len());
                }
            }
            text.push_source(document.word_text(word), word.range.start);
            bbox = Some(bbox.map_or(word.bbox, |b| b.union(word.bbox)));
            size = size.max(word.size);
        }
        let bbox = bbox.unwrap_or_default();
        Line {
            text,
            page,
            bbox,
            bold: words.iter().all(|&w| document.words[w].bold),
            size,
            gaps,
            blank_above: false,
            limit: bbox.x1,
            first_width: words
                .first()
                .map_or(0.0, |&w| document.words[w].bbox.width()),
            cut: false,
        }
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Cuts the line in two at a byte position of its text.
    pub fn split(&self, at: usize) -> (Line, Line) {
        let mut head = self.clone();
        let mut tail = self.clone();
        head.text = self.text.slice(0, at).trim();
        head.gaps.retain(|&g| g < head.text.as_str().len());
        head.cut = true;
        let rest = self.text.slice(at, self.text.as_str().len());
        let lead = rest.as_str().len() - rest.as_str().trim_start().len();
        tail.text = rest.trim();
        tail.gaps = self
            .gaps
            .iter()
            .filter(|&&g| g > at + lead)
            .map(|g| g - at - lead)
            .collect();
        tail.blank_above = false;
        (head, tail)
    }

    /// Whether the first word of the next line would have found room on this one: then the break was meant.
    pub fn had_room_for(&self, next: &Line) -> bool {
        let blank = if self.size <= 1.0 {
            1.0
        } else {
            0.25 * self.size
        };
        // A tenth of an em is what producers differ by in the widths of the same words.
        let slack = if self.size <= 1.0 {
            1.0
        } else {
            0.4 * self.size
        };
        self.cut || self.bbox.x1 + blank + next.first_width + slack < self.limit
    }
}

/// A gap that no justified line has between its words in a row of them: two blanks, or three quarters of an em.
pub fn wide_gap(metric: Metric, size: f32) -> f32 {
    match metric {
        Metric::Cells | Metric::Flow => 2.0,
        Metric::Points => 0.75 * size,
    }
}

/// Words of one page that stand on one line, over the page's whole width.
#[derive(Clone, Debug)]
pub struct VisualLine {
    /// Index of the page.
    pub page: usize,
    /// Indices of the words, by x.
    pub words: Vec<usize>,
    /// Extent.
    pub bbox: Rect,
    /// Whether more than the usual space stands above.
    pub blank_above: bool,
}

impl VisualLine {
    /// What is left of the line outside the ruled tables, if anything.
    pub fn outside(mut self, document: &Document, grids: &[Grid]) -> Option<VisualLine> {
        if grids.is_empty() {
            return Some(self);
        }
        self.words
            .retain(|&w| !grids.iter().any(|g| g.holds(document.words[w].bbox)));
        self.bbox = self
            .words
            .iter()
            .map(|&w| document.words[w].bbox)
            .reduce(Rect::union)?;
        Some(self)
    }
}

/// The lines of each page, from top to bottom.
pub fn visual_lines(document: &Document) -> Vec<Vec<VisualLine>> {
    document
        .pages
        .iter()
        .enumerate()
        .map(|(index, page)| {
            let mut lines = group(document, index, page.words.clone().collect());
            mark_blanks(document, &mut lines);
            lines
        })
        .collect()
}

/// Groups words into lines by their baselines, each line's words by x.
pub fn group(document: &Document, page: usize, mut words: Vec<usize>) -> Vec<VisualLine> {
    let bottom = |w: &usize| document.words[*w].bbox.y1;
    if document.metric == Metric::Points {
        words.sort_by(|a, b| bottom(a).total_cmp(&bottom(b)).then(a.cmp(b)));
    }
    let mut lines: Vec<VisualLine> = Vec::new();
    for index in words {
        let word = &document.words[index];
        match lines.last_mut() {
            Some(line)
                if (word.bbox.y1 - line.bbox.y1).abs() < SAME_BASELINE * word.size.max(1.0) =>
            {
                line.words.push(index);
                let bottom = line.bbox.y1;
                line.bbox = line.bbox.union(word.bbox);
                line.bbox.y1 = bottom;
            }
            _ => lines.push(VisualLine {
                page,
                words: vec![index],
                bbox: word.bbox,
                blank_above: false,
            }),
        }
    }
    if document.metric == Metric::Points {
        for line in &mut lines {
            line.words.sort_by(|a, b| {
                document.words[*a]
                    .bbox
                    .x0
                    .total_cmp(&document.words[*b].bbox.x0)
            });
        }
    }
    lines
}

/// Marks lines that have more than the page's usual pitch above them.
fn mark_blanks(document: &Document, lines: &mut [VisualLine]) {
    if document.metric == Metric::Cells {
        if blanks_are_noise(document, lines) {
            return;
        }
        for i in 1..lines.len() {
            lines[i].blank_above = lines[i].bbox.y0 > lines[i - 1].bbox.y0 + 1.5;
        }
        return;
    }
    let mut pitches: Vec<f32> = lines
        .windows(2)
        .map(|p| p[1].bbox.y1 - p[0].bbox.y1)
        .collect();
    pitches.sort_by(f32::total_cmp);
    let Some(&usual) = pitches.get(pitches.len() / 2) else {
        return;
    };
    for i in 1..lines.len() {
        let size = lines[i].bbox.height().max(1.0);
        let pitch = lines[i].bbox.y1 - lines[i - 1].bbox.y1;
        lines[i].blank_above = pitch > BLANK_ABOVE * usual.min(1.6 * size);
    }
}

/// Sets the lines' right limit: the column's edge for text that fills it, else as far as the widest line reaches.
pub fn set_limits(lines: &mut [Line], right: f32) {
    let widest = lines.iter().map(|l| l.bbox.x1).fold(f32::MIN, f32::max);
    for line in lines.iter_mut() {
        // A cell's padding is seldom more than 6 points; a narrower text than the cell may be set with a right indent.
        line.limit = widest.max(right - 6.0);
    }
}

/// Whether blank lines stand in the middle of sentences, as flattened text has them: then they say nothing.
fn blanks_are_noise(document: &Document, lines: &[VisualLine]) -> bool {
    let word = |i: Option<&usize>| i.map_or("", |&w| document.word_text(&document.words[w]));
    let within = lines.windows(2).filter(|pair| {
        let open = !word(pair[0].words.last()).ends_with(['.', ';', ':', ')']);
        let lower = word(pair[1].words.first())
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        pair[1].bbox.y0 > pair[0].bbox.y0 + 1.5 && open && lower
    });
    within.count() >= 3
}
