//! Headings: where the document's sections begin.

mod explode;
mod misspelt;

use std::ops::Range;

use crate::grammar::fold::fold_lines;
use crate::grammar::pack::{Ends, Pack, Phrase};
use crate::layout::{Block, Line, Marker, MarkerKind};
use crate::record::SectionKind;
use crate::text::Text;
use explode::explode;

/// A heading may run over this many lines.
const MOST_LINES: usize = 3;

/// A heading that no pack knows is at most this long, in words.
const MOST_WORDS: usize = 9;

/// A section: its heading, and all up to the next.
#[derive(Clone, Debug)]
pub struct RawSection {
    /// What it is about.
    pub kind: SectionKind,
    /// Its number, without the dot behind it.
    pub number: Option<Text>,
    /// What stands between number and heading.
    pub separator: Option<Text>,
    /// The heading's lines.
    pub heading: Vec<Text>,
    /// The wording of the pack that the heading was taken for, where it is not written so.
    pub meant: Option<String>,
    /// What stands under it.
    pub body: Vec<Block>,
}

/// What stands before the first heading, and the sections.
pub fn split(pack: &Pack, blocks: &[Block]) -> (Vec<Block>, Vec<RawSection>) {
    let mut blocks = explode(pack, blocks);
    let found = find(pack, &blocks);
    let mut sections = Vec::new();
    // From the last to the first, so that each takes what is left behind its heading.
    for heading in found.into_iter().rev() {
        let mut body: Vec<Block> = heading.rest.into_iter().map(Block::Line).collect();
        body.extend(blocks.drain(heading.at + heading.used..));
        blocks.truncate(heading.at);
        sections.push(RawSection {
            kind: heading.kind,
            number: heading.number,
            separator: heading.separator,
            heading: heading.lines,
            meant: heading.meant,
            body,
        });
    }
    sections.reverse();
    (blocks, sections)
}

/// Whether some blocks hold the general section, the purpose or the duties of a job description.
pub fn opens_sections(pack: &Pack, blocks: &[Block]) -> bool {
    let telling = [
        SectionKind::General,
        SectionKind::Purpose,
        SectionKind::Duties,
    ];
    let blocks = explode(pack, blocks);
    let tells = |found: &[Found]| found.iter().any(|h| telling.contains(&h.kind));
    // Most documents have one that is written as the pack says; only without it, the others are looked for.
    tells(&known_headings(pack, &blocks)) || tells(&find(pack, &blocks))
}

/// A heading in the stream of blocks.
#[derive(Clone, Debug)]
struct Found {
    at: usize,
    used: usize,
    kind: SectionKind,
    value: Option<u32>,
    roman: bool,
    number: Option<Text>,
    separator: Option<Text>,
    lines: Vec<Text>,
    meant: Option<String>,
    rest: Option<Line>,
}

fn known_headings(pack: &Pack, blocks: &[Block]) -> Vec<Found> {
    let mut known: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < blocks.len() {
        match known_heading(pack, blocks, i) {
            Some(found) => {
                i += found.used;
                known.push(found);
            }
            None => i += 1,
        }
    }
    keep_style(&mut known);
    known
}

fn find(pack: &Pack, blocks: &[Block]) -> Vec<Found> {
    let mut known = known_headings(pack, blocks);
    let labels = numbered_labels(pack, blocks, &known);
    known.extend(labels);
    known.sort_by_key(|h| h.at);
    misspelt::mark_loose(pack, blocks, &mut known);
    let misspelt = misspelt::headings(pack, blocks, &known);
    known.extend(misspelt);
    known.sort_by_key(|h| h.at);
    let unknown = unknown_headings(blocks, &known);
    known.extend(unknown);
    known.sort_by_key(|h| h.at);
    known
}

/// Where most headings are numbered, one without a number is a label or running text, unless it stands in capitals and
/// opens a section that no numbered heading does.
fn keep_style(known: &mut Vec<Found>) {
    let numbered: Vec<SectionKind> = known
        .iter()
        .filter(|h| h.value.is_some())
        .map(|h| h.kind)
        .collect();
    if numbered.len() >= 2 {
        known.retain(|h| {
            let capitals = h.lines.iter().all(|l| is_capitals(l.as_str()));
            h.value.is_some() || (capitals && !numbered.contains(&h.kind))
        });
    }
}

fn line_at(blocks: &[Block], i: usize) -> Option<&Line> {
    match blocks.get(i) {
        Some(Block::Line(line)) => Some(line),
        _ => None,
    }
}

