//! Words for language levels in the demands on languages.

use super::Subject;

/// Old names of levels, by the beginning of the word, with the level of today.
const LEGACY: [(&str, &str); 6] = [
    ("algtase", "B1"),
    ("kesktase", "B2"),
    ("kõrgtase", "C1"),
    ("algtasemel", "B1"),
    ("kesktasemel", "B2"),
    ("kõrgtasemel", "C1"),
];

/// The texts of the demands on languages with their pointers; each text once.
pub fn texts(subject: &Subject) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for (i, language) in subject.record.requirements.languages.iter().enumerate() {
        if !out.iter().any(|(_, text)| *text == language.text) {
            let pointer = format!("/requirements/languages/{i}/text");
            out.push((pointer, language.text.clone()));
        }
    }
    out
}

/// A letter and a figure that look like a level and are none: "D3", "B4".
pub fn unknown_level(text: &str) -> Option<&str> {
    tokens(text).find(|t| {
        let mut chars = t.chars();
        let (letter, figure, end) = (chars.next(), chars.next(), chars.next());
        let shaped = letter.is_some_and(|c| c.is_ascii_uppercase())
            && figure.is_some_and(|c| c.is_ascii_digit())
            && end.is_none();
        shaped && !matches!(*t, "A1" | "A2" | "B1" | "B2" | "C1" | "C2")
    })
}

/// An old name of a level, as written, with the level of today.
pub fn legacy_level(text: &str) -> Option<(&str, &'static str)> {
    tokens(text).find_map(|t| {
        let folded = t.to_lowercase();
        let known = LEGACY.iter().find(|(word, _)| folded.starts_with(word));
        known.map(|(_, level)| (t, *level))
    })
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|t| !t.is_empty())
}
