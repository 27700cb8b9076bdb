//! R305, experience-without-years.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "R305",
    name: "experience-without-years",
    severity: Severity::Info,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"Experience is demanded without a length

Work experience is demanded, but no number of years is named.

**Why it matters.** Any experience would do, which is seldom meant.

**What to do.** Name the number of years, or say that no length is demanded.

**Example.**

    eelnev töökogemus
"#;

const ET: &str = r#"Kogemust nõutakse ilma kestuseta

Töökogemust nõutakse, kuid aastate arvu ei ole.

**Miks see on oluline.** Siis piisaks mis tahes kogemusest, mida harva mõeldakse.

**Mida teha.** Nimetage aastate arv või öelge, et kestust ei nõuta.

**Näide.**

    eelnev töökogemus
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    if let Some(experience) = &subject.record.requirements.experience
        && experience.items.iter().all(|i| i.min_years.is_none())
    {
        findings.push(Finding::of(
            "/requirements/experience/text",
            "Experience is demanded without a length. Name the number of years.",
            "Kogemust nõutakse ilma kestuseta. Nimetage aastate arv.",
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
            &[("laos vähemalt 2 aastat", "laos")],
            "Töökogemus laos",
        );
        silent(
            RULE.name,
            &[("laos vähemalt 2 aastat", "laos vähemalt kolm aastat")],
        );
    }
}
