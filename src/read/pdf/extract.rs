//! The second engine: `pdf-extract`, through its `OutputDev`.
//!
//! It does not tell fonts, hidden text, or paths that are painted with anything but `S`, `f` and `F`; what it cannot see is
//! left out. It ignores page rotation and the crop box, which are applied here.

use hayro_interpret::kurbo::{Affine, Point};
use pdf_extract::{
    ColorSpace, Document as Source, Error, MediaBox, Object, ObjectId, OutputDev, OutputError,
    Path, PathOp, Transform, output_doc,
};

use super::assemble::Assembly;
use super::cid_widths;
use super::form_guard;
use super::page::{Budget, MAX_PAGES, OverBudget, PageContent, Placement};
use super::rules::Clip;
use super::{NOT_PARSED, from_header, is_page_size};
use crate::read::{Document, ReadError};

/// Width assumed for strokes: the engine does not tell it.
const STROKE_WIDTH: f64 = 1.0;

/// Reads a document. May panic.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut source = Source::load_mem(from_header(bytes)).map_err(refusal)?;
    if source.is_encrypted() {
        source
            .decrypt("")
            .map_err(|_| ReadError::PasswordRequired)?;
    }
    let frames = frames(&source)?;
    form_guard::disarm(&mut source).map_err(over)?;
    cid_widths::mend(&mut source);
    let mut listener = Listener {
        frames,
        page: PageContent::default(),
        to_page: Affine::IDENTITY,
        budget: Budget::default(),
        exceeded: None,
        assembly: Assembly::new(),
    };
    let outcome = output_doc(&source, &mut listener);
    if let Some(limit) = listener.exceeded {
        return Err(over(limit));
    }
    outcome.map_err(|_| ReadError::Corrupt(NOT_PARSED.to_owned()))?;
    listener.assembly.finish()
}

fn over(OverBudget(limit): OverBudget) -> ReadError {
    ReadError::Memory(limit.to_owned())
}

fn refusal(error: Error) -> ReadError {
    match error {
        Error::InvalidPassword | Error::Decryption(_) => ReadError::PasswordRequired,
        _ => ReadError::Corrupt(NOT_PARSED.to_owned()),
    }
}

/// A page's place in user space.
#[derive(Clone, Copy, Debug)]
struct Frame {
    width: f32,
    height: f32,
    to_page: Affine,
    images: usize,
}

/// The frames of all pages, in order.
fn frames(source: &Source) -> Result<Vec<Frame>, ReadError> {
    let pages = source.get_pages();
    if pages.is_empty() {
        return Err(ReadError::Corrupt(NOT_PARSED.to_owned()));
    }
    if pages.len() > MAX_PAGES {
        return Err(ReadError::Memory(format!("more than {MAX_PAGES} pages")));
    }
    Ok(pages.into_values().map(|id| frame(source, id)).collect())
}

fn frame(source: &Source, page: ObjectId) -> Frame {
    let a4 = [0.0, 0.0, 595.28, 841.89];
    let media = rectangle(source, page, b"MediaBox").unwrap_or(a4);
    let crop = rectangle(source, page, b"CropBox").unwrap_or(media);
    let x0 = crop[0].max(media[0]);
    let y0 = crop[1].max(media[1]);
    let (w, h) = (crop[2].min(media[2]) - x0, crop[3].min(media[3]) - y0);
    let upright = Affine::new([1.0, 0.0, 0.0, -1.0, -x0, y0 + h]);
    let turned = form_guard::inherited(source, page, b"Rotate")
        .and_then(|r| r.as_i64().ok())
        .unwrap_or(0)
        .rem_euclid(360);
    let (rotation, width, height) = match turned {
        90 => (Affine::new([0.0, 1.0, -1.0, 0.0, h, 0.0]), h, w),
        180 => (Affine::new([-1.0, 0.0, 0.0, -1.0, w, h]), w, h),
        270 => (Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, w]), h, w),
        _ => (Affine::IDENTITY, w, h),
    };
    Frame {
        width: width as f32,
        height: height as f32,
        to_page: rotation * upright,
        images: form_guard::images(source, page),
    }
}

/// A rectangle of a page, its corners in order.
fn rectangle(source: &Source, page: ObjectId, key: &[u8]) -> Option<[f64; 4]> {
    let array = form_guard::inherited(source, page, key)?.as_array().ok()?;
    let number = |object: &Object| {
        let (_, object) = source.dereference(object).ok()?;
        object.as_float().ok().map(f64::from)
    };
    let values: Vec<f64> = array.iter().filter_map(number).collect();
    match values[..] {
        [a, b, c, d] => Some([a.min(c), b.min(d), a.max(c), b.max(d)]),
        _ => None,
    }
}

