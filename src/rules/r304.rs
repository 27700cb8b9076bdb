//! R304, education-level-unclear.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "R304",
    name: "education-level-unclear",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"The wording decides no level of education

Education is demanded, but the words name no level.

**Why it matters.** The demand cannot be compared, searched or checked.

**What to do.** Name the level: keskharidus, kutseharidus, bakalaureuse- või magistrikraad.

**Example.**

    erialane haridus
"#;

const ET: &str = r#"Sõnastus ei määra haridustaset

Haridust nõutakse, kuid sõnad ei nimeta taset.

**Miks see on oluline.** Nõuet ei saa võrrelda, otsida ega kontrollida.

**Mida teha.** Nimetage tase: keskharidus, kutseharidus, bakalaureuse- või magistrikraad.

**Näide.**

    erialane haridus
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    if let Some(education) = &subject.record.requirements.education
        && education.level.is_none()
        && education.eqf.is_none()
    {
        findings.push(Finding::of(
            "/requirements/education/text",
            "The wording decides no level of education. Name one.",
            "Sõnastus ei määra haridustaset. Nimetage tase.",
        ));
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
            &[("Vähemalt keskharidus.", "Vastav haridus.")],
            "Vastav haridus",
        );
        silent(RULE.name, &[("Vähemalt keskharidus.", "Kõrgharidus.")]);
    }
}
