//! The words of an audit (`grammars/audit.toml`), with the case forms that it needs of them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::matcher::inflect::{Case, forms};
use super::name::letters;

/// The file, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    units: Vec<String>,
    institutions: Vec<String>,
    heads: Vec<String>,
    offices: Vec<String>,
    own_manager: Vec<String>,
    another: Vec<String>,
    indefinite: Vec<String>,
    own_papers: Vec<String>,
    rulers: BTreeMap<String, String>,
}

/// Words, ready to be looked up. Every key is folded.
#[derive(Debug)]
pub struct Words {
    /// Form of a unit's noun ("osakonna", "talituste") → noun, case, plural.
    pub units: FxHashMap<String, (String, Case, bool)>,
    /// Form of an institution's noun → noun and case.
    pub institutions: FxHashMap<String, (String, Case)>,
    /// Form of a head's title ("juhatajale") → nominative.
    pub heads: FxHashMap<String, String>,
    /// Form of an office ("vallavanema") → noun of the institution that it acts for.
    pub rulers: FxHashMap<String, String>,
    /// Forms of offices, in letters only.
    offices: FxHashMap<String, ()>,
    own_manager: FxHashMap<String, ()>,
    another: FxHashMap<String, ()>,
    indefinite: Patterns,
    own_papers: Patterns,
}

/// Words, some of which are beginnings.
#[derive(Debug)]
struct Patterns(Vec<(String, bool)>);

impl Patterns {
    fn new(list: &[String]) -> Self {
        let one = |w: &String| match w.strip_suffix('*') {
            Some(beginning) => (beginning.to_owned(), true),
            None => (w.clone(), false),
        };
        Self(list.iter().map(one).collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|(pattern, begins)| {
            word == pattern || (*begins && word.starts_with(pattern.as_str()))
        })
    }
}

impl Words {
    /// Reads the words that come with the tool.
    ///
    /// # Panics
    /// If the embedded file is no TOML of this shape, which a test excludes.
    pub fn embedded() -> Self {
        let raw: Raw = toml::from_str(include_str!("../../grammars/audit.toml"))
            .expect("grammars/audit.toml is checked by a test");
        let phrase_forms = |list: &[String]| {
            let all = list.iter().flat_map(|phrase| forms(phrase));
            all.map(|f| (letters(&f.text), ())).collect()
        };
        let mut units = FxHashMap::default();
        for noun in &raw.units {
            for form in forms(noun) {
                let entry = (noun.clone(), form.case, form.plural);
                units.entry(form.text).or_insert(entry);
            }
        }
        let mut institutions = FxHashMap::default();
        for noun in &raw.institutions {
            for form in forms(noun).into_iter().filter(|f| !f.plural) {
                institutions
                    .entry(form.text)
                    .or_insert((noun.clone(), form.case));
            }
        }
        let mut heads = FxHashMap::default();
        for noun in &raw.heads {
            for form in forms(noun) {
                heads.entry(form.text).or_insert(noun.clone());
            }
        }
        let mut rulers = FxHashMap::default();
        for (office, institution) in &raw.rulers {
            for form in forms(office) {
                rulers.entry(form.text).or_insert(institution.clone());
            }
        }
        Self {
            rulers,
            units,
            institutions,
            heads,
            offices: phrase_forms(&raw.offices),
            own_manager: phrase_forms(&raw.own_manager),
            another: phrase_forms(&raw.another),
            indefinite: Patterns::new(&raw.indefinite),
            own_papers: Patterns::new(&raw.own_papers),
        }
    }

    /// Whether a name is that of an office without job description, alone or behind words such as an institution's name.
    pub fn is_office(&self, words: &[String]) -> bool {
        (0..words.len()).any(|k| self.offices.contains_key(&letters(&words[k..].join(" "))))
    }

    /// Whether a name means one's own manager.
    pub fn is_own_manager(&self, words: &[String]) -> bool {
        self.own_manager.contains_key(&letters(&words.join(" ")))
    }

    /// Whether a word in front of a title means another holder of it.
    pub fn means_another(&self, word: &str) -> bool {
        self.another.contains_key(&letters(word))
    }

    /// Whether an answer names no position: "vahetu juhi poolt määratud isik".
    pub fn is_indefinite(&self, words: &[String]) -> bool {
        words.iter().any(|w| self.indefinite.has(w))
    }

    /// Whether a word names a paper or an office of one's own institution behind its name.
    pub fn is_own_paper(&self, word: &str) -> bool {
        self.own_papers.has(word)
    }

    /// The unit's noun at the end of a word, with the case: "rahandusosakonna" → ("osakond", Genitive, singular).
    pub fn unit_noun(&self, word: &str) -> Option<(&str, Case, bool)> {
        self.ending(word)
            .map(|(noun, case, plural, _)| (noun, case, plural))
    }

    /// [`Words::unit_noun`] and where in the word the noun begins.
    pub fn ending(&self, word: &str) -> Option<(&str, Case, bool, usize)> {
        word.char_indices().find_map(|(at, _)| {
            let (noun, case, plural) = self.units.get(&word[at..])?;
            Some((noun.as_str(), *case, *plural, at))
        })
    }

    /// The institution's noun at the end of a word: "hoolekandeameti" → ("amet", Genitive, where it begins).
    pub fn institution_noun(&self, word: &str) -> Option<(&str, Case, usize)> {
        word.char_indices().find_map(|(at, _)| {
            let (noun, case) = self.institutions.get(&word[at..])?;
            Some((noun.as_str(), *case, at))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_can_be_read() {
        let words = Words::embedded();
        assert_eq!(
            words.unit_noun("rahandusosakonna"),
            Some(("osakond", Case::Genitive, false))
        );
        assert_eq!(
            words.unit_noun("talituste"),
            Some(("talitus", Case::Genitive, true))
        );
        assert_eq!(
            words.institution_noun("hoolekandeameti").map(|n| n.0),
            Some("amet")
        );
        let split = |t: &str| t.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(words.is_office(&split("kaarmetsa vallavanemale")));
        assert!(words.is_own_manager(&split("vahetut juhti")));
        assert!(words.is_indefinite(&split("vahetu juhi poolt määratud isik")));
        assert!(words.means_another("teist"));
        assert!(!words.is_indefinite(&split("peaspetsialist")));
    }
}
