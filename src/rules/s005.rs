//! S005, empty-section.

use super::sections;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S005",
    name: "empty-section",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A section is empty

A heading has nothing under it, or only the words that lead in a list.

**Why it matters.** The text was lost or never written; a record would say that the document has none.

**What to do.** Write the section, or take the heading out.

**Example.**

    5. VASTUTUS
    6. TÖÖVAHENDID
"#;

const ET: &str = r#"Jagu on tühi

Pealkirja all ei ole midagi või on ainult loetelu sissejuhatavad sõnad.

**Miks see on oluline.** Tekst läks kaduma või jäi kirjutamata; kirje ütleks, et dokumendis seda pole.

**Mida teha.** Kirjutage jagu või võtke pealkiri ära.

**Näide.**

    5. VASTUTUS
    6. TÖÖVAHENDID
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for index in sections::empty(subject) {
        let heading = &subject.outline.sections[index].heading;
        findings.push(subject.finding(
            heading,
            "Nothing stands under this heading. Write the section, or take the heading out.",
            "Selle pealkirja all ei ole midagi. Kirjutage jagu või võtke pealkiri ära.",
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
            &[("• lao korra eest;\n• kauba hoidmise eest.\n", "")],
            "5. VASTUTUS",
        );
        fires(
            RULE.name,
            &[("Sülearvuti ja tõstuk.\n", "")],
            "6. TÖÖVAHENDID",
        );
        silent(
            RULE.name,
            &[(
                "• lao korra eest;\n• kauba hoidmise eest.\n",
                "• lao korra eest.\n",
            )],
        );
    }
}
