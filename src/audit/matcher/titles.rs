//! The titles of one institution, to be found by any of their forms.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::inflect::{Case, Form, forms, forms_of_genitive};
use super::{MARGIN, slip};
use crate::audit::name::letters;

/// How a name met a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The same letters.
    Exact,
    /// A case form.
    Form {
        /// The case.
        case: Case,
        /// Whether it is plural.
        plural: bool,
    },
    /// A slip of the pen.
    Slip {
        /// How many letters differ.
        distance: usize,
        /// Whether the nearest form is plural.
        plural: bool,
    },
}

impl How {
    /// Whether the name speaks of several.
    pub fn is_plural(self) -> bool {
        matches!(
            self,
            How::Form { plural: true, .. } | How::Slip { plural: true, .. }
        )
    }
}

/// A title found.
pub type Hit = (u32, How);

/// Titles with their forms.
#[derive(Debug, Default)]
pub struct Titles {
    names: Vec<String>,
    ids: FxHashMap<String, u32>,
    /// Form in letters → titles.
    forms: FxHashMap<String, Vec<Hit>>,
    /// Length in letters → forms with blanks, for slips.
    by_length: BTreeMap<usize, Vec<(String, u32, bool)>>,
}

impl Titles {
    /// Adds a title and gives its number; the same title has one number. `genitive` says that it stands in the genitive.
    pub fn add(&mut self, title: &str, genitive: bool) -> u32 {
        let key = format!("{}{}", letters(title), if genitive { "/" } else { "" });
        let next = self.ids.len() as u32;
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.names.push(letters(title));
            let more = if genitive {
                forms_of_genitive(title)
            } else {
                Vec::new()
            };
            for form in forms(title).into_iter().chain(more) {
                self.add_form(form, id);
            }
        }
        id
    }

    /// A title in letters only.
    pub fn name(&self, id: u32) -> &str {
        self.names.get(id as usize).map_or("", String::as_str)
    }

    fn add_form(&mut self, form: Form, id: u32) {
        let hits = self.forms.entry(letters(&form.text)).or_default();
        if hits.iter().any(|(other, _)| *other == id) {
            return;
        }
        let how = match (form.case, form.plural) {
            (Case::Nominative, false) => How::Exact,
            (case, plural) => How::Form { case, plural },
        };
        hits.push((id, how));
        let length = form.text.chars().count();
        let list = self.by_length.entry(length).or_default();
        list.push((form.text, id, form.plural));
    }

    /// Titles whose name or form this is. An exact one excludes all others.
    pub fn find(&self, name: &str) -> Vec<Hit> {
        let hits = self.forms.get(&letters(name)).cloned().unwrap_or_default();
        let exact: Vec<Hit> = hits.iter().copied().filter(|h| h.1 == How::Exact).collect();
        if !exact.is_empty() {
            return exact;
        }
        if !hits.is_empty() {
            return hits;
        }
        self.find_genitive(name)
    }

    /// Titles that stand in the genitive, by a name in the nominative: "autojuht" is "autojuhi".
    fn find_genitive(&self, name: &str) -> Vec<Hit> {
        let genitives = forms(name)
            .into_iter()
            .filter(|f| f.case == Case::Genitive && !f.plural);
        let ids = genitives.filter_map(|f| self.ids.get(&format!("{}/", letters(&f.text))));
        let how = How::Form {
            case: Case::Genitive,
            plural: false,
        };
        ids.map(|&id| (id, how)).collect()
    }

    /// Titles that differ from a name by a slip: one, or several that are too near each other to choose.
    pub fn find_slip(&self, name: &str) -> Vec<Hit> {
        let length = name.chars().count();
        let near = self
            .by_length
            .range(length.saturating_sub(MARGIN)..=length + MARGIN);
        let mut best: FxHashMap<u32, (usize, bool)> = FxHashMap::default();
        for (form, id, plural) in near.flat_map(|(_, list)| list) {
            if let Some(distance) = slip(name, form) {
                let found = best.entry(*id).or_insert((distance, *plural));
                *found = (*found).min((distance, *plural));
            }
        }
        let Some(least) = best.values().map(|b| b.0).min() else {
            return Vec::new();
        };
        let mut hits: Vec<Hit> = best
            .into_iter()
            .filter(|(_, (distance, _))| *distance < least + MARGIN)
            .map(|(id, (distance, plural))| (id, How::Slip { distance, plural }))
            .collect();
        hits.sort_by_key(|h| h.0);
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_that_finds_something_decides() {
        let mut titles = Titles::default();
        let juhataja = titles.add("juhataja", false);
        let adviser = titles.add("nõunik", false);
        let driver = titles.add("autojuhi", true);
        let main = titles.add("peaspetsialist", false);
        assert_eq!(titles.find("Juhataja"), [(juhataja, How::Exact)]);
        let comitative = How::Form {
            case: Case::Comitative,
            plural: false,
        };
        assert_eq!(titles.find("nõunikuga"), [(adviser, comitative)]);
        assert_eq!(titles.find("autojuht").first().map(|h| h.0), Some(driver));
        assert!(titles.find("autojuhiga").iter().any(|h| h.0 == driver));
        assert_eq!(titles.find("peaspetsialst"), []);
        let slip = How::Slip {
            distance: 1,
            plural: false,
        };
        assert_eq!(titles.find_slip("peaspetsialst"), [(main, slip)]);
        assert_eq!(titles.find_slip("kokk"), []);
    }

    #[test]
    fn two_that_are_equally_near_are_both_told() {
        let mut titles = Titles::default();
        titles.add("lennujuhendaja", false);
        titles.add("lendujuhendaja", false);
        assert_eq!(titles.find_slip("lentujuhendaja").len(), 2);
    }
}
