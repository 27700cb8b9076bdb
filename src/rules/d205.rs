//! D205, shares-do-not-add-up.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;
use crate::record::SectionKind;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D205",
    name: "shares-do-not-add-up",
    severity: Severity::Warning,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Shares of working time do not add up

Duties have shares of working time, and the shares do not make 100 %.

**Why it matters.** Pay and workload are planned by these shares.

**What to do.** Correct the shares.

**Example.**

    3.1 … 40%
    3.2 … 35%
    3.3 … 20%
"#;

const ET: &str = r#"Tööaja osakaalud ei anna kokku sadat

Ülesannetel on tööaja osakaalud ja nende summa ei ole 100 %.

**Miks see on oluline.** Nende järgi arvestatakse palka ja töökoormust.

**Mida teha.** Parandage osakaalud.

**Näide.**

    3.1 … 40%
    3.2 … 35%
    3.3 … 20%
"#;

/// Shares are rounded: so much may be missing.
const SLACK: f32 = 0.6;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let shares: Vec<(usize, f32)> = subject
        .record
        .duties
        .iter()
        .enumerate()
        .filter_map(|(i, d)| Some((i, d.share_percent?)))
        .collect();
    // A section that stands twice is a finding of its own.
    let twice = subject
        .record
        .sections
        .iter()
        .filter(|s| s.kind == SectionKind::Duties)
        .count()
        > 1;
    let sum: f32 = shares.iter().map(|(_, s)| s).sum();
    if twice || shares.len() < 2 || (sum - 100.0).abs() <= SLACK {
        return;
    }
    let mut finding = Finding::of(
        "/duties",
        format!("The shares of working time make {sum} %, and not 100 %. Correct them."),
        format!("Tööaja osakaalude summa on {sum} %, mitte 100 %. Parandage need."),
    );
    for (i, _) in &shares {
        let places = subject
            .record
            .provenance
            .get(&format!("/duties/{i}/share_percent"));
        finding.at.extend(places.into_iter().flatten().cloned());
    }
    findings.push(finding);
}
