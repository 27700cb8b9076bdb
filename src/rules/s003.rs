//! S003, duplicate-section.

use super::sections;
use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "S003",
    name: "duplicate-section",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A section stands twice

Two sections of the same kind stand in the document, or two with the same heading. Kinds that the family allows twice ("Põhiülesanded" and "Kohustused") may differ in heading.

**Why it matters.** Which of the two counts is not said: the record would mix an old text and a new one.

**What to do.** Compare the two, keep the one in force, and renumber.

**Example.**

    4. ÕIGUSED
    …
    9. ÕIGUSED
"#;

const ET: &str = r#"Jagu on topelt

Dokumendis on kaks sama liiki jagu või kaks sama pealkirjaga jagu. Liigid, mida pere lubab kaks korda („Põhiülesanded“ ja „Kohustused“), peavad erinema pealkirja poolest.

**Miks see on oluline.** Kumb neist kehtib, pole öeldud: kirjes seguneksid vana ja uus tekst.

**Mida teha.** Võrrelge neid, jätke alles kehtiv ja nummerdage ümber.

**Näide.**

    4. ÕIGUSED
    …
    9. ÕIGUSED
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (first, second) in sections::duplicates(subject.pack, subject.outline) {
        let [first, second] = [first, second].map(|i| &subject.outline.sections[i].heading);
        let mut finding = subject.finding(
            second,
            format!(
                "There is a section of this kind already, \"{}\". Keep the one that is in force.",
                first.as_str()
            ),
            format!(
                "Seda liiki jagu on juba olemas: „{}“. Jätke alles see, mis kehtib.",
                first.as_str()
            ),
        );
        finding.at.extend(subject.places(first));
        findings.push(finding);
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
            &[
                (
                    "6. TÖÖVAHENDID",
                    "6. VASTUTUS\nOmab vastutust:\n• lao korra eest;\n• kauba hoidmise eest.\n7. TÖÖVAHENDID",
                ),
                ("7. AMETIKOHALE", "8. AMETIKOHALE"),
                ("8. AMETIJUHENDI", "9. AMETIJUHENDI"),
            ],
            "6. VASTUTUS",
        );
        silent(RULE.name, &[]);
    }
}
