//! Demands on experience: years and kind.

use super::tokens::{Token, tokens};
use crate::grammar::numbers::figure;
use crate::grammar::pack::Pack;
use crate::record::{ExperienceItem, ExperienceKind};

/// The single demands on experience in a wording.
///
/// A part that a comma or conjunction joins is a demand of its own if it names years or experience again. Alternative
/// lengths make one demand with the least. What is only preferred, or said not to be needed, is no demand. Under a label
/// (`labelled`) a wording is a demand though it does not say "experience" again: "Töökogemus: varasem töö majandusalal".
pub fn experience(text: &str, labelled: bool, pack: &Pack) -> Vec<ExperienceItem> {
    let all = tokens(text);
    let items: Vec<ExperienceItem> = parts(&all, pack)
        .into_iter()
        .filter(|part| speaks(part, pack))
        .filter_map(|part| demand(part, pack))
        .collect();
    match items.is_empty() && labelled && !speaks(&all, pack) {
        true => demand(&all, pack).into_iter().collect(),
        false => items,
    }
}

/// Whether words name experience, or a length of time.
fn speaks(part: &[Token], pack: &Pack) -> bool {
    names_experience(part, pack) || !lengths(part, pack).is_empty()
}

/// Splits at marks and conjunctions between two parts that each name years or experience.
fn parts<'a>(all: &'a [Token], pack: &Pack) -> Vec<&'a [Token]> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..all.len() {
        let next = all.get(at + 1..).unwrap_or_default();
        let end = next
            .iter()
            .position(|t| joins(t, pack))
            .unwrap_or(next.len());
        let behind = next.get(..end).unwrap_or_default();
        let before = all.get(start..at).unwrap_or_default();
        if all.get(at).is_some_and(|t| joins(t, pack))
            && speaks(before, pack)
            && speaks(behind, pack)
        {
            found.push(before);
            start = at + 1;
        }
    }
    found.push(all.get(start..).unwrap_or_default());
    found
}

/// A mark or a conjunction that can join two demands; "või" joins alternatives.
fn joins(token: &Token, pack: &Pack) -> bool {
    if token.mark {
        return matches!(token.text.as_str(), "," | ";" | "." | "(" | ")" | "\n");
    }
    pack.document.conjunctions.contains(&token.text)
        && !pack.document.alternatives.contains(&token.text)
}

fn demand(part: &[Token], pack: &Pack) -> Option<ExperienceItem> {
    let wording = joined(part);
    let excluded = |list: &[String]| list.iter().any(|w| has_words(&wording, w));
    if excluded(&pack.experience.none) || excluded(&pack.preferred) || pack.is_none(&wording) {
        return None;
    }
    if part.iter().all(|t| t.mark) {
        return None;
    }
    let least = lengths(part, pack).into_iter().reduce(f32::min);
    Some(ExperienceItem {
        min_years: least,
        kind: kind(part, &wording, pack),
    })
}

fn joined(part: &[Token]) -> String {
    let words: Vec<&str> = part
        .iter()
        .filter(|t| !t.mark)
        .map(|t| t.text.as_str())
        .collect();
    words.join(" ")
}

/// Whether the wording holds these words as whole words.
fn has_words(wording: &str, words: &str) -> bool {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    word_starts(wording).any(|from| from.strip_prefix(words).is_some_and(ends))
}

/// What stands from each of its words on.
fn word_starts(wording: &str) -> impl Iterator<Item = &str> {
    let behind = wording.match_indices(' ').map(|(blank, _)| blank + 1);
    let starts = std::iter::once(0).chain(behind);
    starts.filter_map(|at| wording.get(at..))
}

fn names_experience(part: &[Token], pack: &Pack) -> bool {
    let words = &pack.experience.experience_words;
    part.iter()
        .any(|t| words.iter().any(|w| t.text.contains(w.as_str())))
}

