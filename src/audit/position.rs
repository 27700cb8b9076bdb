//! Positions and units of an institution, from the records in force.
//!
//! A position is what institution, unit, title and specialisation name. Where one order holds it several times (annexes 9, 10
//! and 11 are all "nõustaja"), each annex is a position of its own, told apart by its turn among them; so the same turn in
//! another order is another version of the same position.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::entry::Entry;
use super::matcher::Titles;
use super::matcher::inflect::Case;
use super::name::{Name, letters, unit_path};
use super::spelling::Spelling;
use super::words::Words;

/// A position.
#[derive(Clone, Debug)]
pub struct Position {
    /// Its title, as the first record writes it.
    pub title: String,
    /// Unit, as the first record writes it.
    pub unit: Option<String>,
    /// Specialisation, folded.
    pub specialisation: Option<String>,
    /// Its turn among the annexes of one order with this name, from 1; 0 where it is the only one.
    pub turn: u32,
    /// Units around it, outermost first: numbers in [`Institution::units`].
    pub path: Vec<u32>,
    /// The unit that it leads or belongs to.
    pub home: Option<u32>,
    /// Whether its title is that of a head.
    pub is_head: bool,
    /// Number of its title, without a unit in front, in [`Institution::titles`].
    pub core: u32,
    /// Its records in force, as numbers of entries.
    pub records: Vec<u32>,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its name in the nominative, folded.
    pub name: String,
    /// Its noun: "osakond".
    pub noun: Option<String>,
}

/// An institution with its positions.
#[derive(Debug, Default)]
pub struct Institution {
    /// Its key, see `audit/institution.rs`.
    pub key: String,
    /// Units.
    pub units: Vec<Unit>,
    /// Unit fields with a unit in them that is written in an unusual way: as written, and the usual way.
    pub misspelt_units: FxHashMap<String, (String, String)>,
    /// Units by their names in letters only.
    pub unit_ids: FxHashMap<String, u32>,
    /// Positions.
    pub positions: Vec<Position>,
    /// Titles without units in front.
    pub titles: Titles,
    /// Its records in force, as numbers of entries.
    pub records: Vec<u32>,
    /// Positions of each title.
    pub by_title: FxHashMap<u32, Vec<u32>>,
}

/// What names a position within its institution.
pub type Identity = (Option<String>, String, Option<String>);

impl Institution {
    /// Builds an institution of the entries with these numbers.
    pub fn new(key: &str, numbers: &[u32], entries: &[Entry], words: &Words) -> Self {
        let mut institution = Self {
            key: key.to_owned(),
            records: numbers.to_vec(),
            ..Self::default()
        };
        let spelling = Spelling::new(numbers, entries, words);
        let mut groups: BTreeMap<Identity, Vec<u32>> = BTreeMap::new();
        for &number in numbers {
            if let Some(identity) = identity(&entries[number as usize], words) {
                groups.entry(identity).or_default().push(number);
            }
        }
        let mut positions: Vec<(u32, Vec<u32>)> =
            groups.values().flat_map(|g| turns(g, entries)).collect();
        positions.sort_by_key(|(_, records)| records.first().copied());
        for (turn, records) in positions {
            institution.add(turn, records, entries, &spelling, words);
        }
        institution.misspelt_units = spelling.misspelt_units;
        institution
    }

    /// Whether no record says which institution it is.
    pub fn is_nameless(&self) -> bool {
        self.key.starts_with(super::institution::NAMELESS)
    }

    fn add(
        &mut self,
        turn: u32,
        records: Vec<u32>,
        entries: &[Entry],
        spelling: &Spelling,
        words: &Words,
    ) {
        let Some(entry) = records.first().map(|&r| &entries[r as usize]) else {
            return;
        };
        let Some(title) = entry.title.as_deref() else {
            return;
        };
        let unit = entry.unit.as_deref();
        let names = unit
            .and_then(|u| spelling.paths.get(u))
            .into_iter()
            .flatten();
        let path: Vec<u32> = names.map(|name| self.unit(name, words)).collect();
        let mut name = Name::parse(title, words);
        if let Some(usual) = spelling.titles.get(&name.words.join(" ")) {
            name.words = usual.split(' ').map(str::to_owned).collect();
        }
        let (qualifier, core) = name.words.split_at(head_start(&name.words, words));
        let home = self.home(qualifier, &path, words);
        let is_head = core.len() == 1 && words.heads.contains_key(&core[0]);
        let core = self.titles.add(&core.join(" "), entry.title_in_genitive);
        let id = self.positions.len() as u32;
        self.by_title.entry(core).or_default().push(id);
        self.positions.push(Position {
            title: title.to_owned(),
            unit: unit.map(str::to_owned),
            specialisation: name.specialisation,
            turn,
            path,
            home,
            is_head,
            core,
            records,
        });
    }

    /// The unit that a title names in front of the head, or that its field names.
    fn home(&mut self, qualifier: &[String], path: &[u32], words: &Words) -> Option<u32> {
        let innermost = path.last().copied();
        let named = super::name::nominative(&qualifier.join(" "), words);
        let Some((noun, _, _, at)) = qualifier.last().and_then(|w| words.ending(w)) else {
            return innermost;
        };
        if qualifier.len() == 1 && at == 0 {
            // "talituse juhataja": of the innermost such unit.
            let is_such = |u: &&u32| self.units[**u as usize].noun.as_deref() == Some(noun);
            return path.iter().rev().find(is_such).copied().or(innermost);
        }
        Some(self.unit(&named, words))
    }

    fn unit(&mut self, name: &str, words: &Words) -> u32 {
        let next = self.units.len() as u32;
        let id = *self.unit_ids.entry(letters(name)).or_insert(next);
        if id == next {
            let last = name.rsplit(' ').next().unwrap_or(name);
            self.units.push(Unit {
                name: name.to_owned(),
                noun: words.unit_noun(last).map(|n| n.0.to_owned()),
            });
        }
        id
    }
}

/// What names the position of an entry; none where the record has no title.
pub fn identity(entry: &Entry, words: &Words) -> Option<Identity> {
    let name = Name::parse(entry.title.as_deref()?, words);
    let unit = entry.unit.as_deref().map(|u| {
        let path = unit_path(u, words);
        letters(path.last().map_or(u, String::as_str))
    });
    Some((unit, letters(&name.words.concat()), name.specialisation))
}

/// Divides the records of one name into positions: by their turn among the annexes of one file.
pub fn turns(group: &[u32], entries: &[Entry]) -> Vec<(u32, Vec<u32>)> {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    let mut positions: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &number in group {
        let entry = &entries[number as usize];
        let turn = seen.entry(entry.source.as_str()).or_default();
        if entry.annex.is_some() {
            *turn += 1;
        }
        positions.entry((*turn).max(1)).or_default().push(number);
    }
    let single = positions.len() == 1;
    let turn = |t: u32| if single { 0 } else { t };
    positions.into_iter().map(|(t, r)| (turn(t), r)).collect()
}

/// Where the head's own title begins: behind the unit in "rahandusosakonna juhataja"; 0 where no head is behind a unit.
fn head_start(list: &[String], words: &Words) -> usize {
    let Some(last) = list.len().checked_sub(1) else {
        return 0;
    };
    let of_unit = last > 0
        && words.heads.contains_key(&list[last])
        && words
            .unit_noun(&list[last - 1])
            .is_some_and(|(_, case, _)| matches!(case, Case::Genitive | Case::Nominative));
    if of_unit { last } else { 0 }
}
