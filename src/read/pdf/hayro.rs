//! The first engine: `hayro-interpret` runs the pages' drawing instructions against a [`Device`] that only listens.

use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, interpret, interpret_page,
};

use super::assemble::Assembly;
use super::fonts::Fonts;
use super::page::{Budget, MAX_PAGES, OverBudget, PageContent, Placement};
use super::paths::{polygons, straight_stretches};
use super::rules::Clip;
use super::{NOT_PARSED, from_header, is_page_size};
use crate::read::{Document, ReadError};

/// A page's drawing instructions may have so many bytes.
const MAX_CONTENT: usize = 64 << 20;
/// Glyph space has so many units to the em.
const UNITS: f64 = 1000.0;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let pdf = Pdf::new(from_header(bytes).to_vec()).map_err(refusal)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(ReadError::Corrupt(NOT_PARSED.to_owned()));
    }
    if pages.len() > MAX_PAGES {
        return Err(ReadError::Memory(format!("more than {MAX_PAGES} pages")));
    }
    let settings = InterpreterSettings {
        // The page itself is interpreted apart, see below.
        render_content: RenderContent::ANNOTATIONS,
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::new(&settings);
    let mut budget = Budget::default();
    let mut assembly = Assembly::new();
    for (index, page) in pages.iter().enumerate() {
        let content = read_page(page, index + 1, &cache, &settings, &mut fonts, &mut budget)?;
        assembly.push(content);
    }
    assembly.finish()
}

fn refusal(error: LoadPdfError) -> ReadError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::PasswordRequired,
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => ReadError::Unsupported(
            "the PDF is encrypted in an unknown way. Save it unprotected.".into(),
        ),
        _ => ReadError::Corrupt(NOT_PARSED.to_owned()),
    }
}

fn read_page<'a>(
    page: &Page<'a>,
    number: usize,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
    fonts: &mut Fonts<'a>,
    budget: &mut Budget,
) -> Result<PageContent, ReadError> {
    if page.page_stream().is_some_and(|s| s.len() > MAX_CONTENT) {
        return Err(ReadError::Memory("a page of more than 64 MiB".to_owned()));
    }
    let (width, height) = page.render_dimensions();
    if !is_page_size(width, height) {
        return Ok(PageContent::new(number, 0.0, 0.0));
    }
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(transform, area, cache, page.xref(), settings.clone());
    fonts.enter(page.resources());
    let mut listener = Listener {
        content: PageContent::new(number, width, height),
        clips: vec![area],
        last_fill: None,
        fonts,
        budget,
    };
    // Nobody looks at colours here, and to read a colour profile takes longer than to read the text of a page.
    let colourless = Resources {
        color_spaces: Dict::default(),
        ..page.resources().clone()
    };
    interpret(
        page.typed_operations(),
        &colourless,
        &mut context,
        &mut listener,
    );
    interpret_page(page, &mut context, &mut listener);
    Ok(listener.content)
}

/// Notes glyphs and straight lines of one page. Nothing is painted and no image is decoded.
struct Listener<'p, 'a> {
    content: PageContent,
    /// Bounding boxes of the clips in force; only lines heed them.
    clips: Vec<Rect>,
    /// The last filled run: first glyph's place and how many of the page's glyphs there were before.
    last_fill: Option<(Affine, usize)>,
    fonts: &'p mut Fonts<'a>,
    budget: &'p mut Budget,
}

/// `hayro` cannot be asked to stop: leave it by unwinding, without calling the panic hook.
fn stop_if_over(spent: Result<(), OverBudget>) {
    if let Err(over) = spent {
        resume_unwind(Box::new(over));
    }
}

impl<'a> Listener<'_, 'a> {
    fn clip(&self) -> Clip {
        let r = self.clips.last().copied().unwrap_or(Rect::ZERO);
        (r.x0, r.y0, r.x1, r.y1)
    }

    fn push_clip(&mut self, bounds: Rect) {
        // Counting clips also ends forms that draw each other without end: each sets its clip.
        stop_if_over(self.budget.segments(4));
        let outer = self.clips.last().copied().unwrap_or(Rect::ZERO);
        self.clips.push(outer.intersect(bounds));
    }

    /// Whether a stroked run repeats the run that was just filled (render mode 2, which is how Word makes type bold).
    fn is_outline_of_fill(&mut self, place: Affine) -> bool {
        let Some((filled, first)) = self.last_fill.take() else {
            return false;
        };
        let same = filled == place;
        if same {
            for glyph in self.content.visible.list.iter_mut().skip(first) {
                glyph.bold = true;
            }
        }
        same
    }
}