/// A heading of the pack: alone on its line or lines, or glued to the text behind it.
fn known_heading(pack: &Pack, blocks: &[Block], at: usize) -> Option<Found> {
    let first = line_at(blocks, at)?;
    let (value, text_from, number_end) = number(first.as_str())?;
    let alone = text_from == first.as_str().len();
    if alone && value.is_none() {
        return None;
    }
    let begin = if alone { at + 1 } else { at };
    let edges = pack.headings.edges();
    let mut ends: Option<Ends> = None;
    let mut lines: Vec<Text> = Vec::new();
    for used in 0..MOST_LINES {
        let Some(line) = line_at(blocks, begin + used) else {
            break;
        };
        if used > 0 && Marker::parse(line.as_str()).is_some() {
            break;
        }
        let text = match used {
            0 if !alone => line.text.slice(text_from, line.as_str().len()),
            _ => line.text.clone(),
        };
        let last = Ends::of(text.as_str());
        lines.push(text);
        let may_be = match ends {
            Some(first) => edges.may_join(&first, &last),
            None => edges.may_span(&last, &last),
        };
        ends.get_or_insert(last);
        if !may_be {
            continue;
        }
        let phrase = Phrase::of_folded(fold_lines(lines.iter().map(Text::as_str)));
        let Some(kind) = pack.headings.get_phrase(&phrase) else {
            continue;
        };
        // A wording with `*` takes any words: a line of its own is no part of them.
        let loose = pack.headings.is_loose(phrase.as_str());
        if loose && !lines.windows(2).all(|l| runs_on(&l[0], &l[1])) {
            break;
        }
        return Some(Found {
            at,
            used: begin - at + used + 1,
            kind,
            value,
            roman: is_roman(first),
            number: value.map(|_| first.text.slice(0, number_end)),
            separator: Some(first.text.slice(number_end, text_from).trim()),
            lines,
            meant: None,
            rest: None,
        });
    }
    value?;
    glued(pack, blocks, at, begin, text_from, number_end, value)
}

/// Whether a line goes on with the sentence of the one above: both are in capitals, or it begins with a small letter.
fn runs_on(above: &Text, line: &Text) -> bool {
    (is_capitals(above.as_str()) && is_capitals(line.as_str()))
        || line.as_str().starts_with(|c: char| !c.is_uppercase())
}

/// "2. Teenistuskoha eesmärk on …", "2. TEENISTUSKOHA EESMÄRK 2.1. Struktuuriüksuses …"
fn glued(
    pack: &Pack,
    blocks: &[Block],
    at: usize,
    begin: usize,
    text_from: usize,
    number_end: usize,
    value: Option<u32>,
) -> Option<Found> {
    let first = line_at(blocks, at)?;
    let line = line_at(blocks, begin)?;
    let from = if begin == at { text_from } else { 0 };
    let text = line.text.slice(from, line.as_str().len());
    let prefix = pack.section_prefix(text.as_str())?;
    let rest = &text.as_str()[prefix.rest..];
    let heading = &text.as_str()[..prefix.label_end];
    let starts_new = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        || rest.starts_with("on ")
        || heading.ends_with(':')
        || (is_capitals(heading) && !is_capitals(rest));
    if rest.is_empty()
        || !starts_new
        || (is_capitals(rest) && is_capitals(heading) && Marker::parse(rest).is_none())
    {
        return None;
    }
    let (_, tail) = line.split(from + prefix.rest);
    Some(Found {
        at,
        used: begin - at + 1,
        kind: prefix.key,
        value,
        roman: is_roman(first),
        number: value.map(|_| first.text.slice(0, number_end)),
        separator: Some(first.text.slice(number_end, text_from).trim()),
        lines: vec![text.slice(0, prefix.label_end)],
        meant: None,
        rest: Some(tail),
    })
}

/// The single number (arabic or roman) that opens a line: its value, where the text begins, and where the number ends.
/// A line without a marker gives no value; one with another marker is no heading.
fn number(line: &str) -> Option<(Option<u32>, usize, usize)> {
    match Marker::parse(line) {
        None => Some((None, 0, 0)),
        Some(Marker {
            kind: MarkerKind::Number(parts),
            end,
            text,
        }) if parts.len() == 1 => Some((Some(parts[0]), text, end)),
        Some(Marker {
            kind: MarkerKind::Roman(value),
            end,
            text,
        }) => Some((Some(value), text, end)),
        Some(_) => None,
    }
}

