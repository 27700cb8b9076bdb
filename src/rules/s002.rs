//! S002, missing-section.

use super::sections;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::record::SectionKind;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S002",
    name: "missing-section",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A section is missing

A section that every document of this family has is absent. Without the duties it is an error, otherwise a warning.

**Why it matters.** A job description without its duties or purpose says nothing that could be imported, and in public service these parts are asked for by law.

**What to do.** Write the section in. If it is there under another heading, add that heading to the grammar pack.

**Example.**

    1. ÜLDOSA
    3. TEENISTUSÜLESANDED          (2. AMETIKOHA EESMÄRK is missing)
"#;

const ET: &str = r#"Jagu on puudu

Puudub jagu, mis on selle pere igas dokumendis. Ülesannete puudumine on viga, muu jao puudumine hoiatus.

**Miks see on oluline.** Ametijuhendist, milles pole ülesandeid või eesmärki, ei ole midagi importida; avalikus teenistuses on need osad ka seadusega nõutud.

**Mida teha.** Kirjutage jagu juurde. Kui see on olemas teise pealkirja all, lisage pealkiri grammatikapakki.

**Näide.**

    1. ÜLDOSA
    3. TEENISTUSÜLESANDED          (puudub 2. AMETIKOHA EESMÄRK)
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for kind in sections::missing(subject) {
        let (en, et) = sections::name(kind);
        findings.push(Finding {
            severity: (kind == SectionKind::Duties).then_some(Severity::Error),
            en: format!(
                "The section on {en} is missing, which documents of this family have. Write it in."
            ),
            et: format!(
                "Puudub {et}, mis on selle pere dokumentides olemas. Kirjutage see juurde."
            ),
            at: sections::place_of_missing(subject, kind),
            pointer: Some("/sections".to_owned()),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[(
                "2. AMETIKOHA EESMÄRK\nAmetikoha eesmärk on tagada lao kord ja kaupade õigeaegne liikumine.\n",
                "",
            )],
            "3. TEENISTUSÜLESANDED",
        );
        silent(
            RULE.name,
            &[
                (
                    "4. ÕIGUSED\nOmab õigust:\n• saada tööks vajalikku teavet;\n• teha ettepanekuid töö korraldamiseks;\n• osaleda koolitustel.\n",
                    "",
                ),
                ("5. VASTUTUS", "4. VASTUTUS"),
                ("6. TÖÖVAHENDID", "5. TÖÖVAHENDID"),
                ("7. AMETIKOHALE", "6. AMETIKOHALE"),
                ("8. AMETIJUHENDI", "7. AMETIJUHENDI"),
            ],
        );
    }
}
