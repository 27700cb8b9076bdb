//! Names of positions and units, taken apart.

use super::matcher::inflect::Case;
use super::words::Words;
use crate::grammar::fold::fold;

/// A name as a document gives it: "jõgede seire osakonna juhatajale (edaspidi juhataja)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words, folded, without what stands in brackets; "osakonnajuhataja" is two.
    pub words: Vec<String>,
    /// What stands in brackets, folded.
    pub specialisation: Option<String>,
}

impl Name {
    /// Takes a name apart.
    pub fn parse(text: &str, words: &Words) -> Self {
        let (outside, inside) = brackets(text);
        let mut list: Vec<String> = Vec::new();
        for word in fold(&outside).split(' ').filter(|w| !w.is_empty()) {
            let word = word.trim_matches(['"', '\'', ',']);
            let parts = match head_of_unit(word, words) {
                Some(at) => vec![&word[..at], &word[at..]],
                None => vec![word],
            };
            for part in parts {
                // "talituse talitusejuhataja"
                if list.last().map(String::as_str) != Some(part) && !part.is_empty() {
                    list.push(part.to_owned());
                }
            }
        }
        Self {
            words: list,
            specialisation: inside,
        }
    }
}

/// The text without brackets, and what stands in the first brackets that do not introduce a short name ("edaspidi …").
pub fn brackets(text: &str) -> (String, Option<String>) {
    let mut outside = String::new();
    let mut inside = None;
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        outside.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let close = after.find(')').unwrap_or(after.len());
        let content = fold(&after[..close]);
        if !content.starts_with("edaspidi") && !content.is_empty() {
            inside.get_or_insert(content);
        }
        rest = after.get(close + 1..).unwrap_or_default();
    }
    outside.push_str(rest);
    (outside, inside)
}

/// Where in "osakonnajuhatajale" the head's title begins.
fn head_of_unit(word: &str, words: &Words) -> Option<usize> {
    word.char_indices().skip(1).map(|(at, _)| at).find(|&at| {
        words.heads.contains_key(&word[at..])
            && words
                .unit_noun(&word[..at])
                .is_some_and(|(_, case, _)| matches!(case, Case::Genitive | Case::Nominative))
    })
}

/// Letters and digits of a text, folded: names that differ in blanks and hyphens only have the same.
pub fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The units that a unit's field names, outermost first, each in the nominative and folded: "varade büroo keskladu" is
/// "varade büroo" and "keskladu".
pub fn unit_path(text: &str, words: &Words) -> Vec<String> {
    let (outside, _) = brackets(text);
    let mut path = Vec::new();
    for part in separate(&fold(&outside)) {
        let mut unit: Vec<&str> = Vec::new();
        let all: Vec<&str> = part.split(' ').filter(|w| !w.is_empty()).collect();
        for (i, &word) in all.iter().enumerate() {
            unit.push(word);
            let ends = words
                .unit_noun(word)
                .is_some_and(|(_, case, plural)| is_genitive(word, case, words) && !plural);
            let coordinated = all.get(i + 1).is_some_and(|w| ["ja", "ning"].contains(w));
            if i + 1 == all.len() || (ends && !coordinated) {
                path.push(nominative(&unit.join(" "), words));
                unit.clear();
            }
        }
    }
    path
}

/// Genitive, or a nominative that is the same ("büroo").
fn is_genitive(word: &str, case: Case, words: &Words) -> bool {
    let same = || {
        words
            .unit_noun(word)
            .is_some_and(|(noun, _, _)| super::matcher::inflect::genitive(noun) == noun)
    };
    case == Case::Genitive || (case == Case::Nominative && same())
}

/// Parts between commas and the like; not the comma of "haridus-, kultuuri- ja spordiosakond".
fn separate(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in text.chars() {
        let open = parts.last().is_none_or(|p| p.ends_with('-'));
        match c {
            ',' | ';' | '/' | '|' if !open => parts.push(String::new()),
            _ => parts.last_mut().into_iter().for_each(|p| p.push(c)),
        }
    }
    parts
}

/// A unit's name with its last word in the nominative; as it is where that is no unit's noun.
pub fn nominative(unit: &str, words: &Words) -> String {
    let start = unit.rfind(' ').map_or(0, |i| i + 1);
    match words.ending(&unit[start..]) {
        Some((noun, _, false, at)) => format!("{}{noun}", &unit[..start + at]),
        _ => unit.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        let words = Words::embedded();
        for (text, expected, inside) in [
            ("Osakonnajuhataja", "osakonna juhataja", None),
            ("büroojuhatajale", "büroo juhatajale", None),
            (
                "Erihoolekande talituse talitusejuhataja",
                "erihoolekande talituse juhataja",
                None,
            ),
            ("juhatajale (edaspidi juhataja)", "juhatajale", None),
            ("Peaspetsialist (ränne)", "peaspetsialist", Some("ränne")),
            (
                "Rahandusosakonna juhataja;",
                "rahandusosakonna juhataja",
                None,
            ),
            ("projektijuht", "projektijuht", None),
        ] {
            let name = Name::parse(text, &words);
            assert_eq!(name.words.join(" "), expected, "{text}");
            assert_eq!(name.specialisation.as_deref(), inside, "{text}");
        }
    }

    #[test]
    fn units_and_the_units_around_them() {
        let words = Words::embedded();
        for (text, expected) in [
            (
                "Teenuste osakond, taastusteenuste talitus",
                vec!["teenuste osakond", "taastusteenuste talitus"],
            ),
            (
                "Järelevalveosakonna pinnavee talitus",
                vec!["järelevalveosakond", "pinnavee talitus"],
            ),
            ("varade büroo keskladu", vec!["varade büroo", "keskladu"]),
            (
                "liikluskorralduse osakond (edaspidi osakond)",
                vec!["liikluskorralduse osakond"],
            ),
            (
                "haridus-, kultuuri- ja spordiosakond",
                vec!["haridus-, kultuuri- ja spordiosakond"],
            ),
            ("Teenuste osakonna", vec!["teenuste osakond"]),
            ("digiteenuste büroo", vec!["digiteenuste büroo"]),
        ] {
            assert_eq!(unit_path(text, &words), expected, "{text}");
        }
    }
}
