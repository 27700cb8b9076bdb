//! The headings that a pack recognises, without parsing what stands under them.

use std::rc::Rc;

use super::pieces::{Piece, joined};
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::pack::{Numbering, Pack};
use crate::record::SectionKind;

/// A heading at a line.
pub(super) struct Heading {
    pub at: usize,
    pub used: usize,
    pub kind: SectionKind,
    pub wording: Rc<str>,
    pub numbering: Numbering,
    pub capitals: bool,
}

/// The headings of a document. Where most are numbered, one without a number counts only in capitals, for a section that
/// no numbered one opens.
pub(super) fn headings(pack: &Pack, pieces: &[Piece]) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < pieces.len() {
        match heading(pack, pieces, i) {
            Some(heading) => {
                i += heading.used;
                found.push(heading);
            }
            None => i += 1,
        }
    }
    let numbered: Vec<SectionKind> = found
        .iter()
        .filter(|h| h.numbering != Numbering::None)
        .map(|h| h.kind)
        .collect();
    if numbered.len() >= 2 {
        found.retain(|h| {
            h.numbering != Numbering::None || (h.capitals && !numbered.contains(&h.kind))
        });
    }
    found
}

fn heading(pack: &Pack, pieces: &[Piece], at: usize) -> Option<Heading> {
    let first = pieces.get(at)?;
    let numbering = first.numbering?;
    let alone = first.behind().is_empty();
    let begin = at + usize::from(alone);
    let piece = match alone {
        true => pieces.get(begin).filter(|p| !p.marked)?,
        false => first,
    };
    if !piece.may_be.heading {
        return None;
    }
    let text = piece.behind();
    let whole = joined(pieces, begin, |phrase| pack.headings.get_phrase(phrase));
    let (kind, wording, used) = whole.or_else(|| {
        let numbered = numbering != Numbering::None;
        let (kind, wording) = numbered.then(|| glued(pack, piece)).flatten()?;
        Some((kind, wording, 1))
    })?;
    Some(Heading {
        at,
        used: begin - at + used,
        kind,
        capitals: is_capitals(text),
        wording,
        numbering,
    })
}

/// A heading with text behind it on its line: "Teenistuskoha eesmärk Jõgede seire …".
fn glued(pack: &Pack, piece: &Piece) -> Option<(SectionKind, Rc<str>)> {
    let text = piece.behind();
    let prefix = pack.headings.prefix_of(text, &piece.beginning, false)?;
    let rest = text.get(prefix.rest..)?;
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let there = prefix.colon || begins || rest.starts_with("on ");
    there.then(|| {
        let wording = fold(text.get(..prefix.label_end).unwrap_or_default());
        (prefix.key, wording.into())
    })
}
