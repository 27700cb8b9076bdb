//! R301, language-level-unknown.

use super::languages;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "R301",
    name: "language-level-unknown",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A language level that does not exist

A level is named that is neither one of A1 to C2 nor one of the old words.

**Why it matters.** The demand cannot be compared with a certificate.

**What to do.** Write a level of the Common European Framework: A1, A2, B1, B2, C1 or C2.

**Example.**

    eesti keel tasemel D3
"#;

const ET: &str = r#"Keeletase, mida ei ole olemas

Nimetatud tase ei ole ükski tasemetest A1 kuni C2 ega vanadest sõnadest.

**Miks see on oluline.** Nõuet ei saa tunnistusega võrrelda.

**Mida teha.** Kirjutage Euroopa keeleõppe raamdokumendi tase: A1, A2, B1, B2, C1 või C2.

**Näide.**

    eesti keel tasemel D3
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (i, text) in languages::texts(subject) {
        if let Some(level) = languages::unknown_level(&text) {
            findings.push(Finding::of(
                i,
                format!("There is no language level \"{level}\". Write one of A1, A2, B1, B2, C1, C2."),
                format!("Keeletaset „{level}“ ei ole olemas. Kirjutage üks tasemetest A1, A2, B1, B2, C1, C2."),
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
        fires(RULE.name, &[("tasemel B2", "tasemel D3")], "tasemel D3");
        fires(RULE.name, &[("tasemel B2", "tasemel B4")], "tasemel B4");
        silent(RULE.name, &[("tasemel B2", "tasemel C1")]);
        silent(RULE.name, &[("tasemel B2", "kesktasemel")]);
    }
}
