//! S009, numbering-duplicate.

use super::numbering::Defect;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S009",
    name: "numbering-duplicate",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A number stands twice

Two items, labels or sections of one list have the same number.

**Why it matters.** A reference to the number is ambiguous, and imports that use it as a key lose one of the two.

**What to do.** Renumber.

**Example.**

    3.4 Peab arvestust.
    3.4 Koostab aruandeid.
"#;

const ET: &str = r#"Number on topelt

Ühe loetelu kahel punktil, sildil või jaol on sama number.

**Miks see on oluline.** Viide numbrile on mitmetähenduslik ja import, mis kasutab numbrit võtmena, kaotab ühe neist.

**Mida teha.** Nummerdage ümber.

**Näide.**

    3.4 Peab arvestust.
    3.4 Koostab aruandeid.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for found in subject.numbering() {
        let Defect::Duplicate { first } = &found.defect else {
            continue;
        };
        let mut finding = subject.finding(
            &found.line,
            "This number was used already. Renumber.",
            "See number on juba kasutusel. Nummerdage ümber.",
        );
        finding.at.extend(subject.places(first));
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
                "3.3 Kauba arvestuse pidamine.",
                "3.2 Kauba arvestuse pidamine.",
            )],
            "3.2 Kauba arvestuse",
        );
        silent(RULE.name, &[]);
    }
}
