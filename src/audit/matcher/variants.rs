//! Names that are another way of writing a more frequent one.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::slip;

/// For each name that is another way of writing a more frequent one: that one. Names are folded, and come with how often
/// they occur. What is about as frequent is taken for another thing, unless the letters are the same.
pub fn variants(counts: &BTreeMap<String, usize>) -> FxHashMap<String, String> {
    let mut out = FxHashMap::default();
    for (name, &count) in counts {
        let more_frequent = counts
            .iter()
            .filter(|(other, more)| (count, other.as_str()) < (**more, name.as_str()));
        let usual = more_frequent
            .filter(|(other, more)| is_variant(name, other, count, **more))
            .max_by_key(|(_, more)| **more);
        if let Some((usual, _)) = usual {
            out.insert(name.clone(), usual.clone());
        }
    }
    out
}

fn is_variant(name: &str, usual: &str, count: usize, more: usize) -> bool {
    if same_letters(name, usual) {
        return true;
    }
    // Of two names that occur once each, only one letter may differ.
    let limit = if more > 1 { 2 } else { 1 };
    count * 2 <= more.max(2) && slip(name, usual).is_some_and(|distance| distance <= limit)
}

fn same_letters(a: &str, b: &str) -> bool {
    a.chars()
        .filter(|c| c.is_alphanumeric())
        .eq(b.chars().filter(|c| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_is_a_variant_of_the_more_frequent() {
        let counts = [
            ("teenuste osakond", 9),
            ("teenuse osakond", 1),
            ("osakonna juhataja", 2),
            ("osakonnajuhataja", 2),
            ("1. osakond", 1),
            ("2. osakond", 5),
            ("haldustalitus", 4),
            ("haldustalitud", 3),
        ];
        let counts = counts.iter().map(|(n, c)| ((*n).to_owned(), *c)).collect();
        let mut found: Vec<(String, String)> = variants(&counts).into_iter().collect();
        found.sort();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("osakonnajuhataja", "osakonna juhataja"),
                ("teenuse osakond", "teenuste osakond"),
            ]
        );
    }
}