fn is_roman(line: &Line) -> bool {
    matches!(
        Marker::parse(line.as_str()),
        Some(Marker {
            kind: MarkerKind::Roman(_),
            ..
        })
    )
}

/// Fields and requirements that stand between sections with numbers of their own: "7. Haridus: keskharidus" behind "6. Tööülesanded:".
fn numbered_labels(pack: &Pack, blocks: &[Block], known: &[Found]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for (k, before) in known.iter().enumerate() {
        let (Some(mut value), false) = (before.value, before.roman) else {
            continue;
        };
        let end = known.get(k + 1).map_or(blocks.len(), |n| n.at);
        for at in before.at + before.used..end {
            let Some(line) = line_at(blocks, at) else {
                continue;
            };
            let Some((Some(next), from, _)) = number(line.as_str()) else {
                continue;
            };
            let Some(kind) = label_kind(pack, &line.as_str()[from..]).filter(|_| next == value + 1)
            else {
                continue;
            };
            value = next;
            out.push(Found {
                at,
                used: 1,
                kind,
                value: Some(next),
                roman: false,
                number: None,
                separator: None,
                lines: Vec::new(),
                meant: None,
                rest: Some(line.clone()),
            });
        }
    }
    out
}

/// The section that a label with a colon belongs to.
fn label_kind(pack: &Pack, text: &str) -> Option<SectionKind> {
    let colon = |rest: usize| text[..rest].trim_end().ends_with(':');
    if pack.requirement_prefix(text).is_some_and(|p| colon(p.rest)) {
        return Some(SectionKind::Requirements);
    }
    pack.field_prefix(text)
        .filter(|p| colon(p.rest))
        .map(|_| SectionKind::General)
}

/// Numbered lines between known headings that carry the next number and look like headings.
fn unknown_headings(blocks: &[Block], known: &[Found]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for (k, before) in known.iter().enumerate() {
        let Some(mut value) = before.value else {
            continue;
        };
        let next = known.get(k + 1);
        let end = next.map_or(blocks.len(), |n| n.at);
        let next_value = next.and_then(|n| n.value);
        // A list that numbers its items with single figures restarts at 1; a heading goes on from the one above.
        let mut i = before.at + before.used;
        let mut from = i;
        while i < end {
            if let Some(found) = unknown_heading(blocks, from..end, i, value + 1, before)
                && next_value.is_none_or(|n| value + 1 < n)
            {
                value += 1;
                i += found.used;
                from = i;
                out.push(found);
            } else {
                i += 1;
            }
        }
    }
    out
}

fn unknown_heading(
    blocks: &[Block],
    within: Range<usize>,
    at: usize,
    expected: u32,
    like: &Found,
) -> Option<Found> {
    let line = line_at(blocks, at)?;
    let (Some(value), text_from, number_end) = number(line.as_str())? else {
        return None;
    };
    let alone = text_from == line.as_str().len();
    let text_line = if alone {
        line_at(blocks, at + 1)?
    } else {
        line
    };
    let from = if alone { 0 } else { text_from };
    let text = text_line.text.slice(from, text_line.as_str().len());
    let string = text.as_str();
    let used = if alone { 2 } else { 1 };
    let words = string.split(' ').count();
    let capital = string.chars().next().is_some_and(char::is_uppercase);
    let like_capitals = like.lines.iter().all(|l| is_capitals(l.as_str()));
    let follows = line_at(blocks, at + used)
        .and_then(|l| Marker::parse(l.as_str()))
        .is_some_and(|m| matches!(&m.kind, MarkerKind::Number(p) if p.len() > 1 && p[0] == value));
    let shaped = words <= MOST_WORDS
        && capital
        && !string.ends_with([';', ','])
        && (!string.ends_with('.') || like_capitals);
    if value != expected
        || !shaped
        || at + used > within.end
        || (is_capitals(string) != like_capitals && !follows)
        || !(follows || like_capitals || line.bold)
    {
        return None;
    }
    Some(Found {
        at,
        used,
        kind: SectionKind::Other,
        value: Some(value),
        roman: like.roman,
        number: Some(line.text.slice(0, number_end)),
        separator: Some(line.text.slice(number_end, text_from).trim()),
        lines: vec![text],
        meant: None,
        rest: None,
    })
}

/// Whether all letters are capitals.
pub fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}
