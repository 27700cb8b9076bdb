//! What a pack recognises in a document, before anything is parsed: headings, labels of fields, heads of columns.

use std::collections::BTreeSet;

use crate::grammar::fold::fold;
use crate::grammar::heading::is_capitals;
use crate::grammar::pack::{ColumnRole, FieldForm, FieldKey, Numbering, Pack, Style};
use crate::layout::{Block, Line, Marker, MarkerKind};
use crate::record::SectionKind;

/// A wording may run over this many lines.
const MOST_LINES: usize = 3;

/// A heading behind other text on its line has at most so many words, its number included.
const MOST_WORDS: usize = 8;

/// Heads of columns stand within so many lines after the heading of the duties.
const HEAD_LINES: usize = 14;

/// What a wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Heading(SectionKind),
    Label(FieldKey),
    Column(ColumnRole),
}

/// A wording of the pack that stands in the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wording {
    pub what: What,
    /// Folded.
    pub text: String,
}

/// What one pack recognises.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// All wordings.
    pub wordings: BTreeSet<Wording>,
    /// Those that the pack lists itself.
    pub own: BTreeSet<Wording>,
    /// Kinds of the headings, in the document's order.
    pub order: Vec<SectionKind>,
    /// How the document looks, as far as it shows.
    pub style: Style,
}

/// A line of the document, in reading order.
pub(super) struct Piece {
    text: String,
    /// Where the text begins behind a number.
    from: usize,
    /// How the number is written that could be a heading's; none for a deeper number or a bullet.
    numbering: Option<Numbering>,
    /// Parts of an arabic number; 0 for other markers.
    depth: usize,
    marked: bool,
    gaps: Vec<usize>,
}

impl Piece {
    fn of(line: &Line) -> Piece {
        let text = line.as_str().to_owned();
        let marker = Marker::parse(&text);
        let numbering = match marker.as_ref().map(|m| (&m.kind, m.end)) {
            None => Some(Numbering::None),
            Some((MarkerKind::Roman(_), _)) => Some(Numbering::Roman),
            Some((MarkerKind::Number(parts), end)) if parts.len() == 1 => {
                let dot = text.get(end..).is_some_and(|rest| rest.starts_with('.'));
                Some(match dot {
                    true => Numbering::ArabicDot,
                    false => Numbering::Arabic,
                })
            }
            Some(_) => None,
        };
        Piece {
            from: marker.as_ref().map_or(0, |m| m.text),
            depth: marker.as_ref().map_or(0, Marker::depth),
            marked: marker.is_some(),
            gaps: line.gaps.clone(),
            numbering,
            text,
        }
    }

    fn behind(&self) -> &str {
        self.text.get(self.from..).unwrap_or_default()
    }
}

/// The lines of a document, cells of tables one after the other. A line is cut where a number stands in it that may open
/// a heading: "AMETIJUHEND 1. ÜLDOSA".
pub(super) fn pieces(blocks: &[Block]) -> Vec<Piece> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => cut(line, &mut out),
            Block::Table(table) => {
                let lines = table.rows.iter().flat_map(|r| r.lines());
                lines.for_each(|l| cut(l, &mut out));
            }
        }
    }
    out
}

fn cut(line: &Line, out: &mut Vec<Piece>) {
    let text = line.as_str();
    let opens = |at: usize| {
        let tail = text.get(at..).unwrap_or_default();
        let short = tail.split(' ').take(MOST_WORDS + 1).count() <= MOST_WORDS;
        let marker = Marker::parse(tail).filter(|_| short && tail.contains('.'));
        marker.is_some_and(|m| {
            let first = tail.get(m.text..).and_then(|t| t.chars().next());
            let single = m.depth() == 1 || matches!(m.kind, MarkerKind::Roman(_));
            single && first.is_some_and(char::is_uppercase)
        })
    };
    let begin = Marker::parse(text).map_or(1, |m| m.text.max(1));
    let blanks = text.match_indices(' ').map(|(i, _)| i + 1);
    match blanks.filter(|&i| i > begin).find(|&i| opens(i)) {
        Some(at) => {
            let (head, tail) = line.split(at);
            out.extend([Piece::of(&head), Piece::of(&tail)]);
        }
        None => out.push(Piece::of(line)),
    }
}

