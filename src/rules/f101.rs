//! F101, missing-field.

use super::fields;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::grammar::pack::FieldKey;

/// The rule.
pub const RULE: Rule = Rule {
    code: "F101",
    name: "missing-field",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A field is missing

The document names no position (an error), or lacks the manager or the unit that documents of its family name. Where not all of them name a unit, its absence is only noted.

**Why it matters.** Without the position's name a record can be matched to nothing; without the manager it has no place in the organisation.

**What to do.** Write the field in.

**Example.**

    1.1 Ametinimetus   Laohoidja
    1.3 Vahetu juht    Laojuhataja      (1.2 Struktuuriüksus is missing)
"#;

const ET: &str = r#"Väli on puudu

Dokument ei nimeta ametikohta (viga) või puudub vahetu juht või struktuuriüksus, mida selle pere dokumendid nimetavad. Kui üksust ei nimeta kõik pere dokumendid, on selle puudumine ainult teade.

**Miks see on oluline.** Ilma ametikoha nimetuseta ei saa kirjet millegagi kokku viia; ilma juhita ei ole sel kohta asutuses.

**Mida teha.** Kirjutage väli juurde.

**Näide.**

    1.1 Ametinimetus   Laohoidja
    1.3 Vahetu juht    Laojuhataja      (puudub 1.2 Struktuuriüksus)
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (key, severity) in fields::missing(subject) {
        let (en, et, pointer) = match key {
            FieldKey::JobTitle => ("position", "ametikoha nimetust", "/general/job_title"),
            FieldKey::Unit => ("structural unit", "struktuuriüksust", "/general/unit"),
            _ => ("manager", "vahetut juhti", "/general/manager"),
        };
        let (what, what_et) = match key == FieldKey::Unit && subject.outline.unit_above {
            true => (
                format!(
                    "Only lines above the title name the {en}; the field is missing. Write it in."
                ),
                format!(
                    "Ainult pealkirja kohal seisvad read nimetavad {et}; väli on puudu. Kirjutage see juurde."
                ),
            ),
            false => (
                format!("The document does not name the {en}. Write it in."),
                format!("Dokument ei nimeta {et}. Kirjutage see juurde."),
            ),
        };
        findings.push(Finding {
            severity: Some(severity),
            at: fields::place(subject),
            ..Finding::of(pointer, what, what_et)
        });
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
            &[("1.2 Struktuuriüksus                Haldusosakond\n", "")],
            "1. ÜLDOSA",
        );
        fires(
            RULE.name,
            &[("1.1 Ametinimetus                   Laohoidja\n", "")],
            "1. ÜLDOSA",
        );
        silent(
            RULE.name,
            &[
                ("1.4 Alluvad                        puuduvad\n", ""),
                ("1.5 Kes", "1.4 Kes"),
            ],
        );
    }
}
