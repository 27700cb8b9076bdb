//! S008, numbering-gap.

use super::numbering::{self, Defect};
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S008",
    name: "numbering-gap",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A number is left out

Items, labels or sections are numbered, and a number is missing between two of them, or in front of the first.

**Why it matters.** An item was lost, or an item has lost its number and was read as part of the one above it. References to numbers may point to nothing.

**What to do.** Compare with the original: put the item or its number back, or renumber.

**Example.**

    3.4 Peab arvestust.
    3.6 Koostab aruandeid.
"#;

const ET: &str = r#"Number on vahele jäänud

Punktid, sildid või jaod on nummerdatud ja kahe vahelt või esimese eest on number puudu.

**Miks see on oluline.** Punkt on kaduma läinud või on punkt kaotanud numbri ja loeti eelmise osaks. Viited numbritele ei pruugi enam kuhugi osutada.

**Mida teha.** Võrrelge algdokumendiga: pange punkt või selle number tagasi või nummerdage ümber.

**Näide.**

    3.4 Peab arvestust.
    3.6 Koostab aruandeid.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for found in subject.numbering() {
        let Defect::Gap { before, missing } = &found.defect else {
            continue;
        };
        let numbers = numbering::list(missing);
        let mut finding = subject.finding(
            &found.line,
            format!("{numbers} is missing before this number. Put it back, or renumber."),
            format!("Enne seda numbrit on puudu {numbers}. Pange see tagasi või nummerdage ümber."),
        );
        if let Some(before) = before {
            finding.at.extend(subject.places(before));
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
                ("3.3 Kauba arvestuse", "3.4 Kauba arvestuse"),
                ("3.4 Lao kasutajatele", "3.5 Lao kasutajatele"),
            ],
            "3.4 Kauba",
        );
        fires(
            RULE.name,
            &[("6. TÖÖVAHENDID\nSülearvuti ja tõstuk.\n", "")],
            "7. AMETIKOHALE",
        );
        silent(
            RULE.name,
            &[(
                "3.3 Kauba arvestuse pidamine.",
                "3.3 Kauba arvestus 3.6 alusel.",
            )],
        );
    }
}
