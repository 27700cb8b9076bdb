//! Numbers of duties: a list with a gap, or with a number twice, is counted anew from its first number.
//!
//! Certain is this only where nothing else depends on it: all duties of the list are numbered alike, all text of the document
//! was recognised (so that no duty was lost in the gap), and no text refers to a number that changes.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;

use super::change;
use crate::record::{Duty, Fix, FixKind, Record};

const RULES: [&str; 2] = ["numbering-gap", "numbering-duplicate"];

/// Keys of a record that hold no texts of the document, or its numbers.
const ABOUT: [&str; 6] = [
    "source",
    "tool",
    "provenance",
    "diagnostics",
    "fixes",
    "sections",
];

/// Renumbers the lists of duties in which such a finding stands.
pub fn fix(record: &mut Record) -> Vec<Fix> {
    if record.coverage.unrecognised > 0 {
        return Vec::new();
    }
    let lists: BTreeSet<Vec<usize>> = record
        .diagnostics
        .iter()
        .filter(|d| RULES.contains(&d.rule.as_str()))
        .filter_map(|d| list_of(d.pointer.as_deref()?))
        .collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let referred = references(record);
    let mut fixes = Vec::new();
    for list in lists {
        let Some(duties) = duties_at(&mut record.duties, &list) else {
            continue;
        };
        let path: String = list.iter().map(|i| format!("/{i}/subduties")).collect();
        let path = format!("/duties{path}");
        let new = match renumbered(duties) {
            Some(new) if !new.iter().any(|(_, before, _)| referred.contains(before)) => new,
            _ => continue,
        };
        for (index, _, after) in new {
            let pointer = format!("{path}/{index}/number");
            if let Some(number) = duties.get_mut(index).and_then(|d| d.number.as_mut()) {
                fixes.push(change(FixKind::Renumbering, pointer, number, after));
            }
        }
        let settled = |pointer: Option<&str>| pointer.and_then(list_of).as_ref() == Some(&list);
        record
            .diagnostics
            .retain(|d| !RULES.contains(&d.rule.as_str()) || !settled(d.pointer.as_deref()));
    }
    fixes
}

/// Which duties lead to the list that a duty's number stands in: none for "/duties/3/number", 3 for "/duties/3/subduties/0/number".
fn list_of(pointer: &str) -> Option<Vec<usize>> {
    let path = pointer.strip_prefix("/duties/")?.strip_suffix("/number")?;
    let mut list: Vec<usize> = path
        .split("/subduties/")
        .map(|index| index.parse().ok())
        .collect::<Option<_>>()?;
    list.pop();
    Some(list)
}

fn duties_at<'d>(duties: &'d mut Vec<Duty>, list: &[usize]) -> Option<&'d mut Vec<Duty>> {
    match list.split_first() {
        None => Some(duties),
        Some((&first, rest)) => duties_at(&mut duties.get_mut(first)?.subduties, rest),
    }
}

/// The duties whose number changes: place, number, new number. None where the numbers do not only rise below the same number, or
/// where duties within them would have to follow.
fn renumbered(duties: &[Duty]) -> Option<Vec<(usize, String, String)>> {
    let numbers: Vec<(&str, &str, u32)> = duties
        .iter()
        .map(|duty| {
            let number = duty.number.as_deref()?;
            let (before, last) = number.rsplit_once('.').unwrap_or(("", number));
            Some((number, before, last.parse().ok()?))
        })
        .collect::<Option<_>>()?;
    let &(_, parent, first) = numbers.first()?;
    let mut new = Vec::new();
    for (index, &(number, before, last)) in numbers.iter().enumerate() {
        let expected = first + index as u32;
        let falls = index > 0 && last < numbers[index - 1].2;
        if before != parent || falls {
            return None;
        }
        if last != expected {
            let numbered = |duty: &Duty| duty.number.is_some();
            if duties[index].subduties.iter().any(numbered) {
                return None;
            }
            let after = match parent {
                "" => expected.to_string(),
                _ => format!("{parent}.{expected}"),
            };
            new.push((index, number.to_owned(), after));
        }
    }
    Some(new)
}

/// Numbers with a dot that stand in the record's texts ("punktis 3.4 nimetatud").
fn references(record: &Record) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let number = Regex::new(r"\d+(?:\.\d+)+").expect("a pattern");
    // What cannot become JSON has no texts.
    if let Value::Object(mut fields) = serde_json::to_value(record).unwrap_or_default() {
        fields.retain(|key, _| !ABOUT.contains(&key.as_str()));
        collect(&Value::Object(fields), &number, &mut out);
    }
    out
}

fn collect(value: &Value, number: &Regex, out: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => out.extend(number.find_iter(text).map(|m| m.as_str().to_owned())),
        Value::Array(values) => values.iter().for_each(|v| collect(v, number, out)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| *key != "number")
            .for_each(|(_, v)| collect(v, number, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Severity};

    fn record(numbers: &[&str], rule: &str, at: usize) -> Record {
        let duty = |n: &&str| Duty {
            number: Some((*n).to_owned()),
            text: "koostab aruande".into(),
            ..Duty::default()
        };
        Record {
            duties: numbers.iter().map(duty).collect(),
            diagnostics: vec![Diagnostic {
                rule: rule.into(),
                severity: Severity::Warning,
                message: String::new(),
                message_et: String::new(),
                at: Vec::new(),
                pointer: Some(format!("/duties/{at}/number")),
            }],
            ..Record::default()
        }
    }

    fn fixed(mut record: Record) -> Vec<String> {
        let fixes = fix(&mut record);
        let told = fixes.iter().map(|f| format!("{} {}", f.before, f.after));
        let left = record.diagnostics.len();
        assert_eq!(left, usize::from(fixes.is_empty()), "finding and fix");
        told.collect()
    }

    #[test]
    fn gaps_and_doubles_are_counted_anew() {
        let of = |numbers: &[&str], rule, at| fixed(record(numbers, rule, at));
        assert_eq!(of(&["3.1", "3.2", "3.4"], "numbering-gap", 2), ["3.4 3.3"]);
        assert_eq!(
            of(&["3.1", "3.2", "3.2", "3.3"], "numbering-duplicate", 2),
            ["3.2 3.3", "3.3 3.4"]
        );
        assert_eq!(of(&["1", "2", "4"], "numbering-gap", 2), ["4 3"]);
    }

    #[test]
    fn what_is_not_certain_stays() {
        let of = |numbers: &[&str]| fixed(record(numbers, "numbering-gap", 1));
        let none: [&str; 0] = [];
        assert_eq!(of(&["3.1", "4.3", "3.2"]), none);
        assert_eq!(of(&["3.2", "3.4", "3.3"]), none);
        let mut referring = record(&["3.1", "3.3"], "numbering-gap", 1);
        referring.rights = vec!["saada punktis 3.3 nimetatud andmeid".into()];
        assert_eq!(fixed(referring), none);
        let mut lost = record(&["3.1", "3.3"], "numbering-gap", 1);
        lost.coverage.unrecognised = 20;
        assert_eq!(fixed(lost), none);
        assert_eq!(
            fixed(record(&["3.1", "3.3"], "numbering-out-of-order", 1)),
            none
        );
    }

    #[test]
    fn lists_within_duties() {
        assert_eq!(list_of("/duties/3/number"), Some(vec![]));
        assert_eq!(list_of("/duties/3/subduties/0/number"), Some(vec![3]));
        assert_eq!(list_of("/sections/3/number"), None);
    }
}
