//! Closing punctuation: where nearly all items of a list end alike, the others do too.
//!
//! Two styles are told apart: every item ends with the same mark or with none; or every item but the last ends with a semicolon and
//! the last with a full stop. Items with several sentences, and those that end with an abbreviation ("jne.", "jms."), stay.

use super::change;
use crate::record::{Duty, Fix, FixKind, Record};

/// Of the items of a list, at least this share must end in the same style before the others follow.
const NEARLY_ALL: f32 = 0.6;

/// A list of fewer items shows no style.
const LEAST_ITEMS: usize = 3;

const ABBREVIATIONS: [&str; 8] = ["jne.", "jms.", "jmt.", "vms.", "vm.", "nr.", "lg.", "s.h."];

/// Closes the items of the record's lists.
pub fn fix(record: &mut Record) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let lists = [
        ("/unpaired_results", &mut record.unpaired_results),
        ("/rights", &mut record.rights),
        ("/responsibilities", &mut record.responsibilities),
        ("/tools", &mut record.tools),
    ];
    for (path, items) in lists {
        close(path, items, &mut fixes);
    }
    duties("/duties", &mut record.duties, &mut fixes);
    fixes
}

fn close(path: &str, items: &mut [String], fixes: &mut Vec<Fix>) {
    let list = items.iter_mut().enumerate();
    apply(
        list.map(|(i, text)| (format!("{path}/{i}"), text))
            .collect(),
        fixes,
    );
}

fn duties(path: &str, list: &mut [Duty], fixes: &mut Vec<Fix>) {
    let texts = list.iter_mut().enumerate();
    apply(
        texts
            .map(|(i, d)| (format!("{path}/{i}/text"), &mut d.text))
            .collect(),
        fixes,
    );
    for (i, duty) in list.iter_mut().enumerate() {
        close(&format!("{path}/{i}/results"), &mut duty.results, fixes);
        close(
            &format!("{path}/{i}/indicators"),
            &mut duty.indicators,
            fixes,
        );
        duties(&format!("{path}/{i}/subduties"), &mut duty.subduties, fixes);
    }
}

fn apply(list: Vec<(String, &mut String)>, fixes: &mut Vec<Fix>) {
    let texts: Vec<&str> = list.iter().map(|(_, text)| text.as_str()).collect();
    let Some(style) = style(&texts) else { return };
    let count = list.len();
    for (i, (pointer, text)) in list.into_iter().enumerate() {
        let mark = style.mark(i + 1 == count);
        if is_fixed(text) || closing(text) == mark {
            continue;
        }
        let after = text.trim_end_matches(MARKS).to_owned() + mark;
        fixes.push(change(FixKind::ClosingPunctuation, pointer, text, after));
    }
}

const MARKS: [char; 3] = [';', '.', ','];

/// How the items of a list end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// All with this mark, or with none.
    Same(&'static str),
    /// With semicolons, and the last with a full stop.
    Sentence,
}

impl Style {
    fn mark(self, last: bool) -> &'static str {
        match self {
            Style::Same(mark) => mark,
            Style::Sentence if last => ".",
            Style::Sentence => ";",
        }
    }
}

/// The style of nearly all items; none where no style has so many, or where all agree already.
fn style(items: &[&str]) -> Option<Style> {
    let (last, _) = items.split_last().filter(|_| items.len() >= LEAST_ITEMS)?;
    let ends = |style: Style| {
        let closes = |(i, item): (usize, &&str)| closing(item) == style.mark(i + 1 == items.len());
        items
            .iter()
            .enumerate()
            .filter(|&(i, item)| closes((i, item)))
            .count()
    };
    // A list with semicolons is one sentence if its last item closes it.
    let semicolons = match closing(last) {
        ";" => Style::Same(";"),
        _ => Style::Sentence,
    };
    let styles = [semicolons, Style::Same("."), Style::Same("")];
    let best = styles.into_iter().max_by_key(|s| ends(*s))?;
    let share = ends(best) as f32 / items.len() as f32;
    (NEARLY_ALL..1.0).contains(&share).then_some(best)
}

/// The mark that closes an item.
fn closing(item: &str) -> &str {
    let kept = item.trim_end_matches(MARKS).len();
    &item[kept..]
}

/// Whether an item keeps its end: its dot belongs to a word, or it has several sentences, or it ends with another mark.
fn is_fixed(item: &str) -> bool {
    let lower = item.to_lowercase();
    let sentences = item.split(". ").skip(1);
    ABBREVIATIONS.iter().any(|a| lower.ends_with(a))
        || item.ends_with(['!', '?', ':', '…'])
        || closing(item).len() > 1
        || sentences
            .into_iter()
            .any(|s| s.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(items: &[&str]) -> Vec<String> {
        let mut items: Vec<String> = items.iter().map(|i| (*i).to_owned()).collect();
        let before = items.clone();
        let mut fixes = Vec::new();
        close("/rights", &mut items, &mut fixes);
        let changed = before.iter().zip(&items).filter(|(a, b)| a != b).count();
        assert_eq!(fixes.len(), changed);
        items
    }

    #[test]
    fn the_others_follow() {
        assert_eq!(closed(&["a;", "b", "c;", "d."]), ["a;", "b;", "c;", "d."]);
        assert_eq!(closed(&["a;", "b;", "c"]), ["a;", "b;", "c."]);
        assert_eq!(closed(&["a.", "b", "c."]), ["a.", "b.", "c."]);
        assert_eq!(closed(&["a", "b,", "c", "d"]), ["a", "b", "c", "d"]);
        assert_eq!(
            closed(&["a;", "b;", "c;", "d", "e;"]),
            ["a;", "b;", "c;", "d;", "e;"]
        );
    }

    #[test]
    fn what_is_not_certain_stays() {
        for same in [
            &["a;", "b"][..],
            &["a;", "b.", "c", "d,"],
            &["a;", "b;", "c."],
            &["a", "b", "c jne."],
            &["a", "b", "C on tehtud. D ka."],
            &["a", "b", "c?"],
        ] {
            assert_eq!(closed(same), same);
        }
    }
}
