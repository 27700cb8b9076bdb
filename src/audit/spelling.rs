//! Units and titles of an institution in their usual way of writing.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::entry::Entry;
use super::matcher::inflect::genitive;
use super::matcher::{slip, variants};
use super::name::{Name, unit_path};
use super::words::Words;

/// A unit that occurs at most so often may be two whose border was lost by a slip.
const RARE: usize = 2;

/// How units and titles are usually written.
#[derive(Debug, Default)]
pub struct Spelling {
    /// The path of each unit field, with every unit in its usual way of writing.
    pub paths: FxHashMap<String, Vec<String>>,
    /// Unit fields with a unit in them that is written in an unusual way: as written, and the usual way.
    pub misspelt_units: FxHashMap<String, (String, String)>,
    /// Titles that are written in an unusual way, with the usual one.
    pub titles: FxHashMap<String, String>,
}

impl Spelling {
    /// Looks at the entries with these numbers.
    pub fn new(numbers: &[u32], entries: &[Entry], words: &Words) -> Self {
        let entries = || numbers.iter().map(|&n| &entries[n as usize]);
        let mut spelling = Self::default();
        let (mut units, mut titles) = (BTreeMap::new(), BTreeMap::new());
        for field in entries().filter_map(|e| e.unit.as_deref()) {
            let new = || unit_path(field, words);
            for unit in spelling.paths.entry(field.to_owned()).or_insert_with(new) {
                *units.entry(unit.clone()).or_default() += 1;
            }
        }
        for entry in entries().filter(|e| !e.title_in_genitive) {
            if let Some(title) = &entry.title {
                let name = Name::parse(title, words).words.join(" ");
                *titles.entry(name).or_default() += 1;
            }
        }
        spelling.titles = variants(&titles);
        spelling.correct_units(&units);
        spelling.complete_paths();
        spelling
    }

    fn correct_units(&mut self, counts: &BTreeMap<String, usize>) {
        let usual = variants(counts);
        let genitives: Vec<(String, &str)> =
            counts.keys().map(|u| (genitive(u), u.as_str())).collect();
        for (field, path) in &mut self.paths {
            let mut correct: Vec<String> = Vec::new();
            for unit in path.iter() {
                if let Some(usual) = usual.get(unit) {
                    correct.push(usual.clone());
                    let change = (unit.clone(), usual.clone());
                    self.misspelt_units.insert(field.clone(), change);
                } else if let Some((front, outer, inner)) = two(unit, counts, &genitives) {
                    let change = (front.to_owned(), outer.0.clone());
                    self.misspelt_units.insert(field.clone(), change);
                    correct.extend([outer.1.to_owned(), inner.to_owned()]);
                } else {
                    correct.push(unit.clone());
                }
            }
            *path = correct;
        }
    }

    /// A field that names one unit takes the units around it from another record that names them, if those agree.
    fn complete_paths(&mut self) {
        let mut around: FxHashMap<String, Option<Vec<String>>> = FxHashMap::default();
        for path in self.paths.values() {
            if let Some((inner, outer)) = path.split_last().filter(|(_, outer)| !outer.is_empty()) {
                let known = around
                    .entry(inner.clone())
                    .or_insert_with(|| Some(outer.to_vec()));
                if known.as_deref() != Some(outer) {
                    *known = None;
                }
            }
        }
        for path in self.paths.values_mut().filter(|p| p.len() == 1) {
            if let Some(Some(outer)) = path.first().and_then(|inner| around.get(inner)) {
                path.splice(0..0, outer.clone());
            }
        }
    }
}

/// "haldusteensituse abivahendite talitus": the front as written, its genitive and nominative without the slip, and the unit
/// within.
fn two<'a>(
    unit: &'a str,
    counts: &'a BTreeMap<String, usize>,
    genitives: &'a [(String, &'a str)],
) -> Option<(&'a str, &'a (String, &'a str), &'a str)> {
    let rare = counts.get(unit).is_some_and(|&count| count <= RARE);
    let inner = counts.keys().filter(|inner| rare && inner.as_str() != unit);
    inner
        .filter_map(|inner| {
            let front = unit.strip_suffix(inner.as_str())?.strip_suffix(' ')?;
            let outer = genitives
                .iter()
                .find(|(genitive, _)| slip(front, genitive).is_some())?;
            Some((front, outer, inner.as_str()))
        })
        .next()
}