struct Listener {
    frames: Vec<Frame>,
    page: PageContent,
    to_page: Affine,
    budget: Budget,
    exceeded: Option<OverBudget>,
    assembly: Assembly,
}

type Outcome = Result<(), OutputError>;

impl Listener {
    /// Stops the engine once a limit is reached.
    fn spend(&mut self, spent: Result<(), OverBudget>) -> Outcome {
        spent.map_err(|over| {
            self.exceeded = Some(over);
            OutputError::FormatError(std::fmt::Error)
        })
    }

    fn clip(&self) -> Clip {
        let (w, h) = (f64::from(self.page.width), f64::from(self.page.height));
        (0.0, 0.0, w, h)
    }

    /// The straight polygons of a path, on the page; with curves they break off.
    fn polygons(&mut self, ctm: &Transform, path: &Path) -> Vec<Vec<(f64, f64)>> {
        let place = self.to_page * affine(ctm);
        let at = |x: f64, y: f64| {
            let p = place * Point::new(x, y);
            (p.x, p.y)
        };
        let mut found: Vec<Vec<(f64, f64)>> = Vec::new();
        for op in &path.ops {
            match *op {
                PathOp::MoveTo(x, y) => found.push(vec![at(x, y)]),
                PathOp::LineTo(x, y) => {
                    if let Some(last) = found.last_mut() {
                        last.push(at(x, y));
                    }
                }
                PathOp::CurveTo(_, _, _, _, x, y) => {
                    self.page.curves += 1;
                    found.push(vec![at(x, y)]);
                }
                PathOp::Rect(x, y, w, h) => found.push(vec![
                    at(x, y),
                    at(x + w, y),
                    at(x + w, y + h),
                    at(x, y + h),
                    at(x, y),
                ]),
                PathOp::Close => {
                    if let Some(last) = found.last_mut()
                        && let Some(first) = last.first().copied()
                    {
                        last.push(first);
                    }
                }
            }
        }
        found
    }
}

fn affine(t: &Transform) -> Affine {
    Affine::new([t.m11, t.m12, t.m21, t.m22, t.m31, t.m32])
}

impl OutputDev for Listener {
    fn begin_page(
        &mut self,
        number: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Outcome {
        let index = (number as usize).saturating_sub(1);
        let frame = self.frames.get(index).copied();
        let frame = frame.filter(|f| is_page_size(f.width, f.height));
        let (width, height) = frame.map_or((0.0, 0.0), |f| (f.width, f.height));
        self.to_page = frame.map_or(Affine::IDENTITY, |f| f.to_page);
        self.page = PageContent::new(number as usize, width, height);
        self.page.images = frame.map_or(0, |f| f.images);
        Ok(())
    }

    fn end_page(&mut self) -> Outcome {
        let page = std::mem::take(&mut self.page);
        self.assembly.push(page);
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Outcome {
        let spent = self.budget.glyph(text.len());
        self.spend(spent)?;
        let [a, b, c, d, x, y] = (self.to_page * affine(trm)).as_coeffs();
        let (along, up) = (a.hypot(b), c.hypot(d));
        if along > 0.0 && up > 0.0 {
            let place = Placement {
                x,
                y,
                ux: a / along,
                uy: b / along,
                advance: width * font_size * along,
                size: (font_size * up).abs(),
            };
            self.page.visible.push(text, place, false);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Outcome {
        Ok(())
    }

    fn end_word(&mut self) -> Outcome {
        Ok(())
    }

    fn end_line(&mut self) -> Outcome {
        Ok(())
    }

    fn stroke(&mut self, ctm: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Outcome {
        let spent = self.budget.segments(path.ops.len());
        self.spend(spent)?;
        let clip = self.clip();
        for polygon in self.polygons(ctm, path) {
            for pair in polygon.windows(2) {
                if let [a, b] = pair {
                    self.page.lines.stroke(*a, *b, STROKE_WIDTH, clip);
                }
            }
        }
        Ok(())
    }

    fn fill(&mut self, ctm: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Outcome {
        let spent = self.budget.segments(path.ops.len());
        self.spend(spent)?;
        let clip = self.clip();
        let polygons = self.polygons(ctm, path);
        self.page.lines.fill(&polygons, clip);
        Ok(())
    }
}
