//! S013, mixed-bullets.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S013",
    name: "mixed-bullets",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Different bullets in one list

One list uses several kinds of bullet.

**Why it matters.** It is a matter of looks, and a sign that items were copied from elsewhere.

**What to do.** Use one kind of bullet.

**Example.**

    • saada teavet;
    - teha ettepanekuid;
"#;

const ET: &str = r#"Ühes loetelus on eri täpid

Ühes loetelus on mitut liiki täppe.

**Miks see on oluline.** See on välimuse küsimus ja märk, et punkte on mujalt kopeeritud.

**Mida teha.** Kasutage üht liiki täppe.

**Näide.**

    • saada teavet;
    - teha ettepanekuid;
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for section in &subject.outline.sections {
        for list in section.bullets.chunk_by(|a, b| a.list == b.list) {
            let count = |mark: char| list.iter().filter(|b| b.mark == mark).count();
            let usual = list.iter().map(|b| b.mark).max_by_key(|m| (count(*m), *m));
            // Two kinds in like number are two levels.
            for odd in list
                .iter()
                .filter(|b| Some(b.mark) != usual && count(b.mark) * 3 <= list.len())
            {
                findings.push(subject.finding(
                    &odd.line,
                    "This bullet differs from the others of its list. Use one kind.",
                    "See täpp erineb loetelu teistest. Kasutage üht liiki täppe.",
                ));
            }
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
            &[("• teha ettepanekuid", "- teha ettepanekuid")],
            "- teha ettepanekuid",
        );
        silent(RULE.name, &[]);
    }
}
