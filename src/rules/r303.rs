//! R303, language-level-too-high.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "R303",
    name: "language-level-too-high",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"More Estonian is demanded than the law allows

Estonian is demanded at level C2. By regulation no. 84 of 2011, § 2 (4), an employer may demand more than the regulation does, but not more than C1.

**Why it matters.** The demand is void, and there is no state examination for it.

**What to do.** Write C1.

**Example.**

    eesti keel tasemel C2
"#;

const ET: &str = r#"Eesti keelt nõutakse rohkem, kui tohib

Eesti keelt nõutakse tasemel C2. Vabariigi Valitsuse 2011. aasta määruse nr 84 § 2 lõike 4 järgi võib tööandja nõuda määruses sätestatust kõrgemat taset, kuid mitte kõrgemat kui C1.

**Miks see on oluline.** Nõue ei kehti ja riiklikku eksamit selle jaoks ei ole.

**Mida teha.** Kirjutage C1.

**Näide.**

    eesti keel tasemel C2
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (i, language) in subject.record.requirements.languages.iter().enumerate() {
        let estonian = language.language.as_deref() == Some("et");
        if estonian && language.level.as_deref() == Some("C2") {
            findings.push(Finding::of(
                format!("/requirements/languages/{i}/text"),
                "Estonian may be demanded up to C1 (regulation 84 of 2011, § 2 (4)). Write C1.",
                "Eesti keelt tohib nõuda kuni tasemeni C1 (2011. aasta määrus nr 84, § 2 lg 4). Kirjutage C1.",
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
        fires(
            RULE.name,
            &[(
                "eesti keelt vähemalt tasemel B2",
                "eesti keelt vähemalt tasemel C2",
            )],
            "tasemel C2",
        );
        silent(
            RULE.name,
            &[(
                "eesti keelt vähemalt tasemel B2",
                "eesti keelt vähemalt tasemel C1",
            )],
        );
        silent(
            RULE.name,
            &[("inglise keelt tasemel B1", "inglise keelt tasemel C2")],
        );
    }
}
