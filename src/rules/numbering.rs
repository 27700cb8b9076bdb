//! Numbers of items, labels and sections: which are missing, doubled or misplaced.
//!
//! The longest rising sequence of a list is taken for what was meant; a number outside of it is a duplicate or misplaced, and
//! explains a gap at its place. So one slip gives one finding.

use std::collections::BTreeMap;

use super::{Subject, sections};
use crate::grammar::outline::Number;
use crate::record::SectionKind;
use crate::text::Text;

/// Something wrong with a number.
#[derive(Clone, Debug)]
pub struct Found {
    /// The line that the number opens.
    pub line: Text,
    /// What is wrong.
    pub defect: Defect,
}

/// What can be wrong with a number.
#[derive(Clone, Debug)]
pub enum Defect {
    /// Numbers are missing before it.
    Gap {
        /// The line of the number before.
        before: Option<Text>,
        /// The missing ones, in full.
        missing: Vec<Vec<u32>>,
    },
    /// It was used before.
    Duplicate {
        /// Where it was used first.
        first: Text,
    },
    /// It does not fit those around it.
    Misplaced {
        /// The line above it that it should not follow.
        neighbour: Option<Text>,
    },
}

impl Found {
    /// Whether a text stands where a number is missing.
    pub fn gap_around(&self, text: &Text) -> bool {
        let begin = |t: &Text| t.sources().next().map(|r| r.start);
        let Defect::Gap { before, .. } = &self.defect else {
            return false;
        };
        let from = before.as_ref().and_then(begin);
        let at = begin(text);
        at < begin(&self.line) && from <= at
    }
}

/// Missing numbers as words: "3.4", "3.4, 3.5".
pub fn list(numbers: &[Vec<u32>]) -> String {
    let one = |n: &Vec<u32>| n.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
    numbers.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// All that is wrong with the document's numbers, but for what rules about sections and fields say better.
pub fn all(subject: &Subject) -> Vec<Found> {
    let outline = subject.outline;
    let doubled: Vec<usize> = sections::duplicates(subject.pack, outline)
        .into_iter()
        .map(|(_, second)| second)
        .collect();
    let moved = !sections::moved(subject.pack, outline).is_empty();
    let mut missing = sections::missing(subject).len();
    let kept = || (0..outline.sections.len()).filter(|i| !doubled.contains(i));
    let mut headings: Vec<Number> = kept()
        .filter_map(|i| outline.sections[i].number.clone())
        .filter(|n| n.parts.len() == 1)
        .collect();
    // Numbered fields may stand in front of the first heading, and count on with it.
    if headings.first().is_some_and(|n| n.parts[0] > 1) {
        headings.splice(0..0, outline.preamble.iter().cloned());
    }
    let mut out = Vec::new();
    for found in of(&headings) {
        match &found.defect {
            Defect::Gap { missing: gap, .. } if gap.len() <= missing => missing -= gap.len(),
            Defect::Gap { .. } | Defect::Misplaced { .. } if moved => {}
            Defect::Gap { .. } if !doubled.is_empty() => {}
            _ => out.push(found),
        }
    }
    for index in kept() {
        let section = &outline.sections[index];
        let absent = match section.kind {
            SectionKind::General => super::fields::missing(subject).len(),
            _ => 0,
        };
        out.extend(
            of(&section.numbers)
                .into_iter()
                .filter(|f| match &f.defect {
                    // The field that is missing has its own finding.
                    Defect::Gap { missing, .. } => missing.len() > absent,
                    Defect::Duplicate { first } => !says_the_same(first, &f.line),
                    Defect::Misplaced { .. } => true,
                }),
        );
    }
    out
}

/// A line that stands twice with its number is a duplicate of more than the number.
fn says_the_same(a: &Text, b: &Text) -> bool {
    a.as_str() == b.as_str() && a.as_str().contains(' ')
}

/// What is wrong with the numbers of one section.
fn of(numbers: &[Number]) -> Vec<Found> {
    let deep: Vec<&Number> = numbers.iter().filter(|n| n.parts.len() > 1).collect();
    let single: Vec<&Number> = numbers.iter().filter(|n| n.parts.len() == 1).collect();
    let mut out = deep_lists(&deep);
    for list in restarts(&single) {
        let values: Vec<Option<u32>> = list.iter().map(|n| Some(n.parts[0])).collect();
        let found = judge(&list, &values, &[]);
        // A line that happens to begin with a number makes no list.
        if list.len() > 2 && found.len() * 2 < list.len() {
            out.extend(found);
        }
    }
    out
}

/// Numbers of several parts: those that begin unlike most belong to another section; the others are lists by what stands before
/// their last part.
fn deep_lists(numbers: &[&Number]) -> Vec<Found> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    numbers
        .iter()
        .for_each(|n| *counts.entry(n.parts[0]).or_default() += 1);
    let Some((own, count)) = counts.into_iter().max_by_key(|(_, c)| *c) else {
        return Vec::new();
    };
    let foreign = numbers.len() - count;
    if foreign > 0 && (count < 2 || foreign * 2 > numbers.len()) {
        return Vec::new();
    }
    let mut parents: BTreeMap<&[u32], ()> = BTreeMap::new();
    for n in numbers.iter().filter(|n| n.parts[0] == own) {
        parents.insert(&n.parts[..n.parts.len() - 1], ());
    }
    let mut out: Vec<Found> = numbers
        .iter()
        .filter(|n| n.parts[0] != own)
        .map(|n| Found {
            line: n.line.clone(),
            defect: Defect::Misplaced { neighbour: None },
        })
        .collect();
    for parent in parents.into_keys() {
        let values: Vec<Option<u32>> = numbers
            .iter()
            .map(|n| {
                let (last, before) = n.parts.split_last()?;
                (before == parent).then_some(*last)
            })
            .collect();
        let foreign: Vec<usize> = (0..numbers.len())
            .filter(|i| numbers[*i].parts[0] != own)
            .collect();
        out.extend(
            judge(numbers, &values, &foreign)
                .into_iter()
                .map(|f| f.below(parent)),
        );
    }
    out
}

