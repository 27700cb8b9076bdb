//! S004, section-out-of-order.

use super::sections;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S004",
    name: "section-out-of-order",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A section is out of order

The sections that each document of the family has stand in another order than in its template, or a section's number says that it was moved.

**Why it matters.** Readers and other programs look for a section where the template has it; a moved section is often a slip of copying.

**What to do.** Move the section to its place and renumber.

**Example.**

    1. ÜLDOSA
    3. TEENISTUSÜLESANDED
    2. AMETIKOHA EESMÄRK
"#;

const ET: &str = r#"Jagu on vales kohas

Jaod, mis on pere igas dokumendis, on teises järjekorras kui mallis, või ütleb jao number, et jagu on tõstetud.

**Miks see on oluline.** Lugejad ja teised programmid otsivad jagu sealt, kus see mallis on; tõstetud jagu on sageli kopeerimisviga.

**Mida teha.** Viige jagu õigesse kohta ja nummerdage ümber.

**Näide.**

    1. ÜLDOSA
    3. TEENISTUSÜLESANDED
    2. AMETIKOHA EESMÄRK
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (moved, neighbour) in sections::moved(subject.pack, subject.outline) {
        let [moved, neighbour] = [moved, neighbour].map(|i| &subject.outline.sections[i].heading);
        let mut finding = subject.finding(
            moved,
            format!(
                "This section stands on the wrong side of \"{}\". Move it to its place in the template.",
                neighbour.as_str()
            ),
            format!(
                "See jagu on valel pool jagu „{}“. Viige see malli järgi õigesse kohta.",
                neighbour.as_str()
            ),
        );
        finding.at.extend(subject.places(neighbour));
        findings.push(finding);
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
                "4. ÕIGUSED\nOmab õigust:\n• saada tööks vajalikku teavet;\n• teha ettepanekuid töö korraldamiseks;\n• osaleda koolitustel.\n5. VASTUTUS\nOmab vastutust:\n• lao korra eest;\n• kauba hoidmise eest.\n",
                "5. VASTUTUS\nOmab vastutust:\n• lao korra eest;\n• kauba hoidmise eest.\n4. ÕIGUSED\nOmab õigust:\n• saada tööks vajalikku teavet;\n• teha ettepanekuid töö korraldamiseks;\n• osaleda koolitustel.\n",
            )],
            "4. ÕIGUSED",
        );
        silent(RULE.name, &[("4. ÕIGUSED", "4. Õigused")]);
    }
}
