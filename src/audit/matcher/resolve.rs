//! Which position a name means.
//!
//! The title gives the candidates; then what stands in front of it and in brackets narrows them: a unit by name ("teenuste
//! osakonna"), the own unit of that kind ("talituse juhataja"), the institution ("kooli direktor"), a specialisation. Without a unit
//! the nearest counts: the own unit, the units around it from the inside, positions without a unit, all. If the nearest
//! are several, the name is ambiguous and none is chosen.

use super::How;
use super::inflect::{Case, genitive};
use super::titles::Hit;
use crate::audit::name::{Name, letters, nominative};
use crate::audit::position::{Institution, Position};
use crate::audit::words::Words;

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A position.
    One(u32, Evidence),
    /// Several: all of them if the name is plural, else it is ambiguous.
    Several(Vec<u32>, Evidence),
    /// Another holder of the same position ("teine giid"), or the position itself.
    Itself,
    /// Whoever is the manager ("vahetu juht").
    OwnManager,
    /// An answer that names no position ("vastavalt asendusskeemile").
    NoPosition,
    /// An office that needs no job description ("vallavanem").
    Office,
    /// No position of the collection.
    Unknown,
}

/// How a name was understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// How the title met.
    pub how: How,
    /// How the unit was decided.
    pub scope: Scope,
}

/// How the unit was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The name says it.
    Named,
    /// The name says it, with a slip of the pen.
    Misspelt,
    /// The own unit, or one around it.
    Own,
    /// A position without a unit.
    Top,
    /// The only ones of the institution.
    Only,
}

impl Scope {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Named => "named-unit",
            Scope::Misspelt => "misspelt-unit",
            Scope::Own => "own-unit",
            Scope::Top => "without-unit",
            Scope::Only => "institution",
        }
    }
}

/// What stands in front of a title.
#[derive(Clone, Debug, PartialEq)]
enum Qualifier {
    Nothing,
    Institution,
    /// Units that may be meant, all of them if it is plural; and whether the name has a slip in it.
    Units(Vec<u32>, bool),
}

impl Institution {
    /// Which position a name in the record of `from` means.
    pub fn meaning(&self, text: &str, from: u32, words: &Words) -> Meaning {
        let mut name = Name::parse(text, words);
        if words.is_own_manager(&name.words) {
            return Meaning::OwnManager;
        }
        if words.is_indefinite(&name.words) {
            return Meaning::NoPosition;
        }
        let count = name.words.len();
        name.words.retain(|w| !words.means_another(w));
        let another = name.words.len() < count;
        let Some((hits, qualifier)) = self.titles_in(&name.words, from, words) else {
            return self.without_title(&name.words, words);
        };
        let own = &self.positions[from as usize];
        let same_title = hits.iter().any(|(id, _)| *id == own.core);
        if same_title && (another || self.names_itself(&name, own, &qualifier)) {
            return Meaning::Itself;
        }
        match self.choose(&hits, &qualifier, name.specialisation.as_deref(), from) {
            Meaning::Unknown => self.without_title(&name.words, words),
            meaning => meaning,
        }
    }

    fn without_title(&self, list: &[String], words: &Words) -> Meaning {
        if words.is_office(list) {
            Meaning::Office
        } else {
            Meaning::Unknown
        }
    }

    /// Whether a name is just the own title: "nõustaja" asks another nõustaja to stand in.
    fn names_itself(&self, name: &Name, own: &Position, qualifier: &Qualifier) -> bool {
        let here = match qualifier {
            Qualifier::Nothing => !own.is_head,
            Qualifier::Institution => false,
            Qualifier::Units(units, _) => units.len() == 1 && own.home == units.first().copied(),
        };
        here && (name.specialisation.is_none() || name.specialisation == own.specialisation)
    }

    /// The titles that a name ends with, and what stands in front of them.
    fn titles_in(
        &self,
        list: &[String],
        from: u32,
        words: &Words,
    ) -> Option<(Vec<Hit>, Qualifier)> {
        let splits = |slips: bool| {
            (0..list.len()).find_map(|k| {
                let (front, core) = list.split_at(k);
                let core = core.join(" ");
                let hits = if slips {
                    self.titles.find_slip(&core)
                } else {
                    self.titles.find(&core)
                };
                if hits.is_empty() {
                    return None;
                }
                Some((hits, self.qualifier(front, from, slips, words)?))
            })
        };
        splits(false)
            .or_else(|| splits(true))
            .or_else(|| self.misspelt_unit(list, from, words))
    }

    /// A title behind the name of a unit with a slip in it.
    fn misspelt_unit(
        &self,
        list: &[String],
        from: u32,
        words: &Words,
    ) -> Option<(Vec<Hit>, Qualifier)> {
        (1..list.len()).find_map(|k| {
            let (front, core) = list.split_at(k);
            let hits = self.titles.find(&core.join(" "));
            if hits.is_empty() {
                return None;
            }
            let qualifier = self.qualifier(front, from, true, words)?;
            Some((hits, qualifier))
        })
    }

    /// What the words in front of a title mean; none if they mean nothing that is known.
    fn qualifier(
        &self,
        front: &[String],
        from: u32,
        slips: bool,
        words: &Words,
    ) -> Option<Qualifier> {
        let Some(last) = front.last() else {
            return Some(Qualifier::Nothing);
        };
        if let Some(units) = self.named_units(front, slips, words) {
            return Some(units);
        }
        let generic = front.len() == 1 || (front.len() == 2 && front[0] == "oma");
        if generic
            && let Some((noun, Case::Genitive | Case::Nominative, plural, 0)) = words.ending(last)
        {
            let units = self.units_of_kind(noun, from, plural);
            if !units.is_empty() {
                return Some(Qualifier::Units(units, false));
            }
        }
        let institution = words.institution_noun(last);
        let own = |name: &str| self.is_nameless() || self.key.ends_with(&letters(name));
        institution
            .filter(|(_, case, _)| matches!(case, Case::Genitive | Case::Nominative))
            .filter(|(noun, _, at)| {
                *at == 0 && front.len() == 1 || own(&with_noun(front, *at, noun))
            })
            .map(|_| Qualifier::Institution)
    }