impl Found {
    /// With the missing numbers in full.
    fn below(mut self, parent: &[u32]) -> Found {
        if let Defect::Gap { missing, .. } = &mut self.defect {
            missing
                .iter_mut()
                .for_each(|m| *m = parent.iter().copied().chain(m.iter().copied()).collect());
        }
        self
    }
}

/// Lists of single numbers: 1 begins a new one where 2 follows or nothing does.
fn restarts<'n>(numbers: &[&'n Number]) -> Vec<Vec<&'n Number>> {
    let mut out: Vec<Vec<&Number>> = Vec::new();
    for (i, number) in numbers.iter().enumerate() {
        let begins = number.parts[0] == 1 && numbers.get(i + 1).is_none_or(|n| n.parts[0] == 2);
        match out.last_mut() {
            Some(list) if !begins => list.push(number),
            _ => out.push(vec![number]),
        }
    }
    out
}

/// Judges the numbers that have a value. Those at the places `foreign` stand in the list with a number of another one.
fn judge(numbers: &[&Number], values: &[Option<u32>], foreign: &[usize]) -> Vec<Found> {
    let rising = rising(values);
    let line = |i: usize| numbers[i].line.clone();
    let mut out = Vec::new();
    let mut odd: Vec<usize> = foreign.to_vec();
    for (i, value) in values.iter().enumerate() {
        if value.is_none() || rising.contains(&i) {
            continue;
        }
        odd.push(i);
        let first = (0..values.len()).find(|j| *j != i && values[*j] == *value);
        let before = (0..i).rev().find(|j| values[*j].is_some());
        let defect = match first {
            Some(first) => Defect::Duplicate { first: line(first) },
            None => Defect::Misplaced {
                neighbour: before.map(line),
            },
        };
        out.push(Found {
            line: line(i),
            defect,
        });
    }
    let mut before: Option<usize> = None;
    for &i in &rising {
        let from = before.map_or(0, |b| values[b].unwrap_or_default());
        let to = values[i].unwrap_or_default();
        let missing: Vec<Vec<u32>> = (from + 1..to)
            .filter(|m| !values.contains(&Some(*m)))
            .map(|m| vec![m])
            .collect();
        let explained = odd
            .iter()
            .filter(|o| **o < i && before.is_none_or(|b| **o > b))
            .count();
        if missing.len() > explained {
            out.push(Found {
                line: line(i),
                defect: Defect::Gap {
                    before: before.map(line),
                    missing,
                },
            });
        }
        before = Some(i);
    }
    out
}

