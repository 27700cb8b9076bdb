//! Families of positions: titles that end in the same word ("linnaarhiivi arhivaar" and "vanem arhivaar" are of "arhivaar").

use rustc_hash::FxHashMap;

use crate::audit::matcher::inflect::genitive;
use crate::audit::name::Name;
use crate::audit::{Entry, Words};

/// The family of each entry: the last word of its title, folded; none without a title.
///
/// A title that was cut from a heading stands in the genitive ("LAOHOIDJA AMETIJUHEND"). It is of the family whose name
/// has that genitive, if another title shows it; else the genitive stays.
pub fn families(entries: &[Entry], words: &Words) -> Vec<Option<String>> {
    let last = |entry: &Entry| Name::parse(entry.title.as_deref()?, words).words.pop();
    let mut families: Vec<Option<String>> = entries.iter().map(last).collect();
    let known = entries.iter().zip(&families);
    let nominatives = known
        .filter(|(entry, _)| !entry.title_in_genitive)
        .filter_map(|(_, family)| family.clone());
    let by_genitive: FxHashMap<String, String> = nominatives
        .collect::<std::collections::BTreeSet<String>>()
        .into_iter()
        .map(|family| (genitive(&family), family))
        .collect();
    for (entry, family) in entries.iter().zip(&mut families) {
        let nominative = family.as_ref().and_then(|f| by_genitive.get(f));
        if let (true, Some(nominative)) = (entry.title_in_genitive, nominative) {
            *family = Some(nominative.clone());
        }
    }
    families
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_the_last_word_in_the_nominative() {
        let entry = |title: &str, title_in_genitive| Entry {
            title: Some(title.to_owned()),
            title_in_genitive,
            ..Entry::default()
        };
        let entries = [
            entry("Vanemspetsialist (lapsed)", false),
            entry("linna peaarhitekt", false),
            entry("PEAARHITEKTI", true),
            entry("LAOHOIDJA", true),
            Entry::default(),
        ];
        let families = families(&entries, &Words::embedded());
        let families: Vec<Option<&str>> = families.iter().map(Option::as_deref).collect();
        let expected = [
            "vanemspetsialist",
            "peaarhitekt",
            "peaarhitekt",
            "laohoidja",
        ];
        assert_eq!(families[..4], expected.map(Some));
        assert_eq!(families[4], None);
    }
}
