//! F102, empty-field.

use super::sections;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::grammar::outline::Number;
use crate::text::Text;

/// The rule.
pub const RULE: Rule = Rule {
    code: "F102",
    name: "empty-field",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A label without a value

A label has nothing behind it. A dash or "puudub" is an answer and not empty.

**Why it matters.** It is not said whether there is none or whether it was forgotten.

**What to do.** Fill the field in, or write a dash.

**Example.**

    1.5 Kes asendab
    1.6 Keda asendab   Varahoidja
"#;

const ET: &str = r#"Sildil puudub väärtus

Sildi järel ei ole midagi. Kriips või „puudub“ on vastus ja mitte tühi.

**Miks see on oluline.** Ei ole öeldud, kas seda pole või see unustati.

**Mida teha.** Täitke väli või kirjutage kriips.

**Näide.**

    1.5 Kes asendab
    1.6 Keda asendab   Varahoidja
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    if sections::empty(subject)
        .iter()
        .any(|i| subject.outline.sections[*i].kind == crate::record::SectionKind::General)
    {
        return;
    }
    for label in &subject.outline.empty_labels {
        if heads_items(subject, label) {
            continue;
        }
        findings.push(subject.finding(
            label,
            "Nothing stands behind this label. Fill it in, or write a dash if there is none.",
            "Selle sildi järel ei ole midagi. Täitke väli või kirjutage kriips, kui väärtust pole.",
        ));
    }
}

/// Whether numbers of the next level follow the label: "1.3 Nõutav kvalifikatsioon:" over 1.3.1.
fn heads_items(subject: &Subject, label: &Text) -> bool {
    let begin = |t: &Text| t.sources().next().map(|r| r.start);
    let holds = |n: &Number| {
        n.line
            .sources()
            .any(|r| begin(label).is_some_and(|b| r.contains(&b)))
    };
    subject.outline.sections.iter().any(|section| {
        let own = section.numbers.iter().find(|n| holds(n));
        own.is_some_and(|own| {
            let below =
                |n: &Number| n.parts.len() > own.parts.len() && n.parts.starts_with(&own.parts);
            section.numbers.iter().any(below)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[("Kes asendab                    Haldusjuht", "Kes asendab")],
            "1.5 Kes asendab",
        );
        fires(
            RULE.name,
            &[(
                "Struktuuriüksus                Haldusosakond",
                "Struktuuriüksus",
            )],
            "1.2 Struktuuriüksus",
        );
        silent(
            RULE.name,
            &[(
                "Kes asendab                    Haldusjuht",
                "Kes asendab                    -",
            )],
        );
    }
}