/// A heading at a line.
struct Heading {
    at: usize,
    used: usize,
    kind: SectionKind,
    wording: String,
    numbering: Numbering,
    capitals: bool,
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

    fn add(&mut self, what: What, text: String, own: bool) {
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
        let mut i = 0;
        while i < pieces.len() {
            if is_heading(i) {
                i += 1;
                continue;
            }
            let found = joined(pieces, i, |text| pack.labels.get(text)).map(|(key, text, used)| {
                let colon = pieces[i].text.trim_end().ends_with(':');
                (key, text, used, colon)
            });
            let found = found.or_else(|| {
                inline(pack, &pieces[i]).map(|(key, text, colon)| (key, text, 1, colon))
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
                match joined(pieces, i, |text| pack.columns.get(text)) {
                    Some((role, text, used)) => {
                        let own = pack.columns.is_own(&text);
                        self.add(What::Column(role), text, own);
                        i += used;
                    }
                    None => {
                        self.heads_on_line(pack, pieces[i].behind());
                        i += 1;
                    }
                }
            }
        }
    }

    /// "Nr  Ülesanne  Tulemuslikkuse näitaja" on one line: nothing but heads, at least two.
    fn heads_on_line(&mut self, pack: &Pack, line: &str) {
        let mut heads = Vec::new();
        let mut rest = line;
        while let Some(head) = pack.column_prefix(rest) {
            heads.push((
                head.key,
                fold(rest.get(..head.label_end).unwrap_or_default()),
            ));
            rest = rest.get(head.rest..).unwrap_or_default();
            let from = Marker::parse(rest).map_or(0, |m| m.text);
            rest = rest.get(from..).unwrap_or_default();
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

/// The wording that begins at a line (its number set aside) and fills one to three lines.
fn joined<K>(
    pieces: &[Piece],
    at: usize,
    get: impl Fn(&str) -> Option<K>,
) -> Option<(K, String, usize)> {
    let mut string = String::new();
    for used in 0..MOST_LINES {
        let piece = pieces.get(at + used)?;
        if used > 0 && piece.marked {
            return None;
        }
        if string.ends_with('-') {
            string.pop();
        } else if !string.is_empty() {
            string.push(' ');
        }
        string.push_str(if used == 0 {
            piece.behind()
        } else {
            &piece.text
        });
        let folded = fold(&string);
        if let Some(key) = get(&folded) {
            return Some((key, folded, used + 1));
        }
    }
    None
}

/// A label with its value on one line, and whether a colon stands between.
fn inline(pack: &Pack, piece: &Piece) -> Option<(FieldKey, String, bool)> {
    let text = piece.behind();
    let prefix = pack.field_prefix(text)?;
    let label = text.get(..prefix.label_end)?;
    let value = text.get(prefix.rest..)?;
    let capital = value.chars().next().is_some_and(|c| !c.is_lowercase());
    let there = prefix.colon
        || piece.gaps.contains(&(piece.from + prefix.rest))
        || pack.is_none(&fold(value))
        || (is_capitals(label) && !is_capitals(value))
        || (piece.depth > 0 && capital);
    there.then(|| (prefix.key, fold(label), prefix.colon))
}

/// The headings of a document. Where most are numbered, one without a number counts only in capitals, for a section that
/// no numbered one opens.
fn headings(pack: &Pack, pieces: &[Piece]) -> Vec<Heading> {
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
    let text = if alone {
        pieces.get(begin).filter(|p| !p.marked)?.text.as_str()
    } else {
        first.behind()
    };
    let whole = joined(pieces, begin, |folded| pack.section_of(folded));
    let (kind, wording, used) = whole.or_else(|| {
        let numbered = numbering != Numbering::None;
        let (kind, wording) = numbered.then(|| glued(pack, text)).flatten()?;
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
fn glued(pack: &Pack, text: &str) -> Option<(SectionKind, String)> {
    let prefix = pack.section_prefix(text)?;
    let rest = text.get(prefix.rest..)?;
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let there = prefix.colon || begins || rest.starts_with("on ");
    there.then(|| {
        let wording = fold(text.get(..prefix.label_end).unwrap_or_default());
        (prefix.key, wording)
    })
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
