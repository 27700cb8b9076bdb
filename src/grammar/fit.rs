//! Fit: how well each pack's family matches a document, from 0 to 1.
//!
//! Before anything is parsed, each pack looks for the headings, labels of fields and heads of columns that it knows (its
//! own, and those of the pack that it extends). What any pack recognises counts for all, so that the numbers can be
//! compared. The fit is the weighted mean of four shares:
//!
//! | share | weight | what |
//! |---|---|---|
//! | wording | 0.45 | of the wordings recognised in the document, those that the pack lists itself; a heading counts double |
//! | parts | 0.20 | of what the pack expects, what is there in its own words: required sections (double), fields, the columns of duties and of results |
//! | order | 0.10 | of the pairs of sections that both have, those in the pack's order |
//! | style | 0.25 | of what the pack says of its family's looks, what agrees: numbering of headings (double), capitals, results beside duties, form and numbers of fields |
//!
//! A share of which a pack says nothing, or the document shows nothing, is left out and the others weigh more. The mean
//! is multiplied by the share of the required sections that are there in whatever words, so that a few common headings
//! (as of a statute) make no family. A pack with nothing of its own in the document has fit 0. "Its own" is what the pack and those that it extends list, except
//! the last of them, which has no `extends`: that one (`base`) knows the wordings of all families, takes no part, and is
//! used where no fit reaches [`THRESHOLD`]. Of equal fits the first name wins.

mod headings;
mod pieces;
mod seen;

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::grammar::pack::{ColumnRole, FieldForm, FieldKey, Numbering, Pack, Packs, section_word};
use crate::layout::Block;
use crate::record::SectionKind;
use seen::{Seen, What, Wording};

/// The least fit with which a family's pack is chosen. Documents of the families' corpus have 0.7 and more where their
/// text can be read. Texts of another kind with a few headings in common have less than 0.5, but a statute or work rules
/// with most of the sections may have 0.7: the fit tells families from each other, not job descriptions from other texts.
pub const THRESHOLD: f32 = 0.5;

/// From so much on a document is of a family though it lacks sections of it; and by so much it must be more alike than the pack
/// that fits best.
const ALIKE: f32 = 0.7;
const MARGIN: f32 = 0.1;

const WORDING: f32 = 0.45;
const PARTS: f32 = 0.20;
const ORDER: f32 = 0.10;
const STYLE: f32 = 0.25;

/// The pack that fits best.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The pack.
    pub pack: Arc<Pack>,
    /// How well it fits, 0 to 1; 0 for the fallback, which fits no family.
    pub confidence: f32,
    /// The pack whose family the document is of if its sections are not counted: another one where a section that all documents
    /// of the family have was lost, and another family has no such section.
    pub family: Arc<Pack>,
}

/// A pack's fit, and why.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The fit and its shares.
    pub score: Score,
    /// Its own wordings in the document, folded.
    pub found: Vec<String>,
    /// Recognised wordings that it does not list.
    pub foreign: Vec<String>,
    /// What it expects and does not find in its own words.
    pub missing: Vec<String>,
    /// In which respects the document looks different.
    pub unlike: Vec<&'static str>,
}

/// A fit and its shares, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Score {
    /// The fit.
    pub fit: f32,
    /// The fit, required sections that are missing not counted.
    pub looks: f32,
    /// Share of the recognised wordings that are its own.
    pub wording: Option<f32>,
    /// Share of what it expects that is there.
    pub parts: Option<f32>,
    /// Share of the pairs of sections in its order.
    pub order: Option<f32>,
    /// Share of its style that agrees.
    pub style: Option<f32>,
}

/// What a pack expects of a document.
#[derive(Clone, Copy)]
enum Expected {
    Section(SectionKind),
    Field(FieldKey),
    Duties,
    Results,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Expected::Section(kind) => write!(f, "section {}", section_word(*kind)),
            Expected::Field(key) => write!(f, "field {}", key.as_str()),
            Expected::Duties => f.write_str("column duty"),
            Expected::Results => f.write_str("column result"),
        }
    }
}

