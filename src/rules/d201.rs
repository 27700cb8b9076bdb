//! D201, duty-without-result.

use super::{Check, Finding, Rule};
use crate::diagnostic::Severity;
use crate::record::Record;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D201",
    name: "duty-without-result",
    severity: Severity::Warning,
    en: "A duty has no expected result",
    et: "Ülesandel puudub oodatav tulemus",
    check: Check::Record(check),
};

fn check(record: &Record, findings: &mut Vec<Finding>) {
    let paired = record.duties.iter().any(|d| !d.results.is_empty());
    for (index, duty) in record.duties.iter().enumerate() {
        if paired && duty.results.is_empty() && duty.subduties.is_empty() {
            findings.push(Finding {
                severity: None,
                en: "This duty has no expected result, though others have.".into(),
                et: "Sellel ülesandel puudub oodatav tulemus, kuigi teistel on see olemas.".into(),
                at: Vec::new(),
                pointer: Some(format!("/duties/{index}/text")),
            });
        }
    }
}
