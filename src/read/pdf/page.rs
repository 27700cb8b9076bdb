//! What an engine finds on a page, in one shape for both engines: points from the top left corner, y downwards.

use super::rules::Lines;

/// Coordinates beyond this many points are nonsense: PDF allows pages of 14,400.
pub(super) const MAX_COORDINATE: f64 = 100_000.0;
/// More pages than this are refused.
pub(super) const MAX_PAGES: usize = 5_000;
/// More glyphs than this in a document are refused.
const MAX_GLYPHS: usize = 5_000_000;
/// More path segments (clips and drawn forms count too) than this in a document are refused.
const MAX_SEGMENTS: usize = 2_000_000;
/// A page with this many curves and no text is a drawing, such as text turned into outlines.
const DRAWING_CURVES: usize = 200;

/// A limit was reached; the text names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct OverBudget(pub &'static str);

/// Counts a document's glyphs and path segments.
#[derive(Debug, Default)]
pub(super) struct Budget {
    glyphs: usize,
    segments: usize,
}

impl Budget {
    /// Takes a glyph of so many bytes of text; long texts count as several.
    pub(super) fn glyph(&mut self, bytes: usize) -> Result<(), OverBudget> {
        self.glyphs = self.glyphs.saturating_add(1 + bytes / 8);
        match self.glyphs > MAX_GLYPHS {
            true => Err(OverBudget("more than 5 million characters")),
            false => Ok(()),
        }
    }

    /// Takes path segments.
    pub(super) fn segments(&mut self, count: usize) -> Result<(), OverBudget> {
        self.segments = self.segments.saturating_add(count);
        match self.segments > MAX_SEGMENTS {
            true => Err(OverBudget("more than 2 million lines and shapes")),
            false => Ok(()),
        }
    }
}

/// Where a glyph stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placement {
    /// Origin on the baseline.
    pub x: f64,
    /// Origin on the baseline.
    pub y: f64,
    /// Direction of writing, a unit vector.
    pub ux: f64,
    /// Direction of writing, a unit vector.
    pub uy: f64,
    /// How far the pen moves along the direction, without extra spacing.
    pub advance: f64,
    /// Font size on the page.
    pub size: f64,
}

/// A glyph with its characters in [`Glyphs::text`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Bytes of the text.
    pub start: u32,
    /// Bytes of the text.
    pub end: u32,
    /// Origin on the baseline.
    pub x: f32,
    /// Origin on the baseline.
    pub y: f32,
    /// Direction of writing.
    pub ux: f32,
    /// Direction of writing.
    pub uy: f32,
    /// Advance along the direction.
    pub advance: f32,
    /// Font size.
    pub size: f32,
    /// Bold font.
    pub bold: bool,
}

/// Glyphs in content order.
#[derive(Debug, Default)]
pub(super) struct Glyphs {
    /// Characters of all glyphs.
    pub text: String,
    /// The glyphs.
    pub list: Vec<Glyph>,
    /// How many have no Unicode value (U+FFFD stands for them).
    pub unmapped: usize,
}

impl Glyphs {
    /// Adds a glyph; one at an impossible place or of no size is skipped. Characters that are no text count as unmapped.
    pub(super) fn push(&mut self, text: &str, at: Placement, bold: bool) {
        let values = [at.x, at.y, at.ux, at.uy, at.advance, at.size];
        if values
            .iter()
            .any(|v| !v.is_finite() || v.abs() > MAX_COORDINATE)
            || at.size < 0.1
        {
            return;
        }
        let start = self.text.len();
        if text.is_empty() || text.chars().any(is_no_text) {
            self.unmapped += 1;
            self.text.push('\u{FFFD}');
        } else {
            self.text.push_str(text);
        }
        self.list.push(Glyph {
            start: start as u32,
            end: self.text.len() as u32,
            x: at.x as f32,
            y: at.y as f32,
            ux: at.ux as f32,
            uy: at.uy as f32,
            advance: at.advance as f32,
            size: at.size as f32,
            bold,
        });
    }

    /// A glyph's characters.
    pub(super) fn text_of(&self, glyph: &Glyph) -> &str {
        self.text
            .get(glyph.start as usize..glyph.end as usize)
            .unwrap_or_default()
    }

    /// Whether there is a character that shows.
    pub(super) fn shows(&self) -> bool {
        self.text.chars().any(|c| !c.is_whitespace())
    }

    /// How many characters show.
    pub(super) fn shown(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }
}

/// Control characters other than blanks, and the sign for "no character".
fn is_no_text(c: char) -> bool {
    c == '\u{FFFD}' || (c.is_control() && !c.is_whitespace())
}

/// Everything on one page.
#[derive(Debug, Default)]
pub(super) struct PageContent {
    /// Number, from 1.
    pub number: u32,
    /// Width in points, after rotation.
    pub width: f32,
    /// Height in points, after rotation.
    pub height: f32,
    /// Text that is painted.
    pub visible: Glyphs,
    /// Text of render mode 3: what text recognition lays over a scan.
    pub hidden: Glyphs,
    /// Ruling lines.
    pub lines: Lines,
    /// Images on the page.
    pub images: usize,
    /// Curves on the page.
    pub curves: usize,
}

impl PageContent {
    /// An empty page.
    pub(super) fn new(number: usize, width: f32, height: f32) -> Self {
        PageContent {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            width,
            height,
            ..PageContent::default()
        }
    }

    /// Whether there is something to see besides text.
    pub(super) fn has_picture(&self) -> bool {
        self.images > 0 || self.curves >= DRAWING_CURVES
    }
}
