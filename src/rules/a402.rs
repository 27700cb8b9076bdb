//! A402, approval-missing.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::record::Approval;

/// The rule.
pub const RULE: Rule = Rule {
    code: "A402",
    name: "approval-missing",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Nothing says that the document was approved

Neither the document nor the order in front of it has an approval, a number or a date.

**Why it matters.** It cannot be told whether the document is in force, and since when.

**What to do.** Add the approval, or read the document together with its order.

**Example.**

    AMETIJUHEND
    1. ÜLDOSA
"#;

const ET: &str = r#"Miski ei ütle, et dokument on kinnitatud

Ei dokumendis ega selle ees olevas käskkirjas ole kinnitust, numbrit ega kuupäeva.

**Miks see on oluline.** Ei saa öelda, kas ja mis ajast dokument kehtib.

**Mida teha.** Lisage kinnitus või lugege dokument sisse koos käskkirjaga.

**Näide.**

    AMETIJUHEND
    1. ÜLDOSA
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let said =
        |a: &Approval| a.by.is_some() || a.act.is_some() || a.number.is_some() || a.date.is_some();
    let unreal = subject.outline.unreal_date.is_some();
    if !subject.record.approval.as_ref().is_some_and(said) && !unreal {
        findings.push(Finding::of(
            "/approval",
            "There is no approval, number or date. Add it, or read the document together with its order.",
            "Kinnitust, numbrit ja kuupäeva ei ole. Lisage need või lugege dokument sisse koos käskkirjaga.",
        ));
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
                "KINNITATUD\nKuldjärve Laoameti peadirektori\n12.03.2024 käskkirjaga nr 1-2/41\n",
                "",
            )],
            "",
        );
        silent(RULE.name, &[]);
    }
}