/// Measures all packs and takes the best; `fallback`, which knows the wordings of all families, where none fits.
pub fn best(packs: &Packs, fallback: &Arc<Pack>, blocks: &[Block]) -> Fit {
    let (seen, known) = look(packs, fallback, blocks);
    let scores: Vec<(&Arc<Pack>, Score)> = seen
        .iter()
        .map(|(pack, seen)| (*pack, score(pack, seen, &known)))
        .collect();
    let first = scores.iter().min_by(|a, b| in_order(**a, **b));
    let alike = scores
        .iter()
        .filter(|(_, score)| score.looks >= ALIKE)
        .min_by(|a, b| (b.1.looks.total_cmp(&a.1.looks)).then_with(|| in_order(**b, **a)));
    match first.filter(|(_, score)| score.fit >= THRESHOLD) {
        Some((pack, score)) => Fit {
            pack: Arc::clone(pack),
            confidence: score.fit,
            family: match alike.filter(|(_, other)| other.looks >= score.looks + MARGIN) {
                Some((family, _)) => Arc::clone(family),
                None => Arc::clone(pack),
            },
        },
        None => Fit {
            pack: Arc::clone(fallback),
            confidence: 0.0,
            family: Arc::clone(alike.map_or(fallback, |(family, _)| family)),
        },
    }
}

/// The fit of every pack but the fallback, best first; of equal ones the first name.
pub fn measure(packs: &Packs, fallback: &Arc<Pack>, blocks: &[Block]) -> Vec<Measure> {
    let (seen, known) = look(packs, fallback, blocks);
    let mut measures: Vec<Measure> = seen
        .iter()
        .map(|(pack, seen)| reasons(pack, seen, &known))
        .collect();
    measures.sort_by(|a, b| in_order((&a.pack, a.score), (&b.pack, b.score)));
    measures
}

/// The better fit first; of equal ones the first name.
fn in_order(a: (&Arc<Pack>, Score), b: (&Arc<Pack>, Score)) -> std::cmp::Ordering {
    let by_fit = b.1.fit.total_cmp(&a.1.fit);
    by_fit.then_with(|| a.0.name.cmp(&b.0.name))
}

/// What each family's pack recognises, and what any pack does.
fn look<'p>(
    packs: &'p Packs,
    fallback: &Pack,
    blocks: &[Block],
) -> (Vec<(&'p Arc<Pack>, Seen)>, FxHashSet<Wording>) {
    let pieces = pieces::pieces(&packs.known, blocks);
    let families = packs.list.iter().filter(|p| p.name != fallback.name);
    let seen: Vec<(&Arc<Pack>, Seen)> = families.map(|p| (p, Seen::by(p, &pieces))).collect();
    let mut known = Seen::by(fallback, &pieces).wordings;
    known.extend(seen.iter().flat_map(|(_, s)| s.wordings.iter().cloned()));
    (seen, known)
}

fn reasons(pack: &Arc<Pack>, seen: &Seen, known: &FxHashSet<Wording>) -> Measure {
    let sorted = |mut wordings: Vec<&Wording>| {
        wordings.sort_unstable();
        wordings.into_iter().map(|w| w.text.to_string()).collect()
    };
    let missing = expected(pack, seen).filter(|e| !e.1);
    let unlike = style(pack, seen).into_iter().filter(|p| p.1 < 1.0);
    Measure {
        pack: Arc::clone(pack),
        score: score(pack, seen, known),
        found: sorted(seen.own.iter().collect()),
        foreign: sorted(known.difference(&seen.own).collect()),
        missing: missing.map(|e| e.2.to_string()).collect(),
        unlike: unlike.map(|p| p.2).collect(),
    }
}

fn score(pack: &Pack, seen: &Seen, known: &FxHashSet<Wording>) -> Score {
    let weight = |w: &Wording| match w.what {
        What::Heading(_) => 2.0,
        What::Label(_) | What::Column(_) => 1.0,
    };
    // Sums of whole numbers: the order of a set does not show in them.
    let own: f32 = seen.own.iter().map(weight).sum();
    let wording = share(own, known.iter().map(weight).sum());
    let parts = share_of(expected(pack, seen).map(|e| (e.0, f32::from(u8::from(e.1)))));
    let order = order(pack, seen);
    let style = share_of(style(pack, seen).into_iter().map(|p| (p.0, p.1)));
    let shares = [
        (wording, WORDING),
        (parts, PARTS),
        (order, ORDER),
        (style, STYLE),
    ];
    let there = shares.iter().filter_map(|&(s, w)| Some((s?, w)));
    let (sum, weights) = there.fold((0.0, 0.0), |(s, t), (share, w)| (s + share * w, t + w));
    let looks = match seen.own.is_empty() {
        true => 0.0,
        false => share(sum, weights).unwrap_or(0.0),
    };
    Score {
        fit: looks * complete(pack, seen),
        looks,
        wording,
        parts,
        order,
        style,
    }
}

/// The share of the required sections that are there, in whatever words.
fn complete(pack: &Pack, seen: &Seen) -> f32 {
    let required = pack.sections.iter().filter(|s| s.required);
    let kinds: Vec<SectionKind> = required.map(|s| s.kind).collect();
    let there = kinds.iter().filter(|k| seen.order.contains(k)).count();
    share(there as f32, kinds.len() as f32).unwrap_or(1.0)
}

fn share(part: f32, whole: f32) -> Option<f32> {
    // The sum of nothing is -0.
    (whole > 0.0).then(|| (part / whole).clamp(0.0, 1.0) + 0.0)
}

/// The weighted share of points that were reached.
fn share_of(points: impl Iterator<Item = (f32, f32)>) -> Option<f32> {
    let (found, whole) = points.fold((0.0, 0.0), |(f, w), (weight, reached)| {
        (f + weight * reached, w + weight)
    });
    share(found, whole)
}

/// What the pack expects, with its weight, and whether it is there in the pack's own words.
fn expected<'a>(
    pack: &'a Pack,
    seen: &'a Seen,
) -> impl Iterator<Item = (f32, bool, Expected)> + 'a {
    let there = |what: What| seen.own.iter().any(|w| w.what == what);
    let required = pack.sections.iter().filter(|s| s.required);
    let sections = required.map(move |s| {
        let section = there(What::Heading(s.kind));
        (2.0, section, Expected::Section(s.kind))
    });
    let fields = pack.labels.own_keys().iter();
    let fields = fields.map(move |&key| (1.0, there(What::Label(key)), Expected::Field(key)));
    let duty = &[ColumnRole::Duty][..];
    let results = &[ColumnRole::Result, ColumnRole::Indicator][..];
    let columns = [(Expected::Duties, duty), (Expected::Results, results)];
    let roles = pack.columns.own_keys();
    let known = columns
        .into_iter()
        .filter(|(_, group)| group.iter().any(|r| roles.contains(r)));
    let columns = known.map(move |(name, group)| {
        let found = group.iter().any(|&r| there(What::Column(r)));
        (1.0, found, name)
    });
    sections.chain(fields).chain(columns)
}