    /// The unit whose name the words are, or end with: "teenuste osakonna taastusteenuste talituse".
    fn named_units(&self, front: &[String], slips: bool, words: &Words) -> Option<Qualifier> {
        (0..front.len()).find_map(|k| {
            let written = front[k..].join(" ");
            let name = nominative(&written, words);
            if let Some(&unit) = self.unit_ids.get(&letters(&name)) {
                return Some(Qualifier::Units(vec![unit], false));
            }
            let is_near = |unit: &str| {
                super::slip(&name, unit).or_else(|| super::slip(&written, &genitive(unit)))
            };
            let near: Vec<u32> = (0..self.units.len() as u32)
                .filter(|&u| slips && is_near(&self.units[u as usize].name).is_some())
                .collect();
            (near.len() == 1).then_some(Qualifier::Units(near, true))
        })
    }

    /// The own unit of a kind; else all of that kind, of which those below the own unit come first if the name is plural.
    fn units_of_kind(&self, noun: &str, from: u32, plural: bool) -> Vec<u32> {
        let own = &self.positions[from as usize];
        let is_such = |u: &u32| self.units[*u as usize].noun.as_deref() == Some(noun);
        if !plural && let Some(&unit) = own.path.iter().rev().find(|u| is_such(u)) {
            return vec![unit];
        }
        let mut below: Vec<u32> = self
            .positions
            .iter()
            .filter(|p| own.home.is_some_and(|h| p.path.contains(&h)))
            .filter_map(|p| p.home)
            .filter(|u| is_such(u) && Some(*u) != own.home)
            .collect();
        below.sort_unstable();
        below.dedup();
        if !below.is_empty() {
            return below;
        }
        (0..self.units.len() as u32).filter(is_such).collect()
    }

    /// Chooses among the positions of the titles that were found.
    fn choose(
        &self,
        hits: &[Hit],
        qualifier: &Qualifier,
        specialisation: Option<&str>,
        from: u32,
    ) -> Meaning {
        let all = hits.iter().flat_map(|(title, how)| {
            let positions = self.by_title.get(title).into_iter().flatten();
            positions.map(move |&p| (p, *how))
        });
        let mut candidates: Vec<(u32, How)> = all.collect();
        if let Some(wanted) = specialisation {
            let named = |p: u32| self.positions[p as usize].specialisation.as_deref();
            let known = candidates.iter().any(|(p, _)| named(*p).is_some());
            candidates.retain(|(p, _)| !known || named(*p) == Some(wanted));
        }
        let (mut near, scope) = self.nearest(&candidates, qualifier, from);
        near.retain(|(p, _)| *p != from);
        near.sort_by_key(|n| n.0);
        let Some(&(first, how)) = near.first() else {
            let here = match qualifier {
                Qualifier::Units(units, _) => {
                    let home = self.positions[from as usize].home;
                    units.iter().any(|&u| home == Some(u))
                }
                _ => true,
            };
            let itself = candidates.iter().any(|(p, _)| *p == from);
            return if here && itself {
                Meaning::Itself
            } else {
                Meaning::Unknown
            };
        };
        let evidence = Evidence { how, scope };
        match near.len() {
            1 if !how.is_plural() => Meaning::One(first, evidence),
            _ => Meaning::Several(near.into_iter().map(|n| n.0).collect(), evidence),
        }
    }

    fn nearest(
        &self,
        candidates: &[(u32, How)],
        qualifier: &Qualifier,
        from: u32,
    ) -> (Vec<(u32, How)>, Scope) {
        let position = |p: u32| &self.positions[p as usize];
        let others = candidates.iter().copied().filter(|(p, _)| *p != from);
        let others: Vec<(u32, How)> = others.collect();
        let pick = |keep: &dyn Fn(&Position) -> bool| -> Vec<(u32, How)> {
            let kept = others.iter().copied();
            kept.filter(|(p, _)| keep(position(*p))).collect()
        };
        let at = |unit: u32| pick(&|p: &Position| p.home == Some(unit));
        let within = |unit: u32| pick(&|p: &Position| !p.is_head && p.path.contains(&unit));
        if let Qualifier::Units(units, slip) = qualifier {
            let mut found: Vec<_> = units.iter().flat_map(|&u| at(u)).collect();
            if found.is_empty() {
                found = units.iter().flat_map(|&u| within(u)).collect();
            }
            let scope = if *slip { Scope::Misspelt } else { Scope::Named };
            return (found, scope);
        }
        if *qualifier == Qualifier::Nothing {
            for &unit in position(from).path.iter().rev() {
                let found = [at(unit), within(unit)].into_iter().find(|f| !f.is_empty());
                if let Some(found) = found {
                    return (found, Scope::Own);
                }
            }
        }
        let top = pick(&|p: &Position| p.path.is_empty());
        if !top.is_empty() {
            return (top, Scope::Top);
        }
        (others, Scope::Only)
    }
}

/// The words with the institution's noun in the nominative at their end.
fn with_noun(front: &[String], at: usize, noun: &str) -> String {
    let joined = front.join(" ");
    let last = front.last().map_or(0, String::len);
    format!("{}{noun}", &joined[..joined.len() - last + at])
}