/// Kind of experience: in management, elsewhere, or, if anything is said of it at all, in the field.
fn kind(part: &[Token], wording: &str, pack: &Pack) -> ExperienceKind {
    let lists = &pack.experience;
    let mut rest = wording.to_owned();
    for look_alike in &lists.not_management_words {
        if rest.contains(look_alike.as_str()) {
            rest = rest.replace(look_alike.as_str(), "");
        }
    }
    // A compound's last part tells the field that it is about ("protsessijuhtimine"): only a word's beginning counts.
    let manages = |from: &str| {
        let words = &lists.management_words;
        words.iter().any(|w| from.starts_with(w.as_str()))
    };
    if word_starts(&rest).any(manages) {
        return ExperienceKind::Management;
    }
    if lists.other_words.iter().any(|w| has_words(wording, w)) {
        return ExperienceKind::Other;
    }
    let says_nothing = |t: &Token| {
        t.mark
            || lists.bare_words.contains(&t.text)
            || lists.window_words.contains(&t.text)
            || lists
                .experience_words
                .iter()
                .any(|w| t.text.starts_with(w.as_str()))
            || length_in(&t.text, pack).is_some()
            || number(&t.text, pack).is_some_and(|(_, rest)| rest.is_empty())
            || starts_unit(&t.text, pack).is_some()
    };
    match part.iter().all(says_nothing) {
        true => ExperienceKind::Other,
        false => ExperienceKind::Field,
    }
}

/// All lengths in years that a part demands.
fn lengths(part: &[Token], pack: &Pack) -> Vec<f32> {
    let mut found = Vec::new();
    for (at, token) in part.iter().enumerate() {
        let before = |n: usize| at.checked_sub(n).and_then(|i| part.get(i));
        let glued = length_in(&token.text, pack);
        let (length, start) = match (glued, starts_unit(&token.text, pack)) {
            (Some(length), _) => (Some(length), 1),
            (None, Some(per_year)) => (
                before(1)
                    .and_then(|t| whole_number(&t.text, pack))
                    .map(|n| n / per_year),
                2,
            ),
            _ => (None, 1),
        };
        let is_window =
            before(start).is_some_and(|t| pack.experience.window_words.contains(&t.text));
        found.extend(length.filter(|_| !is_window));
    }
    found
}

/// A length in one word: "5-aastane", "kolmeaastane", "6-kuuline", "aastane".
fn length_in(word: &str, pack: &Pack) -> Option<f32> {
    let one = pack.experience.one_year_words.iter();
    if one.into_iter().any(|w| word.starts_with(w.as_str())) {
        return Some(1.0);
    }
    let (number, rest) = number(word, pack)?;
    let per_year = starts_unit(rest.trim_start_matches('-'), pack)?;
    Some(number / per_year)
}

/// How many of the unit that the word begins with make a year.
fn starts_unit(word: &str, pack: &Pack) -> Option<f32> {
    let begins = |list: &[String]| list.iter().any(|w| word.starts_with(w.as_str()));
    match (
        begins(&pack.experience.year_words),
        begins(&pack.experience.month_words),
    ) {
        (true, _) => Some(1.0),
        (_, true) => Some(12.0),
        _ => None,
    }
}

/// A number at the beginning of a word, in figures or in words (the longest), and what follows it.
fn number<'a>(word: &'a str, pack: &Pack) -> Option<(f32, &'a str)> {
    if let Ok((rest, number)) = figure(word) {
        return Some((number, rest));
    }
    let words = pack.experience.number_words.iter();
    words
        .filter_map(|(name, value)| {
            Some((name.len(), *value as f32, word.strip_prefix(name.as_str())?))
        })
        .max_by_key(|&(len, ..)| len)
        .map(|(_, value, rest)| (value, rest))
}

