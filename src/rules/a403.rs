//! A403, approval-incomplete.

use super::placeholders;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "A403",
    name: "approval-incomplete",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"The approval lacks its date or number

The document says by whom or by what it was approved, but not the day, not the date at all, or not the number.

**Why it matters.** The act cannot be found, and the day from which the document is in force is unknown.

**What to do.** Write date and number as they stand on the order.

**Example.**

    KINNITATUD
    peadirektori
    jaanuari 2026 käskkirjaga nr 4
"#;

const ET: &str = r#"Kinnitusel puudub kuupäev või number

Dokument ütleb, kes või millega selle kinnitas, kuid puudub päev, kogu kuupäev või number.

**Miks see on oluline.** Akti ei saa leida ja dokumendi kehtima hakkamise päev ei ole teada.

**Mida teha.** Kirjutage kuupäev ja number nii, nagu need on käskkirjal.

**Näide.**

    KINNITATUD
    peadirektori
    jaanuari 2026 käskkirjaga nr 4
"#;

/// Length of a date with a day, ISO 8601.
const WITH_DAY: usize = 10;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Some(approval) = &subject.record.approval else {
        return;
    };
    let Some(text) = &subject.outline.approval else {
        return;
    };
    let unfilled = placeholders::first(text.as_str()).is_some();
    if unfilled || subject.outline.unreal_date.is_some() {
        return;
    }
    let (en, et) = match (&approval.date, &approval.number) {
        (None, None) => ("date and number", "kuupäev ja number"),
        (None, Some(_)) => ("date", "kuupäev"),
        (Some(_), None) => ("number", "number"),
        (Some(date), Some(_)) if date.len() < WITH_DAY => ("day", "päev"),
        (Some(_), Some(_)) => return,
    };
    let mut finding = subject.finding(
        text,
        format!("The approval lacks its {en}. Write it as it stands on the order."),
        format!("Kinnitusel on puudu {et}. Kirjutage see nii, nagu on käskkirjal."),
    );
    finding.pointer = Some("/approval".to_owned());
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(
            RULE.name,
            &[("12.03.2024 käskkirjaga", "märtsi 2024 käskkirjaga")],
            "märtsi 2024",
        );
        fires(RULE.name, &[(" nr 1-2/41", "")], "KINNITATUD");
        fires(
            RULE.name,
            &[("12.03.2024 käskkirjaga", "käskkirjaga")],
            "KINNITATUD",
        );
        silent(
            RULE.name,
            &[("12.03.2024 käskkirjaga", "12. märtsi 2024. a käskkirjaga")],
        );
    }
}
