//! D201, duty-without-result.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D201",
    name: "duty-without-result",
    severity: Severity::Warning,
    en: "A duty has no expected result",
    et: "Ülesandel puudub oodatav tulemus",
    check: Check::Record(check),
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let duties = &subject.record.duties;
    let paired = duties.iter().any(|d| !d.results.is_empty());
    for (index, duty) in duties.iter().enumerate() {
        if paired && duty.results.is_empty() && duty.subduties.is_empty() {
            findings.push(Finding::of(
                format!("/duties/{index}/text"),
                "This duty has no expected result, though others have.",
                "Sellel ülesandel puudub oodatav tulemus, kuigi teistel on see olemas.",
            ));
        }
    }
}