/// A word that is nothing but a number.
fn whole_number(word: &str, pack: &Pack) -> Option<f32> {
    number(word, pack)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(n, _)| n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::pack::base;
    use ExperienceKind::*;

    #[test]
    fn demands_of_wordings() {
        let pack = base();
        for (text, expected) in [
            (
                "Vähemalt 5-aastane töökogemus ametiasutuse või ametikoha töövaldkonnas ja vähemalt 2-aastane juhtimise kogemus.",
                vec![(Some(5.0), Field), (Some(2.0), Management)],
            ),
            (
                "vähemalt kolmeaastane töökogemus hüdroloogia ja keskkonnaseire valdkonnas",
                vec![(Some(3.0), Field)],
            ),
            (
                "vähemalt üheaastane töökogemus laotöös",
                vec![(Some(1.0), Field)],
            ),
            ("Vähemalt kaks aastat töökogemust", vec![(Some(2.0), Other)]),
            (
                "töökogemus erialal vähemalt 3 aastat",
                vec![(Some(3.0), Field)],
            ),
            (
                "poolteist aastat erialast töökogemust",
                vec![(Some(1.5), Field)],
            ),
            ("vähemalt 1,5-aastane töökogemus", vec![(Some(1.5), Other)]),
            (
                "vähemalt 6 kuud töökogemust müügitöös",
                vec![(Some(0.5), Field)],
            ),
            ("kuus kuud töökogemust", vec![(Some(0.5), Other)]),
            ("kuueaastane erialane töökogemus", vec![(Some(6.0), Field)]),
            ("aastane töökogemus", vec![(Some(1.0), Other)]),
            ("2-3-aastane erialane kogemus", vec![(Some(2.0), Field)]),
            ("2–3 aastat töökogemust", vec![(Some(2.0), Other)]),
            ("Eelnev töökogemus sotsiaalvaldkonnas", vec![(None, Field)]),
            ("Töökogemus raamatupidajana", vec![(None, Field)]),
            ("Töökogemus", vec![(None, Other)]),
            (
                "eelnev töökogemus ja juhtimiskogemus",
                vec![(None, Other), (None, Management)],
            ),
            (
                "meeskonna juhtimise kogemus vähemalt üks aasta",
                vec![(Some(1.0), Management)],
            ),
            ("projektijuhtimise kogemus", vec![(None, Field)]),
            (
                "sõiduki juhtimise kogemus 2 aastat",
                vec![(Some(2.0), Field)],
            ),
            (
                "vähemalt 2 aastat töökogemust, sh 1 aasta juhtimiskogemust",
                vec![(Some(2.0), Other), (Some(1.0), Management)],
            ),
            ("töökogemus avalikus sektoris", vec![(None, Other)]),
            (
                "viimase 5 aasta jooksul vähemalt 2 aastat erialast tööd",
                vec![(Some(2.0), Field)],
            ),
            ("mitmeaastane töökogemus", vec![(None, Other)]),
            (
                "vähemalt 3 aastat samal ametikohal või 5 aastat kogemust avalikus teenistuses",
                vec![(Some(3.0), Other)],
            ),
            (
                "Töökogemus valdkonnas. Soovitavalt juhtimiskogemus.",
                vec![(None, Field)],
            ),
        ] {
            let found: Vec<_> = experience(text, false, &pack)
                .iter()
                .map(|i| (i.min_years, i.kind))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_label_says_that_it_is_experience() {
        let pack = base();
        for (text, expected) in [
            ("varasem töö majandusalal", vec![(None, Field)]),
            ("raamatupidajana", vec![(None, Field)]),
            ("kasuks tuleb varasem töö koolis", vec![]),
            ("ei ole nõutav", vec![]),
            ("-", vec![]),
        ] {
            let found: Vec<_> = experience(text, true, &pack)
                .iter()
                .map(|i| (i.min_years, i.kind))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn no_demand() {
        let pack = base();
        for text in [
            "ei ole nõutav",
            "Töökogemus ei ole nõutav.",
            "-",
            "puudub",
            "",
            "Soovitavalt 2-aastane töökogemus",
            "kasuks tuleb töökogemus",
            "kord kuus",
        ] {
            assert_eq!(experience(text, false, &pack), [], "{text}");
        }
    }
}
