//! Old names of language levels: "eesti keel kõrgtasemel" becomes "eesti keel C1-tasemel".

use super::change;
use crate::record::{Fix, FixKind, Record};
use crate::rules::languages::legacy_level;

const RULE: &str = "language-level-legacy";

/// Replaces them in the demands on languages.
pub fn fix(record: &mut Record) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for (i, language) in record.requirements.languages.iter_mut().enumerate() {
        let after = renamed(&language.text);
        if after != language.text {
            let pointer = format!("/requirements/languages/{i}/text");
            record
                .diagnostics
                .retain(|d| d.rule != RULE || d.pointer.as_deref() != Some(pointer.as_str()));
            let kind = FixKind::LegacyLevelName;
            fixes.push(change(kind, pointer, &mut language.text, after));
        }
    }
    fixes
}

/// With each old name replaced; the ending of the case stays.
fn renamed(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some((word, level)) = legacy_level(&text) {
        let ending = word.find("tase").map_or("", |at| &word[at..]);
        // A word in capitals has no "tase" that this finds, and a level beside the old name would stand there twice.
        if ending.is_empty() || text.contains(level) {
            break;
        }
        text = text.replacen(word, &format!("{level}-{ending}"), 1);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn the_case_stays() {
        for (before, after) in [
            ("eesti keel kõrgtasemel", "eesti keel C1-tasemel"),
            (
                "vene keele oskus vähemalt Kesktase",
                "vene keele oskus vähemalt B2-tase",
            ),
            (
                "inglise keel kesktasemel, soome keel algtasemel",
                "inglise keel B2-tasemel, soome keel B1-tasemel",
            ),
            ("eesti keel C1 (kõrgtase)", "eesti keel C1 (kõrgtase)"),
            ("eesti keel tasemel B2", "eesti keel tasemel B2"),
        ] {
            assert_eq!(renamed(before), after);
        }
    }
}
