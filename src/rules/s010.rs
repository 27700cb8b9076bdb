//! S010, numbering-out-of-order.

use super::numbering::Defect;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S010",
    name: "numbering-out-of-order",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A number is out of order

An item's number is smaller than one above it, or it is the number of another section.

**Why it matters.** Items were moved without renumbering, or an item stands in the wrong section.

**What to do.** Move the item to its place, or renumber.

**Example.**

    3.5 Koostab aruandeid.
    3.4 Peab arvestust.
"#;

const ET: &str = r#"Number on vales järjekorras

Punkti number on väiksem kui mõni eespool või on see teise jao number.

**Miks see on oluline.** Punkte on tõstetud ilma ümber nummerdamata või on punkt vales jaos.

**Mida teha.** Viige punkt õigesse kohta või nummerdage ümber.

**Näide.**

    3.5 Koostab aruandeid.
    3.4 Peab arvestust.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for found in subject.numbering() {
        let Defect::Misplaced { neighbour } = &found.defect else {
            continue;
        };
        let mut finding = subject.finding(
            &found.line,
            "This number does not fit the numbers around it. Move the item to its place, or renumber.",
            "See number ei sobi ümbritsevate numbritega. Viige punkt õigesse kohta või nummerdage ümber.",
        );
        if let Some(neighbour) = neighbour {
            finding.at.extend(subject.places(neighbour));
        }
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
            &[
                ("3.2 Kauba väljastamine.", "3.3 Kauba väljastamine."),
                ("3.3 Kauba arvestuse", "3.2 Kauba arvestuse"),
            ],
            "3.3 Kauba väljastamine",
        );
        fires(
            RULE.name,
            &[("3.2 Kauba väljastamine.", "4.2 Kauba väljastamine.")],
            "4.2 Kauba",
        );
        silent(RULE.name, &[]);
    }
}
