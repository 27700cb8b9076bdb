//! R302, language-level-legacy.

use super::languages;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "R302",
    name: "language-level-legacy",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"An old word for a language level

A language level is named by a word that was used before 2008: algtase, kesktase, kõrgtase.

**Why it matters.** Certificates of today bear the levels B1, B2 and C1; the record holds these.

**What to do.** Write B1 for algtase, B2 for kesktase, C1 for kõrgtase.

**Example.**

    eesti keel kõrgtasemel
"#;

const ET: &str = r#"Keeletaseme vana nimetus

Keeletase on nimetatud enne 2008. aastat kasutatud sõnaga: algtase, kesktase, kõrgtase.

**Miks see on oluline.** Praegustel tunnistustel on tasemed B1, B2 ja C1; kirjes on need.

**Mida teha.** Kirjutage algtaseme asemel B1, kesktaseme asemel B2, kõrgtaseme asemel C1.

**Näide.**

    eesti keel kõrgtasemel
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (i, text) in languages::texts(subject) {
        if let Some((word, level)) = languages::legacy_level(&text) {
            findings.push(Finding::of(
                i,
                format!("\"{word}\" is an old name of the level {level}. Write {level}."),
                format!("„{word}“ on taseme {level} vana nimetus. Kirjutage {level}."),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(RULE.name, &[("tasemel B2", "kesktasemel")], "kesktasemel");
        silent(RULE.name, &[("tasemel B2", "tasemel B1")]);
    }
}
