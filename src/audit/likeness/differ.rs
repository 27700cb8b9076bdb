//! The words in which two texts differ.

use std::collections::HashSet;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

use super::fold::{text_hash, word_hash, words};
use super::sketch::{Clause, Sketch};

/// What stands in one text and not in the other: runs of words, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Differing {
    /// Runs that only the first has.
    pub only_first: Vec<String>,
    /// Runs that only the second has.
    pub only_second: Vec<String>,
}

/// Compares two texts word by word; case and punctuation do not count.
pub fn differing(first: &str, second: &str) -> Differing {
    let (a, b): (Vec<&str>, Vec<&str>) = (words(first).collect(), words(second).collect());
    let mut differing = Differing::default();
    for op in ops(first, second) {
        let (old, new) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        if !old.is_empty() {
            differing.only_first.push(a[old].join(" "));
        }
        if !new.is_empty() {
            differing.only_second.push(b[new].join(" "));
        }
    }
    differing
}

/// How alike two texts are, 0 to 1: twice the words in common, in order, by the words of both.
pub fn word_likeness(first: &str, second: &str) -> f32 {
    diff_ratio(
        &ops(first, second),
        words(first).count(),
        words(second).count(),
    )
}

/// Compares two documents: clauses that both have are left out, the rest is compared word by word, each clause with the one
/// that is most like it.
pub fn differing_clauses(first: &Sketch, second: &Sketch) -> Differing {
    let (only_first, mut only_second) = (missing(first, second), missing(second, first));
    let mut out = Differing::default();
    for clause in only_first {
        let likest = (0..only_second.len())
            .map(|i| (word_likeness(clause.text, only_second[i].text), i))
            .filter(|(likeness, _)| *likeness >= 0.5)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match likest {
            Some((_, i)) => {
                let words = differing(clause.text, only_second.remove(i).text);
                out.only_first.extend(words.only_first);
                out.only_second.extend(words.only_second);
            }
            None => out.only_first.push(clause.text.to_string()),
        }
    }
    out.only_second
        .extend(only_second.iter().map(|c| c.text.to_string()));
    out
}

/// Clauses of one document that the other lacks.
fn missing<'a>(of: &'a Sketch, from: &Sketch) -> Vec<Clause<'a>> {
    let there: HashSet<u64> = from.clauses().map(|c| text_hash(c.text)).collect();
    let all = of.clauses();
    all.filter(|c| !there.contains(&text_hash(c.text)))
        .collect()
}

fn ops(first: &str, second: &str) -> Vec<DiffOp> {
    let hash = |text| words(text).map(word_hash).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &hash(first), &hash(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_are_named() {
        let differing = differing(
            "Saada tööks vajalikku teavet ja koolitust",
            "saada tööks vajalikku täiendavat koolitust",
        );
        assert_eq!(differing.only_first, ["teavet ja"]);
        assert_eq!(differing.only_second, ["täiendavat"]);
    }

    #[test]
    fn likeness_counts_common_words() {
        assert_eq!(word_likeness("a b c d", "a b c d"), 1.0);
        assert_eq!(word_likeness("a b c d", "a b c e"), 0.75);
        assert_eq!(word_likeness("a b", "c d"), 0.0);
    }
}
