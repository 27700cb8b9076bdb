//! Headings that are known only if a letter or two are allowed to be wrong.

use strsim::osa_distance;

use super::{Found, is_capitals, is_roman, line_at, number};
use crate::grammar::fold::fold;
use crate::grammar::pack::Pack;
use crate::layout::{Block, Line, Marker};
use crate::record::SectionKind;

/// So many letters of a wording may be wrong, by its length in letters: short words become others too easily.
const MOST_WRONG: [(usize, usize); 2] = [(5, 1), (7, 2)];

/// Any other kind of section must be this much further away than the one that is taken.
const MARGIN: usize = 2;

/// Numbered lines between known headings that bear the next number, or the one before the next heading's, and nearly read as a
/// heading of the pack.
pub(super) fn headings(pack: &Pack, blocks: &[Block], known: &[Found]) -> Vec<Found> {
    let wordings: Vec<(String, SectionKind)> = pack
        .headings
        .wordings()
        .into_iter()
        .filter(|(w, ..)| !w.contains('*'))
        .map(|(w, kind, _)| (w, kind))
        .collect();
    let mut out: Vec<Found> = Vec::new();
    for gap in 0..=known.len() {
        let before = gap.checked_sub(1).and_then(|i| known.get(i));
        let next = known.get(gap);
        let from = before.map_or(0, |h| h.at + h.used);
        let to = next.map_or(blocks.len(), |h| h.at);
        let mut expected = before.map_or(Some(1), |h| h.value.map(|v| v + 1));
        let mut last = next.and_then(|h| h.value);
        if before.is_some_and(|h| h.value.is_none()) {
            last = None;
        }
        for at in from..to {
            let Some(found) = heading(&wordings, blocks, at, to) else {
                continue;
            };
            let fits = found.value == expected
                || last.is_some_and(|l| found.value.is_some_and(|v| v + 1 == l));
            if fits && last.is_none_or(|l| found.value < Some(l)) {
                expected = found.value.map(|v| v + 1);
                out.push(found);
            }
        }
    }
    out
}

/// A numbered line that begins with nearly a wording of the pack, and with nothing else or with what opens a new sentence.
fn heading(
    wordings: &[(String, SectionKind)],
    blocks: &[Block],
    at: usize,
    to: usize,
) -> Option<Found> {
    let first = line_at(blocks, at)?;
    let (Some(value), text_from, number_end) = number(first.as_str())? else {
        return None;
    };
    let alone = text_from == first.as_str().len();
    let begin = if alone { at + 1 } else { at };
    let line = line_at(blocks, begin).filter(|_| begin < to)?;
    let from = if alone { 0 } else { text_from };
    let (end, meant, kind) = nearest(wordings, &line.as_str()[from..])?;
    let heading = line.text.slice(from, from + end).trim();
    let tail = rest(line, from + end);
    let opens = tail
        .as_ref()
        .is_none_or(|t| starts_new(heading.as_str(), t.as_str()));
    opens.then(|| Found {
        at,
        used: begin - at + 1,
        kind,
        value: Some(value),
        roman: is_roman(first),
        number: Some(first.text.slice(0, number_end)),
        separator: Some(first.text.slice(number_end, text_from).trim()),
        lines: vec![heading],
        meant: Some(meant),
        rest: tail,
    })
}

fn rest(line: &Line, from: usize) -> Option<Line> {
    let blank = line.as_str()[from..].len() - line.as_str()[from..].trim_start().len();
    (from + blank < line.as_str().len()).then(|| line.split(from + blank).1)
}

fn starts_new(heading: &str, rest: &str) -> bool {
    Marker::parse(rest).is_some()
        || rest.starts_with("on ")
        || heading.ends_with(':')
        || (is_capitals(heading) && !is_capitals(rest))
}

/// The wording nearest to the first words of a text: where these words end, the wording and its kind. All words of the line come
/// first, so that a longer heading wins over its beginning.
fn nearest(wordings: &[(String, SectionKind)], text: &str) -> Option<(usize, String, SectionKind)> {
    let ends: Vec<usize> = text
        .match_indices(' ')
        .map(|(i, _)| i)
        .chain([text.len()])
        .take(LONGEST)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let folded = fold(&text[..end]);
        let (distance, meant, kind) = best(wordings, &folded, None)?;
        let rival = best(wordings, &folded, Some(kind)).map_or(usize::MAX, |(d, ..)| d);
        (distance > 0 && distance <= allowed(meant) && rival >= distance + MARGIN)
            .then(|| (end, meant.to_owned(), kind))
    })
}

/// The most words of a heading that are looked at.
const LONGEST: usize = 10;

fn best<'w>(
    wordings: &'w [(String, SectionKind)],
    folded: &str,
    but: Option<SectionKind>,
) -> Option<(usize, &'w str, SectionKind)> {
    let length = folded.chars().count();
    wordings
        .iter()
        .filter(|(w, kind)| but != Some(*kind) && w.chars().count().abs_diff(length) <= MARGIN + 2)
        .map(|(w, kind)| (osa_distance(w, folded), w.as_str(), *kind))
        .min_by_key(|(distance, ..)| *distance)
}

fn allowed(wording: &str) -> usize {
    let letters = wording.chars().count();
    MOST_WRONG
        .iter()
        .rev()
        .find(|(least, _)| letters >= *least)
        .map_or(0, |(_, wrong)| *wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<(String, SectionKind)> {
        [
            ("vastutus", SectionKind::Responsibilities),
            ("õigused", SectionKind::Rights),
            ("üldosa", SectionKind::General),
            ("teenistuskoha eesmärk", SectionKind::Purpose),
            ("teenistuskoha ülesanded", SectionKind::Duties),
        ]
        .map(|(w, k)| (w.to_owned(), k))
        .to_vec()
    }

    #[test]
    fn a_letter_or_two_may_be_wrong() {
        let kind = |text| nearest(&known(), text).map(|(_, _, kind)| kind);
        assert_eq!(kind("VASTUTSU"), Some(SectionKind::Responsibilities));
        assert_eq!(kind("Õigsued"), Some(SectionKind::Rights));
        assert_eq!(kind("ÜLDOSSA"), Some(SectionKind::General));
        assert_eq!(kind("Teenistuskoha esmärk"), Some(SectionKind::Purpose));
        assert_eq!(kind("Teenistuskoha asukoht"), None);
        assert_eq!(kind("Vastuvõtt"), None);
        assert_eq!(kind("Oigus"), None);
        assert_eq!(kind("Üldine"), None);
    }
}
