//! What a pack recognises in a document, before anything is parsed: headings, labels of fields, heads of columns.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::headings::{Heading, headings};
use super::pieces::{Piece, joined};
use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::pack::{ColumnRole, FieldForm, FieldKey, Numbering, Pack, Style};
use crate::layout::Marker;
use crate::record::SectionKind;

/// Heads of columns stand within so many lines after the heading of the duties.
const HEAD_LINES: usize = 14;

/// What a wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum What {
    Heading(SectionKind),
    Label(FieldKey),
    Column(ColumnRole),
}

/// A wording of the pack that stands in the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Wording {
    pub what: What,
    /// Folded.
    pub text: Rc<str>,
}

/// What one pack recognises.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// All wordings.
    pub wordings: FxHashSet<Wording>,
    /// Those that the pack lists itself.
    pub own: FxHashSet<Wording>,
    /// Kinds of the headings, in the document's order.
    pub order: Vec<SectionKind>,
    /// How the document looks, as far as it shows.
    pub style: Style,
}

impl Seen {
    /// What a pack recognises in a document's lines.
    pub(super) fn by(pack: &Pack, pieces: &[Piece]) -> Seen {
        let headings = headings(pack, pieces);
        let mut seen = Seen::default();
        for heading in &headings {
            let own = pack.headings.is_own(&heading.wording);
            seen.add(What::Heading(heading.kind), heading.wording.clone(), own);
            seen.order.push(heading.kind);
        }
        let end = headings.get(1).map_or(pieces.len(), |h| h.at);
        let is_heading = |i: usize| headings.iter().any(|h| (h.at..h.at + h.used).contains(&i));
        let general = pieces.get(..end).unwrap_or_default();
        let labels = seen.labels(pack, general, is_heading);
        seen.columns(pack, pieces, &headings);
        seen.style = style(&headings, &labels, &seen);
        seen
    }

    fn add(&mut self, what: What, text: Rc<str>, own: bool) {
        let wording = Wording { what, text };
        if own {
            self.own.insert(wording.clone());
        }
        self.wordings.insert(wording);
    }

    fn labels(
        &mut self,
        pack: &Pack,
        pieces: &[Piece],
        is_heading: impl Fn(usize) -> bool,
    ) -> Vec<Look> {
        let mut looks = Vec::new();
        let listed = is_list_of_labels(pack, pieces);
        let mut i = 0;
        while i < pieces.len() {
            if !pieces[i].may_be.label || is_heading(i) {
                i += 1;
                continue;
            }
            let found =
                joined(pieces, i, |p| pack.labels.get_phrase(p)).map(|(key, text, used)| {
                    let colon = pieces[i].text().trim_end().ends_with(':');
                    (key, text, used, colon)
                });
            let found = found.or_else(|| {
                inline(pack, &pieces[i], listed).map(|(key, text, colon)| (key, text, 1, colon))
            });
            let Some((key, text, used, colon)) = found else {
                i += 1;
                continue;
            };
            looks.push(Look {
                colon,
                numbered: pieces[i].depth > 0,
            });
            let own = pack.labels.is_own(&text);
            self.add(What::Label(key), text, own);
            i += used;
        }
        looks
    }

    fn columns(&mut self, pack: &Pack, pieces: &[Piece], headings: &[Heading]) {
        for (k, heading) in headings.iter().enumerate() {
            if heading.kind != SectionKind::Duties {
                continue;
            }
            let from = heading.at + heading.used;
            let next = headings.get(k + 1).map_or(pieces.len(), |h| h.at);
            let to = next.min(from + HEAD_LINES);
            let pieces = pieces.get(from..to).unwrap_or_default();
            let mut i = 0;
            while i < pieces.len() {
                if !pieces[i].may_be.column {
                    i += 1;
                    continue;
                }
                match joined(pieces, i, |p| pack.columns.get_phrase(p)) {
                    Some((role, text, used)) => {
                        let own = pack.columns.is_own(&text);
                        self.add(What::Column(role), text, own);
                        i += used;
                    }
                    None => {
                        self.heads_on_line(pack, &pieces[i]);
                        i += 1;
                    }
                }
            }
        }
    }

