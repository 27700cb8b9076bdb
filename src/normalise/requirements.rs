//! Requirements: levels, years and languages out of their wordings.

use crate::grammar::draft::{Draft, Item, Requirement};
use crate::grammar::fold::fold;
use crate::grammar::pack::{Pack, RequirementKey};
use crate::normalise::ground::Ground;
use crate::normalise::values;
use crate::record::{Competency, Education, Experience, Language, OtherRequirement, Requirements};
use crate::text::Text;

/// Normalises all requirements.
pub fn requirements(ground: &mut Ground, pack: &Pack, draft: &Draft) -> Requirements {
    let mut out = Requirements::default();
    for requirement in &draft.requirements {
        match requirement.key {
            RequirementKey::Education if out.education.is_none() => {
                out.education = education(ground, pack, requirement)
            }
            RequirementKey::Experience if out.experience.is_none() => {
                out.experience = experience(ground, pack, requirement)
            }
            RequirementKey::Languages => languages(ground, pack, requirement, &mut out.languages),
            RequirementKey::ComputerSkills => {
                for item in &requirement.items {
                    let pointer = format!(
                        "/requirements/computer_skills/{}",
                        out.computer_skills.len()
                    );
                    out.computer_skills.push(ground.leaf(pointer, &item.text));
                }
            }
            RequirementKey::Competencies => {
                competencies(ground, requirement, &mut out.competencies)
            }
            _ if requirement.label.is_none() => requirement
                .items
                .iter()
                .for_each(|i| unlabelled(ground, pack, i, &mut out)),
            _ => others(ground, requirement, &mut out.other),
        }
    }
    out
}

/// A demand without a label, told by what it says: a language, an education, an experience, a computer skill, or something else.
fn unlabelled(ground: &mut Ground, pack: &Pack, item: &Item, out: &mut Requirements) {
    let text = item.text.as_str();
    let alone = Requirement {
        key: RequirementKey::Other,
        label: None,
        is_group: false,
        items: vec![item.clone()],
    };
    let folded = fold(text);
    let speaks = |words: &[String]| {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|t| words.iter().any(|w| t.starts_with(w.as_str())))
    };
    let demands = values::languages::languages(text, pack);
    let educated = values::education::education(text, pack) != (None, None);
    let experienced = speaks(&pack.experience.experience_words);
    if demands
        .iter()
        .any(|d| d.language.is_some() || d.level.is_some())
    {
        languages(ground, pack, &alone, &mut out.languages);
        return;
    }
    let mut known = false;
    if educated && out.education.is_none() {
        out.education = education(ground, pack, &alone);
        known = true;
    }
    if experienced && out.experience.is_none() {
        out.experience = experience(ground, pack, &alone);
        known = true;
    }
    if !known && speaks(&pack.computer_words) {
        let pointer = format!(
            "/requirements/computer_skills/{}",
            out.computer_skills.len()
        );
        out.computer_skills.push(ground.leaf(pointer, &item.text));
    } else if !known {
        others(ground, &alone, &mut out.other);
    }
}

/// All items as one text.
fn whole(requirement: &Requirement) -> Option<Text> {
    let mut text = Text::default();
    for item in &requirement.items {
        text.push_blank();
        text.push_text(&item.text);
    }
    (!text.is_empty()).then_some(text)
}

/// Marked items one by one; lines without markers as one text, for a line may end between a language and its level.
fn paragraphs(requirement: &Requirement) -> Vec<Item> {
    let marked = requirement.items.iter().any(|i| i.marked);
    match whole(requirement) {
        Some(text) if !marked => vec![Item { marked, text }],
        _ => requirement.items.clone(),
    }
}

fn education(ground: &mut Ground, pack: &Pack, requirement: &Requirement) -> Option<Education> {
    let text = whole(requirement)?;
    let (level, eqf) = values::education::education(text.as_str(), pack);
    for (name, known) in [("level", level.is_some()), ("eqf", eqf.is_some())] {
        if known {
            ground.derived(format!("/requirements/education/{name}"), &text);
        }
    }
    Some(Education {
        text: ground.leaf("/requirements/education/text", &text),
        level,
        eqf,
    })
}

fn experience(ground: &mut Ground, pack: &Pack, requirement: &Requirement) -> Option<Experience> {
    let text = whole(requirement)?;
    let items = values::experience::experience(text.as_str(), requirement.label.is_some(), pack);
    for i in 0..items.len() {
        ground.derived(format!("/requirements/experience/items/{i}/kind"), &text);
    }
    Some(Experience {
        text: ground.leaf("/requirements/experience/text", &text),
        items,
    })
}

fn languages(ground: &mut Ground, pack: &Pack, requirement: &Requirement, out: &mut Vec<Language>) {
    for item in &paragraphs(requirement) {
        for found in values::languages::languages(item.text.as_str(), pack) {
            let at = format!("/requirements/languages/{}", out.len());
            let text = item.text.slice(found.range.start, found.range.end);
            if found.language.is_some() {
                ground.derived(format!("{at}/language"), &text);
            }
            if found.level.is_some() {
                ground.derived(format!("{at}/level"), &text);
            }
            for i in 0..found.preferred.len() {
                ground.derived(format!("{at}/preferred/{i}"), &text);
            }
            out.push(Language {
                language: found.language,
                level: found.level,
                preferred: found.preferred,
                text: ground.leaf(format!("{at}/text"), &text),
            });
        }
        ground
            .ledger
            .claim(&item.text, crate::normalise::ledger::Class::Assigned);
    }
}

/// Competencies: a name that heads indicators, "Nimi: seletus", or a name alone.
fn competencies(ground: &mut Ground, requirement: &Requirement, out: &mut Vec<Competency>) {
    let group = requirement.label.as_ref().filter(|_| requirement.is_group);
    let mut headed = false;
    for item in &requirement.items {
        let at = format!("/requirements/competencies/{}", out.len());
        let before = out.len().saturating_sub(1);
        if let (true, true, Some(last)) = (headed, item.marked, out.last_mut()) {
            let pointer = format!(
                "/requirements/competencies/{before}/indicators/{}",
                last.indicators.len()
            );
            last.indicators.push(ground.leaf(pointer, &item.text));
            continue;
        }
        headed = !item.marked && item.text.as_str().ends_with(':');
        let (name, explanation) = split(item);
        out.push(Competency {
            group: ground.maybe(&format!("{at}/group"), group),
            name: ground.leaf(format!("{at}/name"), &name),
            indicators: ground.list(&format!("{at}/indicators"), explanation.iter()),
        });
        ground
            .ledger
            .claim(&item.text, crate::normalise::ledger::Class::Assigned);
    }
}

/// Splits at the first colon; a name has no closing punctuation.
fn split(item: &Item) -> (Text, Option<Text>) {
    let string = item.text.as_str();
    let colon = string.find(':').unwrap_or(string.len());
    let name_end = string[..colon].trim_end_matches(['.', ';', ',', ' ']).len();
    let rest = if colon < string.len() {
        item.text.slice(colon + 1, string.len()).trim()
    } else {
        Text::default()
    };
    (
        item.text.slice(0, name_end),
        (!rest.is_empty()).then_some(rest),
    )
}

fn others(ground: &mut Ground, requirement: &Requirement, out: &mut Vec<OtherRequirement>) {
    for item in &requirement.items {
        let at = format!("/requirements/other/{}", out.len());
        out.push(OtherRequirement {
            label: ground.maybe(&format!("{at}/label"), requirement.label.as_ref()),
            text: ground.leaf(format!("{at}/text"), &item.text),
        });
    }
}
