//! X610, requirement-outlier.

use std::collections::BTreeMap;

use super::found;
use crate::audit::Demands;
use crate::audit::{Audit, Entry, Found, Organisation, Position};
use crate::diagnostic::Severity;
use crate::record::EducationLevel;
use crate::rules::{Check, Rule};

/// Within an institution, at least so many others must agree, and this share of all others.
const IN_INSTITUTION: (usize, f64) = (3, 0.8);

/// Across institutions, which may well ask for different things.
const ACROSS: (usize, f64) = (5, 0.9);

/// The rule.
pub const RULE: Rule = Rule {
    code: "X610",
    name: "requirement-outlier",
    severity: Severity::Warning,
    en: "A demand differs from the same position elsewhere

The level of education, the years of experience or the level of a language differs from what nearly all other job descriptions of
the same title and specialisation ask.

**Why it matters.** Equal positions should ask for equal things; mostly the one that differs was not updated.

**What to do.** Compare it with the others, and change it, or make sure that the difference is meant.

**Example.** Five nõustajad ask for higher education, the sixth for secondary education.

**Limits.** Judged where at least three others in the institution agree, and four fifths of all others; across institutions, five
and nine tenths. A demand that is absent is not compared. Heads are compared with heads of units of the same kind.",
    et: "Nõue erineb samast ametikohast mujal

Haridustase, kogemuse pikkus või keeletase erineb sellest, mida nõuavad peaaegu kõik teised sama nimetuse ja valdkonna
ametijuhendid.

**Miks see on oluline.** Võrdsetel ametikohtadel peaksid olema võrdsed nõuded; enamasti on erinev jäänud uuendamata.

**Mida teha.** Võrdle teistega ja muuda nõuet või veendu, et erinevus on taotluslik.

**Näide.** Viie nõustaja puhul nõutakse kõrgharidust, kuuendal keskharidust.

**Piirid.** Hinnatakse, kui asutuses on ühel meelel vähemalt kolm teist ja neli viiendikku kõigist teistest; asutuste vahel viis ja
üheksa kümnendikku. Puuduvat nõuet ei võrrelda. Juhte võrreldakse sama liiki üksuste juhtidega.",
    check: Check::Collection,
};

/// One position's record in a group of equal ones.
struct Member<'a> {
    record: u32,
    institution: usize,
    entry: &'a Entry,
}

/// A demand to compare: its value, and what it is in a record.
struct Kind {
    pointer: &'static str,
    en: &'static str,
    et: &'static str,
    value: fn(&Demands) -> Vec<(String, String)>,
}

const KINDS: [Kind; 4] = [
    Kind {
        pointer: "/requirements/education/text",
        en: "level of education",
        et: "haridustase",
        value: |d| {
            d.education
                .map(|l| (String::new(), level(l).to_owned()))
                .into_iter()
                .collect()
        },
    },
    Kind {
        pointer: "/requirements/experience/text",
        en: "years of experience",
        et: "kogemus aastates",
        value: |d| {
            d.years
                .map(|y| (String::new(), y.to_string()))
                .into_iter()
                .collect()
        },
    },
    Kind {
        pointer: "/requirements/experience/text",
        en: "years of experience in management",
        et: "juhtimiskogemus aastates",
        value: |d| {
            d.management_years
                .map(|y| (String::new(), y.to_string()))
                .into_iter()
                .collect()
        },
    },
    Kind {
        pointer: "/requirements/languages",
        en: "level of language",
        et: "keeletase",
        value: |d| {
            let levels = d.languages.iter();
            levels
                .filter_map(|(l, level)| Some((l.clone(), level.clone()?)))
                .collect()
        },
    },
];

fn level(level: EducationLevel) -> &'static str {
    match level {
        EducationLevel::Basic => "basic",
        EducationLevel::Secondary => "secondary",
        EducationLevel::Vocational => "vocational",
        EducationLevel::AppliedHigher => "applied_higher",
        EducationLevel::Bachelor => "bachelor",
        EducationLevel::Master => "master",
        EducationLevel::Doctorate => "doctorate",
        EducationLevel::Higher => "higher",
    }
}

/// Reports demands that differ from those of equal positions.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    let mut groups: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for (institution, organisation) in audit.organisations.iter().enumerate() {
        for position in &organisation.institution.positions {
            let group = groups.entry(kind_of(organisation, position)).or_default();
            group.extend(position.records.iter().map(|&record| Member {
                record,
                institution,
                entry: &audit.collection.entries[record as usize],
            }));
        }
    }
    for members in groups.values() {
        for kind in &KINDS {
            compare(members, kind, out);
        }
    }
}

/// What positions must share to be equal.
fn kind_of(organisation: &Organisation, position: &Position) -> String {
    let institution = &organisation.institution;
    let unit = position.home.filter(|_| position.is_head);
    let noun = unit.and_then(|u| institution.units[u as usize].noun.as_deref());
    let specialisation = position.specialisation.as_deref().unwrap_or_default();
    format!(
        "{} ({specialisation}) {}",
        institution.titles.name(position.core),
        noun.unwrap_or_default()
    )
}

/// Values of one demand: by language or other key, then by institution, then by value, how many.
type Tally = BTreeMap<String, BTreeMap<Option<usize>, BTreeMap<String, usize>>>;

fn compare(members: &[Member], kind: &Kind, out: &mut Vec<Found>) {
    let mut tally = Tally::new();
    for member in members {
        for (key, value) in (kind.value)(&member.entry.demands) {
            let places = tally.entry(key).or_default();
            for place in [Some(member.institution), None] {
                *places
                    .entry(place)
                    .or_default()
                    .entry(value.clone())
                    .or_default() += 1;
            }
        }
    }
    for member in members {
        for (key, value) in (kind.value)(&member.entry.demands) {
            let Some(places) = tally.get(&key) else {
                continue;
            };
            let own = places.get(&Some(member.institution));
            let usual = own.and_then(|t| usual(t, &value, IN_INSTITUTION));
            let usual = usual.or_else(|| {
                let alone = own.is_some_and(|t| t.values().sum::<usize>() <= IN_INSTITUTION.0);
                places
                    .get(&None)
                    .filter(|_| alone)
                    .and_then(|t| self::usual(t, &value, ACROSS))
            });
            if let Some((usual, count)) = usual {
                report(member, kind, (&key, &value), (usual, count), out);
            }
        }
    }
}

/// The value that nearly all others have, if it is another one than this, and how many they are.
fn usual<'a>(
    values: &'a BTreeMap<String, usize>,
    own: &str,
    least: (usize, f64),
) -> Option<(&'a str, usize)> {
    let (value, &count) = values.iter().max_by_key(|(_, count)| **count)?;
    let others = values.values().sum::<usize>() - 1;
    let agree = value != own && count >= least.0 && count as f64 >= others as f64 * least.1;
    agree.then_some((value.as_str(), count))
}

fn report(
    member: &Member,
    kind: &Kind,
    (key, value): (&str, &str),
    (usual, count): (&str, usize),
    out: &mut Vec<Found>,
) {
    let of = if key.is_empty() {
        String::new()
    } else {
        format!(" ({key})")
    };
    let pointer = match member.entry.demands.language_at(key) {
        Some(at) => format!("{}/{at}/text", kind.pointer),
        None => kind.pointer.to_owned(),
    };
    out.push(found(
        member.record,
        &RULE,
        pointer,
        format!("The {}{of} is {value}, but {usual} in {count} other records of the same position. Compare them.", kind.en),
        format!("Siin on {}{of} {value}, aga {count} teises sama ametikoha ametijuhendis {usual}. Võrdle neid.", kind.et),
    ));
}
