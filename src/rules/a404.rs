//! A404, approval-date-implausible.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "A404",
    name: "approval-date-implausible",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"The date of approval cannot be right

The calendar has no such day, the day lies in the future, or it lies before 1990. What counts as today is the day of the run, or the day given by `--today`.

**Why it matters.** The document is taken to be in force from that day.

**What to do.** Compare with the order and correct the date.

**Example.**

    31.02.2024
"#;

const ET: &str = r#"Kinnitamise kuupäev ei saa õige olla

Kalendris sellist päeva pole, päev on tulevikus või enne 1990. aastat. Tänaseks loetakse käivitamise päev või see, mille annab `--today`.

**Miks see on oluline.** Sellest päevast loetakse dokument kehtivaks.

**Mida teha.** Võrrelge käskkirjaga ja parandage kuupäev.

**Näide.**

    31.02.2024
"#;

/// Documents of the time before the restored republic are not in use.
const EARLIEST: &str = "1990";

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    if let Some(date) = &subject.outline.unreal_date {
        findings.push(subject.finding(
            date,
            "No calendar has this day. Compare with the order and correct it.",
            "Kalendris sellist päeva ei ole. Võrrelge käskkirjaga ja parandage.",
        ));
    }
    let date = subject
        .record
        .approval
        .as_ref()
        .and_then(|a| a.date.as_deref());
    let Some(date) = date else { return };
    let future = subject
        .today
        .get(..date.len())
        .is_some_and(|today| date > today);
    if future || date < EARLIEST {
        findings.push(Finding::of(
            "/approval/date",
            format!("The date {date} lies in the future or before {EARLIEST}. Compare with the order and correct it."),
            format!("Kuupäev {date} on tulevikus või enne {EARLIEST}. aastat. Võrrelge käskkirjaga ja parandage."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fires, silent};
    use super::RULE;

    #[test]
    fn fires_and_stays_silent() {
        fires(RULE.name, &[("12.03.2024", "31.02.2024")], "31.02.2024");
        fires(RULE.name, &[("12.03.2024", "12.03.2031")], "12.03.2031");
        fires(RULE.name, &[("12.03.2024", "12.03.1985")], "12.03.1985");
        fires(RULE.name, &[("12.03.2024", "12.13.2024")], "12.13.2024");
        silent(RULE.name, &[("12.03.2024", "29.02.2024")]);
        silent(RULE.name, &[("12.03.2024", "31.01.2026")]);
    }
}