/// The share of the pairs of sections, of those that both know, that stand in the pack's order.
fn order(pack: &Pack, seen: &Seen) -> Option<f32> {
    let place = |kind: SectionKind| pack.sections.iter().position(|s| s.kind == kind);
    let mut kinds: Vec<SectionKind> = Vec::new();
    for &kind in &seen.order {
        if kind != SectionKind::Other && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let places: Vec<usize> = kinds.into_iter().filter_map(place).collect();
    let (mut pairs, mut right) = (0.0, 0.0);
    for (i, a) in places.iter().enumerate() {
        for b in places.iter().skip(i + 1) {
            pairs += 1.0;
            right += f32::from(u8::from(a < b));
        }
    }
    share(right, pairs)
}

/// What of the pack's style the document shows, with its weight, and how far it agrees.
fn style(pack: &Pack, seen: &Seen) -> Vec<(f32, f32, &'static str)> {
    let (pack, document) = (&pack.style, &seen.style);
    let mut points: Vec<(f32, f32, &'static str)> = Vec::new();
    if let (Some(a), Some(b)) = (pack.numbering, document.numbering) {
        let agrees = if a == b { 1.0 } else { alike(a, b) };
        points.push((2.0, agrees, "numbering of headings"));
    }
    let bools = [
        (pack.capitals, document.capitals, "capitals of headings"),
        (pack.paired, document.paired, "results beside duties"),
        (
            pack.numbered_fields,
            document.numbered_fields,
            "numbers of fields",
        ),
    ];
    for (a, b, name) in bools {
        if let (Some(a), Some(b)) = (a, b) {
            points.push((1.0, f32::from(u8::from(a == b)), name));
        }
    }
    if let (Some(a), Some(b)) = (pack.fields, document.fields) {
        // A table that was flattened may show a colon or none.
        let loose = a != FieldForm::Sentences && b != FieldForm::Sentences;
        let agrees = match (a == b, loose) {
            (true, _) => 1.0,
            (false, true) => 0.5,
            (false, false) => 0.0,
        };
        points.push((1.0, agrees, "form of fields"));
    }
    points
}

/// Arabic numbers with and without a dot differ less than others.
fn alike(a: Numbering, b: Numbering) -> f32 {
    let arabic = |n| matches!(n, Numbering::Arabic | Numbering::ArabicDot);
    if arabic(a) && arabic(b) { 0.25 } else { 0.0 }
}

#[cfg(test)]
#[path = "fit/tests.rs"]
mod tests;
