//! What is wrong with a document's sections: missing, doubled, moved, empty.

use super::Subject;
use crate::diagnostic::Place;
use crate::grammar::fold::fold;
use crate::grammar::outline::{Outline, Section};
use crate::grammar::pack::Pack;
use crate::record::SectionKind;

/// What a kind of section is called, in English and (in the nominative) in Estonian.
pub fn name(kind: SectionKind) -> (&'static str, &'static str) {
    match kind {
        SectionKind::General => ("the position in general", "üldosa"),
        SectionKind::Purpose => ("the purpose", "eesmärk"),
        SectionKind::Duties => ("the duties", "ülesanded"),
        SectionKind::Rights => ("rights", "õigused"),
        SectionKind::Responsibilities => ("responsibility", "vastutus"),
        SectionKind::Tools => ("tools", "töövahendid"),
        SectionKind::Requirements => ("requirements", "nõuded"),
        SectionKind::Amendment => ("changing the job description", "ametijuhendi muutmine"),
        SectionKind::Other => ("what the holder follows", "millest juhindutakse"),
    }
}

/// Kinds that each document of the family has and this one lacks.
pub fn missing(subject: &Subject) -> Vec<SectionKind> {
    let record = subject.record;
    let required = subject.pack.sections.iter().filter(|s| s.required);
    required
        .map(|s| s.kind)
        .filter(|kind| {
            let stands = subject.outline.sections.iter().any(|s| s.kind == *kind);
            let told = match kind {
                SectionKind::Purpose => record.purpose.is_some(),
                SectionKind::Duties => !record.duties.is_empty(),
                _ => false,
            };
            !(stands || told)
        })
        .collect()
}

/// Where a missing section would stand: the heading of the next section that the family has behind it.
pub fn place_of_missing(subject: &Subject, kind: SectionKind) -> Vec<Place> {
    let behind = subject
        .pack
        .sections
        .iter()
        .skip_while(|s| s.kind != kind)
        .skip(1);
    let next = behind.flat_map(|spec| headed(subject.outline).find(|(_, s)| s.kind == spec.kind));
    let last = headed(subject.outline).last();
    next.chain(last)
        .next()
        .map(|(_, s)| subject.places(&s.heading))
        .unwrap_or_default()
}

fn headed(outline: &Outline) -> impl DoubleEndedIterator<Item = (usize, &Section)> {
    let sections = outline.sections.iter().enumerate();
    sections.filter(|(_, s)| !s.heading.is_empty())
}

/// Sections that stand twice: the first and the second of each pair.
pub fn duplicates(pack: &Pack, outline: &Outline) -> Vec<(usize, usize)> {
    let repeatable = |kind| {
        kind == SectionKind::Other
            || pack.sections.iter().any(|s| s.kind == kind && s.repeatable)
            || !pack.sections.iter().any(|s| s.kind == kind)
    };
    headed(outline)
        .filter_map(|(i, second)| {
            let first = headed(outline)
                .take_while(|(j, _)| *j < i)
                .find(|(_, first)| {
                    first.kind == second.kind
                        && (!repeatable(first.kind)
                            || fold(first.heading.as_str()) == fold(second.heading.as_str()))
                })?;
            Some((first.0, i))
        })
        .collect()
}

/// Sections out of order, each with a neighbour on whose wrong side it stands. Order counts for those that each document of the
/// family has; of the others a number must say that they were moved.
pub fn moved(pack: &Pack, outline: &Outline) -> Vec<(usize, usize)> {
    let doubled: Vec<usize> = duplicates(pack, outline).iter().map(|d| d.1).collect();
    let rank = |kind| pack.sections.iter().position(|s| s.kind == kind);
    let kept: Vec<(usize, &Section, usize)> = headed(outline)
        .filter(|(i, _)| !doubled.contains(i))
        .filter_map(|(i, s)| Some((i, s, rank(s.kind)?)))
        .collect();
    let required = |s: &Section| pack.sections.iter().any(|p| p.kind == s.kind && p.required);
    let value = |s: &Section| {
        s.number
            .as_ref()
            .filter(|n| n.parts.len() == 1)
            .map(|n| n.parts[0])
    };
    let mut out: Vec<(usize, usize)> = Vec::new();
    // A number 1 begins a count of its own.
    for pair in kept.windows(2) {
        let [(i, first, a), (j, second, b)] = pair else {
            continue;
        };
        let by_number =
            matches!((value(first), value(second)), (Some(x), Some(y)) if x > y && y > 1);
        let by_rank = a > b && required(first) && required(second) && first.kind != second.kind;
        let order = a > b || rank_is_free(pack, first, second);
        if by_rank || (by_number && order) {
            out.push((*j, *i));
        }
    }
    out
}

/// Whether the template's order of two sections is not binding: neither need stand in a document.
fn rank_is_free(pack: &Pack, a: &Section, b: &Section) -> bool {
    let free = |s: &Section| {
        pack.sections
            .iter()
            .any(|p| p.kind == s.kind && !p.required)
    };
    free(a) || free(b)
}

/// Sections with nothing under their heading, or only words that lead in a list.
pub fn empty(subject: &Subject) -> Vec<usize> {
    let record = subject.record;
    let alone = |kind| {
        headed(subject.outline)
            .filter(|(_, s)| s.kind == kind)
            .count()
            == 1
    };
    headed(subject.outline)
        .filter(|(_, s)| {
            let nothing = match s.kind {
                SectionKind::Duties => {
                    record.duties.is_empty() && record.unpaired_results.is_empty()
                }
                SectionKind::Purpose => record.purpose.is_none(),
                SectionKind::Rights => record.rights.is_empty(),
                SectionKind::Responsibilities => record.responsibilities.is_empty(),
                SectionKind::Tools => record.tools.is_empty(),
                SectionKind::Amendment => record.amendment.is_empty(),
                SectionKind::General | SectionKind::Requirements | SectionKind::Other => false,
            };
            s.empty || (nothing && alone(s.kind))
        })
        .map(|(i, _)| i)
        .collect()
}
