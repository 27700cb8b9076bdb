//! D202, result-without-duty.

use super::{Check, Finding, Rule, Subject};
use crate::diagnostic::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    code: "D202",
    name: "result-without-duty",
    severity: Severity::Error,
    en: EN,
    et: ET,
    check: Check::Record(check),
};

const EN: &str = r#"A result beside an empty duty

A row of the table has expected results and no duty. They are kept in `unpaired_results`.

**Why it matters.** The duty was lost, or the results belong to the row above; the record cannot say which.

**What to do.** Write the duty in, or move the results to the duty they belong to.

**Example.**

    (empty)      • Arvestus on täpne.
"#;

const ET: &str = r#"Tulemus tühja ülesande kõrval

Tabelireal on oodatavad tulemused, kuid ülesannet pole. Need on väljal `unpaired_results`.

**Miks see on oluline.** Ülesanne läks kaduma või kuuluvad tulemused eelmise rea juurde; kirje ei saa seda öelda.

**Mida teha.** Kirjutage ülesanne juurde või viige tulemused õige ülesande juurde.

**Näide.**

    (tühi)      • Arvestus on täpne.
"#;

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    for (index, duty) in subject.record.duties.iter().enumerate() {
        if duty.text.is_empty() && !duty.results.is_empty() {
            let number = format!("/duties/{index}/number");
            let pointer = match duty.number {
                Some(_) => number,
                None => format!("/duties/{index}/results/0"),
            };
            findings.push(Finding::of(
                pointer,
                "Results stand here without the duty they belong to. Write the duty in.",
                "Siin on tulemused ilma ülesandeta, mille juurde need kuuluvad. Kirjutage ülesanne juurde.",
            ));
        }
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
            &[("3.2 Kauba väljastamine.   ", "3.2                       ")],
            "3.2  ",
        );
        silent(RULE.name, &[]);
    }
}