/// Places of the longest rising sequence; of several the one with the least left out.
fn rising(values: &[Option<u32>]) -> Vec<usize> {
    // Length, numbers left out (fewer is better), and the place before.
    let mut best: Vec<(usize, u32, Option<usize>)> = Vec::with_capacity(values.len());
    let better = |a: (usize, u32), b: (usize, u32)| a.0 > b.0 || (a.0 == b.0 && a.1 < b.1);
    for (i, value) in values.iter().enumerate() {
        let Some(value) = value else {
            best.push((0, 0, None));
            continue;
        };
        let mut own = (1, value.saturating_sub(1), None);
        for j in 0..i {
            if let Some(before) = values[j].filter(|b| b < value) {
                let next = (best[j].0 + 1, best[j].1 + value - before - 1);
                if better(next, (own.0, own.1)) {
                    own = (next.0, next.1, Some(j));
                }
            }
        }
        best.push(own);
    }
    let mut at = (0..values.len())
        .filter(|i| values[*i].is_some())
        .reduce(
            |a, b| match better((best[b].0, best[b].1), (best[a].0, best[a].1)) {
                true => b,
                false => a,
            },
        );
    let mut out = Vec::new();
    while let Some(i) = at {
        out.push(i);
        at = best[i].2;
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(numbers: &[&str]) -> Vec<String> {
        let numbers: Vec<Number> = numbers
            .iter()
            .map(|n| {
                let mut line = Text::default();
                line.push_source(n, 0);
                Number {
                    parts: n.split('.').filter_map(|p| p.parse().ok()).collect(),
                    closed: false,
                    line,
                }
            })
            .collect();
        of(&numbers)
            .iter()
            .map(|f| match &f.defect {
                Defect::Gap { missing, .. } => {
                    format!("gap {} at {}", list(missing), f.line.as_str())
                }
                Defect::Duplicate { .. } => format!("double {}", f.line.as_str()),
                Defect::Misplaced { .. } => format!("misplaced {}", f.line.as_str()),
            })
            .collect()
    }

    #[test]
    fn one_slip_one_finding() {
        assert_eq!(judged(&["3.1", "3.2", "3.4", "3.5"]), ["gap 3.3 at 3.4"]);
        assert_eq!(judged(&["3.2", "3.3"]), ["gap 3.1 at 3.2"]);
        assert_eq!(judged(&["3.1", "3.2", "3.2", "3.4"]), ["double 3.2"]);
        assert_eq!(judged(&["3.1", "3.3", "3.2", "3.4"]), ["misplaced 3.2"]);
        assert_eq!(judged(&["3.1", "3.2", "4.3", "3.4"]), ["misplaced 4.3"]);
        assert_eq!(judged(&["3.1", "3.9", "3.3", "3.4"]), ["misplaced 3.9"]);
        assert_eq!(judged(&["1", "2", "4"]), ["gap 3 at 4"]);
    }

    #[test]
    fn lists_within_lists_and_lists_that_begin_anew() {
        let none: [&str; 0] = [];
        assert_eq!(judged(&["3.1", "3.1.1", "3.1.2", "3.2", "3.2.1"]), none);
        assert_eq!(
            judged(&["3.1", "3.1.1", "3.1.3", "3.2"]),
            ["gap 3.1.2 at 3.1.3"]
        );
        assert_eq!(judged(&["1", "2", "3", "1", "2"]), none);
        assert_eq!(judged(&["31", "2"]), none);
    }
}