    /// "Nr  Ülesanne  Tulemuslikkuse näitaja" on one line: nothing but heads, at least two.
    fn heads_on_line(&mut self, pack: &Pack, piece: &Piece) {
        let mut heads: Vec<(ColumnRole, Rc<str>)> = Vec::new();
        let mut rest = piece.behind();
        let mut next = pack.columns.prefix_of(rest, &piece.beginning, false);
        while let Some(head) = next {
            heads.push((
                head.key,
                fold(rest.get(..head.label_end).unwrap_or_default()).into(),
            ));
            rest = rest.get(head.rest..).unwrap_or_default();
            let from = Marker::parse(rest).map_or(0, |m| m.text);
            rest = rest.get(from..).unwrap_or_default();
            next = pack.column_prefix(rest);
        }
        if rest.is_empty() && heads.len() >= 2 {
            for (role, head) in heads {
                let own = pack.columns.is_own(&head);
                self.add(What::Column(role), head, own);
            }
        }
    }
}

/// How a label looks.
struct Look {
    colon: bool,
    numbered: bool,
}

/// Whether most lines that are numbered, or else begin with a capital, begin with labels: then a value may begin with a small
/// letter behind one blank. The general section is read so too (`grammar/fields.rs`).
fn is_list_of_labels(pack: &Pack, pieces: &[Piece]) -> bool {
    let numbered = pieces.iter().any(|p| p.depth > 1);
    let starts = pieces.iter().filter(|p| match numbered {
        true => p.depth > 1,
        false => !p.marked && p.text().starts_with(char::is_uppercase),
    });
    let verbs = &pack.sentence_words.subject_verbs;
    let (mut all, mut labelled) = (0, 0);
    for piece in starts {
        all += 1;
        if !piece.may_be.label {
            continue;
        }
        let prefix = pack
            .labels
            .prefix_of(piece.behind(), &piece.beginning, false);
        let value = prefix.and_then(|p| piece.behind().get(p.rest..));
        let first = value.and_then(|v| v.split(' ').next());
        labelled += usize::from(first.is_some_and(|w| !verbs.contains(&fold(w))));
    }
    labelled >= LEAST_LABELS && labelled * 4 >= all * 3
}

/// So many labels make a list.
const LEAST_LABELS: usize = 3;

/// A label with its value on one line, and whether a colon stands between.
fn inline(pack: &Pack, piece: &Piece, listed: bool) -> Option<(FieldKey, Rc<str>, bool)> {
    let text = piece.behind();
    let prefix = pack.labels.prefix_of(text, &piece.beginning, false)?;
    let label = text.get(..prefix.label_end)?;
    let value = text.get(prefix.rest..)?;
    let capital = value.chars().next().is_some_and(|c| !c.is_lowercase());
    let there = prefix.colon
        || piece.has_gap(piece.from + prefix.rest)
        || (piece.depth > 0 && capital)
        || (listed && !value.is_empty())
        || (is_capitals(label) && !is_capitals(value))
        || pack.is_none(&fold(value));
    there.then(|| (prefix.key, fold(label).into(), prefix.colon))
}

fn style(headings: &[Heading], labels: &[Look], seen: &Seen) -> Style {
    let most = |count: usize, of: usize| (of > 0).then_some(2 * count > of);
    let all = [
        Numbering::ArabicDot,
        Numbering::Arabic,
        Numbering::Roman,
        Numbering::None,
    ];
    let count = |n: Numbering| headings.iter().filter(|h| h.numbering == n).count();
    let numbering = all.into_iter().rev().max_by_key(|&n| count(n));
    let capitals = headings.iter().filter(|h| h.capitals).count();
    let colons = labels.iter().filter(|l| l.colon).count();
    let numbers = labels.iter().filter(|l| l.numbered).count();
    let result = |w: &Wording| {
        matches!(
            w.what,
            What::Column(ColumnRole::Result | ColumnRole::Indicator)
        )
    };
    let duties = headings.iter().any(|h| h.kind == SectionKind::Duties);
    Style {
        numbering: numbering.filter(|_| !headings.is_empty()),
        capitals: most(capitals, headings.len()),
        paired: duties.then(|| seen.wordings.iter().any(result)),
        fields: match labels.len() {
            0 | 1 => (!headings.is_empty()).then_some(FieldForm::Sentences),
            n if 2 * colons > n => Some(FieldForm::Lines),
            _ => Some(FieldForm::Table),
        },
        numbered_fields: most(numbers, labels.len()),
    }
}
