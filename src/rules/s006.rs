//! S006, heading-misspelt.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S006",
    name: "heading-misspelt",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A heading is misspelt

A heading is known only if a letter or two are allowed to be wrong (typing, text recognition).

**Why it matters.** The section was read as what it seems to be. Other programs will not find it, and the guess may be wrong.

**What to do.** Correct the heading. If it is written so on purpose, add it to the grammar pack.

**Example.**

    5. VASTUTSU
"#;

const ET: &str = r#"Pealkiri on vigane

Pealkiri on äratuntav ainult siis, kui lubada üks-kaks vale tähte (trükiviga, tekstituvastus).

**Miks see on oluline.** Jagu loeti selleks, mis see näib olevat. Teised programmid seda ei leia ja oletus võib olla vale.

**Mida teha.** Parandage pealkiri. Kui see on meelega nii, lisage see grammatikapakki.

**Näide.**

    5. VASTUTSU
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for section in &subject.outline.sections {
        if let Some(meant) = &section.meant {
            findings.push(subject.finding(
                &section.heading,
                format!(
                    "This heading was taken for \"{meant}\". Correct it, or add it to the grammar pack."
                ),
                format!(
                    "Pealkiri loeti pealkirjaks „{meant}“. Parandage see või lisage grammatikapakki."
                ),
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
        fires(RULE.name, &[("5. VASTUTUS", "5. VASTUTSU")], "5. VASTUTSU");
        fires(
            RULE.name,
            &[("2. AMETIKOHA EESMÄRK", "2. AMETIKHA ESMÄRK")],
            "2. AMETIKHA ESMÄRK",
        );
        silent(RULE.name, &[("6. TÖÖVAHENDID", "6. TÖÖAEG")]);
        silent(RULE.name, &[("5. VASTUTUS", "5. Vastutus")]);
    }
}
