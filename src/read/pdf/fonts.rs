//! Which fonts of a PDF are bold: by name, weight and ForceBold; never by StemV, which Ghostscript writes wrong.
//!
//! `hayro-interpret` tells name and weight of embedded TrueType and CID fonts only. For the others (the standard 14,
//! Type 1) the page's font dictionaries are loaded once more, and a glyph's font is found by its program.

use std::collections::HashSet;

use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn, OutlineGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::Resources;

/// Forms within forms are searched so deep.
const MAX_DEPTH: usize = 4;
/// No more fonts than this are loaded for a page.
const MAX_FONTS: usize = 256;
/// Weights from semibold on are bold (OpenType `usWeightClass`).
const BOLD_WEIGHT: u32 = 600;
/// ForceBold, bit 19 of a font descriptor's flags (ISO 32000-1, table 123).
const FORCE_BOLD: u32 = 1 << 18;

/// Knows the fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    cmaps: CMapResolverFn,
    /// The page's resources, until its fonts are needed.
    resources: Option<Resources<'a>>,
    /// The page's fonts, and whether each is bold.
    known: Vec<(Font<'a>, bool)>,
    /// The name that was judged last, and whether it says bold: most runs have the font of the one before.
    last: (String, bool),
}

impl<'a> Fonts<'a> {
    /// Knows nothing yet.
    pub(super) fn new(settings: &InterpreterSettings) -> Self {
        Fonts {
            cache: FontCache::new(),
            fonts: settings.font_resolver.clone(),
            cmaps: settings.cmap_resolver.clone(),
            resources: None,
            known: Vec::new(),
            last: (String::new(), false),
        }
    }

    /// Begins a page.
    pub(super) fn enter(&mut self, resources: &Resources<'a>) {
        self.resources = Some(resources.clone());
        self.known.clear();
    }

    /// Whether a glyph's font is bold; unknown is not.
    pub(super) fn is_bold(&mut self, glyph: &Glyph<'a>) -> bool {
        let Glyph::Outline(glyph) = glyph else {
            return false;
        };
        match glyph.font_data() {
            Some(data) => {
                data.postscript_name.is_some_and(|n| self.is_bold_name(n))
                    || data.weight.is_some_and(|w| w >= BOLD_WEIGHT)
            }
            None => self.is_bold_by_program(glyph),
        }
    }

    fn is_bold_name(&mut self, name: String) -> bool {
        if self.last.0 != name {
            self.last = (name, false);
            self.last.1 = is_bold_name(&self.last.0);
        }
        self.last.1
    }

    fn is_bold_by_program(&mut self, glyph: &OutlineGlyph) -> bool {
        if let Some(resources) = self.resources.take() {
            self.load(&resources, 0, &mut HashSet::new());
        }
        let wanted = glyph.identifier();
        let same = |font: &Font<'a>| match font.glyph(glyph.glyph_id(), glyph.char_code()) {
            FontGlyph::Outline(other) => other.identifier() == wanted,
            FontGlyph::Type3(_) => false,
        };
        self.known
            .iter()
            .find(|(font, _)| same(font))
            .is_some_and(|(_, bold)| *bold)
    }

    /// Loads the fonts of some resources and of the forms in them.
    fn load(
        &mut self,
        resources: &Resources<'a>,
        depth: usize,
        seen: &mut HashSet<ObjectIdentifier>,
    ) {
        for name in resources.fonts.keys() {
            if self.known.len() >= MAX_FONTS {
                return;
            }
            let Some(dict) = resources.get_font(&name) else {
                continue;
            };
            if let Some(font) = self.cache.font(&dict, &self.fonts, &self.cmaps) {
                self.known.push((font, is_bold_font(&dict)));
            }
        }
        if depth == MAX_DEPTH {
            return;
        }
        for name in resources.x_objects.keys() {
            let Some(form) = resources.get_x_object(&name) else {
                continue;
            };
            let is_new = form.dict().obj_id().is_none_or(|id| seen.insert(id));
            let inner = form.dict().get::<Dict<'a>>("Resources");
            if let Some(inner) = inner.filter(|_| is_new && is_form(&form)) {
                self.load(&Resources::new(inner), depth + 1, seen);
            }
        }
    }
}

fn is_form(stream: &Stream<'_>) -> bool {
    let subtype = stream.dict().get::<Name<'_>>("Subtype");
    subtype.is_some_and(|s| s.as_str() == "Form")
}

fn is_bold_font(dict: &Dict<'_>) -> bool {
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let named = |dict: &Dict<'_>, key: &str| {
        dict.get::<Name<'_>>(key)
            .is_some_and(|n| is_bold_name(n.as_str()))
    };
    let number = |key: &str| descriptor.get::<u32>(key).unwrap_or(0);
    named(dict, "BaseFont")
        || named(&descriptor, "FontName")
        || number("FontWeight") >= BOLD_WEIGHT
        || number("Flags") & FORCE_BOLD != 0
}

/// Whether a font's name says that it is bold: "Calibri-Bold", "Arial,Bold", "SFBX1200" (Computer Modern, bold extended).
fn is_bold_name(name: &str) -> bool {
    let name = name.split_once('+').map_or(name, |(_, rest)| rest);
    let lower = name.to_ascii_lowercase();
    ["bold", "black", "heavy", "demi"]
        .iter()
        .any(|word| lower.contains(word))
        || lower.starts_with("cmb")
        || lower.starts_with("sfbx")
        || lower.starts_with("sfsx")
}

#[cfg(test)]
mod tests {
    use super::is_bold_name;

    #[test]
    fn names_tell_bold() {
        for name in [
            "ABCDEF+Calibri-Bold",
            "Arial,Bold",
            "TimesNewRomanPS-BoldMT",
            "SFBX1200",
            "CMBX12",
            "Lato-Black",
            "IBMPlexSans-SemiBold",
        ] {
            assert!(is_bold_name(name), "{name}");
        }
        for name in [
            "Calibri",
            "BOLDAA+Arial",
            "SFRM1000",
            "CMR10",
            "Verdana-Italic",
        ] {
            assert!(!is_bold_name(name), "{name}");
        }
    }
}