impl<'a> Device<'a> for Listener<'_, 'a> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first() else {
            return;
        };
        let place = props.transform * first.transform();
        match mode {
            DrawMode::Stroke(_) if self.is_outline_of_fill(place) => return,
            DrawMode::Fill(_) => self.last_fill = Some((place, self.content.visible.list.len())),
            _ => self.last_fill = None,
        }
        let bold = self.fonts.is_bold(first);
        let stretched = is_stretched(run);
        for glyph in glyphs {
            let text = glyph.as_unicode();
            let length = text.as_ref().map_or(1, text_length);
            stop_if_over(self.budget.glyph(length));
            let Some(place) = placement(glyph, props.transform * glyph.transform(), stretched)
            else {
                continue;
            };
            let target = match mode {
                DrawMode::Invisible => &mut self.content.hidden,
                _ => &mut self.content.visible,
            };
            match &text {
                Some(BfString::Char(c)) => target.push(c.encode_utf8(&mut [0; 4]), place, bold),
                Some(BfString::String(s)) => target.push(s, place, bold),
                None if is_empty(glyph) => target.push(" ", place, bold),
                None => target.push("", place, bold),
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        stop_if_over(self.budget.segments(path.elements().len()));
        let clip = self.clip();
        let path = props.transform * path;
        match mode {
            DrawMode::Fill(_) => {
                let polygons = polygons(&path, &mut self.content.curves);
                self.content.lines.fill(&polygons, clip);
            }
            DrawMode::Stroke(pen) | DrawMode::FillAndStroke(_, pen) => {
                let width = f64::from(pen.line_width) * scale(props.transform);
                for polygon in straight_stretches(&path, &mut self.content.curves) {
                    for pair in polygon.windows(2) {
                        if let [a, b] = pair {
                            self.content.lines.stroke(*a, *b, width, clip);
                        }
                    }
                }
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip(clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.push_clip(*rect);
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.content.images += 1;
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}
}

fn text_length(text: &BfString) -> usize {
    match text {
        BfString::Char(_) => 1,
        BfString::String(s) => s.len(),
    }
}

/// Whether a glyph has no shape: one without a Unicode value is then a blank.
fn is_empty(glyph: &Glyph<'_>) -> bool {
    match glyph {
        Glyph::Outline(outline) => outline.outline().is_empty(),
        Glyph::Type3(_) => false,
    }
}

/// Whether glyphs of a substitute font were stretched to the widths that the PDF gives (then the horizontal scale of
/// their transforms is not that of the text). Embedded fonts are not stretched, and text scaled by `Tz` is scaled evenly.
fn is_stretched(run: &GlyphRun<'_, '_>) -> bool {
    let ratio = |place: Affine| {
        let [a, b, c, d, _, _] = place.as_coeffs();
        length(a, b) / length(c, d)
    };
    let mut ratios = run.glyphs().iter().map(|g| ratio(g.transform()));
    let Some(first) = ratios.next() else {
        return false;
    };
    let even = ratios.all(|r| (r - first).abs() < 0.01);
    !even || (run.glyphs().len() == 1 && (first - 1.0).abs() > 0.01 && is_substitute(run))
}

fn is_substitute(run: &GlyphRun<'_, '_>) -> bool {
    match run.glyphs().first().map(|g| &**g) {
        Some(Glyph::Outline(glyph)) => glyph.font_data().is_none(),
        _ => false,
    }
}

/// A glyph's place on the page from its transform; none if that is degenerate.
fn placement(glyph: &Glyph<'_>, place: Affine, stretched: bool) -> Option<Placement> {
    let [a, b, c, d, x, y] = place.as_coeffs();
    let (along, up) = (length(a, b), length(c, d));
    if !(along > 0.0 && up > 0.0) {
        return None;
    }
    let advance = match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    };
    let unit = if stretched { up } else { along };
    Some(Placement {
        x,
        y,
        ux: a / along,
        uy: b / along,
        advance: f64::from(advance.unwrap_or(0.0)) * unit,
        size: up * UNITS,
    })
}

/// The length of a vector. Most lie along an axis, where it needs no root.
fn length(x: f64, y: f64) -> f64 {
    match (x == 0.0, y == 0.0) {
        (_, true) => x.abs(),
        (true, _) => y.abs(),
        _ => x.hypot(y),
    }
}

/// How much a transform enlarges, on average.
fn scale(transform: Affine) -> f64 {
    transform.determinant().abs().sqrt()
}
