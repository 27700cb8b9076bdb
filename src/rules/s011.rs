//! S011, numbering-style-mixed.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S011",
    name: "numbering-style-mixed",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Numbers are written in two ways

Within one list some numbers end in a dot and others do not.

**Why it matters.** It is a matter of looks, and a sign that parts were copied from different templates.

**What to do.** Write all numbers in the same way.

**Example.**

    1.2. Struktuuriüksus
    1.3 Vahetu juht
"#;

const ET: &str = r#"Numbreid on kirjutatud kahel viisil

Ühes loetelus lõpeb osa numbreid punktiga ja osa mitte.

**Miks see on oluline.** See on välimuse küsimus ja märk, et osad on kopeeritud eri mallidest.

**Mida teha.** Kirjutage kõik numbrid ühtemoodi.

**Näide.**

    1.2. Struktuuriüksus
    1.3 Vahetu juht
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for section in &subject.outline.sections {
        let numbers = || section.numbers.iter().filter(|n| n.parts.len() > 1);
        let closed = numbers().filter(|n| n.closed).count();
        let odd = closed * 2 <= numbers().count();
        // The fewer are the ones that differ.
        for number in numbers().filter(|n| n.closed == odd && closed > 0) {
            findings.push(subject.finding(
                &number.line,
                "This number is closed by a dot where the others of its list are not, or the other way round.",
                "Selle numbri järel on punkt, kuigi loetelu teistel ei ole, või vastupidi.",
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
            &[("3.2 Kauba väljastamine", "3.2. Kauba väljastamine")],
            "3.2. Kauba",
        );
        silent(
            RULE.name,
            &[
                ("3.1 Kauba", "3.1. Kauba"),
                ("3.2 Kauba", "3.2. Kauba"),
                ("3.3 Kauba", "3.3. Kauba"),
                ("3.4 Lao", "3.4. Lao"),
            ],
        );
    }
}
