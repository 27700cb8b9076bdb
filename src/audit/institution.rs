//! Which institution a record belongs to.
//!
//! The record's own field decides; else who approved it ("Tasasilla Hoolekandeameti peadirektori"); else the other annexes of
//! the same file; else the only institution of its folder, or of the nearest folder above that has just one. Where no record of
//! the collection names an institution, all belong to one without a name; where some do, what is left belongs to one without a
//! name for each folder.

use rustc_hash::FxHashMap;

use super::entry::Entry;
use super::matcher::inflect::Case;
use super::name::letters;
use super::words::Words;
use crate::grammar::fold::fold;

/// In front of the folder of an institution without a name.
pub const NAMELESS: &str = "/";

/// The institution of each entry: its name in the nominative, in letters only; [`NAMELESS`] and a folder for one without a name.
pub fn assign(entries: &[Entry], words: &Words) -> Vec<String> {
    let own: Vec<Option<String>> = entries.iter().map(|e| own(e, words)).collect();
    let mut groups: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for (entry, own) in entries.iter().zip(&own) {
        let Some(own) = own else { continue };
        let own = own.as_str();
        for group in around(&entry.source) {
            let sole = groups.entry(group).or_insert(Some(own));
            if *sole != Some(own) {
                *sole = None;
            }
        }
    }
    let inherited =
        |source: &str| match around(source).find_map(|g| groups.get(g).copied().flatten()) {
            Some(sole) => sole.to_owned(),
            None if groups.is_empty() => NAMELESS.to_owned(),
            None => format!("{NAMELESS}{}", around(source).nth(1).unwrap_or_default()),
        };
    let all = entries.iter().zip(&own);
    all.map(|(entry, own)| own.clone().unwrap_or_else(|| inherited(&entry.source)))
        .collect()
}

/// A file's path and its folders, from the inside: "a/b.pdf", "a", "".
fn around(source: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(source), |path| {
        (!path.is_empty()).then(|| path.rfind('/').map_or("", |i| &path[..i]))
    })
}

fn own(entry: &Entry, words: &Words) -> Option<String> {
    let named = entry.institution.as_deref().map(|name| key(name, words));
    named
        .or_else(|| approver(entry.approved_by.as_deref()?, words))
        .filter(|key| !key.is_empty())
}

/// An institution's name as a key: "TASASILLA HOOLEKANDEAMETI" gives "tasasillahoolekandeamet".
pub fn key(name: &str, words: &Words) -> String {
    let folded = fold(name);
    let start = folded.rfind(' ').map_or(0, |i| i + 1);
    match words.institution_noun(&folded[start..]) {
        Some((noun, _, at)) => letters(&format!("{}{noun}", &folded[..start + at])),
        None => letters(&folded),
    }
}

/// The institution in "Tasasilla Hoolekandeameti peadirektori asetäitja", or of "Kaarmetsa vallavanema".
fn approver(by: &str, words: &Words) -> Option<String> {
    let folded = fold(by);
    let list: Vec<&str> = folded.split(' ').collect();
    let named = (0..list.len()).rev().find(|&i| names(&list, i, words));
    if let Some(last) = named {
        return Some(key(&list[..=last].join(" "), words));
    }
    let (at, institution) = list
        .iter()
        .enumerate()
        .find_map(|(i, w)| Some((i, words.rulers.get(*w)?)))?;
    (at > 0).then(|| letters(&format!("{} {institution}", list[..at].join(" "))))
}

/// Whether an institution's name ends with this word: its noun with something in front of it.
fn names(list: &[&str], i: usize, words: &Words) -> bool {
    words
        .institution_noun(list[i])
        .is_some_and(|(_, case, at)| {
            matches!(case, Case::Genitive | Case::Nominative) && (at > 0 || i > 0)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(source: &str, institution: Option<&str>, by: Option<&str>) -> Entry {
        Entry {
            source: source.into(),
            institution: institution.map(str::to_owned),
            approved_by: by.map(str::to_owned),
            ..Entry::default()
        }
    }

    #[test]
    fn the_field_the_approver_the_file_and_the_folder_tell() {
        let entries = [
            entry("a/1.pdf", Some("TASASILLA HOOLEKANDEAMET"), None),
            entry(
                "a/2.pdf",
                None,
                Some("Tasasilla Hoolekandeameti peadirektori"),
            ),
            entry("a/b/3.pdf", None, Some("peadirektori")),
            entry("c/4.pdf", None, Some("Kaarmetsa vallavanema")),
            entry("c/5.pdf", Some("Kaarmetsa Vallavalitsus"), None),
            entry("6.pdf", None, None),
        ];
        let keys = assign(&entries, &Words::embedded());
        let (a, c) = ("tasasillahoolekandeamet", "kaarmetsavallavalitsus");
        assert_eq!(keys, [a, a, a, c, c, "/"]);
        assert_eq!(assign(&entries[5..], &Words::embedded()), ["/"]);
        let mixed = [
            entries[0].clone(),
            entries[4].clone(),
            entry("d/7.pdf", None, None),
        ];
        assert_eq!(assign(&mixed, &Words::embedded())[2], "/d");
    }
}
