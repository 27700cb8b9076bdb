//! S007, unknown-section.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::grammar::fold::fold;
use crate::record::SectionKind;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S007",
    name: "unknown-section",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A section that no grammar knows

A numbered heading is in no grammar pack. Its text is kept in `other_sections`.

**Why it matters.** Nothing is lost, but the text goes to no field that importers look at.

**What to do.** Nothing, if it is a section of its own kind. If it is a known section under a new heading, add the heading to the grammar pack.

**Example.**

    6. TÖÖAEG JA PUHKUS
"#;

const ET: &str = r#"Jagu, mida ükski grammatika ei tunne

Nummerdatud pealkirja ei ole üheski grammatikapakis. Selle tekst on väljal `other_sections`.

**Miks see on oluline.** Midagi ei lähe kaduma, kuid tekst ei jõua ühelegi väljale, mida importijad vaatavad.

**Mida teha.** Kui see on omaette jagu, pole vaja midagi teha. Kui see on tuntud jagu uue pealkirja all, lisage pealkiri grammatikapakki.

**Näide.**

    6. TÖÖAEG JA PUHKUS
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for section in &subject.outline.sections {
        let known = subject
            .pack
            .section_of(&fold(section.heading.as_str()))
            .is_some();
        if section.kind == SectionKind::Other && !known && !section.heading.is_empty() {
            findings.push(subject.finding(
                &section.heading,
                "No grammar pack knows this heading; the text is kept in other_sections. Add the heading to a pack if the section is a known one.",
                "Ükski grammatikapakk seda pealkirja ei tunne; tekst on väljal other_sections. Kui jagu on tuntud, lisage pealkiri pakki.",
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
                "6. TÖÖVAHENDID\nSülearvuti ja tõstuk.",
                "6. TÖÖAEG JA PUHKUS\nTööaeg on 40 tundi nädalas.",
            )],
            "6. TÖÖAEG JA PUHKUS",
        );
        silent(RULE.name, &[]);
    }
}
