//! A document's lines, each with its number set aside.

use std::borrow::Cow;
use std::rc::Rc;

use crate::grammar::fold::fold_lines;
use crate::grammar::pack::{Beginning, Edges, Ends, Known, Numbering, Phrase};
use crate::layout::{Block, Line, Marker, MarkerKind};

/// A wording may run over this many lines.
const MOST_LINES: usize = 3;

/// A heading behind other text on its line has at most so many words, its number included.
const MOST_WORDS: usize = 8;

/// A line of the document, in reading order.
pub(super) struct Piece<'a> {
    line: Cow<'a, Line>,
    /// Where the text begins behind a number.
    pub from: usize,
    /// How the number is written that could be a heading's; none for a deeper number or a bullet.
    pub numbering: Option<Numbering>,
    /// Parts of an arabic number; 0 for other markers.
    pub depth: usize,
    pub marked: bool,
    /// What stands behind the number, folded once for all packs; nothing where no wording of any begins so.
    pub beginning: Beginning,
    /// What may be a wording of any pack, of what stands behind the number, the same with the next line, and with the line after
    /// that; with the number of lines. Folded once for all packs.
    phrases: Vec<(usize, Phrase)>,
    /// What a wording of any pack that begins here may be.
    pub may_be: MayBe,
}

/// What a wording may be.
#[derive(Clone, Copy, Default)]
pub(super) struct MayBe {
    pub heading: bool,
    pub label: bool,
    pub column: bool,
}

impl<'a> Piece<'a> {
    fn of(line: Cow<'a, Line>) -> Self {
        let text = line.as_str();
        let marker = Marker::parse(text);
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
            beginning: Beginning::default(),
            phrases: Vec::new(),
            may_be: MayBe::default(),
            numbering,
            line,
        }
    }

    pub fn text(&self) -> &str {
        self.line.as_str()
    }

    pub fn behind(&self) -> &str {
        self.text().get(self.from..).unwrap_or_default()
    }

    /// Whether a wide gap stands at a place of the text.
    pub fn has_gap(&self, at: usize) -> bool {
        self.line.gaps.contains(&at)
    }
}

/// The lines of a document, cells of tables one after the other. A line is cut where a number stands in it that may open
/// a heading: "AMETIJUHEND 1. ÜLDOSA".
pub(super) fn pieces<'a>(known: &Known, blocks: &'a [Block]) -> Vec<Piece<'a>> {
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
    let ends: Vec<Ends> = out.iter().map(|p| Ends::of(p.behind())).collect();
    for at in 0..out.len() {
        let phrases = phrases(known, &out, &ends, at);
        let ends = &ends[at];
        if let Some(piece) = out.get_mut(at) {
            let edges = [&known.headings, &known.labels, &known.columns];
            if edges.iter().any(|e| e.may_open_with(ends)) {
                piece.beginning = Beginning::of(piece.behind());
            }
            let may_be = |edges: &Edges| {
                edges.may_open_with(ends) || phrases.iter().any(|(_, p)| edges.may_be(p))
            };
            piece.may_be = MayBe {
                heading: may_be(&known.headings),
                label: may_be(&known.labels),
                column: may_be(&known.columns),
            };
            piece.phrases = phrases;
        }
    }
    out
}

fn cut<'a>(line: &'a Line, out: &mut Vec<Piece<'a>>) {
    let text = line.as_str();
    let opens = |at: usize| {
        let tail = text.get(at..).unwrap_or_default();
        let short = || tail.split(' ').take(MOST_WORDS + 1).count() <= MOST_WORDS;
        let marker = Marker::parse(tail).filter(|_| short() && tail.contains('.'));
        marker.is_some_and(|m| {
            let first = tail.get(m.text..).and_then(|t| t.chars().next());
            let single = m.depth() == 1 || matches!(m.kind, MarkerKind::Roman(_));
            single && first.is_some_and(char::is_uppercase)
        })
    };
    let begin = Marker::parse(text).map_or(1, |m| m.text.max(1));
    // A number, arabic or roman, behind a blank.
    let may_open = |pair: &[u8]| matches!(pair, [b' ', b'0'..=b'9' | b'I' | b'V' | b'X']);
    let pairs = text.as_bytes().windows(2).enumerate();
    let places = pairs.filter(|(_, pair)| may_open(pair)).map(|(i, _)| i + 1);
    match places.filter(|&i| i > begin).find(|&i| opens(i)) {
        Some(at) => {
            let (head, tail) = line.split(at);
            out.extend([head, tail].map(|l| Piece::of(Cow::Owned(l))));
        }
        None => out.push(Piece::of(Cow::Borrowed(line))),
    }
}

/// The wording that begins at a line (its number set aside) and fills one to three lines.
pub(super) fn joined<K>(
    pieces: &[Piece],
    at: usize,
    get: impl Fn(&Phrase) -> Option<K>,
) -> Option<(K, Rc<str>, usize)> {
    let lines = pieces.len() - at;
    let phrases = &pieces.get(at)?.phrases;
    let phrases = phrases.iter().take_while(|(used, _)| *used <= lines);
    phrases
        .filter_map(|(used, phrase)| Some((get(phrase)?, phrase.shared(), *used)))
        .next()
}

/// What may be a wording of any pack that begins at a line, with the number of its lines. `ends` are those of the lines.
fn phrases(known: &Known, pieces: &[Piece], ends: &[Ends], at: usize) -> Vec<(usize, Phrase)> {
    let edges = [&known.headings, &known.labels, &known.columns];
    let may_be = |first: &Ends, used: usize, last: &Ends| match used {
        1 => edges.iter().any(|e| e.may_span(first, last)),
        _ => edges.iter().any(|e| e.may_join(first, last)),
    };
    let mut phrases: Vec<(usize, Phrase)> = Vec::new();
    let lines = pieces.iter().zip(ends).skip(at).take(MOST_LINES);
    for (used, (line, last)) in (1..).zip(lines) {
        if used > 1 && line.marked {
            break;
        }
        if may_be(&ends[at], used, last) {
            let phrase = join(&pieces[at..at + used]);
            if edges.iter().any(|e| e.may_be(&phrase)) {
                phrases.push((used, phrase));
            }
        }
    }
    phrases
}

/// Lines as one text, the number of the first set aside.
fn join(pieces: &[Piece]) -> Phrase {
    let texts = pieces.iter().enumerate().map(|(i, piece)| match i {
        0 => piece.behind(),
        _ => piece.text(),
    });
    Phrase::of_folded(fold_lines(texts))
}
